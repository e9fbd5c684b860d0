export type Destination = {
  /** The post, and who holds it definitively; null: nobody. */
  jabatanId: number
  isHead: boolean
  holder: string | null
}
export type TransferFlaw = 'jabatan' | 'same' | 'taken' | 'date' | 'date_future' | 'date_before' | 'basis'

const isDate = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)

/**
 * What stands in the way of a transfer; empty where nothing does. Dates `yyyy-mm-dd`; a head post has one definitive holder.
 * @param since the day the present jabatan is held from; null without one
 */
export function transferFlaws(
  move: { from: string; basis: string; destination: Destination | null },
  now: { jabatanId: number | null; since: string | null; today: string },
): TransferFlaw[] {
  const flaws: TransferFlaw[] = []
  if (!move.destination) flaws.push('jabatan')
  else if (move.destination.jabatanId === now.jabatanId) flaws.push('same')
  else if (move.destination.isHead && move.destination.holder !== null) flaws.push('taken')
  if (!isDate(move.from)) flaws.push('date')
  else if (move.from > now.today) flaws.push('date_future')
  else if (now.since !== null && move.from < now.since) flaws.push('date_before')
  if (move.basis === '' || move.basis.length > 200) flaws.push('basis')
  return flaws
}
