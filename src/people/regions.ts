import { getProvinces, getRegencies } from 'idn-area-data'
import { sql, type Tx } from '../platform/db/index.ts'

export type Region = { code: string; name: string; kind: 'provinsi' | 'kabupaten' | 'kota' }

// The time zones of the law (Keppres 41/1987), by province code.
const central = new Set(['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76'])
const eastern = new Set(['81', '82', '91', '92', '93', '94', '95', '96'])
const newProvinces = new Set(['93', '94', '95', '96'])

const zoneOf = (code: string) => {
  const province = code.slice(0, 2)
  return eastern.has(province) ? 'Asia/Jayapura' : central.has(province) ? 'Asia/Makassar' : 'Asia/Jakarta'
}

/** The 38 provinces and 514 kabupaten/kota (idn-area-data, ODbL), in the order of their codes. */
export async function regions(): Promise<Region[]> {
  const [provinces, regencies] = await Promise.all([getProvinces(), getRegencies()])
  return [
    ...provinces.map(({ code, name }) => ({ code, name: `Pemerintah Provinsi ${name}`, kind: 'provinsi' as const })),
    ...regencies.map(({ code, name }) => ({
      code,
      name: `Pemerintah ${name}`,
      kind: /^kota /i.test(name) ? ('kota' as const) : ('kabupaten' as const),
    })),
  ].sort((a, b) => a.code.localeCompare(b.code))
}

/** Writes the instansi of a region, its root unit, and (for a province) those it guides. Returns the id of the first. */
export async function createGovernment(tx: Tx, region: Region, guided: readonly Region[]): Promise<number> {
  const insert = async (one: Region, guidedBy: number | null) => {
    const { rows } = await sql<{ id: number }>`
      INSERT INTO instansi (kind, name, region_code, guided_by, is_dob, time_zone)
      VALUES (${one.kind}, ${one.name}, ${one.code}, ${guidedBy}, ${newProvinces.has(one.code.slice(0, 2))}, ${zoneOf(one.code)}) RETURNING id`.execute(
      tx,
    )
    const id = rows[0]!.id
    await sql`INSERT INTO unit (instansi_id, code, name) VALUES (${id}, 'ROOT', ${one.name})`.execute(tx)
    return id
  }
  const id = await insert(region, null)
  for (const one of guided) await insert(one, id)
  return id
}

export async function createMinistry(tx: Tx, name: string, bknCode: string): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO instansi (kind, name, region_code, bkn_code) VALUES ('kementerian', ${name}, ${bknCode}, ${bknCode}) RETURNING id`.execute(
    tx,
  )
  await sql`INSERT INTO unit (instansi_id, code, name) VALUES (${rows[0]!.id}, 'ROOT', ${name})`.execute(tx)
  return rows[0]!.id
}
