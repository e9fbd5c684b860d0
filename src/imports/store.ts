import type { RawBuilder } from 'kysely'
import { type Db, sql, type Tx } from '../platform/db/index.ts'
import type { ImportSight } from './access.ts'
import type { FieldError, KindName, Values, Words } from './kind.ts'
import type { Column, Mapping } from './rules/recognise.ts'

export type State = 'reading' | 'mapping' | 'preview' | 'applying' | 'done' | 'failed' | 'cancelled'
export type Outcome = 'new' | 'changed' | 'same' | 'skipped' | 'refused'
export const outcomes: readonly Outcome[] = ['new', 'changed', 'same', 'skipped', 'refused']
export type Counts = Record<Outcome, number>

export type Import = {
  id: number
  instansi_id: number
  instansi: string
  region_code: string
  time_zone: string
  account_id: string
  who: string | null
  kind: KindName
  file_name: string
  file_key: string
  file_bytes: number
  file_digest: string
  state: State
  sheet_name: string | null
  preset: string | null
  columns: Column[] | null
  mapping: Mapping | null
  fixed: Record<string, string>
  progress: number
  total: number
  counts: Counts | null
  problem: Words | null
  claim: string | null
  created_at: Date
  finished_at: Date | null
}

const importColumns = sql`i.id, i.instansi_id, n.name AS instansi, n.region_code, n.time_zone, i.account_id, a.name AS who, i.kind, i.file_name,
  i.file_key, i.file_bytes, i.file_digest, i.state, i.sheet_name, i.preset, i.columns, i.mapping, i.fixed, i.progress, i.total, i.counts,
  i.problem, i.claim, i.created_at, i.finished_at`
const importTables = sql`import i JOIN instansi n ON n.id = i.instansi_id LEFT JOIN identity.user_account a ON a.id = i.account_id`

export type InstansiChoice = { id: number; name: string; region_code: string }

/** The instansi with these ids (null: all), in the order of their codes. */
export async function instansiChoices(db: Db | Tx, ids: readonly number[] | null): Promise<InstansiChoice[]> {
  const { rows } = await sql<InstansiChoice>`
    SELECT id, name, region_code FROM instansi WHERE ${ids}::int[] IS NULL OR id = ANY (${ids}::int[]) ORDER BY region_code`.execute(
    db,
  )
  return rows
}

export type NewImport = Pick<
  Import,
  'instansi_id' | 'account_id' | 'kind' | 'file_name' | 'file_key' | 'file_bytes' | 'file_digest'
>

export async function insertImport(tx: Tx, i: NewImport, now: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO import (instansi_id, account_id, kind, file_name, file_key, file_bytes, file_digest, state, created_at, beat_at)
    VALUES (${i.instansi_id}, ${i.account_id}, ${i.kind}, ${i.file_name}, ${i.file_key}, ${i.file_bytes}, ${i.file_digest}, 'reading',
            ${now.toISOString()}, now())
    RETURNING id`.execute(tx)
  return rows[0]!.id
}

export async function importById(tx: Tx, id: number): Promise<Import | null> {
  const { rows } = await sql<Import>`SELECT ${importColumns} FROM ${importTables} WHERE i.id = ${id}`.execute(tx)
  return rows[0] ?? null
}

/** Imports of the kinds and into the instansi that are seen. */
const seen = (sights: readonly ImportSight[]) => sql`EXISTS (
  SELECT FROM jsonb_to_recordset(${JSON.stringify(sights)}::text::jsonb) AS s(kind text, instansi int[])
  WHERE s.kind = i.kind AND (s.instansi IS NULL OR i.instansi_id = ANY (s.instansi)))`

export async function listImports(
  tx: Tx,
  filter: {
    sights: readonly ImportSight[]
    kind: KindName | null
    instansiId: number | null
    before: number | null
    offset: number
    limit: number
  },
): Promise<(Import & { found: number })[]> {
  const { rows } = await sql<Import & { found: number }>`
    SELECT ${importColumns}, count(*) OVER ()::int AS found FROM ${importTables}
    WHERE ${seen(filter.sights)} AND (${filter.kind}::text IS NULL OR i.kind = ${filter.kind}) AND (${filter.instansiId}::int IS NULL OR i.instansi_id = ${filter.instansiId})
      AND (${filter.before}::int IS NULL OR i.id < ${filter.before})
    ORDER BY i.id DESC LIMIT ${filter.limit} OFFSET ${filter.offset}`.execute(tx)
  return rows
}

/** Imports that wait for a decision of somebody who sees them. */
export async function countWaiting(tx: Tx, sights: readonly ImportSight[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM import i WHERE i.state IN ('mapping', 'preview') AND ${seen(sights)}`.execute(tx)
  return rows[0]!.count
}

/** Whether this file was applied here before, as this kind: when. */
export async function appliedBefore(tx: Tx, i: Import): Promise<Date | null> {
  const { rows } = await sql<{ finished_at: Date }>`
    SELECT finished_at FROM import
    WHERE instansi_id = ${i.instansi_id} AND kind = ${i.kind} AND file_digest = ${i.file_digest} AND state = 'done' AND id <> ${i.id}
    ORDER BY id DESC LIMIT 1`.execute(tx)
  return rows[0]?.finished_at ?? null
}

/** Gives the reading of an import to one attempt; null where it is no longer to be read. */
export async function claimReading(tx: Tx, id: number, claim: string): Promise<Import | null> {
  const { rows } = await sql`
    UPDATE import SET claim = ${claim}, beat_at = now(), progress = 0, total = 0, counts = NULL
    WHERE id = ${id} AND state = 'reading' RETURNING id`.execute(tx)
  return rows.length > 0 ? importById(tx, id) : null
}

export type Progress = Partial<Pick<Import, 'progress' | 'total' | 'sheet_name' | 'preset' | 'columns' | 'mapping'>> & {
  header_row?: number
}

/** A sign of life of an attempt, with how far it is. False: another attempt has taken over, or the user has cancelled. */
export async function beat(tx: Tx, id: number, claim: string, p: Progress): Promise<boolean> {
  const { rows } = await sql`
    UPDATE import SET beat_at = now(), progress = coalesce(${p.progress ?? null}, progress), total = coalesce(${p.total ?? null}, total),
      sheet_name = coalesce(${p.sheet_name ?? null}, sheet_name), preset = coalesce(${p.preset ?? null}, preset),
      header_row = coalesce(${p.header_row ?? null}, header_row), columns = coalesce(${jsonOrNull(p.columns)}::text::jsonb, columns),
      mapping = coalesce(${jsonOrNull(p.mapping)}::text::jsonb, mapping)
    WHERE id = ${id} AND claim = ${claim} AND state = 'reading' RETURNING id`.execute(tx)
  return rows.length > 0
}

const jsonOrNull = (value: unknown) => (value === undefined || value === null ? null : JSON.stringify(value))

/** Ends the reading; false where the attempt no longer holds it. */
export async function endReading(
  tx: Tx,
  id: number,
  claim: string,
  state: 'mapping' | 'preview',
  counts: Counts | null,
): Promise<boolean> {
  const { rows } = await sql`
    UPDATE import SET state = ${state}, counts = ${jsonOrNull(counts)}::text::jsonb, problem = NULL, claim = NULL
    WHERE id = ${id} AND claim = ${claim} AND state = 'reading' RETURNING id`.execute(tx)
  return rows.length > 0
}

/** Moves an import on; false where it is in none of the states `from`. */
export async function moveTo(
  tx: Tx,
  id: number,
  from: readonly State[],
  to: State,
  change: { problem?: Words; finishedAt?: Date } = {},
): Promise<boolean> {
  const { rows } = await sql`
    UPDATE import SET state = ${to}, problem = ${jsonOrNull(change.problem)}::text::jsonb, finished_at = ${change.finishedAt?.toISOString() ?? null},
      progress = 0, beat_at = now(), claim = NULL
    WHERE id = ${id} AND state = ANY (${[...from]}::text[]) RETURNING id`.execute(tx)
  return rows.length > 0
}

export async function setMapping(tx: Tx, id: number, mapping: Mapping, fixed: Record<string, string>): Promise<void> {
  await sql`
    UPDATE import SET mapping = ${JSON.stringify(mapping)}::text::jsonb, fixed = ${JSON.stringify(fixed)}::text::jsonb WHERE id = ${id}`.execute(
    tx,
  )
}

export type RowToStage = {
  row_number: number
  subject: string
  /** Null: new, changed or the same, which the database finds out. */
  outcome: 'refused' | 'skipped' | null
  values?: Values
  cells?: unknown[]
  errors?: (FieldError & { column: number | null })[]
  note?: Words
}

/** Stages rows and compares them with what stands, in one statement. Returns how many came to what. */
export async function stageRows(
  tx: Tx,
  id: number,
  instansiId: number,
  rows: readonly RowToStage[],
  before: RawBuilder<unknown>,
) {
  const { rows: found } = await sql<{ outcome: Outcome; count: number }>`
    WITH staged AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
        AS r(row_number int, subject text, outcome text, values jsonb, cells jsonb, errors jsonb, note jsonb)
    ), was AS (${before}),
    kept AS (
      INSERT INTO import_row (import_id, instansi_id, row_number, subject, outcome, values, before, cells, errors, note)
      SELECT ${id}::int, ${instansiId}::int, s.row_number, s.subject,
        coalesce(s.outcome, CASE WHEN w.before IS NULL THEN 'new' WHEN w.before @> s.values THEN 'same' ELSE 'changed' END),
        s.values, CASE WHEN NOT w.before @> s.values THEN w.before END, s.cells, s.errors, s.note
      FROM staged s LEFT JOIN was w USING (row_number)
      RETURNING outcome)
    SELECT outcome, count(*)::int AS count FROM kept GROUP BY outcome`.execute(tx)
  return found
}

/** Deletes some staged rows of an import; false when none are left. */
export async function deleteSomeRows(tx: Tx, id: number, limit: number): Promise<boolean> {
  const { rows } = await sql<{ gone: number }>`
    WITH gone AS (DELETE FROM import_row WHERE import_id = ${id} AND row_number IN
      (SELECT row_number FROM import_row WHERE import_id = ${id} LIMIT ${limit}) RETURNING 1) SELECT count(*)::int AS gone FROM gone`.execute(
    tx,
  )
  return rows[0]!.gone === limit
}

/** Locks an import that is to be applied, and its instansi against another import; null where it is no longer to be applied. */
export async function lockApplying(tx: Tx, id: number): Promise<Import | null> {
  const { rows } = await sql<{ instansi_id: number }>`
    SELECT instansi_id FROM import WHERE id = ${id} AND state = 'applying' FOR UPDATE`.execute(tx)
  if (!rows[0]) return null
  await sql`SELECT pg_advisory_xact_lock(hashtext('import'), ${rows[0].instansi_id}::int)`.execute(tx)
  return importById(tx, id)
}

/** Staged rows have no statistics yet: without this the planner takes thousands for one and joins them in a loop. */
export async function planForMany(tx: Tx): Promise<void> {
  await sql`SET LOCAL enable_nestloop = off`.execute(tx)
}

export const rowsToApply = (id: number) =>
  sql`SELECT row_number, values, outcome FROM import_row WHERE import_id = ${id}::int AND outcome IN ('new', 'changed')`

/** A digest over all rows that are written, each by its own digest. */
export async function digestOfRows(tx: Tx, id: number): Promise<{ rows: number; digest: string | null }> {
  const { rows } = await sql<{ rows: number; digest: string | null }>`
    SELECT count(*)::int AS rows, encode(sha256(convert_to(string_agg(md5(values::text), '' ORDER BY row_number), 'UTF8')), 'hex') AS digest
    FROM (${rowsToApply(id)}) r`.execute(tx)
  return rows[0]!
}

export type SampleRow = {
  row_number: number
  subject: string
  outcome: Outcome
  values: Values | null
  before: Record<string, unknown> | null
  errors: (FieldError & { column: number | null })[] | null
  note: Words | null
}

export async function listRows(tx: Tx, id: number, outcome: Outcome, offset: number, limit: number): Promise<SampleRow[]> {
  const { rows } = await sql<SampleRow>`
    SELECT row_number, subject, outcome, values, before, errors, note FROM import_row
    WHERE import_id = ${id} AND outcome = ${outcome} ORDER BY row_number LIMIT ${limit} OFFSET ${offset}`.execute(tx)
  return rows
}

export type RefusedRow = { row_number: number; cells: unknown[]; errors: (FieldError & { column: number | null })[] }

export async function refusedRows(tx: Tx, id: number): Promise<RefusedRow[]> {
  const { rows } = await sql<RefusedRow>`
    SELECT row_number, cells, errors FROM import_row WHERE import_id = ${id} AND outcome = 'refused' ORDER BY row_number`.execute(
    tx,
  )
  return rows
}

/** Imports that should be worked on, but have given no sign of life since `before`. They are taken to have given one now. */
export async function takeForsaken(tx: Tx, before: Date): Promise<{ id: number; state: 'reading' | 'applying' }[]> {
  const { rows } = await sql<{ id: number; state: 'reading' | 'applying' }>`
    UPDATE import SET beat_at = now() WHERE state IN ('reading', 'applying') AND beat_at < ${before.toISOString()} RETURNING id, state`.execute(
    tx,
  )
  return rows
}

/** Imports whose file and rows are kept no longer. */
export async function outlived(tx: Tx, before: Date): Promise<{ id: number; file_key: string }[]> {
  const { rows } = await sql<{ id: number; file_key: string }>`
    SELECT id, file_key FROM import i
    WHERE created_at < ${before.toISOString()} AND state NOT IN ('reading', 'applying') AND file_bytes > 0 ORDER BY id LIMIT 200`.execute(
    tx,
  )
  return rows
}

/** Notes that the file and the rows of an import are gone; an open one is closed by it. */
export async function forgetFile(tx: Tx, id: number): Promise<void> {
  await sql`
    UPDATE import SET file_bytes = 0, columns = NULL, fixed = '{}',
      state = CASE WHEN state IN ('mapping', 'preview') THEN 'cancelled' ELSE state END WHERE id = ${id}`.execute(tx)
}
