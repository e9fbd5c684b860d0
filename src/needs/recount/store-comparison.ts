import { beginning, containing, sql, type Tx } from '../../platform/db/index.ts'
import type { Words } from '../../platform/i18n/index.ts'
import type { Pillar } from '../../regulation/index.ts'
import type { Cause, Move } from './rules/cause.ts'
import type { Totals } from './rules/totals.ts'
import type { RecountState } from './store.ts'
import type { Pair } from './store-compare.ts'

/** How many people and how many of their competencies moved, by cause and direction; `levels`: by how many the sum of gaps changed. */
export type CauseRow = { cause: Cause; move: Move; people: number; pairs: number; levels: number }

export type MovedCompetency = {
  competencyId: number
  code: string
  name: string
  pillar: Pillar
  gapsBefore: number
  gapsAfter: number
  opened: number
  closed: number
}

export type Summary = {
  /** People of whom something moved, and of them those of whom a gap did. */
  people: number
  gapPeople: number
  causes: CauseRow[]
  /** People by cause, each once whatever the directions. */
  causePeople: Partial<Record<Cause, number>>
  competencies: MovedCompetency[]
}

/** One of the two days of a comparison. */
export type Side = {
  id: number
  day: string
  state: RecountState
  people: number
  ofPeople: number | null
  finishedAt: string | null
  staleSince: string | null
  problem: Words | null
  totals: Totals | null
}

export type Comparison = {
  id: number
  instansiId: number
  before: Side
  after: Side
  askedAt: Date
  madeAt: Date | null
  rowsGoneAt: Date | null
  summary: Summary | null
}

const side = (
  r: string,
) => sql`jsonb_build_object('id', ${sql.ref(`${r}.id`)}, 'day', ${sql.ref(`${r}.day`)}, 'state', ${sql.ref(`${r}.state`)},
  'people', ${sql.ref(`${r}.people`)}, 'ofPeople', ${sql.ref(`${r}.of_people`)}, 'finishedAt', ${sql.ref(`${r}.finished_at`)},
  'staleSince', ${sql.ref(`${r}.stale_since`)}, 'problem', ${sql.ref(`${r}.problem`)}, 'totals', ${sql.ref(`${r}.totals`)})`
const columns = sql`c.id, c.instansi_id AS "instansiId", ${side('b')} AS before, ${side('a')} AS after, c.asked_at AS "askedAt", c.made_at AS "madeAt",
  c.rows_gone_at AS "rowsGoneAt", c.summary`
const from = sql`comparison c JOIN recount b ON b.id = c.before_id JOIN recount a ON a.id = c.after_id`

export async function comparisonOf(tx: Tx, { before, after }: Pair): Promise<number | null> {
  const { rows } = await sql<{
    id: number
  }>`SELECT id FROM comparison WHERE before_id = ${before} AND after_id = ${after}`.execute(tx)
  return rows[0]?.id ?? null
}

export type NewComparison = Pair & { instansiId: number; by: string; at: Date }

export async function insertComparison(tx: Tx, { before, after, instansiId, by, at }: NewComparison): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO comparison (instansi_id, before_id, after_id, asked_by, asked_at)
    VALUES (${instansiId}, ${before}, ${after}, ${by}, ${at.toISOString()}) RETURNING id`.execute(tx)
  return rows[0]!.id
}

export async function comparisonById(tx: Tx, id: number): Promise<Comparison | null> {
  return (await sql<Comparison>`SELECT ${columns} FROM ${from} WHERE c.id = ${id}`.execute(tx)).rows[0] ?? null
}

/** The newest comparisons of two days: the last one asked for, and the last one made where that is another. */
export async function comparisonsOf(tx: Tx, instansiId: number, span: { from: string; until: string }): Promise<Comparison[]> {
  const { rows } = await sql<Comparison>`
    SELECT ${columns} FROM ${from}
    WHERE c.instansi_id = ${instansiId} AND b.day = ${span.from}::date AND a.day = ${span.until}::date ORDER BY c.id DESC LIMIT 10`.execute(
    tx,
  )
  const made = rows.find(one => one.summary !== null)
  return rows[0] && made && rows[0] !== made ? [rows[0], made] : rows.slice(0, 1)
}

export type MadeComparison = { from: string; until: string; madeAt: Date; gapsBefore: number; gapsAfter: number }

/** What was compared last in an instansi, each pair of days once. */
export async function lastComparisons(tx: Tx, instansiId: number, limit: number): Promise<MadeComparison[]> {
  const gaps = (r: string) =>
    sql`(SELECT coalesce(sum((s->>'gaps')::int), 0)::int FROM jsonb_array_elements(${sql.ref(`${r}.totals`)}->'competencies') s)`
  const { rows } = await sql<MadeComparison>`
    SELECT * FROM (
      SELECT DISTINCT ON (b.day, a.day) b.day AS "from", a.day AS until, c.made_at AS "madeAt", ${gaps('b')} AS "gapsBefore", ${gaps('a')} AS "gapsAfter"
      FROM ${from} WHERE c.instansi_id = ${instansiId} AND c.made_at IS NOT NULL ORDER BY b.day, a.day, c.id DESC) l
    ORDER BY "madeAt" DESC LIMIT ${limit}`.execute(tx)
  return rows
}

/** Comparisons that wait and whose two days are worked out; of a given day only, or all. */
export async function readyComparisons(tx: Tx, recountId: number | null): Promise<{ id: number; pair: Pair }[]> {
  const { rows } = await sql<{ id: number; pair: Pair }>`
    SELECT c.id, jsonb_build_object('before', c.before_id, 'after', c.after_id) AS pair FROM ${from}
    WHERE c.summary IS NULL AND b.state = 'done' AND a.state = 'done'
      AND (${recountId}::int IS NULL OR ${recountId}::int IN (c.before_id, c.after_id)) ORDER BY c.id`.execute(tx)
  return rows
}

/** What moved in all, as it was written down; gaps by competency from the sums of the two days. */
export async function summarise(tx: Tx, id: number): Promise<Summary> {
  const { rows } = await sql<Summary>`
    SELECT (SELECT count(DISTINCT pegawai_id)::int FROM comparison_move WHERE comparison_id = ${id}) AS people,
      (SELECT count(DISTINCT pegawai_id)::int FROM comparison_move WHERE comparison_id = ${id} AND levels <> 0) AS "gapPeople",
      coalesce((SELECT jsonb_agg(x ORDER BY x.cause, x.move) FROM (
        SELECT cause, move, count(DISTINCT pegawai_id)::int AS people, count(*)::int AS pairs, sum(levels)::int AS levels
        FROM comparison_move WHERE comparison_id = ${id} GROUP BY cause, move) x), '[]') AS causes,
      coalesce((SELECT jsonb_object_agg(cause, n) FROM (
        SELECT cause, count(DISTINCT pegawai_id)::int AS n FROM comparison_move WHERE comparison_id = ${id} GROUP BY cause) p), '{}') AS "causePeople",
      coalesce((SELECT jsonb_agg(y ORDER BY abs(y."gapsAfter" - y."gapsBefore") DESC, y.code) FROM (
        SELECT k.id AS "competencyId", k.code, k.name, k.pillar, coalesce(d.before, 0) AS "gapsBefore", coalesce(d.after, 0) AS "gapsAfter",
               coalesce(v.opened, 0) AS opened, coalesce(v.closed, 0) AS closed
        FROM competency k
        LEFT JOIN (
          SELECT (s.row->>'competencyId')::int AS id, (sum((s.row->>'gaps')::int) FILTER (WHERE s.side = 'before'))::int AS before,
                 (sum((s.row->>'gaps')::int) FILTER (WHERE s.side = 'after'))::int AS after
          FROM (SELECT 'before' AS side, jsonb_array_elements(b.totals->'competencies') AS row FROM ${from} WHERE c.id = ${id}
                UNION ALL SELECT 'after', jsonb_array_elements(a.totals->'competencies') FROM ${from} WHERE c.id = ${id}) s GROUP BY 1) d ON d.id = k.id
        LEFT JOIN (
          SELECT competency_id, (count(*) FILTER (WHERE move = 'opened'))::int AS opened, (count(*) FILTER (WHERE move = 'closed'))::int AS closed
          FROM comparison_move WHERE comparison_id = ${id} GROUP BY competency_id) v ON v.competency_id = k.id
        WHERE d.before > 0 OR d.after > 0 OR v.competency_id IS NOT NULL) y), '[]') AS competencies`.execute(tx)
  return rows[0]!
}

export async function finishComparison(tx: Tx, id: number, summary: Summary, at: Date): Promise<void> {
  await sql`
    UPDATE comparison SET summary = ${JSON.stringify(summary)}::jsonb, made_at = ${at.toISOString()} WHERE id = ${id} AND summary IS NULL`.execute(
    tx,
  )
}

export type MovedPerson = {
  pegawaiId: number
  name: string
  nip: string
  unit: string
  code: string
  competency: string
  cause: Cause
  move: Move
  requiredBefore: number | null
  requiredAfter: number | null
  heldBefore: number | null
  heldAfter: number | null
  total: number
}
export type MovedFilter = {
  cause?: Cause | null
  /** Null: whatever changed a gap. `all`: also where a level became known, or unknown, without there being one. */
  move?: Move | 'all' | null
  competencyId?: number | null
  unitId?: number | null
  q?: string
}

/** What a page of the list is sorted by, and whether that asks for more than the moves themselves. */
const orders = {
  besar: { by: sql`abs(m.levels) DESC, m.pegawai_id, m.competency_id`, joined: false },
  nama: { by: sql`p.name, m.pegawai_id, m.competency_id`, joined: true },
  unit: { by: sql`u.name, p.name, m.pegawai_id, m.competency_id`, joined: true },
  kompetensi: { by: sql`m.competency_id, m.pegawai_id`, joined: false },
}
export type MovedOrder = keyof typeof orders
export const movedOrders = Object.keys(orders) as MovedOrder[]

const people = sql`JOIN pegawai p ON p.pegawai_id = m.pegawai_id JOIN unit u ON u.id = m.unit_id`

/** Who moved, the widest move first. Only people the scope sees. */
export async function peopleMoved(
  tx: Tx,
  comparisonId: number,
  f: MovedFilter,
  part: { order: MovedOrder; offset: number; limit: number },
): Promise<MovedPerson[]> {
  const conditions = [sql`m.comparison_id = ${comparisonId}`]
  if (f.cause) conditions.push(sql`m.cause = ${f.cause}`)
  if (!f.move) conditions.push(sql`m.levels <> 0`)
  else if (f.move !== 'all') conditions.push(sql`m.move = ${f.move}`)
  if (f.competencyId) conditions.push(sql`m.competency_id = ${f.competencyId}`)
  if (f.unitId) conditions.push(sql`u.top_id = ${f.unitId}`)
  if (f.q) conditions.push(sql`(p.name ILIKE ${containing(f.q)} OR p.nip LIKE ${beginning(f.q.replaceAll(' ', ''))})`)
  const { by, joined } = orders[part.order]
  // The page is cut before what it shows of each is looked up.
  const { rows } = await sql<MovedPerson>`
    SELECT m.pegawai_id AS "pegawaiId", p.name, p.nip, u.name AS unit, c.code, c.name AS competency, m.cause, m.move,
           m.required_before AS "requiredBefore", m.required_after AS "requiredAfter", m.held_before AS "heldBefore", m.held_after AS "heldAfter", m.total
    FROM (
      SELECT m.*, count(*) OVER ()::int AS total FROM comparison_move m ${joined || f.unitId || f.q ? people : sql``}
      WHERE ${sql.join(conditions, sql` AND `)} ORDER BY ${by} LIMIT ${part.limit} OFFSET ${part.offset}) m
    ${people} JOIN competency c ON c.id = m.competency_id ORDER BY ${by}`.execute(tx)
  return rows
}
