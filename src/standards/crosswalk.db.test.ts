import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rolledBack, testDatabase } from '../../test/database.ts'
import { newCompetency, newInstansi, newStandard } from '../../test/factories/people.ts'
import { asJob, type Database, sql } from '../platform/db/index.ts'
import { levelOf } from './rules/content.ts'
import { type Step, translated } from './rules/crosswalk.ts'
import { countUsing, draftTranslations, savePairing } from './store/crosswalk.ts'

// rules/crosswalk.ts against the SQL that makes drafts of standards in new words.

let database: Database
const o = { instansi: 0, old: 0, new: 0 }
let olds: number[] = []
let news: number[] = []
const everybody = { instansiIds: null, nation: true }
const made = { by: 'uji', at: new Date('2026-11-22T03:00:00Z'), legalBasis: 'SK padanan' }

beforeAll(async () => {
  database = await testDatabase()
  await asJob(database.outer, async tx => {
    o.instansi = await newInstansi(tx)
    const dictionary = async (state: string) =>
      (
        await sql<{ id: number }>`
          INSERT INTO dictionary (instansi_id, name, state, legal_basis, active_from, active_until, made_by, made_at)
          VALUES (${o.instansi}, ${state}, ${state}, 'SK', ${state === 'draft' ? null : '2020-01-01'}::date, NULL, 'uji', now()) RETURNING id`.execute(
          tx,
        )
      ).rows[0]!.id
    o.old = await dictionary('active')
    o.new = await dictionary('draft')
    for (const code of ['L.1', 'L.2', 'L.3']) olds = [...olds, await newCompetency(tx, { code })]
    for (const code of ['B.1', 'B.2']) news = [...news, await newCompetency(tx, { code })]
    await sql`UPDATE competency SET dictionary_id = ${o.old} WHERE id = ANY (${olds}::int[])`.execute(tx)
    await sql`UPDATE competency SET dictionary_id = ${o.new}, active = false WHERE id = ANY (${news}::int[])`.execute(tx)
  })
})
afterAll(() => database.close())

const level = fc.integer({ min: 1, max: 5 })
const steps = fc.uniqueArray(
  fc.record({
    from: fc.integer({ min: 0, max: 2 }),
    fromLevel: level,
    to: fc.integer({ min: 0, max: 1 }),
    toLevel: level,
  }),
  { selector: row => `${row.from} ${row.fromLevel} ${row.to}`, minLength: 1, maxLength: 12 },
)
const levels = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 4 }), level), { selector: ([id]) => id, minLength: 1 })

describe('standards said anew by a crosswalk', () => {
  it('say for any standard and any steps what the rule says', async () => {
    await fc.assert(
      fc.asyncProperty(levels, steps, (rows, pairs) =>
        rolledBack(database, 'job', async tx => {
          const all = [...olds, ...news]
          const said = rows.map(([index, at]) => levelOf(all[index]!, at))
          const standard = await newStandard(
            tx,
            { instansi_id: o.instansi, jenjang: 'pengawas' },
            said.map(row => ({ competency_id: row.competencyId, level: row.level })),
          )
          const way: Step[] = pairs.map(row => ({
            fromId: olds[row.from]!,
            fromLevel: row.fromLevel,
            toId: news[row.to]!,
            toLevel: row.toLevel,
          }))
          for (const fromId of olds)
            for (const toId of news)
              await savePairing(
                tx,
                { fromId, toId },
                way.filter(step => step.fromId === fromId && step.toId === toId),
                made,
              )
          const concerned = said.some(row => way.some(step => step.fromId === row.competencyId && step.fromLevel === row.level))
          expect(await countUsing(tx, o.old, o.new, everybody)).toBe(concerned ? 1 : 0)
          const drafts = await draftTranslations(tx, o.old, o.new, everybody, made)
          expect(drafts).toHaveLength(concerned ? 1 : 0)
          if (!concerned) return
          const written = await sql<{ competencyId: number; level: number }>`
            SELECT competency_id AS "competencyId", level FROM standard_level WHERE standard_id = ${drafts[0]!.id} ORDER BY 1`.execute(
            tx,
          )
          const expected = translated(said, way)
            .map(row => ({ competencyId: row.competencyId, level: row.level }))
            .sort((a, b) => a.competencyId - b.competencyId)
          expect(written.rows).toEqual(expected)
          // Once more: the draft that stands is left as it is.
          expect(await draftTranslations(tx, o.old, o.new, everybody, made)).toEqual([])
          const versions =
            await sql`SELECT version, state, copied_from FROM standard WHERE instansi_id = ${o.instansi} ORDER BY version`.execute(
              tx,
            )
          expect(versions.rows).toEqual([
            { version: 1, state: 'active', copied_from: null },
            { version: 2, state: 'draft', copied_from: standard },
          ])
        }),
      ),
      { numRuns: 40 },
    )
  }, 120_000)

  it('are those of the owners named, and of nobody else', () =>
    rolledBack(database, 'job', async tx => {
      await newStandard(tx, { instansi_id: o.instansi, jenjang: 'pengawas' }, [{ competency_id: olds[0]!, level: 2 }])
      await newStandard(tx, { jenjang: 'pelaksana' }, [{ competency_id: olds[0]!, level: 2 }])
      const step = { fromId: olds[0]!, fromLevel: 2, toId: news[0]!, toLevel: 3 }
      await savePairing(tx, step, [step], made)
      const count = (instansiIds: number[] | null, nation: boolean) => countUsing(tx, o.old, o.new, { instansiIds, nation })
      expect([
        await count(null, true),
        await count(null, false),
        await count([o.instansi], false),
        await count([], false),
        await count([], true),
      ]).toEqual([2, 1, 1, 0, 1])
    }))
})
