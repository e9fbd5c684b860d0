import { sql, type Tx } from '../../../platform/db/index.ts'
import type { Population } from '../rules/population.ts'
import type { Campaign } from './campaign.ts'
import { type Asked, peopleOf, ruleParts } from './population.ts'
import { atasanNow } from './share.ts'

/** Of each participant `c` why they no longer belong, null where they do: the twin of `departure` (population.db.test.ts). */
const leaving = (campaignId: number, instansiId: number, population: Population) => {
  const { unit, jenis, jenjang, employment } = ruleParts(population)
  return sql`
    SELECT c.pegawai_id, c.left_at IS NOT NULL AS gone,
      CASE WHEN p.instansi_id <> ${instansiId} THEN 'moved' WHEN p.status <> 'aktif' THEN 'inactive' WHEN p.jabatan_id IS NULL THEN 'no_jabatan'
        WHEN k.pegawai_id IS NOT NULL THEN NULL
        WHEN NOT ${unit} THEN 'unit' WHEN NOT ${jenis} THEN 'jenis' WHEN NOT ${jenjang} THEN 'jenjang' WHEN NOT ${employment} THEN 'employment' END AS why
    FROM campaign_participant c
    JOIN pegawai p ON p.pegawai_id = c.pegawai_id
    LEFT JOIN jabatan j ON j.id = p.jabatan_id
    LEFT JOIN campaign_pick k ON k.pegawai_id = c.pegawai_id AND k.campaign_id = c.campaign_id AND k.kind = 'added'
    WHERE c.campaign_id = ${campaignId} AND c.invited_at IS NOT NULL AND c.left_why IS DISTINCT FROM 'removed'`
}

export type Moved = { left: number; back: number }

/** Marks who no longer belongs with the reason, takes back who belongs again, and their open tasks with them. Nothing that was said is lost. */
export async function markLeavers(tx: Tx, campaign: Campaign, at: Date): Promise<Moved> {
  const now = at.toISOString()
  const { rows } = await sql<Moved>`
    WITH state AS MATERIALIZED (${leaving(campaign.id, campaign.instansi.id, campaign.population)}),
    changed AS (
      UPDATE campaign_participant c SET left_at = CASE WHEN s.why IS NOT NULL THEN ${now}::timestamptz END, left_why = s.why
      FROM state s WHERE c.campaign_id = ${campaign.id} AND c.pegawai_id = s.pegawai_id AND s.gone <> (s.why IS NOT NULL)
      RETURNING c.pegawai_id, c.left_at IS NOT NULL AS gone),
    tasks AS (
      UPDATE rating_task t SET cancelled_at = CASE WHEN c.gone THEN ${now}::timestamptz END, cancelled_why = CASE WHEN c.gone THEN 'left' END
      FROM changed c
      WHERE t.campaign_id = ${campaign.id} AND t.pegawai_id = c.pegawai_id AND t.submitted_at IS NULL
        AND CASE WHEN c.gone THEN t.cancelled_at IS NULL ELSE t.cancelled_why = 'left' END
      RETURNING 1)
    SELECT (count(*) FILTER (WHERE gone))::int AS left, (count(*) FILTER (WHERE NOT gone))::int AS back FROM changed`.execute(tx)
  return rows[0]!
}

/** Who changed post before anybody began to rate is held against the new post's standard; a unit changes in any case. */
export async function followPosts(tx: Tx, campaignId: number): Promise<number> {
  await sql`
    UPDATE campaign_participant c SET unit_id = p.unit_id FROM pegawai p
    WHERE c.campaign_id = ${campaignId} AND p.pegawai_id = c.pegawai_id AND c.left_at IS NULL AND c.unit_id <> p.unit_id`.execute(
    tx,
  )
  const { rows } = await sql<{ pegawai_id: number }>`
    WITH moved AS (
      UPDATE campaign_participant c SET jabatan_id = p.jabatan_id FROM pegawai p
      WHERE c.campaign_id = ${campaignId} AND p.pegawai_id = c.pegawai_id AND c.left_at IS NULL AND c.started = 0 AND c.jabatan_id <> p.jabatan_id
        AND NOT EXISTS (SELECT FROM rating_task t WHERE t.pegawai_id = c.pegawai_id AND t.campaign_id = c.campaign_id AND t.started_at IS NOT NULL)
      RETURNING c.pegawai_id, c.jabatan_id),
    tasks AS (
      UPDATE rating_task t SET jabatan_id = m.jabatan_id FROM moved m WHERE t.campaign_id = ${campaignId} AND t.pegawai_id = m.pegawai_id RETURNING 1)
    SELECT pegawai_id FROM moved`.execute(tx)
  return rows.length
}

/** Takes back what was asked of raters who left, and of an atasan who no longer leads. What they typed stays. */
export async function releaseRaters(tx: Tx, campaign: Campaign, at: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    UPDATE rating_task t SET cancelled_at = ${at.toISOString()}::timestamptz, cancelled_why = g.why
    FROM (
      SELECT t.pegawai_id, t.id, CASE WHEN q.status <> 'aktif' OR q.instansi_id <> ${campaign.instansi.id} THEN 'rater_left'
        WHEN t.relation = 'atasan' AND ${atasanNow} IS DISTINCT FROM t.rater_id THEN 'atasan_changed' END AS why
      FROM rating_task t JOIN pegawai q ON q.pegawai_id = t.rater_id JOIN pegawai p ON p.pegawai_id = t.pegawai_id JOIN unit u ON u.id = p.unit_id
      WHERE t.campaign_id = ${campaign.id} AND t.submitted_at IS NULL AND t.cancelled_at IS NULL AND t.relation IN ('atasan', 'rekan', 'bawahan')) g
    WHERE t.pegawai_id = g.pegawai_id AND t.id = g.id AND g.why IS NOT NULL`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** Newcomers who no longer fit before anybody let them in are forgotten. */
export async function forgetNewcomers(tx: Tx, campaignId: number, asked: Asked, today: string): Promise<void> {
  await sql`
    DELETE FROM campaign_participant c
    WHERE c.campaign_id = ${campaignId} AND c.invited_at IS NULL AND NOT EXISTS (SELECT FROM (${peopleOf(asked, today)}) w WHERE w.pegawai_id = c.pegawai_id)`.execute(
    tx,
  )
}
