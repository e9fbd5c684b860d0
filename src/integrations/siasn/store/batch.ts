import { namesLike, nipDigits } from '../../../people/index.ts'
import { sql, type Tx } from '../../../platform/db/index.ts'
import type { LearningForm } from '../../../regulation/index.ts'
import { type DiklatSave, type KursusSave, type SentRecord, type SentSource, sentSources } from '../rules/payload.ts'

export type BatchState = 'draft' | 'sending' | 'done' | 'discarded'
export type ItemState = 'waiting' | 'claimed' | 'sent' | 'confirmed' | 'differs' | 'failed'

export type Place = { serviceInstansi: string | null; lokasi: string | null }
export async function placeOf(tx: Tx, instansiId: number): Promise<Place> {
  const { rows } = await sql<Place>`
    SELECT service_instansi AS "serviceInstansi", lokasi FROM siasn_place WHERE instansi_id = ${instansiId}::int`.execute(tx)
  return rows[0] ?? { serviceInstansi: null, lokasi: null }
}
export async function setPlace(tx: Tx, instansiId: number, place: Place, by: string, at: Date): Promise<void> {
  await sql`
    INSERT INTO siasn_place (instansi_id, service_instansi, lokasi, set_by, set_at)
    VALUES (${instansiId}, ${place.serviceInstansi}, ${place.lokasi}, ${by}, ${at})
    ON CONFLICT (instansi_id) DO UPDATE SET service_instansi = excluded.service_instansi, lokasi = excluded.lokasi, set_by = excluded.set_by,
      set_at = excluded.set_at`.execute(tx)
}

export type ToSend = SentRecord & {
  pegawaiId: number
  recordId: number
  person: string
  nip: string
  source: SentSource
  orangId: string | null
  fileKey: string | null
  fileName: string | null
}
export type SendFilter = { instansiId: number; source: SentSource | null; year: number | null; q: string }

/** What this installation recorded itself and the service does not know, and no batch holds. */
function unsent({ instansiId, source, year, q }: SendFilter) {
  const digits = nipDigits(q)
  return sql`
    FROM learning_record r JOIN pegawai p ON p.pegawai_id = r.pegawai_id LEFT JOIN siasn_person s ON s.pegawai_id = r.pegawai_id
    WHERE r.instansi_id = ${instansiId}::int AND r.withdrawn_at IS NULL AND r.external_id IS NULL
      AND r.source = ANY (${source ? [source] : [...sentSources]}::text[])
      AND (${year}::int IS NULL OR extract(year FROM r.ended_on) = ${year}::int)
      AND ${digits ? sql`p.nip LIKE ${`${digits}%`}` : sql`(${namesLike(sql`p.name`, q)} OR ${namesLike(sql`r.name`, q)})`}
      AND NOT EXISTS (SELECT FROM siasn_item i JOIN siasn_batch b ON b.id = i.batch_id AND b.state <> 'discarded'
        WHERE i.pegawai_id = r.pegawai_id AND i.record_id = r.id)`
}
// Coaching, an internship and the like say no hours: what the rule makes of them is sent, in whole JP. What proves an activity is its letter, and
// who gives an assignment is the instansi.
const toSend = sql`
  r.pegawai_id AS "pegawaiId", r.id AS "recordId", p.name AS person, p.nip, r.source, r.form, r.name, r.started_on AS "startedOn",
  r.ended_on AS "endedOn", s.orang_id AS "orangId", r.file_key AS "fileKey", r.file_name AS "fileName",
  coalesce(r.organiser, (SELECT o.name FROM instansi o WHERE r.source = 'kegiatan' AND o.id = r.instansi_then)) AS organiser,
  coalesce(r.jp, (SELECT nullif(q.recognised / 10, 0) FROM jp_recognition q WHERE q.pegawai_id = r.pegawai_id AND q.record_id = r.id)) AS jp,
  coalesce(r.certificate_number, (SELECT coalesce((SELECT l.number FROM activity_letter l WHERE l.pegawai_id = a.pegawai_id AND l.activity_id = a.id
    ORDER BY l.id DESC LIMIT 1), a.letter_number) FROM activity a WHERE r.source = 'kegiatan' AND a.pegawai_id = r.pegawai_id AND a.id = r.source_id))
    AS "certificateNumber"`

export async function recordsToSend(
  tx: Tx,
  filter: SendFilter,
  page: { offset?: number; limit: number },
): Promise<(ToSend & { found: number })[]> {
  const { rows } = await sql<ToSend & { found: number }>`
    SELECT ${toSend}, count(*) OVER ()::int AS found ${unsent(filter)} ORDER BY r.ended_on, p.name, r.id
    LIMIT ${page.limit} OFFSET ${page.offset ?? 0}`.execute(tx)
  return rows
}
export async function countToSend(tx: Tx, instansiId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count ${unsent({ instansiId, source: null, year: null, q: '' })}`.execute(tx)
  return rows[0]!.count
}

export type Batch = {
  id: number
  instansiId: number
  regionCode: string
  timeZone: string
  state: BatchState
  madeBy: string
  madeAt: Date
  sentAt: Date | null
  trouble: string | null
  counts: Record<ItemState | 'lacking', number>
}
const batchColumns = sql`
  b.id, b.instansi_id AS "instansiId", o.region_code AS "regionCode", o.time_zone AS "timeZone", b.state, b.made_by_name AS "madeBy", b.made_at AS "madeAt",
  b.sent_at AS "sentAt", b.trouble,
  (SELECT jsonb_build_object('waiting', count(*) FILTER (WHERE i.state = 'waiting' AND i.missing = '{}'),
     'lacking', count(*) FILTER (WHERE i.state = 'waiting' AND i.missing <> '{}'), 'claimed', count(*) FILTER (WHERE i.state = 'claimed'),
     'sent', count(*) FILTER (WHERE i.state = 'sent'), 'confirmed', count(*) FILTER (WHERE i.state = 'confirmed'),
     'differs', count(*) FILTER (WHERE i.state = 'differs'), 'failed', count(*) FILTER (WHERE i.state = 'failed'))
   FROM siasn_item i WHERE i.batch_id = b.id) AS counts`

export async function batches(tx: Tx, instansiId: number, limit: number, offset = 0): Promise<(Batch & { found: number })[]> {
  const { rows } = await sql<Batch & { found: number }>`
    SELECT ${batchColumns}, count(*) OVER ()::int AS found FROM siasn_batch b JOIN instansi o ON o.id = b.instansi_id
    WHERE b.instansi_id = ${instansiId}::int AND b.state <> 'discarded' ORDER BY b.id DESC LIMIT ${limit} OFFSET ${offset}`.execute(
    tx,
  )
  return rows
}
export async function batchById(tx: Tx, id: number): Promise<Batch | null> {
  const { rows } = await sql<Batch>`
    SELECT ${batchColumns} FROM siasn_batch b JOIN instansi o ON o.id = b.instansi_id WHERE b.id = ${id}::int`.execute(tx)
  return rows[0] ?? null
}
/** Batches of an instansi are made one after the other: two at once would both find the same records unsent, and both send them. */
export const makeAlone = (tx: Tx, instansiId: number) =>
  sql`SELECT pg_advisory_xact_lock(7212395, ${instansiId}::int)`.execute(tx)

export async function insertBatch(tx: Tx, instansiId: number, by: { account: string; name: string; at: Date }): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO siasn_batch (instansi_id, state, made_by, made_by_name, made_at) VALUES (${instansiId}, 'draft', ${by.account}, ${by.name}, ${by.at})
    RETURNING id`.execute(tx)
  return rows[0]!.id
}
/** Moves a batch on; false where it is in none of the states `from`. */
export async function moveBatch(
  tx: Tx,
  id: number,
  from: readonly BatchState[],
  to: BatchState,
  sentAt: Date | null = null,
): Promise<boolean> {
  const { rows } = await sql`
    UPDATE siasn_batch SET state = ${to}, sent_at = coalesce(${sentAt}::timestamptz, sent_at), trouble = NULL, beat_at = NULL
    WHERE id = ${id}::int AND state = ANY (${[...from]}::text[]) RETURNING 1`.execute(tx)
  return rows.length > 0
}

export type NewItem = {
  pegawaiId: number
  recordId: number
  service: 'diklat' | 'kursus'
  payload: DiklatSave | KursusSave
  missing: string[]
  /** The certificate that is uploaded first; null: none, or none that the service takes. */
  fileKey: string | null
  fileName: string | null
}
const given = (items: readonly NewItem[]) => sql`
  jsonb_to_recordset(${JSON.stringify(items)}::jsonb) AS g("pegawaiId" int, "recordId" int, service text, payload jsonb, missing text[],
  "fileKey" text, "fileName" text)`
export async function insertItems(tx: Tx, batchId: number, items: readonly NewItem[]): Promise<void> {
  await sql`
    INSERT INTO siasn_item (pegawai_id, batch_id, record_id, instansi_id, service, payload, missing, file_key, file_name, state)
    SELECT p.pegawai_id, ${batchId}::int, g."recordId", p.instansi_id, g.service, g.payload, g.missing, g."fileKey", g."fileName", 'waiting'
    FROM ${given(items)} JOIN pegawai p ON p.pegawai_id = g."pegawaiId"`.execute(tx)
}
/** Writes payloads anew where nothing was sent; what had failed waits again, and its certificate is uploaded again. */
export async function rewriteItems(tx: Tx, batchId: number, items: readonly NewItem[]): Promise<void> {
  await sql`
    UPDATE siasn_item i SET service = g.service, payload = g.payload, missing = g.missing, file_key = g."fileKey", file_name = g."fileName", state = 'waiting', problem = NULL, answer = NULL, tries = 0
    FROM ${given(items)} WHERE i.batch_id = ${batchId}::int AND i.pegawai_id = g."pegawaiId" AND i.record_id = g."recordId"
      AND i.state IN ('waiting', 'failed')`.execute(tx)
}
/** The records of a batch that are not sent, as they stand now. */
export async function recordsOfBatch(tx: Tx, batchId: number): Promise<ToSend[]> {
  const { rows } = await sql<ToSend>`
    SELECT ${toSend} FROM siasn_item i JOIN learning_record r ON r.pegawai_id = i.pegawai_id AND r.id = i.record_id
    JOIN pegawai p ON p.pegawai_id = i.pegawai_id LEFT JOIN siasn_person s ON s.pegawai_id = i.pegawai_id
    WHERE i.batch_id = ${batchId}::int AND i.state IN ('waiting', 'failed') AND r.withdrawn_at IS NULL`.execute(tx)
  return rows
}

export type Item = {
  pegawaiId: number
  recordId: number
  person: string
  nip: string
  name: string
  form: LearningForm
  endedOn: string
  service: 'diklat' | 'kursus'
  payload: DiklatSave | KursusSave
  missing: string[]
  state: ItemState
  externalId: string | null
  problem: string | null
  /** Of the certificate that goes with it. */
  fileName: string | null
}
export async function items(
  tx: Tx,
  batchId: number,
  filter: { state: ItemState | 'lacking' | null },
  page: { offset?: number; limit: number },
): Promise<(Item & { found: number })[]> {
  const state = filter.state === 'lacking' ? 'waiting' : filter.state
  const lacking =
    filter.state === 'lacking' ? sql`AND i.missing <> '{}'` : filter.state === 'waiting' ? sql`AND i.missing = '{}'` : sql``
  const { rows } = await sql<Item & { found: number }>`
    SELECT i.pegawai_id AS "pegawaiId", i.record_id AS "recordId", p.name AS person, p.nip, r.name, r.form, r.ended_on AS "endedOn", i.service, i.payload,
      i.missing, i.state, i.external_id AS "externalId", i.problem, i.file_name AS "fileName", count(*) OVER ()::int AS found
    FROM siasn_item i JOIN pegawai p ON p.pegawai_id = i.pegawai_id JOIN learning_record r ON r.pegawai_id = i.pegawai_id AND r.id = i.record_id
    WHERE i.batch_id = ${batchId}::int AND (${state}::text IS NULL OR i.state = ${state}::text) ${lacking}
    ORDER BY p.name, i.pegawai_id, i.record_id LIMIT ${page.limit} OFFSET ${page.offset ?? 0}`.execute(tx)
  return rows
}
