import { type Actor, coversInstansi, type Role, type Scope, scopeOf } from '../platform/actor.ts'

const readers: readonly Role[] = ['admin', 'pengelola', 'perencana', 'pembina', 'pimpinan', 'atasan']

/** The people whose ratings one may list by name: not Bappeda, and not who only assesses or teaches them. */
export const readRatings = (actor: Actor): Scope => scopeOf(actor, readers)

/** The same, and oneself. */
export const readRating = (actor: Actor): Scope => scopeOf(actor, [...readers, 'pegawai'])

/** Whom one may rate: the people of the instansi one keeps, and one's team. Never oneself, whatever the role. */
export const writeRatings = (actor: Actor): Scope => scopeOf(actor, ['admin', 'pengelola', 'atasan'])

type Somebody = { pegawaiId: number; instansiId: number }

const holds = (scope: Scope, { pegawaiId, instansiId }: Somebody) =>
  coversInstansi(scope, instansiId) || ((scope.kind === 'people' || scope.kind === 'mixed') && scope.people.includes(pegawaiId))

/** Why this actor may not rate this person, who lies in sight; null where it may. */
export function rateFlaw(actor: Actor, person: Somebody): 'self' | 'role' | null {
  if (actor.pegawaiId === person.pegawaiId) return 'self'
  return holds(writeRatings(actor), person) ? null : 'role'
}
