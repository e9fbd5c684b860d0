import { sql, type Tx } from '../../platform/db/index.ts'
import type { Content } from '../rules/content.ts'
import { ofTarget, type Target } from './version.ts'

type Made = { by: string; at: Date }

/** What a form has seen: the draft and how often it had been saved; '' where there was none. */
export const seenOf = (draft: { id: number; revision: number } | null) => (draft ? `${draft.id}.${draft.revision}` : '')

async function writeContent(tx: Tx, id: number, content: Content): Promise<void> {
  await sql`
    INSERT INTO standard_level (standard_id, competency_id, level, legal_basis, verified)
    SELECT ${id}::int, t."competencyId", t.level, t."legalBasis", t.verified
    FROM jsonb_to_recordset(${JSON.stringify(content.levels)}::text::jsonb)
      AS t("competencyId" int, level int, "legalBasis" text, verified boolean)`.execute(tx)
  const rows = content.qualifications.map((row, index) => ({ ...row, sort: index + 1 }))
  await sql`
    INSERT INTO standard_qualification (standard_id, sort, kind, training_kind, name, also, months, importance, mandate_basis)
    SELECT ${id}::int, t.sort, t.kind, t."trainingKind", t.name, ARRAY (SELECT jsonb_array_elements_text(t.also)), t.months, t.importance, t."mandateBasis"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      AS t(sort int, kind text, "trainingKind" text, name text, also jsonb, months int, importance text, "mandateBasis" text)`.execute(
    tx,
  )
}

/**
 * Keeps a draft, in the place of the one that was seen. Null, and nothing written, where by now another draft stands there, or none where one
 * was seen.
 */
export async function saveDraft(
  tx: Tx,
  target: Target,
  seen: string,
  draft: { content: Content; legalBasis: string | null; copiedFrom: number | null },
  { by, at }: Made,
): Promise<number | null> {
  const { form } = draft.content
  const made = sql`${by}, ${at.toISOString()}::timestamptz`
  const texts = sql`${form.summary}, ${form.education}, ${form.educationFields}, ${form.golongan}, ${form.performanceIndicators}`
  const standing = await sql<{ id: number; revision: number }>`
    SELECT s.id, s.revision FROM standard s WHERE ${ofTarget(target)} AND s.state = 'draft' FOR UPDATE`.execute(tx)
  const before = standing.rows[0] ?? null
  if (seenOf(before) !== seen) return null
  if (before) {
    await sql`DELETE FROM standard_level WHERE standard_id = ${before.id}`.execute(tx)
    await sql`DELETE FROM standard_qualification WHERE standard_id = ${before.id}`.execute(tx)
    await sql`
      UPDATE standard SET revision = revision + 1, legal_basis = ${draft.legalBasis}, (made_by, made_at) = (${made}),
        (summary, education, education_fields, golongan, performance_indicators) = (${texts}) WHERE id = ${before.id}`.execute(tx)
    await writeContent(tx, before.id, draft.content)
    return before.id
  }
  const { rows } = await sql<{ id: number }>`
    INSERT INTO standard (instansi_id, jabatan_id, jenjang, urusan, family, version, state, legal_basis, copied_from, made_by, made_at,
      summary, education, education_fields, golongan, performance_indicators)
    SELECT ${target.instansiId}::int, ${target.jabatanId}::int, ${target.jenjang}::text, ${target.urusan}::text, ${target.family}::text,
      coalesce(max(s.version), 0) + 1, 'draft', ${draft.legalBasis}::text, ${draft.copiedFrom}::int, ${made}, ${texts}
    FROM standard s WHERE ${ofTarget(target)}
    ON CONFLICT DO NOTHING RETURNING id`.execute(tx)
  const id = rows[0]?.id ?? null
  if (id !== null) await writeContent(tx, id, draft.content)
  return id
}

/** `a` and `b` are versions of the same standard. */
const sameStandard = sql`(a.jabatan_id = b.jabatan_id OR (a.jabatan_id IS NULL AND b.jabatan_id IS NULL AND a.jenjang = b.jenjang
  AND a.instansi_id IS NOT DISTINCT FROM b.instansi_id AND a.urusan IS NOT DISTINCT FROM b.urusan AND a.family IS NOT DISTINCT FROM b.family))`

export type Moved = { id: number; instansiId: number | null; jabatanId: number | null; version: number; levels: number }

/**
 * Puts drafts in force from `today` on and archives what held before them. A draft that says nothing itself leaves nothing in force: what is
 * inherited holds again. Drafts that by now are none, or were saved since they were read (`revision`; null: whatever it is), are left alone.
 */
export async function activateDrafts(
  tx: Tx,
  drafts: readonly { id: number; revision: number | null }[],
  set: { by: string; at: Date; today: string; legalBasis: string | null },
): Promise<Moved[]> {
  const at = set.at.toISOString()
  const { rows } = await sql<Moved & { empty: boolean }>`
    SELECT s.id, s.instansi_id AS "instansiId", s.jabatan_id AS "jabatanId", s.version, n.levels,
      n.levels = 0 AND num_nonnulls(s.summary, s.education, s.education_fields, s.golongan, s.performance_indicators) = 0
        AND NOT EXISTS (SELECT FROM standard_qualification q WHERE q.standard_id = s.id) AS empty
    FROM jsonb_to_recordset(${JSON.stringify(drafts)}::text::jsonb) AS d(id int, revision int)
    JOIN standard s ON s.id = d.id AND s.state = 'draft' AND s.revision = coalesce(d.revision, s.revision)
    CROSS JOIN LATERAL (SELECT count(*)::int AS levels FROM standard_level l WHERE l.standard_id = s.id) n
    ORDER BY s.id FOR UPDATE OF s`.execute(tx)
  const ids = rows.map(row => row.id)
  const empty = rows.filter(row => row.empty).map(row => row.id)
  await sql`
    UPDATE standard a SET state = 'archived', active_until = greatest(a.active_from, ${set.today}::date),
      ended_by = CASE WHEN b.id = ANY (${empty}::int[]) THEN ${set.by} END,
      ended_at = CASE WHEN b.id = ANY (${empty}::int[]) THEN ${at}::timestamptz END,
      ended_why = CASE WHEN b.id = ANY (${empty}::int[]) THEN ${set.legalBasis} END
    FROM standard b WHERE b.id = ANY (${ids}::int[]) AND a.state = 'active' AND ${sameStandard}`.execute(tx)
  await deleteDrafts(tx, empty)
  await sql`
    UPDATE standard SET state = 'active', active_from = ${set.today}::date, legal_basis = coalesce(${set.legalBasis}::text, legal_basis),
      set_by = ${set.by}, set_at = ${at}::timestamptz
    WHERE id = ANY (${ids}::int[]) AND state = 'draft'`.execute(tx)
  return rows
}

/** Throws drafts away; answers those that were one. */
export async function deleteDrafts(tx: Tx, ids: readonly number[]): Promise<Moved[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Moved>`
    SELECT s.id, s.instansi_id AS "instansiId", s.jabatan_id AS "jabatanId", s.version,
      (SELECT count(*)::int FROM standard_level l WHERE l.standard_id = s.id) AS levels
    FROM standard s WHERE s.id = ANY (${[...ids]}::int[]) AND s.state = 'draft' ORDER BY s.id FOR UPDATE`.execute(tx)
  const found = rows.map(row => row.id)
  await sql`DELETE FROM standard_level WHERE standard_id = ANY (${found}::int[])`.execute(tx)
  await sql`DELETE FROM standard_qualification WHERE standard_id = ANY (${found}::int[])`.execute(tx)
  await sql`UPDATE standard SET copied_from = NULL WHERE copied_from = ANY (${found}::int[])`.execute(tx)
  await sql`DELETE FROM standard WHERE id = ANY (${found}::int[])`.execute(tx)
  return rows
}

/** Ends a version that is in force without putting another in its place; false where it is not. */
export async function endVersion(
  tx: Tx,
  id: number,
  end: { by: string; at: Date; today: string; why: string },
): Promise<boolean> {
  const { rows } = await sql`
    UPDATE standard SET state = 'archived', active_until = greatest(active_from, ${end.today}::date), ended_by = ${end.by},
      ended_at = ${end.at.toISOString()}::timestamptz, ended_why = ${end.why}
    WHERE id = ${id} AND state = 'active' RETURNING id`.execute(tx)
  return rows.length > 0
}

/** The instansi that have jabatan of which these standards speak. */
export async function instansiUnder(tx: Tx, ids: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT DISTINCT instansi_id AS id FROM jabatan_under(${[...ids]}::int[]) ORDER BY 1`.execute(tx)
  return rows.map(row => row.id)
}

/** The jabatan of which a standard speaks. */
export async function jabatanUnder(tx: Tx, id: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`SELECT jabatan_id AS id FROM jabatan_under(ARRAY[${id}::int]) ORDER BY 1`.execute(tx)
  return rows.map(row => row.id)
}

/** Whose these standards are; null: they ship. */
export async function ownersOf(tx: Tx, ids: readonly number[]): Promise<Map<number, number | null>> {
  const { rows } = await sql<{ id: number; owner: number | null }>`
    SELECT id, instansi_id AS owner FROM standard WHERE id = ANY (${[...ids]}::int[])`.execute(tx)
  return new Map(rows.map(row => [row.id, row.owner]))
}
