import { timeZoneOf } from '../../people/index.ts'
import { dateIn } from '../../platform/clock.ts'
import type { Tx } from '../../platform/db/index.ts'
import { complete } from '../completion/complete.ts'
import { outOfHundred, reaches } from '../lessons/rules/fraction.ts'
import { doneBy } from '../lessons/rules/lesson.ts'
import { scoreOf, scoringRule } from '../lessons/rules/scoring.ts'
import type { Lesson } from '../lessons/store/lesson.ts'
import { lessonStanding } from '../rules/lesson-standing.ts'
import { aloneRule, type Passing, passes, storedPass } from '../rules/pass.ts'
import { finalScore } from './rules/progress.ts'
import * as attempts from './store/attempt.ts'
import { finishLesson, type MyClass } from './store/enrolment.ts'
import { lessonGroups } from './store/standing.ts'

/** Who did it and when; `account` null: the clock. */
export type Doer = { account: string | null; name: string; at: Date }

/** Whether one may still learn there, not only read. */
export const isLearning = (mine: MyClass): boolean => mine.state === 'enrolled' && ['open', 'running'].includes(mine.classState)

/** How somebody stands before the rule of a class that is learned alone. */
export async function standingAlone(tx: Tx, mine: MyClass): Promise<Passing> {
  const rule = aloneRule(storedPass(mine.pass))
  const { done, scores } = lessonStanding(rule, mine.pattern, await lessonGroups(tx, mine.classId, mine.pegawaiId))
  return passes(rule, scores, null, done)
}

/**
 * Ends a class that one learns alone as soon as its rule is met: enrolment, record and facts in this transaction, once, because the caller
 * holds the enrolment (`lockClass`). Runs as a job. Answers whether it ended. A mark that is missed ends nothing: it may be tried again.
 */
export async function conclude(tx: Tx, mine: MyClass, by: Doer): Promise<boolean> {
  if (mine.pattern !== 'mandiri' || !isLearning(mine)) return false
  const { passed, final } = await standingAlone(tx, mine)
  if (passed !== true) return false
  const score = final ?? finalScore(await attempts.bestOf(tx, mine.pegawaiId, mine.classId))
  const on = dateIn(by.at, await timeZoneOf(tx, mine.instansiId))
  const ending = { pegawaiId: mine.pegawaiId, passed, finalScore: score, on, reason: null }
  return (await complete(tx, mine.classId, [ending], by)).length > 0
}

/** Notes that a lesson is done, and ends the class where that was what it waited for. */
export async function settle(
  tx: Tx,
  mine: MyClass,
  lessonId: number,
  done: { how: string; reason: string | null },
  by: Doer,
): Promise<{ isNew: boolean; completed: boolean }> {
  const key = { pegawaiId: mine.pegawaiId, classId: mine.classId, lessonId }
  const isNew = await finishLesson(tx, key, mine.instansiId, { ...done, at: by.at })
  return { isNew, completed: await conclude(tx, mine, by) }
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
    : { completed: await conclude(tx, mine, by) }
  return { score, passed, answered: saved.size, completed: settled.completed }
}
