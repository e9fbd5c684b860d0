import { sql, type Tx } from '../../src/platform/db/index.ts'

export type DemoPerson = {
  pegawaiId: number
  instansiId: number
  name: string
  unit: string
  /** Of the account one signs in as; null: has none. */
  account: string | null
  /** Whose team one is in, of those with an account, by its short name. */
  boss: string | null
}

/** People by how the lists of the demo call them: `pegawai` an account, `atasan+2` the second of a team, `3+4` the fourth of an instansi. */
export async function demoPeople(tx: Tx): Promise<ReadonlyMap<string, DemoPerson>> {
  const { rows } = await sql<DemoPerson & { key: string }>`
    WITH cast_ AS (SELECT id AS account, substr(id, 6) AS key, pegawai_id FROM identity.user_account WHERE pegawai_id IS NOT NULL AND id LIKE 'demo-%'),
    free AS (
      SELECT p.pegawai_id, p.instansi_id, b.key AS boss, row_number() OVER (PARTITION BY b.key ORDER BY p.pegawai_id) AS in_team,
        row_number() OVER (PARTITION BY p.instansi_id, b.key IS NULL ORDER BY md5('kegiatan' || p.nip)) AS in_instansi
      FROM pegawai p LEFT JOIN pegawai_atasan s USING (pegawai_id) LEFT JOIN cast_ b ON b.pegawai_id = s.atasan_id
      WHERE p.status = 'aktif' AND p.instansi_id IN (1, 2, 3, 9) AND p.pegawai_id NOT IN (SELECT pegawai_id FROM cast_)),
    called AS (
      SELECT key, pegawai_id FROM cast_
      UNION ALL SELECT boss || '+' || in_team, pegawai_id FROM free WHERE boss IS NOT NULL AND in_team <= 20
      UNION ALL SELECT instansi_id || '+' || in_instansi, pegawai_id FROM free WHERE boss IS NULL AND in_instansi <= 80)
    SELECT c.key, p.pegawai_id AS "pegawaiId", p.instansi_id AS "instansiId", p.name, u.name AS unit, a.account, b.key AS boss
    FROM called c JOIN pegawai p USING (pegawai_id) JOIN unit u ON u.id = p.unit_id LEFT JOIN cast_ a USING (pegawai_id)
    LEFT JOIN pegawai_atasan s USING (pegawai_id) LEFT JOIN cast_ b ON b.pegawai_id = s.atasan_id`.execute(tx)
  return new Map(rows.map(({ key, ...person }) => [key, person]))
}
