import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { newLesson, quizBody } from '../../../../test/factories/lessons.ts'
import { type RunningClass, runningClass } from '../../../../test/factories/running.ts'
import { asJob, type Database, sql } from '../../../platform/db/index.ts'

let database: Database
let world: RunningClass
let sessions: number[]
const afterwards = '2026-11-23T09:00:00Z'
const pass = {
  mark: 70,
  components: [
    { key: 'kuis', name: 'Kuis', weight: 50, from: 'quiz' },
    { key: 'praktik', name: 'Praktik', weight: 50 },
  ],
  attendance: 85,
  lessons: 'required',
}

beforeAll(async () => {
  database = await testDatabase()
  world = await runningClass(database, 3)
  sessions = await world.schedule([{}, { tanggal: '2026-11-23', mata: '2', jp: '2', selesai: '11:00' }])
  await asJob(database.outer, async tx => {
    await sql`UPDATE course_class SET pattern = 'blended' WHERE id = ${world.classId}`.execute(tx)
    await sql`UPDATE course_version SET pass = ${JSON.stringify(pass)}::jsonb WHERE id = ${world.versionId}`.execute(tx)
    const text = await newLesson(tx, world.versionId)
    const quiz = await newLesson(tx, world.versionId, {}, quizBody())
    await newLesson(tx, world.versionId, { required: false })
    const [all, quizOnly, poor] = world.inside as [number, number, number]
    const done = (pegawaiId: number, lessonId: number) =>
      sql`
      INSERT INTO lesson_progress (pegawai_id, class_id, lesson_id, instansi_id, opened_at, seen_at, done_at, how)
      VALUES (${pegawaiId}, ${world.classId}, ${lessonId}, ${world.instansiId}, now(), now(), now(), 'marked')`.execute(tx)
    const scored = (pegawaiId: number, number: number, points: number) =>
      sql`
      INSERT INTO quiz_attempt (pegawai_id, class_id, lesson_id, number, instansi_id, instansi_then, seed, questions, started_at, ended_at, ended_by,
        points_num, points_den, score, passed)
      VALUES (${pegawaiId}, ${world.classId}, ${quiz}, ${number}, ${world.instansiId}, ${world.instansiId}, 1, '[]', now(), now(), 'person', ${points}, 100,
        ${points}, true)`.execute(tx)
    for (const one of [all, quizOnly, poor]) await done(one, quiz)
    for (const one of [all, poor]) await done(one, text)
    await scored(all, 1, 60)
    await scored(all, 2, 80)
    await scored(quizOnly, 1, 100)
    await scored(poor, 1, 50)
  })
})
afterAll(async () => {
  world.cleanUp()
  await database.close()
})

describe('a blended class', () => {
  it('scores the quiz from the lessons, by the best attempt; it is not typed, also not by a form that says so', async () => {
    const field = (person: number, component: number) => `n_${world.inside[person]}_${component}`
    const typed = { [field(0, 0)]: '11', [field(0, 1)]: '70', [field(1, 1)]: '90', [field(2, 1)]: '80' }
    expect((await world.send(`${world.home}/nilai`, typed)).status).toBe(303)
    const { text } = await world.see(`${world.home}/nilai`)
    expect(text).toContain('50 % Kuis (dari kuis) + 50 % Praktik')
    expect(text).toContain('2 pelajaran yang wajib harus selesai')
    expect(text).not.toContain(`name="${field(0, 0)}"`)
    expect(text).toContain('nilai akhir 75, diminta 70')
    const kept = await world.asked(sql<{ component: string }>`SELECT DISTINCT component FROM component_score`)
    expect(kept).toEqual([{ component: 'praktik' }])
  })

  it('shows before it is closed who is behind with what must be done, and closes with them not passed', async () => {
    world.setTime(afterwards)
    await asJob(database.outer, tx =>
      sql`
        INSERT INTO attendance (pegawai_id, session_id, class_id, instansi_id, state, way, at, by_account, by_name)
        SELECT p, s, ${world.classId}, ${world.instansiId}, 'hadir', 'manual', now(), 'uji', 'Uji'
        FROM unnest(${world.inside}::int[]) p, unnest(${sessions}::int[]) s`.execute(tx),
    )
    const { text } = await world.see(`${world.home}/penutupan`)
    expect(text).toContain('1 orang belum menyelesaikan pelajaran wajib')
    expect(text).toContain('1 dari 2')
    expect((await world.send(`${world.home}/penutupan`, {})).status).toBe(303)
    const results = await world.asked(
      sql<object>`SELECT state, final_score::float8 AS score, reason FROM enrolment WHERE class_id = ${world.classId} ORDER BY name`,
    )
    expect(results).toMatchObject([
      { state: 'completed', score: 75, reason: null },
      { state: 'failed', score: 95, reason: expect.stringContaining('1 dari 2 pelajaran wajib selesai') },
      { state: 'failed', score: 65, reason: expect.stringContaining('nilai akhir 65, diminta 70') },
    ])
  })
})
