const cut = (date: string) => date.split('-').map(Number) as [number, number, number]
const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()
const day = 86_400_000

/** Whole months from one day to another, and the days that are left; both `yyyy-mm-dd`, `from` not after `until`. */
export function monthsBetween(from: string, until: string): { months: number; days: number } {
  const [y1, m1, d1] = cut(from)
  const [y2, m2, d2] = cut(until)
  const months = (y2 - y1) * 12 + m2 - m1
  if (d2 >= Math.min(d1, daysIn(y2, m2))) return { months, days: Math.max(0, d2 - d1) }
  const before = new Date(Date.UTC(y2, m2 - 1, 0))
  return { months: months - 1, days: d2 + Math.max(0, before.getUTCDate() - d1) }
}

/** Whole years lived on a day. */
export const yearsOn = (born: string, on: string) => Math.floor(monthsBetween(born, on).months / 12)

/** The same day so many months later, or the last of its month. */
export function addMonths(date: string, months: number): string {
  const [y, m, d] = cut(date)
  const first = new Date(Date.UTC(y, m - 1 + months, 1))
  const last = daysIn(first.getUTCFullYear(), first.getUTCMonth() + 1)
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(d, last))).toISOString().slice(0, 10)
}

export const addDays = (date: string, days: number) => new Date(Date.parse(date) + days * day).toISOString().slice(0, 10)
/** Days from one to the other; negative where it lies before. */
export const daysBetween = (from: string, until: string) => Math.round((Date.parse(until) - Date.parse(from)) / day)

/** A day of the calendar, `yyyy-mm-dd`. */
export const isDay = (text: string) =>
  /^(19|20)\d\d-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(Date.parse(text)).toISOString().slice(0, 10) === text
