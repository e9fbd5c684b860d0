import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fraction, rounded } from './fraction.ts'
import { type Components, dif, gapComponent, type Policy, priority, reachComponent } from './priority.ts'
import { componentsOfStanding, exactShare, rankMoves, type StandingNeed } from './standing.ts'

const policy: Policy = {
  weights: { gap: 30, dif: 20, goal: 25, mandate: 15, reach: 10 },
  urgentFrom: 70,
  importantFrom: 45,
  urgentKnown: 2,
}
const need = (id: number, values: Partial<StandingNeed> = {}): StandingNeed => ({
  id,
  group: '1 gap held',
  people: 2,
  staff: 4,
  gap: 0.25,
  dif: null,
  goal: null,
  mandate: null,
  reach: 0.5,
  ...values,
})

describe('a stored share', () => {
  it('is the fraction it was: a third of twelve is 4/12, not .333333', () => {
    expect(exactShare(0.333333, 12)).toEqual(fraction(4, 12))
    expect(exactShare(0.888889, 9)).toEqual(fraction(8, 9))
    expect(exactShare(null, 9)).toBeNull()
  })
  it('is what was stored where it is no whole number over that', () => {
    expect(exactShare(0.4, 3)).toEqual(fraction(400_000, 1_000_000))
    expect(exactShare(0.5, 0)).toEqual(fraction(500_000, 1_000_000))
  })

  it('scores a need exactly as it was scored before it was stored', () => {
    const rating = fc.constantFrom('r' as const, 's' as const, 't' as const)
    const group = fc
      .record({
        people: fc.integer({ min: 1, max: 60_000 }),
        mean: fc.integer({ min: 1, max: 4 }),
        spread: fc.nat(),
        staff: fc.integer({ min: 1, max: 60_000 }),
        ratings: fc.option(fc.tuple(rating, rating, rating)),
        goal: fc.option(fc.constantFrom(fraction(0), fraction(1, 2), fraction(1))),
        mandate: fc.option(fc.boolean()),
      })
      .map(one => {
        const gapSum = Math.min(4 * one.people, one.mean * one.people + (one.spread % one.people))
        const components: Components = {
          gap: gapComponent(gapSum, one.people),
          dif: one.ratings ? dif(...one.ratings) : null,
          goal: one.goal,
          mandate: one.mandate === null ? null : fraction(one.mandate ? 1 : 0),
          reach: reachComponent(one.people, one.staff),
        }
        return { ...one, components }
      })
    fc.assert(
      fc.property(group, ({ components, people, staff }) => {
        const stored = Object.fromEntries(
          Object.entries(components).map(([name, value]) => [name, value && rounded(value, 6)]),
        ) as Record<keyof Components, number | null>
        const again = componentsOfStanding(need(1, { ...stored, people, staff }))
        expect(priority(again, policy)).toEqual(priority(components, policy))
      }),
    )
  })
})

describe('a change of weights', () => {
  // By 30/10 the first is (7.5 + 5) / 40 = .3125 and the second (15 + 1) / 40 = .4; by reach alone .5 and .1.
  const needs = [need(1), need(2, { gap: 0.5, reach: 0.1, people: 1, staff: 10 }), need(3, { reach: null })]
  const reachOnly: Policy = {
    weights: { gap: 0, dif: 0, goal: 0, mandate: 0, reach: 100 },
    urgentFrom: 70,
    importantFrom: 45,
    urgentKnown: 2,
  }

  it('shows from where to where: tier, score and rank, those that change tier first', () => {
    const { all, moved } = rankMoves(needs, policy, reachOnly)
    expect(all.length).toBe(3)
    expect(moved).toEqual([
      { id: 1, before: { score: 0.3125, tier: 'dapat_ditunda', rank: 2 }, after: { score: 0.5, tier: 'penting', rank: 1 } },
      { id: 2, before: { score: 0.4, tier: 'dapat_ditunda', rank: 1 }, after: { score: 0.1, tier: 'dapat_ditunda', rank: 2 } },
    ])
  })

  it('ranks each instansi and kind for itself', () => {
    const { all } = rankMoves([need(1), need(2, { group: '2 gap held' })], policy, policy)
    expect(all.map(one => one.before.rank)).toEqual([1, 1])
  })

  it('that is none moves nothing', () => expect(rankMoves(needs, policy, { ...policy }).moved).toEqual([]))
})
