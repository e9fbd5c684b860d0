import { expect, it } from 'vitest'
import { datesInWords } from './class-cells.ts'

it('the days of a class are said as short as they can be', () => {
  const words = (startsOn: string | null, endsOn: string | null) => datesInWords({ startsOn, endsOn }, 'id')
  expect(words('2026-12-11', '2026-12-18')).toBe('11–18 Desember 2026')
  expect(words('2026-11-28', '2026-12-03')).toBe('28 November – 3 Desember 2026')
  expect(words('2026-12-28', '2027-01-03')).toBe('28 Desember 2026 – 3 Januari 2027')
  expect(words('2026-12-11', '2026-12-11')).toBe('11 Desember 2026')
  expect(words(null, null)).toBe('Kapan saja')
})
