import type { Tenure } from './careers.ts'
import { plusYears, toDay } from './dates.ts'
import type { Result } from './results.ts'
import type { Training } from './trainings.ts'

/**
 * The demo is drawn as of this day and then moved, by whole weeks, to the day it is loaded: the people, their numbers and the
 * cast are the same on every day; what happened lately stays as recent as it was. Birth and appointment do not move.
 */
export const drawnOn = '2026-01-15'

export function moveTo(today: string, world: { tenures: Tenure[]; results: Result[]; trainings: Training[] }): void {
  const days = Math.floor((toDay(today) - toDay(drawnOn)) / 7) * 7
  for (const row of world.tenures) {
    if (row.person.employment !== 'pns' && row.from === row.person.appointed) continue
    row.from += days
    if (row.until !== null) row.until += days
  }
  for (const row of world.results) {
    row.assessedOn += days
    row.validUntil = plusYears(row.assessedOn, 3)
  }
  for (const row of world.trainings) {
    if (row.atEntry) continue
    row.startedOn += days
    row.endedOn += days
  }
}
