import { describe, expect, it } from 'vitest'
import { ikkBands, jpmBands } from '../../regulation/index.ts'
import { ikk } from '../rules/ikk.ts'
import { bandLimits, ikkNumber, ikkSentence, percentNumber } from './present.ts'

const day = '2026-11-22'
const standing = (
  potential: { held: number; of: number } | null,
  competency: { held: number; of: number } | null,
  potensi = 30,
) => {
  const weights = { potensi, kompetensi: 100 - potensi }
  return { spoken: [], potential, competency, weights, ikk: ikk(potential, competency, weights, day) }
}

describe('the gap index in words', () => {
  it('shows what it is made of, in both languages', () => {
    const worked = standing({ held: 12, of: 15 }, { held: 24, of: 27 })
    expect(ikkSentence(worked, 'id', day)).toBe('100 − (80 × 30 % + 88,89 × 70 %) = 13,8: rendah')
    expect(ikkSentence(worked, 'en', day)).toBe('100 − (80 × 30 % + 88.89 × 70 %) = 13.8: low')
  })

  it('leaves out what weighs nothing', () =>
    expect(ikkSentence(standing(null, { held: 24, of: 27 }, 0), 'id', day)).toBe('100 − (88,89 × 100 %) = 11,1: rendah'))

  it('says which part is unknown, and that unknown is not zero', () => {
    expect(ikkSentence(standing(null, { held: 24, of: 27 }), 'id', day)).toContain(
      'potensi belum dinilai, dan yang belum dinilai bukan nol',
    )
    expect(ikkSentence(standing({ held: 12, of: 15 }, null), 'id', day)).toContain('kompetensi belum dinilai')
    expect(ikkSentence(standing(null, null), 'id', day)).toContain('potensi dan kompetensi belum dinilai')
  })

  it('never shows a value beside a band it would not fall into', () => {
    expect(ikkNumber(24.96, 'id', day)).toBe('24,96')
    expect(ikkNumber(13.7778, 'id', day)).toBe('13,8')
  })
})

describe('a percentage', () => {
  it('has as many decimals as it needs, at most two', () =>
    expect([80, 88.888, 92.5, 100, 66.6667].map(value => percentNumber(value, 'id'))).toEqual([
      '80',
      '88,89',
      '92,5',
      '100',
      '66,67',
    ]))
})

describe('the limits of bands', () => {
  it('are those of DOMAIN.md 2.1 and 2.2', () => {
    expect(bandLimits(ikkBands.at(day).value, 'id')).toEqual(['≥ 50', '≥ 25 dan < 50', '> 0 dan < 25', '≤ 0'])
    expect(bandLimits(jpmBands.pengisian.at(day).value, 'id')).toEqual(['≥ 80', '≥ 68 dan < 80', '< 68'])
    expect(bandLimits(jpmBands.pemetaan.at(day).value, 'en')).toEqual(['≥ 90', '≥ 78 and < 90', '< 78'])
  })
})
