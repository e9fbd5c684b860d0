import { sql, type Tx } from '../../../platform/db/index.ts'

/** The names of these people, as far as they are in sight. */
export async function namesOf(tx: Tx, ids: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await sql<{ id: number; name: string }>`
    SELECT pegawai_id AS id, name FROM pegawai WHERE pegawai_id = ANY (${[...ids]}::int[])`.execute(tx)
  return new Map(rows.map(row => [row.id, row.name]))
}
