import { type Db, sql, type Tx } from '../../platform/db/index.ts'
import type { Accredited } from '../rules/accreditation.ts'

export type Accreditation = Accredited & {
  provider: string
  /** Held against the decree. */
  verified: boolean
  revokedWhy: string | null
  fileName: string | null
}

export const accreditationColumns = sql`
  a.id, a.provider_id AS "providerId", p.name AS provider, a.programme, a.accreditor, a.peringkat, a.decree, a.from_date AS "fromDate",
  a.until_date AS "untilDate", a.revoked_on AS "revokedOn", a.revoked_why AS "revokedWhy", a.verified, a.file_name AS "fileName"`

/** The register: of one institution, or of all; the longest first. `open`: leaves out those of institutions that teach no more. */
export async function accreditations(
  db: Db | Tx,
  of: { providerId?: number; programme?: string | null; open?: boolean } = {},
): Promise<Accreditation[]> {
  const { rows } = await sql<Accreditation>`
    SELECT ${accreditationColumns} FROM accreditation a JOIN provider p ON p.id = a.provider_id
    WHERE (${of.providerId ?? null}::int IS NULL OR a.provider_id = ${of.providerId ?? null}::int)
      AND (${of.programme ?? null}::text IS NULL OR lower(a.programme) = lower(${of.programme ?? null}::text))
      AND (NOT ${of.open ?? false}::boolean OR p.closed_at IS NULL)
    ORDER BY a.until_date DESC, a.id`.execute(db)
  return rows
}
