import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coveragePercent, coverageShare, sumCoverage } from './coverage.ts'
import { lastWarnedDay } from './expiry.ts'

describe('coverage', () => {
  it('of Bangka Belitung is 85 %: 5,210 of 6,129', () => {
    expect(coveragePercent({ active: 6129, assessed: 5210 })).toBe(85)
    expect(coverageShare({ active: 6129, assessed: 5210 })).toBeCloseTo(0.850057, 6)
  })

  it('has one decimal at most', () => expect(coveragePercent({ active: 3, assessed: 2 })).toBe(66.7))

  it('is 100 only when nobody is missing, and unknown where there is nobody', () => {
    expect(coveragePercent({ active: 6129, assessed: 6128 })).toBe(99.9)
    expect(coveragePercent({ active: 6129, assessed: 6129 })).toBe(100)
    expect(coveragePercent({ active: 5, assessed: 0 })).toBe(0)
    expect(coveragePercent({ active: 0, assessed: 0 })).toBeNull()
  })

  it('stays between 0 and 100 and within half a tenth of the truth, but at the very top', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000_000 }), fc.nat(5_000_000), (active, n) => {
        const assessed = Math.min(active, n)
        const percent = coveragePercent({ active, assessed })!
        const truth = (assessed / active) * 100
        expect(percent === 100).toBe(assessed === active)
        expect(Math.abs(percent - truth)).toBeLessThanOrEqual(truth > 99.9 ? 0.1 : 0.0500001)
      }),
    )
  })

  it('adds up', () => {
    expect(
      sumCoverage([
        { active: 3, assessed: 1 },
        { active: 4, assessed: 4 },
      ]),
    ).toEqual({ active: 7, assessed: 5 })
    expect(sumCoverage([])).toEqual({ active: 0, assessed: 0 })
  })

  it('warns for ninety days, over the end of a year and a leap day too', () => {
    expect(lastWarnedDay('2026-11-22', 90)).toBe('2027-02-20')
    expect(lastWarnedDay('2027-12-31', 90)).toBe('2028-03-30')
    expect(lastWarnedDay('2028-02-28', 1)).toBe('2028-02-29')
  })
})
