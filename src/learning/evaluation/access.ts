import { type Actor, type Scope, scopeOf } from '../../platform/actor.ts'
import type { Rater } from '../../platform/db/index.ts'

/** Who evaluates sees the own tasks; an account that is no pegawai has none. */
export const raterOf = (actor: Actor): Rater => ({ pegawaiId: actor.pegawaiId, accountId: actor.accountId })

/** What one reads of oneself. */
export const ownEvaluation = (actor: Actor): Scope => scopeOf(actor, ['pegawai'])
