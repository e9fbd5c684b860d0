import type { Actor } from '../platform/actor.ts'
import { audit } from '../platform/audit/index.ts'
import { inScope, type Tx } from '../platform/db/index.ts'
import type { Services } from '../platform/http/context.ts'
import { emit } from '../platform/outbox.ts'
import { managePlans } from './access.ts'
import type { GoalValues } from './rules/goal.ts'
import * as store from './store/goal.ts'
import { lockPlan, type Plan } from './store/plan.ts'

/** What the form of a goal says, checked, with what it points to: all of the same plan, or of plans above. */
export type PlacedGoal = GoalValues & { parentId: number | null; servesGoalId: number | null; unitId: number | null }

/** `archived`: the plan is closed by now. `taken`: the plan has a goal of this code. `in_use`: something holds on to it. */
type Refused = 'archived' | 'taken' | 'in_use'
export type GoalChange = { ok: true; id: number; changed: boolean } | { ok: false; flaw: Refused }

type Entry = { id: number; verb: string; detail: object } | { id: number; verb: null }

/** One change of a goal, in the scope of who may, with its trail and its fact. The route has asked whether this actor may. */
async function change(
  services: Services,
  by: Actor,
  plan: Plan,
  work: (tx: Tx, now: Date) => Promise<Entry>,
): Promise<GoalChange> {
  try {
    return await inScope(services.db, managePlans(by), async tx => {
      const now = services.clock.now()
      if ((await lockPlan(tx, plan.id))?.state === 'archived') return { ok: false, flaw: 'archived' }
      const entry = await work(tx, now)
      if (entry.verb === null) return { ok: true, id: entry.id, changed: false }
      const { id, verb, detail } = entry
      await audit(tx, by.accountId, now, {
        verb,
        subject: `goal:${id}`,
        instansiId: plan.instansiId,
        detail: { ...detail, plan: plan.id },
      })
      await emit(tx, 'goals.changed', { instansiId: plan.instansiId })
      return { ok: true, id, changed: true }
    })
  } catch (error) {
    const code = (error as { code?: string }).code
    if (code === '23505') return { ok: false, flaw: 'taken' }
    if (code === '23503') return { ok: false, flaw: 'in_use' }
    throw error
  }
}

export const createGoal = (services: Services, by: Actor, plan: Plan, values: PlacedGoal): Promise<GoalChange> =>
  change(services, by, plan, async (tx, now) => {
    const id = await store.insertGoal(tx, plan.id, values, now)
    return { id, verb: 'create_goal', detail: { after: values } }
  })

export const updateGoal = (
  services: Services,
  by: Actor,
  plan: Plan,
  goal: store.Goal,
  values: PlacedGoal,
): Promise<GoalChange> =>
  change(services, by, plan, async (tx, now) => {
    const before = placed(goal)
    if (text(before) === text(values)) return { id: goal.id, verb: null }
    await store.saveGoal(tx, goal.id, values, now)
    return { id: goal.id, verb: 'update_goal', detail: { before, after: values } }
  })

export const removeGoal = (services: Services, by: Actor, plan: Plan, goal: store.Goal): Promise<GoalChange> =>
  change(services, by, plan, async tx => {
    await store.deleteGoal(tx, goal.id)
    return { id: goal.id, verb: 'remove_goal', detail: { before: placed(goal) } }
  })

/** A goal as the form would say it. */
const placed = (goal: store.Goal): PlacedGoal => ({
  kind: goal.kind,
  code: goal.code,
  name: goal.name,
  unitOfMeasure: goal.unitOfMeasure,
  baseline: goal.baseline,
  baselineYear: goal.baselineYear,
  higherIsBetter: goal.higherIsBetter,
  targets: goal.targets,
  parentId: goal.parentId,
  servesGoalId: goal.serves?.id ?? null,
  unitId: goal.unit?.id ?? null,
})

const text = (goal: PlacedGoal) => {
  const { targets, ...rest } = goal
  return JSON.stringify([Object.entries(rest).sort(), Object.entries(targets).sort()])
}
