import { potentialScale } from '../../../regulation/index.ts'
import { type AspectResult, potentialShare, spokenAspects } from '../../potential/rules/potential.ts'
import { type Ikk, type IkkWeights, ikk, type Share } from '../../rules/ikk.ts'

/** Where one person stands: potential, competence, and the index that joins them. */
export type PersonStanding<R extends AspectResult = AspectResult> = {
  /** Of each aspect the result that counts. */
  spoken: R[]
  potential: Share | null
  competency: Share | null
  weights: IkkWeights
  ikk: Ikk | null
}

/**
 * Weighs what is known of one person on a day `yyyy-mm-dd`. What is unknown makes the index unknown, never smaller.
 * @param competency the job person match by the local cap; null where nothing was assessed
 * @throws OutsideSeries where no scale or bands hold on the day
 */
export function weigh<R extends AspectResult>(
  results: readonly R[],
  competency: Share | null,
  weights: IkkWeights,
  day: string,
): PersonStanding<R> {
  const spoken = spokenAspects(results, day)
  const potential = potentialShare(
    spoken.map(one => one.score),
    potentialScale.at(day).value.highest,
  )
  return { spoken, potential, competency, weights, ikk: ikk(potential, competency, weights, day) }
}
