import { type Actor, hasRole, type Scope, scopeOf } from '../../platform/actor.ts'
import type { Db, Rater } from '../../platform/db/index.ts'
import { forbidden } from '../../platform/http/refusal.ts'
import { mayTeach, openProviders } from '../../providers/index.ts'

/** Who evaluates sees the own tasks; an account that is no pegawai has none. */
export const raterOf = (actor: Actor): Rater => ({ pegawaiId: actor.pegawaiId, accountId: actor.accountId })

/** What one reads of oneself. */
export const ownEvaluation = (actor: Actor): Scope => scopeOf(actor, ['pegawai'])

/**
 * The providers whose reports one reads; null: all. Who reads for a government reads sums of every provider: where to send one's people is
 * what they are for.
 * @throws Refusal 403 for whoever neither teaches nor reads for a whole government
 */
export async function reportedProviders(db: Db, actor: Actor): Promise<number[] | null> {
  if (hasRole(actor, 'pembina', 'pimpinan', 'perencana', 'pengelola', 'admin')) return null
  const taught = (await openProviders(db)).filter(one => mayTeach(actor, one)).map(one => one.id)
  if (taught.length === 0) throw forbidden()
  return taught
}
