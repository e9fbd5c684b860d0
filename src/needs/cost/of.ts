import type { Tx } from '../../platform/db/index.ts'
import { type Policy, policyAt } from '../../policies/index.ts'
import { type GapCostValue, gapCostPolicy, ratesOf } from './policy.ts'
import { anyRate, type Load } from './rules/cost.ts'
import { type LoadKey, loadsOf, loadsOfNeeds, type Part } from './store.ts'

/** What an instansi says gaps cost, with the loads that it is applied to. */
export type Costed<L extends Load> = { policy: Policy<GapCostValue>; loads: L[] }

/** No loads are read where nothing is filled in. */
const costed = async <L extends Load>(policy: Policy<GapCostValue>, read: () => Promise<L[]>): Promise<Costed<L>> => ({
  policy,
  loads: anyRate(ratesOf(policy.value)) ? await read() : [],
})

/** The open gaps of an instansi by what it says on a day. */
export const openCostOf = async (tx: Tx, instansiId: number, day: string, part: Part): Promise<Costed<Load>> =>
  costed(await policyAt(tx, gapCostPolicy, instansiId, day), () => loadsOf(tx, [instansiId], part))

/** The gaps of some needs of kind `gap` for the post held. */
export const costOfNeeds = (tx: Tx, instansiId: number, policy: Policy<GapCostValue>, keys: readonly LoadKey[]) =>
  costed(policy, () => loadsOfNeeds(tx, instansiId, keys))
