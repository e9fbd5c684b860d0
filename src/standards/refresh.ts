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
        AND (r.jabatan_id, r.competency_id) NOT IN (SELECT jabatan_id, competency_id FROM wanted) -- always hashed, see needs/gap-refresh.ts
      RETURNING 1),
    written AS (
      INSERT INTO jabatan_requirement AS r (jabatan_id, competency_id, level, standard_id, origin)
      SELECT jabatan_id, competency_id, level, standard_id, origin FROM wanted
      WHERE (jabatan_id, competency_id, level, standard_id, origin) NOT IN (
        SELECT o.jabatan_id, o.competency_id, o.level, o.standard_id, o.origin FROM jabatan_requirement o
        WHERE o.jabatan_id = ANY ((SELECT a.ids FROM asked a)::int[]))
      ON CONFLICT (jabatan_id, competency_id) DO UPDATE
        SET level = excluded.level, standard_id = excluded.standard_id, origin = excluded.origin
      RETURNING 1)
    SELECT ((SELECT count(*) FROM gone) + (SELECT count(*) FROM written))::int AS changed`.execute(tx)
  return rows[0]!.changed
}
