import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { actor, browser } from '../../../test/factories/browser.ts'
import { importServices } from '../../../test/factories/imports.ts'
import { enrol, newClass, newCourse, newProvider } from '../../../test/factories/learning.ts'
import { newItem, newLesson, quizBody } from '../../../test/factories/lessons.ts'
import { newInstansi, newPegawai, newUnit } from '../../../test/factories/people.ts'
import { fixedClock } from '../../platform/clock.ts'
import { asJob, type Database, sql } from '../../platform/db/index.ts'
import { playerRoutes } from './routes.ts'

let database: Database
let made: ReturnType<typeof importServices>

beforeAll(async () => {
  database = await testDatabase()
  made = importServices(database)
})
afterAll(async () => {
  made.cleanUp()
  await database.close()
})

async function quizOf(values: Parameters<typeof quizBody>[0], items = 1) {
  const ids = await asJob(database.outer, async tx => {
    const instansi = await newInstansi(tx)
    const pegawaiId = await newPegawai(tx, { instansi_id: instansi, unit_id: await newUnit(tx, { instansi_id: instansi }) })
    const provider = await newProvider(tx, instansi)
    const { courseId, versionId } = await newCourse(tx, provider)
    const classId = await newClass(tx, provider, versionId, { pattern: 'mandiri', form: 'e_learning' })
    await enrol(tx, classId, [pegawaiId])
    const itemIds: number[] = []
    for (let n = 0; n < items; n++) itemIds.push(await newItem(tx, courseId))
    return { pegawaiId, classId, lessonId: await newLesson(tx, versionId, { itemIds }, quizBody(values)) }
  })
  const who = actor({ pegawaiId: ids.pegawaiId })
  const at = (time: string) =>
    browser(who, { pages: playerRoutes({ ...made.services, clock: fixedClock(`2026-11-22T${time}Z`) }) })
  return {
    ...ids,
    at,
    lesson: `/belajar/${ids.classId}/${ids.lessonId}`,
    quiz: `/belajar/${ids.classId}/${ids.lessonId}/percobaan`,
  }
}

it('an empty attempt does not buy the answers of the next', async () => {
  const { at, quiz } = await quizOf({ attempts: 2 })
  const page = at('03:00:00')
  for (const [number, told] of [
    [1, false],
    [2, true],
  ] as const) {
    await page.post(quiz, {})
    await page.post(`${quiz}/${number}/kumpul`, {})
    const { text } = await page.get(`${quiz}/${number}`)
    expect(text).toContain('Belum lulus')
    expect(text.includes('Jawaban yang benar</dt>')).toBe(told)
  }
})

it('an attempt whose time ran out in a class that was closed leads back to the quiz, and not round and round', async () => {
  const { at, quiz, lesson, classId } = await quizOf({ minutes: 10 })
  await at('03:00:00').post(quiz, {})
  await asJob(database.outer, tx => sql`UPDATE course_class SET state = 'closed' WHERE id = ${classId}`.execute(tx))
  expect(await at('03:20:00').get(`${quiz}/1`)).toMatchObject({ status: 303, location: lesson })
})

it('a time that ran out at the last lesson leads to what passing brought, whether one looks, saves or hands in too late', async () => {
  const tooLate = {
    look: (page: ReturnType<typeof browser>, quiz: string) => page.get(`${quiz}/1`),
    save: (page: ReturnType<typeof browser>, quiz: string) => page.post(`${quiz}/1`, { soal: '2', versi: '0', jawaban: 'b' }),
    'hand in': (page: ReturnType<typeof browser>, quiz: string) => page.post(`${quiz}/1/kumpul`, {}),
  }
  for (const late of Object.values(tooLate)) {
    const { at, quiz, classId } = await quizOf({ minutes: 10, passMark: 50 }, 2)
    await at('03:00:00').post(quiz, {})
    await at('03:01:00').post(`${quiz}/1`, { soal: '1', versi: '0', jawaban: 'a' })
    expect(await late(at('03:20:00'), quiz)).toMatchObject({ status: 303, location: `/belajar/${classId}/capaian` })
  }
})
