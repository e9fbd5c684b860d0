import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import {
  newCompetency,
  newInstansi,
  newJabatan,
  newPegawai,
  newResult,
  newStandard,
  newUnit,
} from '../../test/factories/people.ts'
import { asJob, type Database, sql, type Tx } from '../platform/db/index.ts'
import { refreshRequirements } from '../standards/index.ts'
import { choiceAt, choicePolicy } from './choice-policy.ts'
import { daysOn, ikkPolicy, jpmCapPolicy, validityPolicy, validUntilOf } from './policies.ts'
import { refreshProfiles } from './store/refresh.ts'

let database: Database
const today = '2026-11-22'
const o = { here: 0, there: 0, opd: '' }

/** One person per list of nine levels, all asked 3; `assessed` and `until` of their results. */
async function office(tx: Tx, people: { levels: number[]; assessed?: string; until?: string; potential?: number }[]) {
  const instansi_id = await newInstansi(tx)
  const name = `Dinas ${instansi_id}`
  const unit_id = await newUnit(tx, { instansi_id, name })
  const jabatan_id = await newJabatan(tx, { instansi_id, unit_id, jenjang: 'administrator' })
  const competencies: number[] = []
  for (let n = 1; n <= 9; n++) competencies.push(await newCompetency(tx, { code: `U${instansi_id}.${n}` }))
  await newStandard(
    tx,
    { jabatan_id },
    competencies.map(competency_id => ({ competency_id, level: 3 })),
  )
  for (const { levels, assessed = '2025-03-01', until = '2028-03-01', potential } of people) {
    const pegawai_id = await newPegawai(tx, { instansi_id, unit_id, jabatan_id })
    for (const [index, level] of levels.entries())
      await newResult(tx, {
        pegawai_id,
        instansi_id,
        competency_id: competencies[index]!,
        level,
        assessed_on: assessed,
        valid_until: until,
      })
    if (potential !== undefined)
      for (const [index, aspect] of [
        'intelektual',
        'interpersonal',
        'kesadaran_diri',
        'kecerdasan_emosi',
        'motivasi_komitmen',
      ].entries())
        await sql`
          INSERT INTO potential_result (pegawai_id, instansi_id, instansi_then, aspect, score, method, assessed_on, valid_until)
          VALUES (${pegawai_id}, ${instansi_id}, ${instansi_id}, ${aspect}, ${index < potential ? 3 : 2}, 'psikometri', ${assessed}, ${until})`.execute(
          tx,
        )
  }
  await refreshRequirements(tx, { instansiId: instansi_id }, today)
  await refreshProfiles(tx, instansi_id, today, { from: 0, to: 2 ** 31 - 1 }, await choiceAt(tx, instansi_id, today))
  return { id: instansi_id, name }
}

const worked = [3, 3, 2, 3, 3, 2, 2, 3, 3] // 24 of 27: 88.89 %
const above = [4, 3, 2, 3, 3, 2, 2, 3, 3] // 25 of 27: 92.59 %, by item still 24

beforeAll(async () => {
  database = await testDatabase()
  await asJob(database.outer, async tx => {
    const here = await office(tx, [
      { levels: above },
      { levels: above },
      // Twelve of fifteen potential: 80 %. By 30/70 the index is 13.8, rendah.
      { levels: worked, potential: 2 },
      // Expired three years after they were assessed, and one that names a day of its own.
      { levels: worked, assessed: '2023-06-01', until: '2026-06-01' },
      { levels: worked, assessed: '2023-06-01', until: '2027-01-01' },
      // Valid, and by three years still; by one year no more.
      { levels: [1, 1, 1, 1, 1, 1, 1, 1, 1], assessed: '2024-12-01', until: '2027-12-01', potential: 5 },
      { levels: [] },
    ])
    ;[o.here, o.opd] = [here.id, here.name]
    o.there = (await office(tx, [{ levels: above }])).id
  })
})
afterAll(() => database.close())

const simulate = <V extends Record<string, unknown>>(
  kind: { simulate?(tx: Tx, change: { instansiIds: number[]; today: string; now: V; next: V }): Promise<unknown> },
  now: V,
  next: V,
  instansiIds = [o.here],
) => asJob(database.outer, tx => kind.simulate!(tx, { instansiIds, today, now, next })) as Promise<ReadableSimulation>
type Said = { id: string; en: string }
type ReadableSimulation = {
  sentence: Said
  figures: { label: Said; before: number | Said; after: number | Said }[]
  rows: (Said | string | number)[][]
  total: number
}
const text = (cell: Said | string | number) => (typeof cell === 'object' ? cell.id : cell)
const figures = (simulation: ReadableSimulation) =>
  Object.fromEntries(simulation.figures.map(one => [one.label.id, [text(one.before), text(one.after)]]))

describe('the cap of the job person match', () => {
  it('shows how many people change category: the worked example of DOMAIN.md 2.1', async () => {
    const simulation = await simulate(jpmCapPolicy, { cap: 'total' as const }, { cap: 'item' as const })
    expect(simulation.sentence.id).toBe(
      'Dari 5 orang yang sudah dinilai, 0 berganti kategori untuk pengisian jabatan dan 2 untuk pemetaan.',
    )
    expect(simulation.rows.map(row => row.map(text))).toEqual([['Pemetaan', 'Optimal', 'Cukup Optimal', 2]])
    expect(figures(simulation)).toEqual({
      'Pengisian jabatan: Memenuhi Syarat (MS)': [4, 4],
      'Pengisian jabatan: Masih Memenuhi Syarat (MMS)': [0, 0],
      'Pengisian jabatan: Kurang Memenuhi Syarat (KMS)': [1, 1],
      'Pemetaan: Optimal': [2, 0],
      'Pemetaan: Cukup Optimal': [2, 4],
      'Pemetaan: Kurang Optimal': [1, 1],
    })
    expect(
      (await simulate(jpmCapPolicy, { cap: 'total' as const }, { cap: 'item' as const }, [o.here, o.there])).rows[0]!.at(-1),
    ).toBe(3)
    expect((await simulate(jpmCapPolicy, { cap: 'item' as const }, { cap: 'item' as const })).rows).toEqual([])
  })
})

describe('the weights of the gap index', () => {
  it('show who changes band, and for how many it is unknown', async () => {
    const simulation = await simulate(ikkPolicy, { potensi: 30, kompetensi: 70 }, { potensi: 100, kompetensi: 0 })
    expect(simulation.sentence.id).toBe(
      '1 dari 2 orang berganti kategori IKK. 5 orang belum dapat dihitung karena potensi atau kompetensinya belum dinilai.',
    )
    // 9 of 27 with full potential is 46.7, sedang; by potential alone nothing is missing.
    expect(figures(simulation)).toEqual({ Tinggi: [0, 0], Sedang: [1, 0], Rendah: [1, 1], 'Tidak ada kesenjangan': [0, 1] })
    expect(simulation.rows.map(row => row.map(text))).toEqual([['Sedang', 'Tidak ada kesenjangan', 1]])
  })
})

describe('the validity of results', () => {
  const three = { years: 3, warningDays: 90 }

  it('shows who would no longer be mapped, and leaves a result that names a day of its own', async () => {
    const simulation = await simulate(validityPolicy, three, { years: 1, warningDays: 90 })
    // Of seven: five have a valid result now; only the one with a day of its own would have one by a year.
    expect(figures(simulation)).toEqual({
      'Orang yang terpetakan': [5, 1],
      'Cakupan pemetaan': ['71,4 %', '14,3 %'],
      'Orang yang diingatkan': [1, 1],
    })
    expect(simulation.sentence.id).toContain('4 orang tidak lagi terpetakan, 0 orang menjadi terpetakan')
    expect(simulation.rows).toEqual([[o.opd, 7, 5, 1]])
  })

  it('shows who would be mapped again, and who would be warned', async () => {
    const simulation = await simulate(validityPolicy, three, { years: 4, warningDays: 30 })
    expect(figures(simulation)).toEqual({
      'Orang yang terpetakan': [5, 6],
      'Cakupan pemetaan': ['71,4 %', '85,7 %'],
      'Orang yang diingatkan': [1, 0],
    })
    expect((await simulate(validityPolicy, three, three)).rows).toEqual([])
  })

  it('is that of the day the result was assessed on, and the warning that of today', async () => {
    await asJob(database.outer, async tx => {
      await sql`INSERT INTO policy (instansi_id, kind, version, state, value, legal_basis, active_from, made_by, made_at)
        VALUES (${o.there}, 'validity', 1, 'active', '{"years": 2, "warningDays": 30}', 'SK Uji', '2026-01-01', '', now())`.execute(
        tx,
      )
      const until = await validUntilOf(tx, o.there)
      expect([until('2025-12-31'), until('2026-01-01'), until('2024-02-29')]).toEqual(['2028-12-31', '2028-01-01', '2027-02-28'])
      expect(String(until('2016-12-31'))).toContain('Masa berlaku hasil penilaian: no value in force on 2016-12-31')
      expect(await daysOn(tx, o.there, today)).toEqual({ today, soon: '2026-12-22', warningDays: 30 })
      expect(await daysOn(tx, o.here, today)).toEqual({ today, soon: '2027-02-20', warningDays: 90 })
    })
  })
})

describe('the rule of choice', () => {
  it('shows for which competencies people would get another level', async () => {
    const id = await asJob(database.outer, async tx => {
      const made = await office(tx, [
        { levels: [3] },
        { levels: [2] },
        { levels: [1], assessed: '2025-03-01', until: '2026-01-01' },
      ])
      // The first was found lower since, by the atasan; the second only by itself, which does not speak by what ships.
      await sql`
        INSERT INTO assessment_result (pegawai_id, instansi_id, instansi_then, competency_id, level, method, assessed_on, valid_until)
        SELECT pegawai_id, instansi_id, instansi_id, competency_id, CASE level WHEN 3 THEN 2 ELSE 5 END,
               CASE level WHEN 3 THEN 'penilaian_atasan' ELSE 'penilaian_diri' END, '2026-03-01', '2029-03-01'
        FROM assessment_result WHERE instansi_id = ${made.id} AND level > 1`.execute(tx)
      return made.id
    })
    const now = choicePolicy.defaultAt(today).value
    const higher = await simulate(choicePolicy, now, { ...now, rule: 'highest' as const }, [id])
    expect(higher.sentence.id).toBe('1 dari 2 orang yang sudah dinilai mendapat tingkat lain pada sedikitnya satu kompetensi.')
    expect(higher.rows.map(row => row.slice(1))).toEqual([[1, 0, 0, 0]])
    const selfToo = await simulate(choicePolicy, now, { ...now, rank_penilaian_diri: 10 }, [id])
    expect(selfToo.rows.map(row => row.slice(1))).toEqual([[1, 0, 0, 0]])
    const confirmed = await simulate(choicePolicy, now, { ...now, rule: 'at_least_n' as const }, [id])
    expect(confirmed.rows.map(row => row.slice(1))).toEqual([[0, 0, 0, 1]])
    expect((await simulate(choicePolicy, now, now, [id])).rows).toEqual([])
  })
})
