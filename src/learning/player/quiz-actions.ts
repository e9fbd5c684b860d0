import { randomInt } from 'node:crypto'
import type { Actor } from '../../platform/actor.ts'
import { asJob } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { drawn } from '../lessons/rules/draw.ts'
import { type Answer, fittingAnswer } from '../lessons/rules/item.ts'
import { questionsFor } from '../lessons/store/bank.ts'
import { type Lesson, lessonById } from '../lessons/store/lesson.ts'
import { learning, note, type Refused } from './actions.ts'
import { endAttempt, isLearning } from './finish.ts'
import { attemptState, dueOf, graceSeconds, type MayStart, mayStart, saving } from './rules/attempt.ts'
import * as attempts from './store/attempt.ts'
import { lockClass, type MyClass, openLesson } from './store/enrolment.ts'
import { tellTimeUp } from './tell.ts'

export type Started = { ok: true; number: number } | Refused | { ok: false; why: Exclude<MayStart, 'yes' | 'open'> }

/** Begins an attempt with a copy of its questions; where one is open already, goes on with that. */
export async function startAttempt(services: Services, by: Actor, mine: MyClass, lesson: Lesson): Promise<Started> {
  if (lesson.kind !== 'quiz') throw new Error('only a quiz is attempted')
  const quiz = lesson.content
  return learning(services, by, mine, async (tx, now, doer): Promise<Started> => {
    const key = { pegawaiId: now.pegawaiId, classId: now.classId, lessonId: lesson.id }
    const made = await attempts.attemptsOf(tx, key)
    const items = await questionsFor(tx, lesson.id, quiz.draw !== null)
    const open = made.find(one => attemptState(one, doer.at) === 'open')
    const may = mayStart({ made: made.length, open: open !== undefined, most: quiz.attempts, items: items.length })
    if (may === 'open') return { ok: true, number: open!.number }
    if (may !== 'yes') return { ok: false, why: may }
    const over = made.find(one => one.endedAt === null)
    if (over) await endAttempt(tx, now, lesson, over, 'time', doer)
    const number = (made[0]?.number ?? 0) + 1
    const seed = randomInt(2 ** 31)
    await openLesson(tx, key, now.instansiId, doer.at)
    await attempts.insertAttempt(
      tx,
      { ...key, number },
      {
        instansiId: now.instansiId,
        seed,
        questions: drawn(items, { count: quiz.draw, shuffleItems: quiz.shuffleItems, shuffleChoices: quiz.shuffleChoices }, seed),
        startedAt: doer.at,
        dueAt: dueOf(doer.at, quiz.minutes),
      },
    )
    await note(tx, now, doer, 'start_quiz', lesson, { number })
    return { ok: true, number }
  })
}

/** `replaced`: another tab had saved this question since; this saving counts. `late`, `ended`: nothing was stored, and so much was before. */
export type Saved =
  | { ok: true; version: number; savedAt: Date; replaced: boolean }
  | Refused
  | { ok: false; why: 'late' | 'ended'; kept: number; of: number; dueAt: Date | null }
  | { ok: false; why: 'unfit' }

/** Stores one answer at once. Answers only after it is stored; the same answer sent again changes nothing. */
export async function saveAnswer(
  services: Services,
  by: Actor,
  mine: MyClass,
  key: attempts.AttemptKey,
  sent: { question: number; version: number; answer: unknown },
): Promise<Saved> {
  return learning(services, by, mine, async (tx, now, doer): Promise<Saved> => {
    const attempt = await attempts.attemptByNumber(tx, key, true)
    const question = attempt?.questions[sent.question - 1]
    const answer = question ? fittingAnswer(question.content, sent.answer) : null
    if (!attempt || answer === null) return { ok: false, why: 'unfit' }
    const stored = await attempts.answersOf(tx, attempt)
    const before = stored.find(one => one.question === sent.question) ?? null
    const what = saving(attemptState(attempt, doer.at), before && { ...before, answer: inOrder(before.answer) }, {
      version: sent.version,
      answer: inOrder(answer),
    })
    if (what === 'late' || what === 'ended')
      return { ok: false, why: what, kept: stored.length, of: attempt.questions.length, dueAt: attempt.dueAt }
    if (what === 'same') return { ok: true, version: before!.version, savedAt: before!.savedAt, replaced: false }
    const version = (before?.version ?? 0) + 1
    await attempts.saveAnswer(tx, attempt, now.instansiId, { question: sent.question, answer, version, savedAt: doer.at })
    return { ok: true, version, savedAt: doer.at, replaced: what === 'replaced' }
  })
}

/** The same answer is the same text, in whatever order the database keeps its keys. */
const inOrder = (answer: Answer): Answer =>
  typeof answer === 'string' || Array.isArray(answer)
    ? answer
    : Object.fromEntries(Object.entries(answer).sort(([a], [b]) => (a < b ? -1 : 1)))

export type Submitted =
  | { ok: true; score: number; passed: boolean; answered: number; of: number; completed: boolean; late: boolean }
  | Refused
  | { ok: false; why: 'ended' }

/** Hands in an attempt, or ends it where its time is over: then what was saved in time counts. Afterwards nothing changes. */
export async function submitAttempt(
  services: Services,
  by: Actor,
  mine: MyClass,
  lesson: Lesson,
  key: attempts.AttemptKey,
): Promise<Submitted> {
  return learning(services, by, mine, async (tx, now, doer): Promise<Submitted> => {
    const attempt = await attempts.attemptByNumber(tx, key, true)
    if (!attempt || attempt.endedAt) return { ok: false, why: 'ended' }
    const late = attemptState(attempt, doer.at) === 'over'
    const ended = await endAttempt(tx, now, lesson, attempt, late ? 'time' : 'person', doer)
    await note(tx, now, doer, 'submit_quiz', lesson, {
      number: key.number,
      late,
      score: ended.score,
      passed: ended.passed,
      completed: ended.completed,
    })
    return { ok: true, ...ended, of: attempt.questions.length, late }
  })
}

/** Ends attempts whose time is over and that nobody opened again, each in a transaction of its own. Answers how many. */
export async function endOverdue(services: Services, most = 200): Promise<number> {
  const now = services.clock.now()
  const before = new Date(now.getTime() - graceSeconds * 1000)
  const keys = await asJob(services.db, tx => attempts.overdueAttempts(tx, before, most))
  let ended = 0
  for (const key of keys) {
    ended += await asJob(services.db, async tx => {
      const mine = await lockClass(tx, key.pegawaiId, key.classId)
      const attempt = await attempts.attemptByNumber(tx, key, true)
      const lesson = await lessonById(tx, key.lessonId)
      if (!mine || !attempt || !lesson || attemptState(attempt, now) !== 'over') return 0
      const doer = { account: null, name: 'Piawai', at: now }
      const done = await endAttempt(tx, mine, lesson, attempt, 'time', doer)
      if (!done.completed) await tellTimeUp(tx, lesson, key)
      const detail = { number: key.number, late: true, score: done.score, passed: done.passed, learning: isLearning(mine) }
      await note(tx, mine, doer, 'submit_quiz', lesson, detail)
      return 1
    })
  }
  return ended
}
