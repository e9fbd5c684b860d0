import { sql, type Tx } from '../../src/platform/db/index.ts'

/** Who teaches in the demo: the province's own BPSDM first (id 1), with the accounts that work for it. */
export async function insertProviders(tx: Tx): Promise<void> {
  await sql`
    INSERT INTO provider (id, instansi_id, kind, name, short_name, address, region_code, made_by, made_at)
    VALUES (1, 2, 'bpsdm', 'BPSDM Provinsi Kepulauan Bangka Belitung', 'BPSDM Babel', 'Kompleks Perkantoran Air Itam, Pangkalpinang', '19.71',
      'demo-admin', now())`.execute(tx)
  await sql`SELECT max(nextval(pg_get_serial_sequence('provider', 'id'))) FROM generate_series(1, 1)`.execute(tx)
  await sql`
    INSERT INTO provider_staff (provider_id, account_id, added_by, added_at)
    SELECT 1, id, 'demo-admin', now() FROM identity.user_account WHERE id IN ('demo-penyelenggara', 'demo-fasilitator')`.execute(
    tx,
  )
}
