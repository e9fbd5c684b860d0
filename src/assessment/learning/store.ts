import { namesLike } from '../../people/index.ts'
import { sql, type Tx } from '../../platform/db/index.ts'
import type { Choice } from '../rules/choice.ts'
import { chosenLevels } from '../store/refresh.ts'
import type { EvidenceState } from './messages.ts'
import type { Outcome, Why } from './rules/evidence.ts'

/** What somebody passed, one competency of it, beside the level that counts and is valid on that day (null: none). */
export type Passed = {
  pegawaiId: number
  instansiId: number
  classId: number
  competencyId: number
  title: string
  completedOn: string
  score: number | null
  taught: number
  now: number | null
}

/** What these people passed in a class and was not taken for anything yet; an old dictionary's competency in the words of the new one. */
export async function passedIn(tx: Tx, classId: number, pegawaiIds: readonly number[]): Promise<Passed[]> {
  const { rows } = await sql<Passed>`
    WITH passed AS (
      SELECT l.pegawai_id, l.instansi_id, l.class_id, l.title, l.completed_on, l.final_score, coalesce(x.to_id, l.competency_id) AS competency_id,
             max(coalesce(x.to_level, l.level)) AS taught
      FROM learning_passed l LEFT JOIN competency_crosswalk x ON x.from_id = l.competency_id AND x.from_level = l.level
      WHERE l.class_id = ${classId}::int AND l.pegawai_id = ANY (${[...pegawaiIds]}::int[])
      GROUP BY 1, 2, 3, 4, 5, 6, 7)
    SELECT d.pegawai_id AS "pegawaiId", d.instansi_id AS "instansiId", d.class_id AS "classId", d.competency_id AS "competencyId", d.title,
      d.completed_on AS "completedOn", d.final_score::float8 AS score, d.taught, p.level AS now
    FROM passed d LEFT JOIN competency_profile p ON p.pegawai_id = d.pegawai_id AND p.competency_id = d.competency_id AND p.valid_until >= d.completed_on
    WHERE NOT EXISTS (SELECT FROM learning_evidence e
      WHERE e.pegawai_id = d.pegawai_id AND e.class_id = d.class_id AND e.competency_id = d.competency_id)
    ORDER BY 1, 4`.execute(tx)
  return rows
}

/** The levels of people that are valid and count on a day, by person and competency (`12 3`). */
export async function levelsNow(
  tx: Tx,
  instansiId: number,
  day: string,
  pegawaiIds: readonly number[],
  choice: Choice,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ key: string; level: number }>`
    SELECT pegawai_id || ' ' || competency_id AS key, level FROM (${chosenLevels(instansiId, day, pegawaiIds, choice)}) c
    WHERE valid_until >= ${day}::date`.execute(tx)
  return new Map(rows.map(row => [row.key, row.level]))
}

export type TakenRow = Passed & { outcome: Outcome; to: number | null; why: Why }

/** Keeps what was decided by rule; what another process kept in between stays. Answers how many were new. */
export async function keepTaken(tx: Tx, rows: readonly TakenRow[], by: { policyId: number | null; at: Date }): Promise<number> {
  const { numAffectedRows } = await sql`
    INSERT INTO learning_evidence (pegawai_id, instansi_id, instansi_then, class_id, competency_id, title, completed_on, score, level_taught, level_before,
      level_to, outcome, why, policy_id, made_at)
    SELECT g."pegawaiId", g."instansiId", g."instansiId", g."classId", g."competencyId", g.title, g."completedOn", g.score, g.taught, g.now, g."to", g.outcome,
      g.why, ${by.policyId}::int, ${by.at}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS g("pegawaiId" int, "instansiId" int, "classId" int, "competencyId" int, title text,
      "completedOn" date, score numeric, taught int, now int, "to" int, outcome text, why text)
    ON CONFLICT (pegawai_id, class_id, competency_id) DO NOTHING`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

export type Dropped = { pegawaiId: number; instansiId: number; competencyId: number; outcome: EvidenceState; to: number | null }
/** Takes away what the passing of these people in a class was taken for; a result that it gave no longer speaks and says why. */
export async function dropTaken(
  tx: Tx,
  classId: number,
  pegawaiIds: readonly number[],
  by: { at: Date; why: string; note: (title: string) => string },
): Promise<Dropped[]> {
  const { rows } = await sql<Dropped & { title: string; completedOn: string; why: Why }>`
    DELETE FROM learning_evidence WHERE class_id = ${classId}::int AND pegawai_id = ANY (${[...pegawaiIds]}::int[])
    RETURNING pegawai_id AS "pegawaiId", instansi_id AS "instansiId", competency_id AS "competencyId", outcome, level_to AS "to", title,
      completed_on AS "completedOn", why`.execute(tx)
  const given = rows.filter(row => row.outcome === 'raised' || row.outcome === 'accepted' || row.why === 'choice')
  await sql`
    UPDATE assessment_result r SET replaced_at = ${by.at}, replaced_why = ${by.why}
    FROM jsonb_to_recordset(${JSON.stringify(given.map(row => ({ ...row, note: by.note(row.title) })))}::jsonb)
      AS g("pegawaiId" int, "competencyId" int, "completedOn" date, note text)
    WHERE r.pegawai_id = g."pegawaiId" AND r.competency_id = g."competencyId" AND r.assessed_on = g."completedOn" AND r.method = 'pembelajaran'
      AND r.note = g.note AND r.replaced_at IS NULL`.execute(tx)
  return rows
}

export type Evidence = {
  id: number
  pegawaiId: number
  name: string
  nip: string
  unit: string
  instansiId: number
  classId: number
  competencyId: number
  competency: string
  competencyEn: string | null
  title: string
  completedOn: string
  score: number | null
  taught: number
  before: number | null
  to: number | null
  outcome: EvidenceState
  why: Why
  decidedName: string | null
  decidedAt: Date | null
  decidedWhy: string | null
}

const evidence = sql`
  SELECT e.id, e.pegawai_id AS "pegawaiId", p.name, p.nip, u.name AS unit, e.instansi_id AS "instansiId", e.class_id AS "classId",
    e.competency_id AS "competencyId", c.name AS competency, c.name_en AS "competencyEn", e.title, e.completed_on AS "completedOn",
    e.score::float8 AS score, e.level_taught AS taught, e.level_before AS before, e.level_to AS "to", e.outcome, e.why,
    e.decided_name AS "decidedName", e.decided_at AS "decidedAt", e.decided_why AS "decidedWhy"
  FROM learning_evidence e JOIN pegawai p ON p.pegawai_id = e.pegawai_id JOIN unit u ON u.id = p.unit_id JOIN competency c ON c.id = e.competency_id`

export type EvidenceFilter = { state: EvidenceState | null; q: string }
const where = ({ state, q }: EvidenceFilter) => sql`
  (${state}::text IS NULL OR e.outcome = ${state}) AND ${namesLike(sql`p.name || ' ' || p.nip || ' ' || e.title`, q)}`

/** Those in scope: what waits first, then the newest. */
export async function listEvidence(
  tx: Tx,
  filter: EvidenceFilter,
  offset: number,
  limit: number,
): Promise<(Evidence & { found: number })[]> {
  const { rows } = await sql<Evidence & { found: number }>`
    SELECT x.*, count(*) OVER ()::int AS found FROM (${evidence} WHERE ${where(filter)}) x
    ORDER BY x.outcome = 'proposed' DESC, x."completedOn" DESC, x.id DESC LIMIT ${limit} OFFSET ${offset}`.execute(tx)
  return rows
}

export const countProposed = async (tx: Tx): Promise<number> =>
  (await sql<{ n: number }>`SELECT count(*)::int AS n FROM learning_evidence WHERE outcome = 'proposed'`.execute(tx)).rows[0]!.n

/** What one person's learning was taken for, the newest first; empty outside the scope. */
export async function evidenceOf(tx: Tx, pegawaiId: number): Promise<Evidence[]> {
  return (
    await sql<Evidence>`${evidence} WHERE e.pegawai_id = ${pegawaiId}::int ORDER BY e.completed_on DESC, e.id DESC LIMIT 50`.execute(
      tx,
    )
  ).rows
}

/** What came of passing a class: levels risen by, levels known for the first time (nobody knows from where), proposals not decided yet. */
export type ClassLevels = { classId: number; risen: number; firstKnown: number; waiting: number }
/** Sums over people, and no person: run it in a job's transaction. */
export async function levelsByClass(tx: Tx, classIds: readonly number[]): Promise<ClassLevels[]> {
  const { rows } = await sql<ClassLevels>`
    SELECT class_id AS "classId",
      coalesce(sum(level_to - level_before) FILTER (WHERE outcome IN ('raised', 'accepted')), 0)::int AS risen,
      (count(*) FILTER (WHERE outcome IN ('raised', 'accepted') AND level_before IS NULL AND level_to IS NOT NULL))::int AS "firstKnown",
      (count(*) FILTER (WHERE outcome = 'proposed'))::int AS waiting
    FROM learning_evidence WHERE class_id = ANY (${[...classIds]}::int[]) GROUP BY 1 ORDER BY 1`.execute(tx)
  return rows
}

/** Open proposals by id, held until the transaction ends; those of `exceptOf` and those outside the scope are left out. */
export async function proposedForUpdate(tx: Tx, ids: readonly number[], exceptOf: number | null): Promise<Evidence[]> {
  const { rows } = await sql<Evidence>`
    ${evidence} WHERE e.id = ANY (${[...ids]}::int[]) AND e.outcome = 'proposed' AND e.pegawai_id IS DISTINCT FROM ${exceptOf}::int
    ORDER BY e.pegawai_id, e.id FOR UPDATE OF e`.execute(tx)
  return rows
}

/** Writes down what was decided; an accepted raise that moved nothing says so by `to` and `why`. */
export async function decide(
  tx: Tx,
  of: readonly Pick<Evidence, 'id' | 'pegawaiId' | 'to' | 'why'>[],
  made: { outcome: 'accepted' | 'rejected'; why: string | null; by: string; name: string; at: Date },
): Promise<void> {
  await sql`
    UPDATE learning_evidence e SET outcome = ${made.outcome}, decided_by = ${made.by}, decided_name = ${made.name}, decided_at = ${made.at},
      decided_why = ${made.why}, level_to = g."to", why = g.why
    FROM jsonb_to_recordset(${JSON.stringify(of)}::jsonb) AS g(id int, "pegawaiId" int, "to" int, why text)
    WHERE e.id = g.id AND e.pegawai_id = g."pegawaiId"`.execute(tx)
}
