import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rolledBack, testDatabase } from '../../../test/database.ts'
import { newCompetency, newInstansi, newJabatan, newPegawai, newResult, newUnit } from '../../../test/factories/people.ts'
import { type Database, sql, type Tx } from '../../platform/db/index.ts'
import type { Jenjang } from '../../regulation/index.ts'
import { departure, fits, type Population, type Somebody } from './rules/population.ts'
import { campaignById, insertCampaign } from './store/campaign.ts'
import { askedOf, savePicks } from './store/participants.ts'
import { markLeavers } from './store/people-change.ts'
import { peopleOf, previewOf } from './store/population.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const today = '2026-11-22'
const kinds = [
  ['fungsional', 'ahli_muda'],
  ['fungsional', 'ahli_pertama'],
  ['pelaksana', 'pelaksana'],
  ['pengawas', 'pengawas'],
] as const
const ends = [null, '2025-01-01', '2026-11-21', '2026-11-22', '2027-06-30', '2029-01-01'] as const
const statuses = ['aktif', 'aktif', 'aktif', 'cltn', 'mpp'] as const
const employments = ['pns', 'pppk', 'cpns'] as const

/** Two governments of three levels of units, and 120 people of every kind in them. */
async function world(tx: Tx) {
  const instansi = await newInstansi(tx)
  const other = await newInstansi(tx)
  const competency = await newCompetency(tx, { code: 'W.1' })
  const technical = await newCompetency(tx, { code: 'W.2', pillar: 'teknis' })
  const units: { id: number; path: number[]; instansi: number }[] = []
  for (const of of [instansi, other]) {
    const root = await newUnit(tx, { instansi_id: of })
    units.push({ id: root, path: [root], instansi: of })
    for (let n = 0; n < 2; n++) {
      const below = await newUnit(tx, { instansi_id: of, parent_id: root })
      const lowest = await newUnit(tx, { instansi_id: of, parent_id: below })
      units.push({ id: below, path: [below, root], instansi: of }, { id: lowest, path: [lowest, below, root], instansi: of })
    }
  }
  const people: { id: number; who: Somebody }[] = []
  for (let n = 0; n < 120; n++) {
    const unit = units[(n * 7) % units.length]!
    const [jenis, jenjang] = kinds[n % kinds.length]!
    const held = n % 11 !== 0
    const jabatan = held ? await newJabatan(tx, { instansi_id: unit.instansi, unit_id: unit.id, jenis, jenjang }) : null
    const status = statuses[n % statuses.length]!
    const employment = employments[(n * 5) % employments.length]!
    const id = await newPegawai(tx, { instansi_id: unit.instansi, unit_id: unit.id, jabatan_id: jabatan, status, employment })
    const validUntil = ends[(n * 13) % ends.length]!
    if (validUntil) await profile(tx, id, unit.instansi, competency, validUntil)
    if (n % 4 === 0) await profile(tx, id, unit.instansi, technical, '2035-01-01')
    people.push({
      id,
      who: {
        instansiId: unit.instansi,
        active: status === 'aktif',
        unitIds: unit.path,
        jabatan: held ? { jenis, jenjang: jenjang as Jenjang } : null,
        employment,
        validUntil,
      },
    })
  }
  return { instansi, units: units.map(unit => unit.id), people }
}
async function profile(tx: Tx, id: number, instansi_id: number, competency_id: number, until: string) {
  const result = await newResult(tx, {
    pegawai_id: id,
    instansi_id,
    competency_id,
    assessed_on: '2024-01-01',
    valid_until: until,
  })
  await sql`INSERT INTO competency_profile (pegawai_id, competency_id, instansi_id, level, method, assessed_on, valid_until, result_ids)
    VALUES (${id}, ${competency_id}, ${instansi_id}, 2, 'cact', '2024-01-01', ${until}::date, ARRAY[${result}::int])`.execute(tx)
}

const population = (units: readonly number[]) =>
  fc.record<Population>({
    unitIds: fc.subarray([...units], { maxLength: 2 }),
    jenis: fc.subarray(['fungsional', 'pelaksana', 'pengawas'], { maxLength: 2 }),
    jenjang: fc.subarray<Jenjang>(['ahli_muda', 'ahli_pertama', 'pelaksana'], { maxLength: 2 }),
    employment: fc.subarray(['pns', 'pppk'], { maxLength: 1 }),
    mapped: fc.constantFrom('any', 'unmapped', 'expiring'),
    before: fc.constantFrom('2026-11-22', '2027-06-30', '2028-01-01'),
  })

it('the rule in SQL takes in exactly whom the rule in words does, the added and without the excluded', async () => {
  await rolledBack(database, 'job', async tx => {
    const { instansi, units, people } = await world(tx)
    for (const rule of fc.sample(population(units), { numRuns: 60, seed: 4 })) {
      const added = people.filter((_, n) => n % 17 === 3).map(one => one.id)
      const excluded = people.filter((_, n) => n % 13 === 5).map(one => one.id)
      const { rows } = await sql<{ pegawai_id: number }>`
        SELECT pegawai_id FROM (${peopleOf({ instansiId: instansi, population: rule, added, excluded }, today)}) w ORDER BY 1`.execute(
        tx,
      )
      const wanted = people
        .filter(({ id }) => !excluded.includes(id))
        .filter(
          ({ id, who }) =>
            fits(rule, who, instansi, today) || (added.includes(id) && departure(rule, who, instansi, true) === null),
        )
        .map(one => one.id)
      expect(
        rows.map(row => row.pegawai_id),
        JSON.stringify(rule),
      ).toEqual(wanted)
    }
  })
})

it('and marks exactly those as leaving, with the same reason', async () => {
  await rolledBack(database, 'job', async tx => {
    const { instansi, units, people } = await world(tx)
    const [jabatan] = (await sql<{ id: number }>`SELECT min(id) AS id FROM jabatan`.execute(tx)).rows
    for (const rule of fc.sample(population(units), { numRuns: 25, seed: 9 })) {
      const wave = { number: 1, startsOn: '2026-11-01', endsOn: '2026-11-30', quota: null }
      const draft = {
        name: 'x',
        purpose: 'pemetaan' as const,
        legalBasis: 'x',
        methods: ['penilaian_diri' as const],
        population: rule,
        ratersEach: 3,
      }
      const id = await insertCampaign(tx, { ...draft, instansiId: instansi, seed: 1, wave, by: 'x', at: new Date() })
      const added = people.filter((_, n) => n % 9 === 2).map(one => ({ id: one.id, kind: 'added' as const }))
      await savePicks(tx, id, added, 'x', new Date())
      await sql`
        INSERT INTO campaign_participant (pegawai_id, campaign_id, instansi_id, instansi_then, unit_id, jabatan_id, wave, found_at, invited_at)
        SELECT pegawai_id, ${id}::int, instansi_id, instansi_id, unit_id, ${jabatan!.id}::int, 1, now(), now() FROM pegawai`.execute(
        tx,
      )
      const campaign = (await campaignById(tx, id))!
      expect(askedOf(campaign, added).added).toEqual(added.map(one => one.id))
      await markLeavers(tx, campaign, new Date())
      const { rows } = await sql<{ id: number; why: string | null }>`
        SELECT pegawai_id AS id, left_why AS why FROM campaign_participant WHERE campaign_id = ${id} ORDER BY 1`.execute(tx)
      expect(rows, JSON.stringify(rule)).toEqual(
        people.map(({ id, who }) => ({
          id,
          why: departure(
            rule,
            who,
            instansi,
            added.some(one => one.id === id),
          ),
        })),
      )
    }
  })
})

it('says how many and who before anything is saved', async () => {
  await rolledBack(database, 'job', async tx => {
    const { instansi, people } = await world(tx)
    const rule: Population = { unitIds: [], jenis: ['fungsional'], jenjang: [], employment: [], mapped: 'any', before: null }
    const preview = await previewOf(tx, { instansiId: instansi, population: rule, added: [], excluded: [] }, today)
    const wanted = people.filter(one => fits(rule, one.who, instansi, today))
    expect(preview.people).toBe(wanted.length)
    expect(preview.withoutStandard, 'no standard was set').toBe(wanted.length)
    expect(preview.withoutJabatan).toBe(
      people.filter(({ who }) => who.instansiId === instansi && who.active && who.jabatan === null).length,
    )
    expect(preview.offices.reduce((sum, office) => sum + office.people, 0)).toBe(wanted.length)
    expect(preview.first.length).toBe(Math.min(20, wanted.length))
  })
})
