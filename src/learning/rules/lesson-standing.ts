import type { LessonsDone, PassRule, ScoreSource } from './pass.ts'

/** Lessons of one kind with how far one person has come. `scored` of them have a score, out of 100, that makes up `sum`. */
export type LessonGroup = {
  /** What they are scored for; null: nothing. */
  source: ScoreSource | null
  required: boolean
  of: number
  done: number
  scored: number
  sum: number
}

/** How far somebody has come with the lessons that a rule asks for, and the scores of the components that come from lessons. */
export type LessonStanding = { done: LessonsDone; scores: Record<string, number | null> }

/** Classes that are taught in lessons; in the others only what is scored must be done, for the rest was taught in sessions. */
const taughtInLessons: ReadonlySet<string> = new Set(['blended', 'jarak_jauh', 'mandiri'])

const countOf = (groups: readonly LessonGroup[]) => ({
  done: groups.reduce((sum, one) => sum + one.done, 0),
  of: groups.reduce((sum, one) => sum + one.of, 0),
})

/**
 * The lessons of one person before a rule. A score is the plain mean over all lessons of its kind that must be done, two decimals; null
 * as long as one of them has none.
 */
export function lessonStanding(rule: PassRule, pattern: string, groups: readonly LessonGroup[]): LessonStanding {
  const sources = new Set(rule.components.map(one => one.from))
  const isScored = ({ source }: LessonGroup) => source !== null && sources.has(source)
  const asked = taughtInLessons.has(pattern) ? groups : groups.filter(isScored)
  const required = asked.filter(one => one.required)
  const counted = rule.lessons === 'all' ? asked : required
  const scores = rule.components.flatMap(({ key, from }): [string, number | null][] => {
    if (!from) return []
    const theirs = counted.filter(one => one.source === from)
    const scored = theirs.reduce((sum, one) => sum + one.scored, 0)
    const sum = theirs.reduce((total, one) => total + one.sum, 0)
    return [[key, scored > 0 && scored === countOf(theirs).of ? Math.round((sum * 100) / scored) / 100 : null]]
  })
  return { done: { all: countOf(asked), required: countOf(required) }, scores: Object.fromEntries(scores) }
}
