import { readOrganisation } from '../people/index.ts'
import { type Actor, coversInstansi, ownScopeOf, type Scope } from '../platform/actor.ts'
import type { PlanState } from './rules/plan.ts'

/** Plans are read by everybody of the instansi, whatever the role. */
export const readPlans: (actor: Actor) => Scope = readOrganisation

/** Who writes plans and goals, and where: each government its own, so that who guides others reads theirs and writes none of them. */
export const managePlans = (actor: Actor): Scope => ownScopeOf(actor, ['admin', 'pengelola', 'perencana', 'bappeda'])

/** Whether the actor may write the plans of this instansi; null: those of the nation, which only who holds the whole nation may. */
export const mayManage = (actor: Actor, instansiId: number | null): boolean => {
  const scope = managePlans(actor)
  return instansiId === null ? scope.kind === 'nation' : coversInstansi(scope, instansiId)
}

type Guided = { id: number; guidedBy: number | null }

/** The instansi that guide this one, the nearest first. */
export function guidesOf(instansiId: number, everyone: readonly Guided[]): number[] {
  const byId = new Map(everyone.map(row => [row.id, row.guidedBy]))
  const guides: number[] = []
  for (let at = byId.get(instansiId); at != null && !guides.includes(at); at = byId.get(at)) guides.push(at)
  return guides
}

/**
 * Whether the actor may read a plan: the nation's, those of the own scope, and those of who guides it. A draft is seen only by those
 * whose plan it is.
 */
export function mayRead(
  actor: Actor,
  plan: { instansiId: number | null; state: PlanState },
  everyone: readonly Guided[],
): boolean {
  const scope = readPlans(actor)
  if (scope.kind === 'nation') return true
  const { instansiId } = plan
  if (instansiId !== null && coversInstansi(scope, instansiId)) return true
  if (plan.state === 'draft') return false
  if (instansiId === null) return true
  return everyone.some(row => coversInstansi(scope, row.id) && guidesOf(row.id, everyone).includes(instansiId))
}
