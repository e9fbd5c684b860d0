import { type Choice, chosenLevels } from '../../assessment/index.ts'
import { sql, type Tx } from '../../platform/db/index.ts'
import type { NeedGroup } from '../need-refresh.ts'

export type Recount = {
  id: number
  instansiId: number
  day: string
  state: 'waiting' | 'running' | 'done' | 'failed'
  people: number
  ofPeople: number | null
  askedAt: Date
  finishedAt: Date | null
  rules: Record<string, unknown> | null
}

const columns = sql`id, instansi_id AS "instansiId", day, state, people, of_people AS "ofPeople", asked_at AS "askedAt",
  finished_at AS "finishedAt", rules`

export async function askRecount(tx: Tx, asked: { instansiId: number; day: string; by: string; at: Date }): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO recount (instansi_id, day, asked_by, asked_at)
    VALUES (${asked.instansiId}, ${asked.day}, ${asked.by}, ${asked.at.toISOString()}) RETURNING id`.execute(tx)
  return rows[0]!.id
}

export async function recountById(tx: Tx, id: number): Promise<Recount | null> {
  return (await sql<Recount>`SELECT ${columns} FROM recount WHERE id = ${id}`.execute(tx)).rows[0] ?? null
}

/** Who held a post of the instansi on a day and was active then, from a given id on: so many, in the order of their ids. */
export async function peopleThen(tx: Tx, instansiId: number, day: string, after: number, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT DISTINCT p.pegawai_id AS id FROM pegawai p
    JOIN jabatan_history h ON h.pegawai_id = p.pegawai_id AND ${heldOn(day)} AND h.instansi_then = ${instansiId}
    WHERE p.pegawai_id > ${after} AND ${statusOn(day)} = 'aktif' ORDER BY 1 LIMIT ${limit}`.execute(tx)
  return rows.map(row => row.id)
}

const heldOn = (day: string) =>
  sql`h.appointment = 'definitif' AND h.from_date <= ${day}::date AND (h.until_date IS NULL OR h.until_date > ${day}::date)`
const statusOn = (day: string) => sql`coalesce((SELECT f.status FROM former_status f
  WHERE f.pegawai_id = p.pegawai_id AND f.until_date > ${day}::date ORDER BY f.until_date, f.id LIMIT 1), p.status)`

/** Writes what these people held and what their posts of that day demanded that day; again, it says the same. */
export async function recountPeople(
  tx: Tx,
  run: Pick<Recount, 'id' | 'instansiId' | 'day'>,
  ids: readonly number[],
  choice: Choice,
): Promise<void> {
  await sql`
    WITH held_then AS MATERIALIZED (
      SELECT DISTINCT ON (h.pegawai_id) h.pegawai_id, p.instansi_id, h.jabatan_id, j.jenjang,
             CASE WHEN h.jabatan_id = p.jabatan_id THEN p.unit_id ELSE j.unit_id END AS unit_id
      FROM jabatan_history h JOIN pegawai p ON p.pegawai_id = h.pegawai_id JOIN jabatan j ON j.id = h.jabatan_id
      WHERE h.pegawai_id = ANY (${[...ids]}::int[]) AND ${heldOn(run.day)} AND h.instansi_then = ${run.instansiId}
      ORDER BY h.pegawai_id, h.from_date DESC, h.id DESC),
    demanded AS MATERIALIZED (
      SELECT d.* FROM (SELECT array_agg(DISTINCT jabatan_id) AS ids FROM held_then) a CROSS JOIN LATERAL demands_of(a.ids, ${run.day}::date) d),
    level AS MATERIALIZED (${chosenLevels(null, run.day, ids, choice)})
    INSERT INTO recount_gap (pegawai_id, recount_id, competency_id, instansi_id, instansi_then, unit_id, jabatan_id, jenjang, required, standard_id,
      held, found, valid_until, result_ids)
    SELECT t.pegawai_id, ${run.id}::int, d.competency_id, t.instansi_id, ${run.instansiId}::int, t.unit_id, t.jabatan_id, t.jenjang, d.level, d.standard_id,
      CASE WHEN l.valid_until >= ${run.day}::date THEN l.level END, l.level, l.valid_until, coalesce(l.result_ids, '{}')
    FROM held_then t JOIN demanded d ON d.jabatan_id = t.jabatan_id
    LEFT JOIN level l ON l.pegawai_id = t.pegawai_id AND l.competency_id = d.competency_id
    ON CONFLICT (pegawai_id, recount_id, competency_id) DO NOTHING`.execute(tx)
}

/** The groups that would have become needs that day, with what was known of each that day. */
export async function groupsThen(tx: Tx, run: Pick<Recount, 'id' | 'instansiId' | 'day'>): Promise<NeedGroup[]> {
  const { rows } = await sql<NeedGroup>`
    WITH by_level AS (
      SELECT competency_id, required, jenjang, held, count(*)::int AS people, sum(gap)::int AS gap_sum
      FROM recount_gap WHERE recount_id = ${run.id} AND gap > 0 GROUP BY competency_id, required, jenjang, held),
    grouped AS (
      SELECT competency_id, required AS level_to, jenjang, min(held) AS level_from, sum(people)::int AS people, sum(gap_sum)::int AS gap_sum,
             jsonb_object_agg(held, people) AS distribution
      FROM by_level GROUP BY competency_id, required, jenjang),
    staff AS (SELECT jenjang, count(DISTINCT pegawai_id)::int AS staff FROM recount_gap WHERE recount_id = ${run.id} GROUP BY jenjang),
    factor AS (
      SELECT DISTINCT ON (jenjang, competency_id) * FROM (
        SELECT jenjang, competency_id, difficulty, importance, frequency, goal_link, mandate, until_date FROM former_factor
        WHERE instansi_id = ${run.instansiId} AND until_date > ${run.day}::date
        UNION ALL
        SELECT jenjang, competency_id, difficulty, importance, frequency, goal_link, mandate, 'infinity' FROM need_factor
        WHERE instansi_id = ${run.instansiId}) f
      ORDER BY jenjang, competency_id, until_date)
    SELECT 'held' AS post, g.*, s.staff, f.difficulty, f.importance, f.frequency, f.goal_link::text, f.mandate
    FROM grouped g JOIN staff s ON s.jenjang = g.jenjang
    LEFT JOIN factor f ON f.jenjang = g.jenjang AND f.competency_id = g.competency_id
    ORDER BY g.competency_id, g.level_to, g.jenjang`.execute(tx)
  return rows
}

export async function moveRecount(
  tx: Tx,
  id: number,
  to: { state: Recount['state']; people?: number; ofPeople?: number; finishedAt?: Date; rules?: object; needs?: object },
): Promise<void> {
  await sql`
    UPDATE recount SET state = ${to.state}, people = coalesce(${to.people ?? null}::int, people), of_people = coalesce(${to.ofPeople ?? null}::int, of_people),
      finished_at = ${to.finishedAt?.toISOString() ?? null}::timestamptz,
      rules = coalesce(${to.rules ? JSON.stringify(to.rules) : null}::jsonb, rules), needs = coalesce(${to.needs ? JSON.stringify(to.needs) : null}::jsonb, needs)
    WHERE id = ${id}`.execute(tx)
}

export async function countThen(tx: Tx, instansiId: number, day: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(DISTINCT p.pegawai_id)::int AS n FROM pegawai p
    JOIN jabatan_history h ON h.pegawai_id = p.pegawai_id AND ${heldOn(day)} AND h.instansi_then = ${instansiId}
    WHERE ${statusOn(day)} = 'aktif'`.execute(tx)
  return rows[0]!.n
}
