import {
  Badge,
  ButtonLink,
  type Column,
  DataTable,
  EmptyState,
  FilterBar,
  KeyFigure,
  PageHeader,
  Pager,
  SelectField,
  type Sort,
  TextField,
  type Tone,
} from '../../../ui/index.ts'
import type { Messages } from '../messages.ts'

export type ClassCells = {
  id: number
  title: string
  name: string
  dates: string
  place: string
  seats: string
  waiting: string | null
  state: { label: string; tone: Tone }
}
type Choice = { value: string | number; label: string }
type Props = {
  m: Messages
  figure: { value: string; unit: string | null; sentence: string }
  rows: ClassCells[]
  values: { q: string; keadaan: string; pola: string; bulan: string; milik: string; kursus: string }
  choices: { keadaan: Choice[]; pola: Choice[]; kursus: Choice[]; bulan: Choice[] }
  sort: { mulai: Sort; kelas: Sort; kursi: Sort; keadaan: Sort }
  filtered: boolean
  exportHref: string
  /** Null: this actor teaches nothing. */
  calendarHref: string | null
  /** Whether the actor holds classes at all. */
  holder: boolean
  pager: Parameters<typeof Pager>[0]
}

const columnsOf = ({ m, sort }: Props): Column<ClassCells>[] => [
  {
    key: 'title',
    header: m.class,
    primary: true,
    cell: row => (
      <>
        {row.title} <small class="cell-detail">{row.name}</small>
      </>
    ),
    ...sort.kelas,
  },
  { key: 'dates', header: m.dates, cell: row => row.dates, ...sort.mulai },
  { key: 'place', header: m.place, cell: row => row.place, secondary: true },
  {
    key: 'seats',
    header: m.seats,
    nowrap: true,
    cell: row => (
      <>
        {row.seats}
        {row.waiting && <small class="cell-detail">{row.waiting}</small>}
      </>
    ),
    ...sort.kursi,
  },
  {
    key: 'state',
    header: m.state,
    cell: row => <Badge tone={row.state.tone}>{row.state.label}</Badge>,
    ...sort.keadaan,
  },
]

const Empty = ({ m, filtered, holder }: Props) =>
  filtered ? (
    <EmptyState title={m.noMatch} action={<ButtonLink href="/kelas">{m.reset}</ButtonLink>}>
      {m.noMatchWhat}
    </EmptyState>
  ) : (
    <EmptyState
      title={m.noClasses}
      action={
        holder && (
          <ButtonLink href="/kelas/baru" tone="primary" icon="plus">
            {m.newClass}
          </ButtonLink>
        )
      }
    >
      {holder ? m.noClassesHold : m.noClassesRead}
    </EmptyState>
  )

export function ClassesPage(props: Props) {
  const { m, values, choices } = props
  const any = (list: Choice[]) => [{ value: '', label: m.all }, ...list]
  return (
    <>
      <PageHeader
        title={m.classes}
        lead={m.classesLead}
        actions={
          <>
            {props.holder && (
              <ButtonLink href="/kelas/baru" tone="primary" icon="plus">
                {m.newClass}
              </ButtonLink>
            )}
            {props.calendarHref && (
              <ButtonLink href={props.calendarHref} icon="clock">
                {m.teachingCalendar}
              </ButtonLink>
            )}
            <ButtonLink href={props.exportHref} icon="download">
              {m.export}
            </ButtonLink>
          </>
        }
      />
      <KeyFigure
        value={props.figure.value}
        unit={props.figure.unit ?? undefined}
        label={m.openLabel}
        sentence={props.figure.sentence}
      />
      <FilterBar action="/kelas" submit={m.apply} resetHref={props.filtered ? '/kelas' : undefined} resetLabel={m.reset}>
        <TextField label={m.search} name="q" value={values.q} type="search" />
        <SelectField label={m.state} name="keadaan" value={values.keadaan} options={any(choices.keadaan)} />
        <SelectField label={m.pattern} name="pola" value={values.pola} options={any(choices.pola)} />
        {choices.kursus.length > 0 && (
          <SelectField label={m.course} name="kursus" value={values.kursus} options={any(choices.kursus)} />
        )}
        <SelectField label={m.month} name="bulan" value={values.bulan} options={any(choices.bulan)} />
        {props.holder && (
          <SelectField
            label={m.classes}
            name="milik"
            value={values.milik}
            options={[
              { value: '', label: m.all },
              { value: 'saya', label: m.heldOnly },
            ]}
          />
        )}
      </FilterBar>
      <DataTable<ClassCells>
        caption={m.classes}
        rows={props.rows}
        rowKey={row => row.id}
        rowHref={row => `/kelas/${row.id}`}
        empty={Empty(props)}
        columns={columnsOf(props)}
      />
      <Pager {...props.pager} />
    </>
  )
}
