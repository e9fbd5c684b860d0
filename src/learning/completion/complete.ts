import type { Tx } from '../../platform/db/index.ts'
import { emit } from '../../platform/outbox.ts'
import { type Ended, type Ending, endEnrolments, recordPassed } from './store.ts'
import { tellEnded } from './tell.ts'

/**
 * Ends a class for these people, whether it was closed for all or one finished alone: their enrolment, the record of what they learned, and
 * the facts that the ledger and the mapping hear, and what they are told, all in this transaction. It runs as a job (`asJob`): a record is no row of the class.
 * Whoever calls it has decided who passed, and audits.
 */
export async function complete(
  tx: Tx,
  classId: number,
  endings: readonly Ending[],
  by: { account: string | null; name: string; at: Date },
): Promise<Ended[]> {
  const ended = await endEnrolments(tx, classId, endings, by)
  const still = new Set(ended.map(one => one.pegawaiId))
  const theirs = endings.filter(one => still.has(one.pegawaiId))
  await recordPassed(tx, classId, theirs, by)
  await tellEnded(tx, classId, ended, by.at)
  for (const [instansiId, people] of Map.groupBy(
    ended.filter(one => one.passed),
    one => one.instansiId,
  )) {
    const pegawaiIds = people.map(one => one.pegawaiId)
    await emit(tx, 'learning.completed', { instansiId, classId, pegawaiIds })
    await emit(tx, 'learning.recorded', { instansiId, pegawaiIds })
  }
  return ended
}
