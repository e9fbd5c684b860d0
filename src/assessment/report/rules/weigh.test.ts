import { describe, expect, it } from 'vitest'
import { type AspectResult, aspects } from '../../potential/rules/potential.ts'
import { weigh } from './weigh.ts'

const on = '2026-11-22'
const scores = (...list: number[]): AspectResult[] =>
  list.map((score, index) => ({
    id: index,
    aspect: aspects[index]!,
    score,
    assessedOn: '2026-01-01',
    validUntil: '2029-01-01',
    replaced: false,
  }))
const weights = { potensi: 30, kompetensi: 70 }

describe('where a person stands', () => {
  it('is the worked example: potential 12 of 15 (80 %), competence 24 of 27, 30/70: 13.8, rendah', () => {
    const standing = weigh(scores(3, 3, 2, 2, 2), { held: 24, of: 27 }, weights, on)
    expect(standing.potential).toEqual({ held: 12, of: 15 })
    expect(standing.ikk?.value.toFixed(1)).toBe('13.8')
    expect(standing.ikk?.band).toBe('rendah')
  })

  it('with all eight aspects at 2 of 3 and nothing lacking in competence is 100 − (66.67 × 30 % + 100 × 70 %) = 10', () => {
    const { ikk } = weigh(scores(2, 2, 2, 2, 2, 2, 2, 2), { held: 27, of: 27 }, weights, on)
    expect(ikk).toEqual({ value: 10, band: 'rendah' })
  })

  it('is unknown as long as one of the two is: expired potential is no potential', () => {
    expect(weigh([], { held: 24, of: 27 }, weights, on).ikk).toBeNull()
    expect(weigh(scores(3), null, weights, on).ikk).toBeNull()
    expect(weigh(scores(3, 3), { held: 24, of: 27 }, weights, '2029-01-02')).toMatchObject({
      spoken: [],
      potential: null,
      ikk: null,
    })
  })
})
