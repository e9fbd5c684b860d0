import type { Tx } from '../../platform/db/index.ts'
import { emit } from '../../platform/outbox.ts'
import { type By, insertRecords, markWithdrawn, type RecordToAdd, standingFor } from './store.ts'

/** The id of the record that stands for a row; `added` false: it stood already. */
export type Added = { id: number; added: boolean }

/**
 * Writes down what these people have learned and says so, in the caller's transaction, which must see them. The same person, name and last
 * day, or the same certificate of that day, is the same learning: it stays as it is. Answers in the order of `rows`; null for a person out
 * of sight. Whoever calls it has decided that it is true, and audits.
 */
export async function addRecords(tx: Tx, rows: readonly RecordToAdd[], by: By): Promise<(Added | null)[]> {
  if (rows.length === 0) return []
  const added = await insertRecords(tx, rows, by)
  for (const [instansiId, theirs] of Map.groupBy(added, one => one.instansiId)) {
    await emit(tx, 'learning.recorded', { instansiId, pegawaiIds: [...new Set(theirs.map(one => one.pegawaiId))] })
  }
  const fresh = new Set(added.map(one => one.id))
  return (await standingFor(tx, rows)).map(id => (id === null ? null : { id, added: fresh.has(id) }))
}

/** Takes a record back and says so; it stays to be read, with who did it and why. Null where it does not stand. */
export async function withdrawRecord(
  tx: Tx,
  record: { pegawaiId: number; id: number },
  why: string,
  by: By,
): Promise<{ instansiId: number; name: string } | null> {
  const withdrawn = await markWithdrawn(tx, record, why, by)
  if (withdrawn) await emit(tx, 'learning.recorded', { instansiId: withdrawn.instansiId, pegawaiIds: [record.pegawaiId] })
  return withdrawn
}
