import { type Actor, scopeOf } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { inScope } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { withdrawRecord } from '../records/write.ts'

/** Takes a record back that is wrong; false where it no longer stands. */
export const withdrawByHand = (
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  by: Actor,
  record: { pegawaiId: number; id: number },
  why: string,
): Promise<boolean> =>
  inScope(db, scopeOf(by, ['admin', 'pengelola']), async tx => {
    const at = clock.now()
    const withdrawn = await withdrawRecord(tx, record, why, { account: by.accountId, at })
    if (!withdrawn) return false
    await audit(tx, by.accountId, at, {
      verb: 'withdraw_learning',
      subject: `pegawai:${record.pegawaiId}`,
      instansiId: withdrawn.instansiId,
      detail: { record: record.id, label: withdrawn.name, why },
    })
    return true
  })
