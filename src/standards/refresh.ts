import { sql, type Tx } from '../platform/db/index.ts'

/** Which jabatan: all of an instansi, or these. */
export type JabatanSet = { instansiId: number } | { jabatanIds: readonly number[] }

/**
 * Makes jabatan_requirement say what the standards say on `today` (yyyy-mm-dd) for these jabatan. Writes what changed and nothing else.
 * Answers how many rows changed.
 */
export async function refreshRequirements(tx: Tx, which: JabatanSet, today: string): Promise<number> {
  const ids =
    'jabatanIds' in which
      ? sql`${[...which.jabatanIds]}::int[]`
      : sql`(SELECT coalesce(array_agg(id), '{}') FROM jabatan WHERE instansi_id = ${which.instansiId}::int)`
  const { rows } = await sql<{ changed: number }>`
    WITH asked AS MATERIALIZED (SELECT ${ids} AS ids),
    wanted AS MATERIALIZED (SELECT d.* FROM asked CROSS JOIN LATERAL demands_of(asked.ids, ${today}::date) d),
    gone AS (
      DELETE FROM jabatan_requirement r USING asked
      WHERE r.jabatan_id = ANY (asked.ids)
        AND NOT EXISTS (SELECT FROM wanted w WHERE w.jabatan_id = r.jabatan_id AND w.competency_id = r.competency_id)
      RETURNING 1),
    written AS (
      INSERT INTO jabatan_requirement AS r (jabatan_id, competency_id, level, standard_id, origin)
      SELECT jabatan_id, competency_id, level, standard_id, origin FROM wanted w
      WHERE NOT EXISTS (SELECT FROM jabatan_requirement o WHERE o.jabatan_id = w.jabatan_id AND o.competency_id = w.competency_id
        AND (o.level, o.standard_id, o.origin) = (w.level, w.standard_id, w.origin))
      ON CONFLICT (jabatan_id, competency_id) DO UPDATE
        SET level = excluded.level, standard_id = excluded.standard_id, origin = excluded.origin
      RETURNING 1)
    SELECT ((SELECT count(*) FROM gone) + (SELECT count(*) FROM written))::int AS changed`.execute(tx)
  return rows[0]!.changed
}
