import { type Db, sql, type Tx } from '../../platform/db/index.ts'
import type { PlanKind, PlanState, PlanValues } from '../rules/plan.ts'

export type Plan = {
  id: number
  /** Null: the nation's. */
  instansi: { id: number; name: string; regionCode: string; kind: string } | null
  instansiId: number | null
  unit: { id: number; name: string } | null
  kind: PlanKind
  name: string
  yearFrom: number
  yearUntil: number
  legalBasis: string | null
  verified: boolean
  state: PlanState
  made: Deed
  activated: Deed | null
  archived: Deed | null
}
/** Who did it, by name where the account is known, and when. */
type Deed = { by: string | null; at: string }

const deed = (by: string, at: string) =>
  sql.raw(
    `CASE WHEN p.${at} IS NOT NULL THEN jsonb_build_object('by', (SELECT a.name FROM identity.user_account a WHERE a.id = p.${by}), 'at', p.${at}) END`,
  )

export async function planById(db: Db | Tx, id: number): Promise<Plan | null> {
  const { rows } = await sql<Plan>`
    SELECT p.id, p.instansi_id AS "instansiId", p.kind, p.name, p.year_from AS "yearFrom", p.year_until AS "yearUntil",
           p.legal_basis AS "legalBasis", p.verified, p.state,
           CASE WHEN i.id IS NOT NULL THEN jsonb_build_object('id', i.id, 'name', i.name, 'regionCode', i.region_code, 'kind', i.kind) END AS instansi,
           CASE WHEN u.id IS NOT NULL THEN jsonb_build_object('id', u.id, 'name', u.name) END AS unit,
           ${deed('made_by', 'made_at')} AS made, ${deed('activated_by', 'activated_at')} AS activated,
           ${deed('archived_by', 'archived_at')} AS archived
    FROM development_plan p LEFT JOIN instansi i ON i.id = p.instansi_id LEFT JOIN unit u ON u.id = p.unit_id
    WHERE p.id = ${id}`.execute(db)
  return rows[0] ?? null
}

export type PlanFilter = {
  /** The instansi whose plans are listed with those of `aboveIds` and of the nation. */
  instansiId: number
  aboveIds: readonly number[]
  kind: PlanKind | null
  state: PlanState | null
  q: string
}
export type PlanOrder = 'jenjang' | 'nama' | 'tahun'
export type PlanRow = {
  id: number
  owner: string | null
  unit: string | null
  kind: PlanKind
  name: string
  yearFrom: number
  yearUntil: number
  legalBasis: string | null
  verified: boolean
  state: PlanState
  sasaran: number
  indicators: number
  /** Sasaran from which the thread leads up to a plan of the nation. */
  tied: number
}

const escaped = (text: string) => `%${text.replace(/[\\%_]/g, sign => `\\${sign}`)}%`
const chain = sql`array_position(ARRAY['rpjpn', 'rpjmn', 'rpjpd', 'rpjmd', 'strategi_sdm', 'renstra'], p.kind)`
const orders = {
  jenjang: [
    sql`p.instansi_id IS NOT NULL, i.region_code, ${chain}, p.name, p.id`,
    sql`p.instansi_id IS NULL, i.region_code DESC, ${chain} DESC, p.name, p.id`,
  ],
  nama: [sql`p.name, p.id`, sql`p.name DESC, p.id`],
  tahun: [sql`p.year_from, p.name, p.id`, sql`p.year_from DESC, p.name, p.id`],
} as const

function matching(filter: PlanFilter) {
  const conditions = [
    sql`(p.instansi_id = ${filter.instansiId} OR ((p.instansi_id IS NULL OR p.instansi_id = ANY (${[...filter.aboveIds]}::int[])) AND p.state <> 'draft'))`,
  ]
  if (filter.kind) conditions.push(sql`p.kind = ${filter.kind}`)
  if (filter.state) conditions.push(sql`p.state = ${filter.state}`)
  for (const word of filter.q.split(/\s+/).filter(Boolean).slice(0, 8)) {
    conditions.push(sql`(p.name ILIKE ${escaped(word)} OR u.name ILIKE ${escaped(word)})`)
  }
  return sql.join(conditions, sql` AND `)
}

const from = sql`development_plan p LEFT JOIN instansi i ON i.id = p.instansi_id LEFT JOIN unit u ON u.id = p.unit_id`

/** From each of `goals` (a query with a column `id`) upward: (of, reaches); `reaches`: the thread comes to a plan of the nation. */
export const reaching = (goals: ReturnType<typeof sql>) => sql`
  WITH RECURSIVE up AS (
    SELECT g.id AS of, g.plan_id, coalesce(g.serves_goal_id, g.parent_id) AS next, 0 AS step FROM goal g WHERE g.id IN (${goals})
    UNION ALL
    SELECT up.of, g.plan_id, coalesce(g.serves_goal_id, g.parent_id), up.step + 1 FROM up JOIN goal g ON g.id = up.next WHERE up.step < 40)
  SELECT up.of, bool_or(q.instansi_id IS NULL) AS reaches FROM up JOIN development_plan q ON q.id = up.plan_id GROUP BY up.of`

/** Plans that match, each with what it holds; counted for the rows of the page only. */
export async function listPlans(
  db: Db,
  filter: PlanFilter,
  page: { order: PlanOrder; descending: boolean; offset: number; limit: number },
): Promise<(PlanRow & { found: number })[]> {
  const order = orders[page.order][page.descending ? 1 : 0]
  const { rows } = await sql<PlanRow & { found: number }>`
    WITH page AS MATERIALIZED (
      SELECT p.id, i.name AS owner, u.name AS unit, p.kind, p.name, p.year_from, p.year_until, p.legal_basis, p.verified, p.state,
             row_number() OVER (ORDER BY ${order}) AS place, count(*) OVER ()::int AS found
      FROM ${from} WHERE ${matching(filter)} ORDER BY ${order} LIMIT ${page.limit} OFFSET ${page.offset}),
    reach AS (${reaching(sql`SELECT s.id FROM goal s WHERE s.kind = 'sasaran' AND s.plan_id IN (SELECT id FROM page)`)})
    SELECT page.id, page.owner, page.unit, page.kind, page.name, page.year_from AS "yearFrom", page.year_until AS "yearUntil",
           page.legal_basis AS "legalBasis", page.verified, page.state, page.found,
           (count(*) FILTER (WHERE g.kind = 'sasaran'))::int AS sasaran, (count(*) FILTER (WHERE g.kind = 'indikator'))::int AS indicators,
           (count(*) FILTER (WHERE r.reaches))::int AS tied
    FROM page LEFT JOIN goal g ON g.plan_id = page.id LEFT JOIN reach r ON r.of = g.id
    GROUP BY page.id, page.owner, page.unit, page.kind, page.name, page.year_from, page.year_until, page.legal_basis, page.verified,
             page.state, page.found, page.place
    ORDER BY page.place`.execute(db)
  return rows
}

/** Of the sasaran in the active plans of an instansi: how many there are, and how many hang on a plan of the nation. */
export async function threadOfInstansi(db: Db, instansiId: number): Promise<{ plans: number; sasaran: number; tied: number }> {
  const { rows } = await sql<{ plans: number; sasaran: number; tied: number }>`
    WITH active AS (SELECT id FROM development_plan WHERE instansi_id = ${instansiId} AND state = 'active'),
    reach AS (${reaching(sql`SELECT s.id FROM goal s WHERE s.kind = 'sasaran' AND s.plan_id IN (SELECT id FROM active)`)})
    SELECT (SELECT count(*)::int FROM active) AS plans, count(*)::int AS sasaran, (count(*) FILTER (WHERE reaches))::int AS tied
    FROM reach`.execute(db)
  return rows[0]!
}

type Made = { by: string; at: Date }

export async function insertPlan(tx: Tx, instansiId: number | null, v: PlanValues, made: Made): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO development_plan (instansi_id, unit_id, kind, name, year_from, year_until, legal_basis, verified, made_by, made_at)
    VALUES (${instansiId}, ${v.unitId}, ${v.kind}, ${v.name}, ${v.yearFrom}, ${v.yearUntil}, ${v.legalBasis}, ${v.verified}, ${made.by}, ${made.at.toISOString()})
    RETURNING id`.execute(tx)
  return rows[0]!.id
}

export async function savePlan(tx: Tx, id: number, v: PlanValues): Promise<void> {
  await sql`
    UPDATE development_plan SET unit_id = ${v.unitId}, kind = ${v.kind}, name = ${v.name}, year_from = ${v.yearFrom},
      year_until = ${v.yearUntil}, legal_basis = ${v.legalBasis}, verified = ${v.verified}
    WHERE id = ${id}`.execute(tx)
}

/** The state of a plan that nobody else can change until the transaction ends; null where it is gone. */
export async function lockPlan(tx: Tx, id: number): Promise<{ state: PlanState; legalBasis: string | null } | null> {
  const { rows } = await sql<{ state: PlanState; legalBasis: string | null }>`
    SELECT state, legal_basis AS "legalBasis" FROM development_plan WHERE id = ${id} FOR UPDATE`.execute(tx)
  return rows[0] ?? null
}

/** The active plan of the same kind and the same office, which `id` would follow. */
export async function activeBefore(db: Db | Tx, id: number): Promise<{ id: number; name: string } | null> {
  const { rows } = await sql<{ id: number; name: string }>`
    SELECT o.id, o.name FROM development_plan o JOIN development_plan p ON p.id = ${id} AND o.id <> p.id
    WHERE o.kind = p.kind AND o.instansi_id IS NOT DISTINCT FROM p.instansi_id AND o.unit_id IS NOT DISTINCT FROM p.unit_id
      AND o.state = 'active'`.execute(db)
  return rows[0] ?? null
}

export async function markActive(tx: Tx, id: number, made: Made): Promise<void> {
  await sql`
    UPDATE development_plan SET state = 'active', activated_by = ${made.by}, activated_at = ${made.at.toISOString()} WHERE id = ${id}`.execute(
    tx,
  )
}

export async function markArchived(tx: Tx, id: number, made: Made): Promise<void> {
  await sql`
    UPDATE development_plan SET state = 'archived', archived_by = ${made.by}, archived_at = ${made.at.toISOString()} WHERE id = ${id}`.execute(
    tx,
  )
}

/** With all its goals. Throws 23503 where something outside holds on to one of them. */
export async function deletePlan(tx: Tx, id: number): Promise<void> {
  await sql`DELETE FROM development_plan WHERE id = ${id}`.execute(tx)
}

export type ApiPlan = Pick<
  Plan,
  'id' | 'unit' | 'kind' | 'name' | 'yearFrom' | 'yearUntil' | 'legalBasis' | 'verified' | 'state'
> & {
  /** Region code; null: the nation's. */
  instansi: string | null
}

/** Plans by id after `afterId`: all of `ownIds` (null: of everybody), those of `aboveIds` and of the nation unless drafts. */
export async function plansAfter(
  db: Db,
  part: { ownIds: number[] | null; aboveIds: number[]; withNation: boolean; afterId: number; limit: number },
): Promise<ApiPlan[]> {
  const { rows } = await sql<ApiPlan>`
    SELECT p.id, i.region_code AS instansi, CASE WHEN u.id IS NOT NULL THEN jsonb_build_object('id', u.id, 'name', u.name) END AS unit,
           p.kind, p.name, p.year_from AS "yearFrom", p.year_until AS "yearUntil", p.legal_basis AS "legalBasis", p.verified, p.state
    FROM ${from}
    WHERE p.id > ${part.afterId} AND (
      ${part.ownIds}::int[] IS NULL OR p.instansi_id = ANY (${part.ownIds}::int[])
      OR (p.state <> 'draft' AND (p.instansi_id = ANY (${part.aboveIds}::int[]) OR (p.instansi_id IS NULL AND ${part.withNation}::boolean))))
    ORDER BY p.id LIMIT ${part.limit}`.execute(db)
  return rows
}
