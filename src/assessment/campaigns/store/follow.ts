import { sql, type Tx } from '../../../platform/db/index.ts'
import { among, type PeopleSet } from './share.ts'

/** Counts, for these people, what was asked, begun and handed in. */
export async function countTasks(tx: Tx, campaignId: number, set: PeopleSet): Promise<void> {
  // Written so that it holds for a table that was filled just now, of which the planner knows nothing yet.
  await sql`
    WITH n AS MATERIALIZED (
      SELECT p.pegawai_id, t.tasks, t.started, t.submitted
      FROM campaign_participant p
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS tasks, count(t.started_at)::int AS started, count(t.submitted_at)::int AS submitted FROM rating_task t
        WHERE t.pegawai_id = p.pegawai_id AND t.campaign_id = p.campaign_id AND t.cancelled_at IS NULL) t
      WHERE p.campaign_id = ${campaignId} AND ${among(set, 'p.pegawai_id')} AND (p.tasks, p.started, p.submitted) IS DISTINCT FROM (t.tasks, t.started, t.submitted))
    UPDATE campaign_participant c SET tasks = n.tasks, started = n.started, submitted = n.submitted
    FROM n WHERE c.campaign_id = ${campaignId} AND c.pegawai_id = n.pegawai_id AND ${among(set, 'c.pegawai_id')}`.execute(tx)
}

/**
 * Asks the asesor of somebody to settle what they lie apart in, once all of them have handed in. Answers how many people that concerns.
 * @param from so many levels apart
 */
export async function askToSettle(tx: Tx, campaignId: number, set: PeopleSet, from: number, at: Date): Promise<number> {
  const { rows } = await sql<{ pegawai_id: number }>`
    WITH pairs AS MATERIALIZED (
      SELECT t.pegawai_id FROM rating_task t
      WHERE t.campaign_id = ${campaignId} AND t.relation IN ('asesor', 'integrasi') AND t.cancelled_at IS NULL AND ${among(set, 't.pegawai_id')}
      GROUP BY t.pegawai_id
      HAVING count(*) > 1 AND count(*) = count(t.submitted_at) AND bool_and(t.relation = 'asesor')),
    apart AS MATERIALIZED (
      SELECT DISTINCT pegawai_id FROM (
        SELECT r.pegawai_id FROM rating r
        WHERE r.campaign_id = ${campaignId} AND r.relation = 'asesor' AND r.submitted AND r.level IS NOT NULL AND r.pegawai_id IN (SELECT pegawai_id FROM pairs)
        GROUP BY r.pegawai_id, r.competency_id HAVING max(r.level) - min(r.level) >= ${from}::int) a)
    INSERT INTO rating_task (pegawai_id, instansi_id, campaign_id, relation, rater_id, rater_account, rated_name, jabatan_id, wave, made_at)
    SELECT t.pegawai_id, t.instansi_id, t.campaign_id, 'integrasi', t.rater_id, t.rater_account, t.rated_name, t.jabatan_id, t.wave, ${at.toISOString()}::timestamptz
    FROM rating_task t JOIN apart a ON a.pegawai_id = t.pegawai_id
    WHERE t.campaign_id = ${campaignId} AND t.relation = 'asesor' AND t.cancelled_at IS NULL
    ON CONFLICT DO NOTHING RETURNING pegawai_id`.execute(tx)
  return new Set(rows.map(row => row.pegawai_id)).size
}

/** Of these people those of whom everything asked was handed in, and no result made yet. */
export async function readyPeople(tx: Tx, campaignId: number, set: PeopleSet): Promise<number[]> {
  const { rows } = await sql<{ pegawai_id: number }>`
    SELECT pegawai_id FROM campaign_participant
    WHERE campaign_id = ${campaignId} AND ${among(set, 'pegawai_id')} AND left_at IS NULL AND results_at IS NULL AND tasks > 0 AND submitted = tasks
    ORDER BY pegawai_id`.execute(tx)
  return rows.map(row => row.pegawai_id)
}

/** Of these people those of whom anything was handed in and no result made; who left service or was taken out is not among them. */
export async function heardPeople(tx: Tx, campaignId: number, set: PeopleSet): Promise<number[]> {
  const { rows } = await sql<{ pegawai_id: number }>`
    SELECT c.pegawai_id FROM campaign_participant c
    WHERE c.campaign_id = ${campaignId} AND ${among(set, 'c.pegawai_id')} AND c.results_at IS NULL
      AND (c.left_why IS NULL OR c.left_why NOT IN ('inactive', 'removed'))
      AND EXISTS (SELECT FROM rating_task t WHERE t.pegawai_id = c.pegawai_id AND t.campaign_id = c.campaign_id AND t.submitted_at IS NOT NULL)
    ORDER BY c.pegawai_id`.execute(tx)
  return rows.map(row => row.pegawai_id)
}
