import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rolledBack, testDatabase } from '../../test/database.ts'
import { newCompetency, newInstansi, newJabatan, newUnit } from '../../test/factories/people.ts'
import { asJob, type Database, sql, type Tx } from '../platform/db/index.ts'
import { emptyForm, levelOf } from './rules/content.ts'
import { nearestFirst, type Post, resolve, type Standing } from './rules/inherit.ts'

// rules/inherit.ts against standards_of and demands_of: two ways to say who speaks of a jabatan, and who is nearest.

const today = '2026-11-22'
let database: Database
const place = { kementerian: 0, lembaga: 0, provinsi: 0, kabupaten: 0, other: 0 }
type Owner = keyof typeof place | 'ships'
const guidesOf: Record<'provinsi' | 'kabupaten', (keyof typeof place)[]> = {
  provinsi: ['kementerian'],
  kabupaten: ['provinsi', 'kementerian'],
}
let competencies: number[] = []
let posts: { key: 'provinsi' | 'kabupaten'; post: Post & { jabatanId: number } }[] = []

beforeAll(async () => {
  database = await testDatabase()
  await asJob(database.outer, async tx => {
    place.kementerian = await newInstansi(tx, { kind: 'kementerian', region_code: '3001' })
    place.lembaga = await newInstansi(tx, { kind: 'lembaga', region_code: '3002' })
    place.provinsi = await newInstansi(tx, { kind: 'provinsi', region_code: '19', guided_by: place.kementerian })
    place.kabupaten = await newInstansi(tx, { region_code: '19.01', guided_by: place.provinsi })
    place.other = await newInstansi(tx, { kind: 'provinsi', region_code: '18', guided_by: place.kementerian })
    for (const code of ['A.1', 'A.2', 'A.3']) competencies = [...competencies, await newCompetency(tx, { code })]
    for (const key of ['provinsi', 'kabupaten'] as const) {
      const unit = await newUnit(tx, { instansi_id: place[key] })
      for (const [name, jenjang, urusan] of [
        ['Auditor Ahli Muda', 'ahli_muda', 'pengawasan'],
        ['Auditorium Ahli Muda', 'ahli_muda', null],
        ['Kepala Bidang', 'administrator', 'kesehatan'],
      ] as const) {
        const id = await newJabatan(tx, { instansi_id: place[key], unit_id: unit, name, jenjang, jenis: 'fungsional', urusan })
        posts = [...posts, { key, post: { jabatanId: id, instansiId: place[key], jenjang, urusan, name } }]
      }
    }
  })
})
afterAll(() => database.close())

type Made = {
  owner: Owner
  post: number | null
  jenjang: string
  narrow: 'urusan' | 'family' | null
  levels: [number, number][]
}
const narrowing: Record<string, { urusan: string; family: string }> = {
  ahli_muda: { urusan: 'pengawasan', family: 'auditor' },
  administrator: { urusan: 'kesehatan', family: 'Kepala' },
}
const made = fc.record({
  owner: fc.constantFrom<Owner>('ships', 'kementerian', 'lembaga', 'provinsi', 'kabupaten', 'other'),
  post: fc.option(fc.integer({ min: 0, max: 5 }), { nil: null }),
  jenjang: fc.constantFrom('ahli_muda', 'administrator'),
  narrow: fc.constantFrom<Made['narrow']>('urusan', 'family', null),
  levels: fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 5 })), { selector: ([id]) => id }),
})

const targetOf = (one: Made) => {
  if (one.post !== null) {
    const { key, post } = posts[one.post]!
    return {
      ownerInstansiId: place[key],
      ownerIsCentral: false,
      jabatanId: post.jabatanId,
      jenjang: null,
      urusan: null,
      family: null,
    }
  }
  const narrow = narrowing[one.jenjang]!
  return {
    ownerInstansiId: one.owner === 'ships' ? null : place[one.owner],
    ownerIsCentral: one.owner === 'kementerian' || one.owner === 'lembaga',
    jabatanId: null,
    jenjang: one.jenjang,
    urusan: one.narrow === 'urusan' ? narrow.urusan : null,
    family: one.narrow === 'family' ? narrow.family : null,
  }
}

/** Writes it, and says the same as a value. */
async function standing(tx: Tx, one: Made): Promise<Standing | null> {
  const target = targetOf(one)
  const { rows } = await sql<{ id: number }>`
    INSERT INTO standard (instansi_id, jabatan_id, jenjang, urusan, family, version, state, legal_basis, active_from, made_by, made_at)
    VALUES (${target.ownerInstansiId}::int, ${target.jabatanId}::int, ${target.jenjang}, ${target.urusan}, ${target.family}, 1, 'active', 'SK', '2020-01-01', 'uji', now())
    ON CONFLICT DO NOTHING RETURNING id`.execute(tx)
  if (!rows[0]) return null
  const { id } = rows[0]
  const levels = one.levels.map(([index, level]) => levelOf(competencies[index]!, level))
  await sql`
    INSERT INTO standard_level (standard_id, competency_id, level)
    SELECT ${id}::int, l."competencyId", l.level FROM jsonb_to_recordset(${JSON.stringify(levels)}::jsonb) AS l("competencyId" int, level int)`.execute(
    tx,
  )
  return { id, ...target, levels, qualifications: [], form: emptyForm, legalBasis: 'SK', verified: true }
}

describe('the rule of who is nearest', () => {
  it('says for any standards what the database says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(made, { minLength: 1, maxLength: 14 }), many =>
        rolledBack(database, 'job', async tx => {
          const standards: Standing[] = []
          for (const one of many) {
            const row = await standing(tx, one)
            if (row) standards.push(row)
          }
          const ids = posts.map(one => one.post.jabatanId)
          const demands = await sql<{ jabatan_id: number; competency_id: number; level: number; origin: string }>`
            SELECT jabatan_id, competency_id, level, origin FROM demands_of(${ids}::int[], ${today}::date) ORDER BY 1, 2`.execute(
            tx,
          )
          const resolved = posts.map(({ key, post }) => ({
            post,
            ...resolve(
              nearestFirst(
                standards,
                post,
                guidesOf[key].map(name => place[name]),
              ),
              null,
            ),
          }))
          expect(
            resolved.flatMap(({ post, levels }) =>
              [...levels]
                .sort(([a], [b]) => a - b)
                .map(([id, held]) => ({ jabatan_id: post.jabatanId, competency_id: id, level: held.value, origin: held.origin })),
            ),
          ).toEqual(demands.rows)
          const under = await sql<{ standard_id: number; jabatan_id: number }>`
            SELECT standard_id, jabatan_id FROM jabatan_under(${standards.map(row => row.id)}::int[]) ORDER BY 1, 2`.execute(tx)
          const speaks = await sql<{ standard_id: number; jabatan_id: number }>`
            SELECT standard_id, jabatan_id FROM standards_of(${ids}::int[], ${today}::date)
            WHERE standard_id = ANY (${standards.map(row => row.id)}::int[]) ORDER BY 1, 2`.execute(tx)
          expect(under.rows).toEqual(speaks.rows)
        }),
      ),
      { numRuns: 40 },
    )
  }, 120_000)
})
