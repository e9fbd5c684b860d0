import { type Db, sql, type Tx } from '../../platform/db/index.ts'
import { byCode, type GoalKind, type GoalValues } from '../rules/goal.ts'
import type { Measure } from '../rules/measure.ts'
import type { PlanKind, PlanPlace, PlanState } from '../rules/plan.ts'
import { reaching } from './plan.ts'

/** A goal as another one points to it. */
export type GoalLink = {
  id: number
  code: string
  name: string
  kind: GoalKind
  plan: { id: number; name: string; kind: PlanKind; state: PlanState; instansiId: number | null }
}

export type Goal = {
  id: number
  planId: number
  parentId: number | null
  kind: GoalKind
  code: string
  name: string
  unit: { id: number; name: string } | null
  unitOfMeasure: string | null
  baseline: Measure | null
  baselineYear: number | null
  higherIsBetter: boolean | null
  /** By year, in order. */
  targets: Record<string, Measure>
  serves: GoalLink | null
}

const linkOf = (goal: string, plan: string) =>
  sql.raw(`CASE WHEN ${goal}.id IS NOT NULL THEN jsonb_build_object('id', ${goal}.id, 'code', ${goal}.code, 'name', ${goal}.name, 'kind', ${goal}.kind,
    'plan', jsonb_build_object('id', ${plan}.id, 'name', ${plan}.name, 'kind', ${plan}.kind, 'state', ${plan}.state, 'instansiId', ${plan}.instansi_id)) END`)

const goalColumns = sql`
  g.id, g.plan_id AS "planId", g.parent_id AS "parentId", g.kind, g.code, g.name,
  CASE WHEN u.id IS NOT NULL THEN jsonb_build_object('id', u.id, 'name', u.name) END AS unit, g.unit_of_measure AS "unitOfMeasure",
  g.baseline, g.baseline_year AS "baselineYear", g.higher_is_better AS "higherIsBetter", g.targets, ${linkOf('s', 'sp')} AS serves`
const goalTables = sql`
  goal g LEFT JOIN unit u ON u.id = g.unit_id LEFT JOIN goal s ON s.id = g.serves_goal_id LEFT JOIN development_plan sp ON sp.id = s.plan_id`

/** One goal; null where there is none. */
export async function goalById(db: Db | Tx, id: number): Promise<Goal | null> {
  const { rows } = await sql<Goal>`SELECT ${goalColumns} FROM ${goalTables} WHERE g.id = ${id}`.execute(db)
  return rows[0] ?? null
}

export type GoalInPlan = Goal & {
  /** Goals of other plans that serve it. */
  servedBy: number
  /** Whether the thread from here leads to a plan of the nation. */
  reaches: boolean
}

/** The goals of a plan, in no order (see inTreeOrder). */
export async function goalsOfPlan(db: Db | Tx, planId: number): Promise<GoalInPlan[]> {
  const { rows } = await sql<GoalInPlan>`
    WITH reach AS (${reaching(sql`SELECT id FROM goal WHERE plan_id = ${planId}`)})
    SELECT ${goalColumns}, r.reaches, (SELECT count(*)::int FROM goal b WHERE b.serves_goal_id = g.id) AS "servedBy"
    FROM ${goalTables} JOIN reach r ON r.of = g.id
    WHERE g.plan_id = ${planId}`.execute(db)
  return rows
}

/** Goals by id after `afterId`. */
export async function goalsAfter(db: Db, planId: number, afterId: number, limit: number): Promise<Goal[]> {
  const { rows } = await sql<Goal>`
    SELECT ${goalColumns} FROM ${goalTables} WHERE g.plan_id = ${planId} AND g.id > ${afterId} ORDER BY g.id LIMIT ${limit}`.execute(
    db,
  )
  return rows
}

export type ThreadStep = GoalLink & {
  /** How the next step below comes to this one: it serves it, or stands under it in the same plan. Null at the goal itself. */
  by: 'serves' | 'parent' | null
}

/**
 * The thread of a goal: from the highest it leads to (a goal of the RPJPN, if it is unbroken) down to the goal itself. Each step leads to
 * what the goal serves, else to what it stands under.
 */
export async function threadOf(tx: Db | Tx, goalId: number): Promise<ThreadStep[]> {
  const { rows } = await sql<ThreadStep>`
    WITH RECURSIVE up AS (
      SELECT g.id, g.serves_goal_id, g.parent_id, NULL::text AS by, 0 AS step FROM goal g WHERE g.id = ${goalId}
      UNION ALL
      SELECT g.id, g.serves_goal_id, g.parent_id, CASE WHEN up.serves_goal_id IS NULL THEN 'parent' ELSE 'serves' END, up.step + 1
      FROM up JOIN goal g ON g.id = coalesce(up.serves_goal_id, up.parent_id) WHERE up.step < 40)
    SELECT g.id, g.code, g.name, g.kind, up.by,
           jsonb_build_object('id', p.id, 'name', p.name, 'kind', p.kind, 'state', p.state, 'instansiId', p.instansi_id) AS plan
    FROM up JOIN goal g ON g.id = up.id JOIN development_plan p ON p.id = g.plan_id
    ORDER BY up.step DESC`.execute(tx)
  return rows
}

/** What lies under a goal: its own children in the plan, and the goals of other plans that serve it or anything under it. */
export type GoalBelow = GoalLink & {
  relation: 'child' | 'serves'
  /** Whose plan it is. */
  owner: string | null
  /** Of a child that is an indicator. */
  measured: Indicator | null
}
export type Indicator = Pick<Goal, 'id' | 'name' | 'unitOfMeasure' | 'baseline' | 'targets'>

export async function goalsBelow(db: Db, goalId: number): Promise<GoalBelow[]> {
  const { rows } = await sql<GoalBelow>`
    WITH RECURSIVE within AS (
      SELECT id, 0 AS depth FROM goal WHERE id = ${goalId}
      UNION ALL SELECT g.id, w.depth + 1 FROM within w JOIN goal g ON g.parent_id = w.id WHERE w.depth < 10),
    found AS (
      SELECT id, 'child' AS relation FROM goal WHERE parent_id = ${goalId}
      UNION ALL SELECT id, 'serves' FROM goal WHERE serves_goal_id IN (SELECT id FROM within))
    SELECT g.id, g.code, g.name, g.kind, f.relation, i.name AS owner,
           CASE WHEN f.relation = 'child' AND g.kind = 'indikator' THEN jsonb_build_object('id', g.id, 'name', g.name,
             'unitOfMeasure', g.unit_of_measure, 'baseline', g.baseline, 'targets', g.targets) END AS measured,
           jsonb_build_object('id', p.id, 'name', p.name, 'kind', p.kind, 'state', p.state, 'instansiId', p.instansi_id) AS plan
    FROM found f JOIN goal g ON g.id = f.id JOIN development_plan p ON p.id = g.plan_id
    LEFT JOIN instansi i ON i.id = p.instansi_id
    WHERE p.state <> 'archived' OR f.relation = 'child'
    ORDER BY p.id`.execute(db)
  return rows.sort((a, b) => a.plan.id - b.plan.id || byCode(a.code, b.code))
}

export type GoalChoice = {
  id: number
  kind: GoalKind
  code: string
  name: string
  plan: { id: number; name: string; unitId: number | null } & PlanPlace
}

/** The tujuan, sasaran and programs of the active plans of an instansi, plan by plan: what a need or a plan line may serve. */
export const goalsFor = (tx: Db | Tx, instansiId: number): Promise<GoalChoice[]> =>
  choices(tx, sql`p.instansi_id = ${instansiId} AND p.state = 'active' AND g.kind IN ('tujuan', 'sasaran', 'program')`)

/** The goals of open plans of the nation and of these instansi; which of them a plan's goals may serve says `mayServe`. */
export const goalsToServe = (db: Db | Tx, instansiIds: readonly number[]): Promise<GoalChoice[]> =>
  choices(
    db,
    sql`(p.instansi_id IS NULL OR p.instansi_id = ANY (${[...instansiIds]}::int[])) AND p.kind <> 'renstra' AND p.state <> 'archived'
      AND g.kind <> 'indikator'`,
  )

async function choices(db: Db | Tx, condition: ReturnType<typeof sql>): Promise<GoalChoice[]> {
  const { rows } = await sql<GoalChoice>`
    SELECT g.id, g.kind, g.code, g.name,
           jsonb_build_object('id', p.id, 'name', p.name, 'unitId', p.unit_id, 'kind', p.kind, 'instansiId', p.instansi_id,
                              'yearFrom', p.year_from, 'yearUntil', p.year_until) AS plan
    FROM goal g JOIN development_plan p ON p.id = g.plan_id WHERE ${condition}`.execute(db)
  return rows.sort((a, b) => a.plan.id - b.plan.id || byCode(a.code, b.code) || a.id - b.id)
}

type Placed = GoalValues & { parentId: number | null; servesGoalId: number | null; unitId: number | null }

/** Throws 23505 where the plan has a goal of this code. */
export async function insertGoal(tx: Tx, planId: number, v: Placed, now: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO goal (plan_id, parent_id, serves_goal_id, unit_id, kind, code, name, unit_of_measure, baseline, baseline_year,
                      higher_is_better, targets, updated_at)
    VALUES (${planId}, ${v.parentId}, ${v.servesGoalId}, ${v.unitId}, ${v.kind}, ${v.code}, ${v.name}, ${v.unitOfMeasure},
            ${jsonOrNull(v.baseline)}::text::jsonb, ${v.baselineYear}, ${v.higherIsBetter}, ${JSON.stringify(v.targets)}::text::jsonb,
            ${now.toISOString()})
    RETURNING id`.execute(tx)
  return rows[0]!.id
}

export async function saveGoal(tx: Tx, id: number, v: Placed, now: Date): Promise<void> {
  await sql`
    UPDATE goal SET parent_id = ${v.parentId}, serves_goal_id = ${v.servesGoalId}, unit_id = ${v.unitId}, kind = ${v.kind}, code = ${v.code},
      name = ${v.name}, unit_of_measure = ${v.unitOfMeasure}, baseline = ${jsonOrNull(v.baseline)}::text::jsonb,
      baseline_year = ${v.baselineYear}, higher_is_better = ${v.higherIsBetter}, targets = ${JSON.stringify(v.targets)}::text::jsonb,
      updated_at = ${now.toISOString()}
    WHERE id = ${id}`.execute(tx)
}

const jsonOrNull = (measure: Measure | null) => (measure === null ? null : JSON.stringify(measure))

/** Throws 23503 where something holds on to it: a goal under it, one that serves it, a need. */
export async function deleteGoal(tx: Tx, id: number): Promise<void> {
  await sql`DELETE FROM goal WHERE id = ${id}`.execute(tx)
}
