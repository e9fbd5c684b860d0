import type { Rating } from '../../rules/priority.ts'

/** What is known of a need beside its people. Null: nobody said. */
export type FactorValues = {
  difficulty: Rating | null
  importance: Rating | null
  frequency: Rating | null
  goalLink: 0 | 0.5 | 1 | null
  goalId: number | null
  /** The goal in words, where it stands in no plan here. */
  goal: string | null
  mandate: boolean | null
  mandateBasis: string | null
}
export const unknownFactor: FactorValues = {
  difficulty: null,
  importance: null,
  frequency: null,
  goalLink: null,
  goalId: null,
  goal: null,
  mandate: null,
  mandateBasis: null,
}

/** As it is typed: texts trimmed, '' where nothing was chosen. */
export type TypedFactor = Record<'difficulty' | 'importance' | 'frequency' | 'goalLink' | 'goal' | 'mandate' | 'basis', string>
export type FactorFlaw = {
  field: 'goal' | 'basis' | 'goalLink'
  flaw: 'goal_missing' | 'goal_unknown' | 'link_missing' | 'basis_missing'
}

const rating = (text: string): Rating | null => (text === 'r' || text === 's' || text === 't' ? text : null)
const links: Readonly<Record<string, 0 | 0.5 | 1>> = { '0': 0, '0.5': 0.5, '1': 1 }

/**
 * One row of the form. A link (½ or 1) names its goal, a mandate its act; a goal is one of `goals` (label to id) or what stood there before.
 * What is left open stays unknown.
 */
export function readFactor(
  typed: TypedFactor,
  goals: ReadonlyMap<string, number>,
  before: FactorValues,
): { ok: true; values: FactorValues } | { ok: false; flaws: FactorFlaw[] } {
  const flaws: FactorFlaw[] = []
  const goalLink = Object.hasOwn(links, typed.goalLink) ? links[typed.goalLink]! : null
  const goalId = goals.get(typed.goal) ?? null
  const kept = typed.goal !== '' && typed.goal === before.goal
  if (typed.goal !== '' && goalId === null && !kept) flaws.push({ field: 'goal', flaw: 'goal_unknown' })
  else if (goalLink !== null && goalLink > 0 && typed.goal === '') flaws.push({ field: 'goal', flaw: 'goal_missing' })
  else if (typed.goal !== '' && goalLink === null) flaws.push({ field: 'goalLink', flaw: 'link_missing' })
  const mandate = typed.mandate === 'ya' ? true : typed.mandate === 'tidak' ? false : null
  if (mandate === true && typed.basis.length < 5) flaws.push({ field: 'basis', flaw: 'basis_missing' })
  if (flaws.length > 0) return { ok: false, flaws }
  return {
    ok: true,
    values: {
      difficulty: rating(typed.difficulty),
      importance: rating(typed.importance),
      frequency: rating(typed.frequency),
      goalLink,
      goalId,
      goal: goalId === null && kept ? typed.goal : null,
      mandate,
      mandateBasis: typed.basis || null,
    },
  }
}

/** Whether two say the same. */
export const sameFactor = (a: FactorValues, b: FactorValues): boolean =>
  (Object.keys(unknownFactor) as (keyof FactorValues)[]).every(key => a[key] === b[key])

/** What the form shows for what is known; `labels` of goals by id. */
export const typedFactor = (values: FactorValues, labels: ReadonlyMap<number, string>): TypedFactor => ({
  difficulty: values.difficulty ?? '',
  importance: values.importance ?? '',
  frequency: values.frequency ?? '',
  goalLink: values.goalLink === null ? '' : String(values.goalLink),
  goal: (values.goalId !== null && labels.get(values.goalId)) || values.goal || '',
  mandate: values.mandate === null ? '' : values.mandate ? 'ya' : 'tidak',
  basis: values.mandateBasis ?? '',
})
