import type { Tx } from '../../platform/db/index.ts'
import { type Policy, policyAt } from '../../policies/index.ts'
import { type GapCostValue, gapCostPolicy, ratesOf } from './policy.ts'
import { anyRate, type Load } from './rules/cost.ts'
import { type LoadKey, loadsOf, loadsOfNeeds, type Part } from './store.ts'

/** What an instansi says gaps cost on a day, with the loads that it is applied to; no loads are read where nothing is filled in. */
async function costed<L extends Load>(
  tx: Tx,
  instansiId: number,
  day: string,
  read: () => Promise<L[]>,
): Promise<{ policy: Policy<GapCostValue>; loads: L[] }> {
  const policy = await policyAt(tx, gapCostPolicy, instansiId, day)
  return { policy, loads: anyRate(ratesOf(policy.value)) ? await read() : [] }
}

/** The open gaps of an instansi, or of an OPD of it; in some competencies, or (null) in all. */
export const openCostOf = (
  tx: Tx,
  instansiId: number,
  day: string,
  part: Part
) => costed(tx, instansiId, day, () => loadsOf(tx, [instansiId], part))

/** The gaps of some needs of kind `gap` for the post held. */
export const costOfNeeds = (tx: Tx, instansiId: number, day: string, keys: readonly LoadKey[]) =>
  costed(tx, instansiId, day, () => loadsOfNeeds(tx, instansiId, keys))
