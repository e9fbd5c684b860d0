import type { Actor } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { asJob, inScope, type Tx } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { notOneself } from '../classes/run/class.ts'
import { outOfHundred } from '../lessons/rules/fraction.ts'
import { doneBy } from '../lessons/rules/lesson.ts'
import type { Lesson, LessonFile } from '../lessons/store/lesson.ts'
import { conclude, type Doer, isLearning, settle } from './finish.ts'
import { judgedShare, type MaySubmit, maySubmit } from './rules/submission.ts'
import { isWatched, merged, type Stretch } from './rules/watched.ts'
import * as store from './store/enrolment.ts'
import * as submissions from './store/submission.ts'
import { tellGraded, tellHandedIn } from './tell.ts'

export const self = (pegawaiId: number) => ({ kind: 'people' as const, people: [pegawaiId] })
export const doerOf = (services: Services, by: Actor): Doer => ({
  account: by.accountId,
  name: by.name,
  at: services.clock.now(),
})

/** `closed`: the class or the enrolment has ended meanwhile. */
export type Refused = { ok: false; why: 'closed' }
const closed: Refused = { ok: false, why: 'closed' }

/**
 * A change of one's own learning that may end a class: as a job, because the record of what was learned is no row of the class. The right
 * was checked just before, and again here under a lock: only who is enrolled, and only while the class is held.
 */
export async function learning<T>(
  services: Services,
  by: Actor,
  mine: store.MyClass,
  work: (tx: Tx, now: store.MyClass, doer: Doer) => Promise<T>,
): Promise<T | Refused> {
  return asJob(services.db, async tx => {
    const now = by.pegawaiId === mine.pegawaiId ? await store.lockClass(tx, mine.pegawaiId, mine.classId) : null
    return now && isLearning(now) ? work(tx, now, doerOf(services, by)) : closed
  })
}

/** A trail of what a person did in their own learning. */
export const note = (
  tx: Tx,
  mine: store.MyClass,
  doer: Doer,
  verb: string,
  lesson: { id: number; title: string },
  detail: object = {},
) =>
  audit(tx, doer.account, doer.at, {
    verb,
    subject: `lesson:${lesson.id}`,
    instansiId: mine.instansiId,
    detail: { title: lesson.title, class: mine.classId, pegawai: mine.pegawaiId, ...detail },
  })

export type Marked = { ok: true; completed: boolean } | Refused | { ok: false; why: 'not_marked' | 'reason' }

/** The learner's own word that a lesson is done; of a film that was not watched, with a reason. */
export async function markDone(
  services: Services,
  by: Actor,
  mine: store.MyClass,
  lesson: Lesson,
  reason: string,
): Promise<Marked> {
  const way = doneBy(lesson)
  if (way !== 'mark' && way !== 'watch') return { ok: false, why: 'not_marked' }
  if (way === 'watch' && reason.length < 10) return { ok: false, why: 'reason' }
  return learning(services, by, mine, async (tx, now, doer): Promise<Marked> => {
    const done = { how: way === 'watch' ? 'reason' : 'marked', reason: way === 'watch' ? reason : null }
    const { isNew, completed } = await settle(tx, now, lesson.id, done, doer)
    if (isNew) await note(tx, now, doer, 'finish_lesson', lesson, { how: done.how, completed })
    return { ok: true, completed }
  })
}

export type Placed = { ok: true; place: number; done: boolean; completed: boolean } | Refused

/** Where one is in a film, and what was seen just now. Sent twice, nothing changes: stretches are joined, never added up. */
export async function savePlace(
  services: Services,
  by: Actor,
  mine: store.MyClass,
  lesson: Lesson,
  seen: { place: number; watched: readonly Stretch[] },
): Promise<Placed> {
  const key = { pegawaiId: mine.pegawaiId, classId: mine.classId, lessonId: lesson.id }
  return learning(services, by, mine, async (tx, now, doer): Promise<Placed> => {
    const before = (await store.stepsOf(tx, now)).find(step => step.id === lesson.id)
    const watched = merged(before?.watched ?? [], seen.watched, lesson.durationSeconds)
    const place = Math.min(seen.place, lesson.durationSeconds ?? seen.place)
    await store.savePlace(tx, key, now.instansiId, { place, watched, at: doer.at })
    const isDone = Boolean(before?.doneAt)
    if (isDone || !isWatched(watched, lesson.durationSeconds)) return { ok: true, place, done: isDone, completed: false }
    const { completed } = await settle(tx, now, lesson.id, { how: 'watched', reason: null }, doer)
    await note(tx, now, doer, 'finish_lesson', lesson, { how: 'watched', completed })
    return { ok: true, place, done: true, completed }
  })
}

/** That a lesson was opened: what one sees of oneself, in one's own scope. */
export const openLesson = (services: Services, mine: store.MyClass, lessonId: number) =>
  inScope(services.db, self(mine.pegawaiId), tx =>
    store.openLesson(tx, { pegawaiId: mine.pegawaiId, classId: mine.classId, lessonId }, mine.instansiId, services.clock.now()),
  )

export type HandedIn = { ok: true; number: number; completed: boolean } | Refused | { ok: false; why: Exclude<MaySubmit, 'yes'> }

/** Hands in an assignment; an earlier one stays as it was. */
export async function handIn(
  services: Services,
  by: Actor,
  mine: store.MyClass,
  lesson: Lesson,
  sent: { answer: string; file: LessonFile | null },
): Promise<HandedIn> {
  if (lesson.kind !== 'assignment') throw new Error('only an assignment is handed in')
  const key = { pegawaiId: mine.pegawaiId, classId: mine.classId, lessonId: lesson.id }
  return learning(services, by, mine, async (tx, now, doer): Promise<HandedIn> => {
    const [last] = await submissions.submissionsOf(tx, key)
    const may = maySubmit(lesson.content.again, last ? { graded: last.gradedAt !== null, again: last.again } : null)
    if (may !== 'yes') return { ok: false, why: may }
    const number = (last?.number ?? 0) + 1
    await tellHandedIn(tx, now.classId, doer.at)
    await submissions.insertSubmission(tx, { ...key, number }, { instansiId: now.instansiId, ...sent, at: doer.at })
    await store.openLesson(tx, key, now.instansiId, doer.at)
    const isEnough = doneBy(lesson) === 'submission'
    const settled = isEnough ? await settle(tx, now, lesson.id, { how: 'submitted', reason: null }, doer) : { completed: false }
    await note(tx, now, doer, 'hand_in_assignment', lesson, {
      number,
      file: sent.file?.name ?? null,
      completed: settled.completed,
    })
    return { ok: true, number, completed: settled.completed }
  })
}

/** `over`: the class was closed or cancelled meanwhile. */
export type Graded = { ok: true; score: number; completed: boolean } | { ok: false; why: 'newer' | 'over' }

/**
 * Grades what somebody handed in. The route has asked whether the actor teaches the class, and has read the submission as who holds it. A
 * grade that ends a class needs a job; what it touches is this one person in this one class. @throws Refusal 403 where it is the actor's own
 */
export async function judge(
  services: Services,
  by: Actor,
  lesson: Lesson,
  submission: submissions.Submission,
  given: { points: readonly number[]; feedback: string | null; again: boolean },
): Promise<Graded> {
  if (lesson.kind !== 'assignment') throw new Error('only an assignment is graded')
  notOneself(by, [submission.pegawaiId])
  const { rubric, passMark } = lesson.content
  const share = judgedShare(rubric, given.points)
  const score = outOfHundred(share)
  return asJob(services.db, async (tx): Promise<Graded> => {
    const mine = await store.lockClass(tx, submission.pegawaiId, submission.classId)
    const [last] = await submissions.submissionsOf(tx, submission)
    if (!mine || last?.number !== submission.number) return { ok: false, why: 'newer' }
    if (mine.classState === 'closed' || mine.classState === 'cancelled') return { ok: false, why: 'over' }
    const doer = doerOf(services, by)
    await submissions.saveJudgement(tx, submission, { ...given, score, by: by.accountId, byName: by.name, at: doer.at })
    const isDone = !given.again && passMark !== null && share.num * 100 >= passMark * share.den
    const settled = isDone
      ? await settle(tx, mine, lesson.id, { how: 'graded', reason: null }, doer)
      : { completed: await conclude(tx, mine, doer) }
    await tellGraded(tx, lesson, submission, given.again, doer.at)
    await note(tx, mine, doer, 'judge_submission', lesson, {
      number: submission.number,
      before: last.gradedAt ? { points: last.points, score: last.score, feedback: last.feedback } : null,
      points: given.points,
      score,
      again: given.again,
      completed: settled.completed,
    })
    return { ok: true, score, completed: settled.completed }
  })
}
