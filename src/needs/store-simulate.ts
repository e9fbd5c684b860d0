import { sql, type Tx } from '../platform/db/index.ts'
import type { StandingNeed } from './rules/standing.ts'

export type SimulatedNeed = StandingNeed & {
  /** The competency, or what a need of another kind is about. */
  name: string
  jenjang: string | null
  instansi: string
}

/** Every need that concerns somebody, of these instansi. */
export async function needsToSimulate(tx: Tx, instansiIds: readonly number[]): Promise<SimulatedNeed[]> {
  const { rows } = await sql<SimulatedNeed>`
    SELECT n.id, concat_ws(' ', n.instansi_id, n.kind, n.post) AS "group", coalesce(n.title, c.name, n.subject, '') AS name, n.jenjang, i.name AS instansi,
           n.people, n.staff, n.gap::float8, n.dif::float8, n.goal::float8, n.mandate::float8, n.reach::float8
    FROM need n JOIN instansi i ON i.id = n.instansi_id LEFT JOIN competency c ON c.id = n.competency_id
    WHERE n.instansi_id = ANY (${[...instansiIds]}::int[]) AND n.people > 0`.execute(tx)
  return rows
}
