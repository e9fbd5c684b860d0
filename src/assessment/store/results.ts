import { sql, type Tx } from '../../platform/db/index.ts'
import type { Pillar } from '../../regulation/index.ts'
import type { Method } from '../labels.ts'

export type ProfileRow = {
  competencyId: number
  code: string
  name: string
  nameEn: string | null
  pillar: Pillar
  level: number
  method: Method
  assessedOn: string
  validUntil: string
}

/** The level that counts now, per competency; empty outside the scope. Compare `validUntil` with today before relying on one. */
export async function profileOf(tx: Tx, pegawaiId: number): Promise<ProfileRow[]> {
  const { rows } = await sql<ProfileRow>`
    SELECT c.id AS "competencyId", c.code, c.name, c.name_en AS "nameEn", c.pillar, p.level, p.method,
           p.assessed_on AS "assessedOn", p.valid_until AS "validUntil"
    FROM competency_profile p JOIN competency c ON c.id = p.competency_id
    WHERE p.pegawai_id = ${pegawaiId} ORDER BY c.sort, c.code`.execute(tx)
  return rows
}

export type ResultRow = ProfileRow & {
  id: number
  assessor: string | null
  /** Region code of the instansi the person belonged to then. */
  instansi: string
  /** No longer valid on the day asked about. */
  expired: boolean
}

/** The results a person has, the newest first; those that a correction took the place of are kept apart (store/evidence.ts). */
export async function resultsOf(
  tx: Tx,
  pegawaiId: number,
  today: string,
  part = { offset: 0, limit: 10_000 },
): Promise<ResultRow[]> {
  const { rows } = await sql<ResultRow>`
    SELECT r.id, c.id AS "competencyId", c.code, c.name, c.name_en AS "nameEn", c.pillar, r.level, r.method,
           r.assessed_on AS "assessedOn", r.valid_until AS "validUntil", r.assessor, i.region_code AS instansi,
           r.valid_until < ${today}::date AS expired
    FROM assessment_result r JOIN competency c ON c.id = r.competency_id JOIN instansi i ON i.id = r.instansi_then
    WHERE r.pegawai_id = ${pegawaiId} AND r.replaced_at IS NULL
    ORDER BY r.assessed_on DESC, c.sort, c.code, r.id DESC LIMIT ${part.limit} OFFSET ${part.offset}`.execute(tx)
  return rows
}
