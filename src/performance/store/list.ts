import { namesLike, nipDigits } from '../../people/index.ts'
import { sql, type Tx } from '../../platform/db/index.ts'
import type { PerformancePredicate, PerformanceRating } from '../../regulation/index.ts'
import type { Period } from '../rules/period.ts'
import { type RatingRow, ratingColumns } from './ratings.ts'

export type Place = {
  /** Null: all people of the scope. */
  instansiId: number | null
  /** The unit and those below it. */
  unitId: number | null
}
/** `belum`: nobody rated them; `hasil` and `perilaku`: rated below expectation there. */
export type RatedState = PerformancePredicate | 'belum' | 'hasil' | 'perilaku'
export type ListFilter = Place & {
  period: Period
  state: RatedState | null
  /** Words of the name, or the beginning of a NIP. */
  q: string
}

export type ListRow = {
  pegawaiId: number
  nip: string
  name: string
  jabatan: string | null
  unit: string
  opd: string | null
  /** Null: not rated for this period. */
  ratingId: number | null
  result: PerformanceRating | null
  behaviour: PerformanceRating | null
  predicate: PerformancePredicate | null
  target: number | null
  achieved: number | null
  targetUnit: string | null
}

const people = ({ instansiId, unitId }: Place) => {
  const conditions = [sql`p.status = 'aktif'`]
  if (instansiId !== null) conditions.push(sql`p.instansi_id = ${instansiId}`)
  if (unitId !== null)
    conditions.push(sql`p.unit_id IN (
      WITH RECURSIVE below AS (SELECT ${unitId}::int AS id UNION SELECT v.id FROM unit v JOIN below b ON v.parent_id = b.id)
      SELECT id FROM below)`)
  return sql.join(conditions, sql` AND `)
}

// Each person's rating by the index of persons: however little the planner knows of a table that was just filled.
const rated = ({ year, kind, number }: Period) => sql`
  LEFT JOIN LATERAL (SELECT o.* FROM performance_rating o WHERE o.pegawai_id = p.pegawai_id AND o.year = ${year} AND o.period = ${kind}
    AND o.period_number = ${number} AND o.superseded_at IS NULL LIMIT 1) r ON true`

function stateIs(state: RatedState | null) {
  if (state === null) return sql`true`
  if (state === 'belum') return sql`r.id IS NULL`
  if (state === 'hasil') return sql`r.result_below`
  if (state === 'perilaku') return sql`r.behaviour_below`
  return sql`r.predicate = ${state}`
}

const matching = (filter: ListFilter) => {
  const digits = nipDigits(filter.q)
  const search = digits ? sql`p.nip LIKE ${`${digits}%`}` : namesLike(sql`p.name`, filter.q)
  return sql`${people(filter)} AND ${stateIs(filter.state)} AND ${search}`
}

// Best first; who was not rated comes last either way.
const rank = `array_position(ARRAY['sangat_baik', 'baik', 'butuh_perbaikan', 'kurang', 'sangat_kurang'], r.predicate)`
const percent = 'r.achieved / nullif(r.target, 0)'
const orders = {
  nama: ['p.name, p.pegawai_id', 'p.name DESC, p.pegawai_id DESC'],
  predikat: [`${rank} NULLS LAST, p.name, p.pegawai_id`, `${rank} DESC NULLS LAST, p.name, p.pegawai_id`],
  capaian: [`${percent} NULLS LAST, p.name, p.pegawai_id`, `${percent} DESC NULLS LAST, p.name, p.pegawai_id`],
} as const
export type ListOrder = keyof typeof orders

/** The active people in scope that match, with their rating of the period. */
export async function listRatings(
  tx: Tx,
  filter: ListFilter,
  page: { order: ListOrder; descending: boolean; offset?: number; limit: number },
): Promise<ListRow[]> {
  const { rows } = await sql<ListRow>`
    SELECT p.pegawai_id AS "pegawaiId", p.nip, p.name, j.name AS jabatan, u.name AS unit, top.name AS opd, r.id AS "ratingId", r.result_rating AS result,
           r.behaviour_rating AS behaviour, r.predicate, r.target::float8 AS target, r.achieved::float8 AS achieved, r.target_unit AS "targetUnit"
    FROM pegawai p JOIN unit u ON u.id = p.unit_id LEFT JOIN unit top ON top.id = u.top_id LEFT JOIN jabatan j ON j.id = p.jabatan_id
    ${rated(filter.period)}
    WHERE ${matching(filter)}
    ORDER BY ${sql.raw(orders[page.order][page.descending ? 1 : 0])} LIMIT ${page.limit} OFFSET ${page.offset ?? 0}`.execute(tx)
  return rows
}

export type Distribution = Record<PerformancePredicate, number> & {
  active: number
  rated: number
  /** Rated, but the predicate is not known. */
  unknown: number
  resultBelow: number
  behaviourBelow: number
  /** How many match the whole filter. */
  matching: number
}

/** How the active people of a place were rated for a period; and how many match the filter, which may be narrower. */
export async function distribution(tx: Tx, filter: ListFilter): Promise<Distribution> {
  const { rows } = await sql<Distribution>`
    SELECT count(*)::int AS active, count(r.id)::int AS rated, (count(r.id) - count(r.predicate))::int AS unknown,
      (count(*) FILTER (WHERE r.predicate = 'sangat_baik'))::int AS sangat_baik, (count(*) FILTER (WHERE r.predicate = 'baik'))::int AS baik,
      (count(*) FILTER (WHERE r.predicate = 'butuh_perbaikan'))::int AS butuh_perbaikan,
      (count(*) FILTER (WHERE r.predicate = 'kurang'))::int AS kurang, (count(*) FILTER (WHERE r.predicate = 'sangat_kurang'))::int AS sangat_kurang,
      (count(*) FILTER (WHERE r.result_below))::int AS "resultBelow", (count(*) FILTER (WHERE r.behaviour_below))::int AS "behaviourBelow",
      (count(*) FILTER (WHERE ${matching(filter)}))::int AS matching
    FROM pegawai p ${rated(filter.period)} WHERE ${people(filter)}`.execute(tx)
  return rows[0]!
}

export type ApiRating = RatingRow & { nip: string; name: string }

/** The ratings that count, by person and id: after those of `after`. */
export async function ratingsAfter(
  tx: Tx,
  filter: { instansiId: number | null; year: number | null; after: [pegawaiId: number, id: number]; limit: number },
): Promise<ApiRating[]> {
  const { rows } = await sql<ApiRating>`
    SELECT ${ratingColumns}, a.name AS "recordedBy", NULL AS "supersededBy", p.nip, p.name
    FROM performance_rating r JOIN pegawai p ON p.pegawai_id = r.pegawai_id JOIN instansi i ON i.id = r.instansi_then
    LEFT JOIN identity.user_account a ON a.id = r.recorded_by
    WHERE r.superseded_at IS NULL AND (${filter.instansiId}::int IS NULL OR r.instansi_id = ${filter.instansiId}::int)
      AND (${filter.year}::int IS NULL OR r.year = ${filter.year}::int)
      AND (r.pegawai_id, r.id) > (${filter.after[0]}::int, ${filter.after[1]}::int)
    ORDER BY r.pegawai_id, r.id LIMIT ${filter.limit}`.execute(tx)
  return rows
}
