import { sql, type Tx } from '../../../platform/db/index.ts'
import type { LearningForm } from '../../../regulation/index.ts'

/** `instansiIds` null: all in scope. `required`: whole JP that a PNS must reach in the year; null: none was asked for then. */
export type RecapFilter = { instansiIds: readonly number[] | null; year: number; required: number | null }

export type RecapRow = {
  id: number
  name: string
  /** Region code; of a recap by instansi. */
  code: string
  people: number
  pns: number
  reached: number
  /** PNS whose forecast is below what is asked for. */
  short: number
  /** PNS who have learned nothing. */
  untouched: number
  warned: number
  /** Tenths of a JP, of PNS. */
  recognisedPns: number
  /** Tenths of a JP, of everybody. */
  recognised: number
  ten: number
  twenty: number
  seventy: number
}

const within = (ids: readonly number[] | null) => (ids === null ? sql`true` : sql`p.instansi_id = ANY (${[...ids]}::int[])`)

/** Active people of a year by office or by government: how many reached what is asked of them, and what they learned. */
export async function recapBy(tx: Tx, by: 'unit' | 'instansi', filter: RecapFilter): Promise<RecapRow[]> {
  const group = by === 'unit' ? sql`coalesce(u.top_id, u.id)` : sql`p.instansi_id`
  const named = by === 'unit' ? sql`JOIN unit g ON g.id = s.id` : sql`JOIN instansi g ON g.id = s.id`
  const { rows } = await sql<RecapRow>`
    SELECT s.id, g.name, ${by === 'unit' ? sql`''` : sql`g.region_code`} AS code, s.people, s.pns, s.reached, s.short, s.untouched, s.warned,
      s."recognisedPns", s.recognised, s.ten, s.twenty, s.seventy
    FROM (
      SELECT ${group} AS id, count(*)::int AS people, (count(*) FILTER (WHERE w.pns))::int AS pns,
        (count(*) FILTER (WHERE w.pns AND y.recognised >= 10 * ${filter.required}::int))::int AS reached,
        (count(*) FILTER (WHERE w.pns AND coalesce(y.recognised, 0) + coalesce(x.adds, 0) < 10 * ${filter.required}::int))::int AS short,
        (count(*) FILTER (WHERE w.pns AND y.pegawai_id IS NULL))::int AS untouched,
        (count(*) FILTER (WHERE y.warnings <> '[]'))::int AS warned,
        coalesce(sum(y.recognised) FILTER (WHERE w.pns), 0)::float8 AS "recognisedPns", coalesce(sum(y.recognised), 0)::float8 AS recognised,
        coalesce(sum(y.ten), 0)::float8 AS ten, coalesce(sum(y.twenty), 0)::float8 AS twenty, coalesce(sum(y.seventy), 0)::float8 AS seventy
      FROM pegawai p JOIN unit u ON u.id = p.unit_id LEFT JOIN jp_year y ON y.pegawai_id = p.pegawai_id AND y.year = ${filter.year}::int
      LEFT JOIN jp_expected x ON x.pegawai_id = p.pegawai_id AND x.year = ${filter.year}::int
      CROSS JOIN LATERAL (SELECT coalesce(y.employment, p.employment) = 'pns' AS pns) w
      WHERE p.status = 'aktif' AND ${within(filter.instansiIds)} GROUP BY 1) s
    ${named} ORDER BY g.name, s.id`.execute(tx)
  return rows
}

export type FormSum = { form: LearningForm; records: number; people: number; recognised: number }

/** What active people learned in a year, by form, the most hours first. */
export async function recapByForm(tx: Tx, filter: Pick<RecapFilter, 'instansiIds' | 'year'>): Promise<FormSum[]> {
  const { rows } = await sql<FormSum>`
    SELECT q.form, count(*)::int AS records, count(DISTINCT q.pegawai_id)::int AS people, sum(q.recognised)::float8 AS recognised
    FROM jp_recognition q JOIN pegawai p ON p.pegawai_id = q.pegawai_id
    WHERE q.year = ${filter.year}::int AND p.status = 'aktif' AND ${within(filter.instansiIds)}
    GROUP BY q.form ORDER BY 4 DESC, 1`.execute(tx)
  return rows
}
