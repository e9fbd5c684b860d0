import { type Actor, coversInstansi, type Scope, scopeOf } from '../../platform/actor.ts'
import type { Rater } from '../../platform/db/index.ts'

/** Whose own activities one plans and logs. */
export const ownActivities = (actor: Actor): Scope => scopeOf(actor, ['pegawai'])
/** Whose activities one decides on: the team's, and those of the instansi one keeps; never the own. */
export const decideActivities = (actor: Actor): Scope => scopeOf(actor, ['admin', 'pengelola', 'atasan'])
/** Who coaches, mentors or guides sees what they accompany. */
export const partnerOf = (actor: Actor): Rater => ({ pegawaiId: actor.pegawaiId, accountId: actor.accountId })
/** Who says how an instansi numbers its letters. */
export const keepsLetters = (actor: Actor, instansiId: number): boolean =>
  coversInstansi(scopeOf(actor, ['admin', 'pengelola']), instansiId)
