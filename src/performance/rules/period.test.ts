import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OutsideSeries } from '../../regulation/index.ts'
import {
  codeOfMonths,
  firstDay,
  lastDay,
  lastFinishedYear,
  matrixFor,
  type Period,
  periodCode,
  periodCodes,
  periodFlaw,
  readPeriod,
} from './period.ts'

const year = (number: number): Period => ({ year: number, kind: 'tahunan', number: 1 })
const quarter = (number: number, of = 2026): Period => ({ year: of, kind: 'triwulan', number })
const month = (number: number, of = 2026): Period => ({ year: of, kind: 'bulanan', number })

describe('a period', () => {
  it('begins and ends by the calendar', () => {
    expect([firstDay(year(2025)), lastDay(year(2025))]).toEqual(['2025-01-01', '2025-12-31'])
    expect([firstDay(quarter(1)), lastDay(quarter(1))]).toEqual(['2026-01-01', '2026-03-31'])
    expect([firstDay(quarter(4)), lastDay(quarter(4))]).toEqual(['2026-10-01', '2026-12-31'])
    expect(lastDay(month(2, 2024))).toBe('2024-02-29')
    expect(lastDay(month(2, 2026))).toBe('2026-02-28')
  })

  it('can be rated from the day after its last', () => {
    expect(periodFlaw(quarter(3), '2026-09-30')).toBe('unfinished')
    expect(periodFlaw(quarter(3), '2026-10-01')).toBeNull()
    expect(periodFlaw(year(2026), '2026-11-22')).toBe('unfinished')
    expect(periodFlaw(year(2027), '2026-11-22')).toBe('unfinished')
    expect(periodFlaw(year(2025), '2026-11-22')).toBeNull()
  })

  it('cannot be rated before the matrix of 2022, and asking for its matrix names the series', () => {
    expect(periodFlaw(year(2021), '2026-11-22')).toBe('no_matrix')
    expect(periodFlaw(year(2022), '2026-11-22')).toBeNull()
    expect(() => matrixFor(year(2021))).toThrow(OutsideSeries)
    expect(() => matrixFor(year(2021))).toThrow(/Matriks predikat kinerja/)
  })

  it('is one that the year has', () => {
    expect(periodFlaw(quarter(5), '2030-01-01')).toBe('number')
    expect(periodFlaw(month(0), '2030-01-01')).toBe('number')
    expect(readPeriod('triwulan-5', 2025)).toBeNull()
    expect(readPeriod('bulanan-12', 2025)).toEqual({ year: 2025, kind: 'bulanan', number: 12 })
  })

  it('is found by the months it runs over', () => {
    expect(codeOfMonths(1, 12)).toBe('tahunan')
    expect(codeOfMonths(4, 6)).toBe('triwulan-2')
    expect(codeOfMonths(11, 11)).toBe('bulanan-11')
    expect(codeOfMonths(2, 4)).toBeNull()
    expect(codeOfMonths(7, 12)).toBeNull()
  })

  it('is written and read back, seventeen of them a year', () => {
    expect(periodCodes).toHaveLength(17)
    for (const code of periodCodes) expect(periodCode(readPeriod(code, 2025)!)).toBe(code)
  })

  it('holds every day of its year exactly once in each kind', () => {
    const days = fc.date({ min: new Date('2022-01-01T00:00:00Z'), max: new Date('2039-12-31T00:00:00Z'), noInvalidDate: true })
    fc.assert(
      fc.property(days, fc.constantFrom('tahunan', 'triwulan', 'bulanan'), (day, kind) => {
        const iso = day.toISOString().slice(0, 10)
        const all = periodCodes.filter(code => code.startsWith(kind)).map(code => readPeriod(code, Number(iso.slice(0, 4)))!)
        expect(all.filter(period => firstDay(period) <= iso && iso <= lastDay(period))).toHaveLength(1)
      }),
    )
  })

  it('the last year that is over is the one before this', () => expect(lastFinishedYear('2026-11-22')).toBe(2025))
})
