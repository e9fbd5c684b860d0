import { sql, type Tx } from '../../../platform/db/index.ts'

export type Post = { id: number; name: string; instansiId: number }

const columns = sql`j.id, j.name, j.instansi_id AS "instansiId"`

/** The jabatan that somebody holds; null where none, or outside the scope. */
export async function jabatanOf(tx: Tx, pegawaiId: number): Promise<Post | null> {
  const { rows } = await sql<Post>`
    SELECT ${columns} FROM pegawai p JOIN jabatan j ON j.id = p.jabatan_id WHERE p.pegawai_id = ${pegawaiId}::int`.execute(tx)
  return rows[0] ?? null
}

export async function jabatanById(tx: Tx, id: number): Promise<Post | null> {
  const { rows } = await sql<Post>`SELECT ${columns} FROM jabatan j WHERE j.id = ${id}::int`.execute(tx)
  return rows[0] ?? null
}
