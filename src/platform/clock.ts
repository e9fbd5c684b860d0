/** The time as a value that is passed: `now()` is an instant, `today(zone)` a calendar date `yyyy-mm-dd` in a time zone. */
export type Clock = { now(): Date; today(timeZone?: string): string }

const calendars = new Map<string, Intl.DateTimeFormat>() // by time zone: every page asks for the date

export function dateIn(instant: Date, timeZone: string): string {
  const calendar =
    calendars.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  calendars.set(timeZone, calendar)
  return calendar.format(instant)
}

export const systemClock: Clock = {
  now: () => new Date(),
  today: (timeZone = 'Asia/Jakarta') => dateIn(new Date(), timeZone),
}

export const fixedClock = (iso: string): Clock => ({
  now: () => new Date(iso),
  today: (timeZone = 'Asia/Jakarta') => dateIn(new Date(iso), timeZone),
})
