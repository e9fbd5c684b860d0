import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ikk } from './ikk.ts'

const on = '2026-11-22'
const percent = (held: number) => ({ held, of: 100 })
const weights = { potensi: 30, kompetensi: 70 }

describe('the gap index (IKK)', () => {
  it('gives the worked example of DOMAIN.md 2.2: potensi 80, kompetensi 24 of 27, 30/70 is 13.8, rendah', () => {
    const result = ikk(percent(80), { held: 24, of: 27 }, weights, on)!
    expect(result.value.toFixed(1)).toBe('13.8')
    expect(result.value).toBeCloseTo(13.7778, 4)
    expect(result.band).toBe('rendah')
  })

  it('has the bands ≥ 50 tinggi, 25 to under 50 sedang, above 0 rendah, 0 and below none', () => {
    const band = (held: number) => ikk({ held, of: 10_000 }, { held, of: 10_000 }, weights, on)!.band
    expect([5000, 5001, 7500, 7501, 9999, 10_000, 10_001].map(band)).toEqual([
      'tinggi',
      'sedang',
      'sedang',
      'rendah',
      'rendah',
      'tidak_ada',
      'tidak_ada',
    ])
  })

  it('is exact at a border: 2/3 and 11/14 by 30/70 make 25, which is sedang', () => {
    expect(ikk({ held: 2, of: 3 }, { held: 11, of: 14 }, weights, on)).toEqual({ value: 25, band: 'sedang' })
  })

  it('is unknown where a part that weighs is unknown, and not where it does not weigh', () => {
    expect(ikk(null, percent(80), weights, on)).toBeNull()
    expect(ikk(percent(80), null, weights, on)).toBeNull()
    expect(ikk(percent(80), { held: 0, of: 0 }, weights, on)).toBeNull()
    expect(ikk(null, percent(80), { potensi: 0, kompetensi: 100 }, on)).toEqual({ value: 20, band: 'rendah' })
  })

  it('names the series on a day without bands', () => {
    expect(() => ikk(percent(80), percent(80), weights, '2016-12-31')).toThrow(/IKK.*no value in force on 2016-12-31/)
  })

  const share = fc.tuple(fc.nat(100), fc.integer({ min: 1, max: 100 })).map(([held, of]) => ({ held: Math.min(held, of), of }))
  const split = fc.nat(100).map(potensi => ({ potensi, kompetensi: 100 - potensi }))

  it('lies between the two gaps it weighs, and never rises when somebody holds more', () => {
    fc.assert(
      fc.property(share, share, split, (potential, competency, by) => {
        const gaps = [potential, competency].map(({ held, of }) => 100 - (held * 100) / of)
        const { value } = ikk(potential, competency, by, on)!
        const more = ikk(potential, { held: competency.of, of: competency.of }, by, on)!
        return value >= Math.min(...gaps) - 1e-9 && value <= Math.max(...gaps) + 1e-9 && more.value <= value + 1e-9
      }),
    )
  })
})
