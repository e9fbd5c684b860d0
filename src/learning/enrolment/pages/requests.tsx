import {
  Alert,
  Badge,
  Button,
  ButtonLink,
  type Column,
  DataTable,
  EmptyState,
  FilterBar,
  KeyFigure,
  PageHeader,
  Pager,
  Section,
  SelectField,
  TextField,
  type Tone,
} from '../../../ui/index.ts'
import type { Messages } from '../messages.ts'

export type RequestCells = {
  key: string
  person: string
  nip: string
  jabatan: string
  course: string
  name: string
  dates: string
  state: { label: string; tone: Tone }
  next: string | null
  entry: { label: string; tone: Tone }
}
type Choice = { value: string; label: string }
type Props = {
  m: Messages
  figure: { value: string; sentence: string; tone: Tone }
  rows: RequestCells[]
  values: { q: string; keadaan: string; hanya: string }
  states: Choice[]
  filtered: boolean
  exportHref: string
  reason: string
  error: string | null
  ticked: readonly string[]
  pager: Parameters<typeof Pager>[0]
}

const columns = (m: Messages): Column<RequestCells>[] => [
  {
    key: 'person',
    header: m.person,
    primary: true,
    cell: row => (
      <>
        {row.person} <small class="cell-detail">{row.nip}</small>
      </>
    ),
  },
  { key: 'jabatan', header: m.jabatan, cell: row => row.jabatan, secondary: true },
  {
    key: 'course',
    header: m.course,
    cell: row => (
      <>
        {row.course}
        <small class="cell-detail">{row.name}</small>
      </>
    ),
  },
  { key: 'dates', header: m.dates, cell: row => row.dates },
  { key: 'entry', header: m.entry, cell: row => <Badge tone={row.entry.tone}>{row.entry.label}</Badge> },
  {
    key: 'state',
    header: m.state,
    cell: row => (
      <>
        <Badge tone={row.state.tone}>{row.state.label}</Badge>
        {row.next && <small class="cell-detail">{row.next}</small>}
      </>
    ),
  },
]

/** What is done with the ticked. */
const Decide = ({ m, reason, error }: Props) => (
  <Section title={m.withSelected}>
    <div class="form">
      <TextField label={m.reason} name="alasan" value={reason} help={m.reasonHelp} maxlength={500} error={error ?? undefined} />
      <div class="form-actions">
        <Button name="tindakan" value="setujui" icon="check">
          {m.endorse}
        </Button>
        <Button name="tindakan" value="tolak" tone="neutral">
          {m.reject}
        </Button>
      </div>
    </div>
  </Section>
)

export function RequestsPage(props: Props) {
  const { m, values, rows } = props
  return (
    <>
      <PageHeader
        title={m.requests}
        lead={m.requestsLead}
        actions={
          <ButtonLink href={props.exportHref} icon="download" download>
            {m.export}
          </ButtonLink>
        }
      />
      {props.error && (
        <Alert tone="bad">
          <p>{props.error}</p>
        </Alert>
      )}
      <KeyFigure value={props.figure.value} label={m.requestsLabel} sentence={props.figure.sentence} tone={props.figure.tone} />
      <FilterBar
        action="/pendaftaran"
        submit={m.apply}
        resetHref={props.filtered ? '/pendaftaran' : undefined}
        resetLabel={m.reset}
      >
        <TextField label={m.search} name="q" value={values.q} type="search" />
        <SelectField
          label={m.state}
          name="keadaan"
          value={values.keadaan}
          options={[{ value: '', label: m.all }, ...props.states]}
        />
        <SelectField
          label={m.requestsShow}
          name="hanya"
          value={values.hanya}
          options={[
            { value: '', label: m.all },
            { value: 'saya', label: m.requestsOnly },
          ]}
        />
      </FilterBar>
      <form method="post" action="/pendaftaran">
        <DataTable<RequestCells>
          caption={m.requests}
          rows={rows}
          rowKey={row => row.key}
          select={{
            name: 'permohonan',
            value: row => row.key,
            label: row => m.select(`${row.person}, ${row.course}`),
            all: m.selectAll,
            checked: row => props.ticked.includes(row.key),
          }}
          empty={
            props.filtered ? (
              <EmptyState title={m.noMatch} action={<ButtonLink href="/pendaftaran">{m.reset}</ButtonLink>}>
                {m.noMatchWhat}
              </EmptyState>
            ) : (
              <EmptyState title={m.noRequests} action={<ButtonLink href="/kelas">{m.toClasses}</ButtonLink>}>
                {m.noRequestsWhat}
              </EmptyState>
            )
          }
          columns={columns(m)}
        />
        {rows.length > 0 && <Decide {...props} />}
      </form>
      <Pager {...props.pager} />
    </>
  )
}
