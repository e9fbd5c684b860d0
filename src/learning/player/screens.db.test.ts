import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { actor, browser, servicesFor } from '../../../test/factories/browser.ts'
import { enrol, newClass, newCourse, newProvider } from '../../../test/factories/learning.ts'
import { newItem, newLesson, quizBody } from '../../../test/factories/lessons.ts'
import { newInstansi, newPegawai, newUnit } from '../../../test/factories/people.ts'
import { listening } from '../../../test/factories/statements.ts'
import { asJob, type Database, inScope, sql } from '../../platform/db/index.ts'
import { catalogueRoutes } from '../catalogue/routes.ts'
import { readMarkup } from '../lessons/rules/markup.ts'
import { playerApi } from './api.ts'
import { playerRoutes } from './routes.ts'

let database: Database
let heard: ReturnType<typeof listening>
const o = { pegawai: 0, instansi: 0, course: 0, alone: 0, hall: 0, text: 0, quiz: 0, free: 0, tester: 0 }

beforeAll(async () => {
  database = await testDatabase()
  heard = listening(servicesFor(database))
  await asJob(database.outer, async tx => {
    o.instansi = await newInstansi(tx)
    const unit_id = await newUnit(tx, { instansi_id: o.instansi })
    o.pegawai = await newPegawai(tx, { instansi_id: o.instansi, unit_id })
    const provider = await newProvider(tx, o.instansi)
    const hall = await newCourse(tx, provider, { title: 'Pelatihan di aula' })
    o.hall = await newClass(tx, provider, hall.versionId)
    await enrol(tx, o.hall, [o.pegawai])
    const free = await newCourse(tx, provider, { title: 'Hanya uji', form: 'e_learning' })
    o.free = await newClass(tx, provider, free.versionId, { pattern: 'mandiri', form: 'e_learning' })
    await newLesson(tx, free.versionId, { title: 'Pre-test', required: false })
    o.tester = await newPegawai(tx, { instansi_id: o.instansi, unit_id })
    await enrol(tx, o.free, [o.tester])
    const { courseId, versionId } = await newCourse(tx, provider, { title: 'Belajar sendiri', form: 'e_learning' })
    o.course = courseId
    o.alone = await newClass(tx, provider, versionId, { pattern: 'mandiri', form: 'e_learning' })
    const itemIds = [await newItem(tx, courseId)]
    o.quiz = await newLesson(tx, versionId, { title: 'Kuis uji', itemIds }, quizBody({ attempts: 2 }))
    o.text = await newLesson(tx, versionId, { title: 'Bacaan penutup' })
  })
})
afterAll(() => database.close())

const me = () => actor({ pegawaiId: o.pegawai, homeInstansiId: o.instansi })
const as = (who = me()) => {
  const { services } = heard
  const pages = playerRoutes(services).route('/', catalogueRoutes(services))
  return browser(who, { pages, api: playerApi(services) })
}
const attempts = () => `/belajar/${o.alone}/${o.quiz}/percobaan`

describe('a class without lessons', () => {
  it('is shown as one that is taught, with the way to its timetable, and never as nought of nought', async () => {
    const hub = await as().get('/belajar')
    expect(hub.text).toContain('Belajar menurut jadwal kelas: ')
    const outline = await as().get(`/belajar/${o.hall}`)
    expect(outline.text).toContain(`href="/kelas/${o.hall}/jadwal"`)
    for (const { text } of [hub, outline]) expect(text).not.toContain('0 dari 0')
  })

  it('and one of which none is required says how many there are', async () => {
    const tester = as(actor({ pegawaiId: o.tester, homeInstansiId: o.instansi }))
    for (const path of ['/belajar', `/belajar/${o.free}`]) {
      const { text } = await tester.get(path)
      expect(text).toContain('<span class="key-figure-unit"> pelajaran</span>')
      expect(text).not.toContain('0 dari 0')
    }
  })

  it('leaves a list that is narrowed to nothing with a way out of it, and an empty one with a way in', async () => {
    expect((await as().get('/belajar?keadaan=selesai')).text).toContain('Tampilkan semua')
    const nobody = await as(actor({ pegawaiId: 2_000_000, homeInstansiId: o.instansi })).get('/belajar')
    expect(nobody.text).toContain('href="/belajar/untuk-saya"')
  })
})

describe('what a page asks of the database', () => {
  /** Tables that grow with the people: a page reads them by an index, however few rows they hold today. */
  const growing = /Seq Scan on (enrolment|lesson_progress|quiz_attempt|quiz_answer|submission|pegawai|bank_item|lesson)\b/
  const plan = (asked: { sql: string; parameters: readonly unknown[] }) =>
    inScope(database.outer, { kind: 'people', people: [o.pegawai] }, async tx => {
      await sql.raw('SET LOCAL enable_seqscan = off').execute(tx)
      let explained = sql``
      let from = 0
      for (const { 0: mark, 1: n, index } of asked.sql.matchAll(/\$(\d+)/g)) {
        explained = sql`${explained}${sql.raw(asked.sql.slice(from, index))}${asked.parameters[Number(n) - 1]}`
        from = index + mark.length
      }
      const { rows } = await sql<{ 'QUERY PLAN': string }>`EXPLAIN ${explained}${sql.raw(asked.sql.slice(from))}`.execute(tx)
      return rows.map(row => row['QUERY PLAN']).join('\n')
    })
  const save = (answer: unknown) =>
    as().send(`/api/v1/my-learning/${o.alone}/lessons/${o.quiz}/attempts/1/answers/1`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ version: 0, answer }),
    })

  beforeAll(async () => {
    await asJob(database.outer, tx => enrol(tx, o.alone, [o.pegawai]))
    expect((await as().post(attempts(), {})).status).toBe(303)
  })

  // Who asks is found with one more query, before any page.
  it.each([
    ['the catalogue', () => as().get('/katalog?q=belajar')],
    ['a course', () => as().get(`/katalog/${o.course}`)],
    ['what one learns', () => as().get('/belajar')],
    ['the lessons of a class', () => as().get(`/belajar/${o.alone}`)],
    ['a text', () => as().get(`/belajar/${o.alone}/${o.text}`)],
    ['a quiz', () => as().get(`/belajar/${o.alone}/${o.quiz}`)],
    ['a question', () => as().get(`${attempts()}/1?soal=1`)],
    ['the saving of an answer', () => save('b')],
  ])('%s: at most five queries, each by an index where tables grow', async (_, open) => {
    heard.take()
    expect((await open()).status).toBe(200)
    const asked = heard.take()
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.length).toBeLessThanOrEqual(5)
    for (const one of asked) expect(await plan(one)).not.toMatch(growing)
  })

  it('a lesson of another class stores nothing', async () => {
    const answer = await as().send(`/api/v1/my-learning/${o.alone}/lessons/${o.text}/attempts/1/answers/1`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ version: 0, answer: 'b' }),
    })
    expect(answer.json()).toMatchObject({ stored: false, problem: 'unfit' })
  })
})

describe('the result of a quiz', () => {
  const result = (n: number) => as().get(`${attempts()}/${n}`)

  it('offers another attempt while one is left, and no more after the last', async () => {
    await as().post(`${attempts()}/1/kumpul`, {})
    expect((await result(1)).text).toMatch(new RegExp(`action="${attempts()}">.*?Coba lagi`, 's'))
    await as().post(attempts(), {})
    await as().post(`${attempts()}/2/kumpul`, {})
    expect((await result(2)).text).not.toContain('Coba lagi')
    expect((await result(1)).text).not.toContain('Coba lagi')
  })

  it('leads on to what follows once it is passed', async () => {
    await asJob(database.outer, tx =>
      sql`UPDATE quiz_attempt SET passed = true, score = 100 WHERE pegawai_id = ${o.pegawai} AND number = 2`.execute(tx),
    )
    expect((await result(2)).text).toMatch(new RegExp(`href="/belajar/${o.alone}/${o.text}">.*?Lanjutkan belajar`, 's'))
  })
})

describe('a film that is the last lesson', () => {
  it('says after its end that the course is passed, and leads to what that brought; before it tells who has no JavaScript what to do', async () => {
    const film = await asJob(database.outer, async tx => {
      const provider = await newProvider(tx, o.instansi)
      const { versionId } = await newCourse(tx, provider, { title: 'Film saja', form: 'e_learning', jp: 2 })
      const classId = await newClass(tx, provider, versionId, { pattern: 'mandiri', form: 'e_learning' })
      await enrol(tx, classId, [o.pegawai])
      const file = { key: 'tidak-ada', name: 'film.mp4', type: 'video/mp4', bytes: 10, sha256: 'x' }
      const content = { doc: readMarkup('') }
      const id = await newLesson(tx, versionId, { durationSeconds: 100, file }, { kind: 'video', content })
      return { page: `/belajar/${classId}/${id}`, api: `/api/v1/my-learning/${classId}/lessons/${id}/position`, classId }
    })
    const passed = new RegExp(
      `Anda lulus, 2 JP dicatat\\..*?href="/belajar/${film.classId}/capaian">.*?Lihat yang Anda capai`,
      's',
    )
    const before = (await as().get(film.page)).text
    expect(before).not.toMatch(passed)
    expect(before).toMatch(/<noscript>.*?Tandai selesai lewat “Sudah menonton di tempat lain/s)
    const headers = { 'Content-Type': 'application/json' }
    const body = JSON.stringify({ place: 100, watched: [[0, 100]] })
    expect((await as().send(film.api, { method: 'PUT', headers, body })).json()).toMatchObject({ done: true, completed: true })
    expect((await as().get(film.page)).text).toMatch(passed)
  })
})
