import type { Method } from '../../labels.ts'
import type { Aspect } from './potential.ts'

/** What finds potential. */
export const potentialMethods: readonly Method[] = ['assessment_center', 'cact', 'psikometri', 'wawancara']

/** Scores as they were typed; null where nothing was, or nothing that can be read. */
export type TypedPotential = {
  method: Method | null
  assessedOn: string | null
  /** Null: by the rule of validity. */
  validUntil: string | null
  scores: readonly { aspect: Aspect; score: number | null }[]
}

export type PotentialFlaw =
  | { field: 'method' | 'assessedOn' | 'scores'; flaw: 'missing' }
  | { field: 'assessedOn'; flaw: 'future' }
  | { field: 'validUntil'; flaw: 'before' }
  | { field: 'scores'; flaw: 'score'; aspect: Aspect }
  /** How long a result of that day holds is not known; `series` names the number that is missing. */
  | { field: 'validUntil'; flaw: 'unknown'; series: string }

/** What keeps scores from being recorded on `today` (`yyyy-mm-dd`) by a scale; empty where nothing does. */
export function potentialFlaws(
  { method, assessedOn, validUntil, scores }: TypedPotential,
  today: string,
  scale: { lowest: number; highest: number },
): PotentialFlaw[] {
  const flaws: PotentialFlaw[] = []
  if (method === null || !potentialMethods.includes(method)) flaws.push({ field: 'method', flaw: 'missing' })
  if (assessedOn === null) flaws.push({ field: 'assessedOn', flaw: 'missing' })
  else if (assessedOn > today) flaws.push({ field: 'assessedOn', flaw: 'future' })
  if (assessedOn !== null && validUntil !== null && validUntil < assessedOn) flaws.push({ field: 'validUntil', flaw: 'before' })
  if (scores.length === 0) flaws.push({ field: 'scores', flaw: 'missing' })
  for (const { aspect, score } of scores) {
    if (score === null || score < scale.lowest || score > scale.highest) flaws.push({ field: 'scores', flaw: 'score', aspect })
  }
  return flaws
}
