import { type Fraction, fraction, rounded } from './fraction.ts'
import { type Component, type Components, difOf, type KnownDif, type Policy, priority, reachComponent } from './priority.ts'

/** A goal is linked directly (1), partly (½) or not (0); null: nobody said. */
export function goalComponent(link: string | null): Fraction | null {
  if (link === null) return null
  return { '0': fraction(0), '0.5': fraction(1, 2), '1': fraction(1) }[String(Number(link))] ?? null
}

/** What a need is about. A gap names competency and level; the other kinds a subject: a training, an aspect of performance, a stated need. */
export type NeedKey = {
  kind: 'gap' | 'performance' | 'organisation' | 'mandate' | 'training'
  post: 'held' | 'aimed'
  competency_id: number | null
  level_to: number | null
  jenjang: string | null
  subject: string | null
}

/** A group of people who need the same, of another kind than a gap in competence, with what is known of it. Null is unknown, never zero. */
export type CountedGroup = KnownDif & {
  kind: Exclude<NeedKey['kind'], 'gap'>
  post: 'held' | 'aimed'
  subject: string
  /** Null: of every jenjang. */
  jenjang: string | null
  title: string | null
  stated_id: number | null
  people: number
  staff: number
  /** People by importance, or by predicate. */
  distribution: Record<string, number>
  /** How far below what is expected, as a share `gap_above / gap_below`; `gap_below` 0: not measured. */
  gap_above: number | null
  gap_below: number
  goal_link: string | null
  goal_id: number | null
  goal_title: string | null
  mandate: boolean | null
  mandate_basis: string | null
}

/** A need of any kind as it is written. */
export type ScoredNeed = NeedKey &
  Record<Component, number | null> & {
    title: string | null
    stated_id: number | null
    level_from: number | null
    people: number
    staff: number
    distribution: Record<string, number>
    goal_id: number | null
    goal_title: string | null
    mandate_basis: string | null
    score: number | null
    known: number
    tier: string
  }

/** The components as they are shown: rounded to six places. */
export const shown = (components: Components) =>
  Object.fromEntries(Object.entries(components).map(([name, value]) => [name, value && rounded(value, 6)])) as Record<
    Component,
    number | null
  >

/** Scored by the same rule as a gap, with the components that are known; none is made up. */
export function scoredGroup(group: CountedGroup, policy: Policy): ScoredNeed {
  const components: Components = {
    gap: group.gap_below > 0 ? fraction(group.gap_above ?? 0, group.gap_below) : null,
    dif: difOf(group),
    goal: goalComponent(group.goal_link),
    mandate: group.mandate === null ? null : fraction(group.mandate ? 1 : 0),
    reach: reachComponent(group.people, group.staff),
  }
  const { score, known, tier } = priority(components, policy)
  const { kind, post, subject, jenjang, title, stated_id, people, staff, distribution, goal_id, goal_title, mandate_basis } =
    group
  const what = { kind, post, subject, jenjang, title, stated_id, competency_id: null, level_to: null, level_from: null }
  return { ...what, people, staff, distribution, goal_id, goal_title, mandate_basis, ...shown(components), score, known, tier }
}

const keyOf = (need: NeedKey) => [need.kind, need.post, need.competency_id, need.level_to, need.jenjang, need.subject].join(' ')

/** Those of `standing` that are not among `wanted`: nobody has them any more. */
export function missingFrom<K extends NeedKey>(standing: readonly K[], wanted: readonly NeedKey[]): K[] {
  const kept = new Set(wanted.map(keyOf))
  return standing.filter(need => !kept.has(keyOf(need)))
}
