import { namesLike, nipDigits } from '../../../people/index.ts'
import { sql, type Tx } from '../../../platform/db/index.ts'
import {
  type IkkBand,
  ikkBands,
  type JpmCap,
  type JpmCategory,
  type JpmPurpose,
  jpmBands,
  type Pillar,
  potentialScale,
} from '../../../regulation/index.ts'
import { spokenScores } from '../../potential/store.ts'
import type { IkkWeights } from '../../rules/ikk.ts'

/** By what people are weighed: the local rules of a day `yyyy-mm-dd`. */
export type Weighing = { cap: JpmCap; weights: IkkWeights; purpose: JpmPurpose; day: string }

export type StandingFilter = {
  instansiId: number
  /** The unit and those below it. */
  unitId: number | null
  /** Those who take part in it, whatever is known of them. */
  campaignId: number | null
  /** Words of the name, or the beginning of a NIP. */
  q: string
  /** Only who has at least one result that holds. */
  assessed: boolean
  band: IkkBand | 'belum' | null
  category: JpmCategory | 'belum' | null
}

export type Standing = {
  pegawaiId: number
  nip: string
  name: string
  jabatan: string | null
  unit: string
  opd: string | null
  /** Sums of levels over what was assessed and holds; null where nothing was. */
  held: number | null
  capped: number | null
  required: number | null
  /** Of the competencies that the jabatan asks for. */
  assessed: number
  asked: number
  /** Sum over the aspects that were assessed, and what it could be; null where none was. */
  potential: number | null
  potentialOf: number | null
  aspects: number
  /** The first day on which one of these results ends. */
  validUntil: string | null
  /** By rules/ikk.ts in SQL (standings.db.test.ts proves the two equal); null: not known. */
  band: IkkBand | null
  ikk: number | null
  category: JpmCategory | null
}

export type StandingOrder = 'nama' | 'unit' | 'ikk' | 'kompetensi' | 'potensi'

const people = ({ instansiId, unitId, campaignId, q }: StandingFilter) => {
  const conditions = [sql`p.instansi_id = ${instansiId} AND p.status = 'aktif'`]
  if (unitId !== null)
    conditions.push(sql`p.unit_id IN (
      WITH RECURSIVE below AS (SELECT ${unitId}::int AS id UNION SELECT v.id FROM unit v JOIN below b ON v.parent_id = b.id)
      SELECT id FROM below)`)
  if (campaignId !== null)
    conditions.push(
      sql`p.pegawai_id IN (SELECT t.pegawai_id FROM campaign_participant t WHERE t.campaign_id = ${campaignId} AND t.left_at IS NULL)`,
    )
  const digits = nipDigits(q)
  if (q !== '') conditions.push(digits === null ? namesLike(sql`p.name`, q) : sql`p.nip LIKE ${`${digits}%`}`)
  return sql.join(conditions, sql` AND `)
}

/** A percentage as whole numbers: `above` parts of `below`. */
const bandOf = (day: string) => {
  const cases = ikkBands
    .at(day)
    .value.map(({ band, from, above }) =>
      from !== undefined
        ? sql`WHEN x.above >= ${from}::int * x.below THEN ${band}`
        : above !== undefined
          ? sql`WHEN x.above > ${above}::int * x.below THEN ${band}`
          : sql`WHEN x.above IS NOT NULL THEN ${band}`,
    )
  return sql`CASE ${sql.join(cases, sql` `)} END`
}

const categoryOf = ({ purpose, day }: Weighing) => {
  const cases = jpmBands[purpose]
    .at(day)
    .value.map(({ from, category }) => sql`WHEN 100 * x.counted >= ${from}::int * x.required THEN ${category}`)
  return sql`CASE ${sql.join(cases, sql` `)} END`
}

const countedBy: Record<JpmCap, ReturnType<typeof sql>> = {
  item: sql`m.capped`,
  total: sql`least(m.held, m.required)`,
  none: sql`m.held`,
}

/** `standing`: one row a person of the place, with everything that is weighed; exact until the last division. */
function standings(filter: StandingFilter, by: Weighing) {
  const { weights, day } = by
  const highest = potentialScale.at(day).value.highest
  // What carries no weight may be unknown.
  const potential = weights.potensi > 0 ? sql`t.score` : sql`coalesce(t.score, 0)`
  const potentialOf = weights.potensi > 0 ? sql`t.score_of` : sql`coalesce(t.score_of, 1)`
  const counted = weights.kompetensi > 0 ? countedBy[by.cap] : sql`coalesce(${countedBy[by.cap]}, 0)`
  const required = weights.kompetensi > 0 ? sql`m.required` : sql`coalesce(m.required, 1)`
  return sql`
    person AS MATERIALIZED (SELECT p.pegawai_id, p.nip, p.name, p.jabatan_id, p.unit_id FROM pegawai p WHERE ${people(filter)}),
    match AS (
      SELECT p.pegawai_id, sum(c.level)::int AS held,
             (sum(least(c.level, r.level)) FILTER (WHERE c.level IS NOT NULL))::int AS capped, -- least() passes over what is null
             (sum(r.level) FILTER (WHERE c.level IS NOT NULL))::int AS required, count(c.level)::int AS assessed, count(*)::int AS asked,
             min(c.valid_until) AS valid_until
      FROM person p JOIN jabatan_requirement r ON r.jabatan_id = p.jabatan_id
      LEFT JOIN competency_profile c ON c.pegawai_id = p.pegawai_id AND c.competency_id = r.competency_id AND c.valid_until >= ${day}::date
      GROUP BY p.pegawai_id),
    potential AS (
      SELECT pegawai_id, sum(score)::int AS score, (count(*) * ${highest}::int)::int AS score_of, count(*)::int AS aspects, min(valid_until) AS valid_until
      FROM (${spokenScores(filter.instansiId, day)}) s GROUP BY pegawai_id),
    exact AS (
      SELECT p.*, m.held, m.capped, m.required, coalesce(m.assessed, 0) AS assessed, coalesce(m.asked, 0) AS asked, ${countedBy[by.cap]} AS counted,
             t.score, t.score_of, coalesce(t.aspects, 0) AS aspects, least(m.valid_until, t.valid_until) AS valid_until,
             100 * ${potentialOf} * ${required} - ${weights.potensi}::int * ${potential} * ${required}
               - ${weights.kompetensi}::int * ${counted} * ${potentialOf} AS above,
             ${potentialOf} * ${required} AS below
      FROM person p LEFT JOIN match m USING (pegawai_id) LEFT JOIN potential t USING (pegawai_id)
      WHERE NOT ${filter.assessed}::boolean OR m.required IS NOT NULL OR t.score IS NOT NULL),
    standing AS MATERIALIZED (
      SELECT x.*, ${bandOf(day)} AS band, x.above::float8 / x.below AS ikk, ${categoryOf(by)} AS category FROM exact x)`
}

const orders: Record<StandingOrder, readonly [up: string, down: string]> = {
  nama: ['s.name, s.pegawai_id', 's.name DESC, s.pegawai_id DESC'],
  unit: ['top.name NULLS LAST, u.name, s.name, s.pegawai_id', 'top.name DESC NULLS LAST, u.name DESC, s.name, s.pegawai_id'],
  ikk: ['s.ikk NULLS LAST, s.name, s.pegawai_id', 's.ikk DESC NULLS LAST, s.name, s.pegawai_id'],
  kompetensi: [
    's.counted::float8 / s.required NULLS LAST, s.name, s.pegawai_id',
    's.counted::float8 / s.required DESC NULLS LAST, s.name, s.pegawai_id',
  ],
  potensi: [
    's.score::float8 / s.score_of NULLS LAST, s.name, s.pegawai_id',
    's.score::float8 / s.score_of DESC NULLS LAST, s.name, s.pegawai_id',
  ],
}

const isOne = (column: 'band' | 'category', wanted: string | null) =>
  wanted === null
    ? sql`true`
    : wanted === 'belum'
      ? sql`${sql.ref(`s.${column}`)} IS NULL`
      : sql`${sql.ref(`s.${column}`)} = ${wanted}`
const matching = ({ band, category }: StandingFilter) => sql`${isOne('band', band)} AND ${isOne('category', category)}`

export type Part = { order: StandingOrder; descending: boolean; offset: number; limit: number }

const listed = (filter: StandingFilter, { order, descending, offset, limit }: Part) => sql`
  SELECT s.pegawai_id AS "pegawaiId", s.nip, s.name, s.jabatan_id, j.name AS jabatan, u.name AS unit, top.name AS opd, s.held, s.capped, s.required,
         s.assessed, s.asked, s.score AS potential, s.score_of AS "potentialOf", s.aspects, s.valid_until AS "validUntil", s.band, s.ikk, s.category,
         row_number() OVER (ORDER BY ${sql.raw(orders[order][descending ? 1 : 0])}) AS place
  FROM standing s JOIN unit u ON u.id = s.unit_id LEFT JOIN unit top ON top.id = u.top_id LEFT JOIN jabatan j ON j.id = s.jabatan_id
  WHERE ${matching(filter)}
  ORDER BY place LIMIT ${limit} OFFSET ${offset}`

/** How many people stand where; `belum`: not known. `matching` is how many the whole filter leaves. */
export type StandingCounts = {
  people: number
  matching: number
  /** Of whose competence something is known. */
  competency: number
  bands: Record<IkkBand | 'belum', number>
}

type CountRow = Record<IkkBand | 'belum' | 'people' | 'matching' | 'competency', number>
const counted = (filter: StandingFilter) => sql`
  SELECT count(*)::int AS people, (count(*) FILTER (WHERE ${matching(filter)}))::int AS matching, count(s.held)::int AS competency,
    (count(*) FILTER (WHERE s.band = 'tinggi'))::int AS tinggi, (count(*) FILTER (WHERE s.band = 'sedang'))::int AS sedang,
    (count(*) FILTER (WHERE s.band = 'rendah'))::int AS rendah, (count(*) FILTER (WHERE s.band = 'tidak_ada'))::int AS tidak_ada,
    (count(*) FILTER (WHERE s.band IS NULL))::int AS belum
  FROM standing s`

const countsOf = ({ people, matching, competency, ...bands }: CountRow): StandingCounts => ({
  people,
  matching,
  competency,
  bands,
})

/** One page of the people of a place with where they stand, and how many stand where. */
export async function standingsPage(
  tx: Tx,
  filter: StandingFilter,
  by: Weighing,
  part: Part,
): Promise<{ rows: Standing[]; counts: StandingCounts }> {
  const { rows } = await sql<{ rows: Standing[]; counts: CountRow }>`
    WITH ${standings(filter, by)}, listed AS (${listed(filter, part)}), counted AS (${counted(filter)})
    SELECT (SELECT to_jsonb(counted) FROM counted) AS counts,
           coalesce((SELECT jsonb_agg(to_jsonb(l) ORDER BY l.place) FROM listed l), '[]') AS rows`.execute(tx)
  return { rows: rows[0]!.rows, counts: countsOf(rows[0]!.counts) }
}

/** The same rows alone, for a sheet. */
export async function standingRows(tx: Tx, filter: StandingFilter, by: Weighing, part: Part): Promise<Standing[]> {
  const { rows } = await sql<Standing>`WITH ${standings(filter, by)} ${listed(filter, part)}`.execute(tx)
  return rows
}

export type GapBelow = { code: string; name: string; nameEn: string | null; pillar: Pillar; required: number; held: number }
export type RecapRow = Standing & {
  /** What stands below the standard, the widest first. */
  gaps: GapBelow[]
  /** Whether a rating of performance counts now, and its predicate; null: not known. */
  rated: boolean
  predicate: string | null
}

const recapped = (filter: StandingFilter, by: Weighing, part: Part) => sql`
  WITH ${standings(filter, by)}, listed AS MATERIALIZED (${listed(filter, part)}),
  recap AS (
    SELECT l.*, coalesce(g.gaps, '[]') AS gaps, k.id IS NOT NULL AS rated, k.predicate
    FROM listed l
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('code', c.code, 'name', c.name, 'nameEn', c.name_en, 'pillar', c.pillar, 'required', r.level, 'held', h.level)
               ORDER BY r.level - h.level DESC, c.sort, c.code) AS gaps
      FROM jabatan_requirement r JOIN competency c ON c.id = r.competency_id
      JOIN competency_profile h ON h.pegawai_id = l."pegawaiId" AND h.competency_id = r.competency_id AND h.valid_until >= ${by.day}::date
      WHERE r.jabatan_id = l.jabatan_id AND h.level < r.level) g ON true
    LEFT JOIN LATERAL (SELECT n.id, n.predicate FROM performance_now n WHERE n.pegawai_id = l."pegawaiId") k ON true)`

/** One page of the recap, and how many stand where. */
export async function recapPage(
  tx: Tx,
  filter: StandingFilter,
  by: Weighing,
  part: Part,
): Promise<{ rows: RecapRow[]; counts: StandingCounts }> {
  const { rows } = await sql<{ rows: RecapRow[]; counts: CountRow }>`
    ${recapped(filter, by, part)}, counted AS (${counted(filter)})
    SELECT (SELECT to_jsonb(counted) FROM counted) AS counts,
           coalesce((SELECT jsonb_agg(to_jsonb(r) ORDER BY r.place) FROM recap r), '[]') AS rows`.execute(tx)
  return { rows: rows[0]!.rows, counts: countsOf(rows[0]!.counts) }
}

export async function recapRows(tx: Tx, filter: StandingFilter, by: Weighing, part: Part): Promise<RecapRow[]> {
  const { rows } = await sql<RecapRow>`${recapped(filter, by, part)} SELECT * FROM recap ORDER BY place`.execute(tx)
  return rows
}
