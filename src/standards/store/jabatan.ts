import { containing, type Db, sql, type Tx } from '../../platform/db/index.ts'
import type { Jenjang } from '../../regulation/index.ts'

export type Jabatan = {
  id: number
  code: string
  name: string
  jenis: Jenis
  jenjang: Jenjang
  urusan: string | null
  unit: { id: number; name: string }
  instansi: { id: number; name: string; regionCode: string; timeZone: string }
}

export async function jabatanById(db: Db | Tx, id: number): Promise<Jabatan | null> {
  const { rows } = await sql<Jabatan>`
    SELECT j.id, j.code, j.name, j.jenis, j.jenjang, j.urusan, jsonb_build_object('id', u.id, 'name', u.name) AS unit,
           jsonb_build_object('id', i.id, 'name', i.name, 'regionCode', i.region_code, 'timeZone', i.time_zone) AS instansi
    FROM jabatan j JOIN unit u ON u.id = j.unit_id JOIN instansi i ON i.id = j.instansi_id
    WHERE j.id = ${id}`.execute(db)
  return rows[0] ?? null
}

export type StandardSource = 'sendiri' | 'bawaan'
export type JabatanFilter = {
  instansiId: number
  /** An office (OPD), or one unit in it. */
  unitId: number | null
  jenjang: Jenjang | null
  source: StandardSource | null
  q: string
}
export type JabatanWithStandard = {
  id: number
  code: string
  name: string
  unit: string
  opd: string | null
  jenjang: Jenjang
  urusan: string | null
  competencies: number
  /** How many of them have a level that was set for this jabatan. */
  own: number
}

const hasOwn = sql<boolean>`EXISTS (SELECT FROM standard s WHERE s.jabatan_id = j.id AND s.state = 'active')`

function matching(filter: JabatanFilter) {
  const conditions = [sql`j.instansi_id = ${filter.instansiId}`]
  if (filter.unitId !== null) conditions.push(sql`(u.top_id = ${filter.unitId} OR u.id = ${filter.unitId})`)
  if (filter.jenjang) conditions.push(sql`j.jenjang = ${filter.jenjang}`)
  if (filter.source) conditions.push(filter.source === 'sendiri' ? hasOwn : sql`NOT ${hasOwn}`)
  for (const word of filter.q.split(/\s+/).filter(Boolean).slice(0, 8)) conditions.push(sql`j.name ILIKE ${containing(word)}`)
  return sql.join(conditions, sql` AND `)
}

const orders = {
  nama: ['j.name, u.name, j.id', 'j.name DESC, u.name, j.id'],
  unit: ['u.name, j.name, j.id', 'u.name DESC, j.name, j.id'],
} as const
export type JabatanOrder = keyof typeof orders

/** Jabatan with what their standard consists of; the counts are taken for the rows of the page only. */
export async function listJabatan(
  db: Db,
  filter: JabatanFilter,
  page: { order: JabatanOrder; descending: boolean; offset: number; limit: number },
): Promise<JabatanWithStandard[]> {
  const order = sql.raw(orders[page.order][page.descending ? 1 : 0])
  const { rows } = await sql<JabatanWithStandard>`
    WITH page AS (
      SELECT j.id, j.code, j.name, j.jenjang, j.urusan, u.name AS unit, top.name AS opd, row_number() OVER (ORDER BY ${order}) AS place
      FROM jabatan j JOIN unit u ON u.id = j.unit_id LEFT JOIN unit top ON top.id = u.top_id
      WHERE ${matching(filter)} ORDER BY ${order} LIMIT ${page.limit} OFFSET ${page.offset})
    SELECT page.id, page.code, page.name, page.jenjang, page.urusan, page.unit, page.opd, r.competencies, r.own
    FROM page
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS competencies, (count(*) FILTER (WHERE NOT r.from_class))::int AS own
      FROM jabatan_requirement r WHERE r.jabatan_id = page.id) r
    ORDER BY page.place`.execute(db)
  return rows
}

export async function countJabatan(db: Db, filter: JabatanFilter): Promise<{ total: number; own: number }> {
  const { rows } = await sql<{ total: number; own: number }>`
    SELECT count(*)::int AS total, (count(*) FILTER (WHERE ${hasOwn}))::int AS own
    FROM jabatan j JOIN unit u ON u.id = j.unit_id WHERE ${matching(filter)}`.execute(db)
  return rows[0]!
}

export type StandardLine = {
  jabatanCode: string
  jabatan: string
  competencyCode: string
  competency: string
  level: number
  fromClass: boolean
}

/** Every line of the standards of the jabatan that match, for a workbook. */
export async function standardLines(db: Db, filter: JabatanFilter): Promise<StandardLine[]> {
  const { rows } = await sql<StandardLine>`
    SELECT j.code AS "jabatanCode", j.name AS jabatan, c.code AS "competencyCode", c.name AS competency, r.level, r.from_class AS "fromClass"
    FROM jabatan j JOIN unit u ON u.id = j.unit_id
    CROSS JOIN LATERAL (SELECT competency_id, level, from_class FROM jabatan_requirement WHERE jabatan_id = j.id OFFSET 0) r -- never the whole view
    JOIN competency c ON c.id = r.competency_id
    WHERE ${matching(filter)} ORDER BY j.name, j.id, c.sort, c.code`.execute(db)
  return rows
}
