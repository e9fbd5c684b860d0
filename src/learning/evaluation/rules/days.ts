const day = 86_400_000

/** The day so many days later, yyyy-mm-dd. */
export const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10)

/** The same day so many months before; where the month has no such day, its last: three months before 31 May is 28 or 29 February. */
export function monthsBefore(date: string, months: number): string {
  const [year = 0, month = 0, of = 0] = date.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 - months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(of, last))).toISOString().slice(0, 10)
}
