import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { newCompetency, newInstansi, newPegawai, newUnit } from '../../test/factories/people.ts'
import { asJob, type Database, sql } from '../platform/db/index.ts'
import { choiceOf, choicePolicy } from './choice-policy.ts'
import { type Method, methodLabels } from './labels.ts'
import { type Choice, choiceRules, choose, type Evidence } from './rules/choice.ts'
import { chosenLevels } from './store/refresh.ts'

// The rule in TypeScript and its twin in SQL, over the same random results.

const methods = Object.keys(methodLabels.id) as Method[]
const today = '2026-11-22'
const day = (offset: number) => new Date(Date.parse(today) + offset * 86_400_000).toISOString().slice(0, 10)

const choice = fc.record({
  rule: fc.constantFrom(...choiceRules),
  atLeast: fc.integer({ min: 2, max: 3 }),
  ranks: fc.record(Object.fromEntries(methods.map(method => [method, fc.nat({ max: 4 })]))) as fc.Arbitrary<Choice['ranks']>,
  weights: fc.record(Object.fromEntries(methods.map(method => [method, fc.nat({ max: 9 })]))) as fc.Arbitrary<Choice['weights']>,
})
const evidence = fc.uniqueArray(
  fc.record({
    level: fc.integer({ min: 1, max: 5 }),
    method: fc.constantFrom(...methods.slice(0, 5)),
    assessed: fc.constantFrom(-900, -30, -1, 0, 1),
    valid: fc.constantFrom(-1, 0, 400),
  }),
  { maxLength: 8, selector: one => `${one.method} ${one.assessed}` },
)

let database: Database
const o = { instansi: 0, person: 0, competency: 0, old: 0 }
beforeAll(async () => {
  database = await testDatabase()
  await asJob(database.outer, async tx => {
    o.instansi = await newInstansi(tx)
    o.person = await newPegawai(tx, { instansi_id: o.instansi, unit_id: await newUnit(tx, { instansi_id: o.instansi }) })
    o.competency = await newCompetency(tx, { code: 'PILIH.1' })
    o.old = await newCompetency(tx, { code: 'PILIH.LAMA' })
  })
})
afterAll(() => database.close())

const record = (rows: { competency: number; level: number; method: Method; on: string; until: string }[]) =>
  asJob(database.outer, async tx => {
    await sql`DELETE FROM assessment_result`.execute(tx)
    const made = await sql<{ id: number }>`
      INSERT INTO assessment_result (pegawai_id, instansi_id, instansi_then, competency_id, level, method, assessed_on, valid_until)
      SELECT ${o.person}::int, ${o.instansi}::int, ${o.instansi}::int, r.competency, r.level, r.method, r."on", r.until
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(competency int, level int, method text, "on" date, until date)
      RETURNING id`.execute(tx)
    return made.rows.map(row => row.id)
  })

const inSql = (by: Choice) =>
  asJob(database.outer, async tx => {
    const { rows } = await sql<{
      competency_id: number
      level: number
      value: string | null
      method: Method | null
      assessed_on: string
      valid_until: string
      result_ids: number[]
    }>`SELECT * FROM (${chosenLevels(o.instansi, today, [o.person], by)}) c`.execute(tx)
    return rows.find(row => row.competency_id === o.competency) ?? null
  })

describe('the rule of choice', () => {
  it('chooses in SQL what it chooses in TypeScript', () =>
    fc.assert(
      fc.asyncProperty(evidence, choice, async (rows, by) => {
        const dated = rows.map(one => ({
          competency: o.competency,
          level: one.level,
          method: one.method,
          on: day(one.assessed),
          until: day(one.valid),
        }))
        const ids = await record(dated)
        const results: Evidence[] = dated.map((one, index) => ({
          id: ids[index]!,
          level: one.level,
          method: one.method,
          assessedOn: one.on,
          validUntil: one.until,
        }))
        const chosen = choose(results, by, today)
        const found = await inSql(by)
        expect(
          found && {
            level: found.level,
            ids: found.result_ids,
            method: found.method,
            assessedOn: found.assessed_on,
            validUntil: found.valid_until,
          },
        ).toEqual(
          chosen && {
            level: chosen.level,
            ids: chosen.ids,
            method: chosen.method,
            assessedOn: chosen.assessedOn,
            validUntil: chosen.validUntil,
          },
        )
        if (chosen?.value) expect(Number(found!.value)).toBeCloseTo(chosen.value.n / chosen.value.d, 5)
        else expect(found?.value ?? null).toBeNull()
      }),
      { numRuns: 60 },
    ))

  it('lets a result found by an old dictionary speak through the crosswalk, at the level it says', async () => {
    await asJob(database.outer, async tx => {
      await sql`INSERT INTO competency_crosswalk (from_id, from_level, to_id, to_level, legal_basis, made_by, made_at)
        VALUES (${o.old}, 4, ${o.competency}, 3, 'SK padanan', 'uji', now())`.execute(tx)
    })
    const by = choiceOf(choicePolicy.defaultAt(today).value)
    const [id] = await record([{ competency: o.old, level: 4, method: 'cact', on: '2026-01-05', until: '2029-01-05' }])
    expect(await inSql(by)).toMatchObject({ level: 3, method: 'cact', result_ids: [id] })
    await record([{ competency: o.old, level: 5, method: 'cact', on: '2026-01-05', until: '2029-01-05' }])
    expect(await inSql(by)).toBeNull()
  })
})
