export type Rhythm = 'daily' | 'weekly'

const hourOfDay = 7
const day = 86_400_000

/**
 * The calendar day of the latest digest that is due, where it is `date` (`yyyy-mm-dd`) and the given hour (0 to 23): at 07.00, of the
 * weekly rhythm on Mondays. Whoever had one on that day or later has had it.
 */
export function digestDueOn(rhythm: Rhythm, date: string, hour: number): string {
  let at = Date.parse(`${date}T00:00:00Z`)
  if (hour < hourOfDay) at -= day
  if (rhythm === 'weekly') at -= ((new Date(at).getUTCDay() + 6) % 7) * day
  return new Date(at).toISOString().slice(0, 10)
}
