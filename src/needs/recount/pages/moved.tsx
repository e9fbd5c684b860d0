import {
  Alert,
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
  SavedViews,
  type SavedViewsProps,
  SelectField,
  TextField,
  type Tone,
} from '../../../ui/index.ts'
import type { RecountMessages } from '../messages.ts'

export type MovedView = {
  id: number
  key: string
  name: string
  nip: string
  unit: string
  competency: string
  cause: string
  move: { text: string; tone: Tone }
  required: string
  held: string
}
type Choice = { value: string; label: string }
export type MovedProps = {
  m: RecountMessages
  title: string
  lead: string
  views: SavedViewsProps
  figure: { value: string; label: string; sentence: string }
  values: {
    instansi: string
    from: string
    until: string
    cause: string
    move: string
    competency: string
    unit: string
    q: string
    order: string
  }
  choices: { cause: Choice[]; move: Choice[]; competency: Choice[]; unit: Choice[]; order: Choice[] }
  filtered: boolean
  resetHref: string
  compareHref: string
  rowsGone: boolean
  elsewhere: string | null
  rows: MovedView[]
  exportHref: string
  pager: Parameters<typeof Pager>[0]
}

const Narrow = ({ m, values, choices, filtered, resetHref }: MovedProps) => {
  const all = { value: '', label: m.all }
  return (
    <FilterBar
      action="/kesenjangan/banding/orang"
      submit={m.apply}
      resetHref={filtered ? resetHref : undefined}
      resetLabel={m.reset}
    >
      <HiddenField name="instansi" value={values.instansi} />
      <HiddenField name="dari" value={values.from} />
      <HiddenField name="sampai" value={values.until} />
      <TextField label={m.search} name="q" value={values.q} type="search" />
      <SelectField label={m.cause} name="sebab" value={values.cause} options={[all, ...choices.cause]} />
      <SelectField
        label={m.move}
        name="gerak"
        value={values.move}
        options={[{ value: '', label: m.gapMoves }, ...choices.move]}
      />
      <SelectField label={m.competency} name="kompetensi" value={values.competency} options={[all, ...choices.competency]} />
      <SelectField label={m.unit} name="unit" value={values.unit} options={[all, ...choices.unit]} />
      <SelectField label={m.order} name="urut" value={values.order} options={choices.order} />
    </FilterBar>
  )
}

const columnsOf = (m: RecountMessages): Column<MovedView>[] => [
  {
    key: 'name',
    header: m.name,
    primary: true,
    cell: row => (
      <>
        {row.name} <small class="cell-detail">{`${row.nip} · ${row.unit}`}</small>
      </>
    ),
  },
  { key: 'competency', header: m.competency, cell: row => row.competency },
  { key: 'cause', header: m.cause, cell: row => row.cause },
  { key: 'required', header: m.required, align: 'right', cell: row => row.required, nowrap: true },
  { key: 'held', header: m.held, align: 'right', cell: row => row.held, nowrap: true },
  { key: 'move', header: m.move, cell: row => <Badge tone={row.move.tone}>{row.move.text}</Badge> },
]

export function MovedPage(props: MovedProps) {
  const { m, rows, figure } = props
  return (
    <>
      <PageHeader
        title={props.title}
        lead={props.lead}
        actions={
          rows.length > 0 && (
            <ButtonLink href={props.exportHref} icon="download" download>
              {m.export}
            </ButtonLink>
          )
        }
      />
      <KeyFigure value={figure.value} unit={m.movedUnit} label={figure.label} sentence={figure.sentence} />
      <SavedViews {...props.views} />
      {props.rowsGone && (
        <Alert tone="warn">
          <p>{m.rowsGone}</p>
        </Alert>
      )}
      <Narrow {...props} />
      <DataTable<MovedView>
        caption={props.title}
        rows={rows}
        rowKey={row => row.key}
        rowHref={row => `/pegawai/${row.id}`}
        empty={<EmptyState title={m.movedNone} action={<ButtonLink href={props.compareHref}>{m.toCompare}</ButtonLink>} />}
        columns={columnsOf(m)}
      />
      {rows.length > 0 && <Pager {...props.pager} />}
      {props.elsewhere && <p class="section-lead">{props.elsewhere}</p>}
    </>
  )
}
