import { describe, expect, it } from 'vitest'
import { achievementPercent, readAmount } from './achievement.ts'
import { checkEntry, type Entry } from './entry.ts'

const entry = (values: Partial<Entry> = {}): Entry => ({
  period: { year: 2025, kind: 'tahunan', number: 1 },
  result: 'sesuai',
  behaviour: 'di_atas',
  predicate: null,
  ratedOn: null,
  ...values,
})
const today = '2026-11-22'

describe('a rating that is offered', () => {
  it('is taken with its predicate and the entry of the law that decided', () => {
    expect(checkEntry(entry(), today)).toEqual({
      ok: true,
      settled: { ok: true, predicate: 'baik', resultBelow: false, behaviourBelow: false },
      matrixFrom: '2022-01-01',
    })
  })

  it('is refused for a year without a matrix, an unfinished period, and where nothing is rated', () => {
    const flaws = (values: Partial<Entry>) => {
      const checked = checkEntry(entry(values), today)
      return checked.ok ? [] : checked.flaws.map(({ field, flaw }) => [field, flaw])
    }
    expect(flaws({ period: { year: 2021, kind: 'tahunan', number: 1 } })).toEqual([['period', 'no_matrix']])
    expect(flaws({ period: { year: 2026, kind: 'tahunan', number: 1 } })).toEqual([['period', 'unfinished']])
    expect(flaws({ result: null, behaviour: null })).toEqual([['result', 'unrated']])
    expect(flaws({ predicate: 'kurang' })).toEqual([['predicate', 'contradiction']])
    expect(flaws({ ratedOn: '2026-11-23' })).toEqual([['ratedOn', 'future']])
    expect(flaws({ ratedOn: '2024-12-31' })).toEqual([['ratedOn', 'before_period']])
    expect(flaws({ ratedOn: '2026-01-12' })).toEqual([])
  })
})

describe('result against target', () => {
  it('is a percentage, unknown where one side is', () => {
    expect(achievementPercent(200, 190)).toBe(95)
    expect(achievementPercent(24, 22)).toBeCloseTo(91.6667, 3)
    expect(achievementPercent(null, 22)).toBeNull()
    expect(achievementPercent(24, null)).toBeNull()
    expect(achievementPercent(0, 5)).toBeNull()
  })

  it('is read as people write numbers', () => {
    expect(readAmount('97,5')).toBe(97.5)
    expect(readAmount('97.5')).toBe(97.5)
    expect(readAmount('1.250')).toBe(1250)
    expect(readAmount('1.250,75')).toBe(1250.75)
    expect(readAmount('95 %')).toBe(95)
    for (const text of ['', 'banyak', '-3', '1,234', '12.34.56', '9999999999'])
      expect([text, readAmount(text)]).toEqual([text, null])
  })
})
