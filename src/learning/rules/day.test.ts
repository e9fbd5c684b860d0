import fc from 'fast-check'
import { expect, it } from 'vitest'
import { typedDay } from './day.ts'

it('takes every day of the calendar and no other', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1900, max: 2100 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
      (y, mo, d) => {
        const text = `${y}-${String(mo).padStart(2, '0')}-${String(d).padStart(2, '0')}`
        expect(typedDay(text) === text).toBe(d <= new Date(Date.UTC(y, mo, 0)).getUTCDate())
      },
    ),
  )
  for (const none of ['2026-3-2', '02-03-2026', '2026-13-01', '2026-02-29', 'besok', '']) expect(typedDay(none)).toBeNull()
})
