import { sql, type Tx } from '../platform/db/index.ts'

// The set-based SQL that keeps gaps, heatmap and ranking true after a change. Writes only what differs, so that a
// recalculation that changes nothing writes nothing.

export async function instansiWithPeople(tx: Tx): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`SELECT DISTINCT instansi_id AS id FROM pegawai ORDER BY 1`.execute(tx)
  return rows.map(row => row.id)
}

/** The first pegawai_id of each `size` people of an instansi, in order: ids of one instansi need not lie together. */
export async function startsOfChunks(tx: Tx, instansiId: number, size: number): Promise<{ starts: number[]; timeZone: string }> {
  const { rows } = await sql<{ starts: number[] | null; time_zone: string }>`
    SELECT i.time_zone, (SELECT array_agg(pegawai_id ORDER BY pegawai_id)
      FROM (SELECT pegawai_id, row_number() OVER (ORDER BY pegawai_id) AS n FROM pegawai WHERE instansi_id = i.id) p
      WHERE n % ${size}::int = 1) AS starts
    FROM instansi i WHERE i.id = ${instansiId}`.execute(tx)
  return { starts: rows[0]?.starts ?? [], timeZone: rows[0]?.time_zone ?? 'Asia/Jakarta' }
}

/** Gaps of people who have left the instansi or are no longer active. */
export async function forgetGone(tx: Tx, instansiId: number): Promise<void> {
  await sql`
    DELETE FROM competency_gap g WHERE g.instansi_id = ${instansiId}
      AND NOT EXISTS (SELECT FROM pegawai p WHERE p.pegawai_id = g.pegawai_id AND p.instansi_id = g.instansi_id AND p.status = 'aktif')`.execute(
    tx,
  )
}

/** Gaps of the active people of one instansi whose id lies in the range [from, to). */
export async function refreshGaps(tx: Tx, instansiId: number, today: string, from: number, to: number): Promise<void> {
  // Person by person to the requirement of the jabatan: an index serves each step, the view is never built as a whole.
  const wanted = sql`
    SELECT p.pegawai_id, r.competency_id, p.instansi_id, p.unit_id, j.jenjang, r.level AS required,
           CASE WHEN c.valid_until >= ${today}::date THEN c.level END AS held
    FROM pegawai p
    JOIN jabatan j ON j.id = p.jabatan_id
    CROSS JOIN LATERAL (SELECT competency_id, level FROM jabatan_requirement WHERE jabatan_id = p.jabatan_id OFFSET 0) r
    LEFT JOIN competency_profile c ON c.pegawai_id = p.pegawai_id AND c.competency_id = r.competency_id
    WHERE p.instansi_id = ${instansiId} AND p.status = 'aktif' AND p.pegawai_id >= ${from} AND p.pegawai_id < ${to}`
  await sql`
    WITH wanted AS MATERIALIZED (${wanted}),
    gone AS (
      DELETE FROM competency_gap g
      WHERE g.instansi_id = ${instansiId} AND g.pegawai_id >= ${from} AND g.pegawai_id < ${to}
        AND NOT EXISTS (SELECT FROM wanted w WHERE w.pegawai_id = g.pegawai_id AND w.competency_id = g.competency_id))
    INSERT INTO competency_gap AS g (pegawai_id, competency_id, instansi_id, unit_id, jenjang, required, held)
    SELECT w.* FROM wanted w
    LEFT JOIN competency_gap o ON o.pegawai_id = w.pegawai_id AND o.competency_id = w.competency_id
    WHERE (o.instansi_id, o.unit_id, o.jenjang, o.required) IS DISTINCT FROM (w.instansi_id, w.unit_id, w.jenjang, w.required)
       OR o.held IS DISTINCT FROM w.held
    ON CONFLICT (pegawai_id, competency_id) DO UPDATE
      SET instansi_id = excluded.instansi_id, unit_id = excluded.unit_id, jenjang = excluded.jenjang,
          required = excluded.required, held = excluded.held`.execute(tx)
}

/** The heatmap's cells of one instansi: per unit and competency. */
export async function refreshSummary(tx: Tx, instansiId: number): Promise<void> {
  await sql`
    WITH wanted AS MATERIALIZED (
      SELECT unit_id, competency_id, instansi_id, count(*)::int AS required_people, count(held)::int AS assessed_people,
             count(*) FILTER (WHERE gap > 0)::int AS gap_people, coalesce(sum(gap), 0)::int AS gap_sum
      FROM competency_gap WHERE instansi_id = ${instansiId} GROUP BY unit_id, competency_id, instansi_id),
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

export type NeedGroup = {
  competency_id: number
  level_to: number
  jenjang: string
  level_from: number
  people: number
  gap_sum: number
  staff: number
  distribution: Record<string, number>
  difficulty: 'r' | 's' | 't' | null
  importance: 'r' | 's' | 't' | null
  frequency: 'r' | 's' | 't' | null
  goal_link: string | null
  mandate: boolean | null
}

/** The groups that become needs of kind `gap`, with what is known of each. */
export async function needGroups(tx: Tx, instansiId: number): Promise<NeedGroup[]> {
  const { rows } = await sql<NeedGroup>`
    WITH by_level AS (
      SELECT competency_id, required, jenjang, held, count(*)::int AS people, sum(gap)::int AS gap_sum
      FROM competency_gap WHERE instansi_id = ${instansiId} AND gap > 0 GROUP BY competency_id, required, jenjang, held),
    grouped AS (
      SELECT competency_id, required AS level_to, jenjang, min(held) AS level_from, sum(people)::int AS people, sum(gap_sum)::int AS gap_sum,
             jsonb_object_agg(held, people) AS distribution
      FROM by_level GROUP BY competency_id, required, jenjang),
    staff AS (
      SELECT j.jenjang, count(*)::int AS staff FROM pegawai p JOIN jabatan j ON j.id = p.jabatan_id
      WHERE p.instansi_id = ${instansiId} AND p.status = 'aktif' GROUP BY j.jenjang)
    SELECT g.*, s.staff, f.difficulty, f.importance, f.frequency, f.goal_link::text, f.mandate
    FROM grouped g JOIN staff s ON s.jenjang = g.jenjang
    LEFT JOIN need_factor f ON f.instansi_id = ${instansiId} AND f.jenjang = g.jenjang AND f.competency_id = g.competency_id`.execute(
    tx,
  )
  return rows
}

export type ScoredNeed = {
  competency_id: number
  level_to: number
  jenjang: string
  level_from: number
  people: number
  staff: number
  distribution: Record<string, number>
  gap: number | null
  dif: number | null
  goal: number | null
  mandate: number | null
  reach: number | null
  score: number | null
  known: number
  tier: string
}

/** Writes the needs of kind `gap`. A need keeps its id for ever: where nobody needs it any more it stays with 0 people. */
export async function saveNeeds(
  tx: Tx,
  instansiId: number,
  needs: ScoredNeed[],
  made: { policyId: number; ruleVersion: string; at: Date },
): Promise<void> {
  await sql`
    WITH wanted AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(needs)}::jsonb) AS n(
        competency_id int, level_to int, jenjang text, level_from int, people int, staff int, distribution jsonb,
        gap numeric, dif numeric, goal numeric, mandate numeric, reach numeric, score numeric, known int, tier text)),
    emptied AS (
      UPDATE need n SET people = 0, distribution = '{}', calculated_at = ${made.at.toISOString()}
      WHERE n.instansi_id = ${instansiId} AND n.kind = 'gap' AND n.people > 0
        AND NOT EXISTS (SELECT FROM wanted w WHERE w.competency_id = n.competency_id AND w.level_to = n.level_to AND w.jenjang = n.jenjang))
    INSERT INTO need AS n (instansi_id, kind, competency_id, level_to, jenjang, level_from, people, staff, distribution,
      gap, dif, goal, mandate, reach, score, known, tier, policy_id, rule_version, calculated_at)
    SELECT ${instansiId}, 'gap', w.competency_id, w.level_to, w.jenjang, w.level_from, w.people, w.staff, w.distribution,
      w.gap, w.dif, w.goal, w.mandate, w.reach, w.score, w.known, w.tier, ${made.policyId}, ${made.ruleVersion}, ${made.at.toISOString()}
    FROM wanted w
    ON CONFLICT (instansi_id, kind, competency_id, level_to, jenjang) DO UPDATE
      SET level_from = excluded.level_from, people = excluded.people, staff = excluded.staff, distribution = excluded.distribution,
          gap = excluded.gap, dif = excluded.dif, goal = excluded.goal, mandate = excluded.mandate, reach = excluded.reach,
          score = excluded.score, known = excluded.known, tier = excluded.tier, policy_id = excluded.policy_id,
          rule_version = excluded.rule_version, calculated_at = excluded.calculated_at
      WHERE (n.level_from, n.people, n.staff, n.distribution, n.known, n.tier, n.policy_id, n.rule_version)
            IS DISTINCT FROM (excluded.level_from, excluded.people, excluded.staff, excluded.distribution, excluded.known, excluded.tier,
                              excluded.policy_id, excluded.rule_version)
         OR (n.gap, n.dif, n.goal, n.mandate, n.reach, n.score)
            IS DISTINCT FROM (excluded.gap, excluded.dif, excluded.goal, excluded.mandate, excluded.reach, excluded.score)`.execute(
    tx,
  )
}
