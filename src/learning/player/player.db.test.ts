import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { importServices } from '../../../test/factories/imports.ts'
import { enrol, newClass, newCourse, newProvider } from '../../../test/factories/learning.ts'
import { newItem, newLesson, quizBody, single } from '../../../test/factories/lessons.ts'
import { newInstansi, newPegawai, newUnit } from '../../../test/factories/people.ts'
import type { Actor } from '../../platform/actor.ts'
import { fixedClock } from '../../platform/clock.ts'
import { asClass, asJob, type Database, inScope, sql, type Tx } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { readMarkup } from '../lessons/rules/markup.ts'
import { updateItem } from '../lessons/store/bank.ts'
import { type Lesson, lessonById } from '../lessons/store/lesson.ts'
import * as actions from './actions.ts'
import { standingAlone } from './finish.ts'
import * as quiz from './quiz-actions.ts'
import { answersOf, attemptByNumber } from './store/attempt.ts'
import { classOf, type MyClass, stepsOf } from './store/enrolment.ts'
import { gradingQueue, submissionsOf } from './store/submission.ts'

let database: Database
let base: Services
let cleanUp: () => void

beforeAll(async () => {
  database = await testDatabase()
  const made = importServices(database)
  base = made.services
  cleanUp = made.cleanUp
})
afterAll(async () => {
  cleanUp()
  await database.close()
})

const at = (time: string): Services => ({ ...base, clock: fixedClock(`2026-11-22T${time}Z`) })
const actor = (pegawaiId: number | null): Actor => ({
  accountId: `akun-${pegawaiId}`,
  username: 'x',
  name: 'Pelajar',
  language: 'id',
  mustChangePassword: false,
  pegawaiId,
  homeInstansiId: null,
  teamIds: [],
  grants: [],
})

type World = { pegawaiId: number; otherId: number; classId: number; courseId: number; versionId: number }
async function world(tx: Tx, pattern = 'mandiri', pass: object = {}): Promise<World> {
  const instansi = await newInstansi(tx)
  const unit = await newUnit(tx, { instansi_id: instansi })
  const [pegawaiId, otherId] = [
    await newPegawai(tx, { instansi_id: instansi, unit_id: unit }),
    await newPegawai(tx, { instansi_id: instansi, unit_id: unit }),
  ]
  const provider = await newProvider(tx, instansi)
  const { courseId, versionId } = await newCourse(tx, provider, { jp: 4, form: 'e_learning', pass })
  const classId = await newClass(tx, provider, versionId, { pattern, form: 'e_learning' })
  await enrol(tx, classId, [pegawaiId, otherId])
  return { pegawaiId, otherId, classId, courseId, versionId }
}
const here = async ({ pegawaiId, classId }: World, lessonId: number): Promise<{ mine: MyClass; lesson: Lesson }> =>
  asJob(database.outer, async tx => ({
    mine: (await classOf(tx, pegawaiId, classId))!,
    lesson: (await lessonById(tx, lessonId))!,
  }))
const recordsOf = async (pegawaiId: number) =>
  asJob(
    database.outer,
    async tx =>
      (
        await sql<{ jp: number; source: string }>`SELECT jp, source FROM learning_record WHERE pegawai_id = ${pegawaiId}`.execute(
          tx,
        )
      ).rows,
  )
const factsOf = async (pegawaiId: number) =>
  asJob(database.outer, async tx =>
    (
      await sql<{
        fact: string
      }>`SELECT fact FROM outbox WHERE payload->'pegawaiIds' @> ${JSON.stringify([pegawaiId])}::jsonb ORDER BY id`.execute(tx)
    ).rows.map(row => row.fact),
  )
const stateOf = async ({ pegawaiId, classId }: World) => asJob(database.outer, tx => classOf(tx, pegawaiId, classId))

describe('a class one learns alone', () => {
  it('ends by itself with the last required lesson, once, with the record and the facts; the optional one may stay', async () => {
    const { w, first, last } = await asJob(database.outer, async tx => {
      const w = await world(tx)
      const first = await newLesson(tx, w.versionId)
      await newLesson(tx, w.versionId, { required: false })
      return { w, first, last: await newLesson(tx, w.versionId) }
    })
    const one = await here(w, first)
    expect(await actions.markDone(base, actor(w.pegawaiId), one.mine, one.lesson, '')).toEqual({ ok: true, completed: false })
    expect((await stateOf(w))!.state).toBe('enrolled')
    const two = await here(w, last)
    const both = await Promise.all([1, 2].map(() => actions.markDone(base, actor(w.pegawaiId), two.mine, two.lesson, '')))
    expect(both.filter(marked => marked.ok && marked.completed)).toHaveLength(1)
    expect((await stateOf(w))!.state).toBe('completed')
    expect(await recordsOf(w.pegawaiId)).toEqual([{ jp: 4, source: 'kelas' }])
    expect(await factsOf(w.pegawaiId)).toEqual(['learning.completed', 'learning.recorded'])
    expect(await recordsOf(w.otherId)).toEqual([])
    expect(await actions.markDone(base, actor(w.pegawaiId), two.mine, two.lesson, '')).toEqual({ ok: false, why: 'closed' })
  })

  it('is recorded on the day it was where the person works: half past midnight in Jayapura is the new year', async () => {
    const { w, only } = await asJob(database.outer, async tx => {
      const w = await world(tx)
      await sql`
        UPDATE instansi i SET time_zone = 'Asia/Jayapura' FROM pegawai p WHERE p.instansi_id = i.id AND p.pegawai_id = ${w.pegawaiId}`.execute(
        tx,
      )
      return { w, only: await newLesson(tx, w.versionId) }
    })
    const services = { ...base, clock: fixedClock('2026-12-31T15:30:00Z') }
    const { mine, lesson } = await here(w, only)
    await actions.openLesson(services, mine, only)
    expect(await actions.markDone(services, actor(w.pegawaiId), mine, lesson, '')).toEqual({ ok: true, completed: true })
    const days = await asJob(database.outer, tx =>
      sql`SELECT started_on, ended_on FROM learning_record WHERE pegawai_id = ${w.pegawaiId}`.execute(tx),
    )
    expect(days.rows).toEqual([{ started_on: '2027-01-01', ended_on: '2027-01-01' }])
  })

  it('asks for every lesson where the rule of the version says so', async () => {
    const { w, first, second } = await asJob(database.outer, async tx => {
      const w = await world(tx, 'mandiri', { mark: null, components: [], attendance: null, lessons: 'all' })
      return { w, first: await newLesson(tx, w.versionId), second: await newLesson(tx, w.versionId, { required: false }) }
    })
    for (const [lessonId, completed] of [
      [first, false],
      [second, true],
    ] as const) {
      const { mine, lesson } = await here(w, lessonId)
      expect(await actions.markDone(base, actor(w.pegawaiId), mine, lesson, '')).toEqual({ ok: true, completed })
    }
  })

  it('is left to its provider where a class is held', async () => {
    const { w, only } = await asJob(database.outer, async tx => {
      const w = await world(tx, 'klasikal')
      return { w, only: await newLesson(tx, w.versionId) }
    })
    const { mine, lesson } = await here(w, only)
    expect(await actions.markDone(base, actor(w.pegawaiId), mine, lesson, '')).toEqual({ ok: true, completed: false })
    expect((await stateOf(w))!.state).toBe('enrolled')
  })

  it('is nobody else’s to mark', async () => {
    const { w, only } = await asJob(database.outer, async tx => {
      const w = await world(tx)
      return { w, only: await newLesson(tx, w.versionId) }
    })
    const { mine, lesson } = await here(w, only)
    expect(await actions.markDone(base, actor(w.otherId), mine, lesson, '')).toEqual({ ok: false, why: 'closed' })
    expect(await asJob(database.outer, async tx => (await stepsOf(tx, mine))[0]!.doneAt)).toBeNull()
  })
})

describe('who learns while the organiser takes them out', () => {
  // On PostgreSQL two connections; embedded, one after the other.
  it('waits for the class before holding anything: one of them comes first, and none is thrown out', async () => {
    const { w, first } = await asJob(database.outer, async tx => {
      const w = await world(tx)
      await newLesson(tx, w.versionId)
      return { w, first: await newLesson(tx, w.versionId) }
    })
    const { mine, lesson } = await here(w, first)
    const other = await here({ ...w, pegawaiId: w.otherId }, first)
    const organiser = asJob(database.outer, async tx => {
      await sql`SELECT FROM course_class WHERE id = ${w.classId} FOR UPDATE`.execute(tx)
      await new Promise(resolve => setTimeout(resolve, 300))
      await sql`UPDATE enrolment SET state = 'withdrawn' WHERE class_id = ${w.classId} AND pegawai_id = ${w.pegawaiId}`.execute(
        tx,
      )
      await sql`UPDATE course_class SET seats_taken = 1 WHERE id = ${w.classId}`.execute(tx)
    })
    await new Promise(resolve => setTimeout(resolve, 100))
    const [marked, stays] = await Promise.all([
      actions.markDone(base, actor(w.pegawaiId), mine, lesson, ''),
      actions.markDone(base, actor(w.otherId), other.mine, lesson, ''),
      organiser,
    ])
    expect(stays).toEqual({ ok: true, completed: false })
    expect(marked).toEqual({ ok: false, why: 'closed' })
  })
})

describe('a film', () => {
  it('is done once nine tenths were seen; the same stretch counts once, and the place is kept', async () => {
    const made = await asJob(database.outer, async tx => {
      const w = await world(tx)
      return {
        w,
        lessonId: await newLesson(tx, w.versionId, { durationSeconds: 100 }, { kind: 'video', content: { doc: readMarkup('') } }),
      }
    })
    const { mine, lesson } = await here(made.w, made.lessonId)
    const save = (place: number, watched: [number, number][]) =>
      actions.savePlace(base, actor(made.w.pegawaiId), mine, lesson, { place, watched })
    expect(await save(45, [[0, 45]])).toMatchObject({ done: false })
    expect(await save(45, [[0, 45]])).toMatchObject({ done: false })
    expect(await save(89, [[45, 89]])).toMatchObject({ ok: true, done: false, place: 89 })
    const [step] = await asJob(database.outer, tx => stepsOf(tx, mine))
    expect(step).toMatchObject({ place: 89, watched: [[0, 89]], doneAt: null })
    expect(await save(90, [[89, 90]])).toMatchObject({ ok: true, done: true, completed: true })
  })

  it('that was seen elsewhere is marked with a reason, never without', async () => {
    const made = await asJob(database.outer, async tx => {
      const w = await world(tx)
      return {
        w,
        lessonId: await newLesson(tx, w.versionId, { durationSeconds: 100 }, { kind: 'video', content: { doc: readMarkup('') } }),
      }
    })
    const { mine, lesson } = await here(made.w, made.lessonId)
    expect(await actions.markDone(base, actor(made.w.pegawaiId), mine, lesson, 'ya')).toEqual({ ok: false, why: 'reason' })
    expect(await actions.markDone(base, actor(made.w.pegawaiId), mine, lesson, 'Ditonton bersama di kantor')).toMatchObject({
      ok: true,
    })
    const [step] = await asJob(database.outer, tx => stepsOf(tx, mine))
    expect(step).toMatchObject({ how: 'reason', reason: 'Ditonton bersama di kantor' })
  })
})

describe('an attempt', () => {
  const started = async (values: Parameters<typeof quizBody>[0] = {}, services = base, pass: object = {}) => {
    const made = await asJob(database.outer, async tx => {
      const w = await world(tx, 'mandiri', pass)
      const itemIds = [await newItem(tx, w.courseId), await newItem(tx, w.courseId, single('b'))]
      return { w, itemIds, lessonId: await newLesson(tx, w.versionId, { itemIds }, quizBody(values)) }
    })
    const { mine, lesson } = await here(made.w, made.lessonId)
    const begun = await quiz.startAttempt(services, actor(made.w.pegawaiId), mine, lesson)
    const key = { pegawaiId: made.w.pegawaiId, classId: made.w.classId, lessonId: made.lessonId, number: 1 }
    const save = (by: Services, question: number, answer: unknown, version = 0) =>
      quiz.saveAnswer(by, actor(made.w.pegawaiId), mine, key, { question, version, answer })
    const submit = (by: Services) => quiz.submitAttempt(by, actor(made.w.pegawaiId), mine, lesson, key)
    const stored = () =>
      asJob(database.outer, async tx => ({ attempt: (await attemptByNumber(tx, key))!, answers: await answersOf(tx, key) }))
    return { ...made, mine, lesson, begun, key, save, submit, stored, by: actor(made.w.pegawaiId) }
  }

  it('goes on where it is open, ends by passing, and ends the class', async () => {
    const t = await started()
    expect(t.begun).toEqual({ ok: true, number: 1 })
    expect(await quiz.startAttempt(base, t.by, t.mine, t.lesson)).toEqual({ ok: true, number: 1 })
    expect(await t.save(base, 1, 'a')).toMatchObject({ ok: true, version: 1, replaced: false })
    expect(await t.save(base, 2, 'b')).toMatchObject({ ok: true, version: 1 })
    expect(await t.submit(base)).toMatchObject({ ok: true, score: 100, passed: true, completed: true, late: false })
    expect((await stateOf(t.w))!.finalScore).toBe(100)
    expect(await t.submit(base)).toMatchObject({ ok: false })
  })

  it('that is enough for the quiz but not for the mark ends no class; a better one does', async () => {
    const components = [
      { key: 'kuis', name: 'Kuis', weight: 60, from: 'quiz' },
      { key: 'sikap', name: 'Sikap', weight: 40 },
    ]
    const t = await started({ passMark: 50 }, base, { mark: 80, components, attendance: 85, lessons: 'required' })
    await t.save(base, 1, 'a')
    expect(await t.submit(base)).toMatchObject({ score: 50, passed: true, completed: false })
    expect((await stateOf(t.w))!.state).toBe('enrolled')
    const { why } = await inScope(database.outer, actions.self(t.w.pegawaiId), tx => standingAlone(tx, t.mine))
    expect(why[0]).toMatchObject({ condition: 'mark', standing: 'missed', have: 50, need: 80 })
    expect(await quiz.startAttempt(base, t.by, t.mine, t.lesson)).toEqual({ ok: true, number: 2 })
    const second = { ...t.key, number: 2 }
    for (const [question, answer] of [
      [1, 'a'],
      [2, 'b'],
    ] as const)
      await quiz.saveAnswer(base, t.by, t.mine, second, { question, version: 0, answer })
    expect(await quiz.submitAttempt(base, t.by, t.mine, t.lesson, second)).toMatchObject({ score: 100, completed: true })
    expect(await stateOf(t.w)).toMatchObject({ state: 'completed', finalScore: 100 })
  })

  it('keeps its questions though the item is changed meanwhile', async () => {
    const t = await started()
    await asJob(database.outer, tx =>
      updateItem(
        tx,
        t.itemIds[0]!,
        { prompt: 'Lain', content: single('c'), points: 9, explanation: null },
        new Date('2026-11-22T03:00:00Z'),
      ),
    )
    expect((await t.stored()).attempt.questions[0]).toMatchObject({
      prompt: 'Apa yang benar?',
      points: 1,
      content: { right: 'a' },
    })
    await t.save(base, 1, 'a')
    expect(await t.submit(base)).toMatchObject({ score: 50, passed: false, completed: false })
    expect((await stateOf(t.w))!.state).toBe('enrolled')
  })

  it('stores the same answer sent twice once, and of two tabs the last, saying so', async () => {
    const t = await started()
    expect(await t.save(base, 1, 'a', 0)).toMatchObject({ version: 1, replaced: false })
    expect(await t.save(base, 1, 'a', 0)).toMatchObject({ version: 1, replaced: false })
    expect(await t.save(base, 1, 'b', 1)).toMatchObject({ version: 2, replaced: false })
    expect(await t.save(base, 1, 'c', 1)).toMatchObject({ version: 3, replaced: true })
    expect((await t.stored()).answers).toMatchObject([{ question: 1, answer: 'c', version: 3 }])
  })

  it('refuses what does not fit the question, and a question there is not', async () => {
    const t = await started()
    expect(await t.save(base, 1, 'z')).toEqual({ ok: false, why: 'unfit' })
    expect(await t.save(base, 3, 'a')).toEqual({ ok: false, why: 'unfit' })
    expect((await t.stored()).answers).toEqual([])
  })

  it('changes no more after it was handed in', async () => {
    const t = await started()
    await t.save(base, 1, 'a')
    await t.submit(base)
    expect(await t.save(base, 1, 'b', 1)).toMatchObject({ ok: false, why: 'ended', kept: 1, of: 2 })
    expect((await t.stored()).answers).toMatchObject([{ answer: 'a', version: 1 }])
  })

  it('takes an answer within the grace of 30 seconds, refuses it after, and scores what was kept', async () => {
    const t = await started({ minutes: 10 }, at('03:00:00'))
    expect(await t.save(at('03:10:29'), 1, 'a')).toMatchObject({ ok: true })
    expect(await t.save(at('03:10:31'), 2, 'b')).toMatchObject({ ok: false, why: 'late', kept: 1, of: 2 })
    expect(await t.submit(at('03:11:00'))).toMatchObject({ ok: true, late: true, score: 50, answered: 1 })
    expect((await t.stored()).attempt).toMatchObject({ endedBy: 'time', endedAt: new Date('2026-11-22T03:10:00Z') })
  })

  it('that nobody opens again is ended by the clock with what was saved', async () => {
    const t = await started({ minutes: 5, passMark: 50 }, at('03:00:00'))
    await t.save(at('03:01:00'), 1, 'a')
    expect(await quiz.endOverdue(at('03:05:20'))).toBe(0)
    expect(await quiz.endOverdue(at('03:06:00'))).toBe(1)
    expect((await t.stored()).attempt).toMatchObject({ endedBy: 'time', score: 50, passed: true })
    expect((await stateOf(t.w))!.state).toBe('completed')
    expect(await quiz.endOverdue(at('03:07:00'))).toBe(0)
  })

  it('can be made as often as the quiz allows', async () => {
    const t = await started({ attempts: 1 })
    await t.submit(base)
    expect(await quiz.startAttempt(base, t.by, t.mine, t.lesson)).toEqual({ ok: false, why: 'none_left' })
  })

  it('at a pre-test is done without passing, and counts in no final score', async () => {
    const t = await started({ purpose: 'pretest' })
    expect(await t.submit(base)).toMatchObject({ score: 0, passed: false, completed: true })
    expect((await stateOf(t.w))!.finalScore).toBeNull()
  })
})

describe('an assignment', () => {
  const assignment = (passMark: number | null, again: 'never' | 'asked' | 'until_graded' = 'asked', pass: object = {}) =>
    asJob(database.outer, async tx => {
      const w = await world(tx, 'mandiri', pass)
      const lessonId = await newLesson(
        tx,
        w.versionId,
        {},
        {
          kind: 'assignment',
          content: {
            doc: readMarkup('Tulis.'),
            takes: 'text',
            rubric: [
              { title: 'Isi', points: 6 },
              { title: 'Bahasa', points: 4 },
            ],
            again,
            passMark,
          },
        },
      )
      return { w, lessonId }
    })

  it('that a mark comes from ends the class when it is graded, not when it is handed in', async () => {
    const components = [{ key: 'tugas', name: 'Tugas', weight: 100, from: 'assignment' }]
    const { w, lessonId } = await assignment(null, 'asked', { mark: 70, components, attendance: null, lessons: 'required' })
    const { mine, lesson } = await here(w, lessonId)
    const sent = await actions.handIn(base, actor(w.pegawaiId), mine, lesson, { answer: 'Satu', file: null })
    expect(sent).toEqual({ ok: true, number: 1, completed: false })
    const first = await asClass(database.outer, w.classId, async tx => (await submissionsOf(tx, { ...w, lessonId }))[0]!)
    const graded = await actions.judge(base, actor(null), lesson, first, { points: [5, 3], feedback: null, again: false })
    expect(graded).toEqual({ ok: true, score: 80, completed: true })
    expect(await stateOf(w)).toMatchObject({ state: 'completed', finalScore: 80 })
  })

  it('is graded by nobody for themselves, and no more once the class is closed', async () => {
    const { w, lessonId } = await assignment(70)
    const { mine, lesson } = await here(w, lessonId)
    await actions.handIn(base, actor(w.pegawaiId), mine, lesson, { answer: 'Satu', file: null })
    const latest = () => asClass(database.outer, w.classId, async tx => (await submissionsOf(tx, { ...w, lessonId }))[0]!)
    const first = await latest()
    const given = { points: [6, 4], feedback: null, again: false }
    await expect(actions.judge(base, actor(w.pegawaiId), lesson, first, given)).rejects.toMatchObject({ status: 403 })
    const become = (state: string) =>
      asJob(database.outer, tx => sql`UPDATE course_class SET state = ${state} WHERE id = ${w.classId}`.execute(tx))
    await become('closed')
    expect(await actions.judge(base, actor(null), lesson, first, given)).toEqual({ ok: false, why: 'over' })
    expect(await latest()).toEqual(first)
    await become('open')
    expect(await actions.judge(base, actor(null), lesson, first, given)).toMatchObject({ ok: true, score: 100 })
  })

  it('graded high enough is done; asked for again it waits for the better one', async () => {
    const { w, lessonId } = await assignment(70)
    const { mine, lesson } = await here(w, lessonId)
    const hand = (answer: string) => actions.handIn(base, actor(w.pegawaiId), mine, lesson, { answer, file: null })
    expect(await hand('Satu')).toEqual({ ok: true, number: 1, completed: false })
    expect(await hand('Dua')).toEqual({ ok: false, why: 'waiting' })
    const latest = () => asClass(database.outer, w.classId, async tx => (await submissionsOf(tx, { ...w, lessonId }))[0]!)
    const first = await latest()
    expect(await actions.judge(base, actor(null), lesson, first, { points: [6, 4], feedback: 'Lengkapi', again: true })).toEqual({
      ok: true,
      score: 100,
      completed: false,
    })
    expect(await hand('Dua')).toMatchObject({ ok: true, number: 2 })
    expect(await actions.judge(base, actor(null), lesson, first, { points: [0, 0], feedback: null, again: false })).toEqual({
      ok: false,
      why: 'newer',
    })
    expect(
      await actions.judge(base, actor(null), lesson, await latest(), { points: [4, 3], feedback: null, again: false }),
    ).toEqual({
      ok: true,
      score: 70,
      completed: true,
    })
  })

  it('stands in the queue of who holds the class, and of no other class', async () => {
    const [one, two] = [await assignment(null), await assignment(null)]
    for (const { w, lessonId } of [one, two]) {
      const { mine, lesson } = await here(w, lessonId)
      expect(await actions.handIn(base, actor(w.pegawaiId), mine, lesson, { answer: 'Jawaban', file: null })).toMatchObject({
        completed: true,
      })
    }
    const queue = (holds: number, asks: number) =>
      asClass(database.outer, holds, tx =>
        gradingQueue(tx, asks, null, { order: 'waktu', descending: false, offset: 0, limit: 10 }),
      )
    expect((await queue(one.w.classId, one.w.classId)).map(row => row.pegawaiId)).toEqual([one.w.pegawaiId])
    expect(await queue(one.w.classId, two.w.classId)).toEqual([])
    const seen = await inScope(database.outer, actions.self(one.w.otherId), tx =>
      submissionsOf(tx, { ...one.w, lessonId: one.lessonId }),
    )
    expect(seen).toEqual([])
  })
})
