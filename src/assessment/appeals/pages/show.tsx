import {
  Alert,
  Badge,
  Button,
  Facts,
  Form,
  FormActions,
  PageHeader,
  PostButton,
  RadioField,
  Section,
  SelectField,
  TextField,
} from '../../../ui/index.ts'
import type { AppealMessages } from '../messages.ts'
import type { AppealState } from '../rules/appeal.ts'
import { stateTone } from './list.tsx'

type Choice = { value: string; label: string }
type Fact = { label: string; value: string }
type Errors = { field: string; message: string }[]
export type ShowProps = {
  m: AppealMessages
  id: number
  title: string
  lead: string
  state: AppealState
  late: boolean
  facts: Fact[]
  reason: string
  course: Fact[]
  opinion: { level: number; text: string } | null
  decision: { sentence: string; grounds: string; by: string } | null
  assign: { readers: Choice[] } | null
  give: { levels: { value: string; label: string; help: string }[]; level: string; text: string } | null
  decide: { levels: Choice[]; outcome: string; level: string; grounds: string } | null
  /** Why the step that is next is somebody else's. */
  notice: string | null
  withdraw: boolean
  errors: Errors
}

const errorOf = (errors: Errors, field: string) => errors.find(one => one.field === field)?.message

function Assign({ m, id, assign, errors }: ShowProps & { assign: NonNullable<ShowProps['assign']> }) {
  return (
    <Section title={m.assignTitle} lead={m.assignLead}>
      {assign.readers.length === 0 ? (
        <Alert tone="warn">{m.assignNone}</Alert>
      ) : (
        <Form action={`/keberatan/${id}/pembaca`} errors={errors} errorTitle={m.formErrors}>
          <SelectField
            label={m.reader}
            name="pembaca"
            options={[{ value: '', label: m.choose }, ...assign.readers]}
            error={errorOf(errors, 'pembaca')}
            required
          />
          <Button tone="primary">{m.assign}</Button>
        </Form>
      )}
    </Section>
  )
}

function Give({ m, id, give, errors }: ShowProps & { give: NonNullable<ShowProps['give']> }) {
  return (
    <Section title={m.opinionTitle} lead={m.opinionLead}>
      <Form action={`/keberatan/${id}/pendapat`} errors={errors} errorTitle={m.formErrors}>
        <RadioField label={m.level} name="level" options={give.levels} value={give.level} error={errorOf(errors, 'level')} />
        <TextField
          label={m.opinionWhy}
          name="pendapat"
          value={give.text}
          rows={6}
          error={errorOf(errors, 'pendapat')}
          maxlength={4000}
          required
        />
        <FormActions>
          <Button tone="primary">{m.opinionGive}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}

function Decide({ m, id, decide, errors }: ShowProps & { decide: NonNullable<ShowProps['decide']> }) {
  const outcomes = Object.entries(m.outcomes).map(([value, label]) => ({ value, label }))
  return (
    <Section title={m.decideTitle} lead={m.decideLead}>
      <Form action={`/keberatan/${id}/putusan`} errors={errors} errorTitle={m.formErrors}>
        <RadioField
          label={m.outcome}
          name="putusan"
          options={outcomes}
          value={decide.outcome}
          error={errorOf(errors, 'putusan')}
        />
        <SelectField
          label={m.newLevel}
          name="level"
          options={[{ value: '', label: m.choose }, ...decide.levels]}
          value={decide.level}
          error={errorOf(errors, 'level')}
        />
        <TextField
          label={m.grounds}
          name="pertimbangan"
          value={decide.grounds}
          rows={6}
          error={errorOf(errors, 'pertimbangan')}
          maxlength={4000}
          required
        />
        <FormActions>
          <Button tone="primary">{m.decide}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}

/** One objection: what it is about, how it went, and the one step that is this reader's to take. */
export function AppealPage(props: ShowProps) {
  const { m, id, state, late, decision, opinion, assign, give, decide } = props
  return (
    <>
      <PageHeader
        title={props.title}
        lead={
          <>
            <Badge tone={stateTone[state]}>{m.states[state]}</Badge> {late && <Badge tone="bad">{m.late}</Badge>} {props.lead}
          </>
        }
      />
      {decision && (
        <Alert tone="ok" title={decision.sentence}>
          {decision.grounds}
        </Alert>
      )}
      <Section title={m.result}>
        <Facts items={props.facts} />
      </Section>
      <Section title={m.reason}>
        <p class="prose">{props.reason}</p>
      </Section>
      {opinion && (
        <Section title={m.opinion}>
          <p>
            <strong>{m.opinionLevel(opinion.level)}</strong>
          </p>
          <p class="prose">{opinion.text}</p>
        </Section>
      )}
      <Section title={m.course}>
        <Facts items={props.course} />
      </Section>
      {props.notice && <Alert tone="info">{props.notice}</Alert>}
      {assign && <Assign {...props} assign={assign} />}
      {give && <Give {...props} give={give} />}
      {decide && <Decide {...props} decide={decide} />}
      {props.withdraw && <PostButton action={`/keberatan/${id}/cabut`} label={m.withdraw} confirm={m.withdrawAsk} />}
    </>
  )
}
