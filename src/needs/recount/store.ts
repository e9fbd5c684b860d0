import { type Choice, chosenLevels } from '../../assessment/index.ts'
import { sql, type Tx } from '../../platform/db/index.ts'
import type { Words } from '../../platform/i18n/index.ts'
import type { Totals } from './rules/totals.ts'

export type RecountState = 'waiting' | 'running' | 'done' | 'failed'
export type Recount = {
  id: number
  instansiId: number
  day: string
  state: RecountState
  people: number
  ofPeople: number | null
  askedAt: Date
  finishedAt: Date | null
  /** When something that it was made from changed after it was made; null: nothing did. */
  staleSince: Date | null
  /** When its rows person by person were forgotten; null: they are there. */
  rowsGoneAt: Date | null
  problem: Words | null
  rules: Record<string, unknown> | null
  totals: Totals | null
}

export const recountColumns = sql`r.id, r.instansi_id AS "instansiId", r.day, r.state, r.people, r.of_people AS "ofPeople", r.asked_at AS "askedAt",
  r.finished_at AS "finishedAt", r.stale_since AS "staleSince", r.rows_gone_at AS "rowsGoneAt", r.problem, r.rules, r.totals`

export async function askRecount(tx: Tx, asked: { instansiId: number; day: string; by: string; at: Date }): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO recount (instansi_id, day, asked_by, asked_at)
    VALUES (${asked.instansiId}, ${asked.day}, ${asked.by}, ${asked.at.toISOString()}) RETURNING id`.execute(tx)
  return rows[0]!.id
}

export async function recountById(tx: Tx, id: number): Promise<Recount | null> {
  return (await sql<Recount>`SELECT ${recountColumns} FROM recount r WHERE r.id = ${id}`.execute(tx)).rows[0] ?? null
}

/** Whoever asks for a day of an instansi at this moment waits for the other: one day is worked out once. */
export const lockDays = (tx: Tx, instansiId: number) => sql`SELECT pg_advisory_xact_lock(7212393, ${instansiId}::int)`.execute(tx)

/** The newest of a day that came to something or still may; with rows person by person only, where these are asked for. */
export async function standingRecount(tx: Tx, instansiId: number, day: string, withRows: boolean): Promise<Recount | null> {
  const { rows } = await sql<Recount>`
    SELECT ${recountColumns} FROM recount r
    WHERE r.instansi_id = ${instansiId} AND r.day = ${day}::date AND r.state <> 'failed' AND (NOT ${withRows}::boolean OR r.rows_gone_at IS NULL)
    ORDER BY r.id DESC LIMIT 1`.execute(tx)
  return rows[0] ?? null
}

/** The last times a day was asked for, the newest first. */
export async function recountsOf(tx: Tx, instansiId: number, day: string): Promise<Recount[]> {
  const { rows } = await sql<Recount>`
    SELECT ${recountColumns} FROM recount r WHERE r.instansi_id = ${instansiId} AND r.day = ${day}::date ORDER BY r.id DESC LIMIT 5`.execute(
    tx,
  )
  return rows
}

/** What was asked for last in these instansi, the newest first; below an id, where one is given (0: from the top). */
export async function lastRecounts(tx: Tx, instansiIds: readonly number[], below: number, limit: number): Promise<Recount[]> {
  const { rows } = await sql<Recount>`
    SELECT ${recountColumns} FROM recount r
    WHERE r.instansi_id = ANY (${[...instansiIds]}::int[]) AND (${below} = 0 OR r.id < ${below}) ORDER BY r.id DESC LIMIT ${limit}`.execute(
    tx,
  )
  return rows
}

/** How many days of an instansi are waited for. */
export async function openRecounts(tx: Tx, instansiId: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM recount WHERE instansi_id = ${instansiId} AND state IN ('waiting', 'running')`.execute(tx)
  return rows[0]!.n
}

const heldOn = (day: string) =>
  sql`h.appointment = 'definitif' AND h.from_date <= ${day}::date AND (h.until_date IS NULL OR h.until_date > ${day}::date)`
const statusOn = (day: string) => sql`coalesce((SELECT f.status FROM former_status f
  WHERE f.pegawai_id = p.pegawai_id AND f.until_date > ${day}::date ORDER BY f.until_date, f.id LIMIT 1), p.status)`

/** Who held a post of the instansi on a day and was active then, from a given id on: so many, in the order of their ids. */
export async function peopleThen(tx: Tx, instansiId: number, day: string, after: number, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT DISTINCT p.pegawai_id AS id FROM pegawai p
    JOIN jabatan_history h ON h.pegawai_id = p.pegawai_id AND ${heldOn(day)} AND h.instansi_then = ${instansiId}
    WHERE p.pegawai_id > ${after} AND ${statusOn(day)} = 'aktif' ORDER BY 1 LIMIT ${limit}`.execute(tx)
  return rows.map(row => row.id)
}

export async function countThen(tx: Tx, instansiId: number, day: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(DISTINCT p.pegawai_id)::int AS n FROM pegawai p
    JOIN jabatan_history h ON h.pegawai_id = p.pegawai_id AND ${heldOn(day)} AND h.instansi_then = ${instansiId}
    WHERE ${statusOn(day)} = 'aktif'`.execute(tx)
  return rows[0]!.n
}

/** Writes what these people held and what their posts of that day demanded that day; answers their sums. */
export async function recountPeople(
  tx: Tx,
  run: Pick<Recount, 'id' | 'instansiId' | 'day'>,
  ids: readonly number[],
  choice: Choice,
): Promise<Totals> {
  const { rows } = await sql<Totals>`
    WITH held_then AS MATERIALIZED (
      SELECT DISTINCT ON (h.pegawai_id) h.pegawai_id, p.instansi_id, h.jabatan_id, j.jenjang,
             CASE WHEN h.jabatan_id = p.jabatan_id THEN p.unit_id ELSE j.unit_id END AS unit_id
      FROM jabatan_history h JOIN pegawai p ON p.pegawai_id = h.pegawai_id JOIN jabatan j ON j.id = h.jabatan_id
      WHERE h.pegawai_id = ANY (${[...ids]}::int[]) AND ${heldOn(run.day)} AND h.instansi_then = ${run.instansiId}
      ORDER BY h.pegawai_id, h.from_date DESC, h.id DESC),
    demanded AS MATERIALIZED (
      SELECT d.* FROM (SELECT array_agg(DISTINCT jabatan_id) AS ids FROM held_then) a CROSS JOIN LATERAL demands_of(a.ids, ${run.day}::date) d),
    level AS MATERIALIZED (${chosenLevels(null, run.day, ids, choice)}),
    written AS (
      INSERT INTO recount_gap (pegawai_id, recount_id, competency_id, instansi_id, instansi_then, unit_id, jabatan_id, jenjang, required, standard_id,
        held, found, valid_until, result_ids)
      SELECT t.pegawai_id, ${run.id}::int, d.competency_id, t.instansi_id, ${run.instansiId}::int, t.unit_id, t.jabatan_id, t.jenjang, d.level, d.standard_id,
        CASE WHEN l.valid_until >= ${run.day}::date THEN l.level END, l.level, l.valid_until, coalesce(l.result_ids, '{}')
      FROM held_then t JOIN demanded d ON d.jabatan_id = t.jabatan_id
      LEFT JOIN level l ON l.pegawai_id = t.pegawai_id AND l.competency_id = d.competency_id
      RETURNING pegawai_id, competency_id, jenjang, required, standard_id, held, gap)
    SELECT (SELECT count(DISTINCT pegawai_id)::int FROM written) AS people,
      coalesce((SELECT jsonb_agg(c) FROM (
        SELECT competency_id AS "competencyId", count(*)::int AS asked, count(held)::int AS known, (count(*) FILTER (WHERE gap > 0))::int AS gaps,
               coalesce(sum(gap), 0)::int AS levels FROM written GROUP BY competency_id) c), '[]') AS competencies,
      coalesce((SELECT jsonb_agg(l) FROM (
        SELECT jenjang, asked, sum(levels)::int AS levels
        FROM (SELECT jenjang, sum(required)::int AS asked, sum(gap)::int AS levels FROM written GROUP BY pegawai_id, jenjang) one
        WHERE levels > 0 GROUP BY jenjang, asked) l), '[]') AS loads,
      coalesce((SELECT jsonb_agg(s) FROM (
        SELECT standard_id AS "standardId", count(DISTINCT pegawai_id)::int AS people FROM written GROUP BY standard_id) s), '[]') AS standards`.execute(
    tx,
  )
  return rows[0]!
}

export type StandardThen = {
  id: number
  version: number
  /** Of one post, by its name; null: of a class. */
  jabatan: string | null
  jenjang: string | null
  urusan: string | null
  family: string | null
  /** Whose; null: what ships. */
  instansi: string | null
  legalBasis: string | null
  verified: boolean
  activeFrom: string
}

/** The standards of these ids as they read. */
export async function standardsThen(tx: Tx, ids: readonly number[]): Promise<StandardThen[]> {
  const { rows } = await sql<StandardThen>`
    SELECT s.id, s.version, j.name AS jabatan, s.jenjang, s.urusan, s.family, i.name AS instansi, s.legal_basis AS "legalBasis", s.verified,
           s.active_from AS "activeFrom"
    FROM standard s LEFT JOIN jabatan j ON j.id = s.jabatan_id LEFT JOIN instansi i ON i.id = s.instansi_id
    WHERE s.id = ANY (${[...ids]}::int[])`.execute(tx)
  return rows
}

/** The first day from which any standard speaks of a post of this instansi; null: none does. */
export async function firstStandardDay(tx: Tx, instansiId: number): Promise<string | null> {
  const { rows } = await sql<{ day: string | null }>`
    SELECT min(s.active_from) AS day FROM standard s LEFT JOIN jabatan j ON j.id = s.jabatan_id
    WHERE s.active_from IS NOT NULL AND (j.instansi_id = ${instansiId} OR s.jabatan_id IS NULL AND (s.instansi_id IS NULL OR s.instansi_id = ${instansiId}))`.execute(
    tx,
  )
  return rows[0]?.day ?? null
}

export type RecountedNeed = {
  competency_id: number
  level_from: number
  level_to: number
  jenjang: string
  people: number
  staff: number
  gap: number | null
  dif: number | null
  goal: number | null
  mandate: number | null
  reach: number | null
  score: number | null
  known: number
  tier: string
}

/** The ranking of a day in its order, with what each competency is called. */
export async function needsThen(tx: Tx, id: number): Promise<(RecountedNeed & { code: string; name: string; pillar: string })[]> {
  const { rows } = await sql<RecountedNeed & { code: string; name: string; pillar: string }>`
    SELECT w.*, c.code, c.name, c.pillar
    FROM recount r, jsonb_to_recordset(r.needs) AS w(competency_id int, level_from int, level_to int, jenjang text, people int, staff int,
      gap float8, dif float8, goal float8, mandate float8, reach float8, score float8, known int, tier text)
    JOIN competency c ON c.id = w.competency_id
    WHERE r.id = ${id} ORDER BY (w.tier = 'urgen') DESC, w.score DESC NULLS LAST, w.people DESC, c.sort, w.level_to, w.jenjang`.execute(
    tx,
  )
  return rows
}
