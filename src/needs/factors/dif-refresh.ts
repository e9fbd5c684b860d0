import { sql, type Tx } from '../../platform/db/index.ts'
import { keepFormerFactors } from '../recount/store-groups.ts'
import type { KnownDif } from '../rules/priority.ts'
import { stillDemanded } from './store-jabatan-dif.ts'

/** A competency or training of one jenjang whose sum over jabatan is no longer what it was. */
export type DifMove = {
  jenjang: string
  kind: 'gap' | 'training'
  competency_id: number | null
  subject: string | null
  name: string
  before: KnownDif
  dif_points: number | null
  dif_posts: number | null
}

/**
 * Makes `dif_points` and `dif_posts` of the factors say what jabatan that demand it now were rated, and gives what differed. What was known
 * of a competency until today is kept, as when it is typed.
 */
export async function refreshDifSums(tx: Tx, instansiId: number, today: string): Promise<DifMove[]> {
  const { rows } = await sql<DifMove>`
    WITH summed AS (
      SELECT j.jenjang, d.kind, d.competency_id, d.subject, coalesce(d.subject, d.competency_id::text) AS item, sum(d.points)::int AS dif_points,
             count(*)::int AS dif_posts
      FROM jabatan_dif d JOIN jabatan j ON j.id = d.jabatan_id
      WHERE d.instansi_id = ${instansiId} AND ${stillDemanded}
      GROUP BY j.jenjang, d.kind, d.competency_id, d.subject),
    known AS (
      SELECT f.*, coalesce(f.subject, f.competency_id::text) AS item FROM need_factor f
      WHERE f.instansi_id = ${instansiId} AND f.kind IN ('gap', 'training'))
    SELECT jenjang, kind, coalesce(s.competency_id, k.competency_id) AS competency_id, coalesce(s.subject, k.subject) AS subject,
      coalesce(c.name, (
        SELECT min(t.name) FROM jabatan j JOIN jabatan_training t ON t.jabatan_id = j.id
        WHERE j.instansi_id = ${instansiId} AND t.key = coalesce(s.subject, k.subject)), s.subject, k.subject) AS name,
      jsonb_build_object('difficulty', k.difficulty, 'importance', k.importance, 'frequency', k.frequency, 'dif_points', k.dif_points,
        'dif_posts', k.dif_posts) AS before,
      s.dif_points, s.dif_posts
    FROM summed s FULL JOIN known k USING (jenjang, kind, item)
    LEFT JOIN competency c ON c.id = coalesce(s.competency_id, k.competency_id)
    WHERE (s.dif_points, s.dif_posts) IS DISTINCT FROM (k.dif_points, k.dif_posts)
    ORDER BY kind, name, jenjang`.execute(tx)
  if (rows.length === 0) return []
  const former = rows.flatMap(({ jenjang, competency_id }) => (competency_id === null ? [] : [{ jenjang, competency_id }]))
  await keepFormerFactors(tx, instansiId, former, today)
  await sql`
    INSERT INTO need_factor AS n (instansi_id, jenjang, kind, competency_id, subject, dif_points, dif_posts)
    SELECT ${instansiId}::int, f.jenjang, f.kind, f.competency_id, f.subject, f.dif_points, f.dif_posts
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS f(jenjang text, kind text, competency_id int, subject text, dif_points int, dif_posts int)
    ON CONFLICT (instansi_id, kind, jenjang, competency_id, subject) DO UPDATE
      SET dif_points = excluded.dif_points, dif_posts = excluded.dif_posts`.execute(tx)
  return rows
}
