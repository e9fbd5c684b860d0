import { sql, type Tx } from '../../platform/db/index.ts'
import type { Jenjang } from '../../regulation/index.ts'
import type { Employment, Status } from '../labels.ts'
import { namesLike, nipDigits } from './search.ts'

/** What narrows a list of people; null leaves a part open. Never wider than the scope of the transaction. */
export type PegawaiFilter = {
  instansiId: number | null
  /** The unit and those below it. */
  unitId: number | null
  jabatanId: number | null
  jenjang: Jenjang | null
  employment: Employment | null
  status: Status | null
  /** Words of the name, or the beginning of a NIP. */
  q: string
}
const everybody: PegawaiFilter = {
  instansiId: null,
  unitId: null,
  jabatanId: null,
  jenjang: null,
  employment: null,
  status: null,
  q: '',
}

export type PegawaiOrder = 'nama' | 'nip' | 'jabatan' | 'id'
export type PegawaiPage = { order: PegawaiOrder; descending?: boolean; offset?: number; limit: number; afterId?: number }

export type PegawaiRow = {
  id: number
  nip: string
  name: string
  employment: Employment
  status: Status
  golongan: string | null
  /** Region code. */
  instansi: string
  instansiName: string
  unitId: number
  unit: string
  opd: string | null
  jabatanId: number | null
  jabatan: string | null
  jenjang: Jenjang | null
}

const from = sql`
  FROM pegawai p
  JOIN unit u ON u.id = p.unit_id
  LEFT JOIN jabatan j ON j.id = p.jabatan_id`

function matching(given: Partial<PegawaiFilter>) {
  const filter = { ...everybody, ...given }
  const conditions = [sql`true`]
  if (filter.instansiId !== null) conditions.push(sql`p.instansi_id = ${filter.instansiId}`)
  if (filter.unitId !== null) {
    conditions.push(sql`p.unit_id IN (
      WITH RECURSIVE below AS (SELECT ${filter.unitId}::int AS id UNION SELECT v.id FROM unit v JOIN below b ON v.parent_id = b.id)
      SELECT id FROM below)`)
  }
  if (filter.jabatanId !== null) conditions.push(sql`p.jabatan_id = ${filter.jabatanId}`)
  if (filter.jenjang !== null) conditions.push(sql`j.jenjang = ${filter.jenjang}`)
  if (filter.employment !== null) conditions.push(sql`p.employment = ${filter.employment}`)
  if (filter.status !== null) conditions.push(sql`p.status = ${filter.status}`)
  const digits = nipDigits(filter.q)
  if (digits) conditions.push(sql`p.nip LIKE ${`${digits}%`}`)
  else conditions.push(namesLike(sql`p.name`, filter.q))
  return sql.join(conditions, sql` AND `)
}

const orders: Record<PegawaiOrder, [up: string, down: string]> = {
  nama: ['p.name, p.pegawai_id', 'p.name DESC, p.pegawai_id DESC'],
  nip: ['p.nip', 'p.nip DESC'],
  jabatan: ['j.name NULLS LAST, p.name, p.pegawai_id', 'j.name DESC NULLS LAST, p.name, p.pegawai_id'],
  id: ['p.pegawai_id', 'p.pegawai_id DESC'],
}

/** People in the scope of `tx` that match. */
export async function listPegawai(tx: Tx, filter: Partial<PegawaiFilter>, page: PegawaiPage): Promise<PegawaiRow[]> {
  const { rows } = await sql<PegawaiRow>`
    SELECT p.pegawai_id AS id, p.nip, p.name, p.employment, p.status, p.golongan, i.region_code AS instansi, i.name AS "instansiName",
           u.id AS "unitId", u.name AS unit, top.name AS opd, j.id AS "jabatanId", j.name AS jabatan, j.jenjang
    ${from} JOIN instansi i ON i.id = p.instansi_id LEFT JOIN unit top ON top.id = u.top_id
    WHERE ${matching(filter)} AND p.pegawai_id > ${page.afterId ?? 0}
    ORDER BY ${sql.raw(orders[page.order][page.descending ? 1 : 0])}
    LIMIT ${page.limit} OFFSET ${page.offset ?? 0}`.execute(tx)
  return rows
}

/** How many match, and how many of those are aktif. */
export async function countPegawai(tx: Tx, filter: Partial<PegawaiFilter>): Promise<{ total: number; active: number }> {
  const { rows } = await sql<{ total: number; active: number }>`
    SELECT count(*)::int AS total, (count(*) FILTER (WHERE p.status = 'aktif'))::int AS active ${from} WHERE ${matching(filter)}`.execute(
    tx,
  )
  return rows[0]!
}

/** The person with this NIP in scope: the one who bears it now, else the one who bore it. */
export async function pegawaiByNip(tx: Tx, nip: string): Promise<{ pegawaiId: number; name: string; instansiId: number } | null> {
  const { rows } = await sql<{ pegawaiId: number; name: string; instansiId: number }>`
    SELECT pegawai_id AS "pegawaiId", name, instansi_id AS "instansiId" FROM pegawai
    WHERE nip = ${nip} OR pegawai_id IN (SELECT pegawai_id FROM employment_history WHERE nip = ${nip})
    ORDER BY nip = ${nip} DESC, pegawai_id LIMIT 1`.execute(tx)
  return rows[0] ?? null
}

export type TeamMember = {
  pegawaiId: number
  nip: string
  name: string
  employment: Employment
  status: Status
  jabatan: string | null
  jenjang: Jenjang | null
  unit: string
}

/** The given people, as far as the scope reaches, by name. */
export async function teamOf(tx: Tx, pegawaiIds: readonly number[]): Promise<TeamMember[]> {
  const { rows } = await sql<TeamMember>`
    SELECT p.pegawai_id AS "pegawaiId", p.nip, p.name, p.employment, p.status, j.name AS jabatan, j.jenjang, u.name AS unit ${from}
    WHERE p.pegawai_id = ANY (${[...pegawaiIds]}::int[]) ORDER BY p.name, p.pegawai_id`.execute(tx)
  return rows
}
