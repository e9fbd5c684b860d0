import { type Actor, scopeOf } from '../platform/actor.ts'

/** Who keeps the installation: the mail of one government is sent by the server of all. */
export const mayKeepMail = (actor: Actor): boolean => scopeOf(actor, ['admin']).kind === 'nation'
