import { Hono } from 'hono'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { actor, browser, servicesFor } from '../../../test/factories/browser.ts'
import { enrol, newClass, newCourse, newProvider } from '../../../test/factories/learning.ts'
import { newLesson } from '../../../test/factories/lessons.ts'
import { newInstansi, newPegawai, newUnit } from '../../../test/factories/people.ts'
import { asJob, type Database, sql } from '../../platform/db/index.ts'
import type { AppEnv } from '../../platform/http/context.ts'
import { catalogueRoutes } from '../catalogue/routes.ts'
import { joinRoutes } from '../enrolment/join-routes.ts'
import { mineRoutes } from './mine-routes.ts'

let database: Database
let ani: ReturnType<typeof browser>
const o = { held: 0, heldCourse: 0, alone: 0, aloneCourse: 0, pegawai: 0, optional: 0, first: 0, second: 0 }

beforeAll(async () => {
  database = await testDatabase()
  const services = servicesFor(database)
  const { instansi, pegawai } = await asJob(database.outer, async tx => {
    const instansi = await newInstansi(tx)
    const pegawai = await newPegawai(tx, { instansi_id: instansi, unit_id: await newUnit(tx, { instansi_id: instansi }) })
    const provider = await newProvider(tx, instansi)
    const held = await newCourse(tx, provider, { title: 'Bimtek Arsip', jp: 24 })
    const alone = await newCourse(tx, provider, { title: 'Belajar Sendiri', form: 'e_learning' })
    o.heldCourse = held.courseId
    o.aloneCourse = alone.courseId
    o.held = await newClass(tx, provider, held.versionId, { state: 'running', startsOn: '2026-11-20', endsOn: '2026-11-27' })
    o.alone = await newClass(tx, provider, alone.versionId, { pattern: 'mandiri', form: 'e_learning' })
    await enrol(tx, o.held, [pegawai])
    const optional = await newCourse(tx, provider, { title: 'Hanya pilihan', jp: 6 })
    o.optional = await newClass(tx, provider, optional.versionId, { state: 'running' })
    for (const title of ['Pre-test', 'Post-test']) await newLesson(tx, optional.versionId, { title, required: false })
    o.first = await newLesson(tx, alone.versionId, { title: 'Yang pilihan', required: false })
    o.second = await newLesson(tx, alone.versionId, { title: 'Yang wajib' })
    o.pegawai = pegawai
    return { instansi, pegawai }
  })
  const pages = new Hono<AppEnv>()
    .route('/', mineRoutes(services))
    .route('/', joinRoutes(services))
    .route('/', catalogueRoutes(services))
  ani = browser(actor({ pegawaiId: pegawai, homeInstansiId: instansi }), { pages })
})
afterAll(() => database.close())

it('of a class without lessons the days and the timetable are shown, not “0 of 0”', async () => {
  for (const path of ['/belajar', `/belajar/${o.held}`]) {
    const { status, text } = await ani.get(path)
    expect(status).toBe(200)
    expect(text).not.toContain('0 dari 0')
    expect(text).toMatch(/key-figure-value">24</)
    expect(text).toContain('Belajar menurut jadwal kelas: 20–27 November 2026.')
    expect(text).toContain(`href="/kelas/${o.held}/jadwal"`)
  }
})

it('a course that one follows is gone on with from the catalogue; another is joined there', async () => {
  const followed = (await ani.get(`/katalog/${o.heldCourse}`)).text
  expect(followed).toContain('Sedang Anda ikuti')
  expect(followed).toContain(`href="/belajar/${o.held}"`)
  expect((await ani.get(`/katalog/${o.aloneCourse}`)).text).toContain(`href="/katalog/${o.aloneCourse}/ikut"`)
})

it('who joins what is learned alone is at its lessons at once', async () => {
  const joined = await ani.post(`/katalog/${o.aloneCourse}/ikut`, { kelas: String(o.alone) })
  expect([joined.status, joined.location]).toEqual([303, `/belajar/${o.alone}`])
})

it('from the first page one goes on with the lesson that comes next, the required before the optional', async () => {
  const { text } = await ani.get('/belajar')
  expect(text).toContain('Belajar Sendiri. Berikutnya: Yang wajib.')
  expect(text).toMatch(new RegExp(`href="/belajar/${o.alone}/${o.second}">.*?Lanjutkan belajar`, 's'))
})

it('where no lesson is required it is counted over all, and once it is passed what was gained stands in its place', async () => {
  await asJob(database.outer, tx => enrol(tx, o.optional, [o.pegawai]))
  const figure = async () => (await ani.get(`/belajar/${o.optional}`)).text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  expect(await figure()).toContain('Kemajuan Anda 0 dari 2 pelajaran Berikutnya: Pre-test.')
  await asJob(database.outer, tx =>
    sql`UPDATE enrolment SET state = 'completed', final_score = 72, finished_at = now() WHERE class_id = ${o.optional}`.execute(
      tx,
    ),
  )
  const passed = await figure()
  expect(passed).toContain('Lulus 6 JP Anda sudah menyelesaikan kursus ini. Pelajarannya tetap dapat dibaca. Nilai akhir 72.')
  expect(passed).not.toContain('Berikutnya')
})
