import type { ComponentChildren } from 'preact'
import {
  Alert,
  Button,
  ButtonLink,
  DataTable,
  Disclosure,
  FileField,
  Form,
  Icon,
  PageHeader,
  PostButton,
  Section,
  TextField,
} from '../../../ui/index.ts'
import { RichText } from '../../lessons/pages/rich-text.tsx'
import type { RichDoc } from '../../lessons/rules/rich-text.ts'
import type { Messages } from '../messages.ts'
import { Quiz } from './quiz.tsx'

type Download = { href: string; name: string; label: string }
export type Media =
  | { kind: 'link'; href: string; note: string }
  | { kind: 'pdf'; href: string; download: Download }
  | { kind: 'file'; download: Download }
  | {
      kind: 'video'
      src: string
      type: string
      captions: string | null
      download: Download
      place: number
      resume: string | null
      watched: string | null
      /** Watched enough already. */
      done: boolean
      saveUrl: string | null
      /** Where watching it to the end may lead: to what passing brings. */
      achievedHref: string | null
    }
type HandedIn = {
  title: string
  answer: string
  file: { href: string; label: string } | null
  judged: string | null
  gradedBy: string | null
  feedback: string | null
  again: boolean
  points: string[]
}
export type LessonViewProps = {
  m: Messages
  title: string
  eyebrow: string
  doc: RichDoc
  media: Media | null
  done: string | null
  markAction: string | null
  reasonAction: string | null
  typed: { answer?: string; reason?: string }
  errors: { field: string; message: string }[]
  quiz: {
    facts: { label: string; value: ComponentChildren }[]
    startAction: string | null
    startLabel: string
    /** Before a start: that the clock will run; null: it does not, or runs already. */
    timed: string | null
    noneLeft: string | null
    /** For who writes it: what it may ask. */
    asked: { prompt: string; kind: string; worth: string }[]
    attempts: { href: string; label: string; score: string; when: string; passed: boolean | null }[]
  } | null
  assignment: {
    takes: 'text' | 'file' | 'both'
    rubric: { title: string; points: string }[]
    passAt: string | null
    action: string | null
    mayNot: string | null
    fileHelp: string
    handedIn: HandedIn[]
  } | null
  /** The course is passed: how that is said, and where it says what it brought. */
  passed: { title: string; href: string } | null
  nav: { whichOf: string; outlineHref: string; previousHref: string | null; nextHref: string | null } | null
}

const Play = ({ m, media }: { m: Messages; media: Media }) => {
  switch (media.kind) {
    case 'link':
      return (
        <div class="material">
          <a class="btn" href={media.href} target="_blank" rel="noopener noreferrer">
            <Icon name="globe" />
            {m.openLink}
          </a>
          <p class="text-muted">{media.note}</p>
        </div>
      )
    case 'pdf':
      return (
        <div class="material">
          <a class="btn" href={media.href} target="_blank" rel="noopener">
            <Icon name="file" />
            {m.openPdf}
          </a>
          <ButtonLink href={media.download.href} download={media.download.name} tone="ghost" icon="download">
            {media.download.label}
          </ButtonLink>
        </div>
      )
    case 'file':
      return (
        <div class="material">
          <ButtonLink href={media.download.href} download={media.download.name} icon="download">
            {media.download.label}
          </ButtonLink>
          <p class="text-muted">{media.download.name}</p>
        </div>
      )
    case 'video':
      return (
        <div
          class="film"
          data-film
          data-save={media.saveUrl ?? undefined}
          data-place={media.place}
          data-done={media.done || undefined}
          data-kept={m.saving.kept}
          data-finished={m.saving.finished}
          data-unsaved={m.saving.unsaved}
        >
          {/* biome-ignore lint/a11y/useMediaCaption: captions are the author's to bring; the form asks for them */}
          <video controls preload="metadata" src={media.src}>
            {media.captions && <track kind="captions" srclang="id" label={m.captions} src={media.captions} default />}
            {m.noVideo}
          </video>
          {media.achievedHref && (
            <p class="lesson-done" data-film-passed hidden>
              <Icon name="check" />
              {m.passedNow} <a href={media.achievedHref}>{m.passedWhere}</a>
            </p>
          )}
          <p class="text-muted">
            {[media.resume, media.watched, media.done ? null : m.watchRule].filter(Boolean).join(' ')}{' '}
            <output data-film-state aria-live="polite" />
          </p>
          {media.saveUrl && (
            <noscript>
              <p>{m.watchNoScript}</p>
            </noscript>
          )}
          <ButtonLink href={media.download.href} download={media.download.name} tone="ghost" icon="download">
            {media.download.label}
          </ButtonLink>
        </div>
      )
  }
}

export const HandedInView = ({ m, one }: { m: Messages; one: HandedIn }) => (
  <div class="handed-in">
    <h3>{one.title}</h3>
    {one.again && <Alert tone="warn">{m.againAsked}</Alert>}
    {one.answer && <p class="prose">{one.answer}</p>}
    {one.file && (
      <p>
        <a href={one.file.href} download>
          {one.file.label}
        </a>
      </p>
    )}
    <p>
      <strong>{one.judged ?? m.notGraded}</strong>
      {one.gradedBy && <span class="text-muted"> · {one.gradedBy}</span>}
    </p>
    {one.points.length > 0 && (
      <ul>
        {one.points.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    )}
    {one.feedback && (
      <div>
        <b>{m.feedback}</b>
        <p class="prose">{one.feedback}</p>
      </div>
    )}
  </div>
)

type AssignmentProps = Pick<LessonViewProps, 'm' | 'typed' | 'errors'> & {
  assignment: NonNullable<LessonViewProps['assignment']>
}
const Assignment = ({ m, assignment, typed, errors }: AssignmentProps) => {
  const error = (field: string) => errors.find(one => one.field === field)?.message
  return (
    <>
      <Section title={m.rubric} lead={assignment.passAt}>
        <DataTable
          caption={m.rubric}
          rows={assignment.rubric}
          rowKey={row => row.title}
          compact
          columns={[
            { key: 'title', header: m.criterion, primary: true, cell: row => row.title },
            { key: 'points', header: m.points, align: 'right', cell: row => m.pointsMost(row.points) },
          ]}
          empty={null}
        />
      </Section>
      {assignment.mayNot && <Alert tone="info">{assignment.mayNot}</Alert>}
      {assignment.action && (
        <Section title={m.handIn}>
          <Form action={assignment.action} multipart errors={errors} errorTitle={m.formErrors}>
            {assignment.takes !== 'file' && (
              <TextField
                label={m.answer}
                name="jawaban"
                value={typed.answer}
                rows={8}
                maxlength={20_000}
                error={error('jawaban')}
                required={assignment.takes === 'text'}
              />
            )}
            {assignment.takes !== 'text' && (
              <FileField
                label={m.file}
                name="berkas"
                help={assignment.fileHelp}
                error={error('berkas')}
                required={assignment.takes === 'file'}
              />
            )}
            <Button>{m.handIn}</Button>
          </Form>
        </Section>
      )}
      {assignment.handedIn.map(one => (
        <HandedInView key={one.title} m={m} one={one} />
      ))}
    </>
  )
}

const Done = ({ m, done, passed, nav, markAction, reasonAction, typed, errors }: LessonViewProps) => (
  <>
    {done && (
      <p class="lesson-done">
        <Icon name="check" />
        {done}
      </p>
    )}
    {passed && (
      <Alert tone="ok" title={passed.title}>
        <ButtonLink href={passed.href} tone={nav?.nextHref ? 'neutral' : 'primary'} icon="arrow-right">
          {m.passedWhere}
        </ButtonLink>
      </Alert>
    )}
    {markAction && <PostButton action={markAction} label={m.markDone} tone="primary" icon="check" />}
    {reasonAction && (
      <Disclosure summary={m.watchedOtherwise} open={errors.length > 0}>
        <Form action={reasonAction} errors={errors} errorTitle={m.formErrors}>
          <TextField
            label={m.reason}
            name="alasan"
            value={typed.reason}
            rows={2}
            maxlength={500}
            help={m.reasonHelp}
            error={errors.find(one => one.field === 'alasan')?.message}
            required
          />
          <Button tone="neutral">{m.markDone}</Button>
        </Form>
      </Disclosure>
    )}
  </>
)

/** One lesson: what it is, what it holds, how it becomes done, and the way on. */
export function LessonView(props: LessonViewProps) {
  const { m, nav } = props
  return (
    <article class="lesson">
      <PageHeader title={props.title} eyebrow={props.eyebrow} />
      <RichText doc={props.doc} />
      {props.media && <Play m={m} media={props.media} />}
      {props.quiz && <Quiz m={m} quiz={props.quiz} />}
      {props.assignment && <Assignment m={m} assignment={props.assignment} typed={props.typed} errors={props.errors} />}
      <div class="lesson-foot">
        <Done {...props} />
        {nav && (
          <nav class="lesson-nav" aria-label={m.outline}>
            {nav.previousHref && (
              <ButtonLink href={nav.previousHref} icon="arrow-left">
                {m.previous}
              </ButtonLink>
            )}
            {nav.nextHref && (
              <ButtonLink href={nav.nextHref} tone={props.done ? 'primary' : 'neutral'} icon="arrow-right">
                {m.next}
              </ButtonLink>
            )}
            <ButtonLink href={nav.outlineHref} tone="ghost" icon="list">
              {m.backToOutline}
            </ButtonLink>
          </nav>
        )}
      </div>
    </article>
  )
}
