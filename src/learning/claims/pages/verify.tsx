import {
  Alert,
  Badge,
  Button,
  ButtonLink,
  Disclosure,
  Facts,
  Form,
  FormActions,
  HiddenField,
  PageHeader,
  Section,
  SelectField,
  TextField,
  type Tone,
} from '../../../ui/index.ts'
import type { VerifyMessages } from '../verify-messages.ts'
import { type EventLine, type FlagLine, FlagList, History } from './parts.tsx'

/** What was posted and refused, or nothing. */
export type Posted = { decision: string; reason: string; jp: string; form: string; errors: { field: string; message: string }[] }

type Props = {
  m: VerifyMessages
  action: string
  person: { name: string; lead: string; href: string }
  activity: string
  state: { text: string; tone: Tone }
  reason: string | null
  /** Under the filter that the list had. */
  around: { place: string; before: string | null; after: string | null; back: string } | null
  facts: { label: string; value: string }[]
  file: { href: string; name: string; picture: boolean } | null
  noFile: string
  flags: FlagLine[]
  events: EventLine[]
  historyTitle: string
  may: { verify: boolean; return: boolean; reject: boolean; revoke: boolean }
  blocked: boolean
  forms: { value: string; label: string; group: string }[]
  values: { jp: string; form: string }
  posted: Posted | null
}

const Around = ({ m, around }: Props) =>
  around && (
    <div class="actions">
      {around.before && (
        <ButtonLink href={around.before} icon="arrow-left" shortcut="k">
          {m.previous}
        </ButtonLink>
      )}
      {around.after && (
        <ButtonLink href={around.after} icon="arrow-right" shortcut="j">
          {m.next}
        </ButtonLink>
      )}
    </div>
  )

const Document = ({ m, file, noFile }: Props) => (
  <Section title={m.document}>
    {file ? (
      <>
        <p>
          <a href={file.href} target="_blank" rel="noopener">
            {m.openDocument}: {file.name}
          </a>
        </p>
        {file.picture ? (
          <img class="proof" src={file.href} alt={file.name} />
        ) : (
          <iframe class="proof proof-page" src={file.href} title={file.name} />
        )}
      </>
    ) : (
      <Alert tone="warn">{noFile}</Alert>
    )}
  </Section>
)

/** A decision with a reason, folded until it is wanted. */
const WithReason = (
  props: Props & { decision: 'kembalikan' | 'tolak' | 'batalkan'; summary: string; help: string; shortcut?: string },
) => {
  const { m, action, decision, posted, summary, help, shortcut } = props
  const mine = posted?.decision === decision ? posted : null
  return (
    <Disclosure summary={summary} open={mine !== null} shortcut={shortcut}>
      <Form action={action} errors={mine?.errors}>
        <HiddenField name="putusan" value={decision} />
        <TextField
          label={m.reason}
          name="alasan"
          id={`f-alasan-${decision}`}
          rows={2}
          maxlength={500}
          help={help}
          value={mine?.reason}
          error={mine?.errors.find(one => one.field === 'alasan')?.message}
        />
        <FormActions>
          <Button tone={decision === 'kembalikan' ? 'primary' : 'danger'}>{summary}</Button>
        </FormActions>
      </Form>
    </Disclosure>
  )
}

const Correct = (props: Props) => {
  const { m, action, posted, values, forms, blocked } = props
  const mine = posted?.decision === 'betulkan' ? posted : null
  const error = (field: string) => mine?.errors.find(one => one.field === field)?.message
  return (
    <Disclosure summary={m.correct} open={mine !== null || blocked}>
      <Form action={action} errors={mine?.errors}>
        <HiddenField name="putusan" value="betulkan" />
        <TextField
          label={m.jp}
          name="jp"
          inputmode="numeric"
          value={mine?.jp ?? values.jp}
          error={error('jp')}
          help={m.correctHelp}
        />
        <SelectField label={m.form} name="bentuk" value={mine?.form ?? values.form} options={forms} />
        <TextField label={m.reason} name="alasan" rows={2} maxlength={500} value={mine?.reason} error={error('alasan')} />
        <FormActions>
          <Button icon="check">{m.verifyCorrected}</Button>
        </FormActions>
      </Form>
    </Disclosure>
  )
}

const Decide = (props: Props) => {
  const { m, action, may, blocked } = props
  return (
    <div class="decide">
      {may.verify && !blocked && (
        <form method="post" action={action}>
          <HiddenField name="putusan" value="verifikasi" />
          <Button icon="check" shortcut="v">
            {m.verify}
          </Button>
        </form>
      )}
      {may.verify && blocked && <p>{m.verifyBlocked}</p>}
      {may.verify && <Correct {...props} />}
      {may.return && <WithReason {...props} decision="kembalikan" summary={m.returnIt} help={m.returnHelp} shortcut="r" />}
      {may.reject && <WithReason {...props} decision="tolak" summary={m.reject} help={m.rejectHelp} shortcut="x" />}
      {may.revoke && <WithReason {...props} decision="batalkan" summary={m.revoke} help={m.revokeHelp} />}
      {may.verify && <p class="field-help needs-js max-md:hidden">{m.keys}</p>}
    </div>
  )
}

/** One claim beside its document, and what to decide. */
export const VerifyPage = (props: Props) => {
  const { m, person, activity, state, around, flags, facts, events } = props
  return (
    <>
      <PageHeader
        eyebrow={
          <>
            {around?.place} <Badge tone={state.tone}>{state.text}</Badge>
          </>
        }
        title={activity}
        lead={
          <>
            <a href={person.href}>{person.name}</a> · {person.lead}
          </>
        }
        actions={<Around {...props} />}
      />
      {props.reason && <blockquote class="reason">{props.reason}</blockquote>}
      <div class="beside with-proof">
        <div>
          <FlagList title={m.flagsTitle} flags={flags} open={m.openOther} />
          <Section title={m.claimed}>
            <Facts items={facts} />
          </Section>
          <Decide {...props} />
        </div>
        <Document {...props} />
      </div>
      <History title={props.historyTitle} events={events} />
    </>
  )
}
