import { choiceAt, mappedAmong, moveCoverage, refreshCoverage, refreshProfiles } from '../assessment/index.ts'
import { asJob, type Tx } from '../platform/db/index.ts'
import type { Services } from '../platform/http/context.ts'
import { policyAt } from '../policies/index.ts'
import { refreshRequirements } from '../standards/index.ts'
import * as gaps from './gap-refresh.ts'
import * as needs from './need-refresh.ts'
import { priorityPolicy } from './policies.ts'
import { moved, moves, type NeedMove } from './rules/delta.ts'
import { ruleVersion } from './rules/priority.ts'
import { groupOf, missingFrom, scored } from './rules/scored.ts'
import { policyOf } from './rules/weights.ts'

type Part = Pick<Services, 'db' | 'clock'>

const chunk = 500 // people a transaction: short enough that nobody waits long for the embedded database's one connection
const fewPeople = 200 // up to so many the sums are moved by the difference; above, they are made anew

/** Makes requirements, profiles, gaps, coverage, heatmap and ranking of one instansi true for today. Running it again changes nothing. */
export async function recalculate({ db, clock }: Part, instansiId: number): Promise<void> {
  const today = clock.today(await asJob(db, tx => gaps.timeZoneOf(tx, instansiId)))
  const inTurn = <T>(work: (tx: Tx) => Promise<T>) =>
    asJob(db, async tx => {
      await gaps.lockFigures(tx, instansiId)
      return work(tx)
    })
  const { starts, by } = await inTurn(async tx => {
    await refreshRequirements(tx, { instansiId }, today)
    return { starts: await gaps.startsOfChunks(tx, instansiId, chunk), by: await choiceAt(tx, instansiId, today) }
  })
  for (const [index, from] of starts.entries()) {
    const people = { from, to: starts[index + 1] ?? 2 ** 31 - 1 }
    await inTurn(async tx => {
      await refreshProfiles(tx, instansiId, today, people, by)
      await gaps.refreshGaps(tx, instansiId, today, people)
    })
  }
  await inTurn(async tx => {
    await gaps.forgetGone(tx, instansiId)
    await refreshCoverage(tx, instansiId, today, clock.now())
    await gaps.refreshSummary(tx, instansiId)
    await needs.refreshStaff(tx, instansiId)
    const policy = await policyAt(tx, priorityPolicy, instansiId, today)
    const wanted = (await needs.needGroups(tx, instansiId)).map(group => scored(group, policyOf(policy.value)))
    await needs.emptyNeeds(tx, instansiId, missingFrom(await needs.standingNeeds(tx, instansiId), wanted), clock.now())
    await needs.saveNeeds(tx, instansiId, wanted, { policyId: policy.id, ruleVersion, at: clock.now() })
  })
}

/**
 * The same after results of a few people changed: their profiles and gaps are made anew, and the sums over everybody move by the
 * difference, so that it costs the same in an office of forty and of forty thousand.
 */
export async function recalculatePeople({ db, clock }: Part, instansiId: number, ids: readonly number[]): Promise<void> {
  await asJob(db, async tx => {
    await gaps.lockFigures(tx, instansiId)
    const today = clock.today(await gaps.timeZoneOf(tx, instansiId))
    const [before, mappedBefore] = [await gaps.gapsAmong(tx, instansiId, ids), await mappedAmong(tx, ids, today)]
    await refreshProfiles(tx, instansiId, today, ids, await choiceAt(tx, instansiId, today))
    await gaps.refreshGaps(tx, instansiId, today, ids)
    const [after, mappedAfter] = [await gaps.gapsAmong(tx, instansiId, ids), await mappedAmong(tx, ids, today)]
    const change = moves(before, after)
    await gaps.moveCells(tx, instansiId, change.cells)
    await moveCoverage(
      tx,
      [...new Set([...mappedBefore.keys(), ...mappedAfter.keys()])]
        .map(unitId => ({ unitId, by: (mappedAfter.get(unitId) ?? 0) - (mappedBefore.get(unitId) ?? 0) }))
        .filter(move => move.by !== 0),
      clock.now(),
    )
    if (change.needs.length > 0) await moveNeeds(tx, instansiId, change.needs, today, clock.now())
  })
}

async function moveNeeds(tx: Tx, instansiId: number, change: readonly NeedMove[], today: string, at: Date): Promise<void> {
  const policy = await policyAt(tx, priorityPolicy, instansiId, today)
  const known = await needs.knownGroups(tx, instansiId, change)
  const byKey = new Map(change.map(move => [`${move.post} ${move.competency_id} ${move.level_to} ${move.jenjang}`, move.levels]))
  const now = known.map(group => ({
    ...group,
    distribution: moved(
      group.distribution,
      byKey.get(`${group.post} ${group.competency_id} ${group.level_to} ${group.jenjang}`) ?? {},
    ),
  }))
  const isEmpty = (group: (typeof now)[number]) => Object.keys(group.distribution).length === 0
  await needs.emptyNeeds(tx, instansiId, now.filter(isEmpty), at)
  const wanted = now.filter(group => !isEmpty(group)).map(group => scored(groupOf(group), policyOf(policy.value)))
  await needs.saveNeeds(tx, instansiId, wanted, { policyId: policy.id, ruleVersion, at })
}

/** Every instansi that has people: once a night, because results expire by the calendar. */
export async function recalculateAll(services: Part): Promise<void> {
  for (const id of await asJob(services.db, gaps.instansiWithPeople)) await recalculate(services, id)
}

/** The instansi whose figures the jobs ask for, and of each the people concerned; null: everybody. */
export function peopleAsked(jobs: readonly Record<string, unknown>[]): Map<number, number[] | null> {
  const asked = new Map<number, number[] | null>()
  for (const { instansiId, pegawaiIds } of jobs) {
    const id = Number(instansiId)
    const before = asked.get(id)
    if (!Array.isArray(pegawaiIds) || before === null) asked.set(id, null)
    else asked.set(id, [...new Set([...(before ?? []), ...pegawaiIds.map(Number)])])
  }
  return asked
}

/** After people, standards, results or rules changed: the instansi concerned, each once. */
export function needsJobs(services: Services): void {
  services.jobs.on('needs.recalculate', async jobs => {
    const asked = peopleAsked(jobs)
    const whole = [...asked.values()].some(people => people === null || people.length > fewPeople)
    if (whole && services.database.engine === 'embedded') await services.database.analyze()
    for (const [id, people] of asked) {
      if (people === null || people.length > fewPeople) await recalculate(services, id)
      else await recalculatePeople(services, id, people)
    }
  })
  for (const fact of ['people.changed', 'standards.changed', 'assessment.recorded'] as const)
    services.jobs.hear(fact, 'needs.recalculate')
  services.jobs.on('needs.follow-policy', async jobs => {
    if (jobs.some(job => job.instansiId === null)) return recalculateAll(services)
    for (const id of new Set(jobs.map(job => Number(job.instansiId)))) await recalculate(services, id)
  })
  services.jobs.hear('policies.changed', 'needs.follow-policy')
  services.jobs.on('needs.recalculate-all', async () => {
    await services.database.analyze()
    await recalculateAll(services)
  })
  services.jobs.every('10 0 * * *', 'needs.recalculate-all')
}
