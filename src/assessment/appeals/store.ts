import { namesLike } from '../../people/index.ts'
import { sql, type Tx } from '../../platform/db/index.ts'
import type { Method } from '../labels.ts'
import type { AppealState, RatedBy } from './rules/appeal.ts'

export type Appeal = {
  id: number
  pegawaiId: number
  name: string
  nip: string
  unit: string
  instansiId: number
  instansi: string
  timeZone: string
  competencyId: number
  code: string
  competency: string
  competencyEn: string | null
  resultId: number
  method: Method
  assessedOn: string
  validUntil: string
  assessor: string | null
  campaignId: number | null
  recordedBy: string | null
  requiredThen: number | null
  levelBefore: number
  state: AppealState
  reason: string
  filedBy: string
  filedAt: Date
  dueOn: string
  readerId: string | null
  reader: string | null
  assignedAt: Date | null
  opinionLevel: number | null
  opinion: string | null
  readAt: Date | null
  outcome: 'upheld' | 'changed' | null
  levelAfter: number | null
  grounds: string | null
  decider: string | null
  decidedAt: Date | null
}

const appeals = sql`
  SELECT a.id, a.pegawai_id AS "pegawaiId", p.name, p.nip, u.name AS unit, a.instansi_id AS "instansiId", i.name AS instansi, i.time_zone AS "timeZone",
    a.competency_id AS "competencyId", c.code, c.name AS competency, c.name_en AS "competencyEn", a.result_id AS "resultId", r.method,
    r.assessed_on AS "assessedOn", r.valid_until AS "validUntil", r.assessor, r.campaign_id AS "campaignId", r.recorded_by AS "recordedBy",
    r.required_then AS "requiredThen", a.level_before AS "levelBefore", a.state, a.reason, a.filed_by AS "filedBy", a.filed_at AS "filedAt", a.due_on AS "dueOn",
    a.reader_id AS "readerId", ra.name AS reader, a.assigned_at AS "assignedAt", a.opinion_level AS "opinionLevel", a.opinion, a.read_at AS "readAt",
    a.outcome, a.level_after AS "levelAfter", a.grounds, da.name AS decider, a.decided_at AS "decidedAt"
  FROM appeal a
  JOIN pegawai p ON p.pegawai_id = a.pegawai_id JOIN unit u ON u.id = p.unit_id JOIN instansi i ON i.id = a.instansi_id
  JOIN competency c ON c.id = a.competency_id JOIN assessment_result r ON r.pegawai_id = a.pegawai_id AND r.id = a.result_id
  LEFT JOIN identity.user_account ra ON ra.id = a.reader_id LEFT JOIN identity.user_account da ON da.id = a.decided_by`

export async function appealById(tx: Tx, id: number): Promise<Appeal | null> {
  return (await sql<Appeal>`${appeals} WHERE a.id = ${id}`.execute(tx)).rows[0] ?? null
}

/** The same, held until the transaction ends: of two who decide at once the second sees the first. */
export async function appealForUpdate(tx: Tx, id: number): Promise<Appeal | null> {
  return (await sql<Appeal>`${appeals} WHERE a.id = ${id} FOR UPDATE OF a`.execute(tx)).rows[0] ?? null
}

/** The appeals that wait for the opinion of an account, read across scopes: run it in a job's transaction. */
export async function appealsToRead(tx: Tx, accountId: string): Promise<Appeal[]> {
  return (
    await sql<Appeal>`${appeals} WHERE a.reader_id = ${accountId} AND a.state = 'reading' ORDER BY a.due_on, a.id`.execute(tx)
  ).rows
}

/** Who handed in a rating of the person in the campaign that made the result: run it in a job's transaction. */
export async function ratersOf(tx: Tx, { pegawaiId, campaignId }: Pick<Appeal, 'pegawaiId' | 'campaignId'>): Promise<RatedBy[]> {
  const { rows } = await sql<RatedBy>`
    SELECT DISTINCT rater_id AS "pegawaiId", rater_account AS "accountId" FROM rating_task
    WHERE pegawai_id = ${pegawaiId} AND campaign_id = ${campaignId}::int AND submitted_at IS NOT NULL`.execute(tx)
  return rows
}

export type AppealFilter = { instansiId: number | null; state: 'open' | AppealState | null; q: string }
const where = (f: AppealFilter) => sql`
  (${f.instansiId}::int IS NULL OR a.instansi_id = ${f.instansiId}::int) AND ${namesLike(sql`p.name || ' ' || c.name`, f.q)}
  AND (${f.state}::text IS NULL OR a.state = ${f.state} OR (${f.state} = 'open' AND a.state IN ('filed', 'reading', 'read')))`

/** Those in scope, the one that is due first on top, the decided below. */
export async function listAppeals(
  tx: Tx,
  filter: AppealFilter,
  offset: number,
  limit: number,
): Promise<(Appeal & { total: number })[]> {
  const { rows } = await sql<Appeal & { total: number }>`
    SELECT x.*, count(*) OVER ()::int AS total FROM (${appeals} WHERE ${where(filter)}) x
    ORDER BY x.state IN ('decided', 'withdrawn'), x."dueOn", x.id LIMIT ${limit} OFFSET ${offset}`.execute(tx)
  return rows
}

export async function openCounts(tx: Tx, instansiId: number | null, today: string): Promise<{ open: number; late: number }> {
  const { rows } = await sql<{ open: number; late: number }>`
    SELECT count(*)::int AS open, (count(*) FILTER (WHERE due_on < ${today}::date))::int AS late FROM appeal
    WHERE state IN ('filed', 'reading', 'read') AND (${instansiId}::int IS NULL OR instansi_id = ${instansiId}::int)`.execute(tx)
  return rows[0]!
}

export type ResultAppealed = {
  id: number
  pegawaiId: number
  instansiId: number
  timeZone: string
  competencyId: number
  code: string
  competency: string
  competencyEn: string | null
  level: number
  method: Method
  assessedOn: string
  assessor: string | null
  recordedOn: string
  replaced: boolean
  hasOpenAppeal: boolean
}

/** One result of a person with what filing depends on; null outside the scope. */
export async function resultToAppeal(tx: Tx, pegawaiId: number, resultId: number): Promise<ResultAppealed | null> {
  const { rows } = await sql<ResultAppealed>`
    SELECT r.id, r.pegawai_id AS "pegawaiId", r.instansi_id AS "instansiId", i.time_zone AS "timeZone", r.competency_id AS "competencyId", c.code,
      c.name AS competency, c.name_en AS "competencyEn", r.level, r.method, r.assessed_on AS "assessedOn", r.assessor,
      (r.recorded_at AT TIME ZONE i.time_zone)::date AS "recordedOn", r.replaced_at IS NOT NULL AS replaced,
      EXISTS (SELECT FROM appeal a WHERE a.pegawai_id = r.pegawai_id AND a.result_id = r.id AND a.state IN ('filed', 'reading', 'read')) AS "hasOpenAppeal"
    FROM assessment_result r JOIN competency c ON c.id = r.competency_id JOIN instansi i ON i.id = r.instansi_id
    WHERE r.pegawai_id = ${pegawaiId} AND r.id = ${resultId}`.execute(tx)
  return rows[0] ?? null
}

/** Files one; null where another was filed at the same moment. */
export async function insertAppeal(
  tx: Tx,
  of: { result: ResultAppealed; reason: string; by: string; at: Date; dueOn: string; policyId: number | null },
): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO appeal (pegawai_id, instansi_id, instansi_then, result_id, competency_id, level_before, state, reason, filed_by, filed_at, due_on, policy_id)
    VALUES (${of.result.pegawaiId}, ${of.result.instansiId}, ${of.result.instansiId}, ${of.result.id}, ${of.result.competencyId}, ${of.result.level}, 'filed',
      ${of.reason}, ${of.by}, ${of.at.toISOString()}, ${of.dueOn}, ${of.policyId})
    ON CONFLICT DO NOTHING RETURNING id`.execute(tx)
  return rows[0]?.id ?? null
}

export async function assignReader(tx: Tx, id: number, readerId: string, by: string, at: Date): Promise<void> {
  await sql`UPDATE appeal SET state = 'reading', reader_id = ${readerId}, assigned_by = ${by}, assigned_at = ${at.toISOString()} WHERE id = ${id}`.execute(
    tx,
  )
}
export async function writeOpinion(tx: Tx, id: number, level: number, opinion: string, at: Date): Promise<void> {
  await sql`UPDATE appeal SET state = 'read', opinion_level = ${level}, opinion = ${opinion}, read_at = ${at.toISOString()} WHERE id = ${id}`.execute(
    tx,
  )
}
export async function withdrawAppeal(tx: Tx, id: number): Promise<void> {
  await sql`UPDATE appeal SET state = 'withdrawn' WHERE id = ${id}`.execute(tx)
}
export async function writeDecision(
  tx: Tx,
  appeal: Appeal,
  decision: { outcome: 'upheld' | 'changed'; level: number | null; grounds: string; by: string; at: Date },
): Promise<void> {
  await sql`
    UPDATE appeal SET state = 'decided', outcome = ${decision.outcome}, level_after = ${decision.level}::int, grounds = ${decision.grounds},
      decided_by = ${decision.by}, decided_at = ${decision.at.toISOString()},
      new_result_id = CASE WHEN ${decision.outcome} = 'changed' THEN (
        SELECT max(r.id) FROM assessment_result r WHERE r.pegawai_id = ${appeal.pegawaiId} AND r.competency_id = ${appeal.competencyId}
          AND r.method = ${appeal.method} AND r.assessed_on = ${appeal.assessedOn} AND r.replaced_at IS NULL) END
    WHERE id = ${appeal.id}`.execute(tx)
}
