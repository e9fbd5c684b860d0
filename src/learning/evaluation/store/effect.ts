import { type Db, sql, type Tx } from '../../../platform/db/index.ts'

export type EffectValues = {
  unitId: number | null
  indicator: string
  measure: string
  higherIsBetter: boolean
  before: number
  beforeOn: string
  after: number | null
  afterOn: string | null
}
export type Effect = EffectValues & { id: number; unit: string | null }

/** The indicators of a class, and what it cost in all, in whole rupiah; null: not known. */
export async function effectsOf(db: Db | Tx, classId: number): Promise<{ effects: Effect[]; cost: bigint | null }> {
  const { rows } = await sql<{ effects: Effect[]; cost: string | null }>`
    SELECT c.cost_spent::text AS cost, coalesce((
      SELECT jsonb_agg(x ORDER BY x.id) FROM (
        SELECT f.id, f.unit_id AS "unitId", u.name AS unit, f.indicator, f.measure, f.higher_is_better AS "higherIsBetter",
          f.before_value::float8 AS before, f.before_on AS "beforeOn", f.after_value::float8 AS after, f.after_on AS "afterOn"
        FROM evaluation_effect f LEFT JOIN unit u ON u.id = f.unit_id WHERE f.class_id = c.id) x), '[]') AS effects
    FROM course_class c WHERE c.id = ${classId}::int`.execute(db)
  const { effects, cost } = rows[0] ?? { effects: [], cost: null }
  return { effects, cost: cost === null ? null : BigInt(cost) }
}

export async function insertEffect(
  tx: Tx,
  classId: number,
  instansiId: number,
  v: EffectValues,
  made: { by: string; at: Date },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO evaluation_effect (class_id, instansi_id, unit_id, indicator, measure, higher_is_better, before_value, before_on, after_value, after_on,
      made_by, made_at)
    VALUES (${classId}, ${instansiId}, ${v.unitId}, ${v.indicator}, ${v.measure}, ${v.higherIsBetter}, ${v.before}, ${v.beforeOn}, ${v.after}, ${v.afterOn},
      ${made.by}, ${made.at})
    RETURNING id`.execute(tx)
  return rows[0]!.id
}

/** Writes what was measured afterwards; false where there is no such indicator of the class, or not after its first day. */
export async function saveAfter(tx: Tx, classId: number, id: number, after: { value: number; on: string }): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE evaluation_effect SET after_value = ${after.value}, after_on = ${after.on}
    WHERE id = ${id}::int AND class_id = ${classId}::int AND before_on < ${after.on}::date`.execute(tx)
  return Number(numAffectedRows ?? 0) > 0
}

export async function saveCost(tx: Tx, classId: number, cost: bigint | null): Promise<void> {
  await sql`UPDATE course_class SET cost_spent = ${cost === null ? null : String(cost)}::bigint WHERE id = ${classId}::int`.execute(
    tx,
  )
}
