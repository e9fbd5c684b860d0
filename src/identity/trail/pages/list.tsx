import {
  Alert,
  Badge,
  Button,
  ButtonLink,
  type Column,
  DataTable,
  EmptyState,
  FilterBar,
  Form,
  HiddenField,
  KeyFigure,
  PageHeader,
  Pager,
  Section,
  SelectField,
  type Sort,
  TextField,
} from '../../../ui/index.ts'
import type { TrailValues } from '../filter.ts'
import type { TrailMessages } from '../messages.ts'

export type TrailCells = {
  id: number
  when: string
  who: string
  what: string
  subject: string
  instansi: string
  rows: string
  detail: string
  sealed: boolean
  erased: boolean
}
type Choice = { value: string; label: string }

type Props = {
  m: TrailMessages
  entries: TrailCells[]
  figure: { value: string; filtered: boolean; unsealed: number }
  values: TrailValues
  choices: { verbs: Choice[]; instansi: Choice[] }
  sort: Sort
  /** What all entries are about, where only one thing was asked for. */
  about: string | null
  /** A sentence on why the list is cut short or empty. */
  note: string | null
  exportHref: string
  pager: Parameters<typeof Pager>[0]
}

const Subject = ({ row }: { row: TrailCells }) => (
  <>
    {row.subject} {row.detail && <small class="cell-detail wrap-anywhere">{row.detail}</small>}
  </>
)

const Seal = ({ m, row }: { m: TrailMessages; row: TrailCells }) => (
  <>
    {row.sealed ? <Badge tone="ok">{m.sealed}</Badge> : <Badge tone="neutral">{m.unsealed}</Badge>}{' '}
    {row.erased && <Badge tone="info">{m.erased}</Badge>}
  </>
)

function columnsOf({ m, sort, choices }: Props): Column<TrailCells>[] {
  const instansi: Column<TrailCells> = { key: 'instansi', header: m.instansi, secondary: true, cell: row => row.instansi }
  return [
    { key: 'when', header: m.when, cell: row => row.when, nowrap: true, ...sort },
    { key: 'what', header: m.what, primary: true, cell: row => row.what },
    { key: 'subject', header: m.subject, cell: row => <Subject row={row} /> },
    { key: 'who', header: m.who, cell: row => row.who },
    ...(choices.instansi.length > 0 ? [instansi] : []),
    { key: 'rows', header: m.rowsTouched, align: 'right', cell: row => row.rows },
    { key: 'seal', header: m.seal, cell: row => <Seal m={m} row={row} /> },
  ]
}

const Narrow = ({ m, values, choices, figure, about }: Props) => (
  <FilterBar action="/jejak" submit={m.apply} resetHref={figure.filtered ? '/jejak' : undefined} resetLabel={m.reset}>
    <TextField label={m.search} name="q" value={values.q} type="search" />
    <TextField label={m.by} name="oleh" value={values.oleh} type="search" />
    <SelectField
      label={m.verb}
      name="perubahan"
      value={values.perubahan}
      options={[{ value: '', label: m.all }, ...choices.verbs]}
    />
    {choices.instansi.length > 0 && (
      <SelectField
        label={m.instansi}
        name="instansi"
        value={values.instansi}
        options={[{ value: '', label: m.all }, ...choices.instansi]}
      />
    )}
    <TextField label={m.from} name="dari" value={values.dari} type="date" />
    <TextField label={m.until} name="sampai" value={values.sampai} type="date" />
    {values.tentang && <HiddenField name="tentang" value={values.tentang} />}
    {about && <Badge tone="info">{about}</Badge>}
  </FilterBar>
)

const Nothing = ({ m, figure }: Props) =>
  figure.filtered ? (
    <EmptyState title={m.noMatch} action={<ButtonLink href="/jejak">{m.reset}</ButtonLink>}>
      {m.noMatchWhat}
    </EmptyState>
  ) : (
    <EmptyState title={m.none}>{m.noneWhat}</EmptyState>
  )

export function TrailPage(props: Props) {
  const { m, entries, figure, note, exportHref, pager } = props
  return (
    <>
      <PageHeader
        title={m.trail}
        lead={m.trailLead}
        actions={
          entries.length > 0 && (
            <ButtonLink href={exportHref} icon="download" download>
              {m.export}
            </ButtonLink>
          )
        }
      />
      <KeyFigure
        value={figure.value}
        label={figure.filtered ? m.found : m.allFound}
        sentence={figure.unsealed > 0 ? m.unsealedSome(figure.unsealed) : m.sealedAll}
        tone={figure.unsealed > 0 ? 'info' : 'ok'}
      />
      <Narrow {...props} />
      {note && <Alert tone="info">{note}</Alert>}
      {entries.length === 0 ? (
        <Nothing {...props} />
      ) : (
        <Form action="/jejak/hapus" method="get" wide>
          <DataTable<TrailCells>
            caption={m.trail}
            rows={entries}
            rowKey={row => row.id}
            rowHref={row => `/jejak/${row.id}`}
            select={{ name: 'catatan', value: row => String(row.id), label: row => m.choose(String(row.id)), all: m.chooseAll }}
            empty=""
            columns={columnsOf(props)}
          />
          <Pager {...pager} />
          <Section title={m.eraseChosen} lead={m.eraseChosenLead}>
            <div class="actions">
              <Button tone="neutral">{m.eraseChosen}</Button>
            </div>
          </Section>
        </Form>
      )}
    </>
  )
}
