import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { enrol, newClass, newCourse, newProvider } from '../../../test/factories/learning.ts'
import { threePeople, toldTo } from '../../../test/factories/notices.ts'
import { asJob, type Database, sql } from '../../platform/db/index.ts'
import { complete } from './complete.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

async function taught(pattern?: string) {
  const people = await threePeople(database)
  const classId = await asJob(database.outer, async tx => {
    const provider = await newProvider(tx, people.instansi)
    const { versionId } = await newCourse(tx, provider, { title: 'Arsip Digital' })
    const classId = await newClass(tx, provider, versionId, { pattern })
    await sql`UPDATE course_class SET name = 'Angkatan II' WHERE id = ${classId}`.execute(tx)
    await enrol(tx, classId, [people.ani, people.budi, people.cici])
    return classId
  })
  const end = (pegawaiId: number, passed: boolean, at = '2026-11-13T08:00:00Z') =>
    asJob(database.outer, tx =>
      complete(
        tx,
        classId,
        [{ pegawaiId, passed, finalScore: 61, on: '2026-11-13', reason: passed ? null : 'Kehadiran kurang' }],
        { account: 'panitia', name: 'Panitia', at: new Date(at) },
      ),
    )
  return { ...people, classId, end }
}

it('who passed is led to what that brought, who did not to the reason; neither title says which', async () => {
  const t = await taught()
  await t.end(t.ani, true)
  await t.end(t.budi, false)
  await t.end(t.cici, true) // has no account
  const title_id = 'Hasil Anda di Arsip Digital (Angkatan II) sudah ada'
  expect(await toldTo(database, t.aniAccount)).toMatchObject([
    { topic: 'class', duty: false, title_id, href: `/belajar/${t.classId}/capaian` },
  ])
  expect(await toldTo(database, t.budiAccount)).toMatchObject([{ title_id, href: `/belajar/${t.classId}` }])
})

it('is told once, and anew where the result was corrected', async () => {
  const t = await taught('mandiri')
  await t.end(t.ani, false)
  await t.end(t.ani, true) // ended already: nothing changes
  expect(await toldTo(database, t.aniAccount)).toMatchObject([{ title_id: 'Hasil Anda di Arsip Digital sudah ada' }])
  await asJob(database.outer, tx =>
    sql`UPDATE enrolment SET state = 'enrolled' WHERE pegawai_id = ${t.ani} AND class_id = ${t.classId}`.execute(tx),
  )
  await t.end(t.ani, true, '2026-11-14T08:00:00Z')
  expect((await toldTo(database, t.aniAccount)).map(one => one.href)).toEqual([
    `/belajar/${t.classId}`,
    `/belajar/${t.classId}/capaian`,
  ])
})
