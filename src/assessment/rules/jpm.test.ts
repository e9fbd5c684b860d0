import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jpm, jpmCategory } from './jpm.ts'

// The bands as DOMAIN.md 2.1 has them, written out.
const filling = [
  { from: 80, category: 'memenuhi_syarat' },
  { from: 68, category: 'masih_memenuhi_syarat' },
  { from: 0, category: 'kurang_memenuhi_syarat' },
]
const mapping = [
  { from: 90, category: 'optimal' },
  { from: 78, category: 'cukup_optimal' },
  { from: 0, category: 'kurang_optimal' },
]
const administrator = (levels: (number | null)[]) => levels.map(held => ({ required: 3, held }))

describe('job person match', () => {
  it('gives the worked example: 24 of 27 is 88.89 %, MS, Cukup Optimal', () => {
    const result = jpm(administrator([3, 3, 2, 3, 3, 2, 2, 3, 3]), 'total')
    expect(result).toMatchObject({ held: 24, required: 27, assessed: 9, of: 9 })
    expect(result.percent).toBeCloseTo(88.8889, 4)
    expect(jpmCategory(result.percent, filling)).toBe('memenuhi_syarat')
    expect(jpmCategory(result.percent, mapping)).toBe('cukup_optimal')
  })

  it('with Integritas at 4 is Optimal unless the competency itself is capped', () => {
    const items = administrator([4, 3, 2, 3, 3, 2, 2, 3, 3])
    for (const cap of ['none', 'total'] as const) {
      expect(jpm(items, cap)).toMatchObject({ held: 25, required: 27 })
      expect(jpm(items, cap).percent).toBeCloseTo(92.5926, 4)
      expect(jpmCategory(jpm(items, cap).percent, mapping)).toBe('optimal')
    }
    expect(jpm(items, 'item')).toMatchObject({ held: 24, required: 27 })
    expect(jpmCategory(jpm(items, 'item').percent, mapping)).toBe('cukup_optimal')
  })

  it('ends at 100 with the caps item and total, and goes on without', () => {
    const above = administrator([5, 5, 5])
    expect(jpm(above, 'none').percent).toBeCloseTo(166.6667, 4)
    expect(jpm(above, 'total').percent).toBe(100)
    expect(jpm(above, 'item').percent).toBe(100)
  })

  it('leaves what was not assessed out of both sums', () => {
    expect(jpm(administrator([3, null, 3]), 'total')).toEqual({ held: 6, required: 6, percent: 100, assessed: 2, of: 3 })
    expect(jpm(administrator([null, null]), 'total')).toEqual({ held: 0, required: 0, percent: null, assessed: 0, of: 2 })
    expect(jpm([], 'none').percent).toBeNull()
  })

  it('is compared with the bands unrounded: 79.99 is not 80, 17 of 25 is just 68', () => {
    const of = (held: number, required: number) => jpm([{ required, held }], 'none').percent
    expect(jpmCategory(of(4, 5), filling)).toBe('memenuhi_syarat')
    expect(jpmCategory(of(79_999, 100_000), filling)).toBe('masih_memenuhi_syarat')
    expect(jpmCategory(of(17, 25), filling)).toBe('masih_memenuhi_syarat')
    expect(jpmCategory(of(67_999, 100_000), filling)).toBe('kurang_memenuhi_syarat')
    expect(jpmCategory(of(39, 50), mapping)).toBe('cukup_optimal')
    expect(jpmCategory(of(9, 10), mapping)).toBe('optimal')
    expect(jpmCategory(null, mapping)).toBeNull()
  })

  const level = fc.integer({ min: 1, max: 5 })
  const items = fc.array(fc.record({ required: level, held: fc.option(level) }), { maxLength: 20 })
  const anyCap = fc.constantFrom('item' as const, 'total' as const, 'none' as const)

  it('orders the caps: item ≤ total ≤ none, and the first two end at 100', () => {
    fc.assert(
      fc.property(items, given => {
        const [item, total, none] = [jpm(given, 'item').percent, jpm(given, 'total').percent, jpm(given, 'none').percent]
        if (item === null || total === null || none === null) return item === total && total === none
        return item <= total && total <= none && total <= 100
      }),
    )
  })

  it('does not depend on the order, nor on competencies that were not assessed', () => {
    fc.assert(
      fc.property(items, anyCap, (given, cap) => {
        const result = jpm(given, cap)
        expect(jpm([...given].reverse(), cap)).toEqual(result)
        expect(jpm([...given, { required: 5, held: null }], cap)).toEqual({ ...result, of: result.of + 1 })
      }),
    )
  })

  it('never falls when a level rises', () => {
    fc.assert(
      fc.property(items, anyCap, fc.nat(), (given, cap, at) => {
        const known = given.filter(item => item.held !== null)
        if (known.length === 0) return true
        const raised = known.map((item, index) =>
          index === at % known.length ? { ...item, held: Math.min(5, item.held! + 1) } : item,
        )
        return jpm(raised, cap).percent! >= jpm(known, cap).percent!
      }),
    )
  })

  it('is 100 for who meets every standard exactly', () => {
    fc.assert(
      fc.property(
        fc.array(level, { minLength: 1 }),
        anyCap,
        (levels, cap) =>
          jpm(
            levels.map(n => ({ required: n, held: n })),
            cap,
          ).percent === 100,
      ),
    )
  })
})
