import { type Db, sql, type Tx } from '../../platform/db/index.ts'
import type { Pillar } from '../../regulation/index.ts'
import type { Origin } from '../rules/inherit.ts'

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
