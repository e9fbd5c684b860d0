import { sql, type Tx } from '../db/index.ts'
import type { Language, Words } from '../i18n/index.ts'
import { type KindSight, sightOf } from './access.ts'
import type { Built, Format, Input, Params, Subject } from './kind.ts'

export type State = 'queued' | 'ready' | 'failed'
export type IssuedFile = {
  format: Format
  key: string
  bytes: number
  sha256: string
  contentDigest: string | null
  names: boolean
}
export type IssuedDocument = Subject & {
  id: number
  instansiThen: number
  kind: string
  subject: string
  title: string | null
  number: string | null
  language: Language
  asOf: string
  state: State
  progress: number
  params: Params
  inputs: Input[] | null
  problem: Words | null
  requestedBy: string
  requestedByName: string
  requestedAt: Date
  issuedAt: Date | null
  supersedes: number | null
  /** The newer one that took its place. */
  supersededBy: number | null
  files: IssuedFile[]
}

const columns = sql`d.id, d.pegawai_id AS "pegawaiId", d.instansi_id AS "instansiId", d.instansi_then AS "instansiThen", d.unit_id AS "unitId",
  d.kind, d.subject, d.title, d.number, d.language, d.as_of AS "asOf", d.state, d.progress, d.params, d.inputs, d.problem,
  d.requested_by AS "requestedBy", d.requested_by_name AS "requestedByName", d.requested_at AS "requestedAt", d.issued_at AS "issuedAt",
  d.supersedes,
  (SELECT min(n.id) FROM issued_document n WHERE n.pegawai_id = d.pegawai_id AND n.supersedes = d.id) AS "supersededBy",
  coalesce((SELECT jsonb_agg(jsonb_build_object('format', f.format, 'key', f.file_key, 'bytes', f.bytes, 'sha256', f.sha256,
      'contentDigest', f.content_digest, 'names', f.names) ORDER BY f.format)
    FROM issued_file f WHERE f.pegawai_id = d.pegawai_id AND f.document_id = d.id), '[]') AS files`

export type NewDocument = Subject & {
  kind: string
  subject: string
  language: Language
  asOf: string
  params: Params
  requestedBy: string
  requestedByName: string
}

export async function insertDocument(tx: Tx, d: NewDocument, now: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO issued_document (pegawai_id, instansi_id, instansi_then, unit_id, kind, subject, language, number, as_of, params, requested_by,
      requested_by_name, requested_at, beat_at)
    VALUES (${d.pegawaiId}, ${d.instansiId}, ${d.instansiId}, ${d.unitId}, ${d.kind}, ${d.subject}, ${d.language}, ${d.params.number}, ${d.asOf},
      ${JSON.stringify(d.params)}::text::jsonb, ${d.requestedBy}, ${d.requestedByName}, ${now.toISOString()}, now())
    RETURNING id`.execute(tx)
  return rows[0]!.id
}

/** The same asked for by the same account, and not yet made. */
export async function sameWaiting(tx: Tx, d: NewDocument): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    SELECT d.id FROM issued_document d
    WHERE d.pegawai_id = ${d.pegawaiId} AND d.instansi_id = ${d.instansiId} AND d.unit_id IS NOT DISTINCT FROM ${d.unitId}::int
      AND d.kind = ${d.kind} AND d.language = ${d.language} AND d.requested_by = ${d.requestedBy} AND d.state = 'queued'
      AND d.params = ${JSON.stringify(d.params)}::text::jsonb
    LIMIT 1`.execute(tx)
  return rows[0]?.id ?? null
}

export async function documentById(tx: Tx, id: number): Promise<IssuedDocument | null> {
  const { rows } = await sql<IssuedDocument>`SELECT ${columns} FROM issued_document d WHERE d.id = ${id}`.execute(tx)
  return rows[0] ?? null
}

/** Of a document's files those that the asker reads. */
export const filesRead = (sights: readonly KindSight[], document: IssuedDocument): IssuedFile[] => {
  const sight = sightOf(sights, document)
  return document.files.filter(file => sight === 'whole' || (sight === 'nameless' && !file.names))
}

export type DocumentFilter = {
  /** Null: of any, as far as the scope reaches. */
  instansiIds: readonly number[] | null
  /** What the asker reads of which kind. */
  sights: readonly KindSight[]
  kind?: string | null
  /** About single persons, or about none; null: both. */
  about?: 'persons' | 'others' | null
  pegawaiId?: number | null
  year?: number | null
  /** Whose figures hold for one of these days. */
  asOf?: { from: string; until: string } | null
  q?: string
  before?: number | null
}

const where = (f: DocumentFilter) => sql`
  (${f.instansiIds === null} OR d.instansi_id = ANY (${f.instansiIds === null ? [] : [...f.instansiIds]}::int[]))
  AND EXISTS (
    SELECT FROM jsonb_to_recordset(${JSON.stringify(f.sights)}::text::jsonb)
      AS k(kind text, nation boolean, instansi int[], people int[], "namelessNation" boolean, "namelessInstansi" int[])
    WHERE (k.kind = d.kind OR (k.kind IS NULL AND d.kind <> ALL (${f.sights.flatMap(sight => sight.kind ?? [])}::text[])))
      AND (k.nation OR d.instansi_id = ANY (k.instansi) OR (d.pegawai_id <> 0 AND d.pegawai_id = ANY (k.people))
        OR (d.pegawai_id = 0 AND (k."namelessNation" OR d.instansi_id = ANY (k."namelessInstansi"))
          AND EXISTS (SELECT FROM issued_file f WHERE f.pegawai_id = d.pegawai_id AND f.document_id = d.id AND NOT f.names))))
  AND (${f.kind ?? null}::text IS NULL OR d.kind = ${f.kind ?? null})
  AND (${f.about ?? null}::text IS NULL OR (${f.about ?? null}::text = 'persons') = (d.pegawai_id <> 0))
  AND (${f.pegawaiId ?? null}::int IS NULL OR d.pegawai_id = ${f.pegawaiId ?? null}::int)
  ${f.asOf ? sql`AND d.as_of BETWEEN ${f.asOf.from}::date AND ${f.asOf.until}::date` : sql``}
  AND (${f.year ?? null}::int IS NULL OR extract(year FROM d.as_of) = ${f.year ?? null}::int)
  AND (${f.q ?? ''} = '' OR d.title ILIKE '%' || ${f.q ?? ''} || '%' OR d.subject ILIKE '%' || ${f.q ?? ''} || '%'
       OR d.number ILIKE '%' || ${f.q ?? ''} || '%' OR d.id::text = ${f.q ?? ''}
       OR (length(${f.q ?? ''}) >= 8 AND EXISTS (SELECT FROM issued_file f WHERE f.pegawai_id = d.pegawai_id AND f.document_id = d.id
             AND (starts_with(f.sha256, lower(${f.q ?? ''})) OR starts_with(f.content_digest, lower(${f.q ?? ''}))))))
  AND (${f.before ?? null}::bigint IS NULL OR d.id < ${f.before ?? null}::bigint)`

const orders = {
  terbaru: sql`d.id`,
  judul: sql`coalesce(d.title, d.subject)`,
  keadaan: sql`d.as_of`,
}
export type Order = keyof typeof orders

/** What was issued, as far as the scope and the filter reach, each with the files that are read there; `found` counts all of it. */
export async function documentsOf(
  tx: Tx,
  filter: DocumentFilter,
  part: { order: Order; descending: boolean; offset: number; limit: number },
): Promise<(IssuedDocument & { found: number })[]> {
  const { rows } = await sql<IssuedDocument & { found: number }>`
    SELECT ${columns}, count(*) OVER ()::int AS found FROM issued_document d
    WHERE ${where(filter)} ORDER BY ${orders[part.order]} ${part.descending ? sql`DESC` : sql`ASC`}, d.id DESC LIMIT ${part.limit} OFFSET ${part.offset}`.execute(
    tx,
  )
  return rows.map(row => ({ ...row, files: filesRead(filter.sights, row) }))
}

/** The years that documents hold for, the newest first. */
export async function yearsOf(tx: Tx, filter: DocumentFilter): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    SELECT DISTINCT extract(year FROM d.as_of)::int AS year FROM issued_document d
    WHERE ${where({ ...filter, year: null, q: '', kind: null, before: null })} ORDER BY 1 DESC`.execute(tx)
  return rows.map(row => row.year)
}

/** How many stand in which state, whatever year, kind or word is looked for. */
export async function stateCounts(tx: Tx, filter: DocumentFilter): Promise<Record<State, number>> {
  const { rows } = await sql<{ state: State; n: number }>`
    SELECT d.state, count(*)::int AS n FROM issued_document d
    WHERE ${where({ ...filter, year: null, q: '', kind: null, before: null })} GROUP BY 1`.execute(tx)
  const of = (state: State) => rows.find(row => row.state === state)?.n ?? 0
  return { queued: of('queued'), ready: of('ready'), failed: of('failed') }
}

/** What a document lists, as it was kept for programs; null where nothing was. */
export async function listedIn(tx: Tx, id: number): Promise<unknown> {
  const { rows } = await sql<{
    listed: unknown
  }>`SELECT listed FROM issued_document WHERE id = ${id} AND state = 'ready'`.execute(tx)
  return rows[0]?.listed ?? null
}

export type Claimed = { document: IssuedDocument; previousClaim: string | null }

/** Gives the making of a document to one attempt; null where there is nothing to make any more. */
export async function claimMaking(tx: Tx, pegawaiId: number, id: number, claim: string): Promise<Claimed | null> {
  const { rows } = await sql<{ previous: string | null }>`
    WITH before AS (SELECT pegawai_id, id, claim FROM issued_document WHERE pegawai_id = ${pegawaiId} AND id = ${id} AND state = 'queued' FOR UPDATE)
    UPDATE issued_document d SET claim = ${claim}, beat_at = now(), progress = 0 FROM before
    WHERE d.pegawai_id = before.pegawai_id AND d.id = before.id RETURNING before.claim AS previous`.execute(tx)
  const document = rows.length > 0 ? await documentById(tx, id) : null
  return document && { document, previousClaim: rows[0]!.previous }
}

type Key = Pick<IssuedDocument, 'pegawaiId' | 'id'>

/** A sign of life, with how far it is (null: as before). False: another attempt has taken over. */
export async function beat(tx: Tx, key: Key, claim: string, progress: number | null): Promise<boolean> {
  const { rows } = await sql`
    UPDATE issued_document SET beat_at = now(), progress = coalesce(${progress}::int, progress)
    WHERE pegawai_id = ${key.pegawaiId} AND id = ${key.id} AND claim = ${claim} AND state = 'queued' RETURNING id`.execute(tx)
  return rows.length > 0
}

/** Ends the making with its files; false where another attempt has taken over. */
export async function endReady(
  tx: Tx,
  key: Key,
  claim: string,
  built: Built,
  files: readonly IssuedFile[],
  at: Date,
): Promise<boolean> {
  const { rows } = await sql<{ instansi_id: number }>`
    UPDATE issued_document d SET state = 'ready', progress = 100, problem = NULL, title = ${built.title}, as_of = ${built.asOf},
      inputs = ${JSON.stringify(built.inputs)}::text::jsonb, listed = ${built.listed ? JSON.stringify(built.listed) : null}::text::jsonb, issued_at = ${at.toISOString()}, supersedes = (
        SELECT max(p.id) FROM issued_document p
        WHERE p.pegawai_id = d.pegawai_id AND p.instansi_then = d.instansi_then AND p.unit_id IS NOT DISTINCT FROM d.unit_id AND p.kind = d.kind
          AND p.language = d.language AND p.state = 'ready' AND p.params -> 'given' = d.params -> 'given' AND p.id <> d.id)
    WHERE d.pegawai_id = ${key.pegawaiId} AND d.id = ${key.id} AND d.claim = ${claim} AND d.state = 'queued'
    RETURNING d.instansi_id`.execute(tx)
  if (!rows[0]) return false
  await sql`
    INSERT INTO issued_file (pegawai_id, document_id, format, instansi_id, file_key, bytes, sha256, content_digest, names)
    SELECT ${key.pegawaiId}::int, ${key.id}::bigint, f.format, ${rows[0].instansi_id}::int, f.key, f.bytes, f.sha256, f."contentDigest", f.names
    FROM jsonb_to_recordset(${JSON.stringify(files)}::text::jsonb)
      AS f(format text, key text, bytes int, sha256 text, "contentDigest" text, names boolean)`.execute(tx)
  return true
}

export async function endFailed(tx: Tx, key: Key, claim: string, problem: Words): Promise<boolean> {
  const { rows } = await sql`
    UPDATE issued_document SET state = 'failed', problem = ${JSON.stringify(problem)}::text::jsonb
    WHERE pegawai_id = ${key.pegawaiId} AND id = ${key.id} AND claim = ${claim} AND state = 'queued' RETURNING id`.execute(tx)
  return rows.length > 0
}

/** Whether an attempt's files are those of a document that is ready. */
export async function isKept(tx: Tx, key: Key, claim: string): Promise<boolean> {
  const { rows } = await sql`
    SELECT 1 FROM issued_document WHERE pegawai_id = ${key.pegawaiId} AND id = ${key.id} AND claim = ${claim} AND state = 'ready'`.execute(
    tx,
  )
  return rows.length > 0
}

/** Puts a document that came to nothing back into the queue; false where it is not one. */
export async function queueAgain(tx: Tx, key: Key): Promise<boolean> {
  const { rows } = await sql`
    UPDATE issued_document SET state = 'queued', problem = NULL, progress = 0, beat_at = now()
    WHERE pegawai_id = ${key.pegawaiId} AND id = ${key.id} AND state = 'failed' RETURNING id`.execute(tx)
  return rows.length > 0
}

/** Documents whose attempt has been silent since `before`; marks them as seen to. */
export async function takeForsaken(tx: Tx, before: Date): Promise<Key[]> {
  const { rows } = await sql<Key>`
    UPDATE issued_document SET beat_at = now()
    WHERE (pegawai_id, id) IN (
      SELECT pegawai_id, id FROM issued_document WHERE state = 'queued' AND beat_at < ${before.toISOString()} FOR UPDATE SKIP LOCKED)
    RETURNING pegawai_id AS "pegawaiId", id`.execute(tx)
  return rows
}

/** All of a transaction sees one moment, also where each statement would see its own. Before its first query only. */
export const atOneMoment = (tx: Tx) => sql`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ`.execute(tx)
