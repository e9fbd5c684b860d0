import { sql, type Tx } from '../platform/db/index.ts'
import type { Pillar } from '../regulation/index.ts'

export type HeatRow = {
  top_id: number
  unit: string
  competency_id: number
  required_people: number
  assessed_people: number
  gap_people: number
  gap_sum: number
}

/** OPD × competency of one instansi; with `topId` the units inside that OPD × competency. */
export async function heat(tx: Tx, instansiId: number, topId: number | null): Promise<HeatRow[]> {
  const { rows } = await sql<HeatRow>`
    SELECT h.id AS top_id, h.name AS unit, c.competency_id, c.required_people, c.assessed_people, c.gap_people, c.gap_sum
    FROM (
      SELECT ${topId === null ? sql`coalesce(u.top_id, u.id)` : sql`u.id`} AS unit_id, s.competency_id, sum(s.required_people)::int AS required_people,
             sum(s.assessed_people)::int AS assessed_people, sum(s.gap_people)::int AS gap_people, sum(s.gap_sum)::int AS gap_sum
      FROM gap_summary s JOIN unit u ON u.id = s.unit_id
      WHERE s.instansi_id = ${instansiId} AND ${topId === null ? sql`true` : sql`u.top_id = ${topId}`}
      GROUP BY 1, 2) c
    JOIN unit h ON h.id = c.unit_id ORDER BY h.name, h.id`.execute(tx)
  return rows
}

export type HeatColumn = { id: number; code: string; name: string; pillar: Pillar }

/** The competencies in force of a heatmap, in the order of their dictionaries. */
export async function heatColumns(tx: Tx, competencyIds: readonly number[]): Promise<HeatColumn[]> {
  const { rows } = await sql<HeatColumn>`
    SELECT c.id, c.code, c.name, c.pillar FROM competency c JOIN dictionary d ON d.id = c.dictionary_id
    WHERE c.active AND c.id = ANY (${[...competencyIds]}::int[]) ORDER BY d.instansi_id NULLS FIRST, d.id, c.sort, c.code`.execute(
    tx,
  )
  return rows
}

/** Governments × competency: of each its whole, as `unit`; null: all in scope. */
export async function heatOfGovernments(
  tx: Tx,
  instansiIds: readonly number[] | null,
): Promise<(HeatRow & { instansi: string })[]> {
  const { rows } = await sql<HeatRow & { instansi: string }>`
    SELECT i.id AS top_id, i.name AS unit, i.region_code AS instansi, c.competency_id, c.required_people, c.assessed_people, c.gap_people, c.gap_sum
    FROM (
      SELECT s.instansi_id, s.competency_id, sum(s.required_people)::int AS required_people, sum(s.assessed_people)::int AS assessed_people,
             sum(s.gap_people)::int AS gap_people, sum(s.gap_sum)::int AS gap_sum
      FROM gap_summary s WHERE ${instansiIds === null ? sql`true` : sql`s.instansi_id = ANY (${[...instansiIds]}::int[])`} GROUP BY 1, 2) c
    JOIN instansi i ON i.id = c.instansi_id ORDER BY i.region_code, i.id`.execute(tx)
  return rows
}
