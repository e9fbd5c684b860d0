import {
  Alert,
  Badge,
  DataTable,
  EmptyState,
  FilterBar,
  HiddenField,
  Pager,
  SelectField,
  TextField,
  type Tone,
} from '../../../ui/index.ts'
import type { RecountMessages } from '../messages.ts'

type Toned = { text: string; tone: Tone }
export type ThenNeedView = {
  key: string
  rank: string
  name: string
  detail: string
  jenjang: string
  levels: string
  people: string
  score: string
  completeness: string
  tier: Toned
}
export type DifferenceView = {
  key: string
  name: string
  detail: string
  issued: string
  recomputed: string
  change: Toned
  reasons: string[]
}
export type NeedsMade = {
  rows: ThenNeedView[]
  filters: { q: string; tier: string }
  tiers: { value: string; label: string }[]
  filtered: boolean
  pager: Parameters<typeof Pager>[0]
}
export type DifferenceMade = {
  sentence: string
  otherDay: string | null
  otherKinds: string | null
  rows: DifferenceView[]
  toggle: { href: string; label: string } | null
  pager: Parameters<typeof Pager>[0]
}

type NeedsProps = { m: RecountMessages; made: NeedsMade; values: { instansi: string; day: string }; resetHref: string }

/** The needs of that day. */
export const Needs = ({ m, made, values, resetHref }: NeedsProps) => (
  <>
    <FilterBar action="/kebutuhan/pada" submit={m.apply} resetHref={made.filtered ? resetHref : undefined} resetLabel={m.reset}>
      <HiddenField name="instansi" value={values.instansi} />
      <HiddenField name="hari" value={values.day} />
      <TextField label={m.searchNeed} name="q" value={made.filters.q} type="search" />
      <SelectField
        label={m.tier}
        name="tingkat"
        value={made.filters.tier}
        options={[{ value: '', label: m.all }, ...made.tiers]}
      />
    </FilterBar>
    <DataTable<ThenNeedView>
      caption={m.thenTitle}
      compact
      rows={made.rows}
      rowKey={row => row.key}
      empty={<EmptyState title={m.thenNone} />}
      columns={[
        { key: 'rank', header: '#', align: 'right', cell: row => row.rank, secondary: true },
        {
          key: 'name',
          header: m.need,
          primary: true,
          cell: row => (
            <>
              {row.name} <small class="cell-detail">{row.detail}</small>
            </>
          ),
        },
        { key: 'jenjang', header: m.jenjang, cell: row => row.jenjang, nowrap: true },
        { key: 'levels', header: m.levels, align: 'center', cell: row => row.levels, nowrap: true },
        { key: 'people', header: m.people, align: 'right', cell: row => row.people },
        {
          key: 'score',
          header: m.score,
          align: 'right',
          cell: row => (
            <>
              <strong>{row.score}</strong> <small class="text-muted">{row.completeness}</small>
            </>
          ),
        },
        { key: 'tier', header: m.tier, cell: row => <Badge tone={row.tier.tone}>{row.tier.text}</Badge> },
      ]}
    />
    {made.rows.length > 0 && <Pager {...made.pager} />}
  </>
)

/** What a document of that day keeps, beside what is worked out now. */
export const Differences = ({ m, difference }: { m: RecountMessages; difference: DifferenceMade | null }) =>
  difference === null ? (
    <Alert tone="info">
      <p>{m.differenceNone}</p>
    </Alert>
  ) : (
    <>
      <Alert tone="info" title={difference.sentence}>
        {difference.otherDay && <p>{difference.otherDay}</p>}
        {difference.otherKinds && <p>{difference.otherKinds}</p>}
        {difference.toggle && (
          <p>
            <a href={difference.toggle.href}>{difference.toggle.label}</a>
          </p>
        )}
      </Alert>
      {difference.rows.length > 0 && (
        <>
          <DataTable<DifferenceView>
            caption={m.difference}
            rows={difference.rows}
            rowKey={row => row.key}
            empty=""
            columns={[
              {
                key: 'name',
                header: m.need,
                primary: true,
                cell: row => (
                  <>
                    {row.name} <small class="cell-detail">{row.detail}</small>
                  </>
                ),
              },
              { key: 'issued', header: m.issuedHead, cell: row => row.issued },
              { key: 'recomputed', header: m.recomputedHead, cell: row => row.recomputed },
              { key: 'change', header: m.change, cell: row => <Badge tone={row.change.tone}>{row.change.text}</Badge> },
              {
                key: 'reason',
                header: m.reason,
                long: true,
                cell: row => (
                  <ul>
                    {row.reasons.map(reason => (
                      <li key={reason}>{reason}</li>
                    ))}
                  </ul>
                ),
              },
            ]}
          />
          <Pager {...difference.pager} />
        </>
      )}
    </>
  )
