import { sql, type Tx } from '../../src/platform/db/index.ts'

/** How the national service would know most people of the province, and the province itself: invented numbers. */
export async function insertSiasn(tx: Tx, today: string): Promise<void> {
  await sql`
    INSERT INTO siasn_person (pegawai_id, instansi_id, orang_id, known_at)
    SELECT pegawai_id, instansi_id, upper(md5('orang contoh ' || nip)), ${`${today}T01:00:00Z`}::timestamptz - interval '60 days' FROM pegawai
    WHERE instansi_id = 2 AND pegawai_id % 9 <> 4`.execute(tx)
  await sql`
    INSERT INTO siasn_place (instansi_id, service_instansi, lokasi, set_by, set_at)
    VALUES (2, upper(md5('instansi contoh')), upper(md5('lokasi contoh')), 'demo-pengelola', ${`${today}T01:00:00Z`}::timestamptz - interval '60 days')`.execute(
    tx,
  )
}
