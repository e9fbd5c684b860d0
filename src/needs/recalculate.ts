import { choiceAt, mappedAmong, moveCoverage, refreshCoverage, refreshProfiles } from '../assessment/index.ts'
import { peopleAsked, timeZoneOf } from '../people/index.ts'
import { asJob, type Tx } from '../platform/db/index.ts'
import type { Services } from '../platform/http/context.ts'
import { policyAt } from '../policies/index.ts'
import { refreshRequirements } from '../standards/index.ts'
import { refreshBoard } from './board-refresh.ts'
import { gapCostPolicy } from './cost/policy.ts'
import * as cost from './cost/refresh.ts'
import { loadMoves } from './cost/rules/load.ts'
import { refreshDifSums } from './factors/dif-refresh.ts'
import * as gaps from './gap-refresh.ts'
import * as needs from './need-refresh.ts'
import * as performance from './performance-refresh.ts'
import { priorityPolicy } from './policies.ts'
import { missingFrom, type NeedKey, type ScoredNeed, scoredGroup } from './rules/counted.ts'
import { moved, moves, type NeedMove, touchedGroups } from './rules/delta.ts'
import { type Policy, ruleVersion } from './rules/priority.ts'
import { groupOf, scored } from './rules/scored.ts'
import { policyOf } from './rules/weights.ts'
import { statedGroups } from './stated-refresh.ts'
import * as training from './training-refresh.ts'

type Part = Pick<Services, 'db' | 'clock'>

const chunk = 500 // people a transaction: short enough that nobody waits long for the embedded database's one connection
const fewPeople = 200 // up to so many the sums are moved by the difference; above, they are made anew

/** Makes requirements, profiles, gaps, coverage, heatmap and ranking of one instansi true for today. Running it again changes nothing. */
export async function recalculate({ db, clock }: Part, instansiId: number): Promise<void> {
  const today = clock.today(await asJob(db, tx => timeZoneOf(tx, instansiId)))
  const inTurn = <T>(work: (tx: Tx) => Promise<T>) =>
    asJob(db, async tx => {
      await gaps.lockFigures(tx, instansiId)
      return work(tx)
    })
  const { starts, by } = await inTurn(async tx => {
    await refreshRequirements(tx, { instansiId }, today)
    await training.refreshDemandedTraining(tx, instansiId, today)
    return { starts: await gaps.startsOfChunks(tx, instansiId, chunk), by: await choiceAt(tx, instansiId, today) }
  })
  for (const [index, from] of starts.entries()) {
    const people = { from, to: starts[index + 1] ?? 2 ** 31 - 1 }
    await inTurn(async tx => {
      await refreshProfiles(tx, instansiId, today, people, by)
      await gaps.refreshGaps(tx, instansiId, today, people)
      await training.refreshTrainingGaps(tx, instansiId, people)
      await performance.refreshPerformanceGaps(tx, instansiId, people)
    })
  }
  await inTurn(async tx => {
    await gaps.forgetGone(tx, instansiId)
    await refreshCoverage(tx, instansiId, today, clock.now())
    await gaps.refreshSummary(tx, instansiId)
    await cost.refreshLoads(tx, instansiId)
    await needs.refreshStaff(tx, instansiId)
    await refreshDifSums(tx, instansiId, today)
    await rescore(tx, instansiId, today, clock.now())
  })
}

/** Scores every need of an instansi anew from the gaps as they stand: after factors, stated needs or the rule changed. */
async function rescore(tx: Tx, instansiId: number, today: string, at: Date): Promise<void> {
  await write(tx, instansiId, { today, at, kinds: null }, async policy => [
    ...(await needs.needGroups(tx, instansiId)).map(group => scored(group, policy)),
    ...(await training.trainingGroups(tx, instansiId, null)).map(group => scoredGroup(group, policy)),
    ...(await performance.performanceGroups(tx, instansiId, null)).map(group => scoredGroup(group, policy)),
    ...(await statedGroups(tx, instansiId, today)).map(group => scoredGroup(group, policy)),
  ])
  await refreshBoard(tx, instansiId)
}

/** What was typed or proposed, in the transaction that types it: it is in the ranking at once. */
export async function rescoreStated(tx: Tx, instansiId: number, today: string, at: Date): Promise<void> {
  await gaps.lockFigures(tx, instansiId)
  await write(tx, instansiId, { today, at, kinds: ['organisation', 'mandate'] }, async policy =>
    (await statedGroups(tx, instansiId, today)).map(group => scoredGroup(group, policy)),
  )
  await refreshBoard(tx, instansiId)
}

/** Writes the needs of these kinds (null: of all) and empties those that nobody has any more. */
async function write(
  tx: Tx,
  instansiId: number,
  when: { today: string; at: Date; kinds: readonly NeedKey['kind'][] | null },
  score: (policy: Policy) => Promise<ScoredNeed[]>,
): Promise<void> {
  const policy = await policyAt(tx, priorityPolicy, instansiId, when.today)
  const wanted = await score(policyOf(policy.value))
  await needs.emptyNeeds(tx, instansiId, missingFrom(await needs.standingNeeds(tx, instansiId, when.kinds), wanted), when.at)
  await needs.saveNeeds(tx, instansiId, wanted, { policyId: policy.id, ruleVersion, at: when.at })
}

/**
 * The same after results of a few people changed: their profiles and gaps are made anew, and the sums over everybody move by the
 * difference, so that it costs the same in an office of forty and of forty thousand.
 */
export async function recalculatePeople({ db, clock }: Part, instansiId: number, ids: readonly number[]): Promise<void> {
  await asJob(db, async tx => {
    await gaps.lockFigures(tx, instansiId)
    const today = clock.today(await timeZoneOf(tx, instansiId))
    const membersAmong = async () => [
      ...(await training.lackingAmong(tx, instansiId, ids)),
      ...(await performance.belowAmong(tx, instansiId, ids)),
    ]
    const [before, mappedBefore] = [await gaps.gapsAmong(tx, instansiId, ids), await mappedAmong(tx, ids, today)]
    const membersBefore = await membersAmong()
    const missingBefore = await cost.missingAmong(tx, instansiId, ids)
    await refreshProfiles(tx, instansiId, today, ids, await choiceAt(tx, instansiId, today))
    await gaps.refreshGaps(tx, instansiId, today, ids)
    await training.refreshTrainingGaps(tx, instansiId, ids)
    await performance.refreshPerformanceGaps(tx, instansiId, ids)
    const [after, mappedAfter] = [await gaps.gapsAmong(tx, instansiId, ids), await mappedAmong(tx, ids, today)]
    const change = moves(before, after)
    await gaps.moveCells(tx, instansiId, change.cells)
    await cost.moveLoads(tx, instansiId, loadMoves(missingBefore, await cost.missingAmong(tx, instansiId, ids)))
    await moveCoverage(
      tx,
      [...new Set([...mappedBefore.keys(), ...mappedAfter.keys()])]
        .map(unitId => ({ unitId, by: (mappedAfter.get(unitId) ?? 0) - (mappedBefore.get(unitId) ?? 0) }))
        .filter(move => move.by !== 0),
      clock.now(),
    )
    if (change.needs.length > 0) await moveNeeds(tx, instansiId, change.needs, today, clock.now())
    const touched = touchedGroups(membersBefore, await membersAmong())
    if (touched.length > 0) await recountGroups(tx, instansiId, touched, today, clock.now())
    await refreshBoard(tx, instansiId)
  })
}

/** Counts the groups of training and performance anew whose people changed; an index leads to the people of each. */
async function recountGroups(
  tx: Tx,
  instansiId: number,
  touched: ReturnType<typeof touchedGroups>,
  today: string,
  at: Date,
): Promise<void> {
  const policy = await policyAt(tx, priorityPolicy, instansiId, today)
  const of = (kind: 'training' | 'performance') => touched.filter(group => group.kind === kind)
  const found = [
    ...(of('training').length > 0 ? await training.trainingGroups(tx, instansiId, of('training')) : []),
    ...(of('performance').length > 0 ? await performance.performanceGroups(tx, instansiId, of('performance')) : []),
  ].map(group => scoredGroup(group, policyOf(policy.value)))
  const keys = touched.map(group => ({ ...group, competency_id: null, level_to: null }))
  await needs.emptyNeeds(tx, instansiId, missingFrom(keys, found), at)
  await needs.saveNeeds(tx, instansiId, found, { policyId: policy.id, ruleVersion, at })
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
  const gone = now.filter(isEmpty).map(group => ({ ...group, kind: 'gap' as const, subject: null }))
  await needs.emptyNeeds(tx, instansiId, gone, at)
  const wanted = now.filter(group => !isEmpty(group)).map(group => scored(groupOf(group), policyOf(policy.value)))
  await needs.saveNeeds(tx, instansiId, wanted, { policyId: policy.id, ruleVersion, at })
}

/** The ranking of one instansi, its people left as they are. */
export const rescoreInstansi = ({ db, clock }: Part, instansiId: number): Promise<void> =>
  asJob(db, async tx => {
    await gaps.lockFigures(tx, instansiId)
    await rescore(tx, instansiId, clock.today(await timeZoneOf(tx, instansiId)), clock.now())
  })

/** Every instansi that has people: once a night, because results expire by the calendar. */
export async function recalculateAll(services: Part): Promise<void> {
  for (const id of await asJob(services.db, gaps.instansiWithPeople)) await recalculate(services, id)
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
  for (const fact of [
    'people.changed',
    'standards.changed',
    'assessment.recorded',
    'performance.recorded',
    'learning.recorded',
  ] as const)
    services.jobs.hear(fact, 'needs.recalculate')
  services.jobs.on('needs.rescore', async jobs => {
    // A plan of the nation (null) is no goal of a need itself.
    const ids = jobs.flatMap(job => (typeof job.instansiId === 'number' ? [job.instansiId] : []))
    for (const id of new Set(ids)) await rescoreInstansi(services, id)
  })
  for (const fact of ['factors.changed', 'goals.changed'] as const) services.jobs.hear(fact, 'needs.rescore')
  services.jobs.on('needs.follow-policy', async all => {
    const jobs = all.filter(job => job.kind !== gapCostPolicy.kind) // what is read with the page is not kept
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
