import { sql, type Tx } from '../platform/db/index.ts'
import type { NeedKey } from './rules/delta.ts'

// What becomes a need, and the needs as they are written.

type Rating = 'r' | 's' | 't' | null

/** A group of gaps with what is known of it. */
export type NeedGroup = NeedKey & {
  level_from: number
  people: number
  gap_sum: number
  staff: number
  distribution: Record<string, number>
  difficulty: Rating
  importance: Rating
  frequency: Rating
  goal_link: string | null
  mandate: boolean | null
}

/** Counts the active staff of an instansi by jenjang. */
export async function refreshStaff(tx: Tx, instansiId: number): Promise<void> {
  await sql`
    WITH wanted AS (
      SELECT j.jenjang, count(*)::int AS staff FROM pegawai p JOIN jabatan j ON j.id = p.jabatan_id
      WHERE p.instansi_id = ${instansiId} AND p.status = 'aktif' GROUP BY j.jenjang),
    gone AS (DELETE FROM jenjang_staff s WHERE s.instansi_id = ${instansiId} AND s.jenjang NOT IN (SELECT jenjang FROM wanted))
    INSERT INTO jenjang_staff AS s (instansi_id, jenjang, staff) SELECT ${instansiId}::int, jenjang, staff FROM wanted
    ON CONFLICT (instansi_id, jenjang) DO UPDATE SET staff = excluded.staff WHERE s.staff <> excluded.staff`.execute(tx)
}

const factors = sql`f.difficulty, f.importance, f.frequency, f.goal_link::text, f.mandate`

/** The groups that become needs of kind `gap`. */
export async function needGroups(tx: Tx, instansiId: number): Promise<NeedGroup[]> {
  const { rows } = await sql<NeedGroup>`
    WITH by_level AS (
      SELECT post, competency_id, required, jenjang, held, count(*)::int AS people, sum(gap)::int AS gap_sum
      FROM competency_gap WHERE instansi_id = ${instansiId} AND gap > 0 GROUP BY post, competency_id, required, jenjang, held),
    grouped AS (
      SELECT post, competency_id, required AS level_to, jenjang, min(held) AS level_from, sum(people)::int AS people, sum(gap_sum)::int AS gap_sum,
             jsonb_object_agg(held, people) AS distribution
      FROM by_level GROUP BY post, competency_id, required, jenjang)
    SELECT g.*, coalesce(s.staff, 0) AS staff, ${factors}
    FROM grouped g
    LEFT JOIN jenjang_staff s ON s.instansi_id = ${instansiId} AND s.jenjang = g.jenjang
    LEFT JOIN need_factor f ON f.instansi_id = ${instansiId} AND f.jenjang = g.jenjang AND f.competency_id = g.competency_id`.execute(
    tx,
  )
  return rows
}

export type KnownGroup = NeedKey &
  Pick<NeedGroup, 'staff' | 'difficulty' | 'importance' | 'frequency' | 'goal_link' | 'mandate'> & {
    /** As it stands before the move; {} where nobody had this need. */
    distribution: Record<string, number>
  }

/** What is known of these groups: people by level as the needs have it, staff, factors. One row a key. */
export async function knownGroups(tx: Tx, instansiId: number, keys: readonly NeedKey[]): Promise<KnownGroup[]> {
  const { rows } = await sql<KnownGroup>`
    SELECT k.post, k.competency_id, k.level_to, k.jenjang, coalesce(n.distribution, '{}') AS distribution, coalesce(s.staff, 0) AS staff, ${factors}
    FROM jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) AS k(post text, competency_id int, level_to int, jenjang text)
    LEFT JOIN need n ON n.instansi_id = ${instansiId} AND n.kind = 'gap' AND n.post = k.post AND n.competency_id = k.competency_id
      AND n.level_to = k.level_to AND n.jenjang = k.jenjang AND n.subject IS NULL
    LEFT JOIN jenjang_staff s ON s.instansi_id = ${instansiId} AND s.jenjang = k.jenjang
    LEFT JOIN need_factor f ON f.instansi_id = ${instansiId} AND f.jenjang = k.jenjang AND f.competency_id = k.competency_id`.execute(
    tx,
  )
  return rows
}

export type ScoredNeed = NeedKey & {
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

/** Which rule and which of the instansi's choices made a score. `policyId` null: what ships. */
export type Made = { policyId: number | null; ruleVersion: string; at: Date }

const wantedNeeds = (needs: readonly ScoredNeed[]) => sql`
  SELECT * FROM jsonb_to_recordset(${JSON.stringify(needs)}::jsonb) AS n(
    post text, competency_id int, level_to int, jenjang text, level_from int, people int, staff int, distribution jsonb,
    gap numeric, dif numeric, goal numeric, mandate numeric, reach numeric, score numeric, known int, tier text)`

/** The needs of kind `gap` that somebody has. */
export async function standingNeeds(tx: Tx, instansiId: number): Promise<NeedKey[]> {
  const { rows } = await sql<NeedKey>`
    SELECT post, competency_id, level_to, jenjang FROM need WHERE instansi_id = ${instansiId} AND kind = 'gap' AND people > 0`.execute(
    tx,
  )
  return rows
}

/** Writes needs of kind `gap`, and of them only what differs. */
export async function saveNeeds(tx: Tx, instansiId: number, needs: readonly ScoredNeed[], made: Made): Promise<void> {
  await sql`
    INSERT INTO need AS n (instansi_id, kind, post, competency_id, level_to, jenjang, level_from, people, staff, distribution,
      gap, dif, goal, mandate, reach, score, known, tier, policy_id, rule_version, calculated_at)
    SELECT ${instansiId}, 'gap', w.post, w.competency_id, w.level_to, w.jenjang, w.level_from, w.people, w.staff, w.distribution,
      w.gap, w.dif, w.goal, w.mandate, w.reach, w.score, w.known, w.tier, ${made.policyId}::int, ${made.ruleVersion}, ${made.at.toISOString()}
    FROM (${wantedNeeds(needs)}) w
    ON CONFLICT (instansi_id, kind, post, competency_id, level_to, jenjang, subject) DO UPDATE
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

/** Needs of kind `gap` that nobody has any more keep their row and their last figures, with nobody in them. */
export async function emptyNeeds(tx: Tx, instansiId: number, keys: readonly NeedKey[], at: Date): Promise<void> {
  if (keys.length === 0) return
  await sql`
    UPDATE need n SET people = 0, distribution = '{}', calculated_at = ${at.toISOString()}
    FROM jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) AS k(post text, competency_id int, level_to int, jenjang text)
    WHERE n.instansi_id = ${instansiId} AND n.kind = 'gap' AND n.people > 0
      AND n.post = k.post AND n.competency_id = k.competency_id AND n.level_to = k.level_to AND n.jenjang = k.jenjang`.execute(tx)
}
