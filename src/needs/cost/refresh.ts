import { sql, type Tx } from '../../platform/db/index.ts'
import type { LoadMove, Missing } from './rules/load.ts'

// What keeps gap_load true: the levels missing, by how many the posts of those people ask in all.

const askedOf = (where: ReturnType<typeof sql>) => sql`
  SELECT pegawai_id, sum(required)::int AS asked FROM competency_gap WHERE ${where} AND post = 'held' GROUP BY pegawai_id`

/** The loads of one instansi from its gaps as they stand; writes what differs. */
export async function refreshLoads(tx: Tx, instansiId: number): Promise<void> {
  await sql`
    WITH asked AS MATERIALIZED (${askedOf(sql`instansi_id = ${instansiId}`)}),
    wanted AS MATERIALIZED (
      SELECT g.unit_id, g.competency_id, g.required, g.jenjang, a.asked, count(*)::int AS people, sum(g.gap)::int AS levels
      FROM competency_gap g JOIN asked a ON a.pegawai_id = g.pegawai_id
      WHERE g.instansi_id = ${instansiId} AND g.post = 'held' AND g.gap > 0
      GROUP BY g.unit_id, g.competency_id, g.required, g.jenjang, a.asked),
    gone AS (
      DELETE FROM gap_load l WHERE l.instansi_id = ${instansiId} AND NOT EXISTS (
        SELECT FROM wanted w WHERE (w.unit_id, w.competency_id, w.required, w.jenjang, w.asked) = (l.unit_id, l.competency_id, l.required, l.jenjang, l.asked)))
    INSERT INTO gap_load AS l (unit_id, competency_id, required, jenjang, asked, instansi_id, people, levels)
    SELECT w.unit_id, w.competency_id, w.required, w.jenjang, w.asked, ${instansiId}::int, w.people, w.levels FROM wanted w
    LEFT JOIN gap_load o ON (o.unit_id, o.competency_id, o.required, o.jenjang, o.asked) = (w.unit_id, w.competency_id, w.required, w.jenjang, w.asked)
    WHERE (o.instansi_id, o.people, o.levels) IS DISTINCT FROM (${instansiId}::int, w.people, w.levels)
    ON CONFLICT (unit_id, competency_id, required, jenjang, asked) DO UPDATE
      SET instansi_id = excluded.instansi_id, people = excluded.people, levels = excluded.levels`.execute(tx)
}

/** The levels that these people of an instansi miss as their gaps stand. */
export async function missingAmong(tx: Tx, instansiId: number, ids: readonly number[]): Promise<Missing[]> {
  const { rows } = await sql<Missing>`
    SELECT g.unit_id, g.competency_id, g.required, g.jenjang, a.asked, g.gap AS levels
    FROM competency_gap g JOIN (${askedOf(sql`pegawai_id = ANY (${[...ids]}::int[])`)}) a ON a.pegawai_id = g.pegawai_id
    WHERE g.pegawai_id = ANY (${[...ids]}::int[]) AND g.instansi_id = ${instansiId} AND g.post = 'held' AND g.gap > 0`.execute(tx)
  return rows
}

/** Moves the loads by the difference that some people's change makes. */
export async function moveLoads(tx: Tx, instansiId: number, moves: readonly LoadMove[]): Promise<void> {
  if (moves.length === 0) return
  await sql`
    INSERT INTO gap_load AS l (unit_id, competency_id, required, jenjang, asked, instansi_id, people, levels)
    SELECT m.unit_id, m.competency_id, m.required, m.jenjang, m.asked, ${instansiId}::int, m.people, m.levels
    FROM jsonb_to_recordset(${JSON.stringify(moves)}::jsonb)
      AS m(unit_id int, competency_id int, required int, jenjang text, asked int, people int, levels int)
    ON CONFLICT (unit_id, competency_id, required, jenjang, asked) DO UPDATE
      SET people = l.people + excluded.people, levels = l.levels + excluded.levels`.execute(tx)
  await sql`DELETE FROM gap_load WHERE instansi_id = ${instansiId} AND people = 0`.execute(tx)
}
