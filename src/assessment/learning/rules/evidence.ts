/** What an instansi lets a passed learning do to a level. */
export type LearningEffect = 'raise' | 'propose' | 'ignore'
export const learningEffects: readonly LearningEffect[] = ['raise', 'propose', 'ignore']

export type LearningRule = {
  effect: LearningEffect
  /** By how many levels one learning raises at most. */
  mostSteps: number
  /** The final score, 0 to 100, below which it is proposed and not raised; 0: none is asked. */
  minScore: number
}

/** `confirmed`: the level was held already. `proposed`: somebody decides. */
export type Outcome = 'confirmed' | 'raised' | 'proposed' | 'ignored'
/** `rule`: the instansi chose so. `choice`: kept as a result, but by the rule of choice another one counts. `score`: too low, or none given. `unassessed`: no valid level to raise. `validity`: no rule says how long it would hold. */
export type Why = 'held' | 'rule' | 'score' | 'unassessed' | 'validity' | 'choice'
export type Taken = { outcome: Outcome; to: number | null; why: Why }

/** What passing taught, and how well: the level reached, the final score (null: none was given). */
export type Taught = { level: number; score: number | null }

/**
 * What one passed learning is taken for.
 * A level that is not known is never set by a course alone: somebody looks at it first. A learning never lowers a level.
 * @param now the level that counts and is valid; null: not assessed, or expired
 * @see no act regulates it; the rule is the instansi's
 */
export function takenFor({ level, score }: Taught, now: number | null, rule: LearningRule): Taken {
  if (now !== null && now >= level) return { outcome: 'confirmed', to: null, why: 'held' }
  if (rule.effect === 'ignore') return { outcome: 'ignored', to: null, why: 'rule' }
  const to = now === null ? level : Math.min(level, now + rule.mostSteps)
  const proposed = (why: Why): Taken => ({ outcome: 'proposed', to, why })
  if (rule.minScore > 0 && (score === null || score < rule.minScore)) return proposed('score')
  if (rule.effect === 'propose') return proposed('rule')
  return now === null ? proposed('unassessed') : { outcome: 'raised', to, why: 'rule' }
}

/**
 * What a raise came to once it stands among the other results; null: it moved nothing, as the instansi's rule of choice lets another speak.
 * @param counts the level that counts now; null: none does
 */
export const cameTo = (before: number | null, to: number, counts: number | null): number | null =>
  counts !== null && counts > (before ?? 0) ? Math.min(to, counts) : null
