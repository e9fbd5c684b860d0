import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { actor } from '../../test/factories/browser.ts'
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
import { asJob, type Database, sql } from '../platform/db/index.ts'
import type { Services } from '../platform/http/context.ts'
import { createJobs } from '../platform/jobs/index.ts'
import { createLog } from '../platform/log.ts'
import { saveDraft, setPolicy } from '../policies/actions.ts'
import type { PolicyKind } from '../policies/index.ts'
import { priorityPolicy } from './policies.ts'
import { needsJobs, recalculate } from './recalculate.ts'
import { type PriorityValue, proposedPriority } from './rules/weights.ts'

let database: Database
const clock = fixedClock('2026-11-22T03:00:00Z')
const today = '2026-11-22'
const offices: { id: number; needs: number[] }[] = []

/** Two of four people one level below (gap .25, reach .5), and one of four two levels below (gap .5, reach .25). */
const office = () =>
  asJob(database.outer, async tx => {
    const instansi_id = await newInstansi(tx)
    const unit_id = await newUnit(tx, { instansi_id })
    const jabatan_id = await newJabatan(tx, { instansi_id, unit_id, jenjang: 'pengawas' })
    const wide = await newCompetency(tx, { code: `W.${instansi_id}`, name: 'Luas' })
    const deep = await newCompetency(tx, { code: `D.${instansi_id}`, name: 'Dalam' })
    await newStandard(tx, { jabatan_id }, [
      { competency_id: wide, level: 3 },
      { competency_id: deep, level: 3 },
    ])
    for (const [w, d] of [
      [2, 1],
      [2, 3],
      [3, 3],
      [3, 3],
    ] as const) {
      const pegawai_id = await newPegawai(tx, { instansi_id, unit_id, jabatan_id })
      await newResult(tx, { pegawai_id, instansi_id, competency_id: wide, level: w })
      await newResult(tx, { pegawai_id, instansi_id, competency_id: deep, level: d })
    }
    return instansi_id
  })
const rows = async <Row>(text: string) => asJob(database.outer, async tx => (await sql.raw<Row>(text).execute(tx)).rows)
const needsOf = (id: number) =>
  rows<{ name: string; score: number; tier: string; policy_id: number | null }>(
    `SELECT c.name, n.score::float8, n.tier, n.policy_id FROM need n JOIN competency c ON c.id = n.competency_id WHERE n.instansi_id = ${id} ORDER BY n.score DESC`,
  )

beforeAll(async () => {
  database = await testDatabase()
  for (let n = 0; n < 2; n++) {
    const id = await office()
    await recalculate({ db: database.outer, clock }, id)
    offices.push({ id, needs: (await rows<{ id: number }>(`SELECT id FROM need WHERE instansi_id = ${id}`)).map(row => row.id) })
  }
})
afterAll(() => database.close())

const reachOnly: PriorityValue = {
  gap: 0,
  dif: 0,
  goal: 0,
  mandate: 0,
  reach: 100,
  urgentFrom: 50,
  importantFrom: 20,
  urgentKnown: 2,
}
const simulated = (instansiIds: number[]) =>
  asJob(database.outer, tx => priorityPolicy.simulate!(tx, { instansiIds, today, now: proposedPriority, next: reachOnly }))

describe('weights and tiers of priority', () => {
  it('show before they are set which needs change tier and rank, from where to where', async () => {
    // 30/10: deep (15 + 2.5) / 40 = .4375, wide (7.5 + 5) / 40 = .3125. By reach alone: wide .5 urgen, deep .25 penting.
    expect(await needsOf(offices[0]!.id)).toMatchObject([
      { name: 'Dalam', score: 0.4375, tier: 'dapat_ditunda', policy_id: null },
      { name: 'Luas', score: 0.3125, tier: 'dapat_ditunda', policy_id: null },
    ])
    const simulation = await simulated([offices[0]!.id])
    expect(simulation.sentence.id).toBe('2 dari 2 kebutuhan berganti tingkat, 0 lainnya hanya bergeser urutan.')
    expect(simulation.figures!.map(one => [one.label.id, one.before, one.after])).toEqual([
      ['Urgen', 0, 1],
      ['Penting', 0, 1],
      ['Dapat ditunda', 2, 0],
      ['Belum dapat dinilai', 0, 0],
    ])
    expect(simulation.rows.map(row => row.map(cell => (cell as { id: string }).id))).toEqual([
      ['Luas · Pengawas', 'Dapat ditunda → Urgen', '0,31 → 0,50', '2 → 1'],
      ['Dalam · Pengawas', 'Dapat ditunda → Penting', '0,44 → 0,25', '1 → 2'],
    ])
    expect(simulation.hrefs!.every(href => /^\/kebutuhan\/\d+$/.test(href))).toBe(true)
    expect((await simulated(offices.map(one => one.id))).total).toBe(4)
    // Nothing was written.
    expect((await needsOf(offices[0]!.id)).map(one => one.score)).toEqual([0.4375, 0.3125])
  })

  it('are followed by the ranking once they are set: of one instansi, then of all that have none of their own', async () => {
    const jobs = createJobs(database, createLog('silent'), 0.5)
    const services = { db: database.outer, database, clock, jobs } as Services
    needsJobs(services)
    await jobs.start()
    try {
      const by = actor({ accountId: 'uji' })
      const choose = async (instansiId: number | null, value: PriorityValue) => {
        const target = { kind: priorityPolicy as PolicyKind, instansiId, scope: { kind: 'nation' as const } }
        const draftId = await saveDraft(services, by, target, { seen: null, value, legalBasis: '' })
        await setPolicy(services, by, target, { draftId: draftId!, legalBasis: 'SK Uji', today })
      }
      const scores = async (n: number) => (await needsOf(offices[n]!.id)).map(one => one.score)
      const until = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 100 })
      await choose(offices[0]!.id, reachOnly)
      await until(async () => expect(await scores(0)).toEqual([0.5, 0.25]))
      expect(await scores(1)).toEqual([0.4375, 0.3125])
      expect((await needsOf(offices[0]!.id)).every(one => one.policy_id !== null)).toBe(true)
      await choose(null, { ...reachOnly, gap: 100, reach: 0 })
      await until(async () => expect(await scores(1)).toEqual([0.5, 0.25]))
      expect((await needsOf(offices[1]!.id))[0]!.name).toBe('Dalam')
      expect((await needsOf(offices[0]!.id))[0]!.name).toBe('Luas')
    } finally {
      await jobs.stop()
    }
  })
})
