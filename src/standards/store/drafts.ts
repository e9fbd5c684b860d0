import { containing, type Db, sql, type Tx } from '../../platform/db/index.ts'
import type { Jenjang } from '../../regulation/index.ts'

export type DraftFilter = {
  /** Null: what ships. */
  instansiId: number | null
  for: 'jabatan' | 'kelas' | null
  from: 'padanan' | 'sendiri' | null
  q: string
}
export type DraftRow = {
  id: number
  revision: number
  jabatanId: number | null
  jabatan: string | null
  unit: string | null
  /** The office above the unit. */
  opd: string | null
  jenjang: Jenjang | null
  urusan: string | null
  family: string | null
  levels: number
  madeBy: string | null
  madeAt: Date
  total: number
}

const name = 'coalesce(j.name, s.jenjang)'
const orders = {
  disusun: ['s.made_at, s.id', 's.made_at DESC, s.id DESC'],
  nama: [`${name}, u.name, s.id`, `${name} DESC, u.name, s.id`],
} as const
export type DraftOrder = keyof typeof orders
type DraftPage = { order: DraftOrder; descending: boolean; offset: number; limit: number }

/** The drafts of one owner that wait to be set. */
export async function listDrafts(db: Db | Tx, f: DraftFilter, page: DraftPage): Promise<DraftRow[]> {
  const order = sql.raw(orders[page.order][page.descending ? 1 : 0])
  const { rows } = await sql<DraftRow>`
    SELECT s.id, s.revision, s.jabatan_id AS "jabatanId", j.name AS jabatan, u.name AS unit, top.name AS opd, s.jenjang, s.urusan, s.family, m.name AS "madeBy",
           s.made_at AS "madeAt", count(*) OVER ()::int AS total,
           (SELECT count(*)::int FROM standard_level l WHERE l.standard_id = s.id) AS levels
    FROM standard s LEFT JOIN jabatan j ON j.id = s.jabatan_id LEFT JOIN unit u ON u.id = j.unit_id LEFT JOIN unit top ON top.id = u.top_id
    LEFT JOIN identity.user_account m ON m.id = s.made_by
    WHERE s.state = 'draft' AND s.instansi_id IS NOT DISTINCT FROM ${f.instansiId}::int
      AND (${f.for}::text IS NULL OR (s.jabatan_id IS NOT NULL) = (${f.for} = 'jabatan'))
      AND (${f.from}::text IS NULL OR (s.copied_from IS NOT NULL) = (${f.from} = 'padanan'))
      AND (${f.q} = '' OR coalesce(j.name, s.family, s.urusan, s.jenjang) ILIKE ${containing(f.q)})
    ORDER BY ${order} LIMIT ${page.limit} OFFSET ${page.offset}`.execute(db)
  return rows
}
