import { add, atLeast, type Fraction, fraction, over, rounded, times } from './fraction.ts'

/** The version of this rule, stored with every score that it made. */
export const ruleVersion = 'prioritas-2'

export type Component = 'gap' | 'dif' | 'goal' | 'mandate' | 'reach'
export const componentNames: readonly [Component, ...Component[]] = ['gap', 'dif', 'goal', 'mandate', 'reach']

/** Each 0..1; null is unknown, which is not zero. */
export type Components = Record<Component, Fraction | null>

/** Local policy: weights in percent that sum to 100, tiers in hundredths of the score, and how many components urgen asks to be known. */
export type Policy = { weights: Record<Component, number>; urgentFrom: number; importantFrom: number; urgentKnown: number }

export type Tier = 'urgen' | 'penting' | 'dapat_ditunda' | 'belum_dapat_dinilai'
export type Priority = { score: number | null; known: number; missing: Component[]; tier: Tier }

/** With fewer known there is no score at all. */
export const leastKnown = 2

export type Rating = 'r' | 's' | 't'
const points: Record<Rating, number> = { r: 1, s: 2, t: 3 }

/** Difficulty, importance, frequency, each rendah / sedang / tinggi: their sum over 9. Null when one is unknown. */
export function dif(difficulty: Rating | null, importance: Rating | null, frequency: Rating | null): Fraction | null {
  if (!difficulty || !importance || !frequency) return null
  return fraction(points[difficulty] + points[importance] + points[frequency], 9)
}

/**
 * What is known of a need's DIF. Null: not said. `dif_points` is the sum of difficulty, importance and frequency (3..9 each) over the
 * `dif_posts` jabatan of the jenjang that were rated themselves; both null where none was.
 */
export type KnownDif = {
  difficulty: Rating | null
  importance: Rating | null
  frequency: Rating | null
  dif_points: number | null
  dif_posts: number | null
}

/** The plain mean of the jabatan that were rated themselves, exact; where none was, what was typed for the jenjang. Null where neither is known. */
export const difOf = (known: KnownDif): Fraction | null =>
  known.dif_points !== null && known.dif_posts !== null
    ? fraction(known.dif_points, 9 * known.dif_posts)
    : dif(known.difficulty, known.importance, known.frequency)

/** The mean gap of the people affected, over the widest gap there can be (4 levels). `gapSum` levels over `people`. */
export const gapComponent = (gapSum: number, people: number): Fraction | null =>
  people > 0 ? fraction(gapSum, 4 * people) : null

/** The people affected over the active staff of the same jenjang. Null where the staff is unknown. */
export const reachComponent = (people: number, staff: number): Fraction | null =>
  staff > 0 ? fraction(Math.min(people, staff), staff) : null

/**
 * The priority score (local policy; no regulation has a formula). Unknown components are left out and the weights are
 * rescaled over the known ones; with fewer than two known, or no weight on any, there is no score. With fewer than `urgentKnown`
 * it is never urgen: a high score of so few is provisional, and counts as penting.
 * Score rounded to six places; tiers are decided on the exact value.
 */
export function priority(components: Components, policy: Policy): Priority {
  const known = componentNames.filter(name => components[name] !== null)
  const missing = componentNames.filter(name => components[name] === null)
  const weight = known.reduce((sum, name) => sum + policy.weights[name], 0)
  if (known.length < leastKnown || weight === 0) return { score: null, known: known.length, missing, tier: 'belum_dapat_dinilai' }
  const sum = known.reduce((total, name) => add(total, times(fraction(policy.weights[name]), components[name]!)), fraction(0))
  const score = over(sum, weight)
  const isUrgent = known.length >= policy.urgentKnown && atLeast(score, fraction(policy.urgentFrom, 100))
  const tier = isUrgent ? 'urgen' : atLeast(score, fraction(policy.importantFrom, 100)) ? 'penting' : 'dapat_ditunda'
  return { score: rounded(score, 6), known: known.length, missing, tier }
}

type Ranked = Pick<Priority, 'score' | 'tier'> & { id: number }

/** The order of the ranking: urgen first, then the highest score; what has none last; then by id. */
export const byRank = (a: Ranked, b: Ranked): number =>
  Number(b.tier === 'urgen') - Number(a.tier === 'urgen') || (b.score ?? -1) - (a.score ?? -1) || a.id - b.id

/** True where only too few known components keep a need from being urgen. */
export const isProvisional = (need: Pick<Priority, 'score' | 'known' | 'tier'>, policy: Policy): boolean =>
  need.tier === 'penting' && need.known < policy.urgentKnown && need.score !== null && need.score * 100 >= policy.urgentFrom
