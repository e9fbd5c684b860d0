import type { ComponentChildren } from 'preact'
import {
  Alert,
  Badge,
  ButtonLink,
  DataTable,
  EmptyState,
  FilterBar,
  KeyFigure,
  PageHeader,
  Pager,
  SelectField,
  TextField,
} from '../../ui/index.ts'
import type { NeedMessages } from '../messages.ts'
import { tierTone } from '../present.ts'
import type { Tier } from '../rules/priority.ts'

export type NeedView = {
  id: number
  competency: string
  detail: string
  jenjang: string
  instansi: string
  levels: string
  people: string
  score: string
  completeness: string
  missing: string | null
  tier: Tier
}
type Choice = { value: string; label: string }
type Filters = { q: string; tier: string; pillar: string; jenjang: string; instansi: string }

type Props = {
  m: NeedMessages
  figure: { value: string; label: string; sentence: string }
  rows: NeedView[]
  manyInstansi: boolean
  filters: Filters
  filtered: boolean
  choices: { tiers: Choice[]; pillars: Choice[]; jenjang: Choice[]; instansi: Choice[] }
  policyNote: string
  calculated: string | null
  exportHref: string
  canImport: boolean
  pager: Parameters<typeof Pager>[0]
}

export const TierBadge = ({ tier, children }: { tier: Tier; children: ComponentChildren }) => (
  <Badge tone={tierTone[tier]}>{children}</Badge>
)

export function RankingPage(props: Props) {
  const { m, rows, filters, choices } = props
  const empty = props.filtered ? (
    <EmptyState title={m.emptyFiltered} action={<ButtonLink href="/kebutuhan">{m.reset}</ButtonLink>} />
  ) : (
    <EmptyState title={m.emptyTitle} action={props.canImport && <ButtonLink href="/impor">{m.toImport}</ButtonLink>}>
      {m.emptyText}
    </EmptyState>
  )
  return (
    <>
      <PageHeader
        title={m.needs}
        lead={m.needsLead}
        actions={
          <ButtonLink href={props.exportHref} icon="download" download>
            {m.export}
          </ButtonLink>
        }
      />
      <KeyFigure value={props.figure.value} unit={m.urgentFigure} label={props.figure.label} sentence={props.figure.sentence} />
      <FilterBar action="/kebutuhan" submit={m.apply} resetHref={props.filtered ? '/kebutuhan' : undefined} resetLabel={m.reset}>
        <TextField label={m.search} name="q" value={filters.q} type="search" />
        {choices.instansi.length > 1 && (
          <SelectField
            label={m.instansi}
            name="instansi"
            value={filters.instansi}
            options={[{ value: 'semua', label: m.allInstansi }, ...choices.instansi]}
          />
        )}
        <SelectField
          label={m.tier}
          name="tingkat"
          value={filters.tier}
          options={[{ value: '', label: m.all }, ...choices.tiers]}
        />
        <SelectField
          label={m.pillar}
          name="pilar"
          value={filters.pillar}
          options={[{ value: '', label: m.all }, ...choices.pillars]}
        />
        <SelectField
          label={m.jenjang}
          name="jenjang"
          value={filters.jenjang}
          options={[{ value: '', label: m.all }, ...choices.jenjang]}
        />
      </FilterBar>
      <DataTable<NeedView>
        caption={m.needs}
        rows={rows}
        rowKey={row => row.id}
        rowHref={row => `/kebutuhan/${row.id}`}
        empty={empty}
        columns={[
          {
            key: 'competency',
            header: m.competency,
            primary: true,
            cell: row => (
              <>
                {row.competency} <small class="cell-detail">{row.detail}</small>
              </>
            ),
          },
          ...(props.manyInstansi ? [{ key: 'instansi', header: m.instansi, cell: (row: NeedView) => row.instansi }] : []),
          { key: 'jenjang', header: m.jenjang, cell: row => row.jenjang, nowrap: true },
          { key: 'levels', header: m.levels, align: 'center', cell: row => row.levels, nowrap: true },
          { key: 'people', header: m.people, align: 'right', cell: row => row.people },
          {
            key: 'score',
            header: m.score,
            align: 'right',
            cell: row => (
              <>
                <strong>{row.score}</strong>{' '}
                <small class="text-muted" title={row.missing ?? undefined}>
                  {row.completeness}
                </small>
              </>
            ),
          },
          { key: 'tier', header: m.tier, cell: row => <TierBadge tier={row.tier}>{m.tiers[row.tier]}</TierBadge> },
        ]}
      />
      <Pager {...props.pager} />
      <Alert tone="info" title={m.policyTitle}>
        <p>{props.policyNote}</p>
        <p>{m.policyMissing}</p>
        {props.calculated && <p>{props.calculated}</p>}
      </Alert>
    </>
  )
}
