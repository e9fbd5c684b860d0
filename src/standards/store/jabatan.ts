import type { Jenis } from '../../people/index.ts'
import { containing, type Db, sql, type Tx } from '../../platform/db/index.ts'
import type { Jenjang } from '../../regulation/index.ts'
import type { FormTexts, Qualification } from '../rules/content.ts'

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

export type StandardSource = 'sendiri' | 'bawaan' | 'rancangan'
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
  hasOwn: boolean
  hasDraft: boolean
}

const has = (state: 'active' | 'draft') =>
  sql<boolean>`EXISTS (SELECT FROM standard s WHERE s.jabatan_id = j.id AND s.state = ${sql.lit(state)})`
const bySource: Record<StandardSource, ReturnType<typeof sql>> = {
  sendiri: has('active'),
  bawaan: sql`NOT ${has('active')}`,
  rancangan: has('draft'),
}

function matching(filter: JabatanFilter) {
  const conditions = [sql`j.instansi_id = ${filter.instansiId}`]
  if (filter.unitId !== null) conditions.push(sql`(u.top_id = ${filter.unitId} OR u.id = ${filter.unitId})`)
  if (filter.jenjang) conditions.push(sql`j.jenjang = ${filter.jenjang}`)
  if (filter.source) conditions.push(bySource[filter.source])
  for (const word of filter.q.split(/\s+/).filter(Boolean).slice(0, 8))
    conditions.push(sql`(j.name ILIKE ${containing(word)} OR j.code ILIKE ${containing(word)})`)
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
      SELECT j.id, j.code, j.name, j.jenjang, j.urusan, u.name AS unit, top.name AS opd, ${has('active')} AS "hasOwn", ${has('draft')} AS "hasDraft",
             row_number() OVER (ORDER BY ${order}) AS place
      FROM jabatan j JOIN unit u ON u.id = j.unit_id LEFT JOIN unit top ON top.id = u.top_id
      WHERE ${matching(filter)} ORDER BY ${order} LIMIT ${page.limit} OFFSET ${page.offset})
    SELECT page.id, page.code, page.name, page.jenjang, page.urusan, page.unit, page.opd, page."hasOwn", page."hasDraft", r.competencies, r.own
    FROM page
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS competencies, (count(*) FILTER (WHERE NOT r.from_class))::int AS own
      FROM jabatan_requirement r WHERE r.jabatan_id = page.id) r
    ORDER BY page.place`.execute(db)
  return rows
}

export async function countJabatan(db: Db, filter: JabatanFilter): Promise<{ total: number; own: number }> {
  const { rows } = await sql<{ total: number; own: number }>`
    SELECT count(*)::int AS total, (count(*) FILTER (WHERE ${has('active')}))::int AS own
    FROM jabatan j JOIN unit u ON u.id = j.unit_id WHERE ${matching(filter)}`.execute(db)
  return rows[0]!
}

export type JabatanForSheet = Pick<JabatanWithStandard, 'code' | 'name' | 'unit' | 'opd' | 'jenjang' | 'urusan'> &
  FormTexts & {
    legalBasis: string | null
    /** Levels by competency: set for the jabatan itself, and as they hold. */
    own: Record<string, number>
    holds: Record<string, number>
    qualifications: Qualification[]
  }

/** The jabatan that match with what was set for themselves and what holds, for a workbook. */
export async function jabatanForSheet(
  db: Db,
  filter: JabatanFilter,
  order: JabatanOrder,
  descending: boolean,
): Promise<JabatanForSheet[]> {
  const { rows } = await sql<JabatanForSheet>`
    SELECT j.code, j.name, u.name AS unit, top.name AS opd, j.jenjang, j.urusan, s.legal_basis AS "legalBasis", s.summary, s.education,
      s.education_fields AS "educationFields", s.golongan, s.performance_indicators AS "performanceIndicators",
      coalesce((SELECT jsonb_object_agg(l.competency_id, l.level) FROM standard_level l WHERE l.standard_id = s.id), '{}') AS own,
      coalesce((SELECT jsonb_object_agg(r.competency_id, r.level) FROM jabatan_requirement r WHERE r.jabatan_id = j.id), '{}') AS holds,
      coalesce((SELECT jsonb_agg(jsonb_build_object('kind', q.kind, 'trainingKind', q.training_kind, 'name', q.name, 'also', q.also, 'months', q.months,
          'importance', q.importance, 'mandateBasis', q.mandate_basis) ORDER BY q.sort)
        FROM standard_qualification q WHERE q.standard_id = s.id), '[]') AS qualifications
    FROM jabatan j JOIN unit u ON u.id = j.unit_id LEFT JOIN unit top ON top.id = u.top_id
    LEFT JOIN standard s ON s.jabatan_id = j.id AND s.state = 'active'
    WHERE ${matching(filter)} ORDER BY ${sql.raw(orders[order][descending ? 1 : 0])}`.execute(db)
  return rows
}

/** How many drafts of standards wait in an instansi (null: among what ships). */
export async function countDrafts(db: Db, instansiId: number | null): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM standard WHERE instansi_id IS NOT DISTINCT FROM ${instansiId}::int AND state = 'draft'`.execute(
    db,
  )
  return rows[0]!.n
}
