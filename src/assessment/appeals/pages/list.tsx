import {
  Badge,
  ButtonLink,
  DataTable,
  EmptyState,
  FilterBar,
  KeyFigure,
  PageHeader,
  Pager,
  Section,
  SelectField,
  TextField,
} from '../../../ui/index.ts'
import type { AppealMessages } from '../messages.ts'
import type { AppealState } from '../rules/appeal.ts'

export type AppealLine = {
  id: number
  name: string
  unit: string
  competency: string
  level: string
  filed: string
  due: string
  late: boolean
  state: AppealState
  outcome: string
}
type Choice = { value: string; label: string }
type Props = {
  m: AppealMessages
  manager: boolean
  figure: { value: string; sentence: string; late: boolean } | null
  toRead: AppealLine[]
  rows: AppealLine[]
  filters: { q: string; keadaan: string; instansi: string }
  filtered: boolean
  instansi: Choice[]
  exportHref: string
  pager: Parameters<typeof Pager>[0]
}

export const stateTone = { filed: 'warn', reading: 'info', read: 'warn', decided: 'ok', withdrawn: 'neutral' } as const

type LinesProps = { m: AppealMessages; rows: AppealLine[]; caption: string; own?: boolean }

const Lines = ({ m, rows, caption, own = false }: LinesProps) => (
  <DataTable<AppealLine>
    caption={caption}
    rows={rows}
    rowKey={row => row.id}
    rowHref={row => `/keberatan/${row.id}`}
    empty={m.noMatch}
    columns={[
      ...(own
        ? [{ key: 'competency', header: m.competency, primary: true, cell: (row: AppealLine) => row.competency }]
        : [
            {
              key: 'name',
              header: m.person,
              primary: true,
              cell: (row: AppealLine) => (
                <>
                  {row.name} <small class="cell-detail">{row.unit}</small>
                </>
              ),
            },
            { key: 'competency', header: m.competency, cell: (row: AppealLine) => row.competency },
          ]),
      { key: 'level', header: m.level, align: 'right', cell: row => row.level },
      { key: 'filed', header: m.filed, nowrap: true, cell: row => row.filed },
      {
        key: 'due',
        header: m.due,
        nowrap: true,
        cell: row => (
          <>
            {row.due} {row.late && <Badge tone="bad">{m.late}</Badge>}
          </>
        ),
      },
      { key: 'state', header: m.state, cell: row => <Badge tone={stateTone[row.state]}>{m.states[row.state]}</Badge> },
      { key: 'outcome', header: m.outcome, cell: row => row.outcome },
    ]}
  />
)

export function AppealsPage({ m, manager, figure, toRead, rows, filters, filtered, instansi, exportHref, pager }: Props) {
  const all = { value: '', label: m.all }
  const states = Object.entries(m.states).map(([value, label]) => ({ value, label }))
  return (
    <>
      <PageHeader
        title={m.title}
        lead={manager ? m.lead : m.leadOwn}
        actions={
          manager && rows.length > 0 ? (
            <ButtonLink href={exportHref} icon="download">
              {m.export}
            </ButtonLink>
          ) : undefined
        }
      />
      {figure && (
        <KeyFigure value={figure.value} label={m.openLabel} sentence={figure.sentence} tone={figure.late ? 'warn' : 'ok'} />
      )}
      {toRead.length > 0 && (
        <Section title={m.toRead} lead={m.toReadLead}>
          <Lines m={m} rows={toRead} caption={m.toRead} />
        </Section>
      )}
      {manager && (
        <FilterBar action="/keberatan" submit={m.apply} resetHref={filtered ? '/keberatan' : undefined} resetLabel={m.reset}>
          <TextField label={m.search} name="q" type="search" value={filters.q} />
          <SelectField
            label={m.state}
            name="keadaan"
            value={filters.keadaan}
            options={[all, { value: 'open', label: m.open }, ...states]}
          />
          {instansi.length > 1 && <SelectField label={m.instansi} name="instansi" value={filters.instansi} options={instansi} />}
        </FilterBar>
      )}
      {rows.length === 0 && !filtered && toRead.length === 0 ? (
        <EmptyState title={m.none}>{m.noneWhat}</EmptyState>
      ) : rows.length === 0 && !filtered ? null : (
        <>
          <Lines m={m} rows={rows} caption={m.title} own={!manager} />
          <Pager {...pager} />
        </>
      )}
    </>
  )
}
