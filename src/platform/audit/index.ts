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

/** The same value with the keys of its objects in order: the database keeps them in its own. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, inOrder(inner)]),
  )
}

/** The digest of an entry: salted, so that erasing the detail later leaves a chain that still holds and betrays nothing. */
export const entryDigest = (salt: string, entry: { at: string; accountId: string | null } & AuditEntry) =>
  sha256(
    JSON.stringify([
      salt,
      entry.at,
      entry.accountId,
      entry.verb,
      entry.subject,
      entry.instansiId ?? null,
      entry.rows ?? 1,
      inOrder(entry.detail ?? null),
    ]),
  )

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

/**
 * Chains the digests of all entries older than this minute that no seal holds yet, per instansi: one seal an instansi and minute.
 * An entry that was committed late joins the next seal. Returns how many seals it wrote.
 */
export async function sealAudit(tx: Tx, now: Date): Promise<number> {
  const minute = new Date(Math.floor(now.getTime() / 60_000) * 60_000).toISOString()
  const { rows } = await sql<{ instansi_key: number; entries: number[]; digests: string[]; previous: string | null }>`
    SELECT o.instansi_key, o.entries, o.digests,
           (SELECT s.digest FROM audit_seal s WHERE s.instansi_key = o.instansi_key ORDER BY s.minute DESC LIMIT 1) AS previous
    FROM (SELECT coalesce(instansi_id, 0) AS instansi_key, array_agg(id ORDER BY id) AS entries, array_agg(digest ORDER BY id) AS digests
          FROM audit_entry WHERE sealed_in IS NULL AND at < ${minute}::timestamptz GROUP BY 1) o
    WHERE NOT EXISTS (SELECT FROM audit_seal s WHERE s.instansi_key = o.instansi_key AND s.minute >= ${minute}::timestamptz)`.execute(
    tx,
  )
  const seals = rows.map(({ instansi_key, entries, digests, previous }) => ({
    instansi_key,
    entries: entries.map(Number),
    previous: previous ?? '',
    digest: sealDigest(previous ?? '', digests),
  }))
  if (seals.length === 0) return 0
  await sql`
    WITH sealed AS (
      INSERT INTO audit_seal (instansi_key, minute, entries, previous, digest)
      SELECT instansi_key, ${minute}::timestamptz, entries, previous, digest FROM jsonb_to_recordset(${JSON.stringify(seals)}::jsonb)
        AS s(instansi_key int, entries bigint[], previous text, digest text)
      RETURNING entries)
    UPDATE audit_entry SET sealed_in = ${minute}::timestamptz WHERE id IN (SELECT unnest(entries) FROM sealed)`.execute(tx)
  return seals.length
}

export const sealDigest = (previous: string, digests: readonly string[]) => sha256([previous, ...digests].join('\n'))

type SealedEntry = {
  digest: string
  salt: string
  at: string
  account: string | null
  verb: string
  subject: string
  instansi: number | null
  rows: number
  detail: unknown
}

/** What an entry says is what was written. An entry whose detail was erased lost its salt too: its digest alone still chains. */
const unaltered = (e: SealedEntry) =>
  e.salt === '' ||
  e.digest ===
    entryDigest(e.salt, {
      at: new Date(e.at).toISOString(),
      accountId: e.account,
      verb: e.verb,
      subject: e.subject,
      instansiId: e.instansi,
      rows: e.rows,
      detail: e.detail,
    })

/** Whether every seal of the chain still holds: entries as they were, in order, none taken out. Answers the first that does not. */
export async function brokenSeal(tx: Tx): Promise<{ instansiKey: number; minute: Date } | null> {
  const { rows } = await sql<{
    instansi_key: number
    minute: Date
    previous: string
    digest: string
    entries: SealedEntry[]
    count: number
  }>`
    SELECT s.instansi_key, s.minute, s.previous, s.digest, cardinality(s.entries) AS count,
           (SELECT coalesce(jsonb_agg(jsonb_build_object('digest', e.digest, 'salt', e.salt, 'at', e.at, 'account', e.account_id, 'verb', e.verb,
              'subject', e.subject, 'instansi', e.instansi_id, 'rows', e.rows, 'detail', e.detail) ORDER BY e.id), '[]')
            FROM audit_entry e WHERE e.id = ANY (s.entries)) AS entries
    FROM audit_seal s ORDER BY s.instansi_key, s.minute`.execute(tx)
  let before = { key: -1, digest: '' }
  for (const row of rows) {
    const previous = row.instansi_key === before.key ? before.digest : ''
    const made = sealDigest(
      previous,
      row.entries.map(entry => entry.digest),
    )
    const whole = row.previous === previous && row.count === row.entries.length && row.digest === made
    if (!whole || !row.entries.every(unaltered)) return { instansiKey: row.instansi_key, minute: row.minute }
    before = { key: row.instansi_key, digest: row.digest }
  }
  return null
}
