import { sql, type Tx } from '../platform/db/index.ts'
import type { Policy, PolicyKind } from './kind.ts'

type Row = { id: number; instansi_id: number | null; version: number; value: unknown; legal_basis: string; active_from: string }

/** The rule of a kind that holds for an instansi on a date: its own, else the one set for all, else what ships. */
export async function policyAt<V extends Record<string, unknown>>(
  tx: Tx,
  kind: PolicyKind<V>,
  instansiId: number | null,
  date: string,
): Promise<Policy<V>> {
  const { rows } = await sql<Row>`
    SELECT id, instansi_id, version, value, legal_basis, active_from FROM policy
    WHERE kind = ${kind.kind} AND (instansi_id = ${instansiId}::int OR instansi_id IS NULL)
      AND active_from <= ${date}::date AND (active_until IS NULL OR active_until > ${date}::date)
    ORDER BY instansi_id NULLS LAST, version DESC LIMIT 1`.execute(tx)
  const row = rows[0]
  if (!row) return { ...kind.defaultAt(date), id: null, instansiId: null, version: 0, activeFrom: null }
  return {
    value: kind.schema.parse(row.value),
    source: row.legal_basis,
    verified: true,
    id: row.id,
    instansiId: row.instansi_id,
    version: row.version,
    activeFrom: row.active_from,
  }
}
