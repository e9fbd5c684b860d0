import { type Actor, coversInstansi, narrowTo, type Scope, scopeOf } from '../platform/actor.ts'
import { notFound } from '../platform/http/refusal.ts'

/** Imports belong to who manages the staff of a whole instansi. */
export const manageImports = (actor: Actor): Scope => scopeOf(actor, ['pengelola', 'admin'])

/** Whether the actor may bring in this kind of file at all: what all governments share, only who keeps the whole nation. */
export const mayImport = (actor: Actor, kind: { national?: boolean }): boolean =>
  !kind.national || manageImports(actor).kind === 'nation'

/** The scope of one instansi that the actor may import into. @throws Refusal 404 outside it */
export function importInto(actor: Actor, instansiId: number): Scope {
  const scope = manageImports(actor)
  if (!coversInstansi(scope, instansiId)) throw notFound()
  return narrowTo(scope, [instansiId])
}
