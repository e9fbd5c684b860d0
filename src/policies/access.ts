import { readOrganisation } from '../people/index.ts'
import { type Actor, type Scope, scopeOf } from '../platform/actor.ts'

/** What holds explains one's own results: open to everybody who belongs to the instansi or holds a role there. */
export const readPolicies: (actor: Actor) => Scope = readOrganisation

/** Who chooses for an instansi. */
export const setPolicies = (actor: Actor): Scope => scopeOf(actor, ['admin', 'pengelola'])

/** Who chooses for all that have not chosen themselves: the admin of the nation. */
export const setsForAll = (actor: Actor): boolean => scopeOf(actor, ['admin']).kind === 'nation'
