import { sql, type Tx } from '../../platform/db/index.ts'
import type { Rhythm } from '../rules/digest.ts'
import type { Topic } from '../topics.ts'

// All of them in the transaction of a job.

/** What holds for an account that has chosen nothing. */
export type Default = { topic: Topic; email: 'now' | 'digest' }

/** Letters that are given up or sent are kept this long, read notices too. */
const keptDays = 400

/**
 * Decides for notices not decided on yet what is sent of each: a letter at once, a line in the next digest, a push to every device.
 * Answers how many were decided; run again it decides nothing twice.
 */
export async function route(tx: Tx, defaults: readonly Default[], today: string, at: Date, limit: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    WITH taken AS (
      SELECT n.id, n.account_id, n.topic, n.duty FROM notices.notice n
      WHERE n.routed_at IS NULL ORDER BY n.id LIMIT ${limit} FOR UPDATE SKIP LOCKED
    ), decided AS (
      SELECT t.id, t.account_id,
        CASE WHEN NOT e.matters OR c.confirmed_at IS NULL OR c.refused_at IS NOT NULL THEN NULL
             WHEN t.duty THEN 'now' ELSE nullif(coalesce(o.email, d.email, 'now'), 'off') END AS email,
        e.matters AND (t.duty OR coalesce(o.push, true)) AS push
      FROM taken t
      JOIN identity.user_account a ON a.id = t.account_id
      JOIN notices.notice n ON n.id = t.id
      CROSS JOIN LATERAL (SELECT a.closed_at IS NULL AND n.read_at IS NULL AND coalesce(n.expires_on >= ${today}::date, true) AS matters) e
      LEFT JOIN notices.contact c ON c.account_id = t.account_id
      LEFT JOIN notices.choice o ON o.account_id = t.account_id AND o.topic = t.topic
      LEFT JOIN jsonb_to_recordset(${JSON.stringify(defaults)}::jsonb) AS d(topic text, email text) ON d.topic = t.topic
    ), letters AS (
      INSERT INTO notices.letter (account_id, kind, notice_id, made_at, next_at)
      SELECT account_id, 'notice', id, ${at.toISOString()}::timestamptz, ${at.toISOString()}::timestamptz FROM decided WHERE email = 'now' ORDER BY id
      RETURNING id, notice_id
    ), pushes AS (
      INSERT INTO notices.push (notice_id, device_id, account_id, next_at)
      SELECT q.id, v.id, q.account_id, ${at.toISOString()}::timestamptz FROM decided q JOIN notices.device v ON v.account_id = q.account_id WHERE q.push
      ON CONFLICT DO NOTHING
    ), noted AS (
      UPDATE notices.notice n SET routed_at = ${at.toISOString()}::timestamptz, email = q.email, letter_id = l.id
      FROM decided q LEFT JOIN letters l ON l.notice_id = q.id WHERE n.id = q.id RETURNING 1
    )
    SELECT count(*)::int AS n FROM noted`.execute(tx)
  return rows[0]!.n
}

/** Which day's digest is due in each time zone. */
export type Due = { zone: string; rhythm: Rhythm; on: string }

/** Makes one letter of all that waits for the digest of a person for whom one is due; what was read meanwhile needs none. */
export async function makeDigests(tx: Tx, due: readonly Due[], today: string, at: Date): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    WITH person AS (
      SELECT c.account_id, d."on" FROM notices.contact c
      JOIN identity.user_account a ON a.id = c.account_id AND a.closed_at IS NULL
      LEFT JOIN pegawai p ON p.pegawai_id = a.pegawai_id
      LEFT JOIN unit u ON u.id = p.unit_id
      LEFT JOIN LATERAL (SELECT g.instansi_id FROM identity.role_grant g
        WHERE g.account_id = a.id AND g.ended_at IS NULL AND g.instansi_id IS NOT NULL ORDER BY g.id LIMIT 1) g ON true
      LEFT JOIN instansi i ON i.id = coalesce(p.instansi_id, g.instansi_id)
      JOIN jsonb_to_recordset(${JSON.stringify(due)}::jsonb) AS d(zone text, rhythm text, "on" date)
        ON d.rhythm = c.rhythm AND d.zone = coalesce(u.time_zone, i.time_zone, 'Asia/Jakarta')
      WHERE c.confirmed_at IS NOT NULL AND c.refused_at IS NULL AND (c.digested_on IS NULL OR c.digested_on < d."on")
      FOR UPDATE OF c SKIP LOCKED
    ), waiting AS (
      SELECT n.id, n.account_id FROM notices.notice n JOIN person USING (account_id)
      WHERE n.email = 'digest' AND n.letter_id IS NULL AND n.read_at IS NULL AND coalesce(n.expires_on >= ${today}::date, true)
    ), letters AS (
      INSERT INTO notices.letter (account_id, kind, made_at, next_at)
      SELECT DISTINCT account_id, 'digest', ${at.toISOString()}::timestamptz, ${at.toISOString()}::timestamptz FROM waiting RETURNING id, account_id
    ), noted AS (
      UPDATE notices.notice n SET letter_id = l.id FROM letters l, waiting w WHERE n.id = w.id AND l.account_id = w.account_id
    ), counted AS (
      UPDATE notices.contact c SET digested_on = q."on" FROM person q WHERE c.account_id = q.account_id
    )
    SELECT count(*)::int AS n FROM letters`.execute(tx)
  return rows[0]!.n
}

export type Line = { id: number; title: string; topic: Topic; duty: boolean }
export type Claimed = {
  id: number
  accountId: string
  kind: 'notice' | 'digest' | 'address'
  attempts: number
  language: 'id' | 'en'
  name: string
  /** Null: there is no address any more to which this letter may go. */
  address: string | null
  /** Of the link that confirms the address. */
  nonce: string | null
  rhythm: Rhythm
  notices: Line[]
}

/**
 * Claims letters that are due, so that no other process sends them; also those that somebody claimed and never settled. At most so many
 * a minute, of all processes together: they queue up before they count.
 */
export async function claim(
  tx: Tx,
  by: string,
  at: Date,
  most: { batch: number; perMinute: number; staleMinutes: number },
): Promise<Claimed[]> {
  const now = at.toISOString()
  await sql`SELECT pg_advisory_xact_lock(39001)`.execute(tx)
  const { rows } = await sql<Claimed>`
    WITH mine AS (
      UPDATE notices.letter SET state = 'sending', claim = ${by}::uuid, claimed_at = ${now}::timestamptz, attempts = attempts + 1
      WHERE id IN (
        SELECT id FROM notices.letter
        WHERE state IN ('queued', 'sending') AND next_at <= ${now}::timestamptz
          AND (state = 'queued' OR claimed_at < ${now}::timestamptz - make_interval(mins => ${most.staleMinutes}))
        ORDER BY next_at, id
        LIMIT greatest(0, least(${most.batch}::int, ${most.perMinute}::int - (
          SELECT count(*)::int FROM notices.letter WHERE claimed_at > ${now}::timestamptz - interval '1 minute')))
        FOR UPDATE SKIP LOCKED)
      RETURNING id, account_id, kind, attempts
    )
    SELECT m.id, m.account_id AS "accountId", m.kind, m.attempts, a.language, a.name, c.nonce, c.rhythm,
      CASE WHEN a.closed_at IS NULL AND c.refused_at IS NULL AND (c.confirmed_at IS NOT NULL OR (m.kind = 'address' AND c.nonce IS NOT NULL))
        THEN c.address END AS address,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', n.id, 'title', CASE a.language WHEN 'en' THEN n.title_en ELSE n.title_id END,
        'topic', n.topic, 'duty', n.duty) ORDER BY n.id) FROM notices.notice n WHERE n.letter_id = m.id), '[]') AS notices
    FROM mine m JOIN identity.user_account a ON a.id = m.account_id LEFT JOIN notices.contact c ON c.account_id = m.account_id
    ORDER BY m.id`.execute(tx)
  return rows
}

/** Right before sending: whether the letter is still ours, and from when the others wait for us. */
export async function stillMine(tx: Tx, id: number, by: string, at: Date): Promise<boolean> {
  const { rows } = await sql`
    UPDATE notices.letter SET claimed_at = ${at.toISOString()} WHERE id = ${id} AND claim = ${by}::uuid AND state = 'sending' RETURNING 1`.execute(
    tx,
  )
  return rows.length > 0
}

export type Settled = { state: 'sent' | 'refused' | 'failed'; trouble: string | null }

export async function settle(tx: Tx, id: number, by: string, at: Date, { state, trouble }: Settled): Promise<void> {
  await sql`
    UPDATE notices.letter SET state = ${state}, trouble = ${trouble}, settled_at = ${at.toISOString()}
    WHERE id = ${id} AND claim = ${by}::uuid`.execute(tx)
}

/** Back into the queue. `untried`: it was not its turn, which counts as no attempt. */
export async function putBack(
  tx: Tx,
  ids: readonly number[],
  by: string,
  nextAt: Date,
  trouble: string | null,
  untried: boolean,
): Promise<void> {
  await sql`
    UPDATE notices.letter SET state = 'queued', next_at = ${nextAt.toISOString()}, trouble = coalesce(${trouble}, trouble),
      attempts = attempts - ${untried ? 1 : 0}, claimed_at = CASE WHEN ${untried}::boolean THEN NULL ELSE claimed_at END
    WHERE id = ANY (${[...ids]}::bigint[]) AND claim = ${by}::uuid AND state = 'sending'`.execute(tx)
}

/** There is no such mailbox: nothing more goes there until the person confirms it anew. */
export async function markRefused(tx: Tx, accountId: string, at: Date): Promise<void> {
  await sql`UPDATE notices.contact SET refused_at = ${at.toISOString()}, nonce = NULL WHERE account_id = ${accountId}`.execute(tx)
}

/** Ends e-mail about a topic; of the digest (null) about all that come with it. */
export async function endEmail(tx: Tx, accountId: string, topic: Topic | null, defaults: readonly Default[]): Promise<number> {
  const { rows } = await sql`
    INSERT INTO notices.choice (account_id, topic, in_app, email, push)
    SELECT a.id, d.topic, true, 'off', true
    FROM identity.user_account a CROSS JOIN jsonb_to_recordset(${JSON.stringify(defaults)}::jsonb) AS d(topic text, email text)
    LEFT JOIN notices.choice c ON c.account_id = a.id AND c.topic = d.topic
    WHERE a.id = ${accountId} AND (d.topic = ${topic}::text OR (${topic}::text IS NULL AND coalesce(c.email, d.email) = 'digest'))
    ON CONFLICT (account_id, topic) DO UPDATE SET email = 'off' RETURNING topic`.execute(tx)
  return rows.length
}

/** What nobody looks at any more. */
export async function forgetOld(tx: Tx, at: Date): Promise<void> {
  const before = new Date(at.getTime() - keptDays * 86_400_000).toISOString()
  await sql`DELETE FROM notices.notice WHERE made_at < ${before}::timestamptz`.execute(tx)
  await sql`DELETE FROM notices.letter l WHERE l.made_at < ${before}::timestamptz AND NOT EXISTS (SELECT FROM notices.notice n WHERE n.letter_id = l.id)`.execute(
    tx,
  )
}
