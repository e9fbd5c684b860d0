import { type Fraction, fraction } from './fraction.ts'
import { byRank, type Component, type Components, type Policy, priority, type Tier } from './priority.ts'

/** A need as it is stored: its components rounded to six places, null where unknown. */
export type StandingNeed = Record<Component, number | null> & {
  id: number
  /** Needs of one group are ranked together: an instansi, a kind, the post asked about. */
  group: string
  people: number
  staff: number
}

const million = 1_000_000

/** The exact share that was stored rounded to six places, where it is a whole number over `below`; else what was stored. */
export function exactShare(stored: number | null, below: number): Fraction | null {
  if (stored === null) return null
  const above = Math.round(stored * below)
  const isExact = below > 0 && Math.abs(above / below - stored) <= 0.500001 / million
  return isExact ? fraction(above, below) : fraction(Math.round(stored * million), million)
}

/** The components as they were before they were stored. A gap is levels over 4 × people, DIF points over 9, reach people over staff. */
export const componentsOfStanding = (need: StandingNeed): Components => ({
  gap: exactShare(need.gap, 4 * need.people),
  dif: exactShare(need.dif, 9),
  goal: exactShare(need.goal, 2),
  mandate: exactShare(need.mandate, 1),
  reach: exactShare(need.reach, need.staff),
})

export type Place = { score: number | null; tier: Tier; rank: number }
export type RankMove = { id: number; before: Place; after: Place }

/** Where each need stands by a policy: score, tier, and its rank in its group. */
function standingBy(needs: readonly StandingNeed[], policy: Policy): Map<number, Place> {
  const scored = needs
    .map(need => ({ id: need.id, group: need.group, ...priority(componentsOfStanding(need), policy) }))
    .sort(byRank)
  const ranked = new Map<string, number>()
  return new Map(
    scored.map(({ id, group, score, tier }) => {
      const rank = (ranked.get(group) ?? 0) + 1
      ranked.set(group, rank)
      return [id, { score, tier, rank }]
    }),
  )
}

/** What a change of policy moves: each need with where it stands and where it would; those that change tier first, then the widest move. */
export function rankMoves(needs: readonly StandingNeed[], now: Policy, next: Policy): { all: RankMove[]; moved: RankMove[] } {
  const [before, after] = [standingBy(needs, now), standingBy(needs, next)]
  const all = needs.map(({ id }) => ({ id, before: before.get(id)!, after: after.get(id)! }))
  const jump = (one: RankMove) => Math.abs(one.after.rank - one.before.rank)
  const changesTier = (one: RankMove) => one.before.tier !== one.after.tier
  const moved = all
    .filter(one => changesTier(one) || jump(one) > 0)
    .sort(
      (a, b) =>
        Number(changesTier(b)) - Number(changesTier(a)) || jump(b) - jump(a) || a.after.rank - b.after.rank || a.id - b.id,
    )
  return { all, moved }
}
