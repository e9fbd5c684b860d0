import {
  type PerformancePredicate,
  type PerformanceRating,
  type PredicateMatrix,
  performanceRatings,
} from '../../regulation/index.ts'

/** What is known of one rating; null: not known. */
export type Known = {
  result: PerformanceRating | null
  behaviour: PerformanceRating | null
  predicate: PerformancePredicate | null
}

export type Settled =
  | {
      ok: true
      predicate: PerformancePredicate | null
      /** Whether results, and behaviour, were below expectation; null where what is known does not tell. */
      resultBelow: boolean | null
      behaviourBelow: boolean | null
    }
  /** `computed`: what the matrix gives instead; null where a rating is missing. */
  | { ok: false; computed: PerformancePredicate | null }

/** The predicate of two ratings (PermenPANRB 6/2022); null where one of them is not known. */
export const predicateOf = (
  matrix: PredicateMatrix,
  result: PerformanceRating | null,
  behaviour: PerformanceRating | null,
): PerformancePredicate | null => (result === null || behaviour === null ? null : matrix[result][behaviour])

const everywhere = (flags: readonly boolean[]): boolean | null =>
  flags.every(Boolean) ? true : flags.some(Boolean) ? null : false

/**
 * Completes what is known by the matrix: the predicate where both ratings are, and whether either was below expectation where every
 * cell of the matrix that fits agrees. A predicate that fits no cell contradicts its ratings.
 */
export function settle(matrix: PredicateMatrix, { result, behaviour, predicate }: Known): Settled {
  const computed = predicateOf(matrix, result, behaviour)
  const fitting = performanceRatings
    .flatMap(r => performanceRatings.map(b => ({ r, b })))
    .filter(
      ({ r, b }) =>
        (result === null || r === result) &&
        (behaviour === null || b === behaviour) &&
        (predicate === null || matrix[r][b] === predicate),
    )
  if (fitting.length === 0) return { ok: false, computed }
  return {
    ok: true,
    predicate: predicate ?? computed,
    resultBelow: everywhere(fitting.map(({ r }) => r === 'di_bawah')),
    behaviourBelow: everywhere(fitting.map(({ b }) => b === 'di_bawah')),
  }
}
