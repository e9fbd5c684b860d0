import type { Actor, Scope } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { inScope } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { emit } from '../../platform/outbox.ts'
import { type FactorChange, saveFactors } from './store.ts'

type Where = { instansiId: number; jenjang: string; today: string; scope: Scope }

/** Writes what is known of needs of one jenjang, as one act; the ranking follows by a job. */
export const setFactors = (
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  by: Actor,
  where: Where,
  changes: readonly FactorChange[],
): Promise<void> =>
  inScope(db, where.scope, async tx => {
    if (changes.length === 0) return
    await saveFactors(tx, where, changes)
    await audit(tx, by.accountId, clock.now(), {
      verb: 'set_factors',
      subject: `instansi:${where.instansiId}`,
      instansiId: where.instansiId,
      rows: changes.length,
      detail: { jenjang: where.jenjang, changes },
    })
    await emit(tx, 'factors.changed', { instansiId: where.instansiId })
  })
