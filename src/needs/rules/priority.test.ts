import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atLeast, fraction, rounded } from './fraction.ts'
import {
  byRank,
  type Components,
  componentNames,
  dif,
  difOf,
  gapComponent,
  isProvisional,
  priority,
  reachComponent,
} from './priority.ts'

const policy = {
  weights: { gap: 30, dif: 20, goal: 25, mandate: 15, reach: 10 },
  urgentFrom: 70,
  importantFrom: 45,
  urgentKnown: 3,
}

describe('priority', () => {
  it('gives the worked example of DOMAIN.md 3.2: 0.758, urgen', () => {
    const components = {
      gap: gapComponent(2, 1),
      dif: dif('t', 't', 's'),
      goal: fraction(1),
      mandate: fraction(1),
      reach: reachComponent(12, 40),
    }
    const result = priority(components, policy)
    expect(result.tier).toBe('urgen')
    expect(result.score).toBeCloseTo(0.757778, 6)
    expect(result).toMatchObject({ known: 5, missing: [] })
  })

  it('leaves the unknown out and rescales: gap .5 and reach .3 alone are (15+3)/40', () => {
    const result = priority({ gap: fraction(1, 2), dif: null, goal: null, mandate: null, reach: fraction(3, 10) }, policy)
    expect(result).toEqual({ score: 0.45, known: 2, missing: ['dif', 'goal', 'mandate'], tier: 'penting' })
  })

  it('does not score what is known in one part only', () => {
    expect(priority({ gap: fraction(1), dif: null, goal: null, mandate: null, reach: null }, policy)).toEqual({
      score: null,
      known: 1,
      missing: ['dif', 'goal', 'mandate', 'reach'],
      tier: 'belum_dapat_dinilai',
    })
  })

  it('decides tiers on the exact value: .70 is urgen, .45 penting', () => {
    const three = (n: number) => ({
      gap: fraction(n, 1000),
      dif: fraction(n, 1000),
      goal: fraction(n, 1000),
      mandate: null,
      reach: null,
    })
    expect(priority(three(700), policy).tier).toBe('urgen')
    expect(priority(three(699), policy).tier).toBe('penting')
    expect(priority(three(450), policy).tier).toBe('penting')
    expect(priority(three(449), policy).tier).toBe('dapat_ditunda')
  })

  // A duty of the only holder of a post: mandate 1, reach 1/1, and nothing else known. (15 + 10) / 25 = 1.
  const duty = { gap: null, dif: null, goal: null, mandate: fraction(1), reach: reachComponent(1, 1) }

  it('never calls urgen what is known in two parts, whatever its score', () => {
    const result = priority(duty, policy)
    expect(result).toEqual({ score: 1, known: 2, missing: ['gap', 'dif', 'goal'], tier: 'penting' })
    expect(isProvisional(result, policy)).toBe(true)
    // DIF R R R makes it three: (15 + 10 + 20 × 3/9) / 45 = .703704.
    const completed = priority({ ...duty, dif: dif('r', 'r', 'r') }, policy)
    expect(completed).toMatchObject({ score: 0.703704, known: 3, tier: 'urgen' })
    expect(isProvisional(completed, policy)).toBe(false)
  })

  it('leaves to the instansi how much that is: of two components, as it was before', () =>
    expect(priority(duty, { ...policy, urgentKnown: 2 })).toMatchObject({ score: 1, tier: 'urgen' }))

  it('is not provisional where the score is too low anyway', () => {
    const result = priority({ ...duty, mandate: fraction(0) }, policy)
    expect(result).toMatchObject({ score: 0.4, tier: 'dapat_ditunda' })
    expect(isProvisional(result, policy)).toBe(false)
  })

  it('ranks what is urgen before what only scores as high, and what has no score last', () => {
    const of = (id: number, components: Partial<Components>) => ({
      id,
      ...priority({ gap: null, dif: null, goal: null, mandate: null, reach: null, ...components }, policy),
    })
    const needs = [
      of(1, { reach: fraction(1) }),
      of(2, duty),
      of(3, { gap: fraction(1, 2), reach: fraction(1, 2) }),
      of(4, { gap: fraction(3, 4), dif: fraction(8, 9), goal: fraction(1) }),
      of(5, { gap: fraction(1, 2), reach: fraction(1, 2) }),
    ]
    expect(needs.sort(byRank).map(need => need.id)).toEqual([4, 2, 3, 5, 1])
  })

  const share = fc.tuple(fc.nat(1000), fc.integer({ min: 1, max: 1000 })).map(([n, d]) => fraction(Math.min(n, d), d))
  const parts = fc.record(Object.fromEntries(componentNames.map(name => [name, fc.option(share)]))) as fc.Arbitrary<Components>

  it('lies between the lowest and the highest known component', () => {
    fc.assert(
      fc.property(parts, components => {
        const { score } = priority(components, policy)
        const known = componentNames.flatMap(name => (components[name] ? [rounded(components[name], 6)] : []))
        if (score === null) return known.length < 2
        return score >= Math.min(...known) - 1e-6 && score <= Math.max(...known) + 1e-6
      }),
    )
  })

  it('never falls when a component rises', () => {
    fc.assert(
      fc.property(parts, fc.constantFrom(...componentNames), (components, name) => {
        if (components[name] === null) return true
        const before = priority(components, policy).score
        const after = priority({ ...components, [name]: fraction(1) }, policy).score
        return (before === null && after === null) || after! >= before!
      }),
    )
  })
})

describe('dif', () => {
  it('is the sum over nine: T T S is 8/9, R R R is 3/9', () => {
    expect(dif('t', 't', 's')).toEqual(fraction(8, 9))
    expect(dif('r', 'r', 'r')).toEqual(fraction(3, 9))
  })
  it('is unknown when one part is', () => expect(dif('t', null, 't')).toBeNull())

  const typed = { difficulty: 't', importance: 't', frequency: 's', dif_points: null, dif_posts: null } as const
  it('of a jenjang without a jabatan that was rated is what was typed', () => {
    expect(difOf(typed)).toEqual(fraction(8, 9))
    expect(difOf({ ...typed, frequency: null })).toBeNull()
  })
  it('is the plain mean of the jabatan that were rated: 8/9, 5/9 and 5/9 make 18/27, exactly two thirds', () => {
    const mean = difOf({ ...typed, dif_points: 18, dif_posts: 3 })!
    expect(mean).toEqual(fraction(18, 27))
    expect(rounded(mean, 6)).toBe(0.666667)
    expect(difOf({ difficulty: null, importance: null, frequency: null, dif_points: 9, dif_posts: 1 })).toEqual(fraction(9, 9))
  })
  const rating = fc.constantFrom('r' as const, 's' as const, 't' as const)
  const points = { r: 1, s: 2, t: 3 }
  it('of jabatan lies between the least and the most of them, and of one alike many times is what it is of one', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(rating, rating, rating), { minLength: 1, maxLength: 40 }), posts => {
        const sums = posts.map(([d, i, f]) => points[d] + points[i] + points[f])
        const mean = difOf({ ...typed, dif_points: sums.reduce((a, b) => a + b), dif_posts: posts.length })!
        const own = posts.map(post => dif(...post)!)
        expect(own.some(one => atLeast(one, mean)) && own.some(one => atLeast(mean, one))).toBe(true)
        const same = difOf({ ...typed, dif_points: sums[0]! * posts.length, dif_posts: posts.length })!
        expect(atLeast(same, own[0]!) && atLeast(own[0]!, same)).toBe(true)
      }),
    )
  })
})
