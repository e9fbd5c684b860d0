import { type Db, sql, type Tx } from '../../platform/db/index.ts'

export type TimeZone = 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura'
type OfficeNames = { kepegawaian?: string; pelatihan?: string; perencanaan?: string }
export type Instansi = {
  id: number
  kind: 'kementerian' | 'lembaga' | 'provinsi' | 'kabupaten' | 'kota'
  name: string
  regionCode: string
  bknCode: string | null
  guidedBy: number | null
  isDob: boolean
  timeZone: TimeZone
  officeNames: OfficeNames
}

const columns = sql`id, kind, name, region_code AS "regionCode", bkn_code AS "bknCode", guided_by AS "guidedBy", is_dob AS "isDob",
  time_zone AS "timeZone", office_names AS "officeNames"`

/** All governments, those that guide before those that are guided. Not person data. */
export async function listInstansi(db: Db): Promise<Instansi[]> {
  const { rows } = await sql<Instansi>`
    SELECT ${columns} FROM instansi ORDER BY kind NOT IN ('kementerian', 'lembaga'), region_code`.execute(db)
  return rows
}

/** The name of one government; null where there is none. */
export async function instansiName(db: Db, id: number): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`SELECT name FROM instansi WHERE id = ${id}`.execute(db)
  return rows[0]?.name ?? null
}

/** By region code: `19` the province itself, `19.71` a kota; null where there is none. */
export async function instansiByRegion(db: Db, regionCode: string): Promise<Instansi | null> {
  const { rows } = await sql<Instansi>`SELECT ${columns} FROM instansi WHERE region_code = ${regionCode}`.execute(db)
  return rows[0] ?? null
}

export async function instansiForUpdate(tx: Tx, id: number): Promise<Instansi | null> {
  const { rows } = await sql<Instansi>`SELECT ${columns} FROM instansi WHERE id = ${id} FOR UPDATE`.execute(tx)
  return rows[0] ?? null
}

export type InstansiCard = Pick<Instansi, 'name' | 'bknCode' | 'isDob' | 'timeZone' | 'officeNames'>

export async function saveInstansi(tx: Tx, id: number, card: InstansiCard): Promise<void> {
  await sql`
    UPDATE instansi SET name = ${card.name}, bkn_code = ${card.bknCode}, is_dob = ${card.isDob}, time_zone = ${card.timeZone},
                        office_names = ${JSON.stringify(card.officeNames)}::jsonb
    WHERE id = ${id}`.execute(tx)
}

/** In whose days an instansi reckons. */
export async function timeZoneOf(tx: Tx, instansiId: number): Promise<string> {
  const { rows } = await sql<{ zone: string }>`SELECT time_zone AS zone FROM instansi WHERE id = ${instansiId}::int`.execute(tx)
  return rows[0]?.zone ?? 'Asia/Jakarta'
}
