import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { importServices } from '../../../test/factories/imports.ts'
import {
  newCompetency,
  newInstansi,
  newJabatan,
  newPegawai,
  newResult,
  newStandard,
  newTenure,
  newUnit,
} from '../../../test/factories/people.ts'
import type { Actor, Scope } from '../../platform/actor.ts'
import { fixedClock } from '../../platform/clock.ts'
import { asJob, type Database, sql, type Tx } from '../../platform/db/index.ts'
import { Refusal } from '../../platform/http/refusal.ts'
import { setFactors } from '../factors/actions.ts'
import { unknownFactor } from '../factors/rules/factor.ts'
import { recountDay } from './actions.ts'
import { askComparison, askDay } from './ask.ts'
import { compareReady, forgetRecounts, recountJobs, resumeRecounts } from './jobs.ts'
import { sumOf } from './rules/totals.ts'
import { needsThen, recountById } from './store.ts'
import { comparisonById, comparisonsOf, peopleMoved } from './store-comparison.ts'

let database: Database
let made: ReturnType<typeof importServices>
const o = { instansi: 0, jabatan: 0, competency: 0, ani: 0, budi: 0 }
const by: Actor = {
  accountId: 'uji',
  username: 'uji',
  name: 'Uji',
  language: 'id',
  mustChangePassword: false,
  pegawaiId: null,
  homeInstansiId: null,
  teamIds: [],
  grants: [],
}
const job = <T>(work: (tx: Tx) => Promise<T>) => asJob(database.outer, work)
const scope = (): Scope => ({ kind: 'instansi', instansi: [o.instansi] })
const asker = () => ({ actor: by, instansiId: o.instansi, scope: scope() })
/** Does what was asked for, as the worker would. */
const work = async () => {
  for (const { name, data } of made.sent.splice(0)) {
    if (name === 'needs.recount') await recountDay(made.services, Number(data.recountId))
    await compareReady(made.services, null)
  }
}

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

// Ani and Budi hold a post that asks level 3. Ani was found at 1 in 2024 and at 3 in June 2026; Budi came in March 2026, never assessed.
beforeEach(async () => {
  made = importServices(database)
  await job(async tx => {
    o.instansi = await newInstansi(tx)
    const place = { instansi_id: o.instansi, unit_id: await newUnit(tx, { instansi_id: o.instansi }) }
    o.competency = await newCompetency(tx, { code: `TUGAS.${o.instansi}` })
    o.jabatan = await newJabatan(tx, { ...place, jenjang: 'pengawas' })
    await newStandard(tx, { jabatan_id: o.jabatan }, [{ competency_id: o.competency, level: 3 }])
    o.ani = await newPegawai(tx, { ...place, jabatan_id: o.jabatan })
    o.budi = await newPegawai(tx, { ...place, jabatan_id: o.jabatan })
    const tenure = { instansi_id: o.instansi, jabatan_id: o.jabatan }
    await newTenure(tx, { ...tenure, pegawai_id: o.ani, from_date: '2020-01-01' })
    await newTenure(tx, { ...tenure, pegawai_id: o.budi, from_date: '2026-03-01' })
    const result = { instansi_id: o.instansi, competency_id: o.competency, pegawai_id: o.ani }
    await newResult(tx, { ...result, level: 1, assessed_on: '2024-05-01', valid_until: '2027-05-01' })
    await newResult(tx, { ...result, level: 3, assessed_on: '2026-06-01', valid_until: '2029-06-01' })
  })
})

describe('a day that is asked for', () => {
  it('is worked out once while nothing changes, and again after a change or where one insists', async () => {
    const first = await askDay(made.services, asker(), '2026-01-01', false)
    expect((await askDay(made.services, asker(), '2026-01-01', true)).id).toBe(first.id) // it waits: there is nothing to insist on
    expect(made.sent).toEqual([{ name: 'needs.recount', data: { recountId: first.id } }])
    await work()
    expect(await askDay(made.services, asker(), '2026-01-01', false)).toMatchObject({ id: first.id, state: 'done' })
    const insisted = await askDay(made.services, asker(), '2026-01-01', true)
    expect(insisted).toMatchObject({ state: 'waiting' })
    expect(insisted.id).toBeGreaterThan(first.id)
    await work()

    const handlers = new Map<string, (batch: Record<string, unknown>[]) => Promise<void>>()
    recountJobs({ ...made.services, jobs: { ...made.services.jobs, on: (name, handler) => void handlers.set(name, handler) } })
    const tell = (data: object) => handlers.get('needs.recount-stale')!([data as Record<string, unknown>])
    await tell({ instansiId: o.instansi, kind: 'gap_cost' }) // what a gap costs changes no gap
    await tell({ instansiId: o.instansi + 1 })
    expect((await askDay(made.services, asker(), '2026-01-01', false)).id).toBe(insisted.id)
    await tell({ instansiId: o.instansi, pegawaiIds: [o.ani] })
    const third = await askDay(made.services, asker(), '2026-01-01', false)
    expect(third.id).toBeGreaterThan(insisted.id)
    await work()
    await tell({ instansiId: null, kind: 'priority' }) // of everybody
    expect((await askDay(made.services, asker(), '2026-01-01', false)).id).toBeGreaterThan(third.id)
  })

  it('is written down in the trail', async () => {
    const { id } = await askDay(made.services, asker(), '2026-01-01', false)
    const { rows } = await job(tx =>
      sql`SELECT verb, instansi_id, detail FROM audit_entry WHERE subject = ${`recount:${id}`}`.execute(tx),
    )
    expect(rows).toEqual([{ verb: 'recount_day', instansi_id: o.instansi, detail: { day: '2026-01-01' } }])
  })

  it('waits where too many of the instansi do', async () => {
    for (let month = 1; month <= 8; month++) await askDay(made.services, asker(), `2025-0${month}-01`, false)
    await expect(askDay(made.services, asker(), '2025-09-01', false)).rejects.toThrow(Refusal)
    await expect(askDay(made.services, asker(), '2025-08-01', false)).resolves.toMatchObject({ state: 'waiting' })
  })

  it('is taken up again where a process died over it, and nowhere else', async () => {
    const dead = await askDay(made.services, asker(), '2026-07-01', false)
    const alive = await askDay(made.services, asker(), '2026-07-02', false)
    const done = await askDay(made.services, asker(), '2026-07-03', false)
    await recountDay(made.services, done.id)
    made.sent.length = 0
    await job(async tx => {
      await sql`UPDATE recount SET state = 'running', claim = 'dead', beat_at = '2026-11-22T02:00:00Z' WHERE id = ${dead.id}`.execute(
        tx,
      )
      await sql`UPDATE recount SET state = 'running', claim = 'alive', beat_at = '2026-11-22T02:59:30Z' WHERE id = ${alive.id}`.execute(
        tx,
      )
    })
    const started = new Date('2026-11-21T00:00:00Z')
    await resumeRecounts(made.services, started)
    expect(made.sent).toEqual([{ name: 'needs.recount', data: { recountId: dead.id } }])
    // A process that has just begun is the only one on the embedded engine: whatever was under way is dead.
    made.sent.length = 0
    if (database.engine === 'embedded') {
      await resumeRecounts(made.services, made.services.clock.now())
      expect(made.sent.map(one => one.data.recountId)).toEqual([alive.id])
    }
    await recountDay(made.services, dead.id)
    expect(await job(tx => recountById(tx, dead.id))).toMatchObject({ state: 'done', people: 2 })
  })

  it('fails with the name of what did not exist then, and takes no other day’s number', async () => {
    const before = await askDay(made.services, asker(), '2016-12-31', false)
    await work()
    const failed = await job(tx => recountById(tx, before.id))
    expect(failed).toMatchObject({ state: 'failed', totals: null })
    expect(failed!.problem!.id).toBe(
      '“Skala tingkat kompetensi” tidak mempunyai nilai yang berlaku pada 31 Desember 2016. Yang paling awal berlaku 1 Januari 2017. Angka hari lain tidak dipakai sebagai gantinya.',
    )
    // The scale of levels holds from 2017; the standard of the post from 2021, and nothing ships for it.
    await job(async tx => {
      await sql`DELETE FROM standard_level WHERE standard_id IN (SELECT id FROM standard WHERE jabatan_id IS NULL)`.execute(tx)
      await sql`UPDATE standard SET active_from = '2021-01-01' WHERE jabatan_id = ${o.jabatan}`.execute(tx)
    })
    const bare = await askDay(made.services, asker(), '2020-12-31', false)
    await work()
    const without = await job(tx => recountById(tx, bare.id))
    expect(without!.state).toBe('failed')
    expect(without!.problem!.en).toMatch(/^“Competency standards of posts” has no value in force on 31 December 2020\./)
    expect(
      (await job(tx => sql`SELECT FROM recount_gap WHERE recount_id IN (${before.id}, ${bare.id})`.execute(tx))).rows,
    ).toEqual([])
  })

  it('on which nobody was there comes to nothing, and is no failure', async () => {
    const { id } = await askDay(made.services, asker(), '2019-01-01', false)
    await work()
    expect(await job(tx => recountById(tx, id))).toMatchObject({ state: 'done', ofPeople: 0, totals: { people: 0 } })
    expect(await job(tx => needsThen(tx, id))).toEqual([])
  })

  it('has the factors of that day, not those that were typed since', async () => {
    const save = (today: string, before: typeof unknownFactor, after: typeof unknownFactor) =>
      setFactors(made.services, by, { instansiId: o.instansi, jenjang: 'pengawas', today, scope: scope() }, [
        { kind: 'gap', competencyId: o.competency, subject: null, before, after },
      ])
    const rated = (difficulty: 'r' | 's' | 't') => ({ ...unknownFactor, difficulty, importance: 's', frequency: 's' }) as const
    await save('2025-03-01', unknownFactor, rated('r'))
    await save('2026-02-01', rated('r'), rated('t'))
    const dif = async (day: string) => {
      const { id } = await askDay(made.services, asker(), day, false)
      await recountDay(made.services, id)
      return (await job(tx => needsThen(tx, id)))[0]?.dif
    }
    // (1 + 2 + 2) / 9 and (3 + 2 + 2) / 9
    expect([await dif('2025-02-28'), await dif('2025-03-01'), await dif('2026-01-31'), await dif('2026-02-01')]).toEqual([
      null,
      0.555556,
      0.555556,
      0.777778,
    ])
  })
})

describe('two days compared', () => {
  const span = { from: '2026-01-01', until: '2026-07-01' }

  it('say what moved, of whom and why', async () => {
    const id = await askComparison(made.services, asker(), span, false)
    expect(made.sent.map(one => one.name)).toEqual(['needs.recount', 'needs.recount'])
    expect(await askComparison(made.services, asker(), span, false)).toBe(id)
    await work()
    const found = (await job(tx => comparisonById(tx, id)))!
    expect([sumOf(found.before.totals!, 'gaps'), sumOf(found.after.totals!, 'gaps')]).toEqual([1, 0])
    expect(found.summary).toEqual({
      people: 1,
      gapPeople: 1,
      causes: [{ cause: 'result', move: 'closed', people: 1, pairs: 1, levels: -2 }],
      causePeople: { result: 1 },
      competencies: [
        {
          competencyId: o.competency,
          code: `TUGAS.${o.instansi}`,
          name: `Kompetensi TUGAS.${o.instansi}`,
          pillar: 'manajerial',
          gapsBefore: 1,
          gapsAfter: 0,
          opened: 0,
          closed: 1,
        },
      ],
    })
    const people = await job(tx => peopleMoved(tx, id, {}, { order: 'nama', offset: 0, limit: 10 }))
    expect(people).toMatchObject([{ pegawaiId: o.ani, heldBefore: 1, heldAfter: 3, requiredAfter: 3, total: 1 }])
    // Worked out already, both: only the comparison is asked for.
    await job(tx => sql`DELETE FROM comparison WHERE id = ${id}`.execute(tx))
    const again = await askComparison(made.services, asker(), span, false)
    expect(made.sent).toEqual([{ name: 'needs.compare', data: { comparisonId: again } }])
  })

  it('are found again while a newer one is made', async () => {
    const first = await askComparison(made.services, asker(), span, false)
    await work()
    const second = await askComparison(made.services, asker(), span, true)
    expect((await job(tx => comparisonsOf(tx, o.instansi, span))).map(one => [one.id, one.summary !== null])).toEqual([
      [second, false],
      [first, true],
    ])
    await work()
    expect((await job(tx => comparisonsOf(tx, o.instansi, span))).map(one => one.id)).toEqual([second])
  })

  it('forget persons after a month; the sums, the ranking and the answer stay', async () => {
    const id = await askComparison(made.services, asker(), span, false)
    await work()
    const found = (await job(tx => comparisonById(tx, id)))!
    const rows = () =>
      job(async tx => {
        const { rows } = await sql<{ gaps: number; moves: number }>`
          SELECT (SELECT count(*)::int FROM recount_gap WHERE recount_id IN (${found.before.id}, ${found.after.id})) AS gaps,
                 (SELECT count(*)::int FROM comparison_move WHERE comparison_id = ${id}) AS moves`.execute(tx)
        return rows[0]!
      })
    await forgetRecounts({ ...made.services, clock: fixedClock('2026-12-21T03:00:00Z') })
    expect(await rows()).toEqual({ gaps: 3, moves: 1 })
    await forgetRecounts({ ...made.services, clock: fixedClock('2026-12-23T03:00:00Z') })
    expect(await rows()).toEqual({ gaps: 0, moves: 0 })
    const left = (await job(tx => comparisonById(tx, id)))!
    expect(left.summary).toEqual(found.summary)
    expect(left.rowsGoneAt).not.toBeNull()
    expect(await job(tx => needsThen(tx, found.before.id))).toHaveLength(1)
    // A list needs no rows of persons; a comparison does, and works the day out again.
    expect((await askDay(made.services, asker(), span.from, false)).id).toBe(found.before.id)
    const again = await askComparison(made.services, asker(), span, false)
    expect(again).not.toBe(id)
    await work()
    expect((await job(tx => comparisonById(tx, again)))!.summary).toEqual(found.summary)
  })
})
