import type { Tx } from '../../platform/db/index.ts'
import { complete } from '../completion/complete.ts'
import { outOfHundred, reaches } from '../lessons/rules/fraction.ts'
import { doneBy } from '../lessons/rules/lesson.ts'
import { scoreOf, scoringRule } from '../lessons/rules/scoring.ts'
import { type Lesson, lessonById } from '../lessons/store/lesson.ts'
import { storedPass } from '../rules/pass.ts'
import { finalScore, isFinished } from './rules/progress.ts'
import * as attempts from './store/attempt.ts'
import { finishLesson, type MyClass, stepsOf } from './store/enrolment.ts'

/** Who did it and when; `account` null: the clock. */
export type Doer = { account: string | null; name: string; at: Date; today: string }

/** Whether one may still learn there, not only read. */
export const isLearning = (mine: MyClass): boolean => mine.state === 'enrolled' && ['open', 'running'].includes(mine.classState)

/**
 * Notes that a lesson is done and, where that was the last of a class one learns alone, ends it there: enrolment, record and facts in this
 * transaction, once, because the caller holds the enrolment (`lockClass`). Runs as a job. Answers whether it ended.
 */
export async function settle(
  tx: Tx,
  mine: MyClass,
  lessonId: number,
  done: { how: string; reason: string | null },
  by: Doer,
): Promise<{ isNew: boolean; completed: boolean }> {
  const key = { pegawaiId: mine.pegawaiId, classId: mine.classId, lessonId }
  const isNew = await finishLesson(tx, key, mine.instansiId, { ...done, at: by.at })
  if (!isNew || mine.pattern !== 'mandiri' || !isLearning(mine)) return { isNew, completed: false }
  const steps = await stepsOf(tx, mine)
  const asksAll = storedPass(mine.pass).lessons === 'all'
  if (!isFinished(steps.map(step => ({ ...step, required: asksAll || step.required, done: step.doneAt !== null }))))
    return { isNew, completed: false }
  const score = finalScore(await attempts.bestOf(tx, mine.pegawaiId, mine.classId))
  const ended = await complete(
    tx,
    mine.classId,
    [{ pegawaiId: mine.pegawaiId, passed: true, finalScore: score, on: by.today, reason: null }],
    by,
  )
  return { isNew, completed: ended.length > 0 }
}

/** Ends an attempt with what was saved, scores it, and settles what follows. The caller holds the enrolment and the attempt. */
export async function endAttempt(
  tx: Tx,
  mine: MyClass,
  lesson: Lesson,
  attempt: attempts.Attempt,
  how: 'person' | 'time',
  by: Doer,
) {
  if (lesson.kind !== 'quiz') throw new Error('only a quiz is attempted')
  const saved = new Map((await attempts.answersOf(tx, attempt)).map(one => [one.question, one.answer]))
  const points = scoreOf(
    attempt.questions,
    attempt.questions.map((_, n) => saved.get(n + 1)),
  )
  const passed = reaches(points, lesson.content.passMark)
  const score = outOfHundred(points)
  const at = how === 'time' && attempt.dueAt ? attempt.dueAt : by.at
  await attempts.endAttempt(tx, attempt, { at, by: how, points, score, passed, rule: scoringRule })
  const isDone = doneBy(lesson) === 'attempt' || passed
  const settled = isDone
    ? await settle(tx, mine, lesson.id, { how: doneBy(lesson) === 'attempt' ? 'submitted' : 'passed', reason: null }, by)
    : { isNew: false, completed: false }
  return { score, passed, answered: saved.size, completed: settled.completed }
}

/** The same by the number of its lesson, where the caller has no lesson at hand. */
export async function endAttemptOf(tx: Tx, mine: MyClass, attempt: attempts.Attempt, how: 'person' | 'time', by: Doer) {
  const lesson = await lessonById(tx, attempt.lessonId)
  if (!lesson) throw new Error('an attempt without its quiz')
  return endAttempt(tx, mine, lesson, attempt, how, by)
}
