/** As it is typed: texts trimmed, '' where nothing was typed. */
export type TypedCall = { year: string; opens: string; closes: string; note: string }
export type CallFlaw = 'year' | 'opens' | 'closes' | 'order'
type CallValues = { year: number; opensOn: string; closesOn: string; note: string | null }

const farthest = 10 // years ahead

const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)

/** A call for the needs of this year or of a later one; its days may have passed, so that a late one can be put right. */
export function readCall(typed: TypedCall, today: string): { ok: true; values: CallValues } | { ok: false; flaws: CallFlaw[] } {
  const flaws: CallFlaw[] = []
  const year = Number(typed.year)
  const now = Number(today.slice(0, 4))
  if (!/^\d{4}$/.test(typed.year) || year < now || year > now + farthest) flaws.push('year')
  if (!isDay(typed.opens)) flaws.push('opens')
  if (!isDay(typed.closes)) flaws.push('closes')
  else if (isDay(typed.opens) && typed.closes < typed.opens) flaws.push('order')
  return flaws.length > 0
    ? { ok: false, flaws }
    : { ok: true, values: { year, opensOn: typed.opens, closesOn: typed.closes, note: typed.note || null } }
}
