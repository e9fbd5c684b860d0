const most = 1_000_000_000

/**
 * A number as people write it, to at most two decimals: `95`, `95,5`, `95.5`, `1.250`, `1.250,75`, and `95 %`.
 * Null where it is none, or below 0, or beyond a milliard.
 */
export function readAmount(text: string): number | null {
  const plain = text.replace(/\s*%\s*$/, '').trim()
  const isPoint = /^\d+\.\d{1,2}$/.test(plain)
  if (!isPoint && !/^(\d+|\d{1,3}(\.\d{3})+)(,\d{1,2})?$/.test(plain)) return null
  const amount = Number(isPoint ? plain : plain.replaceAll('.', '').replace(',', '.'))
  return amount <= most ? amount : null
}

/** Result against target in percent, unrounded; null where one is not known or nothing was aimed at. */
export const achievementPercent = (target: number | null, achieved: number | null): number | null =>
  target === null || achieved === null || target <= 0 ? null : (achieved * 100) / target
