import { sql, type Tx } from '../../platform/db/index.ts'
import type { Choice, ChoiceRule } from '../rules/choice.ts'

/** People: ids from `from` up to but not including `to`, or these. */
export type PeopleSet = { from: number; to: number } | readonly number[]

const among = (set: PeopleSet, column: string) =>
  'from' in set
    ? sql`${sql.ref(column)} >= ${set.from} AND ${sql.ref(column)} < ${set.to}`
    : sql`${sql.ref(column)} = ANY (${[...set]}::int[])`

/** What the rules that take one result prefer: a valid one, then … */
const preferred: Partial<Record<ChoiceRule, ReturnType<typeof sql>>> = {
  latest: sql`assessed_on DESC, rank, id DESC`,
  highest: sql`level DESC, assessed_on DESC, rank, id DESC`,
  prioritised: sql`rank, assessed_on DESC, id DESC`,
}

/**
 * The level that counts, per person and competency: rules/choice.ts in SQL (choice.db.test.ts proves the two equal). A result found by
 * an old dictionary speaks in the words of the new one through the crosswalk.
 * @param instansiId the custodian, where the set is a range of ids; null: whoever it is now
 */
export function chosenLevels(instansiId: number | null, today: string, set: PeopleSet, choice: Choice) {
  const methods = Object.entries(choice.ranks).map(([method, rank]) => ({
    method,
    rank,
    weight: choice.weights[method as keyof Choice['weights']],
  }))
  const results = sql`
    SELECT r.pegawai_id, r.instansi_id, r.id, r.method, r.assessed_on, r.valid_until, r.competency_id, r.level
    FROM assessment_result r
    WHERE (${instansiId}::int IS NULL OR r.instansi_id = ${instansiId}::int) AND ${among(set, 'r.pegawai_id')} AND r.assessed_on <= ${today}::date AND r.replaced_at IS NULL`
  const counted = sql`
    SELECT s.*, m.rank, m.weight, s.valid_until >= ${today}::date AS valid
    FROM (SELECT * FROM found UNION ALL
          SELECT f.pegawai_id, f.instansi_id, f.id, f.method, f.assessed_on, f.valid_until, x.to_id, x.to_level
          FROM found f JOIN competency_crosswalk x ON x.from_id = f.competency_id AND x.from_level = f.level) s
    JOIN jsonb_to_recordset(${JSON.stringify(methods)}::jsonb) AS m(method text, rank int, weight int) ON m.method = s.method AND m.rank > 0`
  const order = preferred[choice.rule]
  if (order) {
    return sql`
      WITH found AS MATERIALIZED (${results}), counted AS (${counted})
      SELECT DISTINCT ON (pegawai_id, competency_id) pegawai_id, competency_id, instansi_id, level, NULL::numeric AS value, method,
             assessed_on, valid_until, ARRAY[id] AS result_ids
      FROM counted ORDER BY pegawai_id, competency_id, valid DESC, ${order}`
  }
  // One result a method: the latest of the valid ones, or of the expired where none is valid.
  const live = sql`
    SELECT * FROM (
      SELECT c.*, row_number() OVER (PARTITION BY pegawai_id, competency_id, method ORDER BY assessed_on DESC, id DESC) AS nth
      FROM (SELECT *, bool_or(valid) OVER (PARTITION BY pegawai_id, competency_id) AS any_valid FROM counted) c WHERE valid = any_valid) l
    WHERE nth = 1 ${choice.rule === 'weighted' ? sql`AND weight > 0` : sql``}`
  const level =
    choice.rule === 'weighted'
      ? sql`((2 * sum(weight * level) + sum(weight) - 1) / (2 * sum(weight)))::int`
      : sql`(array_agg(level ORDER BY level DESC))[${choice.atLeast}::int]`
  const value = choice.rule === 'weighted' ? sql`round(sum(weight * level)::numeric / sum(weight), 6)` : sql`NULL::numeric`
  return sql`
    WITH found AS MATERIALIZED (${results}), counted AS (${counted}), live AS MATERIALIZED (${live}),
    levels AS (
      SELECT pegawai_id, competency_id, ${level} AS level, ${value} AS value FROM live GROUP BY pegawai_id, competency_id
      HAVING count(*) >= ${choice.rule === 'weighted' ? 1 : choice.atLeast}::int)
    SELECT pegawai_id, competency_id, min(l.instansi_id) AS instansi_id, v.level, v.value, CASE WHEN count(*) = 1 THEN min(l.method) END AS method,
           max(l.assessed_on) AS assessed_on, min(l.valid_until) AS valid_until, array_agg(l.id ORDER BY l.id) AS result_ids
    FROM levels v JOIN live l USING (pegawai_id, competency_id)
    WHERE ${choice.rule === 'weighted'} OR l.level >= v.level
    GROUP BY pegawai_id, competency_id, v.level, v.value`
}

/**
 * Makes competency_profile say what the results say by the instansi's rule of choice. A result dated after `today` waits.
 * Writes what changed and nothing else; run again, it changes nothing.
 */
export async function refreshProfiles(
  tx: Tx,
  instansiId: number,
  today: string,
  set: PeopleSet,
  by: { choice: Choice; policyId: number | null },
): Promise<{ written: number; deleted: number }> {
  const { rows } = await sql<{ written: number; deleted: number }>`
    WITH wanted AS MATERIALIZED (${chosenLevels(instansiId, today, set, by.choice)}),
    gone AS (
      DELETE FROM competency_profile p
      WHERE p.instansi_id = ${instansiId} AND ${among(set, 'p.pegawai_id')}
        AND (p.pegawai_id, p.competency_id) NOT IN (SELECT pegawai_id, competency_id FROM wanted) -- always hashed, see needs/gap-refresh.ts
      RETURNING 1),
    written AS (
      INSERT INTO competency_profile AS p (pegawai_id, competency_id, instansi_id, level, value, method, assessed_on, valid_until, result_ids, policy_id)
      SELECT w.pegawai_id, w.competency_id, w.instansi_id, w.level, w.value, w.method, w.assessed_on, w.valid_until, w.result_ids, ${by.policyId}::int
      FROM wanted w
      LEFT JOIN competency_profile o ON o.pegawai_id = w.pegawai_id AND o.competency_id = w.competency_id
      WHERE (o.instansi_id, o.level, o.value, o.method, o.assessed_on, o.valid_until, o.result_ids, o.policy_id)
        IS DISTINCT FROM (w.instansi_id, w.level, w.value, w.method, w.assessed_on, w.valid_until, w.result_ids, ${by.policyId}::int)
      ON CONFLICT (pegawai_id, competency_id) DO UPDATE
        SET instansi_id = excluded.instansi_id, level = excluded.level, value = excluded.value, method = excluded.method,
            assessed_on = excluded.assessed_on, valid_until = excluded.valid_until, result_ids = excluded.result_ids, policy_id = excluded.policy_id
      RETURNING 1)
    SELECT (SELECT count(*) FROM written)::int AS written, (SELECT count(*) FROM gone)::int AS deleted`.execute(tx)
  return rows[0]!
}

/** Mapped: with a level in the managerial or socio-cultural pillar that is valid that day. */
const mapped = (today: string) => sql`
  SELECT FROM competency_profile cp JOIN competency c ON c.id = cp.competency_id
  WHERE cp.pegawai_id = p.pegawai_id AND cp.valid_until >= ${today}::date AND c.pillar IN ('manajerial', 'sosial_kultural')`

/** Of these people the active ones who are mapped, by unit: before and after a change, to move the count by the difference. */
export async function mappedAmong(tx: Tx, ids: readonly number[], today: string): Promise<Map<number, number>> {
  const { rows } = await sql<{ unit_id: number; n: number }>`
    SELECT p.unit_id, count(*)::int AS n FROM pegawai p
    WHERE p.pegawai_id = ANY (${[...ids]}::int[]) AND p.status = 'aktif' AND EXISTS (${mapped(today)}) GROUP BY p.unit_id`.execute(
    tx,
  )
  return new Map(rows.map(row => [row.unit_id, row.n]))
}

export async function moveCoverage(tx: Tx, moves: readonly { unitId: number; by: number }[], now: Date): Promise<void> {
  if (moves.length === 0) return
  await sql`
    UPDATE coverage v SET assessed = v.assessed + m.by, calculated_at = ${now.toISOString()}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) AS m("unitId" int, by int) WHERE v.unit_id = m."unitId"`.execute(tx)
}

/** Counts, for every unit of an instansi, the active people and those of them who are mapped. Returns how many units changed. */
export async function refreshCoverage(tx: Tx, instansiId: number, today: string, now: Date): Promise<number> {
  const changed = await sql`
    INSERT INTO coverage AS v (unit_id, instansi_id, active, assessed, calculated_at)
    SELECT u.id, u.instansi_id, count(p.pegawai_id), count(m.pegawai_id), ${now.toISOString()}::timestamptz
    FROM unit u
    LEFT JOIN pegawai p ON p.unit_id = u.id AND p.instansi_id = u.instansi_id AND p.status = 'aktif'
    LEFT JOIN (
      SELECT DISTINCT cp.pegawai_id FROM competency_profile cp JOIN competency c ON c.id = cp.competency_id
      WHERE cp.instansi_id = ${instansiId} AND cp.valid_until >= ${today}::date AND c.pillar IN ('manajerial', 'sosial_kultural')
    ) m ON m.pegawai_id = p.pegawai_id
    WHERE u.instansi_id = ${instansiId}
    GROUP BY u.id
    ON CONFLICT (unit_id) DO UPDATE
      SET instansi_id = excluded.instansi_id, active = excluded.active, assessed = excluded.assessed, calculated_at = excluded.calculated_at
      WHERE (v.instansi_id, v.active, v.assessed) IS DISTINCT FROM (excluded.instansi_id, excluded.active, excluded.assessed)`.execute(
    tx,
  )
  return Number(changed.numAffectedRows ?? 0)
}
