import { sql, type Tx } from '../platform/db/index.ts'

/** The figures of one government on the board of all, from the sums that stand. Writes nothing where nothing changed. */
export async function refreshBoard(tx: Tx, instansiId: number): Promise<void> {
  await sql`
    INSERT INTO instansi_summary AS s (instansi_id, active, assessed, required_pairs, assessed_pairs, gap_pairs, urgent, important, needs)
    SELECT ${instansiId}::int, c.active, c.assessed, g.required, g.assessed, g.gap, n.urgent, n.important, n.needs
    FROM (SELECT coalesce(sum(active), 0) AS active, coalesce(sum(assessed), 0) AS assessed FROM coverage WHERE instansi_id = ${instansiId}) c,
      (SELECT coalesce(sum(required_people), 0) AS required, coalesce(sum(assessed_people), 0) AS assessed, coalesce(sum(gap_people), 0) AS gap
       FROM gap_summary WHERE instansi_id = ${instansiId}) g,
      (SELECT count(*) FILTER (WHERE tier = 'urgen') AS urgent, count(*) FILTER (WHERE tier = 'penting') AS important, count(*) AS needs
       FROM need WHERE instansi_id = ${instansiId} AND people > 0 AND post = 'held') n
    ON CONFLICT (instansi_id) DO UPDATE
      SET active = excluded.active, assessed = excluded.assessed, required_pairs = excluded.required_pairs,
          assessed_pairs = excluded.assessed_pairs, gap_pairs = excluded.gap_pairs, urgent = excluded.urgent,
          important = excluded.important, needs = excluded.needs
      WHERE s IS DISTINCT FROM excluded`.execute(tx)
}
