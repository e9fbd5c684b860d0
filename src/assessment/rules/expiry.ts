/** The last day `yyyy-mm-dd` on which a result that still holds `today` counts as about to expire. */
export const lastWarnedDay = (today: string, days: number): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** The same day some years later; 29 February falls on the 28th in a year without one. */
export function yearsAfter(date: string, years: number): string {
  const [year = '', month = '', day = ''] = date.split('-')
  const later = Number(year) + years
  const leap = later % 4 === 0 && (later % 100 !== 0 || later % 400 === 0)
  return `${later}-${month}-${month === '02' && day === '29' && !leap ? '28' : day}`
}
