/**
 * The year of which a report is asked: of what an address says, null for all of them. Where it says nothing, or what is no year, the latest in
 * which a class ended (`years`, latest first): in January that is still the year gone by.
 */
export function reportYear(asked: string | undefined, years: readonly number[], today: string): number | null {
  if (asked === 'semua' || asked === 'all') return null
  if (/^20\d\d$/.test(asked ?? '')) return Number(asked)
  return years[0] ?? Number(today.slice(0, 4))
}
