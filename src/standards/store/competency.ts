import type { RawBuilder } from 'kysely'
import { type Db, sql, type Tx } from '../../platform/db/index.ts'
import type { Jenjang, Pillar } from '../../regulation/index.ts'
import type { State } from '../rules/lifecycle.ts'

export type CompetencyLevel = { level: number; label: string; indicators: string[] }

export type Competency = {
  id: number
  code: string
  name: string
  nameEn: string | null
  pillar: Pillar
  urusan: string | null
  definition: string | null
  legalBasis: string
  /** False where no official text was seen: a default that says so on screen. */
  verified: boolean
  /** The instansi pembina of a functional jabatan. */
  pembina: string | null
  pembinaId: number | null
  /** False while its dictionary is a draft or archived. */
  active: boolean
  dictionary: { id: number; name: string; state: State; owner: string | null }
  levels: CompetencyLevel[]
}

const competencies = (where: RawBuilder<unknown>) => sql<Competency>`
  SELECT c.id, c.code, c.name, c.name_en AS "nameEn", c.pillar, c.urusan, c.definition, c.legal_basis AS "legalBasis", c.verified,
         p.name AS pembina, c.pembina_id AS "pembinaId", c.active,
         jsonb_build_object('id', d.id, 'name', d.name, 'state', d.state, 'owner', o.name) AS dictionary,
         coalesce((SELECT jsonb_agg(jsonb_build_object('level', l.level, 'label', l.label, 'indicators', l.indicators) ORDER BY l.level)
                   FROM competency_level l WHERE l.competency_id = c.id), '[]') AS levels
  FROM competency c JOIN dictionary d ON d.id = c.dictionary_id
  LEFT JOIN instansi o ON o.id = d.instansi_id LEFT JOIN instansi p ON p.id = c.pembina_id
  WHERE ${where} ORDER BY d.instansi_id NULLS FIRST, d.id, c.sort, c.code`

/** All competencies in force, in the order of their dictionaries. Not person data. */
export const listCompetencies = async (db: Db | Tx): Promise<Competency[]> => (await competencies(sql`c.active`).execute(db)).rows

/** Whose words an instansi may use: the nation's, its own, those of who guides it and of ministries and agencies. Null: the nation's. */
export const usableBy = (instansiId: number | null) => sql`
  (d.instansi_id IS NULL OR d.instansi_id = ${instansiId}::int OR o.kind IN ('kementerian', 'lembaga')
   OR d.instansi_id IN (SELECT g.instansi_id FROM guides_of(${instansiId}::int) g))`

/** The competencies in force that a standard of this instansi may ask for. */
export const usableCompetencies = async (db: Db | Tx, instansiId: number | null): Promise<Competency[]> =>
  (await competencies(sql`c.active AND ${usableBy(instansiId)}`).execute(db)).rows

/** What an address `/kamus/M.1` means: the competency in force of that code, else the latest; or that of one dictionary. */
export async function competencyByCode(db: Db, code: string, dictionaryId: number | null = null): Promise<Competency | null> {
  const { rows } = await competencies(
    sql`c.code = ${code} AND d.state <> 'draft' AND (${dictionaryId}::int IS NULL OR d.id = ${dictionaryId}::int)`,
  ).execute(db)
  return rows.find(row => row.active) ?? rows.at(-1) ?? null
}

export const competenciesById = async (db: Db | Tx, ids: readonly number[]): Promise<Map<number, Competency>> =>
  new Map((await competencies(sql`c.id = ANY (${[...ids]}::int[])`).execute(db)).rows.map(row => [row.id, row]))

export const competenciesOf = async (db: Db | Tx, dictionaryId: number): Promise<Competency[]> =>
  (await competencies(sql`c.dictionary_id = ${dictionaryId}::int`).execute(db)).rows

export type ClassDemand = { jenjang: Jenjang; urusan: string | null; family: string | null; owner: string | null; level: number }

/** The classes that ask for a competency: as what ships says, and the instansi and who guides it. */
export async function classesAsking(db: Db, competencyId: number, instansiId: number | null): Promise<ClassDemand[]> {
  const { rows } = await sql<ClassDemand>`
    SELECT s.jenjang, s.urusan, s.family, o.name AS owner, l.level
    FROM standard_level l JOIN standard s ON s.id = l.standard_id AND s.state = 'active' AND s.jabatan_id IS NULL
    LEFT JOIN instansi o ON o.id = s.instansi_id
    WHERE l.competency_id = ${competencyId} AND (s.instansi_id IS NULL OR s.instansi_id = ${instansiId}::int
      OR s.instansi_id IN (SELECT g.instansi_id FROM guides_of(${instansiId}::int) g))
    ORDER BY s.instansi_id NULLS FIRST, s.family NULLS FIRST, s.urusan NULLS FIRST, s.jenjang`.execute(db)
  return rows
}
