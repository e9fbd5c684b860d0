import { sql, type Tx } from '../../platform/db/index.ts'
import type { Pillar } from '../../regulation/index.ts'
import type { Cause, Move } from './rules/cause.ts'

export type Pair = { before: number; after: number }

/** rules/cause.ts in SQL, over everybody: what moved between two recounted days and why (compare.db.test.ts proves the two equal). */
const moved = ({ before, after }: Pair) => sql`
  SELECT * FROM (
    SELECT x.*,
      CASE WHEN had = 0 AND has > 0 THEN 'opened' WHEN had > 0 AND has = 0 THEN 'closed' WHEN has > had THEN 'widened' WHEN has < had THEN 'narrowed'
           WHEN gap_before IS NULL AND gap_after IS NOT NULL THEN 'known' WHEN gap_before IS NOT NULL AND gap_after IS NULL THEN 'unknown' ELSE 'same' END AS move,
      CASE WHEN NOT in_before THEN 'came' WHEN NOT in_after THEN 'left'
           WHEN required_before IS NULL OR required_after IS NULL THEN
             CASE WHEN person_jabatan_before = person_jabatan_after THEN 'standard' ELSE 'jabatan' END
           WHEN jabatan_before <> jabatan_after THEN 'jabatan'
           WHEN required_before <> required_after AND held_before IS NOT DISTINCT FROM held_after THEN 'standard'
           WHEN found_before IS NULL AND found_after IS NOT NULL THEN 'assessed'
           WHEN held_before IS NOT NULL AND held_after IS NULL THEN 'expired'
           WHEN ids_before IS DISTINCT FROM ids_after THEN 'result'
           WHEN required_before <> required_after THEN 'standard' ELSE 'choice' END AS cause
    FROM (
      SELECT pegawai_id, competency_id, coalesce(b.unit_id, a.unit_id) AS unit_id,
        a.jabatan_id AS jabatan_before, b.jabatan_id AS jabatan_after, a.required AS required_before, b.required AS required_after,
        a.held AS held_before, b.held AS held_after, a.found AS found_before, b.found AS found_after, a.result_ids AS ids_before, b.result_ids AS ids_after,
        a.gap AS gap_before, b.gap AS gap_after, coalesce(a.gap, 0) AS had, coalesce(b.gap, 0) AS has,
        pa.pegawai_id IS NOT NULL AS in_before, pb.pegawai_id IS NOT NULL AS in_after,
        pa.jabatan_id AS person_jabatan_before, pb.jabatan_id AS person_jabatan_after
      FROM (SELECT * FROM recount_gap WHERE recount_id = ${before}) a
      FULL JOIN (SELECT * FROM recount_gap WHERE recount_id = ${after}) b USING (pegawai_id, competency_id)
      LEFT JOIN (SELECT pegawai_id, min(jabatan_id) AS jabatan_id FROM recount_gap WHERE recount_id = ${before} GROUP BY 1) pa USING (pegawai_id)
      LEFT JOIN (SELECT pegawai_id, min(jabatan_id) AS jabatan_id FROM recount_gap WHERE recount_id = ${after} GROUP BY 1) pb USING (pegawai_id)) x) y
  WHERE move <> 'same'`

export type CauseRow = { cause: Cause; move: Move; people: number; pairs: number; levels: number }

/** How many people and how many of their competencies moved, by cause and direction; `levels`: by how many the sum of gaps changed. */
export async function causesOf(tx: Tx, pair: Pair): Promise<CauseRow[]> {
  const { rows } = await sql<CauseRow>`
    SELECT cause, move, count(DISTINCT pegawai_id)::int AS people, count(*)::int AS pairs, sum(has - had)::int AS levels
    FROM (${moved(pair)}) m GROUP BY cause, move ORDER BY cause, move`.execute(tx)
  return rows
}

export type DayTotal = { id: number; day: string; people: number; asked: number; known: number; gaps: number; levels: number }

/** The sums of the two days themselves. */
export async function totalsOf(tx: Tx, pair: Pair): Promise<DayTotal[]> {
  const { rows } = await sql<DayTotal>`
    SELECT r.id, r.day, count(DISTINCT g.pegawai_id)::int AS people, count(g.pegawai_id)::int AS asked, count(g.held)::int AS known,
           (count(*) FILTER (WHERE g.gap > 0))::int AS gaps, coalesce(sum(g.gap), 0)::int AS levels
    FROM recount r LEFT JOIN recount_gap g ON g.recount_id = r.id WHERE r.id IN (${pair.before}, ${pair.after}) GROUP BY r.id ORDER BY r.id = ${pair.after}`.execute(
    tx,
  )
  return rows
}

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

/** By competency: gaps on both days, and how many opened and closed between them. */
export async function competenciesMoved(tx: Tx, pair: Pair): Promise<MovedCompetency[]> {
  const { rows } = await sql<MovedCompetency>`
    WITH m AS MATERIALIZED (${moved(pair)}),
    gaps AS (SELECT competency_id, (count(*) FILTER (WHERE recount_id = ${pair.before}))::int AS before, (count(*) FILTER (WHERE recount_id = ${pair.after}))::int AS after
      FROM recount_gap WHERE recount_id IN (${pair.before}, ${pair.after}) AND gap > 0 GROUP BY competency_id),
    moves AS (SELECT competency_id, (count(*) FILTER (WHERE move = 'opened'))::int AS opened, (count(*) FILTER (WHERE move = 'closed'))::int AS closed
      FROM m GROUP BY competency_id)
    SELECT c.id AS "competencyId", c.code, c.name, c.pillar, coalesce(g.before, 0) AS "gapsBefore", coalesce(g.after, 0) AS "gapsAfter",
           coalesce(v.opened, 0) AS opened, coalesce(v.closed, 0) AS closed
    FROM competency c LEFT JOIN gaps g ON g.competency_id = c.id LEFT JOIN moves v ON v.competency_id = c.id
    WHERE g.competency_id IS NOT NULL OR v.competency_id IS NOT NULL
    ORDER BY abs(coalesce(g.after, 0) - coalesce(g.before, 0)) DESC, c.sort, c.code`.execute(tx)
  return rows
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
export type MovedFilter = { cause?: Cause | null; move?: Move | null; competencyId?: number | null }

/** Who moved, the widest move first. Only people the scope sees. */
export async function peopleMoved(tx: Tx, pair: Pair, f: MovedFilter, offset: number, limit: number): Promise<MovedPerson[]> {
  const { rows } = await sql<MovedPerson>`
    SELECT m.pegawai_id AS "pegawaiId", p.name, p.nip, u.name AS unit, c.code, c.name AS competency, m.cause, m.move,
           m.required_before AS "requiredBefore", m.required_after AS "requiredAfter", m.held_before AS "heldBefore", m.held_after AS "heldAfter",
           count(*) OVER ()::int AS total
    FROM (${moved(pair)}) m JOIN pegawai p ON p.pegawai_id = m.pegawai_id JOIN unit u ON u.id = m.unit_id JOIN competency c ON c.id = m.competency_id
    WHERE (${f.cause ?? null}::text IS NULL OR m.cause = ${f.cause ?? null}) AND (${f.move ?? null}::text IS NULL OR m.move = ${f.move ?? null})
      AND (${f.competencyId ?? null}::int IS NULL OR m.competency_id = ${f.competencyId ?? null}::int)
    ORDER BY abs(m.has - m.had) DESC, p.name, m.pegawai_id, c.sort LIMIT ${limit} OFFSET ${offset}`.execute(tx)
  return rows
}

export { moved }
