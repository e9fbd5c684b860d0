const dayMs = 86_400_000

/** Whether this is a day of the calendar, written yyyy-mm-dd: 31 February is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const instant = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text)
}

/** A day as a number that counts on by one. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayMs
export const dayOfNumber = (n: number): string => new Date(n * dayMs).toISOString().slice(0, 10)

/** How many days from the first to the last, both counted; a first that is not known is the last. */
export const daysOf = ({ startedOn, endedOn }: { startedOn: string | null; endedOn: string }): number =>
  dayNumber(endedOn) - dayNumber(startedOn ?? endedOn) + 1
