import { type Actor, scopeOf } from '../platform/actor.ts'

/** Accounts and roles belong to the admin, in the instansi of the grant or in all. */
export const manageAccounts = (actor: Actor) => scopeOf(actor, ['admin'])
/** The trail of changes is read by the admin. */
export const readAudit = (actor: Actor) => scopeOf(actor, ['admin'])
