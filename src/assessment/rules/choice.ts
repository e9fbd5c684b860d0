import type { Method } from '../labels.ts'

/** Which of the kept results speaks: what an instansi chooses. */
export type ChoiceRule = 'latest' | 'highest' | 'prioritised' | 'weighted' | 'at_least_n'
export const choiceRules: readonly ChoiceRule[] = ['latest', 'highest', 'prioritised', 'weighted', 'at_least_n']

export type Choice = {
  rule: ChoiceRule
  /** For `at_least_n`: how many methods must confirm a level. */
  atLeast: number
  /** 1 speaks first; 0 is kept but does not count, whatever the rule. */
  ranks: Record<Method, number>
  /** For `weighted`: whole numbers; 0 leaves the method out of the mean. */
  weights: Record<Method, number>
}

export type Evidence = { id: number; level: number; method: Method; assessedOn: string; validUntil: string }

export type Chosen = {
  level: number
  /** Of a weighted mean, before rounding: n/d. */
  value: { n: number; d: number } | null
  /** The results it rests on. */
  ids: number[]
  /** Null where several methods make it together. */
  method: Method | null
  assessedOn: string
  validUntil: string
}

/** Later first; of one day the method that the instansi ranks first, then what was recorded last. */
const newerBy =
  ({ ranks }: Choice) =>
  (a: Evidence, b: Evidence) =>
    a.assessedOn === b.assessedOn ? ranks[a.method] - ranks[b.method] || b.id - a.id : a.assessedOn < b.assessedOn ? 1 : -1

/**
 * The level that counts on a day `yyyy-mm-dd` and the results it rests on; null where none counts or too few confirm one another.
 * Results that are valid that day come before expired ones; of a method with several the latest speaks where methods are combined; of one
 * day the method ranked first speaks.
 * A weighted mean is rounded to the nearest level, a half downwards: in doubt the lower is certain.
 * @see DOMAIN.md 2; the rule is the instansi's (no act sets one)
 */
export function choose(results: readonly Evidence[], choice: Choice, day: string): Chosen | null {
  const counted = results.filter(one => one.assessedOn <= day && choice.ranks[one.method] > 0)
  const valid = counted.filter(one => one.validUntil >= day)
  const newer = newerBy(choice)
  const live = [...(valid.length > 0 ? valid : counted)].sort(newer)
  if (live.length === 0) return null
  if (choice.rule === 'latest') return picked(live[0]!)
  if (choice.rule === 'highest') return picked([...live].sort((a, b) => b.level - a.level || newer(a, b))[0]!)
  if (choice.rule === 'prioritised')
    return picked([...live].sort((a, b) => choice.ranks[a.method] - choice.ranks[b.method] || newer(a, b))[0]!)
  const perMethod = live.filter((one, index) => live.findIndex(other => other.method === one.method) === index)
  return choice.rule === 'weighted' ? weighted(perMethod, choice) : confirmed(perMethod, choice.atLeast)
}

const picked = (one: Evidence): Chosen => ({
  level: one.level,
  value: null,
  ids: [one.id],
  method: one.method,
  assessedOn: one.assessedOn,
  validUntil: one.validUntil,
})

const together = (level: number, value: Chosen['value'], used: readonly Evidence[]): Chosen => ({
  level,
  value,
  ids: used.map(one => one.id).sort((a, b) => a - b),
  method: used.length === 1 ? used[0]!.method : null,
  assessedOn: used
    .map(one => one.assessedOn)
    .sort()
    .at(-1)!,
  validUntil: used.map(one => one.validUntil).sort()[0]!,
})

function weighted(perMethod: readonly Evidence[], { weights }: Choice): Chosen | null {
  const used = perMethod.filter(one => weights[one.method] > 0)
  const d = used.reduce((sum, one) => sum + weights[one.method], 0)
  if (d === 0) return null
  const n = used.reduce((sum, one) => sum + weights[one.method] * one.level, 0)
  return together(Math.floor((2 * n + d - 1) / (2 * d)), { n, d }, used)
}

function confirmed(perMethod: readonly Evidence[], atLeast: number): Chosen | null {
  const level = perMethod.map(one => one.level).sort((a, b) => b - a)[atLeast - 1]
  if (level === undefined) return null
  return together(
    level,
    null,
    perMethod.filter(one => one.level >= level),
  )
}
