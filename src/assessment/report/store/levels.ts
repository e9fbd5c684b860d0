import { sql, type Tx } from '../../../platform/db/index.ts'
import type { Pillar } from '../../../regulation/index.ts'
import type { Method } from '../../labels.ts'

/** A level that counts, with what it means and where it comes from. */
export type HeldLevel = {
  competencyId: number
  code: string
  name: string
  nameEn: string | null
  pillar: Pillar
  level: number
  /** What the dictionary says of the level: a label, and what is seen of it. */
  behaviour: string | null
  indicators: string[]
  /** Null where several methods make it together. */
  method: Method | null
  assessedOn: string
  validUntil: string
  resultIds: number[]
  assessors: string[]
}

/** Every level of a person that counts, expired ones too; compare `validUntil` with the day. */
export async function heldLevels(tx: Tx, pegawaiId: number): Promise<HeldLevel[]> {
  const { rows } = await sql<HeldLevel>`
    SELECT c.id AS "competencyId", c.code, c.name, c.name_en AS "nameEn", c.pillar, p.level, l.label AS behaviour, coalesce(l.indicators, '{}') AS indicators,
           p.method, p.assessed_on AS "assessedOn", p.valid_until AS "validUntil", p.result_ids AS "resultIds",
           coalesce((SELECT array_agg(DISTINCT r.assessor) FROM assessment_result r
             WHERE r.pegawai_id = p.pegawai_id AND r.id = ANY (p.result_ids) AND r.assessor IS NOT NULL), '{}') AS assessors
    FROM competency_profile p JOIN competency c ON c.id = p.competency_id
    LEFT JOIN competency_level l ON l.competency_id = p.competency_id AND l.level = p.level
    WHERE p.pegawai_id = ${pegawaiId} ORDER BY c.sort, c.code`.execute(tx)
  return rows
}
