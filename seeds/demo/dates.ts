/** Calendar dates as whole days since 1970-01-01: the generator counts, the database gets yyyy-mm-dd. */
export const toDay = (iso: string) => Math.round(Date.parse(`${iso}T00:00:00Z`) / 86400000)

const known = new Map<number, string>()
export function isoOf(day: number): string {
  const before = known.get(day)
  if (before) return before
  const iso = new Date(day * 86400000).toISOString().slice(0, 10)
  known.set(day, iso)
  return iso
}
export const dayOf = (year: number, month: number, date: number) => Math.round(Date.UTC(year, month - 1, date) / 86400000)
export const yearOf = (day: number) => Number(isoOf(day).slice(0, 4))

/** The same date some years later (or earlier, negative); 29 February becomes the 28th, as PostgreSQL counts. */
export function plusYears(day: number, years: number): number {
  const iso = isoOf(day)
  const year = Number(iso.slice(0, 4)) + years
  const month = Number(iso.slice(5, 7))
  const date = Number(iso.slice(8, 10))
  return month === 2 && date === 29 ? dayOf(year, 3, 0) : dayOf(year, month, date)
}

/** The Monday to Friday on or before: nobody is assessed or trained on a Sunday. */
export const workday = (day: number) => {
  const weekday = (((day + 4) % 7) + 7) % 7 // 0 is Sunday
  return weekday === 0 ? day - 2 : weekday === 6 ? day - 1 : day
}
