import { namesLike, nipDigits } from '../../../people/index.ts'
import { sql, type Tx } from '../../../platform/db/index.ts'
import type { Relation } from '../rules/outcome.ts'
import type { Departure } from '../rules/population.ts'
import type { Campaign } from './campaign.ts'
import type { Asked } from './population.ts'

/** Where somebody stands in a campaign. `waiting`: a newcomer whom nobody has let in yet. */
export type Stage = 'waiting' | 'invited' | 'started' | 'finished' | 'left'
export const stages: readonly Stage[] = ['waiting', 'invited', 'started', 'finished', 'left']

const stage = sql<Stage>`
  CASE WHEN c.left_at IS NOT NULL THEN 'left' WHEN c.invited_at IS NULL THEN 'waiting'
    WHEN c.results_at IS NOT NULL OR (c.tasks > 0 AND c.submitted = c.tasks) THEN 'finished' WHEN c.started > 0 THEN 'started' ELSE 'invited' END`

export type ProgressRow = { wave: number; unitId: number; unit: string; withoutTasks: number } & Record<Stage, number>

/** How many stand where, by wave and office. */
export async function progressOf(tx: Tx, campaignId: number): Promise<ProgressRow[]> {
  const { rows } = await sql<ProgressRow>`
    SELECT s.wave, o.id AS "unitId", o.name AS unit, (count(*) FILTER (WHERE s.stage = 'waiting'))::int AS waiting,
      (count(*) FILTER (WHERE s.stage = 'invited'))::int AS invited, (count(*) FILTER (WHERE s.stage = 'started'))::int AS started,
      (count(*) FILTER (WHERE s.stage = 'finished'))::int AS finished, (count(*) FILTER (WHERE s.stage = 'left'))::int AS left,
      (count(*) FILTER (WHERE s.stage = 'invited' AND s.tasks = 0))::int AS "withoutTasks"
    FROM (SELECT c.wave, c.unit_id, c.tasks, ${stage} AS stage FROM campaign_participant c WHERE c.campaign_id = ${campaignId}) s
    JOIN unit u ON u.id = s.unit_id JOIN unit o ON o.id = coalesce(u.top_id, u.id)
    GROUP BY s.wave, o.id ORDER BY o.name, o.id, s.wave`.execute(tx)
  return rows
}

/** How many who count have nobody asked as a peer. */
export async function withoutPeers(tx: Tx, campaignId: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM campaign_participant c
    WHERE c.campaign_id = ${campaignId} AND c.invited_at IS NOT NULL AND c.left_at IS NULL AND NOT EXISTS (
      SELECT FROM rating_task t WHERE t.pegawai_id = c.pegawai_id AND t.campaign_id = c.campaign_id AND t.relation = 'rekan' AND t.cancelled_at IS NULL)`.execute(
    tx,
  )
  return rows[0]!.n
}

/** How many left for another government: as a job, because they lie beyond the scope of who runs the campaign. */
export async function movedAway(tx: Tx, campaignId: number, instansiId: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM campaign_participant
    WHERE campaign_id = ${campaignId} AND left_at IS NOT NULL AND instansi_id <> ${instansiId}`.execute(tx)
  return rows[0]!.n
}

export type ParticipantRow = {
  id: number
  nip: string
  name: string
  jabatan: string
  unit: string
  office: string
  wave: number
  stage: Stage
  leftWhy: Departure | 'removed' | null
  tasks: number
  submitted: number
  /** Asesor assigned. */
  asesor: number
}
export type ParticipantFilter = {
  stage: Stage | null
  wave: number | null
  unitId: number | null
  withoutAsesor?: boolean
  q: string
}
export type ParticipantOrder = 'nama' | 'unit' | 'keadaan'
export type Page = { order: ParticipantOrder; descending: boolean; offset: number; limit: number }

const orders: Record<ParticipantOrder, [string, string]> = {
  nama: ['name, id', 'name DESC, id DESC'],
  unit: ['office, unit, name, id', 'office DESC, unit DESC, name, id'],
  keadaan: [
    "array_position(ARRAY['waiting', 'invited', 'started', 'finished', 'left'], stage), name, id",
    "array_position(ARRAY['left', 'finished', 'started', 'invited', 'waiting'], stage), name, id",
  ],
}

function matching(filter: ParticipantFilter) {
  const all = [sql`true`]
  if (filter.stage !== null) all.push(sql`stage = ${filter.stage}`)
  if (filter.wave !== null) all.push(sql`wave = ${filter.wave}`)
  if (filter.unitId !== null) all.push(sql`"officeId" = ${filter.unitId}`)
  if (filter.withoutAsesor) all.push(sql`asesor = 0 AND stage IN ('invited', 'started')`)
  const digits = nipDigits(filter.q)
  all.push(digits ? sql`nip LIKE ${`${digits}%`}` : namesLike(sql`name`, filter.q))
  return sql.join(all, sql` AND `)
}

/** The people of a campaign as far as the scope reaches; who moved to another government lies beyond it. */
export async function participants(
  tx: Tx,
  campaignId: number,
  filter: ParticipantFilter,
  page: Page,
): Promise<(ParticipantRow & { total: number })[]> {
  const { rows } = await sql<ParticipantRow & { total: number }>`
    SELECT *, count(*) OVER ()::int AS total FROM (
      SELECT p.pegawai_id AS id, p.nip, p.name, j.name AS jabatan, u.name AS unit, o.name AS office, o.id AS "officeId", c.wave, ${stage} AS stage,
        c.left_why AS "leftWhy", c.tasks, c.submitted,
        (SELECT count(*)::int FROM rating_task t WHERE t.pegawai_id = c.pegawai_id AND t.campaign_id = c.campaign_id AND t.relation = 'asesor'
          AND t.cancelled_at IS NULL) AS asesor
      FROM campaign_participant c JOIN pegawai p ON p.pegawai_id = c.pegawai_id JOIN jabatan j ON j.id = c.jabatan_id
      JOIN unit u ON u.id = c.unit_id JOIN unit o ON o.id = coalesce(u.top_id, u.id)
      WHERE c.campaign_id = ${campaignId}) s
    WHERE ${matching(filter)} ORDER BY ${sql.raw(orders[page.order][page.descending ? 1 : 0])} LIMIT ${page.limit} OFFSET ${page.offset}`.execute(
    tx,
  )
  return rows
}

export type Participant = ParticipantRow & { jabatanId: number; resultsAt: Date | null; leftAt: Date | null }

export async function participantById(tx: Tx, campaignId: number, pegawaiId: number): Promise<Participant | null> {
  const { rows } = await sql<Participant>`
    SELECT p.pegawai_id AS id, p.nip, p.name, j.name AS jabatan, c.jabatan_id AS "jabatanId", u.name AS unit, o.name AS office, c.wave, ${stage} AS stage,
      c.left_why AS "leftWhy", c.left_at AS "leftAt", c.tasks, c.submitted, c.results_at AS "resultsAt", 0 AS asesor
    FROM campaign_participant c JOIN pegawai p ON p.pegawai_id = c.pegawai_id JOIN jabatan j ON j.id = c.jabatan_id
    JOIN unit u ON u.id = c.unit_id JOIN unit o ON o.id = coalesce(u.top_id, u.id)
    WHERE c.campaign_id = ${campaignId} AND c.pegawai_id = ${pegawaiId}`.execute(tx)
  return rows[0] ?? null
}

export type AskedRater = {
  id: number
  relation: Relation
  name: string | null
  jabatan: string | null
  startedAt: Date | null
  submittedAt: Date | null
  cancelledWhy: 'left' | 'rater_left' | 'atasan_changed' | 'replaced' | 'settled' | null
}

/** Who was asked to rate somebody, and how far they are: never what they said. */
export async function ratersOf(tx: Tx, campaignId: number, pegawaiId: number): Promise<AskedRater[]> {
  const { rows } = await sql<AskedRater>`
    SELECT t.id, t.relation, coalesce(q.name, a.name) AS name, j.name AS jabatan, t.started_at AS "startedAt", t.submitted_at AS "submittedAt",
      t.cancelled_why AS "cancelledWhy"
    FROM rating_task t LEFT JOIN pegawai q ON q.pegawai_id = t.rater_id LEFT JOIN jabatan j ON j.id = q.jabatan_id
    LEFT JOIN identity.user_account a ON a.id = t.rater_account
    WHERE t.campaign_id = ${campaignId} AND t.pegawai_id = ${pegawaiId}
    ORDER BY array_position(ARRAY['asesor', 'integrasi', 'atasan', 'rekan', 'bawahan', 'diri'], t.relation), t.cancelled_at NULLS FIRST, name`.execute(
    tx,
  )
  return rows
}

/** Lets newcomers in: these, or all that wait for null. Answers who. */
export async function letIn(tx: Tx, campaignId: number, ids: readonly number[] | null, at: Date): Promise<number[]> {
  const { rows } = await sql<{ pegawai_id: number }>`
    UPDATE campaign_participant SET invited_at = ${at.toISOString()}::timestamptz
    WHERE campaign_id = ${campaignId} AND invited_at IS NULL AND (${ids === null} OR pegawai_id = ANY (${[...(ids ?? [])]}::int[]))
    RETURNING pegawai_id`.execute(tx)
  return rows.map(row => row.pegawai_id)
}

/** Turns newcomers away: these, or all that wait for null. They do not come back by the rule. */
export async function turnAway(tx: Tx, campaignId: number, ids: readonly number[] | null, by: string, at: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    WITH gone AS (
      DELETE FROM campaign_participant
      WHERE campaign_id = ${campaignId} AND invited_at IS NULL AND (${ids === null} OR pegawai_id = ANY (${[...(ids ?? [])]}::int[]))
      RETURNING pegawai_id, instansi_id)
    INSERT INTO campaign_pick (pegawai_id, campaign_id, instansi_id, kind, made_by, made_at)
    SELECT pegawai_id, ${campaignId}::int, instansi_id, 'excluded', ${by}, ${at.toISOString()}::timestamptz FROM gone
    ON CONFLICT (pegawai_id, campaign_id) DO UPDATE SET kind = 'excluded'`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** Takes somebody out of a campaign: their open tasks are withdrawn, what was said stays. */
export async function takeOut(tx: Tx, campaignId: number, pegawaiId: number, at: Date): Promise<boolean> {
  const now = at.toISOString()
  const { rows } = await sql`
    UPDATE campaign_participant SET left_at = ${now}::timestamptz, left_why = 'removed'
    WHERE campaign_id = ${campaignId} AND pegawai_id = ${pegawaiId} AND left_at IS NULL AND invited_at IS NOT NULL RETURNING 1`.execute(
    tx,
  )
  await sql`
    UPDATE rating_task SET cancelled_at = ${now}::timestamptz, cancelled_why = 'left'
    WHERE campaign_id = ${campaignId} AND pegawai_id = ${pegawaiId} AND submitted_at IS NULL AND cancelled_at IS NULL`.execute(tx)
  return rows.length > 0
}

export type Pick = { kind: 'added' | 'excluded'; id: number; nip: string; name: string }

/** Taken in beside the rule, or left out in spite of it; with the people as far as the scope reaches. */
export async function picksOf(tx: Tx, campaignId: number): Promise<Pick[]> {
  const { rows } = await sql<Pick>`
    SELECT k.kind, k.pegawai_id AS id, p.nip, p.name FROM campaign_pick k JOIN pegawai p ON p.pegawai_id = k.pegawai_id
    WHERE k.campaign_id = ${campaignId} ORDER BY p.name, p.pegawai_id`.execute(tx)
  return rows
}

export async function savePicks(
  tx: Tx,
  campaignId: number,
  picks: readonly { id: number; kind: 'added' | 'excluded' }[],
  by: string,
  at: Date,
): Promise<void> {
  await sql`DELETE FROM campaign_pick WHERE campaign_id = ${campaignId}`.execute(tx)
  await sql`
    INSERT INTO campaign_pick (pegawai_id, campaign_id, instansi_id, kind, made_by, made_at)
    SELECT p.pegawai_id, ${campaignId}::int, p.instansi_id, g.kind, ${by}, ${at.toISOString()}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(picks)}::text::jsonb) AS g(id int, kind text) JOIN pegawai p ON p.pegawai_id = g.id
    ON CONFLICT DO NOTHING`.execute(tx)
}

export const askedOf = (campaign: Campaign, picks: readonly { id: number; kind: 'added' | 'excluded' }[]): Asked => ({
  instansiId: campaign.instansi.id,
  population: campaign.population,
  added: picks.filter(one => one.kind === 'added').map(one => one.id),
  excluded: picks.filter(one => one.kind === 'excluded').map(one => one.id),
})
