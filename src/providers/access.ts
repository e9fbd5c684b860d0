import { type Actor, coversInstansi, hasRole, ownScopeOf, type Role, type Scope, scopeOf } from '../platform/actor.ts'

const readers: readonly Role[] = [
  'admin',
  'pengelola',
  'perencana',
  'pembina',
  'pimpinan',
  'bappeda',
  'penyelenggara',
  'fasilitator',
]

/** Institutions, their offers and accreditation hold no person: who plans or teaches reads them all, whoever keeps them. */
export const mayRead = (actor: Actor): boolean => hasRole(actor, ...readers)

/** Who keeps the register of institutions: each government its own. */
export const manageProviders = (actor: Actor): Scope => ownScopeOf(actor, ['admin', 'pengelola', 'perencana'])

/**
 * Into which register this actor brings a new institution: an instansi, null the nation's, undefined none. Asked for nothing it is that of
 * the own government, else the first that the actor keeps.
 */
export function registerFor(actor: Actor, nation: boolean): number | null | undefined {
  const scope = manageProviders(actor)
  const home = actor.homeInstansiId
  if (scope.kind === 'nation' && (nation || home === null)) return null
  if (nation) return undefined
  if (home !== null && coversInstansi(scope, home)) return home
  return scope.kind === 'instansi' || scope.kind === 'mixed' ? scope.instansi[0] : undefined
}

/** Whose register an institution stands in (null: the nation's), and who of its staff has an account here. */
export type Kept = { instansiId: number | null; staff: readonly string[] }

/** Whether the actor keeps the card of this institution: its staff, agreements, accreditation, offers. */
export function mayKeep(actor: Actor, { instansiId }: Pick<Kept, 'instansiId'>): boolean {
  const scope = manageProviders(actor)
  return instansiId === null ? scope.kind === 'nation' : coversInstansi(scope, instansiId)
}

/** Whether the actor makes its courses and holds its classes: who keeps it, and its staff. */
export const mayTeach = (actor: Actor, provider: Kept): boolean =>
  mayKeep(actor, provider) || (hasRole(actor, 'penyelenggara', 'fasilitator') && provider.staff.includes(actor.accountId))

/** Whether the actor writes an agreement: who keeps the institution, and each government those that it made itself. */
export const mayAgree = (actor: Actor, provider: Kept, instansiId: number): boolean =>
  mayKeep(actor, provider) || coversInstansi(manageProviders(actor), instansiId)

/** An agreement is read by its two sides, and by who guides the government that made it. */
export const readAgreements = (actor: Actor): Scope => scopeOf(actor, readers)
export const mayReadAgreement = (actor: Actor, provider: Kept, instansiId: number): boolean =>
  mayTeach(actor, provider) || coversInstansi(readAgreements(actor), instansiId)
