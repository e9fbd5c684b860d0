import { containing, sql, type Tx } from '../../platform/db/index.ts'
import type { Jenjang } from '../../regulation/index.ts'

export type Post = {
  id: number
  code: string
  name: string
  unit: string
  jenjang: Jenjang
  isHead: boolean
  /** Who holds it definitively, where this scope sees them; how many do, whatever the scope. */
  holder: string | null
}

/** Jabatan of an instansi by words of their name or unit, or by the beginning of their code; empty without words. */
export async function postsLike(tx: Tx, instansiId: number, q: string, limit: number): Promise<Post[]> {
  const words = q.split(/\s+/).filter(Boolean).slice(0, 6)
  if (words.length === 0) return []
  const { rows } = await sql<Post>`
    SELECT ${columns} FROM jabatan j JOIN unit u ON u.id = j.unit_id
    WHERE j.instansi_id = ${instansiId}
      AND (j.code = ${q} OR (${sql.join(
        words.map(word => sql`(j.name || ' ' || u.name) ILIKE ${containing(word)}`),
        sql` AND `,
      )}))
    ORDER BY j.code = ${q} DESC, j.name, u.name, j.id LIMIT ${limit}`.execute(tx)
  return rows
}

const columns = sql`j.id, j.code, j.name, u.name AS unit, j.jenjang, j.is_head AS "isHead",
  (SELECT min(p.name) FROM pegawai p WHERE p.jabatan_id = j.id AND p.status <> 'berhenti') AS holder`

export type Seat = Post & { instansiId: number; unitId: number }

export async function seatById(tx: Tx, jabatanId: number): Promise<Seat | null> {
  const { rows } = await sql<Seat>`
    SELECT ${columns}, j.instansi_id AS "instansiId", j.unit_id AS "unitId" FROM jabatan j JOIN unit u ON u.id = j.unit_id
    WHERE j.id = ${jabatanId}`.execute(tx)
  return rows[0] ?? null
}

export type Standing = { instansiId: number; jabatanId: number | null; since: string | null; name: string }

/** Where somebody stands now, the row held until the transaction ends: of two transfers at once the second sees the first. */
export async function standingForUpdate(tx: Tx, pegawaiId: number): Promise<Standing | null> {
  const { rows } = await sql<Standing>`
    SELECT p.instansi_id AS "instansiId", p.jabatan_id AS "jabatanId", p.name,
      (SELECT max(h.from_date) FROM jabatan_history h WHERE h.pegawai_id = p.pegawai_id AND h.appointment = 'definitif' AND h.until_date IS NULL) AS since
    FROM pegawai p WHERE p.pegawai_id = ${pegawaiId} FOR UPDATE OF p`.execute(tx)
  return rows[0] ?? null
}

/** Closes the post held and opens the new one; a move to another government takes everything about the person along. */
export async function transfer(tx: Tx, pegawaiId: number, to: Seat, from: string): Promise<void> {
  await sql`
    UPDATE jabatan_history SET until_date = greatest(from_date, ${from}::date)
    WHERE pegawai_id = ${pegawaiId} AND until_date IS NULL`.execute(tx)
  await sql`
    UPDATE pegawai SET instansi_id = ${to.instansiId}, unit_id = ${to.unitId}, jabatan_id = ${to.id}, atasan_id = NULL, updated_at = now(),
      jabatan_aim_id = CASE WHEN instansi_id = ${to.instansiId} THEN nullif(jabatan_aim_id, ${to.id}) END
    WHERE pegawai_id = ${pegawaiId}`.execute(tx)
  await sql`SELECT move_custody(${pegawaiId}::int, ${to.instansiId}::int)`.execute(tx)
  await sql`
    INSERT INTO jabatan_history (pegawai_id, instansi_id, instansi_then, jabatan_id, from_date)
    VALUES (${pegawaiId}, ${to.instansiId}, ${to.instansiId}, ${to.id}, ${from})`.execute(tx)
}

/** Writes the post a person aims at. Answers the one before. */
export async function saveAim(tx: Tx, pegawaiId: number, jabatanId: number | null): Promise<number | null> {
  const { rows } = await sql<{ before: number | null }>`
    WITH was AS (SELECT jabatan_aim_id AS before FROM pegawai WHERE pegawai_id = ${pegawaiId}),
    set_now AS (
      UPDATE pegawai SET jabatan_aim_id = ${jabatanId}, updated_at = now()
      WHERE pegawai_id = ${pegawaiId} AND jabatan_aim_id IS DISTINCT FROM ${jabatanId}::int)
    SELECT before FROM was`.execute(tx)
  return rows[0]?.before ?? null
}
