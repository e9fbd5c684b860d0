import { sql, type Tx } from '../../platform/db/index.ts'
import type { NeedGroup } from '../need-refresh.ts'
import type { Recount } from './store.ts'

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
        SELECT jenjang, competency_id, difficulty, importance, frequency, dif_points, dif_posts, goal_link, mandate, until_date, id FROM former_factor
        WHERE instansi_id = ${run.instansiId} AND until_date > ${run.day}::date
        UNION ALL
        SELECT jenjang, competency_id, difficulty, importance, frequency, dif_points, dif_posts, goal_link, mandate, 'infinity', 0 FROM need_factor
        WHERE instansi_id = ${run.instansiId} AND kind = 'gap') f
      ORDER BY jenjang, competency_id, until_date, id)
    SELECT 'held' AS post, g.*, s.staff, f.difficulty, f.importance, f.frequency, f.dif_points, f.dif_posts, f.goal_link::text, f.mandate
    FROM grouped g JOIN staff s ON s.jenjang = g.jenjang
    LEFT JOIN factor f ON f.jenjang = g.jenjang AND f.competency_id = g.competency_id
    ORDER BY g.competency_id, g.level_to, g.jenjang`.execute(tx)
  return rows
}

export type FactorKey = { jenjang: string; competency_id: number }

/**
 * Keeps what is known of these needs now as what held until `until`, where it differs from what will be known: before the change of
 * `need_factor` and in its transaction. What nobody had said is kept as unknown.
 */
export async function keepFormerFactors(tx: Tx, instansiId: number, keys: readonly FactorKey[], until: string): Promise<void> {
  if (keys.length === 0) return
  await sql`
    INSERT INTO former_factor (instansi_id, jenjang, competency_id, difficulty, importance, frequency, dif_points, dif_posts, goal_link, mandate, until_date)
    SELECT ${instansiId}::int, k.jenjang, k.competency_id, f.difficulty, f.importance, f.frequency, f.dif_points, f.dif_posts, f.goal_link, f.mandate,
      ${until}::date
    FROM (SELECT DISTINCT jenjang, competency_id FROM jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) AS x(jenjang text, competency_id int)) k
    LEFT JOIN need_factor f ON f.instansi_id = ${instansiId} AND f.kind = 'gap' AND f.jenjang = k.jenjang AND f.competency_id = k.competency_id`.execute(
    tx,
  )
}
