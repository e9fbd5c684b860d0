import type { Tx } from '../../platform/db/index.ts'
import { policyThrough } from '../../policies/index.ts'
import { jpPolicy } from './policy.ts'
import { choiceOf, type JpChoice } from './rules/choice.ts'
import { judgedOn } from './rules/employment.ts'

export type ChoiceOfYear = { choice: JpChoice; policyId: number | null; source: string; verified: boolean }

/** What an instansi chose for each year: what held at its end, or on `today` while it runs. */
export async function choicesBy(tx: Tx, instansiId: number, today: string): Promise<(year: number) => ChoiceOfYear> {
  const at = await policyThrough(tx, jpPolicy, instansiId)
  const known = new Map<number, ChoiceOfYear>()
  return year => {
    const before = known.get(year)
    if (before) return before
    const { value, id, source, verified } = at(judgedOn(year, today))
    const chosen = { choice: choiceOf(value), policyId: id, source, verified }
    known.set(year, chosen)
    return chosen
  }
}
