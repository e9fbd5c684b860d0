import type { JpChoice } from './choice.ts'
import { lastDayOf } from './day.ts'
import type { Employment, InYear } from './recognise.ts'

export type Period = { employment: Employment; from: string; until: string | null }

/** The day on which a year is judged: its last, or `today` while it runs. */
export const judgedOn = (year: number, today: string): string => {
  const end = lastDayOf(year)
  return end < today ? end : today
}

/** How somebody was employed on a day; what no period says is as now. */
export function employmentOn(periods: readonly Period[], now: Employment, day: string): Employment {
  const held = periods.filter(one => one.from <= day && (one.until === null || one.until >= day))
  return held.reduce<Period | null>((last, one) => (last === null || one.from >= last.from ? one : last), null)?.employment ?? now
}

/** How a person was employed in each year, and what was chosen for it. */
export function inYearOf(
  person: { employment: Employment; periods: readonly Period[] },
  choices: (year: number) => { choice: JpChoice },
  today: string,
): InYear {
  return year => ({
    employment: employmentOn(person.periods, person.employment, judgedOn(year, today)),
    choice: choices(year).choice,
  })
}
