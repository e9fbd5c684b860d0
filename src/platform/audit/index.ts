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

/** What an entry says beside its detail. */
export type Said = {
  at: Date | string
  accountId: string | null
  verb: string
  subject: string
  instansiId: number | null
  rows: number
}

/** A digest of what an entry says beside its detail: nothing in it needs to be hidden, so it bears no salt. */
export const saidDigest = (e: Said) =>
  sha256(JSON.stringify([new Date(e.at).toISOString(), e.accountId, e.verb, e.subject, e.instansiId, e.rows]))

/** What the erasing of details is called in the trail; an entry of it is never erased itself. */
export const eraseVerb = 'erase_audit_detail'

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
    FROM erase_audit_detail(${[...entryIds]}::bigint[]) AS erased (id) JOIN audit_entry e ON e.id = erased.id ORDER BY e.id`.execute(
    tx,
  )
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

export type WrittenEntry = Said & { digest: string; salt: string; detail: unknown }

/** Its detail was taken out, and the salt with it. */
export const isErased = (e: Pick<WrittenEntry, 'salt' | 'detail'>) => e.salt === '' && e.detail === null

/**
 * What an entry says is what was written. Of an entry whose detail was erased the digest alone still chains, and the rest is what the
 * record of the erasure says (`recorded`; undefined where an owner of the database erased it without one).
 */
export const unaltered = (e: WrittenEntry, recorded: string | undefined): boolean =>
  isErased(e)
    ? recorded === undefined || recorded === saidDigest(e)
    : e.digest === entryDigest(e.salt, { ...e, at: new Date(e.at).toISOString() })

/** What the erasures say of the entries they touched: digests by entry; of one entry, or of all. */
export async function erasures(tx: Tx, entryId: number | null = null): Promise<Map<number, string>> {
  const { rows } = await sql<{ id: number; said: string }>`
    SELECT (one->>'id')::int8 AS id, one->>'said' AS said
    FROM audit_entry e, jsonb_array_elements(e.detail->'entries') AS one
    WHERE e.verb = ${eraseVerb} AND (${entryId}::bigint IS NULL OR (one->>'id')::bigint = ${entryId}::bigint)`.execute(tx)
  return new Map(rows.map(row => [Number(row.id), row.said]))
}

/** Whether every seal of the chain still holds: entries as they were, in order, none taken out. Answers the first that does not. */
export async function brokenSeal(tx: Tx): Promise<{ instansiKey: number; minute: Date } | null> {
  const { rows } = await sql<{
    instansi_key: number
    minute: Date
    previous: string
    digest: string
    entries: (WrittenEntry & { id: number })[]
    count: number
  }>`
    SELECT s.instansi_key, s.minute, s.previous, s.digest, cardinality(s.entries) AS count,
           (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'digest', e.digest, 'salt', e.salt, 'at', e.at, 'accountId', e.account_id,
              'verb', e.verb, 'subject', e.subject, 'instansiId', e.instansi_id, 'rows', e.rows, 'detail', e.detail) ORDER BY e.id), '[]')
            FROM audit_entry e WHERE e.id = ANY (s.entries)) AS entries
    FROM audit_seal s ORDER BY s.instansi_key, s.minute`.execute(tx)
  const recorded = await erasures(tx)
  let before = { key: -1, digest: '' }
  for (const row of rows) {
    const previous = row.instansi_key === before.key ? before.digest : ''
    const made = sealDigest(
      previous,
      row.entries.map(entry => entry.digest),
    )
    const whole = row.previous === previous && row.count === row.entries.length && row.digest === made
    if (!whole || !row.entries.every(entry => unaltered(entry, recorded.get(entry.id))))
      return { instansiKey: row.instansi_key, minute: row.minute }
    before = { key: row.instansi_key, digest: row.digest }
  }
  return null
}
