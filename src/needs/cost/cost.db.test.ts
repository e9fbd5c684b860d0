import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import {
  newCompetency,
  newInstansi,
  newJabatan,
  newPegawai,
  newResult,
  newStandard,
  newUnit,
} from '../../../test/factories/people.ts'
import { fixedClock } from '../../platform/clock.ts'
import { asJob, type Database, inScope, sql } from '../../platform/db/index.ts'
import { recalculate, recalculatePeople } from '../recalculate.ts'
import { costOfNeeds, openCostOf } from './of.ts'
import { type GapCostValue, gapCostPolicy } from './policy.ts'
import { costView, yearlyCell, yearlyText } from './present.ts'

const today = '2026-11-22'
const clock = fixedClock(`${today}T03:00:00Z`)
const filled: GapCostValue = {
  jpt: null,
  administrator: 240_000_000,
  pengawas: null,
  ahli: null,
  keterampilan: null,
  pelaksana: 84_000_000,
  closing: 3_500_000,
}

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

/** An administrator whose post asks 3 + 3 and a pelaksana whose post asks 1 + 2, of two competencies. */
async function office() {
  return asJob(database.outer, async tx => {
    const instansi_id = await newInstansi(tx)
    const top = await newUnit(tx, { instansi_id })
    const place = { instansi_id, unit_id: await newUnit(tx, { instansi_id, parent_id: top }) }
    const competency = [
      await newCompetency(tx, { code: `BIAYA.${instansi_id}.1` }),
      await newCompetency(tx, { code: `BIAYA.${instansi_id}.2` }),
    ]
    const people: number[] = []
    for (const [jenjang, levels] of [
      ['administrator', [3, 3]],
      ['pelaksana', [1, 2]],
      ['pengawas', [2, 2]],
    ] as const) {
      const jabatan_id = await newJabatan(tx, { ...place, jenjang })
      await newStandard(
        tx,
        { jabatan_id },
        levels.map((level, index) => ({ competency_id: competency[index]!, level })),
      )
      people.push(await newPegawai(tx, { ...place, jabatan_id }))
    }
    return { instansi: instansi_id, top, people, competency }
  })
}
type Office = Awaited<ReturnType<typeof office>>

const found = (o: Office, results: readonly (number | null)[]) =>
  asJob(database.outer, async tx => {
    await sql`DELETE FROM assessment_result WHERE instansi_id = ${o.instansi}`.execute(tx)
    for (const [index, level] of results.entries())
      if (level !== null)
        await newResult(tx, {
          instansi_id: o.instansi,
          pegawai_id: o.people[Math.floor(index / 2)]!,
          competency_id: o.competency[index % 2]!,
          level,
        })
  })

const loads = (o: Office) =>
  asJob(database.outer, async tx => {
    const { rows } = await sql`
      SELECT competency_id, required, jenjang, asked, people, levels FROM gap_load WHERE instansi_id = ${o.instansi} ORDER BY 1, 2, 3, 4`.execute(
      tx,
    )
    return rows
  })

it('reads what is missing, and of whom, from the gaps', async () => {
  const o = await office()
  await found(o, [1, 3, 1, 1, 1, null]) // two levels of the administrator, one of the pelaksana, one of the pengawas
  await recalculate({ db: database.outer, clock }, o.instansi)
  const [first, second] = o.competency
  expect(await loads(o)).toEqual([
    { competency_id: first, required: 2, jenjang: 'pengawas', asked: 4, people: 1, levels: 1 },
    { competency_id: first, required: 3, jenjang: 'administrator', asked: 6, people: 1, levels: 2 },
    { competency_id: second, required: 2, jenjang: 'pelaksana', asked: 3, people: 1, levels: 1 },
  ])
  const read = (competencyIds: number[] | null, topId: number | null = null) =>
    inScope(database.outer, { kind: 'instansi', instansi: [o.instansi] }, tx =>
      openCostOf(tx, o.instansi, today, { topId, competencyIds }),
    )
  // Nobody has said anything: nothing is read, and nothing is shown as if it were free.
  const bare = await read(null)
  expect([bare.loads, bare.policy.verified, yearlyText([], bare.policy, 'id'), yearlyCell([], bare.policy)]).toEqual([
    [],
    false,
    null,
    null,
  ])
  expect(costView([], bare.policy, '19', 'id')).toBeNull()

  await asJob(database.outer, tx =>
    sql`INSERT INTO policy (instansi_id, kind, version, state, value, legal_basis, active_from, made_by, made_at)
      VALUES (${o.instansi}, 'gap_cost', 1, 'active', ${JSON.stringify(filled)}::jsonb, 'SK 1', '2026-01-01', 'uji', now())`.execute(
      tx,
    ),
  )
  const all = await read(null)
  // 240.000.000 × 2 ÷ 6 + 84.000.000 × 1 ÷ 3 = 80.000.000 + 28.000.000; what a pengawas costs nobody said
  expect(yearlyText(all.loads, all.policy, 'id')).toBe('sedikitnya Rp108.000.000')
  expect(yearlyCell(all.loads, all.policy)).toBeNull()
  expect(costView(all.loads, all.policy, '19', 'id')).toMatchObject({
    short: 'sedikitnya Rp108,0 juta',
    closing: 'Rp14.000.000',
    uncounted: '1 tingkat belum ikut terhitung karena biaya pengawas belum diisi.',
    source: 'Dasar: SK 1.',
  })
  const one = await read([second!])
  expect([yearlyText(one.loads, one.policy, 'id'), yearlyCell(one.loads, one.policy)]).toEqual(['Rp28.000.000', 28_000_000])
  expect((await read(null, o.top)).loads).toEqual(all.loads)
  expect((await read(null, o.top + 1_000_000)).loads).toEqual([])
  const need = await inScope(database.outer, { kind: 'instansi', instansi: [o.instansi] }, tx =>
    costOfNeeds(tx, o.instansi, all.policy, [{ competency_id: first!, level_to: 3, jenjang: 'administrator' }]),
  )
  expect(yearlyText(need.loads, need.policy, 'id')).toBe('Rp80.000.000')
})

it('says what another estimate would come to, before it is set', async () => {
  const o = await office()
  await found(o, [1, 3, 1, 1, 1, null])
  await recalculate({ db: database.outer, clock }, o.instansi)
  const blank = gapCostPolicy.defaultAt(today).value
  const effect = await asJob(database.outer, tx =>
    gapCostPolicy.simulate!(tx, { instansiIds: [o.instansi], today, now: blank, next: filled }),
  )
  expect(effect.figures!.map(one => [one.before, one.after])).toEqual([
    [
      { id: 'belum diisi', en: 'not filled in' },
      { id: 'sedikitnya Rp108.000.000', en: 'at least Rp108.000.000' },
    ],
    [
      { id: 'belum diisi', en: 'not filled in' },
      { id: 'Rp14.000.000', en: 'Rp14.000.000' },
    ],
  ])
  expect(effect.rows.map(row => [(row[0] as { id: string }).id, (row[3] as { id: string }).id])).toEqual([
    ['Administrator', 'Rp80.000.000'],
    ['Pelaksana', 'Rp28.000.000'],
  ])
  expect(gapCostPolicy.schema.safeParse({ ...blank, jpt: -1 }).success).toBe(false)
  expect(gapCostPolicy.schema.safeParse({ ...blank, jpt: 0.5 }).success).toBe(false)
})

const levels = fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { minLength: 6, maxLength: 6 })
it('moved with a few people comes to the same as made anew', () =>
  fc.assert(
    fc.asyncProperty(levels, levels, async (before, after) => {
      const o = await office()
      await found(o, before)
      await recalculate({ db: database.outer, clock }, o.instansi)
      await found(o, after)
      await recalculatePeople({ db: database.outer, clock }, o.instansi, o.people)
      const moved = await loads(o)
      await recalculate({ db: database.outer, clock }, o.instansi)
      expect(moved).toEqual(await loads(o))
    }),
    { numRuns: 10 },
  ))
