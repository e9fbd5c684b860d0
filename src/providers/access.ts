import { type Actor, coversInstansi, hasRole, ownScopeOf, type Scope } from '../platform/actor.ts'

/** Who keeps the register of institutions: each government its own. */
export const manageProviders = (actor: Actor): Scope => ownScopeOf(actor, ['admin', 'pengelola', 'perencana'])

/** Whose register an institution stands in (null: the nation's), and who of its staff has an account here. */
export type Kept = { instansiId: number | null; staff: readonly string[] }

/** Whether the actor keeps the card of this institution: its staff, agreements, accreditation, offers. */
export function mayKeep(actor: Actor, { instansiId }: Kept): boolean {
  const scope = manageProviders(actor)
  return instansiId === null ? scope.kind === 'nation' : coversInstansi(scope, instansiId)
}

/** Whether the actor makes its courses and holds its classes: who keeps it, and its staff. */
export const mayTeach = (actor: Actor, provider: Kept): boolean =>
  mayKeep(actor, provider) || (hasRole(actor, 'penyelenggara', 'fasilitator') && provider.staff.includes(actor.accountId))
