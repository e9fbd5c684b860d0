import { type Fraction, fraction, outOfHundred, over, plus } from '../../lessons/rules/fraction.ts'

export type Step = { id: number; required: boolean; done: boolean }

/** How far one has come, over what is required; optional lessons count for nothing and against nobody. */
export const progressOf = (steps: readonly Step[]): { done: number; of: number } => {
  const required = steps.filter(step => step.required)
  return { done: required.filter(step => step.done).length, of: required.length }
}

/** Where to go on: the first that is required and not done, then the first that is not done. Null: nothing is left. */
export const nextStep = <S extends Step>(steps: readonly S[]): S | null =>
  steps.find(step => step.required && !step.done) ?? steps.find(step => !step.done) ?? null

/** The plain mean of the best scores, out of 100; null where nothing was scored. */
export function finalScore(best: readonly Fraction[]): number | null {
  if (best.length === 0) return null
  return outOfHundred(over(best.reduce(plus, fraction(0, 1)), best.length))
}
