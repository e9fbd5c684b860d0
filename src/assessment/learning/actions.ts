import type { Actor } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { inScope } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { emit } from '../../platform/outbox.ts'
import { writeResults } from '../access.ts'
import { validUntilOf } from '../policies.ts'
import { type GivenResult, writeGiven } from '../store/record.ts'
import { resultOf } from './follow.ts'
import * as store from './store.ts'

export type Decision = { outcome: 'accepted' | 'rejected'; why: string | null }

/** Decides on proposals, those that are still open and not about the decider; answers how many those were. */
export const decideEvidence = (services: Services, by: Actor, ids: readonly number[], decision: Decision): Promise<number> =>
  inScope(services.db, writeResults(by), async tx => {
    const at = services.clock.now()
    const open = await store.proposedForUpdate(tx, ids, by.pegawaiId)
    if (open.length === 0) return 0
    await store.decide(tx, open, { ...decision, by: by.accountId, name: by.name, at })
    for (const [instansiId, theirs] of Map.groupBy(open, one => one.instansiId)) {
      const pegawaiIds = [...new Set(theirs.map(one => one.pegawaiId))]
      if (decision.outcome === 'accepted') {
        const until = await validUntilOf(tx, instansiId)
        const results = theirs.map((one): GivenResult => {
          const held = until(one.completedOn)
          if (typeof held !== 'string') throw held
          return resultOf(one, one.to!, held, by.name)
        })
        await writeGiven(tx, results, { by: by.accountId, importId: null, why: 'lulus lagi', at })
        await emit(tx, 'assessment.recorded', { instansiId, pegawaiIds })
      }
      await audit(tx, by.accountId, at, {
        verb: decision.outcome === 'accepted' ? 'accept_evidence' : 'reject_evidence',
        subject: theirs.length === 1 ? `pegawai:${pegawaiIds[0]}` : `instansi:${instansiId}`,
        instansiId,
        rows: theirs.length,
        detail: { why: decision.why, evidence: theirs.map(one => [one.pegawaiId, one.competencyId, one.before, one.to]) },
      })
    }
    return open.length
  })
