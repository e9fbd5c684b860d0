/** A day as it is typed: `yyyy-mm-dd` of a day that exists; null otherwise. */
export function dayIn(text: string | undefined): string | null {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) && at.getUTCFullYear() >= 1900 ? text : null
}

const day = (year: number, month: number, date: number) => new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10)
/** The same date a year before; of 29 February the 28th. */
const yearBefore = (today: string) => {
  const [year, month, date] = today.split('-').map(Number) as [number, number, number]
  return day(year - 1, month, month === 2 && date === 29 ? 28 : date)
}

export type Span = { from: string; until: string }
export const spanNames = ['thisYear', 'thisMonth', 'lastMonth', 'twelveMonths', 'lastYear'] as const
export type SpanName = (typeof spanNames)[number]

/** Pairs of days that are asked for often. A pair whose two days are one (on the first of a month) is left out. */
export function spansAt(today: string): { name: SpanName; span: Span }[] {
  const [year, month] = today.split('-').map(Number) as [number, number]
  const spans: Record<SpanName, Span> = {
    thisYear: { from: day(year, 1, 1), until: today },
    thisMonth: { from: day(year, month, 1), until: today },
    lastMonth: { from: day(year, month - 1, 1), until: day(year, month, 1) },
    twelveMonths: { from: yearBefore(today), until: today },
    lastYear: { from: day(year - 1, 1, 1), until: day(year, 1, 1) },
  }
  return spanNames.map(name => ({ name, span: spans[name] })).filter(({ span }) => span.from < span.until)
}

/** Where nothing is asked for: since 1 January; on that day itself the month before. */
export const defaultSpan = (today: string): Span => spansAt(today)[0]!.span

export type DayFlaw = 'not_a_day' | 'to_come' | 'not_before'

/** Why two days are not compared; null where they are. */
export function flawOf(
  from: string | null,
  until: string | null,
  today: string,
): { field: 'dari' | 'sampai'; why: DayFlaw } | null {
  if (from === null) return { field: 'dari', why: 'not_a_day' }
  if (until === null) return { field: 'sampai', why: 'not_a_day' }
  if (until > today) return { field: 'sampai', why: 'to_come' }
  return from < until ? null : { field: 'dari', why: 'not_before' }
}
