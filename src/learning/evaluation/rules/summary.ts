/** Scores 1 to 5 that were given, as sum and count: means of sums stay exact. */
export type Scores = { sum: number; n: number }

/** The mean of what was said, 1 to 5; null where fewer than `atLeast` spoke: what few said is what one said. */
export const meanOf = ({ sum, n }: Scores, atLeast = 1): number | null => (n === 0 || n < atLeast ? null : sum / n)

export const together = (parts: readonly Scores[]): Scores =>
  parts.reduce((all, one) => ({ sum: all.sum + one.sum, n: all.n + one.n }), { sum: 0, n: 0 })

/**
 * What was learned between a test before and one after, each 0 to 100 (level 2): `points` gained, and the share of what there was to gain
 * (Hake). Who had everything right before had nothing to gain: null.
 */
export function gain(before: number, after: number): { points: number; share: number | null } {
  const points = after - before
  return { points, share: before >= 100 ? null : points / (100 - before) }
}

/** Whether an indicator moved the right way (level 4); null: not measured yet, or as it was. */
export function improved(effect: { before: number; after: number | null; higherIsBetter: boolean }): boolean | null {
  if (effect.after === null || effect.after === effect.before) return null
  return effect.after > effect.before === effect.higherIsBetter
}

/** Whole rupiah a level that somebody rose by; null where either is not known or nobody rose. */
export const costPerLevel = (spent: bigint | null, levels: number): bigint | null =>
  spent === null || levels <= 0 ? null : spent / BigInt(levels)
