import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { actor, browser } from '../../../test/factories/browser.ts'
import { importServices } from '../../../test/factories/imports.ts'
import { enrol, newClass, newCourse, newProvider } from '../../../test/factories/learning.ts'
import { newItem, newLesson, quizBody } from '../../../test/factories/lessons.ts'
import { newAccount, threePeople, toldTo } from '../../../test/factories/notices.ts'
import { fixedClock } from '../../platform/clock.ts'
import { asClass, asJob, type Database, sql, type Tx } from '../../platform/db/index.ts'
import { readMarkup } from '../lessons/rules/markup.ts'
import { lessonById } from '../lessons/store/lesson.ts'
import * as actions from './actions.ts'
import { endOverdue } from './quiz-actions.ts'
import { playerRoutes } from './routes.ts'
import { classOf } from './store/enrolment.ts'
import { submissionsOf } from './store/submission.ts'

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

const at = (moment: string) => ({ ...made.services, clock: fixedClock(moment) })
const doing = <T>(work: (tx: Tx) => Promise<T>) => asJob(database.outer, work)

/** A class with an assignment in which Ani and Cici learn, of an institution without staff. */
async function taught() {
  const people = await threePeople(database)
  const o = await doing(async tx => {
    const providerId = await newProvider(tx, people.instansi)
    const { versionId } = await newCourse(tx, providerId, { title: 'Telaahan Staf' })
    const classId = await newClass(tx, providerId, versionId, { pattern: 'mandiri', form: 'e_learning' })
    await enrol(tx, classId, [people.ani, people.cici])
    const rubric = [{ title: 'Isi', points: 10 }]
    const content = { doc: readMarkup('Tulis.'), takes: 'text' as const, rubric, again: 'asked' as const, passMark: 70 }
    const lessonId = await newLesson(tx, versionId, { title: 'Tulis telaahan' }, { kind: 'assignment', content })
    return { providerId, classId, lessonId }
  })
  const handIn = async (pegawaiId: number, moment: string) => {
    const { mine, lesson } = await doing(async tx => ({
      mine: (await classOf(tx, pegawaiId, o.classId))!,
      lesson: (await lessonById(tx, o.lessonId))!,
    }))
    const who = actor({ pegawaiId })
    expect(await actions.handIn(at(moment), who, mine, lesson, { answer: 'Jawaban', file: null })).toMatchObject({ ok: true })
  }
  const grade = async (pegawaiId: number, points: number, again: boolean, moment: string) => {
    const lesson = (await doing(tx => lessonById(tx, o.lessonId)))!
    const [latest] = await asClass(database.outer, o.classId, tx => submissionsOf(tx, { ...o, pegawaiId }))
    const given = { points: [points], feedback: 'Sudah baik', again }
    expect(await actions.judge(at(moment), actor(), lesson, latest!, given)).toMatchObject({ ok: true })
  }
  const trainer = (values: { account_id?: string; pegawai_id?: number }) =>
    doing(tx =>
      sql`
        WITH one AS (INSERT INTO trainer (provider_id, name, kind, account_id, pegawai_id)
          VALUES (${o.providerId}, 'Pengajar', 'praktisi', ${values.account_id ?? null}, ${values.pegawai_id ?? null}::int) RETURNING id)
        INSERT INTO class_trainer (class_id, trainer_id) SELECT ${o.classId}::int, id FROM one`.execute(tx),
    )
  return { ...people, ...o, handIn, grade, trainer, told: (account: string) => toldTo(database, account) }
}

describe('who grades a class', () => {
  it('is told of what was handed in once a day, and again after it was graded; the title names nobody', async () => {
    const t = await taught()
    await t.trainer({ account_id: t.budiAccount })
    await t.handIn(t.ani, '2026-11-22T02:00:00Z')
    await t.handIn(t.cici, '2026-11-22T02:05:00Z')
    expect(await t.told(t.budiAccount)).toMatchObject([
      {
        topic: 'class',
        duty: false,
        title_id: 'Ada tugas untuk dinilai di Telaahan Staf',
        href: `/kelas/${t.classId}/tugas?keadaan=menunggu`,
      },
    ])
    await t.grade(t.ani, 5, true, '2026-11-22T03:00:00Z')
    await t.handIn(t.ani, '2026-11-22T04:00:00Z') // Cici's of that day waits still
    expect(await t.told(t.budiAccount)).toHaveLength(1)
    await t.grade(t.ani, 5, true, '2026-11-22T05:00:00Z')
    await t.grade(t.cici, 5, true, '2026-11-22T05:01:00Z')
    await t.handIn(t.cici, '2026-11-22T06:00:00Z')
    expect(await t.told(t.budiAccount)).toHaveLength(2)
    await t.handIn(t.ani, '2026-11-22T17:30:00Z') // half past midnight in Jakarta: what waits since yesterday is told again
    expect(await t.told(t.budiAccount)).toHaveLength(3)
  })

  it('is a trainer known by their person, who may open what they are told of', async () => {
    const t = await taught()
    await t.trainer({ pegawai_id: t.budi })
    await t.handIn(t.ani, '2026-11-22T02:00:00Z')
    expect(await t.told(t.budiAccount)).toHaveLength(1)
    const as = (pegawaiId: number) => browser(actor({ accountId: 'lain', pegawaiId }), { pages: playerRoutes(made.services) })
    expect((await as(t.budi).get(`/kelas/${t.classId}/tugas?keadaan=menunggu`)).text).toContain('Ani')
    expect((await as(t.cici).get(`/kelas/${t.classId}/tugas`)).status).toBe(404)
  })

  it('is the staff where no trainer signs in, and who keeps the institution where there is no staff', async () => {
    const t = await taught()
    await t.trainer({ pegawai_id: t.cici }) // has no account
    const [staff, keeper] = await doing(async tx => {
      const keeper = await newAccount(tx, `kelola-${t.classId}`)
      await sql`
        INSERT INTO identity.role_grant (account_id, role, place, instansi_id) VALUES (${keeper}, 'pengelola', 'instansi', ${t.instansi})`.execute(
        tx,
      )
      return [await newAccount(tx, `panitia-${t.classId}`), keeper]
    })
    await t.handIn(t.ani, '2026-11-20T02:00:00Z')
    expect([(await t.told(staff!)).length, (await t.told(keeper!)).length]).toEqual([0, 1])
    await doing(tx => sql`INSERT INTO provider_staff VALUES (${t.providerId}, ${staff}, 'uji', now())`.execute(tx))
    await t.handIn(t.cici, '2026-11-21T02:00:00Z')
    expect([(await t.told(staff!)).length, (await t.told(keeper!)).length]).toEqual([1, 1])
  })
})

describe('a learner', () => {
  it('is told that an assignment was graded, not how, each time; and of the pass beside it', async () => {
    const t = await taught()
    await t.handIn(t.ani, '2026-11-22T02:00:00Z')
    await t.grade(t.ani, 5, true, '2026-11-22T03:00:00Z')
    await t.handIn(t.ani, '2026-11-22T04:00:00Z')
    await t.grade(t.ani, 9, false, '2026-11-22T05:00:00Z')
    const lesson = {
      topic: 'learning',
      title_id: 'Tugas “Tulis telaahan” sudah dinilai',
      href: `/belajar/${t.classId}/${t.lessonId}`,
    }
    const pass = { title_id: 'Hasil Anda di Telaahan Staf sudah ada', href: `/belajar/${t.classId}/capaian` }
    expect(await t.told(t.aniAccount)).toMatchObject([
      { ...lesson, body_id: 'Penilai meminta perbaikan. Baca umpan baliknya, lalu kumpulkan lagi.' },
      pass,
      { ...lesson, body_id: 'Lihat nilai dan umpan baliknya.' },
    ])
  })

  it('whose quiz the clock ended is told so, or that the course was passed; either leads to where it says what came of it', async () => {
    const people = await threePeople(database)
    const o = await doing(async tx => {
      const provider = await newProvider(tx, people.instansi)
      const { courseId, versionId } = await newCourse(tx, provider, { title: 'Etika' })
      const classId = await newClass(tx, provider, versionId, { pattern: 'mandiri', form: 'e_learning' })
      await enrol(tx, classId, [people.ani, people.budi])
      const itemIds = [await newItem(tx, courseId)]
      return { classId, quiz: await newLesson(tx, versionId, { title: 'Kuis akhir', itemIds }, quizBody({ minutes: 10 })) }
    })
    const path = `/belajar/${o.classId}/${o.quiz}/percobaan`
    const as = (pegawaiId: number, moment: string) => browser(actor({ pegawaiId }), { pages: playerRoutes(at(moment)) })
    for (const pegawaiId of [people.ani, people.budi]) await as(pegawaiId, '2026-11-22T03:00:00Z').post(path, {})
    await as(people.ani, '2026-11-22T03:01:00Z').post(`${path}/1`, { soal: '1', versi: '0', jawaban: 'a' })
    expect(await endOverdue(at('2026-11-22T03:15:00Z'))).toBe(2)
    const achieved = `/belajar/${o.classId}/capaian`
    expect(await toldTo(database, people.aniAccount)).toMatchObject([{ href: achieved }])
    expect(await toldTo(database, people.budiAccount)).toMatchObject([
      { topic: 'learning', title_id: 'Waktu “Kuis akhir” habis', href: `${path}/1` },
    ])
    for (const page of [`${path}/1`, `/belajar/${o.classId}/${o.quiz}`]) {
      expect((await as(people.ani, '2026-11-22T03:20:00Z').get(page)).text).toMatch(
        new RegExp(`href="${achieved}">.*?Lihat yang Anda capai`, 's'),
      )
      expect((await as(people.budi, '2026-11-22T03:20:00Z').get(page)).text).not.toContain(achieved)
    }
  })
})
