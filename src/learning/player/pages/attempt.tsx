import {
  Badge,
  Button,
  ButtonLink,
  Form,
  FormActions,
  HiddenField,
  Icon,
  KeyFigure,
  PageHeader,
  PostButton,
  SelectField,
  TextField,
  type Tone,
} from '../../../ui/index.ts'
import type { Answer, ItemContent } from '../../lessons/rules/item.ts'
import type { Messages } from '../messages.ts'
import { graceSeconds } from '../rules/attempt.ts'

type Asking = {
  m: Messages
  title: string
  eyebrow: string
  prompt: string
  worth: string
  content: ItemContent
  answer: Answer | undefined
  version: number
  question: number
  isLast: boolean
  action: string
  saveUrl: string
  previousHref: string | null
  reviewHref: string
  /** Seconds left by the server's clock; null: no limit. */
  left: number | null
  until: string | null
  error: string | null
}

const Clock = ({ m, left, until }: Pick<Asking, 'm' | 'left' | 'until'>) =>
  until && (
    <p class="time-left">
      <Icon name="clock" />
      <span>{until}</span>
      <output data-left={left} data-grace={graceSeconds} data-left-words={m.timeLeft} data-over-words={m.timeUp} />
    </p>
  )

/** What is asked, without a word of what is right. */
const Fields = ({ m, prompt, content, answer }: Asking) => {
  const chosen = (key: string) => (Array.isArray(answer) ? answer.includes(key) : answer === key)
  const rows = (type: 'radio' | 'checkbox', choices: { key: string; text: string }[], note: string) => (
    <fieldset class="choice">
      <legend>{prompt}</legend>
      <p class="choice-note">{note}</p>
      {choices.map(choice => (
        <label class="choice-row" key={choice.key} for={`f-${choice.key}`}>
          <input class={type} type={type} id={`f-${choice.key}`} name="jawaban" value={choice.key} checked={chosen(choice.key)} />
          <span>{choice.text}</span>
        </label>
      ))}
    </fieldset>
  )
  switch (content.kind) {
    case 'single':
      return rows('radio', content.choices, m.chooseOne)
    case 'multiple':
      return rows('checkbox', content.choices, m.chooseSeveral)
    case 'true_false':
      return rows(
        'radio',
        [
          { key: 'true', text: m.isTrue },
          { key: 'false', text: m.isFalse },
        ],
        m.chooseOne,
      )
    case 'short':
    case 'numeric':
      return (
        <>
          <p class="asked">{prompt}</p>
          <TextField
            label={m.yourAnswer}
            name="jawaban"
            value={typeof answer === 'string' ? answer : ''}
            maxlength={200}
            inputmode={content.kind === 'numeric' ? 'decimal' : undefined}
            autocomplete="off"
            help={content.kind === 'numeric' ? m.numberHelp : undefined}
          />
        </>
      )
    case 'matching': {
      const said = typeof answer === 'object' && !Array.isArray(answer) ? answer : {}
      return (
        <>
          <p class="asked">{prompt}</p>
          {content.left.map(left => (
            <SelectField
              key={left.key}
              label={left.text}
              name={`jawaban-${left.key}`}
              value={said[left.key] ?? ''}
              options={[
                { value: '', label: m.choosePair },
                ...content.choices.map(choice => ({ value: choice.key, label: choice.text })),
              ]}
            />
          ))}
        </>
      )
    }
  }
}

/** One question on a page: it is saved by the button, and with JavaScript as soon as it is answered. */
export const QuestionPage = (props: Asking) => {
  const { m } = props
  return (
    <>
      <PageHeader title={props.title} eyebrow={props.eyebrow} />
      <Clock {...props} />
      <div
        data-answer={props.saveUrl}
        data-kind={props.content.kind}
        data-version={props.version}
        data-saved={m.saving.saved}
        data-unsaved={m.saving.unsaved}
        data-offline={m.saving.offline}
        data-saving={m.saving.saving}
      >
        <Form
          action={props.action}
          errors={props.error ? [{ field: 'jawaban', message: props.error }] : []}
          errorTitle={m.formErrors}
        >
          <HiddenField name="soal" value={props.question} />
          <HiddenField name="versi" value={props.version} />
          <Fields {...props} />
          <p class="text-muted">
            {props.worth} <output data-answer-state aria-live="polite" />
          </p>
          <FormActions>
            <Button>{props.isLast ? m.saveReview : m.saveNext}</Button>
            {props.previousHref && (
              <ButtonLink href={props.previousHref} icon="arrow-left">
                {m.previous}
              </ButtonLink>
            )}
            <ButtonLink href={props.reviewHref} tone="ghost">
              {m.review}
            </ButtonLink>
          </FormActions>
        </Form>
      </div>
    </>
  )
}

type ReviewProps = {
  m: Messages
  title: string
  eyebrow: string
  left: number | null
  until: string | null
  open: number
  openText: string
  rows: { href: string; label: string; prompt: string; answered: boolean }[]
  submitAction: string
}

export const ReviewPage = ({ m, title, eyebrow, left, until, open, openText, rows, submitAction }: ReviewProps) => (
  <>
    <PageHeader title={m.reviewTitle} eyebrow={`${title} · ${eyebrow}`} />
    <Clock m={m} left={left} until={until} />
    <p class={open > 0 ? 'review-open' : 'lesson-done'}>
      <Icon name={open > 0 ? 'warning' : 'check'} />
      {openText}
    </p>
    <ol class="lesson-list">
      {rows.map(row => (
        <li key={row.href} class={row.answered ? 'step-is-done' : 'step-is-not'}>
          <a href={row.href}>
            <span class="lesson-mark">
              <Icon name={row.answered ? 'check' : 'more'} />
            </span>
            <span>
              <b>{row.label}</b>
              <small>
                {row.answered ? m.answered : m.unanswered} · {row.prompt}
              </small>
            </span>
          </a>
        </li>
      ))}
    </ol>
    <div class="actions mt-6">
      <PostButton action={submitAction} label={m.submit} tone="primary" confirm={m.submitAsk} />
    </div>
  </>
)

type ResultProps = {
  m: Messages
  title: string
  eyebrow: string
  score: string
  sentence: string
  tone: Tone
  facts: string
  rows: {
    title: string
    prompt: string
    earned: string
    whole: boolean
    answer: string
    right: string | null
    explanation: string | null
  }[]
  backHref: string
  /** What to do now: go on, or try again; null: neither is there. */
  next: { href: string; label: string; again: boolean } | null
}

export const ResultPage = (props: ResultProps) => {
  const { m } = props
  return (
    <>
      <PageHeader title={props.title} eyebrow={props.eyebrow} />
      <KeyFigure
        label={m.resultLabel}
        value={props.score}
        unit={m.resultOf}
        sentence={props.sentence}
        tone={props.tone}
        action={
          <>
            {props.next?.again && <PostButton action={props.next.href} label={props.next.label} tone="primary" />}
            {props.next && !props.next.again && (
              <ButtonLink href={props.next.href} tone="primary" icon="arrow-right">
                {props.next.label}
              </ButtonLink>
            )}
            <ButtonLink href={props.backHref} tone={props.next ? 'neutral' : 'primary'} icon="arrow-left">
              {m.toLesson}
            </ButtonLink>
          </>
        }
      />
      <p class="text-muted">{props.facts}</p>
      {props.rows.length > 0 && (
        <ol class="answers" aria-label={m.answersNow}>
          {props.rows.map(row => (
            <li key={row.title}>
              <h2>{row.title}</h2>
              <p>{row.prompt}</p>
              <p>
                <Badge tone={row.whole ? 'ok' : 'warn'} icon={row.whole ? 'check' : 'info'}>
                  {row.earned}
                </Badge>
              </p>
              <dl class="facts">
                <div>
                  <dt>{m.yourAnswerWas}</dt>
                  <dd>{row.answer}</dd>
                </div>
                {row.right !== null && (
                  <div>
                    <dt>{m.rightAnswer}</dt>
                    <dd>{row.right}</dd>
                  </div>
                )}
              </dl>
              {row.explanation && <p class="text-muted">{row.explanation}</p>}
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
