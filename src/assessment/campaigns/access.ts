import { type Actor, type Scope, scopeOf } from '../../platform/actor.ts'
import type { Rater } from '../../platform/db/index.ts'

/** How far campaigns are, and who takes part: for who may read people by name. */
export const readCampaigns = (actor: Actor): Scope => scopeOf(actor, ['admin', 'pengelola', 'perencana', 'pembina', 'pimpinan'])

/** Who draws them up and runs them. */
export const manageCampaigns = (actor: Actor): Scope => scopeOf(actor, ['admin', 'pengelola'])

/** Everybody may be asked to rate; what one was asked and said is seen by oneself alone. */
export const asRaterOf = ({ pegawaiId, accountId }: Actor): Rater => ({ pegawaiId, accountId })
