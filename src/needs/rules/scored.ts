import type { NeedGroup, ScoredNeed } from '../need-refresh.ts'
import { fraction, rounded } from './fraction.ts'
import { type Components, dif, gapComponent, type Policy, priority, reachComponent } from './priority.ts'

const goals: Record<string, { n: number; d: number }> = { '0': { n: 0, d: 1 }, '0.5': { n: 1, d: 2 }, '1': { n: 1, d: 1 } }

/** The five components of a group, as exact shares. */
export function componentsOf(group: NeedGroup): Components {
  const link = group.goal_link === null ? null : goals[String(Number(group.goal_link))]
  return {
    gap: gapComponent(group.gap_sum, group.people),
    dif: dif(group.difficulty, group.importance, group.frequency),
    goal: link ? fraction(link.n, link.d) : null,
    mandate: group.mandate === null ? null : fraction(group.mandate ? 1 : 0),
    reach: reachComponent(group.people, group.staff),
  }
}

export function scored(group: NeedGroup, policy: Policy): ScoredNeed {
  const components = componentsOf(group)
  const { score, known, tier } = priority(components, policy)
  const shown = Object.fromEntries(
    Object.entries(components).map(([name, value]) => [name, value && rounded(value, 6)]),
  ) as Record<keyof Components, number | null>
  const { post, competency_id, level_to, jenjang, level_from, people, staff, distribution } = group
  return { post, competency_id, level_to, jenjang, level_from, people, staff, distribution, ...shown, score, known, tier }
}

/** A group as its people by level held make it. Throws without people. */
export function groupOf(known: Omit<NeedGroup, 'level_from' | 'people' | 'gap_sum'>): NeedGroup {
  const levels = Object.entries(known.distribution).map(([level, people]) => ({ level: Number(level), people }))
  if (levels.length === 0) throw new RangeError('a group has people')
  return {
    ...known,
    level_from: Math.min(...levels.map(one => one.level)),
    people: levels.reduce((sum, one) => sum + one.people, 0),
    gap_sum: levels.reduce((sum, one) => sum + one.people * (known.level_to - one.level), 0),
  }
}

const keyOf = (need: { post: string; competency_id: number; level_to: number; jenjang: string }) =>
  `${need.post} ${need.competency_id} ${need.level_to} ${need.jenjang}`

/** Those of `standing` that are not among `wanted`. */
export function missingFrom<K extends Parameters<typeof keyOf>[0]>(
  standing: readonly K[],
  wanted: readonly Parameters<typeof keyOf>[0][],
): K[] {
  const kept = new Set(wanted.map(keyOf))
  return standing.filter(need => !kept.has(keyOf(need)))
}
