import { sql, type Tx } from '../../../platform/db/index.ts'
import type { DiklatSave, DokPath, KursusSave } from '../rules/payload.ts'

export type Sending = {
  pegawaiId: number
  recordId: number
  nip: string
  service: 'diklat' | 'kursus'
  payload: DiklatSave | KursusSave
  tries: number
  externalId: string | null
  /** The record no longer stands. */
  withdrawn: boolean
  /** Under which number the service knows the record by now; null: it does not, as far as we know. */
  known: string | null
  fileKey: string | null
  fileName: string | null
}
const ofRecord = sql`FROM learning_record r WHERE r.pegawai_id = i.pegawai_id AND r.id = i.record_id`
const sending = sql`
  i.pegawai_id AS "pegawaiId", i.record_id AS "recordId", (SELECT p.nip FROM pegawai p WHERE p.pegawai_id = i.pegawai_id) AS nip, i.service, i.payload,
  i.tries, i.external_id AS "externalId", i.file_key AS "fileKey", i.file_name AS "fileName", (SELECT r.withdrawn_at IS NOT NULL ${ofRecord}) AS withdrawn, (SELECT r.external_id ${ofRecord}) AS known`

/** Gives the sending of a batch to one attempt; false where another is alive, or there is nothing to send. */
export async function takeBatch(tx: Tx, id: number, at: Date, deadBefore: Date): Promise<boolean> {
  const { rows } = await sql`
    UPDATE siasn_batch SET beat_at = ${at}
    WHERE id = ${id}::int AND state = 'sending' AND (beat_at IS NULL OR beat_at < ${deadBefore}) RETURNING 1`.execute(tx)
  return rows.length > 0
}
/** A sign of life where the service is asked again before the next row is claimed. */
export const beat = (tx: Tx, id: number, at: Date) =>
  sql`UPDATE siasn_batch SET beat_at = ${at} WHERE id = ${id}::int AND state = 'sending'`.execute(tx)

/** Batches that should be sent and gave no sign of life since; those that were stopped wait for somebody. */
export async function forsaken(tx: Tx, deadBefore: Date): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM siasn_batch WHERE state = 'sending' AND trouble IS NULL AND (beat_at IS NULL OR beat_at < ${deadBefore})`.execute(
    tx,
  )
  return rows.map(row => row.id)
}
/** Those that were about to be sent when an attempt ended: nobody knows whether they arrived. */
export async function claimedItems(tx: Tx, batchId: number): Promise<Sending[]> {
  const { rows } = await sql<Sending>`
    SELECT ${sending} FROM siasn_item i WHERE i.batch_id = ${batchId}::int AND i.state = 'claimed' ORDER BY i.claimed_at`.execute(
    tx,
  )
  return rows
}
/** Claims the next row, before it is sent; null where none waits, or the batch was stopped. */
export async function claimNext(tx: Tx, batchId: number, at: Date): Promise<Sending | null> {
  const { rows } = await sql<Sending>`
    WITH alive AS (UPDATE siasn_batch SET beat_at = ${at} WHERE id = ${batchId}::int AND state = 'sending' RETURNING id),
    next AS (SELECT pegawai_id, record_id FROM siasn_item WHERE batch_id = ${batchId}::int AND state = 'waiting' AND missing = '{}'
      ORDER BY pegawai_id, record_id LIMIT 1)
    UPDATE siasn_item i SET state = 'claimed', claimed_at = ${at}, tries = i.tries + 1 FROM next, alive
    WHERE i.batch_id = alive.id AND i.pegawai_id = next.pegawai_id AND i.record_id = next.record_id RETURNING ${sending}`.execute(
    tx,
  )
  return rows[0] ?? null
}
type Key = { pegawaiId: number; recordId: number }
export type Outcome = {
  state: 'waiting' | 'claimed' | 'sent' | 'confirmed' | 'differs' | 'failed'
  externalId?: string | null
  answer?: unknown
  problem?: string | null
}
export async function settleItem(tx: Tx, batchId: number, key: Key, outcome: Outcome, at: Date): Promise<void> {
  await sql`
    UPDATE siasn_item SET state = ${outcome.state}, external_id = coalesce(${outcome.externalId ?? null}::text, external_id),
      answer = coalesce(${outcome.answer === undefined ? null : JSON.stringify(outcome.answer)}::jsonb, answer), problem = ${outcome.problem ?? null}::text,
      sent_at = CASE WHEN ${outcome.state}::text = 'sent' THEN ${at} ELSE sent_at END,
      checked_at = CASE WHEN ${outcome.state}::text IN ('confirmed', 'differs') THEN ${at} ELSE checked_at END
    WHERE batch_id = ${batchId}::int AND pegawai_id = ${key.pegawaiId}::int AND record_id = ${key.recordId}::int`.execute(tx)
}
/** Puts an uploaded certificate into what is sent, before it is. */
export async function attachDocument(tx: Tx, batchId: number, key: Key, document: DokPath): Promise<void> {
  await sql`
    UPDATE siasn_item SET payload = jsonb_set(payload, '{path}', ${JSON.stringify([document])}::jsonb)
    WHERE batch_id = ${batchId}::int AND pegawai_id = ${key.pegawaiId}::int AND record_id = ${key.recordId}::int`.execute(tx)
}

/** Ends an attempt: done where nothing is left, else stopped by a trouble, or to be taken up again. */
export async function endSending(tx: Tx, batchId: number, trouble: string | null): Promise<void> {
  await sql`
    UPDATE siasn_batch b SET beat_at = NULL, trouble = ${trouble}::text,
      state = CASE WHEN ${trouble}::text IS NULL AND NOT EXISTS (SELECT FROM siasn_item i WHERE i.batch_id = b.id
        AND (i.state = 'claimed' OR (i.state = 'waiting' AND i.missing = '{}'))) THEN 'done' ELSE b.state END
    WHERE b.id = ${batchId}::int AND b.state = 'sending'`.execute(tx)
}
/** What was sent, to be held against what the service has. */
export async function sentItems(tx: Tx, batchId: number): Promise<Sending[]> {
  const { rows } = await sql<Sending>`
    SELECT ${sending} FROM siasn_item i WHERE i.batch_id = ${batchId}::int AND i.state IN ('sent', 'confirmed', 'differs')
    ORDER BY i.pegawai_id, i.record_id`.execute(tx)
  return rows
}
