/** A baseline or target: a number, or words where the indicator has no number ("WTP", "BB"). */
export type Measure = number | string

export const longestMeasure = 60

/**
 * What somebody typed or a sheet holds; null where it is blank. `68,5`, `68.5` and `85 %` are numbers, `1.250` is a thousand and more
 * as Indonesians write it; what is no number stays words.
 */
export function readMeasure(typed: string): Measure | null {
  const text = typed.trim()
  if (text === '' || text === '-' || text === '–') return null
  const plain = text.replace(/\s*%$/, '')
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain)) return Number(plain.replaceAll('.', '').replace(',', '.'))
  if (/^-?\d{1,15}([.,]\d{1,15})?$/.test(plain)) return Number(plain.replace(',', '.'))
  return text
}

/** As it is typed again: the decimal comma, no thousands. */
export const typedMeasure = (measure: Measure | null): string =>
  measure === null ? '' : typeof measure === 'number' ? String(measure).replace('.', ',') : measure
