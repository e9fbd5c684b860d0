import { type Actor, coversInstansi, type Scope } from '../../platform/actor.ts'
import { eraseDetail, eraseVerb } from '../../platform/audit/index.ts'
import { asJob, inScope } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { forbidden } from '../../platform/http/refusal.ts'
import { readAudit } from '../access.ts'
import { entriesById, type TrailEntry } from './store.ts'

const instansiIn = (scope: Scope) => (scope.kind === 'nation' ? null : 'instansi' in scope ? scope.instansi : [])

/** Entries that the actor may read. @throws Refusal 403 where the trail is not for them at all */
export async function seenEntries(services: Services, actor: Actor, ids: readonly number[]): Promise<TrailEntry[]> {
  const scope = readAudit(actor)
  if (scope.kind === 'none') throw forbidden()
  return inScope(services.db, scope, tx => entriesById(tx, instansiIn(scope), ids))
}

/** Whether there is something to erase in it. The record of an erasure stays. */
export const mayErase = (entry: TrailEntry) => entry.detail !== null && entry.verb !== eraseVerb

/** Erases the detail of entries that the actor may read; answers of how many. */
export async function erase(services: Services, actor: Actor, ids: readonly number[], reason: string): Promise<number> {
  const scope = readAudit(actor)
  const seen = await seenEntries(services, actor, ids)
  const chosen = seen.filter(entry => entry.instansiId === null || coversInstansi(scope, entry.instansiId)).filter(mayErase)
  return asJob(services.db, tx =>
    eraseDetail(
      tx,
      actor.accountId,
      services.clock.now(),
      chosen.map(entry => Number(entry.id)),
      reason,
    ),
  )
}
