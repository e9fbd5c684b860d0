import { containing, sql, type Tx } from '../../platform/db/index.ts'
import type { Jenjang } from '../../regulation/index.ts'
import type { Appointment, Jenis } from '../labels.ts'

/** `kosong`: nobody holds it definitively; `sebagian`: some seats are free; `berlebih`: more hold it than there are seats. */
export type PostState = 'kosong' | 'sebagian' | 'lengkap' | 'berlebih'
export const postStates: readonly PostState[] = ['kosong', 'sebagian', 'lengkap', 'berlebih']

export type PostFilter = {
  instansiId: number
  /** An office (OPD), or one unit in it. */
  unitId: number | null
  jenjang: Jenjang | null
  state: PostState | null
  /** Only those that somebody holds as Plt or Plh. */
  acting: boolean
  q: string
}
export type PostHolder = { id: number; name: string; appointment: Appointment; since: string }
export type PostRow = {
  id: number
  code: string
  name: string
  jenis: Jenis
  jenjang: Jenjang
  isHead: boolean
  unit: string
  opd: string | null
  /** How many may hold it (formasi); null: not known. */
  seats: number | null
  definitive: number
  acting: number
  /** Seats without a definitive holder; where seats are not known, 1 for a post that nobody holds. */
  open: number
  state: PostState
  holders: PostHolder[]
}

/** Every post of an instansi with how many hold it. Holders as far as the scope reaches. */
const posts = (instansiId: number) => sql`
  SELECT j.id, j.code, j.name, j.jenis, j.jenjang, j.is_head, j.unit_id, coalesce(u.top_id, u.id) AS top_id, u.name AS unit, top.name AS opd, j.seats,
    coalesce(h.definitive, 0) AS definitive, coalesce(h.acting, 0) AS acting,
    greatest(coalesce(j.seats, CASE WHEN h.definitive > 0 THEN 0 ELSE 1 END) - coalesce(h.definitive, 0), 0) AS open,
    CASE WHEN coalesce(h.definitive, 0) > j.seats THEN 'berlebih' WHEN coalesce(h.definitive, 0) = 0 AND coalesce(j.seats, 1) > 0 THEN 'kosong'
         WHEN h.definitive < j.seats THEN 'sebagian' ELSE 'lengkap' END AS state
  FROM jabatan j JOIN unit u ON u.id = j.unit_id LEFT JOIN unit top ON top.id = u.top_id
  LEFT JOIN (
    SELECT h.jabatan_id, (count(*) FILTER (WHERE h.appointment = 'definitif'))::int AS definitive,
      (count(*) FILTER (WHERE h.appointment <> 'definitif'))::int AS acting
    FROM jabatan_history h WHERE h.until_date IS NULL AND h.instansi_id = ${instansiId}::int GROUP BY h.jabatan_id) h ON h.jabatan_id = j.id
  WHERE j.instansi_id = ${instansiId}::int`

function matching(f: PostFilter) {
  const conditions = [sql`true`]
  if (f.unitId !== null) conditions.push(sql`(p.top_id = ${f.unitId} OR p.unit_id = ${f.unitId})`)
  if (f.jenjang) conditions.push(sql`p.jenjang = ${f.jenjang}`)
  if (f.state) conditions.push(sql`p.state = ${f.state}`)
  if (f.acting) conditions.push(sql`p.acting > 0`)
  for (const word of f.q.split(/\s+/).filter(Boolean).slice(0, 8))
    conditions.push(
      sql`(p.name ILIKE ${containing(word)} OR p.code ILIKE ${containing(word)} OR p.unit ILIKE ${containing(word)})`,
    )
  return sql.join(conditions, sql` AND `)
}

const orders = {
  unit: ['p.opd, p.unit, p.is_head DESC, p.name, p.id', 'p.opd DESC, p.unit DESC, p.is_head DESC, p.name, p.id'],
  nama: ['p.name, p.unit, p.id', 'p.name DESC, p.unit, p.id'],
  kosong: ['p.open DESC, p.opd, p.unit, p.name, p.id', 'p.open, p.opd, p.unit, p.name, p.id'],
} as const
export type PostOrder = keyof typeof orders

const holders = sql`
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', q.pegawai_id, 'name', q.name, 'appointment', h.appointment, 'since', h.from_date)
      ORDER BY CASE h.appointment WHEN 'definitif' THEN 1 WHEN 'plt' THEN 2 ELSE 3 END, q.name)
    FROM jabatan_history h JOIN pegawai q ON q.pegawai_id = h.pegawai_id WHERE h.jabatan_id = p.id AND h.until_date IS NULL), '[]') AS holders`

/** One page of the map: the posts that match with who holds them. */
export async function listPosts(
  tx: Tx,
  filter: PostFilter,
  page: { order: PostOrder; descending: boolean; offset: number; limit: number },
): Promise<PostRow[]> {
  const { rows } = await sql<PostRow>`
    WITH p AS (
      SELECT p.*, row_number() OVER (ORDER BY ${sql.raw(orders[page.order][page.descending ? 1 : 0])}) AS place
      FROM (${posts(filter.instansiId)}) p WHERE ${matching(filter)} ORDER BY place LIMIT ${page.limit} OFFSET ${page.offset})
    SELECT p.id, p.code, p.name, p.jenis, p.jenjang, p.is_head AS "isHead", p.unit, p.opd, p.seats, p.definitive, p.acting, p.open, p.state, ${holders}
    FROM p ORDER BY p.place`.execute(tx)
  return rows
}

/** The same by id, from after a given one on: for the API's cursor. */
export async function postsAfter(tx: Tx, filter: PostFilter, afterId: number, limit: number): Promise<PostRow[]> {
  const { rows } = await sql<PostRow>`
    SELECT p.id, p.code, p.name, p.jenis, p.jenjang, p.is_head AS "isHead", p.unit, p.opd, p.seats, p.definitive, p.acting, p.open, p.state, ${holders}
    FROM (${posts(filter.instansiId)}) p WHERE ${matching(filter)} AND p.id > ${afterId} ORDER BY p.id LIMIT ${limit}`.execute(tx)
  return rows
}

export type OfficeCount = {
  unitId: number
  unit: string
  posts: number
  /** Of the posts whose seats are known. */
  seats: number
  /** Posts whose seats are not known. */
  unknown: number
  definitive: number
  vacant: number
  open: number
  acting: number
}

/** Counts of the posts that match, by office. */
export async function countPosts(tx: Tx, filter: PostFilter): Promise<OfficeCount[]> {
  const { rows } = await sql<OfficeCount>`
    SELECT p.top_id AS "unitId", coalesce(p.opd, min(p.unit)) AS unit, count(*)::int AS posts, coalesce(sum(p.seats), 0)::int AS seats,
      (count(*) FILTER (WHERE p.seats IS NULL))::int AS unknown, sum(p.definitive)::int AS definitive,
      (count(*) FILTER (WHERE p.state = 'kosong'))::int AS vacant, sum(p.open)::int AS open,
      (count(*) FILTER (WHERE p.acting > 0))::int AS acting
    FROM (${posts(filter.instansiId)}) p WHERE ${matching(filter)} GROUP BY p.top_id, p.opd ORDER BY unit, p.top_id`.execute(tx)
  return rows
}
