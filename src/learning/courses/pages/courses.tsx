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
  Tabs,
  TextField,
  type Tone,
} from '../../../ui/index.ts'
import type { CourseMessages } from '../messages.ts'

export type CourseCells = {
  id: number
  title: string
  detail: string
  form: string
  jp: string
  reaches: string
  state: { label: string; tone: Tone }
  /** A draft beside the version in force. */
  draft: string | null
  classes: string
}
type Choice = { value: string | number; label: string }
type Props = {
  m: CourseMessages
  tabs: Parameters<typeof Tabs>[0]
  figure: { value: string; sentence: string; tone: Tone }
  rows: CourseCells[]
  values: { q: string; lembaga: string; keadaan: string; bentuk: string; pilar: string }
  choices: { lembaga: Choice[]; keadaan: Choice[]; bentuk: Choice[]; pilar: Choice[] }
  sort: { judul: Sort; jp: Sort }
  filtered: boolean
  exportHref: string
  importHref: string | null
  /** False: nobody teaches here yet, so that no course can be made. */
  canCreate: boolean
  pager: Parameters<typeof Pager>[0]
}

const columnsOf = ({ m, sort }: Props): Column<CourseCells>[] => [
  {
    key: 'title',
    header: m.course,
    primary: true,
    cell: row => (
      <>
        {row.title} <small class="cell-detail">{row.detail}</small>
      </>
    ),
    ...sort.judul,
  },
  {
    key: 'state',
    header: m.state,
    cell: row => (
      <>
        <Badge tone={row.state.tone}>{row.state.label}</Badge> {row.draft && <Badge tone="info">{row.draft}</Badge>}
      </>
    ),
  },
  { key: 'form', header: m.form, cell: row => row.form },
  { key: 'reaches', header: m.reaches, cell: row => row.reaches, long: true },
  { key: 'jp', header: m.jp, cell: row => row.jp, align: 'right', ...sort.jp },
  { key: 'classes', header: m.openClasses, cell: row => row.classes, align: 'right' },
]

const Nothing = ({ m, filtered, canCreate }: Props) =>
  filtered ? (
    <EmptyState title={m.noMatch} action={<ButtonLink href="/kursus">{m.reset}</ButtonLink>}>
      {m.noMatchWhat}
    </EmptyState>
  ) : canCreate ? (
    <EmptyState
      title={m.noCourses}
      action={
        <ButtonLink href="/kursus/baru" tone="primary" icon="plus">
          {m.newCourse}
        </ButtonLink>
      }
    >
      {m.noCoursesWhat}
    </EmptyState>
  ) : (
    <EmptyState title={m.noProvider}>{m.noProviderWhat}</EmptyState>
  )

export function CoursesPage(props: Props) {
  const { m, rows, figure, values, choices, canCreate } = props
  const any = { value: '', label: m.all }
  return (
    <>
      <PageHeader
        title={m.courses}
        lead={m.coursesLead}
        actions={
          <>
            {canCreate && (
              <ButtonLink href="/kursus/baru" tone="primary" icon="plus">
                {m.newCourse}
              </ButtonLink>
            )}
            {props.importHref && (
              <ButtonLink href={props.importHref} icon="upload">
                {m.import}
              </ButtonLink>
            )}
            {rows.length > 0 && (
              <ButtonLink href={props.exportHref} icon="download" download>
                {m.export}
              </ButtonLink>
            )}
          </>
        }
      />
      <Tabs {...props.tabs} />
      <KeyFigure value={figure.value} label={m.activeLabel} sentence={figure.sentence} tone={figure.tone} />
      <FilterBar
        action="/kursus"
        submit={m.apply}
        resetHref={props.filtered ? '/kursus' : undefined}
        resetLabel={m.reset}
        autosubmit
      >
        <TextField label={m.search} name="q" value={values.q} type="search" maxlength={80} />
        {choices.lembaga.length > 1 && (
          <SelectField label={m.provider} name="lembaga" value={values.lembaga} options={[any, ...choices.lembaga]} />
        )}
        <SelectField label={m.state} name="keadaan" value={values.keadaan} options={[any, ...choices.keadaan]} />
        <SelectField label={m.form} name="bentuk" value={values.bentuk} options={[any, ...choices.bentuk]} />
        <SelectField label={m.pillar} name="pilar" value={values.pilar} options={[any, ...choices.pilar]} />
      </FilterBar>
      <DataTable<CourseCells>
        caption={m.courses}
        rows={rows}
        rowKey={row => row.id}
        rowHref={row => `/kursus/${row.id}`}
        empty={<Nothing {...props} />}
        columns={columnsOf(props)}
      />
      {rows.length > 0 && <Pager {...props.pager} />}
    </>
  )
}
