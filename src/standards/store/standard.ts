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
  FROM competency c WHERE (${only}::text IS NULL OR c.code = ${only}) ORDER BY c.sort, c.code`

/** The dictionary, in its own order. Not person data. */
export const listCompetencies = async (db: Db): Promise<Competency[]> => (await competencies(null).execute(db)).rows

export const competencyByCode = async (db: Db, code: string): Promise<Competency | null> =>
  (await competencies(code).execute(db)).rows[0] ?? null

export type ClassDemand = { jenjang: Jenjang; urusan: string | null; level: number }

/** The classes that ask for a competency by default. */
export async function classesAsking(db: Db, competencyId: number): Promise<ClassDemand[]> {
  const { rows } = await sql<ClassDemand>`
    SELECT jenjang, urusan, level FROM class_standard WHERE competency_id = ${competencyId} ORDER BY urusan NULLS FIRST, jenjang`.execute(
    db,
  )
  return rows
}

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
  /** What the class asks; null where only the jabatan itself asks for it. */
  classLevel: number | null
  legalBasis: string | null
  verified: boolean
}

/** What a jabatan demands, competency by competency: its own level where one is set, else the default of its class. */
export async function requirementsOf(tx: Tx | Db, jabatanId: number): Promise<Requirement[]> {
  const { rows } = await sql<Requirement>`
    SELECT c.id AS "competencyId", c.code, c.name, c.name_en AS "nameEn", c.pillar, coalesce(s.level, k.level) AS level,
           s.level IS NULL AS "fromClass", l.label AS "levelLabel", k.level AS "classLevel",
           CASE WHEN s.level IS NULL THEN k.legal_basis ELSE s.legal_basis END AS "legalBasis",
           CASE WHEN s.level IS NULL THEN k.verified ELSE true END AS verified
    FROM jabatan j
    CROSS JOIN competency c
    LEFT JOIN jabatan_standard s ON s.jabatan_id = j.id AND s.competency_id = c.id
    LEFT JOIN LATERAL (
      SELECT k.level, k.legal_basis, k.verified FROM class_standard k
      WHERE k.competency_id = c.id AND k.jenjang = j.jenjang AND (k.urusan IS NULL OR k.urusan = j.urusan)
      ORDER BY k.urusan NULLS LAST LIMIT 1) k ON true
    LEFT JOIN competency_level l ON l.competency_id = c.id AND l.level = coalesce(s.level, k.level)
    WHERE j.id = ${jabatanId} AND coalesce(s.level, k.level) IS NOT NULL
    ORDER BY c.sort, c.code`.execute(tx)
  return rows
}

export type OwnLevel = { competencyId: number; level: number; legalBasis: string | null }

/** Makes exactly these levels the jabatan's own; what is not among them follows the class again. Rows that stay the same are not touched. */
export async function saveOwnLevels(tx: Tx, jabatanId: number, levels: readonly OwnLevel[], now: Date): Promise<void> {
  const ids = levels.map(row => row.competencyId)
  await sql`DELETE FROM jabatan_standard WHERE jabatan_id = ${jabatanId} AND competency_id <> ALL (${ids}::int[])`.execute(tx)
  await sql`
    INSERT INTO jabatan_standard AS s (jabatan_id, competency_id, level, legal_basis, updated_at)
    SELECT ${jabatanId}::int, t."competencyId", t.level, t."legalBasis", ${now.toISOString()}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(levels)}::text::jsonb) AS t("competencyId" int, level int, "legalBasis" text)
    ON CONFLICT (jabatan_id, competency_id) DO UPDATE
      SET level = excluded.level, legal_basis = excluded.legal_basis, import_id = NULL, updated_at = excluded.updated_at
      WHERE (s.level, s.legal_basis) IS DISTINCT FROM (excluded.level, excluded.legal_basis)`.execute(tx)
}
