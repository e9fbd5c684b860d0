import type { Ctx } from '../../platform/http/context.ts'
import { formatDecimal, formatInstant, formatNumber, formatShare } from '../../platform/i18n/index.ts'
import { achievedPath } from '../completion/achieved.ts'
import { messages as lessonMessages } from '../lessons/messages.ts'
import { lengthText, sizeText } from '../lessons/present.ts'
import type { Question } from '../lessons/rules/item.ts'
import { submissionNeed } from '../lessons/rules/lesson.ts'
import type { Lesson } from '../lessons/store/lesson.ts'
import { messages } from './messages.ts'
import type { LessonViewProps, Media } from './pages/lesson.tsx'
import { isWatched, secondsOf } from './rules/watched.ts'
import type { Attempt } from './store/attempt.ts'
import type { LessonStep } from './store/enrolment.ts'
import type { Submission } from './store/submission.ts'

type ContentOf<Kind extends Lesson['kind']> = Extract<Lesson, { kind: Kind }>['content']

/** What is known of the learner beside the lesson; null: an author's look. */
export type Learner = {
  step: LessonStep
  canLearn: boolean
  classId: number
  /** How it is said that the course is passed; null: it is not. */
  passed: string | null
  attempts: Attempt[]
  submissions: Submission[]
  /** How many questions the quiz asks. */
  questions: number
  mayHandIn: 'yes' | 'waiting' | 'graded' | 'once'
  typed?: { answer?: string; reason?: string }
  errors: { field: string; message: string }[]
  nav: LessonViewProps['nav']
}

const formats = (c: Ctx) => {
  const language = c.get('language')
  return {
    language,
    m: messages[language],
    count: (n: number) => formatNumber(n, language),
    score: (n: number) => formatDecimal(n, language),
    instant: (at: Date) => formatInstant(at, language),
  }
}

function mediaOf(c: Ctx, lesson: Lesson, base: string, learner: Learner | null): Media | null {
  const { language, m } = formats(c)
  if (lesson.kind === 'link') return { kind: 'link', href: lesson.content.url, note: m.linkTo(new URL(lesson.content.url).host) }
  if (!lesson.file) return null
  const href = `${base}/berkas`
  const download = { href, name: lesson.file.name, label: m.download(sizeText(lesson.file.bytes, language)) }
  if (lesson.kind === 'pdf') return { kind: 'pdf', href, download }
  if (lesson.kind !== 'video') return { kind: 'file', download }
  const watched = learner?.step.watched ?? []
  const duration = lesson.durationSeconds
  const place = learner?.step.place ?? 0
  return {
    kind: 'video',
    src: href,
    type: lesson.file.type,
    captions: lesson.captionsKey ? `${base}/takarir.vtt` : null,
    download,
    place,
    resume: place > 5 && !isWatched(watched, duration) ? m.resume(lengthText(Math.floor(place))) : null,
    watched: duration && secondsOf(watched) > 0 ? m.watched(formatShare(secondsOf(watched) / duration, language)) : null,
    done: Boolean(learner?.step.doneAt),
    saveUrl: learner?.canLearn ? `/api/v1/my-learning/${learner.classId}/lessons/${lesson.id}/position` : null,
    achievedHref: learner?.canLearn ? achievedPath(learner.classId) : null,
  }
}

/** An assignment, and what was handed in. */
function assignmentView(
  c: Ctx,
  content: ContentOf<'assignment'>,
  base: string,
  learner: Learner | null,
): NonNullable<LessonViewProps['assignment']> {
  const { m, count, score, instant, language } = formats(c)
  const canLearn = learner?.canLearn ?? false
  const { takes, rubric, passMark } = content
  const may = learner?.mayHandIn ?? 'yes'
  return {
    takes,
    rubric: rubric.map(one => ({ title: one.title, points: count(one.points) })),
    passAt: passMark === null ? null : m.passAt(count(passMark)),
    action: canLearn && may === 'yes' ? `${base}/kumpul` : null,
    mayNot: canLearn && may !== 'yes' ? m.mayNot[may] : null,
    fileHelp: m.fileHelp(count(submissionNeed.limit / 1024 / 1024)),
    handedIn: (learner?.submissions ?? []).map((one, n) => ({
      title: m.handedInAt(count(one.number), instant(one.submittedAt)),
      answer: one.answer,
      file: one.file && {
        href: `${base}/kumpulan/${one.number}`,
        label: `${one.file.name} (${sizeText(one.file.bytes, language)})`,
      },
      judged: one.score === null ? null : m.judgedAs(score(one.score)),
      gradedBy: one.gradedAt && one.gradedName ? m.gradedBy(one.gradedName, instant(one.gradedAt)) : null,
      feedback: one.feedback,
      again: one.again && n === 0,
      points: rubric.flatMap((criterion, at) =>
        one.points ? [`${criterion.title}: ${m.share(count(one.points[at] ?? 0), count(criterion.points))}`] : [],
      ),
    })),
  }
}

/** What a quiz is, before it is begun, and the attempts that are over. */
function quizView(
  c: Ctx,
  quiz: ContentOf<'quiz'>,
  base: string,
  learner: Learner | null,
  mayAsk: readonly Question[],
): NonNullable<LessonViewProps['quiz']> {
  const { m, count, score, instant, language } = formats(c)
  const canLearn = learner?.canLearn ?? false
  const attempts = learner?.attempts ?? []
  const open = attempts.find(one => one.endedAt === null)
  const left = quiz.attempts === null || attempts.length < quiz.attempts
  return {
    facts: [
      { label: m.quizFacts.purpose, value: m.purposes[quiz.purpose] },
      { label: m.quizFacts.questions, value: count(learner?.questions ?? quiz.draw ?? mayAsk.length) },
      { label: m.quizFacts.limit, value: quiz.minutes === null ? m.quizFacts.noLimit : m.minutes(count(quiz.minutes)) },
      ...(quiz.purpose === 'pretest' ? [] : [{ label: m.quizFacts.passMark, value: count(quiz.passMark) }]),
      {
        label: m.quizFacts.attempts,
        value:
          quiz.attempts === null
            ? attempts.length === 0
              ? m.quizFacts.noLimit
              : m.quizFacts.unlimited(count(attempts.length))
            : m.quizFacts.ofMost(count(attempts.length), count(quiz.attempts)),
      },
    ],
    startAction: canLearn && (open || left) ? `${base}/percobaan` : null,
    startLabel: open ? m.continueAttempt : attempts.length > 0 ? m.startAgain : m.start,
    timed: quiz.minutes !== null && canLearn && left && !open ? m.startTimed(count(quiz.minutes)) : null,
    asked: mayAsk.map(one => ({
      prompt: one.prompt,
      kind: lessonMessages[language].itemKinds[one.content.kind],
      worth: m.worth(count(one.points)),
    })),
    noneLeft: canLearn && !open && !left ? m.startFlaws.none_left : null,
    attempts: attempts
      .filter(one => one.endedAt)
      .map(one => ({
        href: `${base}/percobaan/${one.number}`,
        label: m.attempt(count(one.number)),
        score: score(one.score ?? 0),
        when: instant(one.endedAt!),
        passed: quiz.purpose === 'pretest' ? null : one.passed === true,
      })),
  }
}

/** A lesson as its learner sees it; for its author the same without anything to press, with what a quiz may ask. */
export function lessonView(
  c: Ctx,
  lesson: Lesson,
  base: string,
  learner: Learner | null,
  mayAsk: readonly Question[] = [],
): LessonViewProps {
  const { language, m, count, instant } = formats(c)
  const canLearn = learner?.canLearn ?? false
  const step = learner?.step
  const isDone = Boolean(step?.doneAt)
  return {
    m,
    title: lesson.title,
    eyebrow: [
      learner?.nav?.whichOf,
      lessonMessages[language].kinds[lesson.kind],
      m.minutes(count(lesson.minutes)),
      lesson.required ? null : m.optional,
    ]
      .filter(Boolean)
      .join(' · '),
    doc: lesson.content.doc,
    media: mediaOf(c, lesson, base, learner),
    done: step?.doneAt ? m.done(instant(step.doneAt)) : null,
    markAction: canLearn && !isDone && ['text', 'pdf', 'link', 'file'].includes(lesson.kind) ? `${base}/selesai` : null,
    reasonAction: canLearn && !isDone && lesson.kind === 'video' ? `${base}/selesai` : null,
    typed: learner?.typed ?? {},
    errors: learner?.errors ?? [],
    quiz: lesson.kind === 'quiz' ? quizView(c, lesson.content, base, learner, mayAsk) : null,
    assignment: lesson.kind === 'assignment' ? assignmentView(c, lesson.content, base, learner) : null,
    passed: learner?.passed ? { title: learner.passed, href: achievedPath(learner.classId) } : null,
    nav: learner?.nav ?? null,
  }
}
