import { type Db, sql } from '../../platform/db/index.ts'
import type { Jenjang } from '../../regulation/index.ts'

export type ClassRow = {
  id: number
  jenjang: Jenjang
  urusan: string | null
  family: string | null
  state: 'draft' | 'active'
  levels: number
  requirements: number
  legalBasis: string | null
}

/** The classes that one owner has set itself or is drafting. */
export async function ownClasses(db: Db, instansiId: number): Promise<ClassRow[]> {
  const { rows } = await sql<ClassRow>`
    SELECT s.id, s.jenjang, s.urusan, s.family, s.state, s.legal_basis AS "legalBasis",
      (SELECT count(*)::int FROM standard_level l WHERE l.standard_id = s.id) AS levels,
      (SELECT count(*)::int FROM standard_qualification q WHERE q.standard_id = s.id) AS requirements
    FROM standard s WHERE s.instansi_id = ${instansiId} AND s.jabatan_id IS NULL AND s.state IN ('draft', 'active')
    ORDER BY s.jenjang, s.family NULLS FIRST, s.urusan NULLS FIRST, s.state`.execute(db)
  return rows
}

/** The urusan of an instansi's jabatan, and those for which somebody set a class. */
export async function urusanChoices(db: Db, instansiId: number | null): Promise<string[]> {
  const { rows } = await sql<{ urusan: string }>`
    SELECT j.urusan FROM jabatan j WHERE j.instansi_id = ${instansiId}::int AND j.urusan IS NOT NULL
    UNION SELECT s.urusan FROM standard s WHERE s.jabatan_id IS NULL AND s.urusan IS NOT NULL AND s.state <> 'archived' ORDER BY 1`.execute(
    db,
  )
  return rows.map(row => row.urusan)
}
