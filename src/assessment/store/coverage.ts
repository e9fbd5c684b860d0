import { sql, type Tx } from '../../platform/db/index.ts'

export type InstansiCoverage = { instansiId: number; active: number; assessed: number }

/** How many active people each instansi counts and how many of them are mapped; one row for every id given. */
export async function coverageOf(tx: Tx, instansiIds: readonly number[]): Promise<InstansiCoverage[]> {
  const { rows } = await sql<InstansiCoverage>`
    SELECT i.id AS "instansiId", coalesce(sum(v.active), 0)::int AS active, coalesce(sum(v.assessed), 0)::int AS assessed
    FROM instansi i LEFT JOIN coverage v ON v.instansi_id = i.id
    WHERE i.id = ANY (${[...instansiIds]}::int[]) GROUP BY i.id, i.region_code ORDER BY i.region_code`.execute(tx)
  return rows
}

export type UnitCoverage = { unitId: number; name: string; active: number; assessed: number; calculatedAt: Date }

/** The same by office (OPD), the units below it counted in. Offices without active people are left out. */
export async function coverageByUnit(tx: Tx, instansiId: number): Promise<UnitCoverage[]> {
  const { rows } = await sql<UnitCoverage>`
    SELECT top.id AS "unitId", top.name, sum(v.active)::int AS active, sum(v.assessed)::int AS assessed, max(v.calculated_at) AS "calculatedAt"
    FROM coverage v JOIN unit u ON u.id = v.unit_id JOIN unit top ON top.id = coalesce(u.top_id, u.id)
    WHERE v.instansi_id = ${instansiId}
    GROUP BY top.id HAVING sum(v.active) > 0 ORDER BY top.name, top.id`.execute(tx)
  return rows
}

/** The single units of one office, each for itself. */
export async function coverageWithin(tx: Tx, instansiId: number, topId: number): Promise<UnitCoverage[]> {
  const { rows } = await sql<UnitCoverage>`
    SELECT u.id AS "unitId", u.name, v.active, v.assessed, v.calculated_at AS "calculatedAt"
    FROM coverage v JOIN unit u ON u.id = v.unit_id
    WHERE v.instansi_id = ${instansiId} AND coalesce(u.top_id, u.id) = ${topId} AND v.active > 0
    ORDER BY u.id <> ${topId}, u.name, u.id`.execute(tx)
  return rows
}
