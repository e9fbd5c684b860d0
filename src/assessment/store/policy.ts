import { sql, type Tx } from '../../platform/db/index.ts'
import type { JpmCap } from '../../regulation/index.ts'

export type JpmPolicy = {
  id: number
  /** Null: the default that ships. */
  instansiId: number | null
  version: number
  state: 'draft' | 'active' | 'archived'
  cap: JpmCap
  legalBasis: string
  verified: boolean
  activeFrom: string
}

const columns = sql`id, instansi_id AS "instansiId", version, state, cap, legal_basis AS "legalBasis", verified, active_from AS "activeFrom"`

/** The rule in force for an instansi: its own, else the default. */
export async function jpmPolicy(tx: Tx, instansiId: number): Promise<JpmPolicy> {
  const { rows } = await sql<JpmPolicy>`
    SELECT ${columns} FROM jpm_policy WHERE state = 'active' AND (instansi_id = ${instansiId} OR instansi_id IS NULL)
    ORDER BY instansi_id NULLS LAST LIMIT 1`.execute(tx)
  return rows[0]!
}

/** The rules an instansi has had, the newest first. */
export async function jpmPolicies(tx: Tx, instansiId: number): Promise<JpmPolicy[]> {
  const { rows } =
    await sql<JpmPolicy>`SELECT ${columns} FROM jpm_policy WHERE instansi_id = ${instansiId} ORDER BY version DESC`.execute(tx)
  return rows
}

/** Puts a new version in force; the one before it is kept, archived. Answers the new version's number. */
export async function setJpmPolicy(
  tx: Tx,
  policy: { instansiId: number; cap: JpmCap; legalBasis: string; activeFrom: string },
): Promise<number> {
  await sql`UPDATE jpm_policy SET state = 'archived' WHERE instansi_id = ${policy.instansiId} AND state = 'active'`.execute(tx)
  const { rows } = await sql<{ version: number }>`
    INSERT INTO jpm_policy (instansi_id, version, cap, legal_basis, active_from)
    SELECT ${policy.instansiId}::int, coalesce(max(version), 0) + 1, ${policy.cap}, ${policy.legalBasis}, ${policy.activeFrom}::date
    FROM jpm_policy WHERE instansi_id = ${policy.instansiId} RETURNING version`.execute(tx)
  return rows[0]!.version
}
