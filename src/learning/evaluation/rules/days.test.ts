import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysAfter, monthsBefore } from './days.ts'

describe('days of an evaluation', () => {
  it('three months before 22 November is 22 August; before 31 May the last of February', () => {
    expect(monthsBefore('2026-11-22', 3)).toBe('2026-08-22')
    expect(monthsBefore('2026-05-31', 3)).toBe('2026-02-28')
    expect(monthsBefore('2028-05-31', 3)).toBe('2028-02-29')
    expect(monthsBefore('2026-01-15', 6)).toBe('2025-07-15')
  })
  it('thirty days after 15 February 2026 is 17 March', () => expect(daysAfter('2026-02-15', 30)).toBe('2026-03-17'))
  it('never lies later, and never passes over a month', () =>
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true }),
        fc.integer({ min: 0, max: 24 }),
        (date, months) => {
          const on = date.toISOString().slice(0, 10)
          const before = monthsBefore(on, months)
          const [a, b] = [on, before].map(text => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)))
          return before <= on && a! - b! === months
        },
      ),
    ))
})
