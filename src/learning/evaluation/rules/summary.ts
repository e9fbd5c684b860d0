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

/** Of those who took both tests: the sum of their scores before and after, each 0 to 100, and how many they are. */
export type Tested = { before: number; after: number; n: number }

/** What a group learned: its mean before and after, and the gain of these means; null where fewer than `atLeast` took both. */
export function groupGain({ before, after, n }: Tested, atLeast = 1) {
  if (n === 0 || n < atLeast) return null
  return { before: before / n, after: after / n, ...gain(before / n, after / n) }
}

/** Whether an indicator moved the right way (level 4); null: not measured yet, or as it was. */
export function improved(effect: { before: number; after: number | null; higherIsBetter: boolean }): boolean | null {
  if (effect.after === null || effect.after === effect.before) return null
  return effect.after > effect.before === effect.higherIsBetter
}
