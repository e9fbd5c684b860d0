import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, addMonths, daysBetween, isDay, monthsBetween, yearsOn } from './days.ts'

const day = fc.integer({ min: 0, max: 40_000 }).map(n => addDays('1950-01-01', n))

it('knows the days of the calendar, and no other text', () => {
  expect(['2024-02-29', '2026-12-31', '1999-01-01'].filter(isDay)).toHaveLength(3)
  expect(['2026-02-29', '2026-02-31', '2026-13-01', '2026-1-1', '01-02-2026', '', '2026-01-01T00:00'].filter(isDay)).toEqual([])
})

it('stays in the month where the day is too late for it', () => {
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
  expect(addMonths('2023-10-31', 4)).toBe('2024-02-29')
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
})

it('counts years lived by the birthday', () => {
  expect([yearsOn('1971-11-23', '2026-11-22'), yearsOn('1971-11-22', '2026-11-22')]).toEqual([54, 55])
})

it('goes there and comes back', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 480 }), fc.integer({ min: -3000, max: 3000 }), (from, months, days) => {
      expect(monthsBetween(from, addMonths(from, months)).months).toBe(months)
      expect(daysBetween(from, addDays(from, days))).toBe(days)
      expect(isDay(addMonths(from, months))).toBe(true)
    }),
  )
})
