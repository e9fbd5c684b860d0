import { type Actor, coversInstansi, type Scope, scopeOf } from '../platform/actor.ts'

/** How far the mapping is: figures without names, for Bappeda as well. */
export const readCoverage = (actor: Actor): Scope =>
  scopeOf(actor, ['admin', 'pengelola', 'perencana', 'bappeda', 'pembina', 'pimpinan'])

/** Who is missing from the mapping: names, so without Bappeda. */
export const readMissing = (actor: Actor): Scope => scopeOf(actor, ['admin', 'pengelola', 'perencana', 'pembina', 'pimpinan'])

/** Where people stand: the gap index and the recap of results, by name. */
export const readStandings = (actor: Actor): Scope => readMissing(actor)

/** The levels somebody was assessed at. Who only teaches a person or runs a class needs no levels. */
export const readResults = (actor: Actor): Scope =>
  scopeOf(actor, ['admin', 'pengelola', 'perencana', 'pembina', 'pimpinan', 'asesor', 'atasan', 'pegawai'])

/** Whose results one may write down: the people of the instansi one keeps, and those one assesses. */
export const writeResults = (actor: Actor): Scope => scopeOf(actor, ['admin', 'pengelola', 'asesor'])

/** Why this actor may not record results of this person, who lies in sight; null where it may. Nobody records the own, whatever the role. */
export function recordFlaw(actor: Actor, person: { pegawaiId: number; instansiId: number }): 'self' | 'role' | null {
  if (actor.pegawaiId === person.pegawaiId) return 'self'
  const scope = writeResults(actor)
  const among = (scope.kind === 'people' || scope.kind === 'mixed') && scope.people.includes(person.pegawaiId)
  return among || coversInstansi(scope, person.instansiId) ? null : 'role'
}
