import { add, atLeast, type Fraction, fraction, over, rounded, times } from './fraction.ts'

/** The version of this rule, stored with every score that it made. */
export const ruleVersion = 'prioritas-1'

export type Component = 'gap' | 'dif' | 'goal' | 'mandate' | 'reach'
export const componentNames: readonly [Component, ...Component[]] = ['gap', 'dif', 'goal', 'mandate', 'reach']

/** Each 0..1; null is unknown, which is not zero. */
export type Components = Record<Component, Fraction | null>

/** Local policy: weights in percent that sum to 100, tiers in hundredths of the score. */
export type Policy = { weights: Record<Component, number>; urgentFrom: number; importantFrom: number }

export type Tier = 'urgen' | 'penting' | 'dapat_ditunda' | 'belum_dapat_dinilai'
export type Priority = { score: number | null; known: number; missing: Component[]; tier: Tier }

const leastKnown = 2

export type Rating = 'r' | 's' | 't'
const points: Record<Rating, number> = { r: 1, s: 2, t: 3 }

/** Difficulty, importance, frequency, each rendah / sedang / tinggi: their sum over 9. Null when one is unknown. */
export function dif(difficulty: Rating | null, importance: Rating | null, frequency: Rating | null): Fraction | null {
  if (!difficulty || !importance || !frequency) return null
  return fraction(points[difficulty] + points[importance] + points[frequency], 9)
}

/** The mean gap of the people affected, over the widest gap there can be (4 levels). `gapSum` levels over `people`. */
export const gapComponent = (gapSum: number, people: number): Fraction | null =>
  people > 0 ? fraction(gapSum, 4 * people) : null

/** The people affected over the active staff of the same jenjang. Null where the staff is unknown. */
export const reachComponent = (people: number, staff: number): Fraction | null =>
  staff > 0 ? fraction(Math.min(people, staff), staff) : null

/**
 * The priority score (local policy; no regulation has a formula). Unknown components are left out and the weights are
 * rescaled over the known ones; with fewer than two known, or no weight on any, there is no score.
 * Score rounded to six places; tiers are decided on the exact value.
 */
export function priority(components: Components, policy: Policy): Priority {
  const known = componentNames.filter(name => components[name] !== null)
  const missing = componentNames.filter(name => components[name] === null)
  const weight = known.reduce((sum, name) => sum + policy.weights[name], 0)
  if (known.length < leastKnown || weight === 0) return { score: null, known: known.length, missing, tier: 'belum_dapat_dinilai' }
  const sum = known.reduce((total, name) => add(total, times(fraction(policy.weights[name]), components[name]!)), fraction(0))
  const score = over(sum, weight)
  const tier = atLeast(score, fraction(policy.urgentFrom, 100))
    ? 'urgen'
    : atLeast(score, fraction(policy.importantFrom, 100))
      ? 'penting'
      : 'dapat_ditunda'
  return { score: rounded(score, 6), known: known.length, missing, tier }
}
