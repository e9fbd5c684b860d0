import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
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
import { fixedClock } from '../platform/clock.ts'
import { asJob, type Database, sql, type Tx } from '../platform/db/index.ts'
import { recalculate, recalculateAll, recalculatePeople } from './recalculate.ts'
import { ranking } from './store.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
afterEach(() =>
  database.asOwner(async db => {
    await sql`TRUNCATE instansi, unit, jabatan, pegawai, competency, competency_profile, competency_gap, gap_summary, need, coverage CASCADE`.execute(
      db,
    )
    // The national dictionary goes with it, since a dictionary may belong to an instansi.
    await sql`INSERT INTO dictionary (id, name, state, legal_basis, active_from, made_by, made_at)
      VALUES (1, 'Kamus', 'active', 'SK', '2017-01-01', 'uji', now())`.execute(db)
  }),
)

const run = (id: number, now = '2026-11-22T03:00:00Z') => recalculate({ db: database.outer, clock: fixedClock(now) }, id)
const job = <T>(work: (tx: Tx) => Promise<T>) => asJob(database.outer, work)
const all = async <Row = Record<string, unknown>>(query: string): Promise<Row[]> =>
  job(async tx => (await sql.raw<Row>(query).execute(tx)).rows)
const exec = (statement: string) => all(statement)

const needColumns =
  'id, competency_id, level_to, jenjang, level_from, people, staff, distribution, gap::float8, dif::float8, goal::float8, mandate::float8, reach::float8, score::float8, known, tier'
const needs = (instansi: number) =>
  all(`SELECT ${needColumns} FROM need WHERE instansi_id = ${instansi} ORDER BY competency_id, level_to, jenjang`)
const gaps = () => all('SELECT pegawai_id, competency_id, instansi_id, required, held, gap FROM competency_gap ORDER BY 1, 2')

/** An instansi with one unit and one jabatan that demands a competency. */
async function place(tx: Tx, level = 3, values: { jenjang?: string; competency?: number } = {}) {
  const instansi_id = await newInstansi(tx)
  const unit_id = await newUnit(tx, { instansi_id })
  const competency = values.competency ?? (await newCompetency(tx, { code: `UJI.${instansi_id}` }))
  const jabatan_id = await newJabatan(tx, { instansi_id, unit_id, jenjang: values.jenjang ?? 'pengawas' })
  await newStandard(tx, { jabatan_id }, [{ competency_id: competency, level }])
  return { instansi_id, unit_id, jabatan_id, competency }
}
type Place = Awaited<ReturnType<typeof place>>

/** Somebody who holds the jabatan, with the level found; null: never assessed. */
async function somebody(tx: Tx, p: Place, level: number | null, more: { valid_until?: string; status?: string } = {}) {
  const { instansi_id, unit_id, jabatan_id } = p
  const pegawai_id = await newPegawai(tx, { instansi_id, unit_id, jabatan_id, ...(more.status ? { status: more.status } : {}) })
  const valid = more.valid_until ? { valid_until: more.valid_until } : {}
  if (level !== null) await newResult(tx, { pegawai_id, instansi_id, competency_id: p.competency, level, ...valid })
  return pegawai_id
}

/** The place, and people with these levels. */
const office = (levels: (number | null)[], standard = 3) =>
  job(async tx => {
    const p = await place(tx, standard)
    const people: number[] = []
    for (const level of levels) people.push(await somebody(tx, p, level))
    return { ...p, people }
  })

describe('a recalculation', () => {
  it('makes gaps, coverage, the cells of the heatmap and the need', async () => {
    const o = await office([1, 2, 3, 4, null])
    await run(o.instansi_id)
    const of = { competency_id: o.competency, instansi_id: o.instansi_id, required: 3 }
    const found: [number | null, number | null][] = [
      [1, 2],
      [2, 1],
      [3, 0],
      [4, 0],
      [null, null],
    ]
    expect(await gaps()).toEqual(found.map(([held, gap], i) => ({ pegawai_id: o.people[i], ...of, held, gap })))
    expect(await all('SELECT unit_id, required_people, assessed_people, gap_people, gap_sum FROM gap_summary')).toEqual([
      { unit_id: o.unit_id, required_people: 5, assessed_people: 4, gap_people: 2, gap_sum: 3 },
    ])
    expect(await all('SELECT unit_id, active, assessed FROM coverage')).toEqual([{ unit_id: o.unit_id, active: 5, assessed: 4 }])
    expect(await needs(o.instansi_id)).toMatchObject([
      {
        competency_id: o.competency,
        level_to: 3,
        jenjang: 'pengawas',
        level_from: 1,
        people: 2,
        staff: 5,
        distribution: { 1: 1, 2: 1 },
      },
    ])
  })

  it('that has nothing new to say writes no gap, cell, coverage or profile, and leaves every need as it was', async () => {
    const o = await office([1, 2, 3, null])
    await run(o.instansi_id)
    const rows = () =>
      all(`SELECT 'g' AS t, xmin::text, pegawai_id::text AS key FROM competency_gap UNION ALL SELECT 's', xmin::text, unit_id::text FROM gap_summary
        UNION ALL SELECT 'c', xmin::text, unit_id::text FROM coverage UNION ALL SELECT 'p', xmin::text, pegawai_id::text FROM competency_profile ORDER BY 1, 3`)
    const before = [await rows(), await needs(o.instansi_id)]
    expect(before[0]!.length).toBe(4 + 1 + 1 + 3)
    await run(o.instansi_id, '2026-11-22T09:00:00Z')
    expect([await rows(), await needs(o.instansi_id)]).toEqual(before)
  })

  it('that has nothing new to say writes no need either', async () => {
    const o = await office([1, 2])
    await run(o.instansi_id)
    const versions = () => all('SELECT id, xmin::text FROM need')
    const before = await versions()
    await run(o.instansi_id)
    expect(await versions()).toEqual(before)
  })

  it('of all reaches every instansi that has people', async () => {
    const [a, b] = [await office([1]), await office([2])]
    await recalculateAll({ db: database.outer, clock: fixedClock('2026-11-22T03:00:00Z') })
    expect([await needs(a.instansi_id), await needs(b.instansi_id)]).toMatchObject([[{ people: 1 }], [{ people: 1 }]])
  })

  it('counts everybody once where people are many and their ids lie between those of others', async () => {
    const [a, b] = [await office([]), await office([])]
    const born = (o: Place, odd: number) => `
      INSERT INTO pegawai (pegawai_id, instansi_id, unit_id, jabatan_id, nip, name, employment, sex, birth_date)
      SELECT 100000 + 2 * n + ${odd}, ${o.instansi_id}, ${o.unit_id}, ${o.jabatan_id}, '19900101202012' || lpad((2 * n + ${odd})::text, 4, '0'), 'P', 'pns', 'l', '1990-01-01'
      FROM generate_series(1, 1100) n`
    await exec(born(a, 0))
    await exec(born(b, 1))
    await exec(`INSERT INTO assessment_result (pegawai_id, instansi_id, instansi_then, competency_id, level, method, assessed_on, valid_until)
      SELECT pegawai_id, instansi_id, instansi_id, ${a.competency}, 1 + pegawai_id / 2 % 2, 'cact', '2025-01-01', '2028-01-01' FROM pegawai WHERE instansi_id = ${a.instansi_id}`)
    await run(a.instansi_id)
    await run(b.instansi_id)
    expect(await needs(a.instansi_id)).toMatchObject([{ people: 1100, staff: 1100, distribution: { 1: 550, 2: 550 } }])
    expect(await needs(b.instansi_id)).toEqual([])
    expect(await all('SELECT active, assessed FROM coverage ORDER BY assessed')).toEqual([
      { active: 1100, assessed: 0 },
      { active: 1100, assessed: 1100 },
    ])
  })
})

describe('not assessed', () => {
  it('is not zero: it is no gap, no person of a need and no part of a mean', async () => {
    const o = await office([null, null, 1])
    await run(o.instansi_id)
    expect((await gaps()).map(gap => gap.gap)).toEqual([null, null, 2])
    expect(await all('SELECT required_people, assessed_people, gap_people, gap_sum FROM gap_summary')).toEqual([
      { required_people: 3, assessed_people: 1, gap_people: 1, gap_sum: 2 },
    ])
    // 2 levels over 1 person of at most 4, not over 3 people
    expect(await needs(o.instansi_id)).toMatchObject([{ people: 1, staff: 3, gap: 0.5, distribution: { 1: 1 } }])
  })

  it('makes no need of an office where nobody was assessed', async () => {
    const o = await office([null, null])
    await run(o.instansi_id)
    expect(await needs(o.instansi_id)).toEqual([])
  })

  it('is what a result becomes the day after its last, and what one of tomorrow still is', async () => {
    const o = await job(async tx => {
      const p = await place(tx)
      return { ...p, id: await somebody(tx, p, 1, { valid_until: '2026-11-22' }) }
    })
    await run(o.instansi_id, '2026-11-22T16:59:00Z') // 23.59 in Jakarta
    expect(await gaps()).toMatchObject([{ held: 1, gap: 2 }])
    const before = await needs(o.instansi_id)
    await run(o.instansi_id, '2026-11-22T17:01:00Z') // 00.01 on the 23rd
    expect(await gaps()).toMatchObject([{ held: null, gap: null }])
    expect(await needs(o.instansi_id)).toMatchObject([{ id: before[0]!.id, people: 0, distribution: {} }])
    expect(await all('SELECT active, assessed FROM coverage')).toEqual([{ active: 1, assessed: 0 }])
    await job(tx =>
      newResult(tx, {
        pegawai_id: o.id,
        instansi_id: o.instansi_id,
        competency_id: o.competency,
        level: 2,
        assessed_on: '2026-11-24',
      }),
    )
    await run(o.instansi_id, '2026-11-22T17:01:00Z')
    expect(await gaps()).toMatchObject([{ held: null }])
    await run(o.instansi_id, '2026-11-23T17:01:00Z')
    expect(await gaps()).toMatchObject([{ held: 2, gap: 1 }])
  })
})

describe('a need', () => {
  it('keeps its id while it is empty and when it returns', async () => {
    const o = await office([1])
    await run(o.instansi_id)
    const [before] = await needs(o.instansi_id)
    const better = { pegawai_id: o.people[0]!, instansi_id: o.instansi_id, competency_id: o.competency }
    await job(tx => newResult(tx, { ...better, level: 3, assessed_on: '2026-06-01' }))
    await run(o.instansi_id)
    expect(await needs(o.instansi_id)).toMatchObject([{ id: before!.id, people: 0, distribution: {} }])
    await job(tx => newResult(tx, { ...better, level: 1, assessed_on: '2026-07-01' }))
    await run(o.instansi_id)
    expect(await needs(o.instansi_id)).toEqual([before])
  })

  it('is one per competency, level and jenjang: from the lowest level found, with how many stand on each', async () => {
    const o = await office([2, 1, 2, 3, 4, null], 4)
    const other = await job(async tx => {
      const jabatan_id = await newJabatan(tx, { instansi_id: o.instansi_id, unit_id: o.unit_id, jenjang: 'administrator' })
      await newStandard(tx, { jabatan_id }, [{ competency_id: o.competency, level: 4 }])
      return somebody(tx, { ...o, jabatan_id }, 3)
    })
    expect(other).toBeGreaterThan(0)
    await run(o.instansi_id)
    expect(await needs(o.instansi_id)).toMatchObject([
      { jenjang: 'administrator', level_from: 3, level_to: 4, people: 1, staff: 1, distribution: { 3: 1 } },
      { jenjang: 'pengawas', level_from: 1, level_to: 4, people: 4, staff: 6, distribution: { 1: 1, 2: 2, 3: 1 } },
    ])
  })

  it('counts active people only: who goes on leave leaves no gap behind', async () => {
    const o = await office([1, 1])
    await run(o.instansi_id)
    await exec(`UPDATE pegawai SET status = 'cltn' WHERE pegawai_id = ${o.people[0]}`)
    await run(o.instansi_id)
    expect((await gaps()).map(gap => gap.pegawai_id)).toEqual([o.people[1]])
    expect(await needs(o.instansi_id)).toMatchObject([{ people: 1, staff: 1 }])
  })

  it.each(['first', 'last'])('of a person who was transferred moves too, the old instansi calculated %s', async order => {
    const [from, to] = await job(async tx => {
      const a = await place(tx)
      return [a, await place(tx, 3, { competency: a.competency })] as const
    })
    const [moving] = await job(async tx => [await somebody(tx, from, 1), await somebody(tx, from, 2)])
    await run(from.instansi_id)
    await run(to.instansi_id)
    await exec(
      `UPDATE pegawai SET instansi_id = ${to.instansi_id}, unit_id = ${to.unit_id}, jabatan_id = ${to.jabatan_id} WHERE pegawai_id = ${moving}`,
    )
    await exec(`UPDATE assessment_result SET instansi_id = ${to.instansi_id} WHERE pegawai_id = ${moving}`)
    for (const one of order === 'first' ? [from, to] : [to, from]) await run(one.instansi_id)
    expect(await needs(from.instansi_id)).toMatchObject([{ people: 1, distribution: { 2: 1 } }])
    expect(await needs(to.instansi_id)).toMatchObject([{ people: 1, distribution: { 1: 1 } }])
    expect(await all(`SELECT instansi_id FROM competency_gap WHERE pegawai_id = ${moving}`)).toEqual([
      { instansi_id: to.instansi_id },
    ])
    expect(await all(`SELECT instansi_id FROM competency_profile WHERE pegawai_id = ${moving}`)).toEqual([
      { instansi_id: to.instansi_id },
    ])
    expect(await all('SELECT instansi_id, required_people FROM gap_summary ORDER BY 1')).toEqual([
      { instansi_id: from.instansi_id, required_people: 1 },
      { instansi_id: to.instansi_id, required_people: 1 },
    ])
  })

  it('whose last person was transferred away stands with nobody under its id, out of the ranking, until somebody has it again', async () => {
    const [from, to] = await job(async tx => {
      const a = await place(tx)
      return [a, await place(tx, 3, { competency: a.competency })] as const
    })
    const last = await job(tx => somebody(tx, from, 1))
    await run(from.instansi_id)
    const [{ id, score }] = (await needs(from.instansi_id)) as [{ id: number; score: number }]
    const listed = (gone: boolean) =>
      job(async tx => (await ranking(tx, { instansiIds: [from.instansi_id], kind: null, gone }, 0, 9)).map(need => need.id))
    expect([await listed(false), await listed(true)]).toEqual([[id], []])

    await exec(
      `UPDATE pegawai SET instansi_id = ${to.instansi_id}, unit_id = ${to.unit_id}, jabatan_id = ${to.jabatan_id} WHERE pegawai_id = ${last}`,
    )
    await exec(`SELECT move_custody(${last}, ${to.instansi_id})`)
    for (const one of [from, to]) await run(one.instansi_id)
    expect(await needs(from.instansi_id)).toMatchObject([{ id, people: 0, distribution: {}, score }])
    expect([await listed(false), await listed(true)]).toEqual([[], [id]])
    expect(await needs(to.instansi_id)).toMatchObject([{ people: 1, staff: 1, distribution: { 1: 1 } }])

    const next = await job(tx => somebody(tx, from, 2))
    await recalculatePeople({ db: database.outer, clock: fixedClock('2026-11-22T03:00:00Z') }, from.instansi_id, [next])
    expect(await needs(from.instansi_id)).toMatchObject([{ id, people: 1, distribution: { 2: 1 } }])
    expect([await listed(false), await listed(true)]).toEqual([[id], []])
  })
})

describe('the score of a need', () => {
  const factor = (o: Place, columns: string, values: string) =>
    exec(
      `INSERT INTO need_factor (instansi_id, jenjang, competency_id, ${columns}) VALUES (${o.instansi_id}, 'pengawas', ${o.competency}, ${values})`,
    )

  // Two of four people stand one level below: gap 2 / (4 × 2) = 0.25, reach 2 / 4 = 0.5.
  it('rescales the weights over what is known: 30 and 10 of 100', async () => {
    const o = await office([2, 2, 3, 3])
    await run(o.instansi_id)
    expect(await needs(o.instansi_id)).toMatchObject([
      { gap: 0.25, reach: 0.5, dif: null, goal: null, mandate: null, known: 2, score: 0.3125, tier: 'dapat_ditunda' },
    ])
  })

  it('has no difficulty, importance and frequency where one of the three is unknown; a mandate that is not there is known', async () => {
    const o = await office([2, 2, 3, 3])
    await factor(o, 'difficulty, importance, mandate', "'t', 't', false")
    await run(o.instansi_id)
    expect(await needs(o.instansi_id)).toMatchObject([{ dif: null, goal: null, mandate: 0, known: 3, score: 0.227273 }])
  })

  it('takes all five where they are known', async () => {
    const o = await office([2, 2, 3, 3])
    await factor(o, 'difficulty, importance, frequency, goal_link, mandate', "'t', 's', 'r', 0.5, true")
    await run(o.instansi_id)
    expect(await needs(o.instansi_id)).toMatchObject([
      { gap: 0.25, dif: 0.666667, goal: 0.5, mandate: 1, reach: 0.5, known: 5, score: 0.533333, tier: 'penting' },
    ])
  })

  it("follows the instansi's own weights where it has set them", async () => {
    const o = await office([2, 2, 3, 3])
    await exec(`INSERT INTO policy (instansi_id, kind, version, state, value, legal_basis, active_from, made_by, made_at)
      VALUES (${o.instansi_id}, 'priority', 1, 'active', '{"gap":0,"dif":0,"goal":0,"mandate":0,"reach":100,"urgentFrom":50,"importantFrom":20}', 'SK Uji', '2026-01-01', 'x', now())`)
    await run(o.instansi_id)
    expect(await needs(o.instansi_id)).toMatchObject([{ score: 0.5, tier: 'urgen' }])
  })
})
