import {
  Badge,
  ButtonLink,
  type Column,
  DataTable,
  FilterBar,
  KeyFigure,
  PageHeader,
  Pager,
  Section,
  SelectField,
  type Sort,
  TextField,
} from '../../ui/index.ts'
import type { Messages } from '../messages.ts'
import { type RuleRow, ruleColumns } from './rules.tsx'

export type NumberRow = {
  key: string
  name: string
  value: string
  act: string | null
  article: string | null
  from: string
  until: string | null
  usedBy: string
  checked: string
  source: string
  verified: boolean
}

type Props = {
  m: Messages
  figure: { value: string; of: string; sentence: string; some: boolean }
  filters: { q: string; status: string; values: string }
  filtered: boolean
  rows: NumberRow[]
  pager: Parameters<typeof Pager>[0] | null
  sort: Record<'angka' | 'sejak' | 'diperiksa', Sort>
  exportHref: string
  local: { lead: string; rows: RuleRow[] }
}

const columns = (m: Messages, sort: Props['sort']): Column<NumberRow>[] => [
  {
    key: 'name',
    header: m.number,
    primary: true,
    ...sort.angka,
    cell: row => row.name,
  },
  { key: 'value', header: m.value, long: true, cell: row => row.value },
  {
    key: 'act',
    header: m.act,
    long: true,
    cell: row => (
      <>
        {row.act === null ? m.noAct : [row.act, row.article].filter(Boolean).join(', ')}{' '}
        <small class="cell-detail">{row.source}</small>
      </>
    ),
  },
  {
    key: 'from',
    header: m.since,
    ...sort.sejak,
    cell: row => (
      <>
        {row.from} {row.until && <small class="cell-detail">{m.untilDay(row.until)}</small>}
      </>
    ),
  },
  { key: 'usedBy', header: m.usedBy, long: true, cell: row => row.usedBy },
  {
    key: 'checked',
    header: m.checked,
    ...sort.diperiksa,
    secondary: true,
    cell: row => row.checked,
  },
  {
    key: 'status',
    header: m.status,
    cell: row => <Badge tone={row.verified ? 'ok' : 'warn'}>{row.verified ? m.verified : m.notVerified}</Badge>,
  },
]

/** Every regulated number with its act, and what the reader's own instansi chose where no act speaks. */
export function LawPage({ m, figure, filters, filtered, rows, pager, sort, exportHref, local }: Props) {
  return (
    <>
      <PageHeader
        title={m.law}
        lead={m.lawLead}
        actions={
          <ButtonLink href={exportHref} icon="download" download>
            {m.export}
          </ButtonLink>
        }
      />
      <KeyFigure
        value={figure.value}
        unit={figure.of}
        label={m.lawFigure}
        sentence={figure.sentence}
        tone={figure.some ? 'warn' : 'ok'}
      />
      <Section title={m.register} lead={m.registerLead}>
        <FilterBar action="/hukum" submit={m.apply} resetHref={filtered ? '/hukum' : undefined} resetLabel={m.reset} autosubmit>
          <TextField label={m.searchLaw} name="q" type="search" value={filters.q} />
          <SelectField
            label={m.status}
            name="status"
            value={filters.status}
            options={[
              { value: '', label: m.all },
              { value: 'ya', label: m.verified },
              { value: 'belum', label: m.notVerified },
            ]}
          />
          <SelectField
            label={m.values}
            name="nilai"
            value={filters.values}
            options={[
              { value: '', label: m.valuesNow },
              { value: 'semua', label: m.valuesAll },
            ]}
          />
        </FilterBar>
        <DataTable<NumberRow>
          caption={m.register}
          rows={rows}
          rowKey={row => `${row.key} ${row.from}`}
          empty={m.noNumber}
          columns={columns(m, sort)}
        />
        {pager && <Pager {...pager} />}
      </Section>
      <Section title={m.localRules} lead={local.lead}>
        <DataTable<RuleRow>
          caption={m.localRules}
          rows={local.rows}
          rowKey={row => row.path}
          rowHref={row => row.href}
          empty={m.noRules}
          columns={ruleColumns(m)}
        />
      </Section>
    </>
  )
}
