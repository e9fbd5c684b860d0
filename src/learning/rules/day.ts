/** A day that exists, as a date field gives it, yyyy-mm-dd; null: none. There is no 31 February. */
export function typedDay(typed: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return null
  const date = new Date(`${typed}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== typed ? null : typed
}
