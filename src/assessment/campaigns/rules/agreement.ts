import { highestLevel, lowestLevel } from '../../../regulation/index.ts'

/** So many people of whom one asesor said `a` and the other `b`. */
export type Pairs = { a: number; b: number; count: number }

export type Agreement = {
  pairs: number
  /** Share of pairs that are the same. */
  exact: number
  /** In levels. */
  meanDifference: number
  /** Cohen's kappa with quadratic weights; null where all levels are the same, so that chance explains everything and nothing. */
  kappa: number | null
}

/** Below so many pairs one person's mood would be the figure. Ours: no source sets it. */
export const fewestPairs = 5

/**
 * How far two asesor agree; null below `fewestPairs`. Which of two is the first means nothing, so every pair is counted both ways round:
 * the expected difference is that of two levels drawn from all that were given. 1: always the same; 0: as chance would have it.
 * @see Cohen (1968), weighted kappa; weights (i−j)² / (k−1)²
 */
export function agreement(given: readonly Pairs[]): Agreement | null {
  const pairs = given.reduce((sum, one) => sum + one.count, 0)
  if (pairs < fewestPairs) return null
  const span = (highestLevel - lowestLevel) ** 2
  const total = (weigh: (one: Pairs) => number) => given.reduce((sum, one) => sum + one.count * weigh(one), 0)
  const observed = total(one => (one.a - one.b) ** 2) / span / pairs
  const times = (level: number) => total(one => Number(one.a === level) + Number(one.b === level)) / (2 * pairs)
  const levels = Array.from({ length: highestLevel - lowestLevel + 1 }, (_, index) => lowestLevel + index)
  const expected = levels.reduce(
    (sum, a) => sum + levels.reduce((inner, b) => inner + times(a) * times(b) * ((a - b) ** 2 / span), 0),
    0,
  )
  return {
    pairs,
    exact: total(one => Number(one.a === one.b)) / pairs,
    meanDifference: total(one => Math.abs(one.a - one.b)) / pairs,
    kappa: expected === 0 ? null : 1 - observed / expected,
  }
}

/** How an asesor (`a`) leans against the others (`b`): levels above them on average; null below `fewestPairs`. */
export function lean(given: readonly Pairs[]): number | null {
  const pairs = given.reduce((sum, one) => sum + one.count, 0)
  return pairs < fewestPairs ? null : given.reduce((sum, one) => sum + one.count * (one.a - one.b), 0) / pairs
}
