import { sql, type Tx } from '../../../platform/db/index.ts'
import type { Pairs } from '../rules/agreement.ts'

export type Asesor = { accountId: string; pegawaiId: number | null; name: string; from: string | null }

/**
 * Who assesses for an instansi: accounts with that role at the instansi, at who guides it or in a case, and those of people of the
 * instansi or of who guides it.
 */
export async function asesorFor(tx: Tx, instansiId: number): Promise<Asesor[]> {
  const { rows } = await sql<Asesor>`
    WITH near AS (SELECT ${instansiId}::int AS id UNION SELECT instansi_id FROM guides_of(${instansiId}))
    SELECT a.id AS "accountId", a.pegawai_id AS "pegawaiId", a.name, i.name AS from
    FROM identity.user_account a LEFT JOIN pegawai p ON p.pegawai_id = a.pegawai_id LEFT JOIN instansi i ON i.id = p.instansi_id
    WHERE a.closed_at IS NULL AND EXISTS (
      SELECT FROM identity.role_grant g
      WHERE g.account_id = a.id AND g.role = 'asesor' AND g.ended_at IS NULL
        AND (g.place = 'nation' OR g.instansi_id IN (SELECT id FROM near) OR p.instansi_id IN (SELECT id FROM near)
          OR (g.place = 'case' AND EXISTS (
            SELECT FROM identity.scope_case_person cp JOIN pegawai q ON q.pegawai_id = cp.pegawai_id
            WHERE cp.case_id = g.case_id AND q.instansi_id = ${instansiId}))))
    ORDER BY a.name, a.id`.execute(tx)
  return rows
}

/** Which people are meant: all of the campaign, narrowed by wave, office or to one person. */
export type Part = { wave: number | null; unitId: number | null; pegawaiId?: number }

/**
 * Gives everybody of a part who has no asesor yet `each` of the given asesor, in turn, so that all bear the same. Nobody assesses
 * themselves: then the next in turn does. Answers how many people got theirs.
 */
export async function assignAsesor(
  tx: Tx,
  campaignId: number,
  part: Part,
  asesor: readonly Pick<Asesor, 'accountId' | 'pegawaiId'>[],
  each: number,
  at: Date,
): Promise<number> {
  const { rows } = await sql<{ pegawai_id: number }>`
    WITH asesor AS (
      SELECT ordinality AS k, g."accountId" AS account_id, g."pegawaiId" AS pegawai_id
      FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(asesor)}::text::jsonb) AS ("accountId" text, "pegawaiId" int)) WITH ORDINALITY AS g("accountId", "pegawaiId", ordinality)),
    part AS MATERIALIZED (
      SELECT c.pegawai_id, c.instansi_id, c.jabatan_id, c.wave, p.name, row_number() OVER (ORDER BY c.pegawai_id) - 1 AS n
      FROM campaign_participant c JOIN pegawai p ON p.pegawai_id = c.pegawai_id JOIN unit u ON u.id = c.unit_id
      WHERE c.campaign_id = ${campaignId} AND c.invited_at IS NOT NULL AND c.left_at IS NULL AND c.results_at IS NULL
        AND (${part.wave}::int IS NULL OR c.wave = ${part.wave}) AND (${part.unitId}::int IS NULL OR coalesce(u.top_id, u.id) = ${part.unitId})
        AND (${part.pegawaiId ?? null}::int IS NULL OR c.pegawai_id = ${part.pegawaiId ?? null}::int)
        AND EXISTS (SELECT FROM campaign_demand d WHERE d.campaign_id = c.campaign_id AND d.jabatan_id = c.jabatan_id)
        AND NOT EXISTS (SELECT FROM rating_task t WHERE t.pegawai_id = c.pegawai_id AND t.campaign_id = c.campaign_id AND t.relation = 'asesor' AND t.cancelled_at IS NULL)),
    turn AS (
      SELECT part.*, a.pegawai_id AS rater_id, CASE WHEN a.pegawai_id IS NULL THEN a.account_id END AS rater_account,
        row_number() OVER (PARTITION BY part.pegawai_id ORDER BY (a.k - 1 + ${asesor.length}::int - (part.n * ${each}::int) % ${asesor.length}::int) % ${asesor.length}::int) AS nth
      FROM part JOIN asesor a ON a.pegawai_id IS DISTINCT FROM part.pegawai_id)
    INSERT INTO rating_task (pegawai_id, instansi_id, campaign_id, relation, rater_id, rater_account, rated_name, jabatan_id, wave, made_at)
    SELECT pegawai_id, instansi_id, ${campaignId}::int, 'asesor', rater_id, rater_account, name, jabatan_id, wave, ${at.toISOString()}::timestamptz
    FROM turn WHERE nth <= ${each}::int
    ON CONFLICT DO NOTHING RETURNING pegawai_id`.execute(tx)
  return new Set(rows.map(row => row.pegawai_id)).size
}

export type Load = { name: string; tasks: number; submitted: number }

/** What each asesor was given and has handed in. */
export async function asesorLoad(tx: Tx, campaignId: number): Promise<Load[]> {
  const { rows } = await sql<Load>`
    SELECT coalesce(q.name, a.name, b.name) AS name, count(*)::int AS tasks, count(t.submitted_at)::int AS submitted
    FROM rating_task t LEFT JOIN pegawai q ON q.pegawai_id = t.rater_id LEFT JOIN identity.user_account a ON a.id = t.rater_account
    LEFT JOIN identity.user_account b ON b.pegawai_id = t.rater_id
    WHERE t.campaign_id = ${campaignId} AND t.relation = 'asesor' AND t.cancelled_at IS NULL
    GROUP BY coalesce(t.rater_account, t.rater_id::text), 1 ORDER BY name`.execute(tx)
  return rows
}

export type CompetencyPairs = { id: number; code: string; name: string; nameEn: string | null; pairs: Pairs[] }
export type AsesorPairs = { name: string; pairs: Pairs[] }

/** What pairs of asesor said of the same person and competency, counted: by competency, and by asesor (the own level is `a`). */
export async function pairsOf(tx: Tx, campaignId: number): Promise<{ competencies: CompetencyPairs[]; asesor: AsesorPairs[] }> {
  const { rows } = await sql<{ competencies: CompetencyPairs[]; asesor: AsesorPairs[] }>`
    WITH said AS MATERIALIZED (
      SELECT r.pegawai_id, r.competency_id, coalesce(r.rater_account, r.rater_id::text) AS who, r.rater_id, r.rater_account, r.level
      FROM rating r WHERE r.campaign_id = ${campaignId} AND r.relation = 'asesor' AND r.submitted AND r.level IS NOT NULL),
    pair AS MATERIALIZED (
      SELECT a.competency_id, a.who, a.rater_id, a.rater_account, a.level AS a, b.level AS b, a.who < b.who AS once
      FROM said a JOIN said b ON b.pegawai_id = a.pegawai_id AND b.competency_id = a.competency_id AND b.who <> a.who),
    by_competency AS (
      SELECT competency_id, least(a, b) AS a, greatest(a, b) AS b, count(*)::int AS count FROM pair WHERE once GROUP BY 1, 2, 3),
    by_asesor AS (
      SELECT who, min(rater_id) AS rater_id, min(rater_account) AS rater_account, a, b, count(*)::int AS count FROM pair GROUP BY who, a, b)
    SELECT
      coalesce((SELECT jsonb_agg(to_jsonb(c) ORDER BY c.sort, c.code) FROM (
        SELECT k.id, k.code, k.name, k.name_en AS "nameEn", k.sort, jsonb_agg(jsonb_build_object('a', y.a, 'b', y.b, 'count', y.count)) AS pairs
        FROM by_competency y JOIN competency k ON k.id = y.competency_id GROUP BY k.id) c), '[]') AS competencies,
      coalesce((SELECT jsonb_agg(to_jsonb(s) ORDER BY s.name) FROM (
        SELECT coalesce(min(q.name), min(x.name), min(b.name), '–') AS name, jsonb_agg(jsonb_build_object('a', y.a, 'b', y.b, 'count', y.count)) AS pairs
        FROM by_asesor y LEFT JOIN pegawai q ON q.pegawai_id = y.rater_id LEFT JOIN identity.user_account x ON x.id = y.rater_account
        LEFT JOIN identity.user_account b ON b.pegawai_id = y.rater_id GROUP BY y.who) s), '[]') AS asesor`.execute(tx)
  return rows[0]!
}

/** Who may be picked by hand to rate somebody: active people of the same unit, or of the team, who were not asked yet. */
export type Eligible = { id: number; name: string; jabatan: string; relation: 'rekan' | 'bawahan' }

export async function eligibleRaters(tx: Tx, campaignId: number, pegawaiId: number): Promise<Eligible[]> {
  const { rows } = await sql<Eligible>`
    WITH who AS (
      SELECT 'bawahan' AS relation, t.pegawai_id FROM team_of(${pegawaiId}) AS t(pegawai_id)
      UNION
      SELECT 'rekan', q.pegawai_id FROM pegawai p JOIN pegawai q ON q.unit_id = p.unit_id WHERE p.pegawai_id = ${pegawaiId})
    SELECT DISTINCT ON (q.name, q.pegawai_id) q.pegawai_id AS id, q.name, j.name AS jabatan, who.relation
    FROM who JOIN pegawai q ON q.pegawai_id = who.pegawai_id AND q.status = 'aktif' JOIN jabatan j ON j.id = q.jabatan_id
    WHERE q.pegawai_id <> ${pegawaiId} AND NOT EXISTS (
      SELECT FROM rating_task t WHERE t.pegawai_id = ${pegawaiId} AND t.campaign_id = ${campaignId} AND t.rater_id = q.pegawai_id AND t.cancelled_at IS NULL)
    ORDER BY q.name, q.pegawai_id, who.relation`.execute(tx)
  return rows
}

export async function addRater(
  tx: Tx,
  campaignId: number,
  pegawaiId: number,
  rater: { relation: 'rekan' | 'bawahan' | 'asesor'; pegawaiId: number | null; accountId: string | null },
  at: Date,
): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO rating_task (pegawai_id, instansi_id, campaign_id, relation, rater_id, rater_account, rated_name, jabatan_id, wave, made_at)
    SELECT c.pegawai_id, c.instansi_id, c.campaign_id, ${rater.relation}, ${rater.pegawaiId}::int, ${rater.accountId}::text, p.name, c.jabatan_id, c.wave,
      ${at.toISOString()}::timestamptz
    FROM campaign_participant c JOIN pegawai p ON p.pegawai_id = c.pegawai_id
    WHERE c.campaign_id = ${campaignId} AND c.pegawai_id = ${pegawaiId} AND c.invited_at IS NOT NULL AND c.left_at IS NULL AND c.results_at IS NULL
    ON CONFLICT DO NOTHING RETURNING id`.execute(tx)
  return rows.length > 0
}

/** Takes a task back that was not handed in; what was typed stays. False: it was, or is no task of this person. */
export async function withdrawTask(tx: Tx, campaignId: number, pegawaiId: number, taskId: number, at: Date): Promise<boolean> {
  const { rows } = await sql`
    UPDATE rating_task SET cancelled_at = ${at.toISOString()}::timestamptz, cancelled_why = 'replaced'
    WHERE campaign_id = ${campaignId} AND pegawai_id = ${pegawaiId} AND id = ${taskId} AND submitted_at IS NULL AND cancelled_at IS NULL
    RETURNING id`.execute(tx)
  return rows.length > 0
}
