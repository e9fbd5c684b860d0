import { expect, it } from 'vitest'
import { reportYear } from './report-year.ts'

it.each([
  { asked: undefined, years: [2026, 2025], year: 2026, what: 'the latest in which a class ended' },
  { asked: undefined, years: [2025], year: 2025, what: 'the year gone by, as long as none has ended in this one' },
  { asked: undefined, years: [], year: 2026, what: 'the current one where none has ended at all' },
  { asked: '2024', years: [2026, 2025], year: 2024, what: 'the one asked for, also where none ended in it' },
  { asked: 'semua', years: [2026], year: null, what: 'all, on a page' },
  { asked: 'all', years: [2026], year: null, what: 'all, by program' },
  { asked: '1826', years: [2026], year: 2026, what: 'the latest for what is no year of ours' },
  { asked: "2026'--", years: [2025], year: 2025, what: 'the latest for what is no year' },
])('is $what', ({ asked, years, year }) => expect(reportYear(asked, years, '2026-11-22')).toBe(year))
