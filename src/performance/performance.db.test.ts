import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { actor, grant, servicesFor } from '../../test/factories/browser.ts'
import { newInstansi, newPegawai, newUnit } from '../../test/factories/people.ts'
import { asJob, type Database, inScope, sql } from '../platform/db/index.ts'
import { recordRating, withdrawRating } from './actions.ts'
import type { TypedRating } from './schema.ts'
import { latestRating, ratingsOf } from './store/ratings.ts'

let database: Database
const o = { instansi: 0, other: 0, ani: 0, budi: 0, citra: 0 }

beforeAll(async () => {
  database = await testDatabase()
  await asJob(database.outer, async tx => {
    o.instansi = await newInstansi(tx, { region_code: '19' })
    o.other = await newInstansi(tx, { region_code: '19.01' })
    const unit = await newUnit(tx, { instansi_id: o.instansi })
    const elsewhere = await newUnit(tx, { instansi_id: o.other })
    o.ani = await newPegawai(tx, { instansi_id: o.instansi, unit_id: unit, name: 'Ani' })
    o.budi = await newPegawai(tx, { instansi_id: o.instansi, unit_id: unit, name: 'Budi' })
    o.citra = await newPegawai(tx, { instansi_id: o.other, unit_id: elsewhere, name: 'Citra' })
  })
})
afterAll(() => database.close())

const keeper = () => actor({ accountId: 'pengelola', grants: [grant('pengelola', [o.instansi])] })
const leader = () => actor({ accountId: 'atasan', pegawaiId: o.budi, teamIds: [o.ani] })
const typed = (values: Partial<TypedRating> = {}): TypedRating => ({
  period: { year: 2025, kind: 'tahunan', number: 1 },
  result: 'sesuai',
  behaviour: 'di_atas',
  target: null,
  achieved: 97.5,
  unit: null,
  ratedOn: null,
  raterName: 'Budi',
  raterNip: null,
  why: '',
  replaces: null,
  ...values,
})
const record = (pegawaiId: number, values: Partial<TypedRating> = {}, by = keeper()) =>
  recordRating(servicesFor(database), by, { pegawaiId, timeZone: 'Asia/Jakarta' }, typed(values))
const all = (pegawaiId: number) => asJob(database.outer, tx => ratingsOf(tx, pegawaiId))
const query = async <Row>(text: string) => (await asJob(database.outer, tx => sql.raw<Row>(text).execute(tx))).rows

describe('recording', () => {
  it('keeps the predicate with the entry of the matrix that made it, and says so to others', async () => {
    expect(await record(o.ani)).toEqual({ ok: true, predicate: 'baik', corrected: false })
    const [row] = await all(o.ani)
    expect(row).toMatchObject({
      instansi: '19',
      periodEnd: '2025-12-31',
      predicate: 'baik',
      resultBelow: false,
      behaviourBelow: false,
      target: 100,
      achieved: 97.5,
      unit: '%',
      source: 'formulir',
      supersededAt: null,
    })
    expect(await query('SELECT matrix_from, instansi_then FROM performance_rating')).toEqual([
      { matrix_from: '2022-01-01', instansi_then: o.instansi },
    ])
    expect(await query('SELECT fact, payload FROM outbox ORDER BY id DESC LIMIT 1')).toEqual([
      { fact: 'performance.recorded', payload: { instansiId: o.instansi, pegawaiIds: [o.ani] } },
    ])
    expect(await query('SELECT verb, account_id, subject FROM audit_entry ORDER BY id DESC LIMIT 1')).toEqual([
      { verb: 'record_performance', account_id: 'pengelola', subject: `pegawai:${o.ani}` },
    ])
  })

  it('takes one rating for a person and period: the second is told that one counts already', async () => {
    expect(await record(o.ani, { result: 'di_bawah' })).toEqual({ ok: false, reason: 'taken' })
    expect(await all(o.ani)).toHaveLength(1)
  })

  it('of two at the same moment keeps one', async () => {
    const period = { year: 2024, kind: 'tahunan', number: 1 } as const
    const both = await Promise.all([
      record(o.budi, { period, result: 'di_atas' }),
      record(o.budi, { period, result: 'di_bawah' }),
    ])
    expect(both.filter(one => one.ok)).toHaveLength(1)
    expect((await all(o.budi)).filter(row => row.year === 2024)).toHaveLength(1)
  })

  it('refuses what cannot be rated', async () => {
    expect(await record(o.ani, { period: { year: 2026, kind: 'tahunan', number: 1 } })).toMatchObject({
      ok: false,
      flaws: [{ field: 'period', flaw: 'unfinished' }],
    })
    expect(await record(o.ani, { result: null, behaviour: null })).toMatchObject({ ok: false, reason: 'flaws' })
  })

  it('lets an atasan rate the team, and nobody beyond', async () => {
    const period = { year: 2026, kind: 'triwulan', number: 2 } as const
    expect(await record(o.ani, { period }, leader())).toMatchObject({ ok: true })
    await expect(record(o.citra, { period }, leader())).resolves.toEqual({ ok: false, reason: 'taken' })
    expect(await all(o.citra)).toEqual([])
  })
})

describe('correcting', () => {
  it('closes the former row with who, when and why, and adds one', async () => {
    const before = (await all(o.ani)).find(row => row.year === 2025)!
    expect(await record(o.ani, { replaces: before.id, result: 'di_bawah', why: 'no' })).toEqual({ ok: false, reason: 'why' })
    expect(await record(o.ani, { replaces: before.id, why: 'Keberatan diterima' })).toEqual({ ok: false, reason: 'unchanged' })
    expect(await record(o.ani, { replaces: before.id, result: 'di_bawah', why: 'Keberatan diterima' })).toEqual({
      ok: true,
      predicate: 'butuh_perbaikan',
      corrected: true,
    })
    const of2025 = (await all(o.ani)).filter(row => row.year === 2025)
    expect(of2025.map(row => [row.predicate, row.supersededAt === null, row.supersededWhy])).toEqual([
      ['butuh_perbaikan', true, null],
      ['baik', false, 'Keberatan diterima'],
    ])
    expect(await query('SELECT verb FROM audit_entry ORDER BY id DESC LIMIT 1')).toEqual([{ verb: 'correct_performance' }])
  })

  it('tells the second of two correctors that the rating has moved on, and keeps the first', async () => {
    const now = (await all(o.ani)).find(row => row.year === 2025 && row.supersededAt === null)!
    const both = await Promise.all(
      (['di_atas', 'sesuai'] as const).map(behaviour => record(o.ani, { replaces: now.id, behaviour, why: 'Salah ketik' })),
    )
    expect(both.filter(one => one.ok)).toHaveLength(1)
    expect(both.filter(one => !one.ok)).toEqual([{ ok: false, reason: 'gone' }])
    expect((await all(o.ani)).filter(row => row.year === 2025 && row.supersededAt === null)).toHaveLength(1)
  })

  it('into a period that has a rating already leaves both as they were', async () => {
    const now = (await all(o.ani)).find(row => row.year === 2025 && row.supersededAt === null)!
    const period = { year: 2026, kind: 'triwulan', number: 2 } as const
    expect(await record(o.ani, { replaces: now.id, period, why: 'Salah periode' })).toEqual({
      ok: false,
      reason: 'taken',
    })
    expect((await all(o.ani)).find(row => row.id === now.id)!.supersededAt).toBeNull()
  })

  it('withdraws what should not be there: kept, but it counts no more', async () => {
    const period = { year: 2026, kind: 'bulanan', number: 1 } as const
    await record(o.ani, { period })
    const row = (await all(o.ani)).find(one => one.kind === 'bulanan')!
    const withdraw = () => withdrawRating(servicesFor(database), keeper(), { pegawaiId: o.ani, id: row.id }, 'Salah orang')
    expect(await withdraw()).toBe(true)
    expect(await withdraw()).toBe(false)
    expect((await all(o.ani)).find(one => one.id === row.id)).toMatchObject({ supersededWhy: 'Salah orang' })
    expect(await record(o.ani, { period })).toMatchObject({ ok: true })
  })
})

describe('what counts now', () => {
  const now = (pegawaiId: number) => asJob(database.outer, tx => latestRating(tx, pegawaiId))

  it('is the latest year, and a quarter only where no year is known', async () => {
    expect(await now(o.ani)).toMatchObject({ year: 2025, kind: 'tahunan' })
    expect(await now(o.citra)).toEqual({ year: null, kind: null, number: null, predicate: null })
    const quarter = (number: number) => ({ year: 2026, kind: 'triwulan', number }) as const
    const boss = actor({ accountId: 'admin', grants: [grant('admin', [o.other])] })
    await record(o.citra, { period: quarter(1), result: 'di_bawah', behaviour: 'di_bawah' }, boss)
    await record(o.citra, { period: quarter(3) }, boss)
    expect(await now(o.citra)).toEqual({ year: 2026, kind: 'triwulan', number: 3, predicate: 'baik' })
    await record(o.citra, { period: { year: 2023, kind: 'tahunan', number: 1 } }, boss)
    expect(await now(o.citra)).toMatchObject({ year: 2023, kind: 'tahunan' })
  })

  it('says by SQL who is below expectation, as far as a scope reaches', async () => {
    const below = (instansi: number) =>
      inScope(database.outer, { kind: 'instansi', instansi: [instansi] }, async tx => {
        const { rows } = await sql<{ n: number; below: number }>`
          SELECT count(*)::int AS n, (count(*) FILTER (WHERE result_below))::int AS below FROM performance_now`.execute(tx)
        return rows[0]!
      })
    expect(await below(o.instansi)).toEqual({ n: 2, below: expect.any(Number) })
    expect(await below(o.other)).toEqual({ n: 1, below: 0 })
    expect(await inScope(database.outer, { kind: 'instansi', instansi: [o.other] }, tx => latestRating(tx, o.ani))).toBeNull()
  })
})

it('a row holds a period that the calendar has, and something that was rated', async () => {
  const insert = (values: string) =>
    query(
      `INSERT INTO performance_rating (pegawai_id, instansi_id, instansi_then, year, period, period_number, result_rating, matrix_from, source, recorded_by)
       VALUES (${o.citra}, ${o.other}, ${o.other}, ${values}, '2022-01-01', 'formulir', 'x')`,
    )
  await expect(insert(`2024, 'tahunan', 2, 'sesuai'`)).rejects.toThrow(/check constraint/)
  await expect(insert(`2024, 'semester', 1, 'sesuai'`)).rejects.toThrow(/check constraint/)
  await expect(insert(`2024, 'tahunan', 1, NULL`)).rejects.toThrow(/check constraint/)
  await expect(insert(`2024, 'tahunan', 1, 'hebat'`)).rejects.toThrow(/check constraint/)
})
