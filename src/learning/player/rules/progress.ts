import type { Fraction } from '../../lessons/rules/fraction.ts'

export type Step = { id: number; required: boolean; done: boolean }

/** How far one has come, over what is required; optional lessons count for nothing and against nobody. */
export const progressOf = (steps: readonly Step[]): { done: number; of: number } => {
  const required = steps.filter(step => step.required)
  return { done: required.filter(step => step.done).length, of: required.length }
}

/** Where to go on: the first that is required and not done, then the first that is not done. Null: nothing is left. */
export const nextStep = <S extends Step>(steps: readonly S[]): S | null =>
  steps.find(step => step.required && !step.done) ?? steps.find(step => !step.done) ?? null

/** The plain mean of the best scores, out of 100, half up; null where nothing was scored. In big numbers: a mean of many shares outgrows the safe ones. */
export function finalScore(best: readonly Fraction[]): number | null {
  if (best.length === 0) return null
  let [num, den] = [0n, 1n]
  for (const one of best) [num, den] = [num * BigInt(one.den) + BigInt(one.num) * den, den * BigInt(one.den)]
  den *= BigInt(best.length)
  return Number((num * 20_000n + den) / (2n * den)) / 100
}
