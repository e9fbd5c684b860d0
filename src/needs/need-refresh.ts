import { sql, type Tx } from '../platform/db/index.ts'
import type { NeedKey, ScoredNeed } from './rules/counted.ts'
import type { GapKey } from './rules/delta.ts'
import type { KnownDif } from './rules/priority.ts'

// What becomes a need, and the needs as they are written.

type Known = KnownDif & {
  goal_link: string | null
  goal_id: number | null
  goal_title: string | null
  mandate: boolean | null
  mandate_basis: string | null
}

/** A group of gaps with what is known of it. */
export type NeedGroup = GapKey &
  Known & {
    level_from: number
    people: number
    gap_sum: number
    staff: number
    distribution: Record<string, number>
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

const factors = sql`f.difficulty, f.importance, f.frequency, f.dif_points, f.dif_posts, f.goal_link::text, f.goal_id, coalesce(o.name, f.goal) AS goal_title,
  f.mandate, f.mandate_basis`
const factorsOf = (instansiId: number, group: string) => sql`
  LEFT JOIN jenjang_staff s ON s.instansi_id = ${instansiId} AND s.jenjang = ${sql.ref(`${group}.jenjang`)}
  LEFT JOIN need_factor f ON f.instansi_id = ${instansiId} AND f.kind = 'gap' AND f.jenjang = ${sql.ref(`${group}.jenjang`)}
    AND f.competency_id = ${sql.ref(`${group}.competency_id`)}
  LEFT JOIN goal o ON o.id = f.goal_id`

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
    SELECT g.*, coalesce(s.staff, 0) AS staff, ${factors} FROM grouped g ${factorsOf(instansiId, 'g')}`.execute(tx)
  return rows
}

export type KnownGroup = GapKey &
  Known & {
    staff: number
    /** As it stands before the move; {} where nobody had this need. */
    distribution: Record<string, number>
  }

/** What is known of these groups: people by level as the needs have it, staff, factors. One row a key. */
export async function knownGroups(tx: Tx, instansiId: number, keys: readonly GapKey[]): Promise<KnownGroup[]> {
  const { rows } = await sql<KnownGroup>`
    SELECT k.post, k.competency_id, k.level_to, k.jenjang, coalesce(n.distribution, '{}') AS distribution, coalesce(s.staff, 0) AS staff, ${factors}
    FROM jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) AS k(post text, competency_id int, level_to int, jenjang text)
    LEFT JOIN need n ON n.instansi_id = ${instansiId} AND n.kind = 'gap' AND n.post = k.post AND n.competency_id = k.competency_id
      AND n.level_to = k.level_to AND n.jenjang = k.jenjang AND n.subject IS NULL
    ${factorsOf(instansiId, 'k')}`.execute(tx)
  return rows
}

/** Which rule and which of the instansi's choices made a score. `policyId` null: what ships. */
export type Made = { policyId: number | null; ruleVersion: string; at: Date }

const wantedNeeds = (needs: readonly ScoredNeed[]) => sql`
  SELECT * FROM jsonb_to_recordset(${JSON.stringify(needs)}::jsonb) AS n(
    kind text, post text, competency_id int, level_to int, jenjang text, subject text, title text, stated_id int, level_from int, people int,
    staff int, distribution jsonb, goal_id int, goal_title text, mandate_basis text,
    gap numeric, dif numeric, goal numeric, mandate numeric, reach numeric, score numeric, known int, tier text)`

/** The needs of an instansi that somebody has; of these kinds, or of all. */
export async function standingNeeds(
  tx: Tx,
  instansiId: number,
  kinds: readonly NeedKey['kind'][] | null = null,
): Promise<NeedKey[]> {
  const { rows } = await sql<NeedKey>`
    SELECT kind, post, competency_id, level_to, jenjang, subject FROM need
    WHERE instansi_id = ${instansiId} AND people > 0 AND (${kinds}::text[] IS NULL OR kind = ANY (${kinds}::text[]))`.execute(tx)
  return rows
}

/** Writes needs, and of them only what differs. */
export async function saveNeeds(tx: Tx, instansiId: number, needs: readonly ScoredNeed[], made: Made): Promise<void> {
  if (needs.length === 0) return
  await sql`
    INSERT INTO need AS n (instansi_id, kind, post, competency_id, level_to, jenjang, subject, title, stated_id, level_from, people, staff, distribution,
      goal_id, goal_title, mandate_basis, gap, dif, goal, mandate, reach, score, known, tier, policy_id, rule_version, calculated_at)
    SELECT ${instansiId}, w.kind, w.post, w.competency_id, w.level_to, w.jenjang, w.subject, w.title, w.stated_id, w.level_from, w.people, w.staff,
      w.distribution, w.goal_id, w.goal_title, w.mandate_basis, w.gap, w.dif, w.goal, w.mandate, w.reach, w.score, w.known, w.tier,
      ${made.policyId}::int, ${made.ruleVersion}, ${made.at.toISOString()}
    FROM (${wantedNeeds(needs)}) w
    ON CONFLICT (instansi_id, kind, post, competency_id, level_to, jenjang, subject) DO UPDATE
      SET title = excluded.title, level_from = excluded.level_from, people = excluded.people, staff = excluded.staff,
          distribution = excluded.distribution, goal_id = excluded.goal_id, goal_title = excluded.goal_title, mandate_basis = excluded.mandate_basis,
          gap = excluded.gap, dif = excluded.dif, goal = excluded.goal, mandate = excluded.mandate, reach = excluded.reach,
          score = excluded.score, known = excluded.known, tier = excluded.tier, policy_id = excluded.policy_id,
          rule_version = excluded.rule_version, calculated_at = excluded.calculated_at
      WHERE (n.title, n.level_from, n.people, n.staff, n.distribution, n.goal_id, n.goal_title, n.mandate_basis, n.known, n.tier, n.policy_id, n.rule_version)
            IS DISTINCT FROM (excluded.title, excluded.level_from, excluded.people, excluded.staff, excluded.distribution, excluded.goal_id,
                              excluded.goal_title, excluded.mandate_basis, excluded.known, excluded.tier, excluded.policy_id, excluded.rule_version)
         OR (n.gap, n.dif, n.goal, n.mandate, n.reach, n.score)
            IS DISTINCT FROM (excluded.gap, excluded.dif, excluded.goal, excluded.mandate, excluded.reach, excluded.score)`.execute(
    tx,
  )
}

/** Needs that nobody has any more keep their row and their last figures, with nobody in them. */
export async function emptyNeeds(tx: Tx, instansiId: number, keys: readonly NeedKey[], at: Date): Promise<void> {
  if (keys.length === 0) return
  await sql`
    UPDATE need n SET people = 0, distribution = '{}', calculated_at = ${at.toISOString()}
    FROM jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) AS k(kind text, post text, competency_id int, level_to int, jenjang text, subject text)
    WHERE n.instansi_id = ${instansiId} AND n.people > 0 AND n.kind = k.kind AND n.post = k.post
      AND (n.competency_id, n.level_to, n.jenjang, n.subject) IS NOT DISTINCT FROM (k.competency_id, k.level_to, k.jenjang, k.subject)`.execute(
    tx,
  )
}
