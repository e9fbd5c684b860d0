import { sql, type Tx } from '../../platform/db/index.ts'
import type { Subscription } from '../../platform/push/index.ts'

export type Device = { id: number; label: string; addedAt: Date; reachedAt: Date | null }

/** In a transaction of the account itself. */
export async function devicesOf(tx: Tx): Promise<Device[]> {
  const { rows } = await sql<Device>`
    SELECT id, label, added_at AS "addedAt", reached_at AS "reachedAt" FROM notices.device ORDER BY id`.execute(tx)
  return rows
}

export async function removeDevice(tx: Tx, id: number): Promise<string | null> {
  const { rows } = await sql<{ label: string }>`DELETE FROM notices.device WHERE id = ${id} RETURNING label`.execute(tx)
  return rows[0]?.label ?? null
}

/**
 * In the transaction of a job: a browser that another account used before is theirs no longer. The oldest go where an account has more
 * than so many.
 */
export async function addDevice(
  tx: Tx,
  accountId: string,
  label: string,
  { endpoint, p256dh, auth }: Subscription,
  at: Date,
  most: number,
): Promise<void> {
  await sql`DELETE FROM notices.device WHERE endpoint = ${endpoint}`.execute(tx)
  await sql`
    DELETE FROM notices.device WHERE id IN (
      SELECT id FROM notices.device WHERE account_id = ${accountId} ORDER BY id DESC OFFSET ${most - 1})`.execute(tx)
  await sql`
    INSERT INTO notices.device (account_id, label, endpoint, p256dh, auth, added_at)
    VALUES (${accountId}, ${label}, ${endpoint}, ${p256dh}, ${auth}, ${at.toISOString()})`.execute(tx)
}

export type Waiting = Subscription & {
  noticeId: number
  deviceId: number
  attempts: number
  title: string
  /** Read, over, or closed: it need not be shown any more. */
  void: boolean
}

/** Takes pushes that are due for so many minutes: if the process is killed, another takes them after that. */
export async function takePushes(tx: Tx, at: Date, today: string, limit: number, minutes: number): Promise<Waiting[]> {
  const now = at.toISOString()
  const { rows } = await sql<Waiting>`
    WITH mine AS (
      UPDATE notices.push SET attempts = attempts + 1, next_at = ${now}::timestamptz + make_interval(mins => ${minutes})
      WHERE (notice_id, device_id) IN (
        SELECT notice_id, device_id FROM notices.push WHERE next_at <= ${now}::timestamptz
        ORDER BY next_at, notice_id LIMIT ${limit} FOR UPDATE SKIP LOCKED)
      RETURNING notice_id, device_id, attempts)
    SELECT m.notice_id AS "noticeId", m.device_id AS "deviceId", m.attempts, v.endpoint, v.p256dh, v.auth,
      CASE a.language WHEN 'en' THEN n.title_en ELSE n.title_id END AS title,
      (n.read_at IS NOT NULL OR a.closed_at IS NOT NULL OR coalesce(n.expires_on < ${today}::date, false)) AS void
    FROM mine m JOIN notices.notice n ON n.id = m.notice_id JOIN notices.device v ON v.id = m.device_id
    JOIN identity.user_account a ON a.id = v.account_id`.execute(tx)
  return rows
}

export type PushOutcome = { noticeId: number; deviceId: number; kind: 'sent' | 'gone' | 'drop' | 'later'; nextAt: string | null }

/** Writes what became of a batch: what was sent is done, a browser that is gone is forgotten, the rest comes again. */
export async function settlePushes(tx: Tx, outcomes: readonly PushOutcome[], at: Date): Promise<void> {
  const given = sql`jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb)
    AS o("noticeId" bigint, "deviceId" int, kind text, "nextAt" timestamptz)`
  await sql`
    UPDATE notices.device v SET reached_at = ${at.toISOString()} FROM ${given} WHERE v.id = o."deviceId" AND o.kind = 'sent'`.execute(
    tx,
  )
  await sql`
    UPDATE notices.push p SET next_at = o."nextAt" FROM ${given}
    WHERE p.notice_id = o."noticeId" AND p.device_id = o."deviceId" AND o.kind = 'later'`.execute(tx)
  await sql`
    DELETE FROM notices.push p USING ${given}
    WHERE p.notice_id = o."noticeId" AND p.device_id = o."deviceId" AND o.kind IN ('sent', 'drop')`.execute(tx)
  await sql`DELETE FROM notices.device v USING ${given} WHERE v.id = o."deviceId" AND o.kind = 'gone'`.execute(tx)
}
