import type { Actor } from '../platform/actor.ts'
import { audit } from '../platform/audit/index.ts'
import { inScope, type Tx } from '../platform/db/index.ts'
import type { Services } from '../platform/http/context.ts'
import { notFound } from '../platform/http/refusal.ts'
import { emit } from '../platform/outbox.ts'
import { managePlans } from './access.ts'
import { nextStates, type PlanState, type PlanValues } from './rules/plan.ts'
import * as store from './store/plan.ts'

/** `in_use`: something outside the plan holds on to one of its goals. `stale`: it is no longer in the state the form was about. */
export type PlanChange = 'done' | 'same' | 'stale' | 'basis_missing' | 'in_use'

type Where = { id: number; instansiId: number | null }

/** One change of a plan: in the scope of who may, with its trail and its fact. The route has asked whether this actor may. */
function change(
  services: Services,
  by: Actor,
  { id, instansiId }: Where,
  work: (tx: Tx, now: { state: PlanState; legalBasis: string | null }) => Promise<{ verb: string; detail?: object } | PlanChange>,
): Promise<PlanChange> {
  return inScope(services.db, managePlans(by), async tx => {
    const now = await store.lockPlan(tx, id)
    if (!now) throw notFound()
    const entry = await work(tx, now)
    if (typeof entry === 'string') return entry
    await audit(tx, by.accountId, services.clock.now(), { ...entry, subject: `development_plan:${id}`, instansiId })
    await emit(tx, 'goals.changed', { instansiId })
    return 'done'
  })
}

/** Begins a plan, as a draft. */
export const createPlan = (services: Services, by: Actor, instansiId: number | null, values: PlanValues): Promise<number> =>
  inScope(services.db, managePlans(by), async tx => {
    const now = services.clock.now()
    const id = await store.insertPlan(tx, instansiId, values, { by: by.accountId, at: now })
    await audit(tx, by.accountId, now, {
      verb: 'create_development_plan',
      subject: `development_plan:${id}`,
      instansiId,
      detail: { after: values },
    })
    return id
  })

/** Writes the card of a plan; its years only while a draft. What kind of plan it is, and whose, was said when it was begun. */
export const updatePlan = (services: Services, by: Actor, plan: store.Plan, values: PlanValues): Promise<PlanChange> =>
  change(services, by, plan, async (tx, now) => {
    if (now.state === 'archived' || now.state !== plan.state) return 'stale'
    const before: PlanValues = {
      kind: plan.kind,
      name: plan.name,
      unitId: plan.unit?.id ?? null,
      yearFrom: plan.yearFrom,
      yearUntil: plan.yearUntil,
      legalBasis: plan.legalBasis,
      verified: plan.verified,
    }
    const { name, legalBasis, verified, yearFrom, yearUntil } = values
    const after = { ...before, name, legalBasis, verified, ...(now.state === 'draft' ? { yearFrom, yearUntil } : {}) }
    if ((Object.keys(after) as (keyof PlanValues)[]).every(key => after[key] === before[key])) return 'same'
    await store.savePlan(tx, plan.id, after)
    return { verb: 'update_development_plan', detail: { before, after } }
  })

/** Puts a draft into force. The active plan of the same kind and office, if there is one, goes into the archive with it. */
export const activatePlan = (services: Services, by: Actor, plan: Where): Promise<PlanChange> =>
  change(services, by, plan, async (tx, now) => {
    if (!nextStates[now.state].includes('active')) return 'stale'
    if (now.legalBasis === null) return 'basis_missing'
    const made = { by: by.accountId, at: services.clock.now() }
    const before = await store.activeBefore(tx, plan.id)
    if (before) {
      await store.markArchived(tx, before.id, made)
      await audit(tx, by.accountId, made.at, {
        verb: 'archive_development_plan',
        subject: `development_plan:${before.id}`,
        instansiId: plan.instansiId,
      })
    }
    await store.markActive(tx, plan.id, made)
    return { verb: 'activate_development_plan', detail: { legalBasis: now.legalBasis, replaces: before?.id ?? null } }
  })

export const archivePlan = (services: Services, by: Actor, plan: Where): Promise<PlanChange> =>
  change(services, by, plan, async (tx, now) => {
    if (!nextStates[now.state].includes('archived')) return 'stale'
    await store.markArchived(tx, plan.id, { by: by.accountId, at: services.clock.now() })
    return { verb: 'archive_development_plan' }
  })

/** Removes a draft with its goals. What was once in force stays. */
export async function removePlan(services: Services, by: Actor, plan: store.Plan): Promise<PlanChange> {
  try {
    return await change(services, by, plan, async (tx, now) => {
      if (now.state !== 'draft') return 'stale'
      await store.deletePlan(tx, plan.id)
      return { verb: 'remove_development_plan', detail: { name: plan.name, kind: plan.kind } }
    })
  } catch (error) {
    if ((error as { code?: string }).code === '23503') return 'in_use'
    throw error
  }
}
