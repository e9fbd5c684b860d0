import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { type DemoApp, demoApp } from '../../../test/factories/demo.ts'
import {
  newCompetency,
  newInstansi,
  newJabatan,
  newPegawai,
  newResult,
  newStandard,
  newUnit,
} from '../../../test/factories/people.ts'
import { fixedClock } from '../../platform/clock.ts'
import { asJob, type Database, sql, type Tx } from '../../platform/db/index.ts'
import { recountDay } from './actions.ts'
import { askRecount, recountById } from './store.ts'
import { takeForsaken } from './store-run.ts'

const at = '2026-11-22T03:00:00Z'
const clock = fixedClock(at)

describe('a day that has passed', () => {
  let database: Database
  const o = { instansi: 0, unit: 0, other: 0, first: 0, second: 0, ani: 0, budi: 0, competency: 0, old: 0 }
  beforeAll(async () => {
    database = await testDatabase()
  })
  afterAll(() => database.close())
  const job = <T>(work: (tx: Tx) => Promise<T>) => asJob(database.outer, work)
  const held = (tx: Tx, pegawai: number, instansi: number, jabatan: number, from: string, until: string | null) =>
    sql`INSERT INTO jabatan_history (pegawai_id, instansi_id, instansi_then, jabatan_id, from_date, until_date)
        VALUES (${pegawai}, ${o.instansi}, ${instansi}, ${jabatan}, ${from}, ${until})`.execute(tx)

  // Ani: a pengawas until March 2026, then administrator; level 2 found in 2024, level 4 in 2026. Budi came from elsewhere in 2026 and
  // was on leave until May. The standard of the pengawas rose from 2 to 3 in July 2025.
  beforeEach(() =>
    job(async tx => {
      o.instansi = await newInstansi(tx)
      o.other = await newInstansi(tx)
      o.unit = await newUnit(tx, { instansi_id: o.instansi })
      const place = { instansi_id: o.instansi, unit_id: o.unit }
      o.competency = await newCompetency(tx, { code: `HARI.${o.instansi}` })
      o.first = await newJabatan(tx, { ...place, jenjang: 'pengawas' })
      o.second = await newJabatan(tx, { ...place, jenjang: 'administrator' })
      const elsewhere = await newJabatan(tx, { instansi_id: o.other, unit_id: await newUnit(tx, { instansi_id: o.other }) })
      o.old = await newStandard(tx, { jabatan_id: o.first }, [{ competency_id: o.competency, level: 2 }])
      await sql`UPDATE standard SET state = 'archived', active_until = '2025-07-01' WHERE id = ${o.old}`.execute(tx)
      const risen = await newStandard(tx, { jabatan_id: o.first, from: '2025-07-01', version: 2 }, [
        { competency_id: o.competency, level: 3 },
      ])
      expect(risen).toBeGreaterThan(o.old)
      await newStandard(tx, { jabatan_id: o.second }, [{ competency_id: o.competency, level: 5 }])
      o.ani = await newPegawai(tx, { ...place, jabatan_id: o.second })
      o.budi = await newPegawai(tx, { ...place, jabatan_id: o.first })
      await held(tx, o.ani, o.instansi, o.first, '2023-01-01', '2026-03-01')
      await held(tx, o.ani, o.instansi, o.second, '2026-03-01', null)
      await held(tx, o.budi, o.other, elsewhere, '2020-01-01', '2026-02-01')
      await held(tx, o.budi, o.instansi, o.first, '2026-02-01', null)
      await sql`INSERT INTO former_status (pegawai_id, instansi_id, instansi_then, status, until_date)
        VALUES (${o.budi}, ${o.instansi}, ${o.instansi}, 'cltn', '2026-05-01')`.execute(tx)
      const result = { instansi_id: o.instansi, competency_id: o.competency, pegawai_id: o.ani }
      await newResult(tx, { ...result, level: 2, assessed_on: '2024-05-01', valid_until: '2026-05-01' })
      await newResult(tx, { ...result, level: 4, assessed_on: '2026-06-01', valid_until: '2029-06-01' })
    }),
  )

  const dayOf = async (day: string) => {
    const id = await job(tx => askRecount(tx, { instansiId: o.instansi, day, by: 'uji', at: clock.now() }))
    await recountDay({ db: database.outer, clock }, id)
    return job(async tx => {
      const rows = await sql<{
        pegawai_id: number
        jenjang: string
        required: number
        held: number | null
        found: number | null
      }>`
        SELECT pegawai_id, jenjang, required, held, found FROM recount_gap WHERE recount_id = ${id} ORDER BY pegawai_id`.execute(
        tx,
      )
      const run = await recountById(tx, id)
      const needs = await sql<{ needs: { level_from: number; level_to: number; people: number; score: number }[] }>`
        SELECT needs FROM recount WHERE id = ${id}`.execute(tx)
      return { run, rows: rows.rows, needs: needs.rows[0]!.needs }
    })
  }

  it('has the posts, standards and results of that day', async () => {
    expect((await dayOf('2025-06-30')).rows).toEqual([{ pegawai_id: o.ani, jenjang: 'pengawas', required: 2, held: 2, found: 2 }])
    expect((await dayOf('2025-07-01')).rows).toEqual([{ pegawai_id: o.ani, jenjang: 'pengawas', required: 3, held: 2, found: 2 }])
    expect((await dayOf('2026-03-01')).rows).toEqual([
      { pegawai_id: o.ani, jenjang: 'administrator', required: 5, held: 2, found: 2 },
    ])
    expect((await dayOf('2026-05-02')).rows).toEqual([
      { pegawai_id: o.ani, jenjang: 'administrator', required: 5, held: null, found: 2 },
      { pegawai_id: o.budi, jenjang: 'pengawas', required: 3, held: null, found: null },
    ])
    expect((await dayOf('2026-11-22')).rows[0]).toMatchObject({ required: 5, held: 4 })
  })

  it('has the weights of that day, and says which', async () => {
    const weights = (gap: number, reach: number) =>
      JSON.stringify({ gap, dif: 0, goal: 0, mandate: 0, reach, urgentFrom: 70, importantFrom: 45 })
    await job(async tx => {
      await sql`INSERT INTO policy (instansi_id, kind, version, state, value, legal_basis, active_from, active_until, made_by, made_at) VALUES
        (${o.instansi}, 'priority', 1, 'archived', ${weights(100, 0)}::jsonb, 'SK 1', '2025-01-01', '2026-01-01', 'uji', now()),
        (${o.instansi}, 'priority', 2, 'active', ${weights(0, 100)}::jsonb, 'SK 2', '2026-01-01', NULL, 'uji', now())`.execute(tx)
    })
    const before = await dayOf('2025-08-01') // one level of four below: 0,25 by the gap alone
    expect(before.needs).toMatchObject([{ level_from: 2, level_to: 3, people: 1, score: 0.25 }])
    expect(before.run!.rules).toMatchObject({ priority: { source: 'SK 1', version: 1 } })
    const after = await dayOf('2026-03-02') // all one of one: 1 by the reach alone
    expect(after.needs).toMatchObject([{ level_from: 2, level_to: 5, people: 1, score: 1 }])
    expect(after.run!.rules).toMatchObject({ priority: { source: 'SK 2', version: 2 } })
  })

  it('is the same when it is worked out again after a crash half-way', async () => {
    const id = await job(tx => askRecount(tx, { instansiId: o.instansi, day: '2026-11-22', by: 'uji', at: clock.now() }))
    await recountDay({ db: database.outer, clock }, id)
    const first = await job(tx => sql`SELECT * FROM recount_gap WHERE recount_id = ${id} ORDER BY 1, 3`.execute(tx))
    // As a process leaves it that was killed after its first person.
    await job(async tx => {
      await sql`UPDATE recount SET state = 'running', people = 1, beat_at = '2026-11-22T02:00:00Z' WHERE id = ${id}`.execute(tx)
      await sql`DELETE FROM recount_gap WHERE recount_id = ${id} AND pegawai_id = ${o.budi}`.execute(tx)
    })
    await recountDay({ db: database.outer, clock }, id)
    expect(await job(tx => recountById(tx, id))).toMatchObject({ state: 'running', people: 1 }) // it is still somebody's
    expect(await job(tx => takeForsaken(tx, clock.now()))).toEqual([id])
    await recountDay({ db: database.outer, clock }, id)
    await recountDay({ db: database.outer, clock }, id)
    expect(await job(tx => recountById(tx, id))).toMatchObject({ state: 'done', people: 2, ofPeople: 2 })
    const again = await job(tx => sql`SELECT * FROM recount_gap WHERE recount_id = ${id} ORDER BY 1, 3`.execute(tx))
    expect(again.rows).toEqual(first.rows)
  })
})

describe('today', () => {
  let demo: DemoApp
  beforeAll(async () => {
    demo = await demoApp()
  }, 240_000)
  afterAll(() => demo.close())

  it('comes out as the figures that are kept up, person by person and need by need', async () => {
    const db = demo.database.outer
    const instansi = 3
    const { rows: now } = await asJob(db, tx =>
      sql<{ today: string }>`SELECT max(calculated_at)::date::text AS today FROM need`.execute(tx),
    )
    const today = now[0]!.today
    const id = await asJob(db, tx => askRecount(tx, { instansiId: instansi, day: today, by: 'uji', at: new Date() }))
    await recountDay({ db, clock: fixedClock(`${today}T05:00:00Z`) }, id)
    const differing = await asJob(db, tx =>
      sql<{ n: number; of: number }>`
        SELECT count(*) FILTER (WHERE (g.unit_id, g.jenjang, g.required, g.held) IS DISTINCT FROM (r.unit_id, r.jenjang, r.required, r.held))::int AS n,
               count(*)::int AS of
        FROM (SELECT * FROM competency_gap WHERE instansi_id = ${instansi} AND post = 'held') g
        FULL JOIN (SELECT * FROM recount_gap WHERE recount_id = ${id}) r ON r.pegawai_id = g.pegawai_id AND r.competency_id = g.competency_id`.execute(
        tx,
      ),
    )
    expect(differing.rows[0]!.of).toBeGreaterThan(1000)
    expect(differing.rows[0]!.n).toBe(0)
    const needs = await asJob(db, tx =>
      sql<{ same: boolean; n: number }>`
        SELECT count(*)::int AS n, bool_and((n.people, n.score, n.tier) IS NOT DISTINCT FROM (r.people, r.score, r.tier)) AS same
        FROM (SELECT * FROM need WHERE instansi_id = ${instansi} AND kind = 'gap' AND post = 'held' AND people > 0) n
        FULL JOIN (SELECT w.* FROM recount c, jsonb_to_recordset(c.needs) AS w(competency_id int, level_to int, jenjang text, people int, score numeric, tier text)
                   WHERE c.id = ${id}) r
          ON r.competency_id = n.competency_id AND r.level_to = n.level_to AND r.jenjang = n.jenjang`.execute(tx),
    )
    expect(needs.rows[0]).toMatchObject({ same: true })
    expect(needs.rows[0]!.n).toBeGreaterThan(10)
  })
})
