import { type Db, sql, type Tx } from '../../platform/db/index.ts'
import type { Step } from '../rules/crosswalk.ts'

export type CrosswalkRow = Step & {
  fromCode: string
  from: string
  fromEn: string | null
  toCode: string
  to: string
  toEn: string | null
  legalBasis: string
}

const rowsWhere = (where: ReturnType<typeof sql>) => sql<CrosswalkRow>`
  SELECT x.from_id AS "fromId", x.from_level AS "fromLevel", x.to_id AS "toId", x.to_level AS "toLevel", x.legal_basis AS "legalBasis",
    f.code AS "fromCode", f.name AS "from", f.name_en AS "fromEn", t.code AS "toCode", t.name AS "to", t.name_en AS "toEn"
  FROM competency_crosswalk x JOIN competency f ON f.id = x.from_id JOIN competency t ON t.id = x.to_id
  WHERE ${where} ORDER BY f.sort, f.code, t.sort, t.code, x.from_level`

/** The levels of one dictionary said in the words of another. */
export const crosswalkBetween = async (db: Db | Tx, fromId: number, toId: number): Promise<CrosswalkRow[]> =>
  (await rowsWhere(sql`f.dictionary_id = ${fromId} AND t.dictionary_id = ${toId}`).execute(db)).rows

/** What leads to a competency, and where it leads. */
export const crosswalkOf = async (db: Db, competencyId: number): Promise<CrosswalkRow[]> =>
  (await rowsWhere(sql`x.from_id = ${competencyId} OR x.to_id = ${competencyId}`).execute(db)).rows

/** Puts these steps in the place of all that led from the one competency to the other. */
export async function savePairing(
  tx: Tx,
  pair: { fromId: number; toId: number },
  steps: readonly Step[],
  made: { by: string; at: Date; legalBasis: string },
): Promise<void> {
  await sql`DELETE FROM competency_crosswalk WHERE from_id = ${pair.fromId} AND to_id = ${pair.toId}`.execute(tx)
  await sql`
    INSERT INTO competency_crosswalk (from_id, from_level, to_id, to_level, legal_basis, made_by, made_at)
    SELECT t."fromId", t."fromLevel", t."toId", t."toLevel", ${made.legalBasis}::text, ${made.by}, ${made.at.toISOString()}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(steps)}::text::jsonb) AS t("fromId" int, "fromLevel" int, "toId" int, "toLevel" int)`.execute(
    tx,
  )
}

/** Whose standards are said anew: of these instansi (null: of all), and what ships. */
export type Owners = { instansiIds: readonly number[] | null; nation: boolean }

const using = (fromId: number, toId: number, { instansiIds, nation }: Owners) => sql`
  SELECT DISTINCT s.id FROM competency_crosswalk x JOIN competency f ON f.id = x.from_id AND f.dictionary_id = ${fromId}
  JOIN competency t ON t.id = x.to_id AND t.dictionary_id = ${toId}
  JOIN standard_level l ON l.competency_id = x.from_id AND l.level = x.from_level
  JOIN standard s ON s.id = l.standard_id AND s.state = 'active'
  WHERE (s.instansi_id IS NULL AND ${nation}) OR (s.instansi_id IS NOT NULL AND (${instansiIds === null} OR s.instansi_id = ANY (${[...(instansiIds ?? [])]}::int[])))`

/** How many standards in force say a level for which the crosswalk has a step. */
export async function countUsing(db: Db | Tx, fromId: number, toId: number, owners: Owners): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM (${using(fromId, toId, owners)}) u`.execute(db)
  return rows[0]!.n
}

export type Translated = { id: number; instansiId: number | null; jabatanId: number | null; version: number; levels: number }

/**
 * Makes a draft of each such standard in the new words: `translated` of rules/crosswalk.ts in SQL (crosswalk.db.test.ts proves the two equal).
 * A standard that has a draft already is left out.
 */
export async function draftTranslations(
  tx: Tx,
  fromId: number,
  toId: number,
  owners: Owners,
  made: { by: string; at: Date; legalBasis: string },
): Promise<Translated[]> {
  const { rows } = await sql<Translated>`
    WITH used AS MATERIALIZED (${using(fromId, toId, owners)}),
    made AS (
      INSERT INTO standard (instansi_id, jabatan_id, jenjang, urusan, family, version, state, legal_basis, verified, copied_from, made_by, made_at,
        summary, education, education_fields, golongan, performance_indicators)
      SELECT s.instansi_id, s.jabatan_id, s.jenjang, s.urusan, s.family,
        (SELECT max(v.version) + 1 FROM standard v WHERE v.instansi_id IS NOT DISTINCT FROM s.instansi_id AND v.jabatan_id IS NOT DISTINCT FROM s.jabatan_id
          AND v.jenjang IS NOT DISTINCT FROM s.jenjang AND v.urusan IS NOT DISTINCT FROM s.urusan AND v.family IS NOT DISTINCT FROM s.family),
        'draft', ${made.legalBasis}::text, s.verified, s.id, ${made.by}, ${made.at.toISOString()}::timestamptz,
        s.summary, s.education, s.education_fields, s.golongan, s.performance_indicators
      FROM used u JOIN standard s ON s.id = u.id ORDER BY s.id
      ON CONFLICT DO NOTHING RETURNING id, copied_from, instansi_id, jabatan_id, version),
    step AS (
      SELECT x.* FROM competency_crosswalk x JOIN competency f ON f.id = x.from_id AND f.dictionary_id = ${fromId}
      JOIN competency t ON t.id = x.to_id AND t.dictionary_id = ${toId}),
    said AS (
      SELECT m.id, l.competency_id, l.level, l.legal_basis, l.verified FROM made m JOIN standard_level l ON l.standard_id = m.copied_from
      WHERE NOT EXISTS (SELECT FROM step x WHERE x.from_id = l.competency_id AND x.from_level = l.level)
      UNION ALL
      SELECT m.id, x.to_id, x.to_level, l.legal_basis, NULL FROM made m JOIN standard_level l ON l.standard_id = m.copied_from
      JOIN step x ON x.from_id = l.competency_id AND x.from_level = l.level),
    levels AS (
      INSERT INTO standard_level (standard_id, competency_id, level, legal_basis, verified)
      SELECT DISTINCT ON (id, competency_id) id, competency_id, level, legal_basis, verified FROM said ORDER BY id, competency_id, level DESC
      RETURNING standard_id),
    requirements AS (
      INSERT INTO standard_qualification (standard_id, sort, kind, training_kind, name, also, months, importance, mandate_basis)
      SELECT m.id, q.sort, q.kind, q.training_kind, q.name, q.also, q.months, q.importance, q.mandate_basis
      FROM made m JOIN standard_qualification q ON q.standard_id = m.copied_from)
    SELECT m.id, m.instansi_id AS "instansiId", m.jabatan_id AS "jabatanId", m.version,
           (SELECT count(*)::int FROM levels l WHERE l.standard_id = m.id) AS levels
    FROM made m ORDER BY m.id`.execute(tx)
  return rows
}
