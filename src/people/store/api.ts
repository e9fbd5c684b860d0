import { type Db, sql } from '../../platform/db/index.ts'
import type { Jenjang } from '../../regulation/index.ts'
import type { Jenis } from '../labels.ts'

/** `instansiIds` null: of all. Ordered by id, after `afterId`. */
type Part = { instansiIds: number[] | null; afterId: number; limit: number }

export type ApiUnit = { id: number; instansi: string; parentId: number | null; opdId: number | null; code: string; name: string }

export async function unitsAfter(db: Db, part: Part): Promise<ApiUnit[]> {
  const { rows } = await sql<ApiUnit>`
    SELECT u.id, i.region_code AS instansi, u.parent_id AS "parentId", u.top_id AS "opdId", u.code, u.name
    FROM unit u JOIN instansi i ON i.id = u.instansi_id
    WHERE (${part.instansiIds}::int[] IS NULL OR u.instansi_id = ANY (${part.instansiIds}::int[])) AND u.id > ${part.afterId}
    ORDER BY u.id LIMIT ${part.limit}`.execute(db)
  return rows
}

export type ApiJabatan = {
  id: number
  instansi: string
  unit: { id: number; name: string }
  code: string
  name: string
  jenis: Jenis
  jenjang: Jenjang
  urusan: string | null
  isHead: boolean
}

export async function jabatanAfter(db: Db, part: Part): Promise<ApiJabatan[]> {
  const { rows } = await sql<ApiJabatan>`
    SELECT j.id, i.region_code AS instansi, jsonb_build_object('id', u.id, 'name', u.name) AS unit, j.code, j.name, j.jenis, j.jenjang,
           j.urusan, j.is_head AS "isHead"
    FROM jabatan j JOIN unit u ON u.id = j.unit_id JOIN instansi i ON i.id = j.instansi_id
    WHERE (${part.instansiIds}::int[] IS NULL OR j.instansi_id = ANY (${part.instansiIds}::int[])) AND j.id > ${part.afterId}
    ORDER BY j.id LIMIT ${part.limit}`.execute(db)
  return rows
}
