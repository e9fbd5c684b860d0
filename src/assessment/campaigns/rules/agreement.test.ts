import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreement, lean, type Pairs } from './agreement.ts'

const of = (...pairs: [number, number][]): Pairs[] => pairs.map(([a, b]) => ({ a, b, count: 1 }))

describe('agreement of asesor', () => {
  it('five pairs 2–3, 3–3, 3–3, 2–2, 4–3: three the same, .4 of a level apart, kappa 1 − .4/.72', () => {
    const found = agreement(of([2, 3], [3, 3], [3, 3], [2, 2], [4, 3]))!
    expect(found).toMatchObject({ pairs: 5, exact: 0.6, meanDifference: 0.4 })
    expect(found.kappa).toBeCloseTo(0.4444, 4)
  })

  it('always the same is 1, always the opposite −1', () => {
    expect(agreement(of([1, 1], [2, 2], [3, 3], [4, 4], [5, 5]))).toMatchObject({ exact: 1, meanDifference: 0, kappa: 1 })
    expect(agreement(of([1, 5], [5, 1], [1, 5], [5, 1], [1, 5]))).toMatchObject({ exact: 0, meanDifference: 4, kappa: -1 })
  })

  it('is not said of four pairs, nor kappa of people who are all alike', () => {
    expect(agreement(of([1, 1], [2, 2], [3, 3], [4, 4]))).toBeNull()
    expect(agreement([{ a: 3, b: 3, count: 20 }])).toEqual({ pairs: 20, exact: 1, meanDifference: 0, kappa: null })
  })

  it('leans by the mean of the differences', () => {
    expect(lean(of([3, 2], [3, 2], [4, 4], [2, 3], [5, 3]))).toBe(0.6)
    expect(lean(of([3, 2]))).toBeNull()
  })

  const level = fc.integer({ min: 1, max: 5 })
  const pairs = fc.array(fc.record({ a: level, b: level, count: fc.integer({ min: 1, max: 9 }) }), {
    minLength: 5,
    maxLength: 20,
  })
  it('does not care who is first, nor how pairs are counted together', () => {
    fc.assert(
      fc.property(pairs, given => {
        const turned = given.map(({ a, b, count }) => ({ a: b, b: a, count }))
        const apart = given.flatMap(one => Array.from({ length: one.count }, () => ({ ...one, count: 1 })))
        const kappa = agreement(given)!.kappa
        for (const other of [agreement(turned)!, agreement(apart)!]) {
          if (kappa === null) expect(other.kappa).toBeNull()
          else expect(other.kappa).toBeCloseTo(kappa, 9)
        }
        expect(lean(turned)!).toBeCloseTo(-lean(given)!, 9)
      }),
    )
  })

  it('lies between −1 and 1, and is 1 only where all pairs are the same', () => {
    fc.assert(
      fc.property(pairs, given => {
        const { kappa, exact } = agreement(given)!
        if (kappa === null) return
        expect(kappa).toBeGreaterThanOrEqual(-1 - 1e-9)
        expect(kappa).toBeLessThanOrEqual(1)
        expect(kappa === 1).toBe(exact === 1)
      }),
    )
  })
})
