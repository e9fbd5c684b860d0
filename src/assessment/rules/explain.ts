import { type Choice, type Chosen, choose, type Evidence } from './choice.ts'

/** What became of one kept result when the level that counts was chosen. */
export type Fate =
  | 'used'
  | 'replaced' // corrected, or changed by an appeal
  | 'future' // dated after the day
  | 'not_counted' // the instansi's rule leaves the method out
  | 'expired' // while another still holds
  | 'older' // a later one of the kind that speaks
  | 'lower' // another stands higher
  | 'later_method' // another method comes first
  | 'no_weight'
  | 'unconfirmed' // above the level that enough methods confirm, or too few of them

export type Kept = Evidence & { replaced: boolean }
export type Explained = { chosen: Chosen | null; fates: Map<number, Fate> }

/**
 * The level that counts and what became of every result: the same rule as `choose`, told one result at a time.
 * @param day yyyy-mm-dd
 */
export function explain(results: readonly Kept[], choice: Choice, day: string): Explained {
  const spoken = results.filter(one => !one.replaced)
  const chosen = choose(spoken, choice, day)
  const counted = spoken.filter(one => one.assessedOn <= day && choice.ranks[one.method] > 0)
  const anyValid = counted.some(one => one.validUntil >= day)
  const fates = new Map<number, Fate>()
  for (const one of results) fates.set(one.id, fateOf(one, { chosen, choice, day, anyValid, counted }))
  return { chosen, fates }
}

type Around = { chosen: Chosen | null; choice: Choice; day: string; anyValid: boolean; counted: readonly Kept[] }

function fateOf(one: Kept, { chosen, choice, day, anyValid, counted }: Around): Fate {
  if (one.replaced) return 'replaced'
  if (chosen?.ids.includes(one.id)) return 'used'
  if (one.assessedOn > day) return 'future'
  if (choice.ranks[one.method] === 0) return 'not_counted'
  if (anyValid && one.validUntil < day) return 'expired'
  if (choice.rule === 'highest' && one.level !== chosen?.level) return 'lower'
  if (choice.rule === 'latest' || choice.rule === 'highest')
    return one.assessedOn === chosen?.assessedOn && one.method !== chosen.method ? 'later_method' : 'older'
  if (choice.rule === 'prioritised') {
    const first = Math.min(
      ...counted.filter(other => !anyValid || other.validUntil >= day).map(other => choice.ranks[other.method]),
    )
    return choice.ranks[one.method] > first ? 'later_method' : 'older'
  }
  const newer = counted.some(
    other =>
      other.method === one.method &&
      (!anyValid || other.validUntil >= day) &&
      (other.assessedOn > one.assessedOn || (other.assessedOn === one.assessedOn && other.id > one.id)),
  )
  if (newer) return 'older'
  return choice.rule === 'weighted' ? 'no_weight' : chosen !== null && one.level < chosen.level ? 'lower' : 'unconfirmed'
}
