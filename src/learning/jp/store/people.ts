import { namesLike, nipDigits } from '../../../people/index.ts'
import { sql, type Tx } from '../../../platform/db/index.ts'
import type { Employment, Warning } from '../rules/recognise.ts'

/**
 * `kurang`: less than is asked for; `prakiraan`: and by the forecast of the year at hand still less; `cukup`: as much; `periksa`: with a
 * warning; `kosong`: nothing learned.
 */
export const peopleStates = ['kurang', 'prakiraan', 'cukup', 'periksa', 'kosong'] as const
export type PeopleState = (typeof peopleStates)[number]

export type PeopleFilter = {
  instansiId: number | null
  /** The unit and those below it. */
  unitId: number | null
  year: number
  /** Whole JP that a PNS must reach in the year; null: none. */
  required: number | null
  employment: Employment | null
  state: PeopleState | null
  /** Words of the name, or the beginning of a NIP. */
  q: string
}

export type PersonRow = {
  pegawaiId: number
  nip: string
  name: string
  jabatan: string | null
  unit: string
  opd: string | null
  employment: Employment
  required: number | null
  /** Tenths of a JP. */
  claimed: number
  recognised: number
  ten: number
  twenty: number
  seventy: number
  /** What the classes enrolled in would add; 0 in years gone by. */
  adds: number
  records: number
  warnings: Warning[]
}

const required = (filter: Pick<PeopleFilter, 'required'>) =>
  sql`(CASE WHEN coalesce(y.employment, p.employment) = 'pns' THEN ${filter.required}::int END)`
const ofYear = (year: number) => sql`
  LEFT JOIN jp_year y ON y.pegawai_id = p.pegawai_id AND y.year = ${year}::int
  LEFT JOIN jp_expected x ON x.pegawai_id = p.pegawai_id AND x.year = ${year}::int`
const forecast = sql`(coalesce(y.recognised, 0) + coalesce(x.adds, 0))`

const stateIs = (filter: PeopleFilter) => {
  switch (filter.state) {
    case null:
      return sql`true`
    case 'kurang':
      return sql`coalesce(y.recognised, 0) < 10 * ${required(filter)}`
    case 'prakiraan':
      return sql`${forecast} < 10 * ${required(filter)}`
    case 'cukup':
      return sql`y.recognised >= 10 * ${required(filter)}`
    case 'periksa':
      return sql`y.warnings <> '[]'`
    case 'kosong':
      return sql`y.pegawai_id IS NULL`
  }
}

function matching(filter: PeopleFilter) {
  const conditions = [sql`p.status = 'aktif'`, stateIs(filter)]
  if (filter.instansiId !== null) conditions.push(sql`p.instansi_id = ${filter.instansiId}::int`)
  if (filter.unitId !== null)
    conditions.push(sql`p.unit_id IN (
      WITH RECURSIVE below AS (SELECT ${filter.unitId}::int AS id UNION SELECT v.id FROM unit v JOIN below b ON v.parent_id = b.id)
      SELECT id FROM below)`)
  if (filter.employment !== null) conditions.push(sql`coalesce(y.employment, p.employment) = ${filter.employment}`)
  const digits = nipDigits(filter.q)
  conditions.push(digits ? sql`p.nip LIKE ${`${digits}%`}` : namesLike(sql`p.name`, filter.q))
  return sql.join(conditions, sql` AND `)
}

const orders = {
  nama: ['p.name, p.pegawai_id', 'p.name DESC, p.pegawai_id DESC'],
  jp: ['coalesce(y.recognised, 0), p.name, p.pegawai_id', 'coalesce(y.recognised, 0) DESC, p.name, p.pegawai_id'],
  prakiraan: [
    'coalesce(y.recognised, 0) + coalesce(x.adds, 0), p.name, p.pegawai_id',
    'coalesce(y.recognised, 0) + coalesce(x.adds, 0) DESC, p.name, p.pegawai_id',
  ],
} as const
export type PeopleOrder = keyof typeof orders

const personColumns = (filter: Pick<PeopleFilter, 'required'>) => sql`
  p.pegawai_id AS "pegawaiId", p.nip, p.name, j.name AS jabatan, u.name AS unit, top.name AS opd, coalesce(y.employment, p.employment) AS employment,
  ${required(filter)} AS required, coalesce(y.claimed, 0) AS claimed, coalesce(y.recognised, 0) AS recognised, coalesce(y.ten, 0) AS ten,
  coalesce(y.twenty, 0) AS twenty, coalesce(y.seventy, 0) AS seventy, coalesce(x.adds, 0) AS adds, coalesce(y.records, 0) AS records, coalesce(y.warnings, '[]') AS warnings`
const places = sql`JOIN unit u ON u.id = p.unit_id LEFT JOIN unit top ON top.id = u.top_id LEFT JOIN jabatan j ON j.id = p.jabatan_id`

/** The active people in scope that match, with their year. */
export async function listPeople(
  tx: Tx,
  filter: PeopleFilter,
  page: { order: PeopleOrder; descending: boolean; offset?: number; limit: number },
): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    SELECT ${personColumns(filter)} FROM pegawai p ${places} ${ofYear(filter.year)}
    WHERE ${matching(filter)}
    ORDER BY ${sql.raw(orders[page.order][page.descending ? 1 : 0])} LIMIT ${page.limit} OFFSET ${page.offset ?? 0}`.execute(tx)
  return rows
}

/** `short`: PNS whose forecast is below what is asked for. */
export type PeopleCounts = { matching: number; pns: number; reached: number; short: number }

export async function countPeople(tx: Tx, filter: PeopleFilter): Promise<PeopleCounts> {
  const everyone = { ...filter, state: null }
  const { rows } = await sql<PeopleCounts>`
    SELECT (count(*) FILTER (WHERE ${stateIs(filter)}))::int AS matching, count(${required(filter)})::int AS pns,
      (count(*) FILTER (WHERE y.recognised >= 10 * ${required(filter)}))::int AS reached,
      (count(*) FILTER (WHERE ${forecast} < 10 * ${required(filter)}))::int AS short
    FROM pegawai p ${ofYear(filter.year)} WHERE ${matching(everyone)}`.execute(tx)
  return rows[0]!
}

/** By person, after one: of the instansi, or of all in scope. */
export async function peopleAfter(
  tx: Tx,
  filter: Pick<PeopleFilter, 'instansiId' | 'year' | 'required'> & { after: number; limit: number },
): Promise<(PersonRow & { instansi: string })[]> {
  const { rows } = await sql<PersonRow & { instansi: string }>`
    SELECT ${personColumns(filter)}, i.region_code AS instansi FROM pegawai p JOIN instansi i ON i.id = p.instansi_id ${places} ${ofYear(filter.year)}
    WHERE p.status = 'aktif' AND p.pegawai_id > ${filter.after}::int
      AND (${filter.instansiId}::int IS NULL OR p.instansi_id = ${filter.instansiId}::int)
    ORDER BY p.pegawai_id LIMIT ${filter.limit}`.execute(tx)
  return rows
}
