import type { PeopleSet } from '../assessment/index.ts'
import { sql, type Tx } from '../platform/db/index.ts'
import { among } from './gap-refresh.ts'
import type { CountedGroup } from './rules/counted.ts'
import type { GroupMember } from './rules/delta.ts'

// Who was rated below expectation (PP 11/2017 Art. 206 letter b). The predicate says so too: the matrix settles both aspects when it is recorded.

/** The aspects in which the rating that counts now is below expectation, of these people of one instansi. */
export async function refreshPerformanceGaps(tx: Tx, instansiId: number, set: PeopleSet): Promise<void> {
  const wanted = sql`
    SELECT p.pegawai_id, a.aspect, p.instansi_id, p.unit_id, j.jenjang, n.id AS rating_id,
           CASE WHEN a.aspect = 'hasil' AND n.target > 0 THEN greatest(0, round(1 - n.achieved / n.target, 6)) END AS gap_share
    FROM pegawai p
    JOIN jabatan j ON j.id = p.jabatan_id
    JOIN LATERAL (SELECT * FROM performance_now o WHERE o.pegawai_id = p.pegawai_id) n ON true
    CROSS JOIN LATERAL (VALUES ('hasil', n.result_below), ('perilaku', n.behaviour_below)) AS a(aspect, below)
    WHERE p.instansi_id = ${instansiId} AND p.status = 'aktif' AND a.below AND ${among(set, 'p.pegawai_id')}`
  await sql`
    WITH wanted AS MATERIALIZED (${wanted}),
    gone AS (
      DELETE FROM performance_gap g
      WHERE g.instansi_id = ${instansiId} AND ${among(set, 'g.pegawai_id')}
        AND (g.pegawai_id, g.aspect) NOT IN (SELECT pegawai_id, aspect FROM wanted))
    INSERT INTO performance_gap AS g (pegawai_id, aspect, instansi_id, unit_id, jenjang, rating_id, gap_share)
    SELECT w.* FROM wanted w LEFT JOIN performance_gap o ON o.pegawai_id = w.pegawai_id AND o.aspect = w.aspect
    WHERE (o.instansi_id, o.unit_id, o.jenjang, o.rating_id, o.gap_share)
          IS DISTINCT FROM (w.instansi_id, w.unit_id, w.jenjang, w.rating_id, w.gap_share)
    ON CONFLICT (pegawai_id, aspect) DO UPDATE
      SET instansi_id = excluded.instansi_id, unit_id = excluded.unit_id, jenjang = excluded.jenjang, rating_id = excluded.rating_id,
          gap_share = excluded.gap_share`.execute(tx)
}

/** Who of these people is below expectation as it stands, each as a member of the need it counts in. */
export async function belowAmong(tx: Tx, instansiId: number, ids: readonly number[]): Promise<GroupMember[]> {
  const { rows } = await sql<GroupMember>`
    SELECT 'performance' AS kind, pegawai_id, 'held' AS post, aspect AS subject, jenjang, concat(rating_id, ' ', gap_share) AS measure
    FROM performance_gap WHERE pegawai_id = ANY (${[...ids]}::int[]) AND instansi_id = ${instansiId}`.execute(tx)
  return rows
}

/** The groups that become needs of kind `performance`: all, or those asked for. */
export async function performanceGroups(
  tx: Tx,
  instansiId: number,
  keys: readonly Pick<GroupMember, 'subject' | 'jenjang'>[] | null,
): Promise<CountedGroup[]> {
  const asked = keys
    ? sql`AND (g.aspect, g.jenjang) IN (
        SELECT k.subject, k.jenjang FROM jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) AS k(subject text, jenjang text))`
    : sql``
  const { rows } = await sql<CountedGroup>`
    WITH by_predicate AS (
      SELECT g.aspect, g.jenjang, coalesce(r.predicate, '') AS predicate, count(*)::int AS people, count(g.gap_share)::int AS measured,
             coalesce(sum(g.gap_share), 0) AS gap_share
      FROM performance_gap g LEFT JOIN performance_rating r ON r.pegawai_id = g.pegawai_id AND r.id = g.rating_id
      WHERE g.instansi_id = ${instansiId} ${asked} GROUP BY 1, 2, 3),
    counted AS (
      SELECT aspect, jenjang, sum(people)::int AS people, sum(measured)::int AS measured, sum(gap_share) AS gap_share,
             jsonb_object_agg(predicate, people) AS distribution
      FROM by_predicate GROUP BY aspect, jenjang)
    SELECT 'performance' AS kind, 'held' AS post, c.aspect AS subject, c.jenjang, NULL AS title, NULL::int AS stated_id, c.people,
      coalesce(s.staff, 0) AS staff, c.distribution, (c.gap_share * 1000000)::bigint AS gap_above, c.measured::bigint * 1000000 AS gap_below,
      f.difficulty, f.importance, f.frequency, f.dif_points, f.dif_posts, f.goal_link::text, f.goal_id, coalesce(o.name, f.goal) AS goal_title,
      f.mandate, f.mandate_basis
    FROM counted c
    LEFT JOIN jenjang_staff s ON s.instansi_id = ${instansiId} AND s.jenjang = c.jenjang
    LEFT JOIN need_factor f ON f.instansi_id = ${instansiId} AND f.kind = 'performance' AND f.jenjang = c.jenjang AND f.subject = c.aspect
    LEFT JOIN goal o ON o.id = f.goal_id`.execute(tx)
  return rows
}
