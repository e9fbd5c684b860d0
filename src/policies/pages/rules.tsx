import { Badge, ButtonLink, DataTable, FilterBar, KeyFigure, PageHeader, SelectField, TextField } from '../../ui/index.ts'
import type { Messages } from '../messages.ts'
import { type Whose, whoseTone } from '../present.ts'

export type Choice = { value: string; label: string }
export type RuleRow = {
  path: string
  name: string
  value: string
  whose: Whose
  since: string
  basis: string
  hasDraft: boolean
  href: string
}

type Props = {
  m: Messages
  place: string
  figure: { value: string; of: string; sentence: string }
  filters: { q: string; whose: string; instansi: string }
  filtered: boolean
  choices: Choice[]
  rows: RuleRow[]
  exportHref: string
}

export const WhoseBadge = ({ m, whose }: { m: Messages; whose: Whose }) => (
  <Badge tone={whoseTone[whose]}>{m.whoseIs[whose]}</Badge>
)

export const ruleColumns = (m: Messages) => [
  {
    key: 'name',
    header: m.rule,
    primary: true,
    cell: (row: RuleRow) => row.name,
  },
  { key: 'value', header: m.value, long: true, cell: (row: RuleRow) => row.value },
  {
    key: 'whose',
    header: m.whose,
    cell: (row: RuleRow) => (
      <>
        <WhoseBadge m={m} whose={row.whose} /> {row.hasDraft && <Badge tone="info">{m.draftWaits}</Badge>}
      </>
    ),
  },
  { key: 'since', header: m.since, cell: (row: RuleRow) => row.since },
  { key: 'basis', header: m.basis, long: true, cell: (row: RuleRow) => row.basis },
]

/** Every local rule of an instansi, and whose choice it is. */
export function RulesPage({ m, place, figure, filters, filtered, choices, rows, exportHref }: Props) {
  return (
    <>
      <PageHeader
        title={m.rules}
        lead={m.rulesLead}
        actions={
          <ButtonLink href={exportHref} icon="download" download>
            {m.export}
          </ButtonLink>
        }
      />
      <KeyFigure value={figure.value} unit={figure.of} label={`${place}: ${m.ownFigure}`} sentence={figure.sentence} />
      <FilterBar
        action="/aturan"
        submit={m.apply}
        resetHref={filtered ? `/aturan?instansi=${encodeURIComponent(filters.instansi)}` : undefined}
        resetLabel={m.reset}
        autosubmit
      >
        <TextField label={m.searchRule} name="q" type="search" value={filters.q} />
        <SelectField
          label={m.whose}
          name="asal"
          value={filters.whose}
          options={[
            { value: '', label: m.all },
            { value: 'ships', label: m.whoseIs.ships },
            { value: 'nation', label: m.whoseIs.nation },
            { value: 'own', label: m.whoseIs.own },
          ]}
        />
        {choices.length > 1 && <SelectField label={m.instansi} name="instansi" value={filters.instansi} options={choices} />}
      </FilterBar>
      <DataTable<RuleRow>
        caption={m.rules}
        rows={rows}
        rowKey={row => row.path}
        rowHref={row => row.href}
        empty={m.noRules}
        columns={ruleColumns(m)}
      />
    </>
  )
}
