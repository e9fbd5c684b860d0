import { sql, type Tx } from '../../../platform/db/index.ts'
import type { Said } from '../rules/outcome.ts'

export type Heard = {
  pegawaiId: number
  instansiId: number
  competencyId: number
  standardId: number | null
  requiredThen: number | null
  /** The day of the last rating handed in, where the instansi is. */
  ratedOn: string
  said: Said[]
  /** Who assessed, and who leads, by name; null where nobody did. */
  asesor: string | null
  atasan: string | null
}

/** What was handed in about these people, competency by competency: sums, never a single rating of an anonymous rater. */
export async function heardOf(tx: Tx, campaignId: number, ids: readonly number[], timeZone: string): Promise<Heard[]> {
  const { rows } = await sql<Heard>`
    WITH task AS MATERIALIZED (
      SELECT t.pegawai_id, t.id, t.relation, t.rater_id, t.rater_account, t.jabatan_id, t.submitted_at
      FROM rating_task t WHERE t.campaign_id = ${campaignId} AND t.pegawai_id = ANY (${[...ids]}::int[]) AND t.submitted_at IS NOT NULL),
    person AS (
      SELECT t.pegawai_id, (max(t.submitted_at) AT TIME ZONE ${timeZone})::date AS rated_on,
        string_agg(coalesce(q.name, a.name), ', ' ORDER BY t.id) FILTER (WHERE t.relation = 'asesor') AS asesor,
        string_agg(coalesce(q.name, a.name), ', ' ORDER BY t.id) FILTER (WHERE t.relation = 'atasan') AS atasan
      FROM task t LEFT JOIN pegawai q ON q.pegawai_id = t.rater_id LEFT JOIN identity.user_account a ON a.id = t.rater_account
      GROUP BY t.pegawai_id),
    said AS (
      SELECT r.pegawai_id, r.competency_id, min(t.jabatan_id) AS jabatan_id, r.relation, sum(r.level)::int AS sum, count(*)::int AS raters,
        min(r.level) AS low, max(r.level) AS high
      FROM task t
      JOIN rating r ON r.pegawai_id = t.pegawai_id AND r.task_id = t.id AND r.submitted AND r.level IS NOT NULL
        AND r.rater_id IS NOT DISTINCT FROM t.rater_id AND r.rater_account IS NOT DISTINCT FROM t.rater_account
      GROUP BY r.pegawai_id, r.competency_id, r.relation)
    SELECT s.pegawai_id AS "pegawaiId", g.instansi_id AS "instansiId", s.competency_id AS "competencyId", min(d.standard_id) AS "standardId",
      min(d.level) AS "requiredThen", p.rated_on AS "ratedOn", p.asesor, p.atasan,
      jsonb_agg(jsonb_build_object('relation', s.relation, 'sum', s.sum, 'raters', s.raters, 'low', s.low, 'high', s.high)) AS said
    FROM said s
    JOIN person p ON p.pegawai_id = s.pegawai_id
    JOIN pegawai g ON g.pegawai_id = s.pegawai_id
    LEFT JOIN campaign_demand d ON d.campaign_id = ${campaignId} AND d.jabatan_id = s.jabatan_id AND d.competency_id = s.competency_id
    GROUP BY s.pegawai_id, g.instansi_id, s.competency_id, p.rated_on, p.asesor, p.atasan
    ORDER BY s.pegawai_id, s.competency_id`.execute(tx)
  return rows
}

export async function setResulted(
  tx: Tx,
  campaignId: number,
  ids: readonly number[],
  policyId: number | null,
  at: Date,
): Promise<void> {
  await sql`
    UPDATE campaign_participant SET results_at = ${at.toISOString()}::timestamptz, policy_id = ${policyId}::int
    WHERE campaign_id = ${campaignId} AND pegawai_id = ANY (${[...ids]}::int[])`.execute(tx)
}
