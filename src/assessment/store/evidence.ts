import { sql, type Tx } from '../../platform/db/index.ts'
import type { Kept } from '../rules/explain.ts'

export type KeptResult = Kept & {
  /** The competency it speaks of: by the crosswalk another than the one it was found for. */
  competencyId: number
  /** The code and level in the old dictionary, where it speaks through the crosswalk. */
  via: { code: string; level: number } | null
  assessor: string | null
  /** How many people's ratings it sums up. */
  raters: number
  replacedWhy: string | null
  /** The standard it was measured against then. */
  requiredThen: number | null
  /** The version that asked so, where its page is open to who sees this person; null: none, or of a jabatan in another government. */
  standardId: number | null
  recordedOn: string
}

/** Every result of a person that was ever kept, the newest first, in the words of every dictionary it speaks in. */
export async function keptResults(tx: Tx, pegawaiId: number, timeZone: string): Promise<KeptResult[]> {
  const { rows } = await sql<KeptResult>`
    SELECT r.id, r.competency_id AS "competencyId", r.level, NULL::jsonb AS via, ${columns(timeZone)}
    FROM assessment_result r WHERE r.pegawai_id = ${pegawaiId}
    UNION ALL
    SELECT r.id, x.to_id, x.to_level, jsonb_build_object('code', c.code, 'level', r.level), ${columns(timeZone)}
    FROM assessment_result r
    JOIN competency_crosswalk x ON x.from_id = r.competency_id AND x.from_level = r.level
    JOIN competency c ON c.id = r.competency_id
    WHERE r.pegawai_id = ${pegawaiId}
    ORDER BY "assessedOn" DESC, id DESC`.execute(tx)
  return rows
}

const columns = (
  timeZone: string,
) => sql`r.method, r.assessed_on AS "assessedOn", r.valid_until AS "validUntil", r.assessor, r.raters,
  r.replaced_at IS NOT NULL AS replaced, r.replaced_why AS "replacedWhy", r.required_then AS "requiredThen",
  (SELECT s.id FROM standard s WHERE s.id = r.standard_id AND (s.jabatan_id IS NULL OR s.instansi_id = r.instansi_id)) AS "standardId",
  (r.recorded_at AT TIME ZONE ${timeZone})::date AS "recordedOn"`
