import type { Actor } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { inScope } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { emit } from '../../platform/outbox.ts'
import { writeResults } from '../access.ts'
import { validUntilOf } from '../policies.ts'
import { raiseLevels } from './raise.ts'
import * as store from './store.ts'

export type Decision = { outcome: 'accepted' | 'rejected'; why: string | null }

/** Decides on proposals, those that are still open and not about the decider; answers how many those were. */
export const decideEvidence = (services: Services, by: Actor, ids: readonly number[], decision: Decision): Promise<number> =>
  inScope(services.db, writeResults(by), async tx => {
    const at = services.clock.now()
    const open = await store.proposedForUpdate(tx, ids, by.pegawaiId)
    if (open.length === 0) return 0
    for (const [instansiId, theirs] of Map.groupBy(open, one => one.instansiId)) {
      const pegawaiIds = [...new Set(theirs.map(one => one.pegawaiId))]
      const accepted = decision.outcome === 'accepted'
      const decided = accepted
        ? await raiseLevels(
            tx,
            services.clock,
            instansiId,
            await validUntilOf(tx, instansiId),
            theirs.map(one => ({ ...one, to: one.to! })),
            { by: by.accountId, assessor: by.name, at },
          )
        : theirs
      await store.decide(tx, decided, { ...decision, by: by.accountId, name: by.name, at })
      if (accepted) await emit(tx, 'assessment.recorded', { instansiId, pegawaiIds })
      await audit(tx, by.accountId, at, {
        verb: accepted ? 'accept_evidence' : 'reject_evidence',
        subject: theirs.length === 1 ? `pegawai:${pegawaiIds[0]}` : `instansi:${instansiId}`,
        instansiId,
        rows: theirs.length,
        detail: { why: decision.why, evidence: decided.map(one => [one.pegawaiId, one.competencyId, one.before, one.to]) },
      })
    }
    return open.length
  })
