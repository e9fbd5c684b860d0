import { readOrganisation } from '../people/index.ts'
import { type Actor, type Scope, scopeOf } from '../platform/actor.ts'

/** The dictionary is open to everybody signed in; a standard to who may see the organisation it belongs to. */
export const readStandards: (actor: Actor) => Scope = readOrganisation

/** Who sets what a jabatan demands. */
export const manageStandards = (actor: Actor): Scope => scopeOf(actor, ['admin', 'pengelola'])
