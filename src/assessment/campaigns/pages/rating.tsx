import {
  Alert,
  Button,
  ButtonLink,
  ChoiceRows,
  DataTable,
  Disclosure,
  EmptyState,
  Form,
  FormActions,
  HiddenField,
  PageHeader,
  Progress,
  Section,
  TextField,
  type Tone,
} from '../../../ui/index.ts'
import type { RatingMessages } from '../rating-messages.ts'

export type Question = {
  id: number
  name: string
  definition: string | null
  /** What each level means; empty where the dictionary says nothing. */
  indicators: { label: string; lines: string[] }[]
  options: { value: string; mark?: string; label: string; help?: string }[]
  value: string
  evidence: string
  error: string | null
  evidenceError: string | null
  /** What another tab stored, or what both asesor said. */
  notes: string[]
  required: number
  /** In words, for the reading of what was handed in. */
  said: string
}
type Props = {
  m: RatingMessages
  title: string
  eyebrow: string
  lead: string
  advice: string
  notice: { tone: Tone; title: string; text: string | null } | null
  action: string
  version: number
  pillars: { label: string; questions: Question[] }[]
  progress: { value: number; max: number; label: string }
  deadline: string | null
  /** Anonymous raters write no note. */
  evidence: { label: string; help: string } | null
  readOnly: boolean
  canSubmit: boolean
  showStandard: boolean
  errors: { field: string; message: string }[]
}

const Answer = ({ m, question, evidence }: { m: RatingMessages; question: Question; evidence: Props['evidence'] }) => (
  <div class="grid gap-3">
    <ChoiceRows
      label={question.name}
      name={`level-${question.id}`}
      value={question.value}
      options={question.options}
      note={question.notes.join(' · ') || undefined}
      error={question.error ?? undefined}
    />
    {(question.definition || question.indicators.length > 0) && (
      <Disclosure summary={question.indicators.length > 0 ? m.indicators : m.definition}>
        {question.definition && <p>{question.definition}</p>}
        {question.indicators.map(level => (
          <div key={level.label}>
            <strong>{level.label}</strong>
            <ul>
              {level.lines.map(line => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        ))}
      </Disclosure>
    )}
    {evidence && (
      <TextField
        label={evidence.label}
        name={`bukti-${question.id}`}
        rows={2}
        maxlength={1000}
        value={question.evidence}
        help={evidence.help}
        error={question.evidenceError ?? undefined}
      />
    )}
  </div>
)

const Given = ({ m, pillars, evidence }: Props) => (
  <>
    {pillars.map(pillar => (
      <DataTable<Question>
        key={pillar.label}
        caption={pillar.label}
        captionVisible
        rows={pillar.questions}
        rowKey={row => row.id}
        empty=""
        columns={[
          { key: 'name', header: m.competency, primary: true, cell: row => row.name },
          { key: 'said', header: m.answer, cell: row => row.said, long: true },
          ...(evidence
            ? [{ key: 'evidence', header: evidence.label, cell: (row: Question) => row.evidence || '–', long: true }]
            : []),
        ]}
      />
    ))}
  </>
)

const Asked = (props: Props) => {
  const { m, pillars } = props
  return (
    <Form action={props.action} errors={props.errors} errorTitle={m.formErrors}>
      <HiddenField name="versi" value={props.version} />
      <p>{props.advice}</p>
      {props.deadline && <p class="text-muted">{props.deadline}</p>}
      <Progress {...props.progress} />
      {pillars.map(pillar => (
        <Section key={pillar.label} title={pillar.label}>
          <div class="grid gap-10">
            {pillar.questions.map(question => (
              <Answer key={question.id} m={m} question={question} evidence={props.evidence} />
            ))}
          </div>
        </Section>
      ))}
      {!props.evidence && <p class="text-muted">{m.noNote}</p>}
      <FormActions>
        {props.canSubmit && (
          <Button tone="primary" name="langkah" value="kirim">
            {m.submit}
          </Button>
        )}
        <Button tone="neutral" name="langkah" value="draf">
          {m.draft}
        </Button>
        <ButtonLink href="/penilaian" tone="ghost">
          {m.back}
        </ButtonLink>
      </FormActions>
    </Form>
  )
}

/** One rating: a form while it can be filled in, what was said once it was handed in. */
export function RatingPage(props: Props) {
  const { m, notice, pillars } = props
  const questions = pillars.flatMap(pillar => pillar.questions)
  return (
    <>
      <PageHeader title={props.title} eyebrow={props.eyebrow} lead={props.lead} />
      <div class="grid gap-6">
        {notice && (
          <Alert tone={notice.tone} title={notice.title}>
            {notice.text && <p>{notice.text}</p>}
          </Alert>
        )}
        {questions.length === 0 ? (
          <EmptyState title={m.nothingAsked} action={<ButtonLink href="/penilaian">{m.back}</ButtonLink>}>
            {m.nothingAskedWhat}
          </EmptyState>
        ) : (
          <>
            {props.readOnly ? <Given {...props} /> : <Asked {...props} />}
            {props.showStandard && (
              <Disclosure summary={m.standard}>
                <DataTable<Question>
                  caption={m.standard}
                  rows={questions}
                  rowKey={row => row.id}
                  empty=""
                  columns={[
                    { key: 'name', header: m.competency, primary: true, cell: row => row.name },
                    { key: 'required', header: m.required, align: 'right', cell: row => row.required },
                  ]}
                />
              </Disclosure>
            )}
            {props.readOnly && (
              <div class="actions">
                <ButtonLink href="/penilaian">{m.back}</ButtonLink>
              </div>
            )}
          </>
        )}
      </div>
    </>
  )
}
