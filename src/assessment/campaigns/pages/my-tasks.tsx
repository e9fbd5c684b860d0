import {
  Badge,
  ButtonLink,
  type Column,
  DataTable,
  EmptyState,
  FilterBar,
  HiddenField,
  KeyFigure,
  PageHeader,
  Pager,
  SelectField,
  type Sort,
  Tabs,
  TextField,
  type Tone,
} from '../../../ui/index.ts'
import type { RatingMessages } from '../rating-messages.ts'

export type TaskCells = {
  id: number
  name: string
  jabatan: string
  relation: string
  campaign: string
  until: string
  state: { text: string; tone: Tone; detail: string | null }
}
type Choice = { value: string; label: string }
type Props = {
  m: RatingMessages
  figure: { value: string; sentence: string; nextHref: string | null }
  tabs: Parameters<typeof Tabs>[0]['items']
  values: { q: string; relation: string }
  relations: Choice[]
  filtered: boolean
  resetHref: string
  keep: Record<string, string>
  rows: TaskCells[]
  sort: Record<'nama' | 'batas', Sort>
  exportHref: string
  pager: Parameters<typeof Pager>[0]
}

const columnsOf = ({ m, sort }: Props): Column<TaskCells>[] => [
  {
    key: 'name',
    header: m.name,
    primary: true,
    cell: row => (
      <>
        {row.name} <small class="cell-detail">{row.jabatan}</small>
      </>
    ),
    ...sort.nama,
  },
  { key: 'relation', header: m.relation, cell: row => row.relation },
  { key: 'campaign', header: m.campaign, cell: row => row.campaign, long: true },
  { key: 'until', header: m.until, cell: row => row.until, nowrap: true, ...sort.batas },
  {
    key: 'state',
    header: m.state,
    cell: row => (
      <>
        <Badge tone={row.state.tone}>{row.state.text}</Badge>
        {row.state.detail && <small class="cell-detail">{row.state.detail}</small>}
      </>
    ),
  },
]

/** What a rater was asked: the figure, what to do next, and everything else behind it. */
export function MyTasksPage(props: Props) {
  const { m, figure, rows, values } = props
  return (
    <>
      <PageHeader
        title={m.title}
        lead={m.lead}
        actions={
          rows.length > 0 && (
            <ButtonLink href={props.exportHref} icon="download" download>
              {m.export}
            </ButtonLink>
          )
        }
      />
      <KeyFigure
        value={figure.value}
        unit={m.figureUnit}
        label={m.figure}
        sentence={figure.sentence}
        tone={figure.nextHref ? 'warn' : 'ok'}
        action={
          figure.nextHref && (
            <ButtonLink href={figure.nextHref} tone="primary">
              {m.startNext}
            </ButtonLink>
          )
        }
      />
      <Tabs items={props.tabs} label={m.shelves} />
      <FilterBar
        action="/penilaian"
        submit={m.apply}
        resetHref={props.filtered ? props.resetHref : undefined}
        resetLabel={m.reset}
      >
        {Object.entries(props.keep).map(([name, value]) => (
          <HiddenField key={name} name={name} value={value} />
        ))}
        <TextField label={m.search} name="q" value={values.q} type="search" />
        <SelectField
          label={m.relation}
          name="sebagai"
          value={values.relation}
          options={[{ value: '', label: m.all }, ...props.relations]}
        />
      </FilterBar>
      <DataTable<TaskCells>
        caption={m.title}
        rows={rows}
        rowKey={row => row.id}
        rowHref={row => `/penilaian/${row.id}`}
        empty={
          props.filtered ? (
            <EmptyState title={m.noneFound} action={<ButtonLink href={props.resetHref}>{m.reset}</ButtonLink>}>
              {m.noneFoundWhat}
            </EmptyState>
          ) : (
            <EmptyState title={m.empty}>{m.emptyWhat}</EmptyState>
          )
        }
        columns={columnsOf(props)}
      />
      {rows.length > 0 && <Pager {...props.pager} />}
    </>
  )
}
