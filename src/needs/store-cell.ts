import { beginning, containing, sql, type Tx } from '../platform/db/index.ts'

export type Cell = {
  instansiId: number
  unitId: number
  competencyId: number
  /** The unit alone; else the units of the OPD that it is. */
  exactly: boolean
}

export type CellPerson = {
  pegawai_id: number
  name: string
  nip: string
  jabatan: string
  unit: string
  required: number
  held: number | null
  gap: number | null
  total: number
}

/** Below the standard, at it or above, not assessed. */
export type CellState = 'below' | 'met' | 'unknown'
export type CellFilter = { state: CellState | null; q: string }

const orders = {
  kesenjangan: sql`g.gap DESC NULLS LAST, p.name, p.pegawai_id`,
  nama: sql`p.name, p.pegawai_id`,
  unit: sql`u.name, p.name, p.pegawai_id`,
}
export type CellOrder = keyof typeof orders
export const cellOrders = Object.keys(orders) as CellOrder[]

const states: Record<CellState, ReturnType<typeof sql>> = {
  below: sql`g.gap > 0`,
  met: sql`g.gap = 0`,
  unknown: sql`g.held IS NULL`,
}
const of = ({ unitId, exactly }: Cell) => (exactly ? sql`u.id = ${unitId}` : sql`(u.id = ${unitId} OR u.top_id = ${unitId})`)

/** The people of one cell of the heatmap: a unit and a competency. */
export async function peopleOfCell(
  tx: Tx,
  cell: Cell,
  filter: CellFilter,
  part: { order: CellOrder; offset: number; limit: number },
): Promise<CellPerson[]> {
  const conditions = [
    sql`g.instansi_id = ${cell.instansiId} AND g.post = 'held' AND g.competency_id = ${cell.competencyId}`,
    of(cell),
  ]
  if (filter.state) conditions.push(states[filter.state])
  if (filter.q)
    conditions.push(sql`(p.name ILIKE ${containing(filter.q)} OR p.nip LIKE ${beginning(filter.q.replaceAll(' ', ''))})`)
  const { rows } = await sql<CellPerson>`
    SELECT g.pegawai_id, p.name, p.nip, j.name AS jabatan, u.name AS unit, g.required, g.held, g.gap, count(*) OVER ()::int AS total
    FROM competency_gap g JOIN unit u ON u.id = g.unit_id JOIN pegawai p ON p.pegawai_id = g.pegawai_id JOIN jabatan j ON j.id = p.jabatan_id
    WHERE ${sql.join(conditions, sql` AND `)} ORDER BY ${orders[part.order]} LIMIT ${part.limit} OFFSET ${part.offset}`.execute(
    tx,
  )
  return rows
}

export type CellSums = { unit: string; required: number; assessed: number; below: number }

/** The figures of a cell, as the heatmap has them; null where there is no such unit here. */
export async function sumsOfCell(tx: Tx, cell: Cell): Promise<CellSums | null> {
  const { rows } = await sql<CellSums>`
    SELECT h.name AS unit, coalesce(sum(s.required_people), 0)::int AS required, coalesce(sum(s.assessed_people), 0)::int AS assessed,
           coalesce(sum(s.gap_people), 0)::int AS below
    FROM unit h LEFT JOIN unit u ON ${of(cell)}
    LEFT JOIN gap_summary s ON s.unit_id = u.id AND s.instansi_id = h.instansi_id AND s.competency_id = ${cell.competencyId}
    WHERE h.id = ${cell.unitId} AND h.instansi_id = ${cell.instansiId} GROUP BY h.id, h.name`.execute(tx)
  return rows[0] ?? null
}
