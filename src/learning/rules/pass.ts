/** What of the lessons gives a score: the quizzes (no pre-test), the post-test, the assignments. */
export const scoreSources = ['quiz', 'posttest', 'assignment'] as const
export type ScoreSource = (typeof scoreSources)[number]
/**
 * One thing that is marked. `weight`: percent of the final score; those of a rule make 100. `from`: the lessons that give its score; absent:
 * who holds the class types it.
 */
export type PassComponent = { key: string; name: string; weight: number; from?: ScoreSource }
export type PassRule = {
  /** The least final score, 0 to 100; null: marks decide nothing. */
  mark: number | null
  components: readonly PassComponent[]
  /** Percent of the hours that one must have been there, 0 to 100; null: it is not asked. */
  attendance: number | null
  /** Which lessons must be done. */
  lessons: 'all' | 'required'
}

/** What a new course begins with. 85 percent is what providers do (found in two of their systems), no act that we have seen: unverified. */
export const usualPass: PassRule = { mark: null, components: [], attendance: 85, lessons: 'required' }

type Count = { done: number; of: number }
/** How many lessons somebody has done, of those the course has. */
export type LessonsDone = { all: Count; required: Count }

export type Standing = 'met' | 'missed' | 'unknown'
/** One condition of passing: what was asked, what there is (null: not known). */
export type PassWhy =
  | { condition: 'mark'; standing: Standing; need: number; have: number | null; without: string[] }
  | { condition: 'attendance'; standing: Standing; need: number; have: number | null }
  | { condition: 'lessons'; standing: Standing; need: number; have: number | null }

export type Passing = {
  /** Null: not known yet. One condition missed is enough to fail. */
  passed: boolean | null
  /** 0 to 100, two decimals; null where a component has no score yet, or there are no components. */
  final: number | null
  /** Every condition that the rule sets, in the order of the rule. */
  why: PassWhy[]
}

const hundredths = (value: number) => Math.round(value * 100)

/**
 * Whether somebody has passed. `scores`: 0 to 100 by key of the component; `attendance`: percent of the hours, null where nobody took it.
 * A score, an attendance, lessons that are not known stay unknown and are never read as 0. A rule that asks for nothing passes nobody.
 */
export function passes(
  rule: PassRule,
  scores: Readonly<Record<string, number | null | undefined>>,
  attendance: number | null,
  lessonsDone: LessonsDone | null,
): Passing {
  const why: PassWhy[] = []
  const without = rule.components.filter(one => (scores[one.key] ?? null) === null)
  // Hundredths of a score times weight: whole numbers until the one rounding, so that 69.995 is not 70.
  const whole = rule.components.reduce((sum, one) => sum + one.weight, 0)
  const weighed =
    rule.components.length === 0 || without.length > 0
      ? null
      : rule.components.reduce((sum, one) => sum + hundredths(scores[one.key]!) * one.weight, 0)
  const final = weighed === null ? null : Math.round(weighed / whole) / 100
  if (rule.mark !== null) {
    const standing = weighed === null ? 'unknown' : weighed >= hundredths(rule.mark) * whole ? 'met' : 'missed'
    why.push({ condition: 'mark', standing, need: rule.mark, have: final, without: without.map(one => one.name) })
  }
  if (rule.attendance !== null) {
    const standing = attendance === null ? 'unknown' : attendance >= rule.attendance ? 'met' : 'missed'
    why.push({ condition: 'attendance', standing, need: rule.attendance, have: attendance })
  }
  const lessons = lessonsDone?.[rule.lessons] ?? null
  if (lessons === null) why.push({ condition: 'lessons', standing: 'unknown', need: 0, have: null })
  else if (lessons.of > 0) {
    const standing = lessons.done >= lessons.of ? 'met' : 'missed'
    why.push({ condition: 'lessons', standing, need: lessons.of, have: lessons.done })
  }
  const standings = why.map(one => one.standing)
  const passed = standings.includes('missed') ? false : standings.length === 0 || standings.includes('unknown') ? null : true
  return { passed, final, why }
}

/**
 * What of a rule holds for who learns alone: nobody takes attendance or types scores, so that only what lessons score is marked, in its
 * proportions; where that is nothing, the lessons decide.
 */
export function aloneRule(rule: PassRule): PassRule {
  const components = rule.components.filter(one => one.from)
  return { mark: components.length > 0 ? rule.mark : null, components, attendance: null, lessons: rule.lessons }
}

export type PassFlaw = 'weights' | 'mark_alone' | 'mark_range' | 'attendance_range' | 'name_missing' | 'weight_range' | 'twice'

const isPercent = (value: number) => Number.isFinite(value) && value >= 0 && value <= 100

/** What is wrong with a rule: weights that do not make 100, a mark without anything that is marked … */
export function passFlaws(rule: PassRule): PassFlaw[] {
  const { mark, components, attendance } = rule
  const flaws: PassFlaw[] = []
  if (mark !== null && !isPercent(mark)) flaws.push('mark_range')
  if (attendance !== null && !isPercent(attendance)) flaws.push('attendance_range')
  if (mark !== null && components.length === 0) flaws.push('mark_alone')
  if (components.some(one => one.name === '')) flaws.push('name_missing')
  if (components.some(one => !Number.isInteger(one.weight) || one.weight < 1 || one.weight > 100)) flaws.push('weight_range')
  else if (components.length > 0 && components.reduce((sum, one) => sum + one.weight, 0) !== 100) flaws.push('weights')
  if (new Set(components.map(one => one.key)).size < components.length) flaws.push('twice')
  return flaws
}

const number = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : null)

/** The rule as it is stored with a version; `{}`: none was written, the usual one holds. */
export function storedPass(stored: unknown): PassRule {
  const value = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>
  if (Object.keys(value).length === 0) return usualPass
  const components = (Array.isArray(value.components) ? value.components : []) as Record<string, unknown>[]
  return {
    mark: number(value.mark),
    components: components.map(one => {
      const from = scoreSources.find(source => source === one.from)
      return { key: String(one.key), name: String(one.name), weight: number(one.weight) ?? 0, ...(from && { from }) }
    }),
    attendance: number(value.attendance),
    lessons: value.lessons === 'all' ? 'all' : 'required',
  }
}

/** The key of a component, from its name: `Aksi perubahan` → `aksi-perubahan`. Scores are kept by it. */
export const componentKey = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
