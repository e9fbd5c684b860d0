import { sql, type Tx } from '../db/index.ts'
import { audit, eraseVerb, type Said, saidDigest } from './index.ts'

/**
 * Erases the detail of entries, as a person's right or a court may demand: what is gone cannot be had back, the chain still holds, and the
 * trail says who did it and why: one entry an instansi. It names the entries with a digest of what they say without their detail, so that
 * nobody alters that unseen. Which entries the asker may touch was decided before. Answers how many held a detail.
 */
export async function eraseDetail(
  tx: Tx,
  accountId: string,
  now: Date,
  entryIds: readonly number[],
  reason: string,
): Promise<number> {
  const { rows } = await sql<Said & { id: number }>`
    SELECT e.id::int8 AS id, e.at, e.account_id AS "accountId", e.verb, e.subject, e.instansi_id AS "instansiId", e.rows
    FROM erase_audit_detail(${[...entryIds]}::bigint[]) AS erased (id) JOIN audit_entry e ON e.id = erased.id ORDER BY e.id`.execute(tx)
  for (const instansiId of new Set(rows.map(row => row.instansiId))) {
    const erased = rows.filter(row => row.instansiId === instansiId)
    await audit(tx, accountId, now, {
      verb: eraseVerb,
      subject: erased.length === 1 ? `audit_entry:${erased[0]!.id}` : 'audit_entry',
      instansiId,
      rows: erased.length,
      detail: { why: reason, entries: erased.map(row => ({ id: row.id, said: saidDigest(row) })) },
    })
  }
  return rows.length
}
