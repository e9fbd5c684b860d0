import { containing, sql, type Tx } from '../../platform/db/index.ts'

export type StatedKind = 'organisation' | 'mandate'
export type StatedState = 'draft' | 'active' | 'archived'

export type StatedValues = {
  kind: StatedKind
  year: number
  title: string
  competencyId: number | null
  level: number | null
  training: string | null
  population: 'rule' | 'number' | 'proposals'
  jenjang: string | null
  unitId: number | null
  number: number | null
  goalId: number | null
  goalLink: 0.5 | 1 | null
  legalBasis: string | null
  note: string | null
}

/** Who did it, by name where the account is known, and when. */
type Deed = { by: string | null; at: string }
export type Stated = StatedValues & {
  id: number
  instansiId: number
  instansiName: string
  regionCode: string
  competency: string | null
  unit: string | null
  goal: string | null
  state: StatedState
  made: Deed
  activated: Deed | null
  archived: Deed | null
  archivedWhy: string | null
  /** As the ranking has it; null before it was ever counted. */
  needId: number | null
  people: number | null
  score: number | null
  tier: string | null
}

const deed = (by: string, at: string) =>
  sql.raw(
    `CASE WHEN s.${at} IS NOT NULL THEN jsonb_build_object('by', (SELECT a.name FROM identity.user_account a WHERE a.id = s.${by}), 'at', s.${at}) END`,
  )

const columns = sql`
  s.id, s.instansi_id AS "instansiId", i.name AS "instansiName", i.region_code AS "regionCode", s.kind, s.year, s.title,
  s.competency_id AS "competencyId", c.name AS competency, s.level, s.training, s.population, s.jenjang, s.unit_id AS "unitId", u.name AS unit, s.number,
  s.goal_id AS "goalId", s.goal_link::float8 AS "goalLink", g.name AS goal, s.legal_basis AS "legalBasis", s.note, s.state,
  ${deed('made_by', 'made_at')} AS made, ${deed('activated_by', 'activated_at')} AS activated, ${deed('archived_by', 'archived_at')} AS archived,
  s.archived_why AS "archivedWhy", n.id AS "needId", n.people, n.score::float8 AS score, n.tier`
const tables = sql`
  stated_need s JOIN instansi i ON i.id = s.instansi_id LEFT JOIN competency c ON c.id = s.competency_id LEFT JOIN unit u ON u.id = s.unit_id
  LEFT JOIN goal g ON g.id = s.goal_id LEFT JOIN need n ON n.stated_id = s.id`

export type StatedFilter = {
  instansiId: number
  kind: StatedKind | null
  state: StatedState | null
  year: number | null
  q: string
}

export async function listStated(
  tx: Tx,
  f: StatedFilter,
  page: { offset: number; limit: number },
): Promise<(Stated & { found: number })[]> {
  const conditions = [sql`s.instansi_id = ${f.instansiId}`]
  if (f.kind) conditions.push(sql`s.kind = ${f.kind}`)
  if (f.state) conditions.push(sql`s.state = ${f.state}`)
  if (f.year !== null) conditions.push(sql`s.year = ${f.year}`)
  for (const word of f.q.split(/\s+/).filter(Boolean).slice(0, 8)) {
    conditions.push(
      sql`(s.title ILIKE ${containing(word)} OR s.legal_basis ILIKE ${containing(word)} OR g.name ILIKE ${containing(word)})`,
    )
  }
  const { rows } = await sql<Stated & { found: number }>`
    SELECT ${columns}, count(*) OVER ()::int AS found FROM ${tables} WHERE ${sql.join(conditions, sql` AND `)}
    ORDER BY array_position(ARRAY['draft', 'active', 'archived'], s.state), s.year DESC, s.title, s.id
    LIMIT ${page.limit} OFFSET ${page.offset}`.execute(tx)
  return rows
}

export async function statedById(tx: Tx, id: number): Promise<Stated | null> {
  const { rows } = await sql<Stated>`SELECT ${columns} FROM ${tables} WHERE s.id = ${id}`.execute(tx)
  return rows[0] ?? null
}

type Made = { by: string; at: Date }

/** Writes a need as a draft. */
export async function insertStated(tx: Tx, instansiId: number, v: StatedValues, made: Made): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO stated_need (instansi_id, kind, year, title, competency_id, level, training, population, jenjang, unit_id, number, goal_id, goal_link,
      legal_basis, note, state, made_by, made_at)
    VALUES (${instansiId}, ${v.kind}, ${v.year}, ${v.title}, ${v.competencyId}, ${v.level}, ${v.training}, ${v.population}, ${v.jenjang}, ${v.unitId},
      ${v.number}, ${v.goalId}, ${v.goalLink}, ${v.legalBasis}, ${v.note}, 'draft', ${made.by}, ${made.at.toISOString()})
    RETURNING id`.execute(tx)
  return rows[0]!.id
}

/** What kind it is, was said when it was begun. */
export async function saveStated(tx: Tx, id: number, v: StatedValues): Promise<void> {
  await sql`
    UPDATE stated_need SET year = ${v.year}, title = ${v.title}, competency_id = ${v.competencyId}, level = ${v.level}, training = ${v.training},
      population = ${v.population}, jenjang = ${v.jenjang}, unit_id = ${v.unitId}, number = ${v.number}, goal_id = ${v.goalId},
      goal_link = ${v.goalLink}, legal_basis = ${v.legalBasis}, note = ${v.note}
    WHERE id = ${id}`.execute(tx)
}

/** The state of a need that nobody else can change until the transaction ends; null where it is gone. */
export async function lockStated(tx: Tx, id: number): Promise<{ state: StatedState } | null> {
  const { rows } = await sql<{ state: StatedState }>`SELECT state FROM stated_need WHERE id = ${id} FOR UPDATE`.execute(tx)
  return rows[0] ?? null
}

export async function markActive(tx: Tx, id: number, made: Made): Promise<void> {
  await sql`UPDATE stated_need SET state = 'active', activated_by = ${made.by}, activated_at = ${made.at.toISOString()} WHERE id = ${id}`.execute(
    tx,
  )
}

export async function markArchived(tx: Tx, id: number, why: string | null, made: Made): Promise<void> {
  await sql`
    UPDATE stated_need SET state = 'archived', archived_by = ${made.by}, archived_at = ${made.at.toISOString()}, archived_why = ${why},
      activated_by = coalesce(activated_by, ${made.by}), activated_at = coalesce(activated_at, ${made.at.toISOString()})
    WHERE id = ${id}`.execute(tx)
}
