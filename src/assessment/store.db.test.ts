import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rolledBack, testDatabase } from '../../test/database.ts'
import { newCompetency, newInstansi, newPegawai, newResult, newUnit } from '../../test/factories/people.ts'
import { type Database, sql, type Tx } from '../platform/db/index.ts'
import { choiceAt } from './choice-policy.ts'
import { coverageByUnit, coverageOf, coverageWithin } from './store/coverage.ts'
import { missingCounts, missingPage, missingPeople, type Reason } from './store/missing.ts'
import { type PeopleSet, refreshCoverage, refreshProfiles } from './store/refresh.ts'
import { profileOf, resultsOf } from './store/results.ts'

const today = '2026-11-22'
const now = new Date('2026-11-22T03:00:00Z')
const days = { today, soon: '2027-02-20' }

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

async function setting(tx: Tx) {
  const instansi = await newInstansi(tx, { region_code: '19' })
  const opd = await newUnit(tx, { instansi_id: instansi, name: 'Dinas Kesehatan' })
  const seksi = await newUnit(tx, { instansi_id: instansi, parent_id: opd, name: 'Seksi Gizi' })
  const kosong = await newUnit(tx, { instansi_id: instansi, name: 'Dinas Kosong' })
  return {
    instansi,
    opd,
    seksi,
    kosong,
    m1: await newCompetency(tx, { code: 'U.M1' }),
    sk: await newCompetency(tx, { code: 'U.SK', pillar: 'sosial_kultural' }),
    teknis: await newCompetency(tx, { code: 'U.T', pillar: 'teknis' }),
    person: (unit_id: number, name: string, more: { status?: string } = {}) =>
      newPegawai(tx, { instansi_id: instansi, unit_id, name, ...more }),
    result: (pegawai_id: number, competency_id: number, more: Partial<Parameters<typeof newResult>[1]> = {}) =>
      newResult(tx, { pegawai_id, instansi_id: instansi, competency_id, ...more }),
  }
}

const profiles = async (tx: Tx, instansi: number, people: PeopleSet = { from: 0, to: 2 ** 31 - 1 }) =>
  refreshProfiles(tx, instansi, today, people, await choiceAt(tx, instansi, today))

describe('the profile', () => {
  it('holds the latest result of each competency, of one day the one whose method stands first; all results are kept', () =>
    rolledBack(database, 'job', async tx => {
      const s = await setting(tx)
      const ani = await s.person(s.opd, 'Ani')
      await s.result(ani, s.m1, { level: 4, assessed_on: '2024-05-01', valid_until: '2027-05-01' })
      await s.result(ani, s.m1, { level: 2, assessed_on: '2025-05-01', method: 'cact' })
      await s.result(ani, s.m1, { level: 3, assessed_on: '2025-05-01', method: 'wawancara' })
      await s.result(ani, s.sk, { level: 1, assessed_on: '2020-05-01', valid_until: '2023-05-01' })
      await s.result(ani, s.teknis, { level: 5, assessed_on: '2026-12-01', valid_until: '2029-12-01' })
      expect(await profiles(tx, s.instansi)).toEqual({ written: 2, deleted: 0 })
      expect((await profileOf(tx, ani)).map(row => [row.code, row.level, row.method, row.validUntil])).toEqual([
        ['U.M1', 2, 'cact', '2028-03-01'],
        ['U.SK', 1, 'cact', '2023-05-01'],
      ])
      const results = await resultsOf(tx, ani, today)
      expect(results.map(row => [row.assessedOn, row.level, row.expired])).toEqual([
        ['2026-12-01', 5, false],
        ['2025-05-01', 3, false],
        ['2025-05-01', 2, false],
        ['2024-05-01', 4, false],
        ['2020-05-01', 1, true],
      ])
    }))

  it('is written where it changed and nowhere else', () =>
    rolledBack(database, 'job', async tx => {
      const s = await setting(tx)
      const ani = await s.person(s.opd, 'Ani')
      const budi = await s.person(s.opd, 'Budi')
      const first = await s.result(ani, s.m1, { level: 2, assessed_on: '2024-05-01' })
      await s.result(budi, s.m1)
      expect(await profiles(tx, s.instansi)).toEqual({ written: 2, deleted: 0 })
      expect(await profiles(tx, s.instansi)).toEqual({ written: 0, deleted: 0 })
      await s.result(ani, s.m1, { level: 4, assessed_on: '2026-05-01' })
      expect(await profiles(tx, s.instansi)).toEqual({ written: 1, deleted: 0 })
      await sql`DELETE FROM assessment_result WHERE pegawai_id = ${ani} AND id <> ${first}`.execute(tx)
      expect(await profiles(tx, s.instansi)).toEqual({ written: 1, deleted: 0 })
      await sql`DELETE FROM assessment_result WHERE pegawai_id = ${ani}`.execute(tx)
      expect(await profiles(tx, s.instansi)).toEqual({ written: 0, deleted: 1 })
      expect(await profileOf(tx, ani)).toEqual([])
    }))

  it('can be rebuilt in ranges of people, the upper end left out', () =>
    rolledBack(database, 'job', async tx => {
      const s = await setting(tx)
      const [ani, budi] = [await s.person(s.opd, 'Ani'), await s.person(s.opd, 'Budi')]
      for (const id of [ani, budi]) await s.result(id, s.m1)
      expect(await profiles(tx, s.instansi, { from: ani, to: budi })).toEqual({ written: 1, deleted: 0 })
      expect(await profileOf(tx, budi)).toEqual([])
      expect(await profiles(tx, s.instansi + 1000)).toEqual({ written: 0, deleted: 0 })
    }))
})

/** Ani valid, Budi only technical, Citra expired, Dewi valid until soon, Eka never; Fajar valid but on leave. */
async function mapped(tx: Tx) {
  const s = await setting(tx)
  const people = {
    ani: await s.person(s.opd, 'Ani'),
    budi: await s.person(s.seksi, 'Budi'),
    citra: await s.person(s.seksi, 'Citra'),
    dewi: await s.person(s.seksi, 'Dewi'),
    eka: await s.person(s.seksi, 'Eka'),
    fajar: await s.person(s.seksi, 'Fajar', { status: 'cltn' }),
  }
  await s.result(people.ani, s.m1)
  await s.result(people.budi, s.teknis)
  await s.result(people.citra, s.sk, { valid_until: '2026-11-21' })
  await s.result(people.dewi, s.m1, { valid_until: today })
  await s.result(people.fajar, s.m1)
  await profiles(tx, s.instansi)
  return { ...s, ...people }
}

describe('coverage', () => {
  it('counts the active people, and of them those with a valid managerial or socio-cultural result', () =>
    rolledBack(database, 'job', async tx => {
      const s = await mapped(tx)
      const empty = await newInstansi(tx, { region_code: '19.01' })
      expect(await refreshCoverage(tx, s.instansi, today, now)).toBe(3)
      expect(await coverageOf(tx, [s.instansi, empty])).toEqual([
        { instansiId: s.instansi, active: 5, assessed: 2 },
        { instansiId: empty, active: 0, assessed: 0 },
      ])
      expect(await coverageByUnit(tx, s.instansi)).toEqual([
        { unitId: s.opd, name: 'Dinas Kesehatan', active: 5, assessed: 2, calculatedAt: now },
      ])
      expect((await coverageWithin(tx, s.instansi, s.opd)).map(row => [row.name, row.active, row.assessed])).toEqual([
        ['Dinas Kesehatan', 1, 1],
        ['Seksi Gizi', 4, 1],
      ])
    }))

  it('is written for the units that changed: a result expires, somebody leaves, nothing happens', () =>
    rolledBack(database, 'job', async tx => {
      const s = await mapped(tx)
      await refreshCoverage(tx, s.instansi, today, now)
      expect(await refreshCoverage(tx, s.instansi, today, now)).toBe(0)
      expect(await refreshCoverage(tx, s.instansi, '2026-11-23', now)).toBe(1)
      expect(await coverageOf(tx, [s.instansi])).toMatchObject([{ active: 5, assessed: 1 }])
      await sql`UPDATE pegawai SET status = 'berhenti' WHERE pegawai_id = ${s.ani}`.execute(tx)
      expect(await refreshCoverage(tx, s.instansi, '2026-11-23', now)).toBe(1)
      expect(await coverageOf(tx, [s.instansi])).toMatchObject([{ active: 4, assessed: 0 }])
    }))

  it('agrees with the names that are missing, for each reason', () =>
    rolledBack(database, 'job', async tx => {
      const s = await mapped(tx)
      const names = async (reason: Reason | null, unitId: number | null = null, exactly = false) =>
        (await missingPeople(tx, { instansiId: s.instansi, unitId, exactly, reason }, days, { offset: 0, limit: 9 })).map(
          row => row.name,
        )
      expect(await names(null)).toEqual(['Budi', 'Citra', 'Eka'])
      expect(await names('never')).toEqual(['Budi', 'Eka'])
      expect(await names('expired')).toEqual(['Citra'])
      expect(await names('expiring')).toEqual(['Dewi'])
      expect(await names(null, s.opd)).toEqual(['Budi', 'Citra', 'Eka'])
      expect(await names(null, s.opd, true)).toEqual([])
      expect(await names(null, s.kosong)).toEqual([])
      expect(await missingCounts(tx, { instansiId: s.instansi, unitId: null, reason: null }, days)).toEqual({
        never: 2,
        expired: 1,
        expiring: 1,
      })
      for (const reason of ['never', null] as const) {
        const filter = { instansiId: s.instansi, unitId: null, reason }
        expect(await missingPage(tx, filter, days, { offset: 0, limit: 9 })).toEqual({
          rows: await missingPeople(tx, filter, days, { offset: 0, limit: 9 }),
          counts: { never: 2, expired: 1, expiring: 1 },
        })
      }
      await refreshCoverage(tx, s.instansi, today, now)
      const [covered] = await coverageOf(tx, [s.instansi])
      expect(covered!.active - covered!.assessed).toBe((await names(null)).length)
      const second = await missingPeople(tx, { instansiId: s.instansi, unitId: null, reason: null }, days, {
        offset: 1,
        limit: 1,
      })
      expect(second).toMatchObject([
        { name: 'Citra', unit: 'Seksi Gizi', opd: 'Dinas Kesehatan', validUntil: '2026-11-21', jabatan: null },
      ])
    }))
})
