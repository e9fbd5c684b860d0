import { sql, type Tx } from '../../../platform/db/index.ts'
import { type Relation, relationOf } from '../rules/outcome.ts'
import type { Campaign } from './campaign.ts'
import { type Asked, peopleOf } from './population.ts'

/** People: ids from `from` up to but not including `to`, or these. */
export type PeopleSet = { from: number; to: number } | readonly number[]

export const among = (set: PeopleSet, column: string) =>
  'from' in set
    ? sql`${sql.ref(column)} >= ${set.from} AND ${sql.ref(column)} < ${set.to}`
    : sql`${sql.ref(column)} = ANY (${[...set]}::int[])`

/** Where each chunk of people of a campaign begins. */
export async function startsOfChunks(tx: Tx, campaignId: number, size: number): Promise<number[]> {
  const { rows } = await sql<{ pegawai_id: number }>`
    SELECT pegawai_id FROM (
      SELECT pegawai_id, row_number() OVER (ORDER BY pegawai_id) AS n FROM campaign_participant WHERE campaign_id = ${campaignId}) p
    WHERE (n - 1) % ${size}::int = 0 ORDER BY pegawai_id`.execute(tx)
  return rows.map(row => row.pegawai_id)
}

// The wave of the person's office; of an office that came later the last wave that has not ended, else the last.
const waveOf = (campaignId: number, today: string, office: ReturnType<typeof sql>) => sql`
  coalesce((SELECT wave FROM campaign_office o WHERE o.campaign_id = ${campaignId} AND o.unit_id = ${office}),
    (SELECT number FROM campaign_wave w WHERE w.campaign_id = ${campaignId} ORDER BY w.ends_on >= ${today}::date DESC, number DESC LIMIT 1))`

/**
 * Takes in whom the rule names and who is not in yet. `invited` false: they wait as newcomers until somebody lets them in.
 * Answers how many came.
 */
export async function takeIn(
  tx: Tx,
  campaignId: number,
  asked: Asked,
  today: string,
  at: Date,
  invited: boolean,
): Promise<number> {
  const now = at.toISOString()
  const { numAffectedRows } = await sql`
    INSERT INTO campaign_participant (pegawai_id, campaign_id, instansi_id, instansi_then, unit_id, jabatan_id, wave, found_at, invited_at)
    SELECT w.pegawai_id, ${campaignId}::int, ${asked.instansiId}::int, ${asked.instansiId}::int, w.unit_id, w.jabatan_id,
      ${waveOf(campaignId, today, sql`w.office_id`)}, ${now}::timestamptz, CASE WHEN ${invited} THEN ${now}::timestamptz END
    FROM (${peopleOf(asked, today)}) w
    ON CONFLICT DO NOTHING`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** Writes down what the jabatan of the people in it ask for today, where it was not written down before. */
export async function keepDemands(tx: Tx, campaignId: number): Promise<void> {
  await sql`
    INSERT INTO campaign_demand (campaign_id, jabatan_id, competency_id, level, standard_id)
    SELECT ${campaignId}::int, q.jabatan_id, q.competency_id, q.level, q.standard_id
    FROM jabatan_requirement q
    WHERE q.jabatan_id IN (SELECT p.jabatan_id FROM campaign_participant p WHERE p.campaign_id = ${campaignId})
      AND NOT EXISTS (SELECT FROM campaign_demand d WHERE d.campaign_id = ${campaignId} AND d.jabatan_id = q.jabatan_id)
    ON CONFLICT DO NOTHING`.execute(tx)
}

/** The twin of the view pegawai_atasan, asked for people who are at hand as `p`. */
export const atasanNow = sql`
  coalesce(p.atasan_id, CASE WHEN head_of(p.unit_id) = p.pegawai_id THEN head_of(u.parent_id) ELSE head_of(p.unit_id) END)`

const has = (campaign: Campaign, relation: Relation) => campaign.methods.some(method => relationOf[method] === relation)

/**
 * Shares out the tasks that are missing: oneself, the atasan, and by lot peers (same unit and jenjang) and subordinates. The lot falls
 * the same again: by the digest of the campaign's seed and the two people. Where even all of them would be fewer than the threshold,
 * none is asked, because nothing they said could ever show. Asesor are assigned by hand. Answers how many tasks were made.
 */
export async function shareTasks(tx: Tx, campaign: Campaign, set: PeopleSet, threshold: number, at: Date): Promise<number> {
  const { id } = campaign
  const { numAffectedRows } = await sql`
    WITH part AS MATERIALIZED (
      SELECT c.pegawai_id, c.instansi_id, c.jabatan_id, c.wave, p.name, p.unit_id, j.jenjang, ${atasanNow} AS atasan_id
      FROM campaign_participant c JOIN pegawai p ON p.pegawai_id = c.pegawai_id JOIN unit u ON u.id = p.unit_id JOIN jabatan j ON j.id = c.jabatan_id
      WHERE c.campaign_id = ${id} AND c.invited_at IS NOT NULL AND c.left_at IS NULL AND ${among(set, 'c.pegawai_id')}
        AND EXISTS (SELECT FROM campaign_demand d WHERE d.campaign_id = ${id} AND d.jabatan_id = c.jabatan_id)),
    asked AS MATERIALIZED (
      SELECT t.pegawai_id, t.relation, t.rater_id, t.cancelled_at, t.cancelled_why FROM rating_task t
      WHERE t.campaign_id = ${id} AND ${among(set, 't.pegawai_id')}),
    pool AS (
      SELECT 'rekan' AS relation, part.pegawai_id, q.pegawai_id AS rater_id
      FROM part JOIN pegawai q ON q.unit_id = part.unit_id AND q.status = 'aktif' AND q.pegawai_id <> part.pegawai_id
        AND q.pegawai_id IS DISTINCT FROM part.atasan_id
      JOIN jabatan k ON k.id = q.jabatan_id AND k.jenjang = part.jenjang
      WHERE ${has(campaign, 'rekan')}
      UNION ALL
      SELECT 'bawahan', part.pegawai_id, q.pegawai_id
      FROM part CROSS JOIN LATERAL team_of(part.pegawai_id) AS t(pegawai_id)
      JOIN pegawai q ON q.pegawai_id = t.pegawai_id AND q.status = 'aktif' AND q.pegawai_id <> part.pegawai_id
      WHERE ${has(campaign, 'bawahan')}),
    live AS (
      SELECT pegawai_id, relation, count(*)::int AS n FROM asked WHERE cancelled_at IS NULL GROUP BY 1, 2),
    ranked AS (
      SELECT o.*, coalesce(l.n, 0) AS live,
        row_number() OVER (PARTITION BY o.relation, o.pegawai_id
          ORDER BY md5(${String(campaign.seed)}::text || ' ' || o.relation || ' ' || o.pegawai_id || ' ' || o.rater_id), o.rater_id) AS nth,
        count(*) OVER (PARTITION BY o.relation, o.pegawai_id) AS free
      FROM pool o LEFT JOIN live l ON l.pegawai_id = o.pegawai_id AND l.relation = o.relation
      WHERE NOT EXISTS (SELECT FROM asked a WHERE a.pegawai_id = o.pegawai_id AND a.relation = o.relation AND a.rater_id = o.rater_id)),
    wanted AS (
      SELECT pegawai_id, relation, rater_id FROM ranked WHERE nth <= ${campaign.ratersEach}::int - live AND live + free >= ${threshold}::int
      UNION ALL
      SELECT pegawai_id, 'diri', pegawai_id FROM part
      WHERE ${has(campaign, 'diri')} AND NOT EXISTS (SELECT FROM asked a WHERE a.pegawai_id = part.pegawai_id AND a.relation = 'diri')
      UNION ALL
      SELECT part.pegawai_id, 'atasan', b.pegawai_id
      FROM part JOIN pegawai b ON b.pegawai_id = part.atasan_id AND b.status = 'aktif' AND b.pegawai_id <> part.pegawai_id
      WHERE ${has(campaign, 'atasan')} AND NOT EXISTS (
        SELECT FROM asked a WHERE a.pegawai_id = part.pegawai_id AND a.relation = 'atasan'
          AND (a.cancelled_at IS NULL OR (a.cancelled_why = 'replaced' AND a.rater_id = b.pegawai_id))))
    INSERT INTO rating_task (pegawai_id, instansi_id, campaign_id, relation, rater_id, rated_name, jabatan_id, wave, made_at)
    SELECT part.pegawai_id, part.instansi_id, ${id}::int, w.relation, w.rater_id, part.name, part.jabatan_id, part.wave, ${at.toISOString()}::timestamptz
    FROM wanted w JOIN part ON part.pegawai_id = w.pegawai_id
    ON CONFLICT DO NOTHING`.execute(tx)
  return Number(numAffectedRows ?? 0)
}
