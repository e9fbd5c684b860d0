import { sql, type Tx } from '../../../platform/db/index.ts'

/** Every instansi that has people. */
export async function instansiWithPeople(tx: Tx): Promise<{ id: number; name: string; regionCode: string }[]> {
  const { rows } = await sql<{ id: number; name: string; regionCode: string }>`
    SELECT id, name, region_code AS "regionCode" FROM instansi i
    WHERE EXISTS (SELECT FROM pegawai p WHERE p.instansi_id = i.id) ORDER BY id`.execute(tx)
  return rows
}

/** Amounts in tenths of a JP. */
export type Short = { pegawaiId: number; name: string; atasanId: number | null; recognised: number; forecast: number }

/** Active PNS of an instansi who will not reach `required` whole JP in the year even if they pass what they are enrolled in. */
export async function shortOf(tx: Tx, instansiId: number, year: number, required: number): Promise<Short[]> {
  const { rows } = await sql<Short>`
    SELECT q.*, atasan_of(q."pegawaiId") AS "atasanId" FROM (
      SELECT p.pegawai_id AS "pegawaiId", p.name, coalesce(y.recognised, 0) AS recognised, coalesce(y.recognised, 0) + coalesce(x.adds, 0) AS forecast
      FROM pegawai p LEFT JOIN jp_year y ON y.pegawai_id = p.pegawai_id AND y.year = ${year}::int
      LEFT JOIN jp_expected x ON x.pegawai_id = p.pegawai_id AND x.year = ${year}::int
      WHERE p.instansi_id = ${instansiId}::int AND p.status = 'aktif' AND coalesce(y.employment, p.employment) = 'pns'
        AND coalesce(y.recognised, 0) + coalesce(x.adds, 0) < 10 * ${required}::int) q
    ORDER BY q.name, q."pegawaiId"`.execute(tx)
  return rows
}
