import {
  Alert,
  Badge,
  ButtonLink,
  DataTable,
  Disclosure,
  EmptyState,
  Facts,
  FilterBar,
  HiddenField,
  KeyFigure,
  PageHeader,
  Pager,
  SavedViews,
  type SavedViewsProps,
  Section,
  SelectField,
  Tabs,
  TextField,
  type Tone,
} from '../../../ui/index.ts'
import type { RecountMessages } from '../messages.ts'
import { Ask, AskAgain, Working, type WorkingProps } from './working.tsx'

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
export type StandardView = { key: string; name: string; basis: string; from: string; people: string; verified: boolean }
type DocumentView = { id: number; href: string; title: string; detail: string; chosen: boolean; compareHref: string }
type Choice = { value: string; label: string }

export type DayMade = {
  figure: { value: string; label: string; sentence: string }
  madeAt: string
  stale: boolean
  nobody: boolean
  rules: { label: string; value: string }[]
  standards: StandardView[]
  rows: ThenNeedView[]
  filters: { q: string; tier: string }
  tiers: Choice[]
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

export type ThenProps = {
  m: RecountMessages
  views: SavedViewsProps
  values: { instansi: string; day: string }
  today: string
  error: string | null
  choices: Choice[]
  working: WorkingProps | null
  failed: { title: string; words: string } | null
  notYet: string | null
  made: DayMade | null
  documents: DocumentView[]
  /** What the chosen document keeps differs so; null where it keeps no list, or none is chosen. */
  difference: DifferenceMade | null
  differing: boolean
  tabs: Parameters<typeof Tabs>[0]['items']
  exportHref: string
  resetHref: string
}

const askOf = ({ values }: Pick<ThenProps, 'values'>) => ({
  action: '/kebutuhan/pada',
  fields: { instansi: values.instansi, hari: values.day },
})

const Choose = ({ m, values, today, error, choices }: ThenProps) => (
  <FilterBar action="/kebutuhan/pada" submit={m.show}>
    {choices.length > 1 && <SelectField label={m.instansi} name="instansi" value={values.instansi} options={choices} />}
    <TextField label={m.day} name="hari" type="date" value={values.day} max={today} error={error ?? undefined} required />
  </FilterBar>
)

const Issued = ({ m, documents }: ThenProps) => (
  <Section title={m.issued} lead={m.issuedLead}>
    <DataTable<DocumentView>
      caption={m.issued}
      rows={documents}
      rowKey={row => row.id}
      empty={m.issuedNone}
      columns={[
        {
          key: 'title',
          header: m.issued,
          primary: true,
          cell: row => (
            <>
              <a class="row-link" href={row.href}>
                {row.title}
              </a>{' '}
              <small class="cell-detail">{row.detail}</small>
            </>
          ),
        },
        {
          key: 'compare',
          header: '',
          align: 'right',
          cell: row => (row.chosen ? <Badge tone="info">{m.chosen}</Badge> : <a href={row.compareHref}>{m.compareWith}</a>),
        },
      ]}
    />
  </Section>
)

const Needs = ({ m, made, values, resetHref }: ThenProps & { made: DayMade }) => (
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

const Differences = ({ m, difference }: { m: RecountMessages; difference: DifferenceMade | null }) =>
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

const MadeWith = ({ m, made, values }: Pick<ThenProps, 'm' | 'values'> & { made: DayMade }) => (
  <Section title={m.madeWith}>
    <Facts items={made.rules} />
    {made.standards.length > 0 && (
      <Disclosure summary={m.standardsList}>
        <DataTable<StandardView>
          caption={m.standardsList}
          compact
          rows={made.standards}
          rowKey={row => row.key}
          empty=""
          columns={[
            {
              key: 'name',
              header: m.standard,
              primary: true,
              cell: row => (
                <>
                  {row.name} {!row.verified && <Badge tone="warn">{m.unverified}</Badge>}
                </>
              ),
            },
            { key: 'basis', header: m.standardBasis, cell: row => row.basis, long: true },
            { key: 'from', header: m.standardFrom, cell: row => row.from, nowrap: true },
            { key: 'people', header: m.people, align: 'right', cell: row => row.people },
          ]}
        />
      </Disclosure>
    )}
    <Alert tone={made.stale ? 'warn' : 'info'}>
      <p>
        {made.madeAt} {made.stale && m.stale}
      </p>
      <div class="notice-actions">
        <AskAgain m={m} {...askOf({ values })} />
      </div>
    </Alert>
  </Section>
)

export function ThenPage(props: ThenProps) {
  const { m, made, working, failed } = props
  return (
    <>
      <PageHeader
        title={m.thenTitle}
        lead={m.thenLead}
        actions={
          made && (
            <ButtonLink href={props.exportHref} icon="download" download>
              {m.export}
            </ButtonLink>
          )
        }
      />
      <Choose {...props} />
      <SavedViews {...props.views} />
      {working && <Working {...working} />}
      {failed && (
        <Alert tone="bad" title={failed.title}>
          <p>{failed.words}</p>
          <p>{m.failedWhat}</p>
          <div class="notice-actions">
            <AskAgain m={m} {...askOf(props)} />
          </div>
        </Alert>
      )}
      {made && (
        <>
          {working && <p class="section-lead">{m.older}</p>}
          {made.nobody ? (
            <EmptyState title={made.figure.label}>{m.thenNobody}</EmptyState>
          ) : (
            <KeyFigure value={made.figure.value} unit={m.thenFigure} label={made.figure.label} sentence={made.figure.sentence} />
          )}
        </>
      )}
      {props.notYet && (
        <EmptyState title={m.thenNotYetTitle} action={<Ask {...askOf(props)} label={m.thenWork} />}>
          {props.notYet}
        </EmptyState>
      )}
      <Issued {...props} />
      {made && !made.nobody && (
        <Section title={props.differing ? m.difference : m.thenTitle} id="daftar">
          {props.tabs.length > 1 && <Tabs label={m.thenTitle} items={props.tabs} />}
          {props.differing ? <Differences m={m} difference={props.difference} /> : <Needs {...props} made={made} />}
        </Section>
      )}
      {made && <MadeWith m={m} made={made} values={props.values} />}
    </>
  )
}
