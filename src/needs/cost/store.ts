import { sql, type Tx } from '../../platform/db/index.ts'
import type { Load } from './rules/cost.ts'

export type LoadKey = { competency_id: number; level_to: number; jenjang: string }

/** The loads of needs of kind `gap` for the post held, of one instansi, each with its key. */
export async function loadsOfNeeds(tx: Tx, instansiId: number, keys: readonly LoadKey[]): Promise<(Load & LoadKey)[]> {
  if (keys.length === 0) return []
  const { rows } = await sql<Load & LoadKey>`
    SELECT k.competency_id, k.level_to, k.jenjang, l.asked, sum(l.levels)::int AS levels
    FROM jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) AS k(competency_id int, level_to int, jenjang text)
    JOIN gap_load l ON l.instansi_id = ${instansiId} AND l.competency_id = k.competency_id AND l.required = k.level_to AND l.jenjang = k.jenjang
    GROUP BY k.competency_id, k.level_to, k.jenjang, l.asked`.execute(tx)
  return rows
}

/** Open gaps of an instansi, or of one OPD of it; in some competencies, or (null) in all. */
export type Part = { topId: number | null; competencyIds: readonly number[] | null }

const from = ({ topId, competencyIds }: Part) => sql`
  FROM gap_load l ${topId === null ? sql`` : sql`JOIN unit u ON u.id = l.unit_id AND u.top_id = ${topId}`}
  WHERE ${competencyIds === null ? sql`true` : sql`l.competency_id = ANY (${[...competencyIds]}::int[])`}`

/** The loads of these instansi together, as far as `part` reaches. */
export async function loadsOf(
  tx: Tx,
  instansiIds: readonly number[],
  part: Part = { topId: null, competencyIds: null },
): Promise<Load[]> {
  const { rows } = await sql<Load>`
    SELECT l.jenjang, l.asked, sum(l.levels)::int AS levels ${from(part)} AND l.instansi_id = ANY (${[...instansiIds]}::int[])
    GROUP BY l.jenjang, l.asked`.execute(tx)
  return rows
}

/** The loads of an instansi by competency. */
export async function loadsByCompetency(tx: Tx, instansiId: number): Promise<(Load & { competency_id: number })[]> {
  const { rows } = await sql<Load & { competency_id: number }>`
    SELECT competency_id, jenjang, asked, sum(levels)::int AS levels FROM gap_load WHERE instansi_id = ${instansiId}
    GROUP BY competency_id, jenjang, asked`.execute(tx)
  return rows
}
