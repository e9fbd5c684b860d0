import { createHash, randomBytes } from 'node:crypto'
import { type Db, sql, type Tx } from '../db/index.ts'

export type AuditEntry = {
  verb: string
  subject: string
  instansiId?: number | null
  /** How many rows a bulk action touched; it stays one entry. */
  rows?: number
  detail?: unknown
}

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** The digest of an entry: salted, so that erasing the detail later leaves a chain that still holds and betrays nothing. */
export const entryDigest = (salt: string, entry: { at: string; accountId: string | null } & AuditEntry) =>
  sha256(JSON.stringify([salt, entry.at, entry.accountId, entry.verb, entry.subject, entry.instansiId ?? null, entry.rows ?? 1, entry.detail ?? null]))

/** Writes down a change, in the transaction that makes it. `accountId` null: the system itself. */
export async function audit(tx: Tx | Db, accountId: string | null, now: Date, entry: AuditEntry): Promise<void> {
  const salt = randomBytes(16).toString('hex')
  const at = now.toISOString()
  const digest = entryDigest(salt, { ...entry, at, accountId })
  await sql`
    INSERT INTO audit_entry (at, instansi_id, account_id, verb, subject, rows, salt, digest, detail)
    VALUES (${at}, ${entry.instansiId ?? null}, ${accountId}, ${entry.verb}, ${entry.subject}, ${entry.rows ?? 1}, ${salt}, ${digest},
            ${entry.detail === undefined ? null : JSON.stringify(entry.detail)}::jsonb)`.execute(tx)
}

/** Chains the digests of all full minutes that are not sealed yet, per instansi. Returns how many seals it wrote. */
export async function sealAudit(tx: Tx, now: Date): Promise<number> {
  const open = await sql<{ instansi_key: number; minute: Date; first_id: number; last_id: number; digests: string[] }>`
    SELECT coalesce(e.instansi_id, 0) AS instansi_key, date_trunc('minute', e.at) AS minute,
           min(e.id) AS first_id, max(e.id) AS last_id, array_agg(e.digest ORDER BY e.id) AS digests
    FROM audit_entry e
    WHERE e.at < date_trunc('minute', ${now.toISOString()}::timestamptz)
      AND NOT EXISTS (SELECT FROM audit_seal s WHERE s.instansi_key = coalesce(e.instansi_id, 0) AND s.minute = date_trunc('minute', e.at))
    GROUP BY 1, 2 ORDER BY 1, 2`.execute(tx)
  const previous = new Map(
    (
      await sql<{ instansi_key: number; digest: string }>`
        SELECT DISTINCT ON (instansi_key) instansi_key, digest FROM audit_seal ORDER BY instansi_key, minute DESC`.execute(tx)
    ).rows.map(row => [row.instansi_key, row.digest]),
  )
  const seals = open.rows.map(row => {
    const before = previous.get(row.instansi_key) ?? ''
    const digest = sha256([before, ...row.digests].join('\n'))
    previous.set(row.instansi_key, digest)
    return { ...row, previous: before, digest, digests: undefined }
  })
  if (seals.length > 0) {
    await sql`
      INSERT INTO audit_seal (instansi_key, minute, first_id, last_id, previous, digest)
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(seals)}::jsonb)
        AS s(instansi_key int, minute timestamptz, first_id bigint, last_id bigint, previous text, digest text)`.execute(tx)
  }
  return seals.length
}
