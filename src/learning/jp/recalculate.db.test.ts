import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { newInstansi, newPegawai, newUnit } from '../../../test/factories/people.ts'
import { fixedClock } from '../../platform/clock.ts'
import { asJob, type Database, inScope, sql, type Tx } from '../../platform/db/index.ts'
import type { LearningForm } from '../../regulation/index.ts'
import { addRecords, withdrawRecord } from '../records/write.ts'
import { learningOf } from './of-person.ts'
import { jpPolicy } from './policy.ts'
import { recogniseAll, recogniseJp } from './recalculate.ts'
import { choiceOf } from './rules/choice.ts'
import { everybody, loadPeople } from './store/load.ts'

let database: Database
let services: { db: Database['outer']; clock: ReturnType<typeof fixedClock> }
beforeAll(async () => {
  database = await testDatabase()
  services = { db: database.outer, clock: fixedClock('2026-11-22T03:00:00Z') }
})
afterAll(() => database.close())

const job = <T>(work: (tx: Tx) => Promise<T>) => asJob(database.outer, work)
const rowsOf = async <Row>(text: string) => (await job(tx => sql.raw<Row>(text).execute(tx))).rows

type Learned = {
  form: LearningForm
  endedOn: string
  startedOn?: string
  jp?: number
  sessions?: number
  international?: boolean
}
let named = 0
const learn = (pegawaiId: number, learned: readonly Learned[]) =>
  job(tx =>
    addRecords(
      tx,
      learned.map(one => ({
        pegawaiId,
        form: one.form,
        international: one.international ?? false,
        name: `Belajar ${++named}`,
        organiser: null,
        startedOn: one.startedOn ?? one.endedOn,
        endedOn: one.endedOn,
        jp: one.jp ?? null,
        sessions: one.sessions ?? null,
        certificateNumber: null,
        source: 'klaim' as const,
        sourceId: null,
        file: null,
      })),
      { account: 'uji', at: new Date('2026-11-01T03:00:00Z') },
    ),
  )

async function office(people = 1) {
  return job(async tx => {
    const instansi = await newInstansi(tx)
    const unit_id = await newUnit(tx, { instansi_id: instansi })
    const ids: number[] = []
    for (let n = 0; n < people; n++) ids.push(await newPegawai(tx, { instansi_id: instansi, unit_id }))
    return { instansi, ids }
  })
}
const example: Learned[] = [
  { form: 'seminar', startedOn: '2026-02-10', endedOn: '2026-02-11' },
  { form: 'workshop', endedOn: '2026-05-20', international: true },
  { form: 'coaching', startedOn: '2026-03-02', endedOn: '2026-03-27', sessions: 3 },
  { form: 'e_learning', endedOn: '2026-06-15', jp: 10 },
]
const yearOf = (pegawaiId: number) =>
  rowsOf(`SELECT year, employment, records, claimed, recognised, ten, twenty, seventy, required, warnings, policy_id, instansi_id
          FROM jp_year WHERE pegawai_id = ${pegawaiId} ORDER BY year`)

describe('what is recognised, as it is kept', () => {
  it('is the worked example of a year, with the reason of every record and the rule that made it', async () => {
    const { instansi, ids } = await office()
    await learn(ids[0]!, example)
    expect(await recogniseJp(services, instansi, ids)).toBe(5)
    expect(await yearOf(ids[0]!)).toEqual([
      {
        year: 2026,
        employment: 'pns',
        records: 4,
        claimed: 310,
        recognised: 220,
        ten: 100,
        twenty: 120,
        seventy: 0,
        required: 20,
        warnings: [],
        policy_id: null,
        instansi_id: instansi,
      },
    ])
    expect(
      await rowsOf(
        `SELECT form, share, claimed, recognised, reasons, rule FROM jp_recognition WHERE pegawai_id = ${ids[0]} AND form = 'e_learning'`,
      ),
    ).toEqual([
      {
        form: 'e_learning',
        share: 10,
        claimed: 100,
        recognised: 30,
        reasons: [{ code: 'hours_full', counted: 3, of: 10, most: 3, days: 1 }],
        rule: 'jp-1, PerLAN 10/2018',
      },
    ])
  })

  it('is written once: again it changes nothing, and a change writes only what differs', async () => {
    const { instansi, ids } = await office(3)
    for (const id of ids) await learn(id, example)
    await recogniseJp(services, instansi, null)
    expect(await recogniseJp(services, instansi, null)).toBe(0)
    const [added] = await learn(ids[1]!, [{ form: 'teknis', endedOn: '2026-07-01', jp: 9 }])
    expect(await recogniseJp(services, instansi, [ids[1]!])).toBe(2) // the record and the year
    await job(tx => withdrawRecord(tx, { pegawaiId: ids[1]!, id: added!.id }, 'Salah', { account: 'uji', at: new Date() }))
    expect(await recogniseJp(services, instansi, null)).toBe(2)
    expect(await recogniseJp(services, instansi, null)).toBe(0)
    expect((await yearOf(ids[1]!))[0]).toMatchObject({ recognised: 220, records: 4 })
  })

  it('leaves with the last record of a year', async () => {
    const { instansi, ids } = await office()
    const [only] = await learn(ids[0]!, [{ form: 'teknis', endedOn: '2025-07-01', jp: 9 }])
    await recogniseJp(services, instansi, null)
    expect(await yearOf(ids[0]!)).toMatchObject([{ year: 2025, recognised: 90 }])
    await job(tx => withdrawRecord(tx, { pegawaiId: ids[0]!, id: only!.id }, 'Salah', { account: 'uji', at: new Date() }))
    await recogniseJp(services, instansi, ids)
    expect(await yearOf(ids[0]!)).toEqual([])
    expect(await rowsOf(`SELECT 1 FROM jp_recognition WHERE pegawai_id = ${ids[0]}`)).toEqual([])
  })

  it('judges a year by how the person was employed at its end', async () => {
    const { instansi, ids } = await office()
    await job(async tx => {
      await sql`
        INSERT INTO employment_history (pegawai_id, instansi_id, nip, employment, from_date, until_date)
        SELECT pegawai_id, instansi_id, nip, 'pppk', date '2020-01-01', date '2025-06-30' FROM pegawai WHERE pegawai_id = ${ids[0]}
        UNION ALL SELECT pegawai_id, instansi_id, nip, 'pns', date '2025-07-01', NULL FROM pegawai WHERE pegawai_id = ${ids[0]}`.execute(
        tx,
      )
    })
    await learn(
      ids[0]!,
      [2024, 2025, 2026].map(year => ({ form: 'teknis' as const, startedOn: `${year}-03-01`, endedOn: `${year}-03-04`, jp: 30 })),
    )
    await recogniseJp(services, instansi, null)
    expect(await yearOf(ids[0]!)).toMatchObject([
      { year: 2024, employment: 'pppk', required: null, recognised: 300, warnings: [{ code: 'over_cap', cap: 24 }] },
      { year: 2025, employment: 'pns', required: 20, warnings: [] },
      { year: 2026, employment: 'pns', required: 20, warnings: [] },
    ])
  })

  it('follows the local choice in the years it held at their end, and keeps which choice it was', async () => {
    const { instansi, ids } = await office()
    await learn(ids[0]!, [
      { form: 'sosialisasi', endedOn: '2025-03-01', jp: 4 },
      { form: 'sosialisasi', endedOn: '2026-03-01', jp: 4 },
    ])
    await recogniseJp(services, instansi, null)
    expect((await yearOf(ids[0]!)).map(year => (year as { recognised: number }).recognised)).toEqual([0, 0])
    const value = { ...jpPolicy.defaultAt('2026-05-01').value, sosialisasiPerDay: 3, share_sosialisasi: '70' }
    const policyId = await job(async tx => {
      const { rows } = await sql<{ id: number }>`
        INSERT INTO policy (instansi_id, kind, version, state, value, legal_basis, active_from, made_by, made_at)
        VALUES (${instansi}, 'jp', 1, 'active', ${JSON.stringify(value)}::jsonb, 'SK uji', '2026-05-01', 'uji', now()) RETURNING id`.execute(
        tx,
      )
      return rows[0]!.id
    })
    await recogniseJp(services, instansi, null)
    expect(await yearOf(ids[0]!)).toMatchObject([
      { year: 2025, recognised: 0, policy_id: null },
      { year: 2026, recognised: 30, seventy: 30, policy_id: policyId },
    ])
    await job(tx => sql`UPDATE policy SET state = 'archived', active_until = '2026-06-01' WHERE id = ${policyId}`.execute(tx))
    await recogniseAll(services)
    expect(await yearOf(ids[0]!)).toMatchObject([{ recognised: 0 }, { recognised: 0, policy_id: null }])
  })

  it('is worked out again for a past day by what was chosen and known on that day', async () => {
    const { instansi, ids } = await office()
    await learn(ids[0]!, [{ form: 'sosialisasi', endedOn: '2026-03-01', jp: 4 }])
    const value = { ...jpPolicy.defaultAt('2026-11-02').value, sosialisasiPerDay: 3 }
    await job(tx =>
      sql`
        INSERT INTO policy (instansi_id, kind, version, state, value, legal_basis, active_from, active_until, made_by, made_at)
        VALUES (${instansi}, 'jp', 1, 'archived', ${JSON.stringify(value)}::jsonb, 'SK uji', '2026-11-03', '2026-11-20', 'uji', now())`.execute(
        tx,
      ),
    )
    const on = async (day: string | null) =>
      (await job(tx => learningOf(tx, ids[0]!, () => '2026-11-22', day)))!.yearIn(2026).recognised
    // Written down on 1 November; the choice held from the 3rd until the 20th.
    expect([
      await on('2026-10-31'),
      await on('2026-11-02'),
      await on('2026-11-10'),
      await on('2026-11-20'),
      await on(null),
    ]).toEqual([0, 0, 30, 0, 0])
    expect(await yearOf(ids[0]!)).toEqual([]) // looking back writes nothing
  })

  it('goes with the person into another government', async () => {
    const { ids } = await office()
    const { instansi: other } = await office()
    await learn(ids[0]!, example)
    await recogniseAll(services)
    await job(async tx => {
      await sql`UPDATE pegawai SET unit_id = (SELECT min(id) FROM unit WHERE instansi_id = ${other}) WHERE pegawai_id = ${ids[0]}`.execute(
        tx,
      )
      await sql`SELECT move_custody(${ids[0]}::int, ${other}::int)`.execute(tx)
    })
    expect(await recogniseJp(services, other, ids)).toBe(0)
    const seen = await inScope(database.outer, { kind: 'instansi', instansi: [other] }, tx =>
      sql`SELECT (SELECT count(*)::int FROM jp_recognition) AS records, (SELECT count(*)::int FROM jp_year) AS years`.execute(tx),
    )
    expect(seen.rows).toEqual([{ records: 4, years: 1 }])
  })
})

describe('a local choice tried out', () => {
  it('says what would move, and writes nothing', async () => {
    const { instansi, ids } = await office(2)
    await learn(ids[0]!, [
      { form: 'teknis', endedOn: '2026-02-01', jp: 16 },
      { form: 'sosialisasi', startedOn: '2026-03-02', endedOn: '2026-03-03' },
    ])
    await learn(ids[1]!, [{ form: 'seminar', endedOn: '2026-03-02' }])
    const now = jpPolicy.defaultAt('2026-11-22').value
    const next = { ...now, sosialisasiPerDay: 2, share_seminar: '10' as const, dayHolds: 8 }
    expect(choiceOf(next)).toMatchObject({ sosialisasiPerDay: 2, shares: { seminar: 10, workshop: 10 }, dayHolds: 8 })
    const tried = await job(tx => jpPolicy.simulate!(tx, { instansiIds: [instansi], today: '2026-11-22', now, next }))
    expect(tried.figures!.map(figure => [figure.label.id, words(figure.before), words(figure.after)])).toEqual([
      ['PNS yang sudah mencapai JP minimal', 0, 1],
      ['JP diakui seluruhnya', '20', '24'],
      ['JP kelompok 10', '16', '24'],
      ['JP kelompok 20', '4', '0'],
      ['JP kelompok 70', '0', '0'],
      ['Orang dengan hari yang terlalu padat', 0, 1],
    ])
    expect(tried).toMatchObject({ total: 1, hrefs: [`/pegawai/${ids[0]}/jp`] })
    expect(await job(tx => loadPeople(tx, instansi, everybody)).then(people => people.flatMap(one => [...one.years]))).toEqual([])
  })
})

const words = (cell: unknown) => (typeof cell === 'object' ? (cell as { id: string }).id : cell)
