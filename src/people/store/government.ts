import { sql, type Tx } from '../../platform/db/index.ts'
import { isNewRegion, type Region, zoneOf } from '../regions.ts'

const insertRoot = (tx: Tx, instansiId: number, name: string) =>
  sql`INSERT INTO unit (instansi_id, code, name) VALUES (${instansiId}, 'ROOT', ${name})`.execute(tx)

/** Writes the instansi of a region, its root unit, and (for a province) those it guides. Returns the id of the first. */
export async function createGovernment(tx: Tx, region: Region, guided: readonly Region[]): Promise<number> {
  const insert = async (one: Region, guidedBy: number | null) => {
    const { rows } = await sql<{ id: number }>`
      INSERT INTO instansi (kind, name, region_code, guided_by, is_dob, time_zone)
      VALUES (${one.kind}, ${one.name}, ${one.code}, ${guidedBy}, ${isNewRegion(one.code)}, ${zoneOf(one.code)}) RETURNING id`.execute(
      tx,
    )
    await insertRoot(tx, rows[0]!.id, one.name)
    return rows[0]!.id
  }
  const id = await insert(region, null)
  for (const one of guided) await insert(one, id)
  return id
}

/** Writes a ministry or agency with its root unit; it has no region, so its BKN code stands in for the code of one. */
export async function createMinistry(tx: Tx, name: string, bknCode: string): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO instansi (kind, name, region_code, bkn_code) VALUES ('kementerian', ${name}, ${bknCode}, ${bknCode}) RETURNING id`.execute(
    tx,
  )
  await insertRoot(tx, rows[0]!.id, name)
  return rows[0]!.id
}
