/** How a level stands to the standard. */
export type Stand = 'below' | 'equal' | 'above' | 'unknown'

/**
 * `gap = nilai individu − nilai standar`: negative where the standard is not reached; null where one of the two is unknown.
 * @see DOMAIN.md 2.2
 */
export function gapOf(held: number | null, standard: number | null): { gap: number | null; stand: Stand } {
  if (held === null || standard === null) return { gap: null, stand: 'unknown' }
  const gap = held - standard
  return { gap, stand: gap < 0 ? 'below' : gap > 0 ? 'above' : 'equal' }
}

/**
 * A value of the gap index as it is written: with one decimal, and with more only where fewer would put it into another band.
 * @param borders between the bands
 */
export function shownIkk(value: number, borders: readonly number[]): { value: number; digits: number } {
  const side = (n: number) => borders.map(border => Math.sign(n - border)).join()
  for (let digits = 1; digits < 6; digits++) {
    const shown = Math.round(value * 10 ** digits) / 10 ** digits
    if (side(shown) === side(value)) return { value: shown, digits }
  }
  return { value, digits: 6 }
}
