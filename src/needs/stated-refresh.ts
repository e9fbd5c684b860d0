import { sql, type Tx } from '../platform/db/index.ts'
import type { CountedGroup } from './rules/counted.ts'

// What was typed or proposed: how many it concerns today.

/** The stated needs of an instansi that count on a day: in force, for this year or a later one. */
export async function statedGroups(tx: Tx, instansiId: number, today: string): Promise<CountedGroup[]> {
  const { rows } = await sql<CountedGroup>`
    WITH RECURSIVE stated AS (
      SELECT * FROM stated_need WHERE instansi_id = ${instansiId} AND state = 'active' AND year >= extract(year FROM ${today}::date)),
    below AS (
      SELECT s.id AS stated_id, s.unit_id FROM stated s WHERE s.population = 'rule' AND s.unit_id IS NOT NULL
      UNION SELECT b.stated_id, u.id FROM below b JOIN unit u ON u.parent_id = b.unit_id),
    within AS (
      SELECT b.stated_id, count(*)::int AS people
      FROM below b JOIN stated s ON s.id = b.stated_id JOIN pegawai p ON p.unit_id = b.unit_id AND p.status = 'aktif'
      LEFT JOIN jabatan j ON j.id = p.jabatan_id
      WHERE s.jenjang IS NULL OR j.jenjang = s.jenjang GROUP BY b.stated_id),
    proposed AS (
      SELECT p.stated_id, sum(p.others + coalesce(n.named, 0))::int AS people
      FROM need_proposal p
      LEFT JOIN (
        SELECT r.proposal_id, count(*)::int AS named FROM need_proposal_person r
        JOIN pegawai q ON q.pegawai_id = r.pegawai_id AND q.status = 'aktif' AND q.instansi_id = ${instansiId}
        GROUP BY r.proposal_id) n ON n.proposal_id = p.id
      WHERE p.instansi_id = ${instansiId} AND p.stated_id IS NOT NULL GROUP BY p.stated_id)
    SELECT s.kind, 'held' AS post, s.id::text AS subject, NULL AS jenjang, s.title, s.id AS stated_id,
      CASE s.population WHEN 'number' THEN s.number WHEN 'proposals' THEN coalesce(o.people, 0)
        ELSE CASE WHEN s.unit_id IS NULL THEN staff.n ELSE coalesce(w.people, 0) END END AS people,
      staff.n AS staff, '{}'::jsonb AS distribution, NULL::int AS gap_above, 0 AS gap_below,
      f.difficulty, f.importance, f.frequency, f.dif_points, f.dif_posts, s.goal_link::text, s.goal_id, g.name AS goal_title,
      CASE WHEN s.kind = 'mandate' THEN true END AS mandate, s.legal_basis AS mandate_basis
    FROM stated s
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(j.staff), 0)::int AS n FROM jenjang_staff j WHERE j.instansi_id = s.instansi_id AND (s.jenjang IS NULL OR j.jenjang = s.jenjang)) staff
    LEFT JOIN within w ON w.stated_id = s.id
    LEFT JOIN proposed o ON o.stated_id = s.id
    LEFT JOIN need_factor f ON f.instansi_id = s.instansi_id AND f.kind = 'gap' AND f.jenjang = s.jenjang AND f.competency_id = s.competency_id
    LEFT JOIN goal g ON g.id = s.goal_id`.execute(tx)
  return rows.filter(row => row.people > 0)
}
