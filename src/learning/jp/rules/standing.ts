import { yearOf } from './day.ts'
import type { JpYear } from './recognise.ts'

/**
 * How somebody stands in a year. `none`: no act asks for any JP. `over`: more than a year of contract should hold. `met`. `missed`: the
 * year is over. `on_course`: what is enrolled in makes it. `behind`: the warning has begun. `running`: there is time.
 */
export type Standing = 'none' | 'over' | 'met' | 'missed' | 'on_course' | 'behind' | 'running'

/** `forecast` in tenths of a JP: what is recognised, and what the classes of the year will add. `warnFrom`: month, 1 to 12. */
export function standingOf(year: JpYear, forecast: number, today: string, warnFrom: number): Standing {
  if (year.required === null) return year.warnings.some(one => one.code === 'over_cap') ? 'over' : 'none'
  if (year.recognised >= year.required * 10) return 'met'
  if (yearOf(today) > year.year) return 'missed'
  if (forecast >= year.required * 10) return 'on_course'
  return warnsOn(today, year.year, warnFrom) ? 'behind' : 'running'
}

/** Whether the warning about a year has begun on a day, and the year is not over: from the first day of the month `warnFrom` (1 to 12). */
export const warnsOn = (today: string, year: number, warnFrom: number): boolean =>
  yearOf(today) === year && Number(today.slice(5, 7)) >= warnFrom

/** Tenths of a JP still missing; 0 where none is, or none is asked for. */
export const missingOf = ({ required, recognised }: Pick<JpYear, 'required' | 'recognised'>): number =>
  required === null ? 0 : Math.max(0, required * 10 - recognised)
