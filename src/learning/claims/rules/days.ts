import { dayNumber } from '../../jp/rules/day.ts'

/** Whether this is a day of the calendar, written yyyy-mm-dd: 31 February is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const instant = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text)
}

/** How many days from the first to the last, both counted; a first that is not known is the last. */
export const daysOf = ({ startedOn, endedOn }: { startedOn: string | null; endedOn: string }): number =>
  dayNumber(endedOn) - dayNumber(startedOn ?? endedOn) + 1
