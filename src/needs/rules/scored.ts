import type { NeedGroup } from '../need-refresh.ts'
import { goalComponent, type ScoredNeed, shown } from './counted.ts'
import { fraction } from './fraction.ts'
import { type Components, difOf, gapComponent, type Policy, priority, reachComponent } from './priority.ts'

/** The five components of a group, as exact shares. */
export const componentsOf = (group: NeedGroup): Components => ({
  gap: gapComponent(group.gap_sum, group.people),
  dif: difOf(group),
  goal: goalComponent(group.goal_link),
  mandate: group.mandate === null ? null : fraction(group.mandate ? 1 : 0),
  reach: reachComponent(group.people, group.staff),
})

export function scored(group: NeedGroup, policy: Policy): ScoredNeed {
  const components = componentsOf(group)
  const { score, known, tier } = priority(components, policy)
  const { post, competency_id, level_to, jenjang, level_from, people, staff, distribution, goal_id, goal_title, mandate_basis } =
    group
  const what = {
    kind: 'gap' as const,
    post,
    competency_id,
    level_to,
    jenjang,
    subject: null,
    title: null,
    stated_id: null,
    level_from,
  }
  return { ...what, people, staff, distribution, goal_id, goal_title, mandate_basis, ...shown(components), score, known, tier }
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
