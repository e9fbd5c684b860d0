import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fraction, rounded } from './fraction.ts'
import { type Components, componentNames, dif, gapComponent, priority, reachComponent } from './priority.ts'

const policy = { weights: { gap: 30, dif: 20, goal: 25, mandate: 15, reach: 10 }, urgentFrom: 70, importantFrom: 45 }

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
    const both = (n: number) => ({ gap: fraction(n, 1000), dif: fraction(n, 1000), goal: null, mandate: null, reach: null })
    expect(priority(both(700), policy).tier).toBe('urgen')
    expect(priority(both(699), policy).tier).toBe('penting')
    expect(priority(both(450), policy).tier).toBe('penting')
    expect(priority(both(449), policy).tier).toBe('dapat_ditunda')
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
})
