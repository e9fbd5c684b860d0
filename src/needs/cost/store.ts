import { sql, type Tx } from '../../platform/db/index.ts'
import type { Jenjang } from '../../regulation/index.ts'
import type { Load } from './rules/cost.ts'

export type LoadKey = { competency_id: number; level_to: number; jenjang: string }

/** The loads of needs of kind `gap` for the post held, of one instansi: all of them together, or each (with its key). */
export async function loadsOfNeeds(tx: Tx, instansiId: number, keys: readonly LoadKey[]): Promise<(Load & LoadKey)[]> {
  if (keys.length === 0) return []
  const { rows } = await sql<Load & LoadKey>`
    SELECT k.competency_id, k.level_to, k.jenjang, l.asked, sum(l.levels)::int AS levels
    FROM jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) AS k(competency_id int, level_to int, jenjang text)
    JOIN gap_load l ON l.instansi_id = ${instansiId} AND l.competency_id = k.competency_id AND l.required = k.level_to AND l.jenjang = k.jenjang
    GROUP BY k.competency_id, k.level_to, k.jenjang, l.asked`.execute(tx)
  return rows
}

/** The loads of a whole instansi, or of one OPD of it; of some competencies, or (null) of all. */
export async function loadsOf(
  tx: Tx,
  instansiIds: readonly number[],
  part: { topId: number | null; competencyIds: readonly number[] | null } = { topId: null, competencyIds: null },
): Promise<(Load & { competency_id: number })[]> {
  const { rows } = await sql<Load & { competency_id: number }>`
    SELECT l.competency_id, l.jenjang, l.asked, sum(l.levels)::int AS levels
    FROM gap_load l ${part.topId === null ? sql`` : sql`JOIN unit u ON u.id = l.unit_id AND u.top_id = ${part.topId}`}
    WHERE l.instansi_id = ANY (${[...instansiIds]}::int[])
      ${part.competencyIds === null ? sql`` : sql`AND l.competency_id = ANY (${[...part.competencyIds]}::int[])`}
    GROUP BY l.competency_id, l.jenjang, l.asked`.execute(tx)
  return rows as (Load & { competency_id: number; jenjang: Jenjang })[]
}
