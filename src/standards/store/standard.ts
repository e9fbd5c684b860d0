import { type Db, sql, type Tx } from '../../platform/db/index.ts'
import type { Jenjang, Pillar } from '../../regulation/index.ts'

export type Competency = {
  id: number
  code: string
  name: string
  nameEn: string | null
  pillar: Pillar
  urusan: string | null
  legalBasis: string
  /** False where no official text was seen: a default that says so on screen. */
  verified: boolean
  levels: { level: number; label: string }[]
}

const competencies = (only: string | null) => sql<Competency>`
  SELECT c.id, c.code, c.name, c.name_en AS "nameEn", c.pillar, c.urusan, c.legal_basis AS "legalBasis", c.verified,
         coalesce((SELECT jsonb_agg(jsonb_build_object('level', l.level, 'label', l.label) ORDER BY l.level)
                   FROM competency_level l WHERE l.competency_id = c.id), '[]') AS levels
  FROM competency c WHERE c.active AND (${only}::text IS NULL OR c.code = ${only}) ORDER BY c.sort, c.code`

/** The dictionary, in its own order. Not person data. */
export const listCompetencies = async (db: Db): Promise<Competency[]> => (await competencies(null).execute(db)).rows

export const competencyByCode = async (db: Db, code: string): Promise<Competency | null> =>
  (await competencies(code).execute(db)).rows[0] ?? null

export type ClassDemand = { jenjang: Jenjang; urusan: string | null; family: string | null; level: number }

/** The classes that ask for a competency by default, as what ships and who guides say now. */
export async function classesAsking(db: Db, competencyId: number): Promise<ClassDemand[]> {
  const { rows } = await sql<ClassDemand>`
    SELECT DISTINCT s.jenjang, s.urusan, s.family, l.level
    FROM standard_level l JOIN standard s ON s.id = l.standard_id AND s.state = 'active' AND s.jabatan_id IS NULL AND s.instansi_id IS NULL
    WHERE l.competency_id = ${competencyId} ORDER BY s.urusan NULLS FIRST, s.jenjang`.execute(db)
  return rows
}

export type Origin = 'own' | 'instansi' | 'pembina' | 'guide' | 'national'

export type Requirement = {
  competencyId: number
  code: string
  name: string
  nameEn: string | null
  pillar: Pillar
  level: number
  /** True where the default of the class holds, false where the jabatan has a level of its own. */
  fromClass: boolean
  levelLabel: string | null
  /** Who says so: the jabatan's own standard, the instansi's class, an instansi pembina, who guides, or what ships. */
  origin: Origin
  standardId: number
  /** What the class asks; null where only the jabatan itself asks for it. */
  classLevel: number | null
  classOrigin: Origin | null
  legalBasis: string | null
  verified: boolean
}

/** What a jabatan demands on a day, competency by competency: of the standards that speak of it the nearest. */
export async function requirementsOf(tx: Tx | Db, jabatanId: number, today: string): Promise<Requirement[]> {
  const { rows } = await sql<Requirement>`
    WITH said AS MATERIALIZED (
      SELECT s.standard_id, s.origin, s.place, l.competency_id, l.level, coalesce(l.legal_basis, t.legal_basis) AS legal_basis,
             coalesce(l.verified, t.verified) AS verified
      FROM standards_of(ARRAY[${jabatanId}::int], ${today}::date) s
      JOIN standard t ON t.id = s.standard_id JOIN standard_level l ON l.standard_id = s.standard_id),
    nearest AS (SELECT DISTINCT ON (competency_id) * FROM said ORDER BY competency_id, place, standard_id DESC),
    class AS (SELECT DISTINCT ON (competency_id) * FROM said WHERE origin <> 'own' ORDER BY competency_id, place, standard_id DESC)
    SELECT c.id AS "competencyId", c.code, c.name, c.name_en AS "nameEn", c.pillar, n.level, n.origin <> 'own' AS "fromClass", n.origin,
           n.standard_id AS "standardId", l.label AS "levelLabel", k.level AS "classLevel", k.origin AS "classOrigin",
           n.legal_basis AS "legalBasis", n.verified
    FROM nearest n JOIN competency c ON c.id = n.competency_id AND c.active
    LEFT JOIN class k ON k.competency_id = n.competency_id
    LEFT JOIN competency_level l ON l.competency_id = c.id AND l.level = n.level
    ORDER BY c.sort, c.code`.execute(tx)
  return rows
}

export type OwnLevel = { competencyId: number; level: number; legalBasis: string | null }

/**
 * Puts a new version of a jabatan's own standard in force with exactly these levels; the one before is kept, archived. Without levels
 * nothing is its own any more and it follows the class. Answers the new version's id, null where there is none.
 */
export async function saveOwnLevels(
  tx: Tx,
  jabatanId: number,
  levels: readonly OwnLevel[],
  made: { by: string; at: Date; today: string },
): Promise<number | null> {
  const at = made.at.toISOString()
  const { rows: before } = await sql<{ id: number }>`
    UPDATE standard SET state = 'archived', active_until = greatest(active_from, ${made.today}::date)
    WHERE jabatan_id = ${jabatanId} AND state = 'active' RETURNING id`.execute(tx)
  if (levels.length === 0) return null
  const { rows } = await sql<{ id: number }>`
    INSERT INTO standard (instansi_id, jabatan_id, version, state, legal_basis, active_from, copied_from, made_by, made_at, set_by, set_at,
      summary, education, education_fields, golongan, performance_indicators)
    SELECT j.instansi_id, j.id, coalesce((SELECT max(version) FROM standard v WHERE v.jabatan_id = j.id), 0) + 1, 'active', ${levels[0]!.legalBasis},
      ${made.today}::date, b.id, ${made.by}, ${at}::timestamptz, ${made.by}, ${at}::timestamptz,
      b.summary, b.education, b.education_fields, b.golongan, b.performance_indicators
    FROM jabatan j LEFT JOIN standard b ON b.id = ${before[0]?.id ?? null}::int WHERE j.id = ${jabatanId} RETURNING id`.execute(tx)
  const id = rows[0]!.id
  await sql`
    INSERT INTO standard_level (standard_id, competency_id, level, legal_basis)
    SELECT ${id}::int, t."competencyId", t.level, t."legalBasis"
    FROM jsonb_to_recordset(${JSON.stringify(levels)}::text::jsonb) AS t("competencyId" int, level int, "legalBasis" text)`.execute(tx)
  await sql`
    INSERT INTO standard_qualification (standard_id, sort, kind, training_kind, name, also, months, importance, mandate_basis)
    SELECT ${id}::int, sort, kind, training_kind, name, also, months, importance, mandate_basis
    FROM standard_qualification WHERE standard_id = ${before[0]?.id ?? null}::int`.execute(tx)
  return id
}
