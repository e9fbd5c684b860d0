import {
  Alert,
  Badge,
  Button,
  ButtonLink,
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
import type { LetterMessages } from '../../letters/messages.ts'
import { LetterNote } from '../../letters/pages/withdraw.tsx'
import type { ActivityMessages } from '../messages.ts'
import { Log, type LogProps, NewEntry } from './log.tsx'

type StepView = { step: string; label: string; needs: 'reason' | 'outcome' | null; tone: 'primary' | 'neutral' | 'danger' }
type HistoryView = { step: string; by: string; at: string; reason: string }
type Props = LogProps & {
  words: LetterMessages
  title: string
  kind: string
  state: { label: string; tone: Tone }
  reason: string | null
  facts: { label: string; value: string }[]
  counted: string
  next: string | null
  /** Where its letter is issued; null: not by who asks, or not now. */
  issueHref: string | null
  letterMissing: boolean
  /** It is cancelled, and its letter was not withdrawn. */
  letterStands: boolean
  withdrawHref: string | null
  jpHref: string | null
  editHref: string | null
  steps: StepView[]
  files: { href: string | null; name: string; kind: string; withdrawn: string | null }[]
  fileKinds: { value: string; label: string }[]
  mayAttach: boolean
  host: {
    said: string
    note: string | null
    asked: string | null
    mayAsk: boolean
    link: string | null
    waHref: string | null
  } | null
  history: HistoryView[]
}

const Step = ({ m, id, step, typed, errors }: Pick<Props, 'm' | 'id' | 'typed' | 'errors'> & { step: StepView }) => {
  const action = `/kegiatan/${id}/langkah`
  if (step.needs === null)
    return <PostButton action={action} label={step.label} tone={step.tone} fields={{ langkah: step.step }} />
  const outcome = step.needs === 'outcome'
  const ours = outcome ? errors.filter(one => ['hasil', 'berkas', 'buku-log'].includes(one.field)) : []
  return (
    <Disclosure summary={step.label} open={ours.length > 0}>
      <Form action={action} errors={ours} errorTitle={m.errors}>
        <HiddenField name="langkah" value={step.step} />
        {outcome ? (
          <TextField
            label={m.outcome}
            name="hasil"
            help={m.outcomeHelp}
            value={typed.outcome}
            error={ours.find(one => one.field === 'hasil')?.message}
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

const Files = ({ m, words, id, files, fileKinds, mayAttach, issueHref, withdrawHref, letterMissing, letterStands }: Props) => (
  <Section
    title={m.files}
    actions={
      <>
        {issueHref && (
          <ButtonLink href={issueHref} icon="file">
            {m.issueLetter}
          </ButtonLink>
        )}
        {withdrawHref && (
          <ButtonLink href={withdrawHref} tone="ghost">
            {words.withdraw}
          </ButtonLink>
        )}
      </>
    }
  >
    {letterStands && <Alert tone="warn">{m.letterStands}</Alert>}
    {letterMissing && <p>{m.letterMissing}</p>}
    {files.length === 0 && !letterMissing && <p>{m.filesNone}</p>}
    {files.length > 0 && (
      <ul class="plain-list">
        {files.map(file => (
          <li key={file.name + file.href}>
            {file.href ? <a href={file.href}>{file.name}</a> : file.name} <small class="cell-detail">{file.kind}</small>
            {file.withdrawn && <LetterNote label={words.withdrawn} tone="bad" words={file.withdrawn} />}
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
    {host.link && (
      <Alert tone="ok">
        <p>{m.hostLink}</p>
        <p>
          <a href={host.link} class="long-link">
            {host.link}
          </a>
        </p>
        <p>
          <a href={host.waHref ?? host.link} rel="noreferrer">
            {m.hostSend}
          </a>
        </p>
      </Alert>
    )}
    {host.asked && !host.link && <p>{host.asked}</p>}
    {host.mayAsk && (
      <div class="actions">
        <PostButton action={`/kegiatan/${id}/tuan-rumah`} label={m.askHost} />
      </div>
    )}
  </Section>
)

/** What whoever looks does next: a press for what needs no words, a form one press away for the rest. */
const Next = ({ m, id, next, steps, typed, errors, jpHref, counted }: Props) => (
  <Section title={m.next} lead={next}>
    {jpHref ? <a href={jpHref}>{m.seeJp}</a> : <p>{counted}</p>}
    {steps.some(step => step.needs === null) && (
      <div class="actions">
        {steps.map(
          step => step.needs === null && <Step key={step.step} m={m} id={id} step={step} typed={typed} errors={errors} />,
        )}
      </div>
    )}
    {steps.map(step => step.needs !== null && <Step key={step.step} m={m} id={id} step={step} typed={typed} errors={errors} />)}
  </Section>
)

export function ActivityPage(props: Props) {
  const { m, id, title, kind, state, facts, log, host, history } = props
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={kind}
        lead={<Badge tone={state.tone}>{state.label}</Badge>}
        actions={props.editHref && <ButtonLink href={props.editHref}>{m.edit}</ButtonLink>}
      />
      {props.reason && <Alert tone="warn">{m.lastReason(props.reason)}</Alert>}
      {props.next && <Next {...props} />}
      <Section title={m.planned}>
        <Facts items={facts} />
      </Section>
      {(log.length > 0 || props.mayLog) && (
        <Section title={m.log} lead={m.logLead} id="f-buku-log">
          <Log {...props} />
          {props.mayLog && <NewEntry {...props} />}
        </Section>
      )}
      <Files {...props} />
      {host && <Host m={m} id={id} host={host} />}
      <Section title={m.history}>
        <ol class="thread">
          {history.map(row => (
            <li key={row.at + row.step}>
              <strong>{row.step}</strong>
              <span class="thread-plan">
                {row.by}, {row.at}
              </span>
              {row.reason && <span>{row.reason}</span>}
            </li>
          ))}
        </ol>
      </Section>
    </>
  )
}
