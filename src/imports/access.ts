import { type Actor, coversInstansi, narrowTo, nobody, type Scope, scopeOf } from '../platform/actor.ts'
import { notFound } from '../platform/http/refusal.ts'
import type { ImportKind, KindName } from './kind.ts'

/** What says who may bring a kind of file in. */
export type Rights = Pick<ImportKind, 'kind' | 'national' | 'scope'>

/** Who manages the staff of a whole instansi brings in what is kept of them. */
const keepData = (actor: Actor): Scope => scopeOf(actor, ['pengelola', 'admin'])

/** Where the actor may bring in this kind of file: what all governments share, only who keeps the whole nation. */
function scopeOfKind(actor: Actor, kind: Rights): Scope {
  const scope = kind.scope ? kind.scope(actor) : keepData(actor)
  if (kind.national && scope.kind !== 'nation') return nobody
  return scope.kind === 'people' ? nobody : scope
}

/** Whether the actor may bring in this kind of file at all. */
export const mayImport = (actor: Actor, kind: Rights): boolean => scopeOfKind(actor, kind).kind !== 'none'

/** The scope of one instansi that the actor may bring this kind into. @throws Refusal 404 outside it */
export function importInto(actor: Actor, kind: Rights, instansiId: number): Scope {
  const scope = scopeOfKind(actor, kind)
  if (!coversInstansi(scope, instansiId)) throw notFound()
  return narrowTo(scope, [instansiId])
}

/** Of this kind the imports into these instansi are seen (null: into any). */
export type ImportSight = { kind: KindName; instansi: number[] | null }

const instansiIn = (scope: Scope): number[] | null => (scope.kind === 'nation' ? null : 'instansi' in scope ? scope.instansi : [])

/** Which imports the actor sees: those that it may make. */
export const importSights = (actor: Actor, kinds: readonly Rights[]): ImportSight[] =>
  kinds
    .map(kind => ({ kind: kind.kind, instansi: instansiIn(scopeOfKind(actor, kind)) }))
    .filter(sight => sight.instansi === null || sight.instansi.length > 0)

/** The least scope that holds all of them. */
export function scopeOfSights(sights: readonly ImportSight[]): Scope {
  if (sights.some(sight => sight.instansi === null)) return { kind: 'nation' }
  const instansi = [...new Set(sights.flatMap(sight => sight.instansi ?? []))]
  return instansi.length > 0 ? { kind: 'instansi', instansi } : nobody
}
