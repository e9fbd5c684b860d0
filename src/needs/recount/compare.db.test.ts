import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { newCompetency, newInstansi, newJabatan, newPegawai, newStandard, newUnit } from '../../../test/factories/people.ts'
import { asJob, type Database, sql } from '../../platform/db/index.ts'
import { causeOf, moveOf, type Side } from './rules/cause.ts'
import { askRecount } from './store.ts'
import { moved } from './store-compare.ts'

// The rule in TypeScript and its twin in SQL, over the same random pairs of days.

const [people, competencies] = [2, 2]
const one = fc.record({
  required: fc.integer({ min: 1, max: 5 }),
  found: fc.option(fc.integer({ min: 1, max: 5 })),
  valid: fc.boolean(),
  result: fc.nat({ max: 2 }),
})
const person = fc.option(
  fc.record({
    jabatan: fc.nat({ max: 1 }),
    rows: fc.array(fc.option(one), { minLength: competencies, maxLength: competencies }),
  }),
)
const day = fc.array(person, { minLength: people, maxLength: people })
type Day = typeof day extends fc.Arbitrary<infer D> ? D : never

let database: Database
const o = { instansi: 0, unit: 0, standard: 0, jabatan: [0, 0], people: [0, 0], competency: [0, 0] }
beforeAll(async () => {
  database = await testDatabase()
  await asJob(database.outer, async tx => {
    o.instansi = await newInstansi(tx)
    o.unit = await newUnit(tx, { instansi_id: o.instansi })
    const place = { instansi_id: o.instansi, unit_id: o.unit }
    o.jabatan = [await newJabatan(tx, place), await newJabatan(tx, place)]
    o.people = [await newPegawai(tx, place), await newPegawai(tx, place)]
    o.competency = [await newCompetency(tx, { code: 'BANDING.1' }), await newCompetency(tx, { code: 'BANDING.2' })]
    o.standard = await newStandard(tx, { jabatan_id: o.jabatan[0]! }, [])
  })
})
afterAll(() => database.close())

const sideOf = (d: Day, p: number, c: number): Side => {
  const row = d[p]?.rows[c]
  if (!d[p] || !row) return null
  const held = row.found !== null && row.valid ? row.found : null
  return {
    jabatanId: o.jabatan[d[p].jabatan]!,
    required: row.required,
    held,
    found: row.found,
    resultIds: row.found === null ? [] : [row.result],
  }
}

const written = (d: Day) =>
  asJob(database.outer, async tx => {
    const id = await askRecount(tx, {
      instansiId: o.instansi,
      day: '2026-01-01',
      by: 'uji',
      at: new Date('2026-01-02T00:00:00Z'),
    })
    for (let p = 0; p < people; p++)
      for (let c = 0; c < competencies; c++) {
        const side = sideOf(d, p, c)
        if (side)
          await sql`INSERT INTO recount_gap (pegawai_id, recount_id, competency_id, instansi_id, instansi_then, unit_id, jabatan_id, jenjang, required,
              standard_id, held, found, result_ids)
            VALUES (${o.people[p]}, ${id}, ${o.competency[c]}, ${o.instansi}, ${o.instansi}, ${o.unit}, ${side.jabatanId}, 'pengawas', ${side.required},
              ${o.standard}, ${side.held}, ${side.found}, ${[...side.resultIds]}::int[])`.execute(tx)
      }
    return id
  })

it('says in SQL what moved and why as it does in TypeScript', () =>
  fc.assert(
    fc.asyncProperty(day, day, async (first, second) => {
      const pair = { before: await written(first), after: await written(second) }
      const { rows } = await asJob(database.outer, tx =>
        sql<{ pegawai_id: number; competency_id: number; move: string; cause: string }>`
          SELECT pegawai_id, competency_id, move, cause FROM (${moved(pair)}) m ORDER BY 1, 2`.execute(tx),
      )
      const isIn = (d: Day, p: number) => Boolean(d[p]?.rows.some(row => row !== null))
      const expected = o.people.flatMap((id, p) =>
        o.competency.flatMap((competency, c) => {
          const [a, b] = [sideOf(first, p, c), sideOf(second, p, c)]
          const jabatan = (d: Day) => (isIn(d, p) ? o.jabatan[d[p]!.jabatan]! : null)
          const cause = causeOf(a, b, { jabatanBefore: jabatan(first), jabatanAfter: jabatan(second) })
          return cause === null ? [] : [{ pegawai_id: id, competency_id: competency, move: moveOf(a, b), cause }]
        }),
      )
      expect(rows).toEqual(expected)
    }),
    { numRuns: 60 },
  ))
