import { readOrganisation } from '../people/index.ts'
import { type Actor, coversInstansi, type Scope, scopeOf } from '../platform/actor.ts'

/** The dictionary is open to everybody signed in; a standard to who may see the organisation it belongs to. */
export const readStandards: (actor: Actor) => Scope = readOrganisation

/** Who sets what a jabatan demands, and keeps the dictionaries of an instansi. */
export const manageStandards = (actor: Actor): Scope => scopeOf(actor, ['admin', 'pengelola'])

/** Who sets what ships for all: the admin of the nation. */
export const setsStandardsForAll = (actor: Actor): boolean => scopeOf(actor, ['admin']).kind === 'nation'

type Owned = { ownerInstansiId: number | null; jabatanId: number | null; state: 'draft' | 'active' | 'archived' }

/**
 * A draft is seen by who may set it. What was set for a jabatan is open to who may see its organisation; what was set for a class is a public
 * act that others inherit or may copy, open to everybody signed in.
 */
export function readsVersion(actor: Actor, row: Owned): boolean {
  if (row.state === 'draft') return managesOwner(actor, row.ownerInstansiId)
  return row.jabatanId === null || (row.ownerInstansiId !== null && coversInstansi(readStandards(actor), row.ownerInstansiId))
}

export const managesOwner = (actor: Actor, ownerInstansiId: number | null): boolean =>
  ownerInstansiId === null ? setsStandardsForAll(actor) : coversInstansi(manageStandards(actor), ownerInstansiId)
