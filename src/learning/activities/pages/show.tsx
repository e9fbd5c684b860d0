import {
  Alert,
  Badge,
  Button,
  ButtonLink,
  DataTable,
  Disclosure,
  Facts,
  FileField,
  Form,
  FormActions,
  HiddenField,
  PageHeader,
  PostButton,
  Section,
  SelectField,
  TextField,
  type Tone,
} from '../../../ui/index.ts'
import type { ActivityMessages } from '../messages.ts'

type StepView = { step: string; label: string; needs: 'reason' | 'outcome' | null; tone: 'primary' | 'neutral' | 'danger' }
type LogView = { id: number; on: string; minutes: string; words: string; confirmed: boolean | null; mayRemove: boolean }
type HistoryView = { step: string; by: string; at: string; reason: string }
type Props = {
  m: ActivityMessages
  id: number
  title: string
  kind: string
  state: { label: string; tone: Tone }
  reason: string | null
  facts: { label: string; value: string }[]
  counted: string
  jpHref: string | null
  editHref: string | null
  steps: StepView[]
  log: LogView[]
  mayLog: boolean
  mayConfirm: boolean
  files: { href: string; name: string; kind: string }[]
  fileKinds: { value: string; label: string }[]
  mayAttach: boolean
  host: { said: string; note: string | null; asked: string | null; mayAsk: boolean; link: string | null } | null
  history: HistoryView[]
  typed: { on: string; minutes: string; words: string; outcome: string }
  errors: { field: string; message: string }[]
}

const Step = ({ m, id, step, typed, errors }: Pick<Props, 'm' | 'id' | 'typed' | 'errors'> & { step: StepView }) => {
  const action = `/kegiatan/${id}/langkah`
  if (step.needs === null)
    return <PostButton action={action} label={step.label} tone={step.tone} fields={{ langkah: step.step }} />
  const outcome = step.needs === 'outcome'
  return (
    <Disclosure summary={step.label} open={outcome && errors.length > 0}>
      <Form action={action} errors={outcome ? errors : []} errorTitle={m.errors}>
        <HiddenField name="langkah" value={step.step} />
        {outcome ? (
          <TextField
            label={m.outcome}
            name="hasil"
            help={m.outcomeHelp}
            value={typed.outcome}
            error={errors.find(one => one.field === 'hasil')?.message}
            rows={5}
            maxlength={4000}
          />
        ) : (
          <TextField label={m.reason} name="alasan" id={`alasan-${step.step}`} rows={2} maxlength={1000} />
        )}
        <FormActions>
          <Button tone={step.tone}>{step.label}</Button>
        </FormActions>
      </Form>
    </Disclosure>
  )
}

const Log = ({ m, id, log, mayConfirm }: Props) => {
  const table = (
    <DataTable<LogView>
      caption={m.log}
      rows={log}
      rowKey={row => row.id}
      empty={m.logNone}
      select={
        mayConfirm
          ? { name: 'catatan', all: m.chooseAll, value: row => String(row.id), label: row => m.chooseEntry(row.on) }
          : undefined
      }
      columns={[
        { key: 'on', header: m.on, primary: true, nowrap: true, cell: row => row.on },
        { key: 'minutes', header: m.minutes, align: 'right', cell: row => row.minutes },
        { key: 'words', header: m.words, long: true, cell: row => row.words },
        {
          key: 'state',
          header: m.state,
          cell: row =>
            row.confirmed === null ? (
              ''
            ) : (
              <Badge tone={row.confirmed ? 'ok' : 'warn'}>{row.confirmed ? m.confirmed : m.unconfirmed}</Badge>
            ),
        },
        ...(log.some(row => row.mayRemove)
          ? [
              {
                key: 'remove',
                header: m.remove,
                cell: (row: LogView) =>
                  row.mayRemove && <PostButton action={`/kegiatan/${id}/log/${row.id}/hapus`} label={m.remove} tone="ghost" />,
              },
            ]
          : []),
      ]}
    />
  )
  if (!mayConfirm) return table
  return (
    <Form action={`/kegiatan/${id}/konfirmasi`} wide>
      {table}
      <FormActions>
        <Button>{m.confirm}</Button>
      </FormActions>
    </Form>
  )
}

const NewEntry = ({ m, id, typed, errors }: Props) => {
  const ours = errors.filter(one => ['tanggal', 'menit', 'uraian'].includes(one.field))
  const error = (field: string) => ours.find(one => one.field === field)?.message
  return (
    <Disclosure summary={m.addLog} open={ours.length > 0}>
      <Form action={`/kegiatan/${id}/log`} errors={ours} errorTitle={m.errors}>
        <TextField label={m.on} name="tanggal" type="date" value={typed.on} error={error('tanggal')} />
        <TextField
          label={m.minutes}
          name="menit"
          inputmode="numeric"
          maxlength={4}
          value={typed.minutes}
          error={error('menit')}
        />
        <TextField label={m.words} name="uraian" rows={4} maxlength={4000} value={typed.words} error={error('uraian')} />
        <FormActions>
          <Button>{m.addLog}</Button>
        </FormActions>
      </Form>
    </Disclosure>
  )
}

const Files = ({ m, id, files, fileKinds, mayAttach }: Props) => (
  <Section title={m.files}>
    {files.length === 0 ? (
      <p>{m.filesNone}</p>
    ) : (
      <ul>
        {files.map(file => (
          <li key={file.href}>
            <a href={file.href}>{file.name}</a> <small class="cell-detail">{file.kind}</small>
          </li>
        ))}
      </ul>
    )}
    {mayAttach && (
      <Disclosure summary={m.upload}>
        <Form action={`/kegiatan/${id}/berkas`} multipart>
          <SelectField label={m.fileKind} name="jenis" options={fileKinds} />
          <FileField
            label={m.file}
            name="berkas"
            help={m.fileHelp}
            accept="application/pdf,image/jpeg,image/png,image/webp"
            required
          />
          <FormActions>
            <Button>{m.upload}</Button>
          </FormActions>
        </Form>
      </Disclosure>
    )}
  </Section>
)

const Host = ({ m, id, host }: { m: ActivityMessages; id: number; host: NonNullable<Props['host']> }) => (
  <Section title={m.hostTitle} lead={m.hostLead}>
    <p>
      {host.said} {host.note}
    </p>
    {host.asked && <p>{host.asked}</p>}
    {host.link && <Alert tone="ok">{host.link}</Alert>}
    {host.mayAsk && <PostButton action={`/kegiatan/${id}/tuan-rumah`} label={m.askHost} />}
  </Section>
)

export function ActivityPage(props: Props) {
  const { m, id, title, kind, state, facts, steps, log, host, history } = props
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={kind}
        lead={<Badge tone={state.tone}>{state.label}</Badge>}
        actions={props.editHref && <ButtonLink href={props.editHref}>{m.edit}</ButtonLink>}
      />
      {props.reason && <Alert tone="warn">{m.lastReason(props.reason)}</Alert>}
      <Facts items={facts} />
      <p>
        {props.counted} {props.jpHref && <a href={props.jpHref}>{m.seeJp}</a>}
      </p>
      {steps.length > 0 && (
        <div class="actions">
          {steps.map(step => (
            <Step key={step.step} m={m} id={id} step={step} typed={props.typed} errors={props.errors} />
          ))}
        </div>
      )}
      {(log.length > 0 || props.mayLog) && (
        <Section title={m.log} lead={m.logLead}>
          <Log {...props} />
          {props.mayLog && <NewEntry {...props} />}
        </Section>
      )}
      <Files {...props} />
      {host && <Host m={m} id={id} host={host} />}
      <Disclosure summary={m.history}>
        <DataTable<HistoryView>
          caption={m.history}
          rows={history}
          rowKey={row => row.at + row.step}
          empty={m.logNone}
          columns={[
            { key: 'step', header: m.step, primary: true, cell: row => row.step },
            { key: 'by', header: m.by, cell: row => row.by },
            { key: 'at', header: m.at, cell: row => row.at },
            { key: 'reason', header: m.reason, long: true, cell: row => row.reason },
          ]}
        />
      </Disclosure>
    </>
  )
}
