import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digestDueOn } from './digest.ts'
import { retryAfter } from './retry.ts'

describe('when a digest is due', () => {
  it('is 07.00 each day: before it, that of yesterday', () => {
    expect(digestDueOn('daily', '2026-11-22', 6)).toBe('2026-11-21')
    expect(digestDueOn('daily', '2026-11-22', 7)).toBe('2026-11-22')
    expect(digestDueOn('daily', '2026-03-01', 0)).toBe('2026-02-28')
  })

  it('is 07.00 on Monday each week: 23 November 2026 is one', () => {
    expect(digestDueOn('weekly', '2026-11-23', 6)).toBe('2026-11-16')
    expect(digestDueOn('weekly', '2026-11-23', 7)).toBe('2026-11-23')
    expect(digestDueOn('weekly', '2026-11-29', 23)).toBe('2026-11-23')
    expect(digestDueOn('weekly', '2026-11-22', 12)).toBe('2026-11-16')
  })

  it('never lies ahead, at most a day back (a week and a day), and never goes backwards', () => {
    const days = fc.integer({ min: 0, max: 20_000 })
    const date = (n: number) => new Date(n * 86_400_000).toISOString().slice(0, 10)
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 0, max: 23 }),
        fc.constantFrom('daily' as const, 'weekly' as const),
        (n, hour, rhythm) => {
          const due = digestDueOn(rhythm, date(n), hour)
          const later = hour === 23 ? digestDueOn(rhythm, date(n + 1), 0) : digestDueOn(rhythm, date(n), hour + 1)
          const back = n - Date.parse(due) / 86_400_000
          return (
            due <= date(n) &&
            later >= due &&
            back <= (rhythm === 'daily' ? 1 : 7) &&
            (rhythm === 'daily' || new Date(due).getUTCDay() === 1)
          )
        },
      ),
    )
  })
})

describe('when a letter is tried again', () => {
  it('is after a minute, then ever later, and not again after the ninth time', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(retryAfter)).toEqual([1, 5, 15, 60, 180, 360, 720, 1440, null, null])
  })
})
