import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { newCompetency, newInstansi, newJabatan, newPegawai, newStandard, newUnit } from '../../../test/factories/people.ts'
import { asJob, type Database, inScope, sql } from '../../platform/db/index.ts'
import { type JpmCap, jpmBands } from '../../regulation/index.ts'
import { refreshRequirements } from '../../standards/index.ts'
import { type AspectResult, aspects, potentialShare, spokenAspects } from '../potential/rules/potential.ts'
import { potentialResults } from '../potential/store.ts'
import { ikk } from '../rules/ikk.ts'
import { jpm, jpmCategory, jpmShare } from '../rules/jpm.ts'
import { recapPage, recapRows, type StandingFilter, standingRows, standingsPage, type Weighing } from './store/standings.ts'

// The gap index of a place in SQL, and its twin: the pure rules over the same people.

const today = '2026-11-22'
const competencies = 4
const o = { instansi: 0, unit: 0, below: 0, jabatan: 0, codes: [] as number[], people: [] as number[] }

let database: Database
beforeAll(async () => {
  database = await testDatabase()
  await asJob(database.outer, async tx => {
    o.instansi = await newInstansi(tx)
    o.unit = await newUnit(tx, { instansi_id: o.instansi, name: 'Dinas A' })
    o.below = await newUnit(tx, { instansi_id: o.instansi, parent_id: o.unit, name: 'Seksi B' })
    o.jabatan = await newJabatan(tx, { instansi_id: o.instansi, unit_id: o.unit, name: 'Analis' })
    for (let n = 0; n < competencies; n++) o.codes.push(await newCompetency(tx, { code: `IKK.${n}`, name: `Kompetensi ${n}` }))
    await newStandard(
      tx,
      { jabatan_id: o.jabatan },
      o.codes.map(competency_id => ({ competency_id, level: 3 })),
    )
    await refreshRequirements(tx, { instansiId: o.instansi }, today)
    for (const name of ['Ani', 'Budi', 'Citra', 'Dewi'])
      o.people.push(
        await newPegawai(tx, {
          instansi_id: o.instansi,
          unit_id: name === 'Dewi' ? o.below : o.unit,
          jabatan_id: o.jabatan,
          name,
          nip: `19900101202012100${o.people.length + 1}`,
        }),
      )
    // Not in service, and nothing counts of them.
    await newPegawai(tx, { instansi_id: o.instansi, unit_id: o.unit, jabatan_id: o.jabatan, status: 'cltn' })
  })
})
afterAll(() => database.close())

type Level = { level: number; until: string } | null
type Score = Omit<AspectResult, 'id'>
type Somebody = { levels: Level[]; scores: Score[] }

const level = fc.option(
  fc.record({ level: fc.integer({ min: 1, max: 5 }), until: fc.constantFrom('2026-11-21', '2026-11-22', '2028-01-01') }),
)
const score: fc.Arbitrary<Score> = fc.record({
  aspect: fc.constantFrom(...aspects),
  score: fc.integer({ min: 1, max: 3 }),
  assessedOn: fc.constantFrom('2024-01-01', '2026-01-01', '2026-11-23'),
  validUntil: fc.constantFrom('2026-11-21', '2026-11-22', '2029-01-01'),
  replaced: fc.boolean(),
})
const sameRow = (one: Score) => `${one.aspect} ${one.assessedOn}`
const somebody: fc.Arbitrary<Somebody> = fc.record({
  levels: fc.array(level, { minLength: competencies, maxLength: competencies }),
  scores: fc.uniqueArray(score, { maxLength: 10, selector: sameRow }),
})
const weighing: fc.Arbitrary<Weighing> = fc.record({
  cap: fc.constantFrom<JpmCap>('item', 'total', 'none'),
  weights: fc.oneof(fc.constantFrom(0, 30, 100), fc.nat(100)).map(potensi => ({ potensi, kompetensi: 100 - potensi })),
  purpose: fc.constantFrom('pengisian', 'pemetaan'),
  day: fc.constant(today),
})

const standards = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: competencies, maxLength: competencies })

async function fill(asked: readonly number[], people: readonly Somebody[]) {
  await asJob(database.outer, async tx => {
    await sql`DELETE FROM competency_profile`.execute(tx)
    await sql`DELETE FROM potential_result`.execute(tx)
    for (const [index, competency] of o.codes.entries())
      await sql`UPDATE jabatan_requirement SET level = ${asked[index]!}::int WHERE jabatan_id = ${o.jabatan} AND competency_id = ${competency}`.execute(
        tx,
      )
    const levels = people.flatMap((one, at) =>
      one.levels.flatMap((held, index) => (held ? [{ p: o.people[at], c: o.codes[index], l: held.level, u: held.until }] : [])),
    )
    await sql`
      INSERT INTO competency_profile (pegawai_id, competency_id, instansi_id, level, method, assessed_on, valid_until)
      SELECT p, c, ${o.instansi}::int, l, 'cact', '2025-01-01', u
      FROM jsonb_to_recordset(${JSON.stringify(levels)}::jsonb) AS r(p int, c int, l int, u date)`.execute(tx)
    const scores = people.flatMap((one, at) => one.scores.map(row => ({ p: o.people[at], ...row })))
    await sql`
      INSERT INTO potential_result (pegawai_id, instansi_id, instansi_then, aspect, score, method, assessed_on, valid_until, replaced_at, replaced_why)
      SELECT p, ${o.instansi}::int, ${o.instansi}::int, aspect, score, 'psikometri', "assessedOn", "validUntil",
        CASE WHEN replaced THEN now() END, CASE WHEN replaced THEN 'uji' END
      FROM jsonb_to_recordset(${JSON.stringify(scores)}::jsonb)
        AS r(p int, aspect text, score int, "assessedOn" date, "validUntil" date, replaced boolean)`.execute(tx)
  })
}

const everybody: StandingFilter = {
  instansiId: 0,
  unitId: null,
  campaignId: null,
  q: '',
  assessed: false,
  band: null,
  category: null,
}
const filtered = (values: Partial<StandingFilter> = {}): StandingFilter => ({ ...everybody, instansiId: o.instansi, ...values })
const whole = { order: 'nama', descending: false, offset: 0, limit: 100 } as const
const scope = () => ({ kind: 'instansi' as const, instansi: [o.instansi] })
const read = (by: Weighing, filter = filtered()) => inScope(database.outer, scope(), tx => standingRows(tx, filter, by, whole))

describe('the gap index in SQL', () => {
  it('says what the rules say, of everybody and to the last border', () =>
    fc.assert(
      fc.asyncProperty(standards, fc.tuple(somebody, somebody, somebody, somebody), weighing, async (asked, people, by) => {
        await fill(asked, people)
        const rows = await read(by)
        const bands = jpmBands[by.purpose].at(by.day).value
        for (const [at, one] of people.entries()) {
          const results = await asJob(database.outer, tx => potentialResults(tx, o.people[at]!))
          const potential = potentialShare(
            spokenAspects(results, today).map(row => row.score),
            3,
          )
          const items = asked.map((required, index) => {
            const held = one.levels[index]
            return { required, held: held && held.until >= today ? held.level : null }
          })
          const known = items.filter(item => item.held !== null)
          const sums = {
            held: known.reduce((sum, item) => sum + item.held!, 0),
            capped: known.reduce((sum, item) => sum + Math.min(item.held!, item.required), 0),
            required: known.reduce((sum, item) => sum + item.required, 0),
          }
          const index = ikk(potential, jpmShare(sums, by.cap), by.weights, by.day)
          const row = rows.find(found => found.pegawaiId === o.people[at])!
          expect(row.band).toBe(index?.band ?? null)
          if (index) expect(row.ikk).toBeCloseTo(index.value, 9)
          else expect(row.ikk).toBeNull()
          expect(row.category).toBe(jpmCategory(jpm(items, by.cap).percent, bands))
          expect([row.assessed, row.asked, row.potential, row.potentialOf]).toEqual([
            known.length,
            competencies,
            potential?.held ?? null,
            potential?.of ?? null,
          ])
        }
      }),
      { numRuns: 60 },
    ))
})

describe('where people stand', () => {
  const by: Weighing = { cap: 'total', weights: { potensi: 30, kompetensi: 70 }, purpose: 'pemetaan', day: today }
  const valid = (...levels: number[]): Level[] => levels.map(one => ({ level: one, until: '2028-01-01' }))
  const allAt = (points: number): Score[] =>
    aspects.map(aspect => ({ aspect, score: points, assessedOn: '2026-01-01', validUntil: '2029-01-01', replaced: false }))

  beforeAll(() =>
    fill(
      [3, 3, 3, 3],
      [
        { levels: valid(3, 3, 3, 3), scores: allAt(3) }, // nothing missing
        { levels: valid(1, 2, 1, 3), scores: allAt(2) }, // 7 of 12 and 16 of 24
        { levels: valid(3, 3, 3, 3), scores: [] }, // potential unknown
        { levels: [null, null, null, null], scores: allAt(1) }, // competence unknown
      ],
    ),
  )

  it('is counted by band, and what is not known is counted as not known', async () => {
    const { rows, counts } = await inScope(database.outer, scope(), tx => standingsPage(tx, filtered(), by, whole))
    expect(counts).toEqual({
      people: 4,
      matching: 4,
      competency: 3,
      bands: { tinggi: 0, sedang: 1, rendah: 0, tidak_ada: 1, belum: 2 },
    })
    // 100 − (66.67 × 30 % + 58.33 × 70 %) = 39.17
    expect(rows.map(row => [row.name, row.ikk?.toFixed(2) ?? null, row.category])).toEqual([
      ['Ani', '0.00', 'optimal'],
      ['Budi', '39.17', 'kurang_optimal'],
      ['Citra', null, 'optimal'],
      ['Dewi', null, null],
    ])
  })

  it('is filtered by band, category, unit, name and NIP, and sorted with the unknown last', async () => {
    const names = async (
      values: Partial<StandingFilter>,
      part: Partial<typeof whole> | { order: 'ikk'; descending: boolean } = {},
    ) =>
      (await inScope(database.outer, scope(), tx => standingRows(tx, filtered(values), by, { ...whole, ...part }))).map(
        row => row.name,
      )
    expect(await names({ band: 'belum' })).toEqual(['Citra', 'Dewi'])
    expect(await names({ band: 'sedang' })).toEqual(['Budi'])
    expect(await names({ category: 'belum' })).toEqual(['Dewi'])
    expect(await names({ unitId: o.unit })).toEqual(['Ani', 'Budi', 'Citra', 'Dewi'])
    expect(await names({ unitId: o.below })).toEqual(['Dewi'])
    expect(await names({ q: 'cit' })).toEqual(['Citra'])
    expect(await names({ q: '19900101 202012 1 002' })).toEqual(['Budi'])
    expect(await names({}, { order: 'ikk', descending: true })).toEqual(['Budi', 'Ani', 'Citra', 'Dewi'])
    expect(await names({}, { order: 'ikk', descending: false })).toEqual(['Ani', 'Budi', 'Citra', 'Dewi'])
    expect(await names({ campaignId: 999 })).toEqual([])
  })

  it('is seen by nobody outside the scope', async () => {
    const nobody = await inScope(database.outer, { kind: 'instansi', instansi: [o.instansi + 1] }, tx =>
      standingRows(tx, filtered(), by, whole),
    )
    expect(nobody).toEqual([])
  })

  it('comes in the recap with the gaps, the widest first, and leaves out of whom nothing is known', async () => {
    await fill(
      [3, 3, 3, 3],
      [
        { levels: valid(3, 3, 3, 3), scores: [] },
        { levels: valid(2, 3, 1, 3), scores: [] },
        { levels: [{ level: 1, until: '2026-11-21' }, null, null, null], scores: [] },
        { levels: [null, null, null, null], scores: [] },
      ],
    )
    const recap = await inScope(database.outer, scope(), tx => recapRows(tx, filtered({ assessed: true }), by, whole))
    expect(recap.map(row => [row.name, row.gaps.map(gap => `${gap.name} ${gap.held}→${gap.required}`), row.predicate])).toEqual([
      ['Ani', [], null],
      ['Budi', ['Kompetensi 2 1→3', 'Kompetensi 0 2→3'], null],
    ])
    const page = await inScope(database.outer, scope(), tx =>
      recapPage(tx, filtered({ assessed: true }), by, { ...whole, limit: 1 }),
    )
    expect([page.rows.length, page.counts.people, page.counts.matching]).toEqual([1, 2, 2])
  })
})
