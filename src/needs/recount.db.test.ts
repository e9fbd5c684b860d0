import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { newCompetency, newInstansi, newJabatan, newPegawai, newStandard, newUnit } from '../../test/factories/people.ts'
import { fixedClock } from '../platform/clock.ts'
import { asJob, type Database, sql } from '../platform/db/index.ts'
import { refreshRequirements } from '../standards/index.ts'
import { recalculate, recalculatePeople } from './recalculate.ts'

// The set-based refresh against a plain recount in TypeScript, over small random offices that change once.

const today = '2026-11-22'
const day = (offset: number) => new Date(Date.parse(today) + offset * 86_400_000).toISOString().slice(0, 10)
const methods = ['cact', 'assessment_center', 'wawancara']
const [persons, posts, competencies] = [6, 3, 3]
const jenjangOf = ['pengawas', 'pengawas', 'administrator']

const below = (n: number) => fc.nat({ max: n - 1 })
const world = fc.record({
  people: fc.array(
    fc.record({
      status: fc.constantFrom('aktif', 'aktif', 'aktif', 'cltn'),
      unit: below(2),
      post: fc.option(below(posts), { freq: 5 }),
    }),
    { minLength: persons, maxLength: persons },
  ),
  standards: fc.uniqueArray(
    fc.record({ post: below(posts), competency: below(competencies), level: fc.integer({ min: 1, max: 5 }) }),
    {
      maxLength: 9,
      selector: s => `${s.post} ${s.competency}`,
    },
  ),
  results: fc.uniqueArray(
    fc.record({
      person: below(persons),
      competency: below(competencies),
      level: fc.integer({ min: 1, max: 5 }),
      assessed: fc.constantFrom(-900, -30, -1, 0, 1),
      valid: fc.constantFrom(-1, 0, 400),
      method: below(3),
    }),
    { maxLength: 30, selector: r => `${r.person} ${r.competency} ${r.assessed} ${r.method}` },
  ),
})
type World = typeof world extends fc.Arbitrary<infer W> ? W : never

/** What should come out, one person after another. */
function recount(w: World) {
  const needs = new Map<string, { people: number; sum: number; levels: number[] }>()
  const cells = new Map<string, [required: number, assessed: number, gaps: number, sum: number]>()
  w.people.forEach((person, p) => {
    if (person.status !== 'aktif' || person.post === null) return
    for (const standard of w.standards.filter(s => s.post === person.post)) {
      const latest = w.results
        .filter(r => r.person === p && r.competency === standard.competency && r.assessed <= 0 && r.valid >= 0)
        .reduce<World['results'][number] | null>((best, r) => (best && best.assessed > r.assessed ? best : r), null)
      const held = latest?.level ?? null
      const gap = held === null ? 0 : Math.max(0, standard.level - held)
      const cell = cells.get(`${person.unit} ${standard.competency}`) ?? [0, 0, 0, 0]
      cells.set(`${person.unit} ${standard.competency}`, [
        cell[0] + 1,
        cell[1] + (held ? 1 : 0),
        cell[2] + (gap ? 1 : 0),
        cell[3] + gap,
      ])
      if (held === null || gap === 0) continue
      const key = `${standard.competency} ${standard.level} ${jenjangOf[person.post]}`
      const need = needs.get(key) ?? { people: 0, sum: 0, levels: [] }
      needs.set(key, { people: need.people + 1, sum: need.sum + gap, levels: [...need.levels, held].sort() })
    }
  })
  return { needs: [...needs].sort(), cells: [...cells].sort() }
}

let database: Database
let competency: number[]
beforeAll(async () => {
  database = await testDatabase()
  competency = await asJob(database.outer, async tx => {
    const ids: number[] = []
    for (let n = 0; n < competencies; n++) ids.push(await newCompetency(tx, { code: `HITUNG.${n}` }))
    return ids
  })
})
afterAll(() => database.close())

async function empty() {
  return asJob(database.outer, async tx => {
    const instansi_id = await newInstansi(tx)
    const place = { instansi_id, unit_id: await newUnit(tx, { instansi_id }) }
    const units = [place.unit_id, await newUnit(tx, { instansi_id })]
    const jabatan: number[] = []
    for (const jenjang of jenjangOf) jabatan.push(await newJabatan(tx, { ...place, jenjang }))
    const people: number[] = []
    for (let n = 0; n < persons; n++) people.push(await newPegawai(tx, place))
    return { instansi_id, units, jabatan, people }
  })
}
type Office = Awaited<ReturnType<typeof empty>>

async function become(o: Office, w: World) {
  const people = w.people.map((p, n) => ({
    id: o.people[n],
    status: p.status,
    unit: o.units[p.unit],
    post: p.post === null ? null : o.jabatan[p.post],
  }))
  const standards = w.standards.map(s => ({ post: o.jabatan[s.post], competency: competency[s.competency], level: s.level }))
  const results = w.results.map(r => ({
    id: o.people[r.person],
    competency: competency[r.competency],
    level: r.level,
    method: methods[r.method],
    assessed: day(r.assessed),
    valid: day(r.valid),
  }))
  await asJob(database.outer, async tx => {
    await sql`UPDATE pegawai p SET status = w.status, unit_id = w.unit, jabatan_id = w.post
      FROM jsonb_to_recordset(${JSON.stringify(people)}::jsonb) AS w(id int, status text, unit int, post int) WHERE p.pegawai_id = w.id`.execute(
      tx,
    )
    for (const table of ['jabatan_requirement', 'standard_level', 'standard', 'assessment_result'])
      await sql`DELETE FROM ${sql.table(table)}`.execute(tx)
    for (const post of new Set(standards.map(s => s.post)))
      await newStandard(
        tx,
        { jabatan_id: post! },
        standards.filter(s => s.post === post).map(s => ({ competency_id: s.competency!, level: s.level })),
      )
    for (const r of results)
      await sql`INSERT INTO assessment_result (pegawai_id, instansi_id, instansi_then, competency_id, level, method, assessed_on, valid_until)
        VALUES (${r.id}, ${o.instansi_id}, ${o.instansi_id}, ${r.competency}, ${r.level}, ${r.method}, ${r.assessed}, ${r.valid})`.execute(
        tx,
      )
  })
}

async function found(o: Office) {
  return asJob(database.outer, async tx => {
    const needs = await sql<{
      key: number
      level: number
      jenjang: string
      people: number
      distribution: Record<string, number>
      gap: number
      low: number
    }>`
      SELECT competency_id AS key, level_to AS level, jenjang, people, distribution, gap::float8 AS gap, level_from AS low
      FROM need WHERE instansi_id = ${o.instansi_id} AND people > 0`.execute(tx)
    const sums = await sql<{ key: number; level: number; jenjang: string; sum: number }>`
      SELECT competency_id AS key, required AS level, jenjang, sum(gap)::int AS sum FROM competency_gap
      WHERE instansi_id = ${o.instansi_id} AND gap > 0 GROUP BY 1, 2, 3`.execute(tx)
    const cells = await sql<{ unit_id: number; competency_id: number; n: [number, number, number, number] }>`
      SELECT unit_id, competency_id, jsonb_build_array(required_people, assessed_people, gap_people, gap_sum) AS n
      FROM gap_summary WHERE instansi_id = ${o.instansi_id}`.execute(tx)
    const board = await sql`
      SELECT required_pairs, assessed_pairs, gap_pairs, needs FROM instansi_summary WHERE instansi_id = ${o.instansi_id}`.execute(
      tx,
    )
    const total = (of: 0 | 1 | 2) => cells.rows.reduce((sum, row) => sum + row.n[of], 0)
    expect(board.rows).toEqual([
      { required_pairs: total(0), assessed_pairs: total(1), gap_pairs: total(2), needs: needs.rows.length },
    ])
    const name = (row: { key: number; level: number; jenjang: string }) =>
      `${competency.indexOf(row.key)} ${row.level} ${row.jenjang}`
    const sumOf = new Map(sums.rows.map(row => [name(row), row.sum]))
    for (const row of needs.rows) {
      expect(row.gap).toBeCloseTo(sumOf.get(name(row))! / (4 * row.people), 6)
      expect(row.low).toBe(Math.min(...Object.keys(row.distribution).map(Number)))
    }
    const levels = (distribution: Record<string, number>) =>
      Object.entries(distribution).flatMap(([level, n]) => Array<number>(n).fill(Number(level)))
    return {
      needs: needs.rows
        .map(
          row => [name(row), { people: row.people, sum: sumOf.get(name(row)), levels: levels(row.distribution).sort() }] as const,
        )
        .sort(),
      cells: cells.rows
        .map(row => [`${o.units.indexOf(row.unit_id)} ${competency.indexOf(row.competency_id)}`, row.n] as const)
        .sort(),
    }
  })
}

it('needs and cells equal a plain recount, at first and after everything has changed', () =>
  fc.assert(
    fc.asyncProperty(world, world, async (first, then) => {
      const o = await empty()
      for (const w of [first, then]) {
        await become(o, w)
        await recalculate({ db: database.outer, clock: fixedClock(`${today}T03:00:00Z`) }, o.instansi_id)
        expect(await found(o)).toEqual(recount(w))
      }
    }),
    { numRuns: 12 },
  ))

it('moving the sums by the difference equals a whole recount, where results of some people changed', () =>
  fc.assert(
    fc.asyncProperty(world, world, async (first, then) => {
      const o = await empty()
      const services = { db: database.outer, clock: fixedClock(`${today}T03:00:00Z`) }
      await become(o, first)
      await recalculate(services, o.instansi_id)
      const changed = { ...first, results: then.results }
      await become(o, changed)
      await asJob(database.outer, async tx => {
        for (const id of o.jabatan) await refreshRequirements(tx, { jabatanIds: [id] }, today)
      })
      await recalculatePeople(services, o.instansi_id, o.people)
      expect(await found(o)).toEqual(recount(changed))
      const moved = await found(o)
      await recalculate(services, o.instansi_id)
      expect(await found(o)).toEqual(moved)
    }),
    { numRuns: 12 },
  ))
