import { refreshCoverage, refreshProfiles } from '../assessment/index.ts'
import { asJob } from '../platform/db/index.ts'
import type { Services } from '../platform/http/context.ts'
import * as refresh from './refresh.ts'
import { fraction, rounded } from './rules/fraction.ts'
import { type Components, dif, gapComponent, type Policy, priority, reachComponent, ruleVersion } from './rules/priority.ts'
import { activePolicy, type PolicyRow } from './store.ts'

export const policyOf = (row: PolicyRow): Policy => ({
  weights: {
    gap: row.weight_gap,
    dif: row.weight_dif,
    goal: row.weight_goal,
    mandate: row.weight_mandate,
    reach: row.weight_reach,
  },
  urgentFrom: row.urgent_from,
  importantFrom: row.important_from,
})

const goals: Record<string, { n: number; d: number }> = { '0': { n: 0, d: 1 }, '0.5': { n: 1, d: 2 }, '1': { n: 1, d: 1 } }

/** The five components of a group, as exact shares. */
export function componentsOf(group: refresh.NeedGroup): Components {
  const link = group.goal_link === null ? null : goals[String(Number(group.goal_link))]
  return {
    gap: gapComponent(group.gap_sum, group.people),
    dif: dif(group.difficulty, group.importance, group.frequency),
    goal: link ? fraction(link.n, link.d) : null,
    mandate: group.mandate === null ? null : fraction(group.mandate ? 1 : 0),
    reach: reachComponent(group.people, group.staff),
  }
}

export function scored(group: refresh.NeedGroup, policy: Policy): refresh.ScoredNeed {
  const components = componentsOf(group)
  const { score, known, tier } = priority(components, policy)
  const shown = Object.fromEntries(
    Object.entries(components).map(([name, value]) => [name, value && rounded(value, 6)]),
  ) as Record<keyof Components, number | null>
  const { competency_id, level_to, jenjang, level_from, people, staff, distribution } = group
  return { competency_id, level_to, jenjang, level_from, people, staff, distribution, ...shown, score, known, tier }
}

const chunk = 500 // people a transaction: short enough that nobody waits long for the embedded database's one connection

/** Makes profile, gaps, coverage, heatmap and ranking of one instansi true for today. Running it again changes nothing. */
export async function recalculate(services: Pick<Services, 'db' | 'clock'>, instansiId: number): Promise<void> {
  const { db, clock } = services
  const { starts, timeZone } = await asJob(db, tx => refresh.startsOfChunks(tx, instansiId, chunk))
  const today = clock.today(timeZone)
  for (const [index, from] of starts.entries()) {
    const to = starts[index + 1] ?? from + 2 ** 30
    await asJob(db, async tx => {
      await refreshProfiles(tx, instansiId, today, { from, to })
      await refresh.refreshGaps(tx, instansiId, today, from, to)
    })
  }
  await asJob(db, async tx => {
    await refresh.forgetGone(tx, instansiId)
    await refreshCoverage(tx, instansiId, today, clock.now())
    await refresh.refreshSummary(tx, instansiId)
  })
  await asJob(db, async tx => {
    const policy = await activePolicy(tx, instansiId)
    const needs = (await refresh.needGroups(tx, instansiId)).map(group => scored(group, policyOf(policy)))
    await refresh.saveNeeds(tx, instansiId, needs, { policyId: policy.id, ruleVersion, at: clock.now() })
  })
}

/** Every instansi that has people: once a night, because results expire by the calendar. */
export async function recalculateAll(services: Pick<Services, 'db' | 'clock'>): Promise<void> {
  for (const id of await asJob(services.db, refresh.instansiWithPeople)) await recalculate(services, id)
}

/** After people, standards or results changed: the instansi concerned, each once. */
export function needsJobs(services: Services): void {
  services.jobs.on('needs.recalculate', async jobs => {
    if (services.database.engine === 'embedded') await services.database.analyze()
    for (const id of new Set(jobs.map(job => Number(job.instansiId)))) await recalculate(services, id)
  })
  for (const fact of ['people.changed', 'standards.changed', 'assessment.recorded'] as const)
    services.jobs.hear(fact, 'needs.recalculate')
  services.jobs.on('needs.recalculate-all', async () => {
    await services.database.analyze()
    await recalculateAll(services)
  })
  services.jobs.every('10 0 * * *', 'needs.recalculate-all')
}
