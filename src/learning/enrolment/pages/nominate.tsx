import {
  Alert,
  Badge,
  Button,
  ButtonLink,
  DataTable,
  EmptyState,
  FileField,
  FilterBar,
  Form,
  FormActions,
  HiddenField,
  KeyFigure,
  PageHeader,
  Pager,
  Section,
  TextField,
  type Tone,
} from '../../../ui/index.ts'
import type { Messages } from '../messages.ts'

export type PickCells = {
  id: number
  name: string
  nip: string
  jabatan: string
  unit: string
  state: { label: string; tone: Tone } | null
}
type Props = {
  m: Messages
  id: number
  title: string
  course: string
  rows: PickCells[]
  q: string
  nips: string
  ticked: readonly number[]
  errors: { field: string; message: string }[]
  pager: Parameters<typeof Pager>[0]
}

export function NominatePage(props: Props) {
  const { m, id, rows, errors } = props
  const here = `/kelas/${id}/usulkan`
  const error = (field: string) => errors.find(one => one.field === field)?.message
  return (
    <>
      <PageHeader title={m.nominate} eyebrow={`${props.course} · ${props.title}`} lead={m.nominateLead} />
      <FilterBar action={here} submit={m.apply} resetHref={props.q ? here : undefined} resetLabel={m.reset}>
        <TextField label={m.nominateSearch} name="q" value={props.q} type="search" />
      </FilterBar>
      <Form action={`${here}${props.q ? `?q=${encodeURIComponent(props.q)}` : ''}`} multipart wide errors={errors}>
        <HiddenField name="kelas" value={id} />
        <DataTable<PickCells>
          caption={m.nominate}
          rows={rows}
          rowKey={row => row.id}
          select={{
            name: 'orang',
            value: row => String(row.id),
            label: row => m.select(row.name),
            all: m.selectAll,
            checked: row => props.ticked.includes(row.id),
          }}
          empty={<EmptyState title={m.nominateNobody}>{m.nominateNobodyWhat}</EmptyState>}
          columns={[
            {
              key: 'name',
              header: m.name,
              primary: true,
              cell: row => (
                <>
                  {row.name} <small class="cell-detail">{row.nip}</small>
                </>
              ),
            },
            { key: 'jabatan', header: m.jabatan, cell: row => row.jabatan },
            { key: 'unit', header: m.unit, cell: row => row.unit, secondary: true },
            {
              key: 'state',
              header: m.state,
              cell: row => row.state && <Badge tone={row.state.tone}>{row.state.label}</Badge>,
            },
          ]}
        />
        {rows.length > 0 && <Pager {...props.pager} />}
        <TextField label={m.nominateNips} name="nip" value={props.nips} rows={4} help={m.nominateNipsHelp} error={error('nip')} />
        <FileField label={m.nominateFile} name="berkas" accept=".xlsx,.csv" help={m.nominateFileHelp} error={error('berkas')} />
        <FormActions>
          <Button icon="check">{m.nominateSend}</Button>
          <ButtonLink href={`/kelas/${id}`} tone="ghost">
            {m.backToClass}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  )
}

export type LeftCells = { key: string; who: string; nip: string; why: string[] }
type ResultProps = {
  m: Messages
  id: number
  title: string
  course: string
  done: string
  sentence: string
  someDone: boolean
  left: LeftCells[]
  /** Who sits in another class then, and what was said of it. */
  overrule: { nips: readonly string[]; why: string }
  error?: string
}
export const NominatedPage = ({ m, id, title, course, done, sentence, someDone, left, overrule, error }: ResultProps) => (
  <>
    <PageHeader
      title={m.nominateResult}
      eyebrow={`${course} · ${title}`}
      actions={
        <>
          <ButtonLink href={`/kelas/${id}`} tone="primary">
            {m.backToClass}
          </ButtonLink>
          <ButtonLink href={`/kelas/${id}/usulkan`}>{m.nominate}</ButtonLink>
        </>
      }
    />
    <KeyFigure value={done} label={m.nominateResult} sentence={sentence} tone={someDone ? 'ok' : 'warn'} />
    {left.length > 0 && (
      <>
        <Alert tone="warn" title={m.nominateLeft}>
          <p>{m.nominateLeftWhat}</p>
        </Alert>
        <DataTable<LeftCells>
          caption={m.nominateLeft}
          rows={left}
          rowKey={row => row.key}
          empty=""
          columns={[
            { key: 'who', header: m.name, primary: true, cell: row => row.who },
            { key: 'nip', header: m.nip, nowrap: true, cell: row => row.nip },
            { key: 'why', header: m.why, long: true, cell: row => row.why.join('; ') },
          ]}
        />
      </>
    )}
    {overrule.nips.length > 0 && (
      <Section title={m.overrule(String(overrule.nips.length))} lead={m.overruleWhat}>
        <Form action={`/kelas/${id}/usulkan`} multipart errors={error ? [{ field: 'alasan', message: error }] : []}>
          <HiddenField name="nip" value={overrule.nips.join(',')} />
          <TextField label={m.overruleWhy} name="alasan" value={overrule.why} rows={2} maxlength={500} error={error} />
          <FormActions>
            <Button tone="neutral">{m.overruleSend}</Button>
          </FormActions>
        </Form>
      </Section>
    )}
  </>
)
