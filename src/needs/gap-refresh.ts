import type { PeopleSet } from '../assessment/index.ts'
import { sql, type Tx } from '../platform/db/index.ts'
import type { CellMove, Gap } from './rules/delta.ts'

// The set-based SQL that keeps gaps and heatmap true after a change. Writes only what differs, so that a recalculation that
// changes nothing writes nothing. `NOT IN (SELECT … FROM wanted)` and not NOT EXISTS: the planner takes a few people of one instansi for
// nobody (it multiplies the two conditions) and would compare each row with each; this it always hashes.

export async function instansiWithPeople(tx: Tx): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`SELECT DISTINCT instansi_id AS id FROM pegawai ORDER BY 1`.execute(tx)
  return rows.map(row => row.id)
}

/** One change of an instansi's figures after another: a whole recalculation and the move of one person never cross. */
export const lockFigures = (tx: Tx, instansiId: number) =>
  sql`SELECT pg_advisory_xact_lock(7212391, ${instansiId}::int)`.execute(tx)

/** The first pegawai_id of each `size` people of an instansi, in order: ids of one instansi need not lie together. */
export async function startsOfChunks(tx: Tx, instansiId: number, size: number): Promise<number[]> {
  const { rows } = await sql<{ starts: number[] | null }>`
    SELECT array_agg(pegawai_id ORDER BY pegawai_id) AS starts
    FROM (SELECT pegawai_id, row_number() OVER (ORDER BY pegawai_id) AS n FROM pegawai WHERE instansi_id = ${instansiId}) p
    WHERE n % ${size}::int = 1`.execute(tx)
  return rows[0]?.starts ?? []
}

const personal = ['competency_gap', 'training_gap', 'performance_gap'] as const

/** Gaps of every kind of people who have left the instansi or are no longer active. */
export async function forgetGone(tx: Tx, instansiId: number): Promise<void> {
  for (const table of personal) {
    await sql`
      DELETE FROM ${sql.table(table)} g WHERE g.instansi_id = ${instansiId}
        AND NOT EXISTS (SELECT FROM pegawai p WHERE p.pegawai_id = g.pegawai_id AND p.instansi_id = g.instansi_id AND p.status = 'aktif')`.execute(
      tx,
    )
  }
}

/** The condition that a column names one of these people. */
export const among = (set: PeopleSet, column: string) =>
  'from' in set
    ? sql`${sql.ref(column)} >= ${set.from} AND ${sql.ref(column)} < ${set.to}`
    : sql`${sql.ref(column)} = ANY (${[...set]}::int[])`

/** Gaps of these people of one instansi, for the post held and the post aimed at. */
export async function refreshGaps(tx: Tx, instansiId: number, today: string, set: PeopleSet): Promise<void> {
  // Person by person to the requirement of the jabatan: an index serves each step.
  const wanted = sql`
    SELECT p.pegawai_id, r.competency_id, t.post, p.instansi_id, p.unit_id, j.jenjang, r.level AS required,
           CASE WHEN c.valid_until >= ${today}::date THEN c.level END AS held
    FROM pegawai p
    CROSS JOIN LATERAL (VALUES ('held', p.jabatan_id), ('aimed', nullif(p.jabatan_aim_id, p.jabatan_id))) AS t(post, jabatan_id)
    JOIN jabatan j ON j.id = t.jabatan_id
    JOIN jabatan_requirement r ON r.jabatan_id = j.id
    LEFT JOIN competency_profile c ON c.pegawai_id = p.pegawai_id AND c.competency_id = r.competency_id
    WHERE p.instansi_id = ${instansiId} AND p.status = 'aktif' AND ${among(set, 'p.pegawai_id')}`
  await sql`
    WITH wanted AS MATERIALIZED (${wanted}),
    gone AS (
      DELETE FROM competency_gap g
      WHERE g.instansi_id = ${instansiId} AND ${among(set, 'g.pegawai_id')}
        AND (g.pegawai_id, g.competency_id, g.post) NOT IN (SELECT pegawai_id, competency_id, post FROM wanted))
    INSERT INTO competency_gap AS g (pegawai_id, competency_id, post, instansi_id, unit_id, jenjang, required, held)
    SELECT w.* FROM wanted w
    LEFT JOIN competency_gap o ON o.pegawai_id = w.pegawai_id AND o.competency_id = w.competency_id AND o.post = w.post
    WHERE (o.instansi_id, o.unit_id, o.jenjang, o.required) IS DISTINCT FROM (w.instansi_id, w.unit_id, w.jenjang, w.required)
       OR o.held IS DISTINCT FROM w.held
    ON CONFLICT (pegawai_id, competency_id, post) DO UPDATE
      SET instansi_id = excluded.instansi_id, unit_id = excluded.unit_id, jenjang = excluded.jenjang,
          required = excluded.required, held = excluded.held`.execute(tx)
}

/** The gaps of these people as they stand. */
export async function gapsAmong(tx: Tx, instansiId: number, ids: readonly number[]): Promise<Gap[]> {
  const { rows } = await sql<Gap>`
    SELECT pegawai_id, competency_id, post, unit_id, jenjang, required, held, gap FROM competency_gap
    WHERE pegawai_id = ANY (${[...ids]}::int[]) AND instansi_id = ${instansiId}`.execute(tx)
  return rows
}

/** The heatmap's cells of one instansi: per unit and competency. */
export async function refreshSummary(tx: Tx, instansiId: number): Promise<void> {
  await sql`
    WITH wanted AS MATERIALIZED (
      SELECT unit_id, competency_id, instansi_id, count(*)::int AS required_people, count(held)::int AS assessed_people,
             count(*) FILTER (WHERE gap > 0)::int AS gap_people, coalesce(sum(gap), 0)::int AS gap_sum
      FROM competency_gap WHERE instansi_id = ${instansiId} AND post = 'held' GROUP BY unit_id, competency_id, instansi_id),
    gone AS (
      DELETE FROM gap_summary s WHERE s.instansi_id = ${instansiId}
        AND NOT EXISTS (SELECT FROM wanted w WHERE w.unit_id = s.unit_id AND w.competency_id = s.competency_id))
    INSERT INTO gap_summary AS s SELECT * FROM wanted w
    WHERE NOT EXISTS (SELECT FROM gap_summary o WHERE o.unit_id = w.unit_id AND o.competency_id = w.competency_id
      AND (o.required_people, o.assessed_people, o.gap_people, o.gap_sum) = (w.required_people, w.assessed_people, w.gap_people, w.gap_sum))
    ON CONFLICT (unit_id, competency_id) DO UPDATE
      SET instansi_id = excluded.instansi_id, required_people = excluded.required_people, assessed_people = excluded.assessed_people,
          gap_people = excluded.gap_people, gap_sum = excluded.gap_sum`.execute(tx)
}

/** Moves the heatmap's cells by the difference that some people's change makes. */
export async function moveCells(tx: Tx, instansiId: number, cells: readonly CellMove[]): Promise<void> {
  if (cells.length === 0) return
  await sql`
    INSERT INTO gap_summary AS s (unit_id, competency_id, instansi_id, required_people, assessed_people, gap_people, gap_sum)
    SELECT m.unit_id, m.competency_id, ${instansiId}::int, m.required_people, m.assessed_people, m.gap_people, m.gap_sum
    FROM jsonb_to_recordset(${JSON.stringify(cells)}::jsonb)
      AS m(unit_id int, competency_id int, required_people int, assessed_people int, gap_people int, gap_sum int)
    ON CONFLICT (unit_id, competency_id) DO UPDATE
      SET required_people = s.required_people + excluded.required_people, assessed_people = s.assessed_people + excluded.assessed_people,
          gap_people = s.gap_people + excluded.gap_people, gap_sum = s.gap_sum + excluded.gap_sum`.execute(tx)
  await sql`DELETE FROM gap_summary WHERE instansi_id = ${instansiId} AND required_people = 0`.execute(tx)
}
