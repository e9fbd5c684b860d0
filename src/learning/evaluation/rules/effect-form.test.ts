import { describe, expect, it } from 'vitest'
import { typedDay } from '../../rules/day.ts'
import { effectFlaws, typedFigure, typedRupiah } from './effect-form.ts'

const typed = {
  unitId: '',
  indicator: 'Waktu layanan KTP',
  measure: 'hari',
  direction: 'turun',
  before: '14',
  beforeOn: '2026-01-31',
  after: '',
  afterOn: '',
}

describe('an indicator as it is typed', () => {
  it('reads figures as an Indonesian office writes them', () => {
    expect(typedFigure('12,5')).toBe(12.5)
    expect(typedFigure('1.250')).toBe(1250)
    expect(typedFigure('1.250,75')).toBe(1250.75)
    expect(typedFigure('dua')).toBeNull()
    expect(typedFigure('')).toBeNull()
  })
  it('knows no 31 February', () => {
    expect(typedDay('2026-02-31')).toBeNull()
    expect(typedDay('2026-02-28')).toBe('2026-02-28')
  })
  it('reads rupiah with points; empty is not known, words are no sum', () => {
    expect(typedRupiah('Rp25.000.000')).toBe(25_000_000n)
    expect(typedRupiah('')).toBeNull()
    expect(typedRupiah('gratis')).toBeUndefined()
  })
  it('may be measured before only', () => expect(effectFlaws(typed, '2026-11-22')).toEqual([]))
  it('refuses a day to come, a value without its day, and an after that is no later', () => {
    expect(effectFlaws({ ...typed, beforeOn: '2026-12-01' }, '2026-11-22')).toEqual(['beforeOn'])
    expect(effectFlaws({ ...typed, after: '9' }, '2026-11-22')).toEqual(['afterOn'])
    expect(effectFlaws({ ...typed, after: '9', afterOn: '2026-01-31' }, '2026-11-22')).toEqual(['afterOn'])
    expect(effectFlaws({ ...typed, after: '', afterOn: '2026-05-01' }, '2026-11-22')).toEqual(['after'])
    expect(effectFlaws({ ...typed, indicator: '', measure: '', before: 'x' }, '2026-11-22')).toEqual([
      'indicator',
      'measure',
      'before',
    ])
  })
})
