export type Covered = { active: number; assessed: number }

/** The share of active ASN with a valid result; null where there is nobody to assess. Source: the 85 % of 6,129 in Bangka Belitung. */
export const coverageShare = ({ active, assessed }: Covered): number | null => (active === 0 ? null : assessed / active)

/** In percent with at most one decimal; 100 only when nobody is missing. */
export function coveragePercent(covered: Covered): number | null {
  const share = coverageShare(covered)
  if (share === null) return null
  const rounded = Math.round(share * 1000) / 10
  return rounded >= 100 && covered.assessed < covered.active ? 99.9 : rounded
}

export const sumCoverage = (rows: readonly Covered[]): Covered => ({
  active: rows.reduce((sum, row) => sum + row.active, 0),
  assessed: rows.reduce((sum, row) => sum + row.assessed, 0),
})
