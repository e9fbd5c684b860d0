import { sql, type Tx } from '../../platform/db/index.ts'
import { keepFormerFactors } from '../recount/store-groups.ts'
import type { FactorValues } from './rules/factor.ts'

/** What factors are known of: a competency, a training by its key, an aspect of performance; of one jenjang. */
export type Item = { kind: 'gap' | 'training' | 'performance'; competencyId: number | null; subject: string | null }

export type FactorRow = Item &
  FactorValues & {
    jenjang: string
    code: string | null
    /** The competency or the training; null of an aspect of performance. */
    name: string | null
    goalName: string | null
    /** The standards themselves make it a duty: nothing to type. */
    demanded: boolean
    demandedBy: string | null
    /** Whom needs of it count now; 0: nobody. */
    people: number
    /** How many jabatan its DIF is the mean of, instead of what was typed here; null: none was rated. */
    difPosts: number | null
    total: number
  }

/** Of the jenjang, or of jabatan in it. */
const difKnown = sql`(f.dif_posts IS NOT NULL OR (f.difficulty IS NOT NULL AND f.importance IS NOT NULL AND f.frequency IS NOT NULL))`
const demanded = sql`bool_or(t.importance = 'mutlak' OR t.mandate_basis IS NOT NULL)`

const items = (posts: ReturnType<typeof sql>) => sql`
  SELECT j.jenjang, 'gap' AS kind, r.competency_id, NULL::text AS subject, NULL::text AS title, false AS demanded, NULL::text AS demanded_by
  FROM jabatan_requirement r JOIN jabatan j ON j.id = r.jabatan_id WHERE ${posts} GROUP BY j.jenjang, r.competency_id
  UNION ALL
  SELECT j.jenjang, 'training', NULL, t.key, mode() WITHIN GROUP (ORDER BY t.name), ${demanded}, min(t.mandate_basis)
  FROM jabatan_training t JOIN jabatan j ON j.id = t.jabatan_id WHERE ${posts} GROUP BY j.jenjang, t.key
  UNION ALL
  SELECT DISTINCT j.jenjang, 'performance', NULL::int, a, NULL::text, false, NULL::text FROM jabatan j, unnest(ARRAY['hasil', 'perilaku']) a WHERE ${posts}`

/** `jenjang` null: of every jenjang. */
export type ItemFilter = { instansiId: number; jenjang: string | null; open: boolean }

/** What posts of a jenjang demand, with what is known of each; what concerns most people first. `open`: only where something is not known. */
export async function listFactors(tx: Tx, f: ItemFilter, page: { offset: number; limit: number }): Promise<FactorRow[]> {
  const posts = sql`j.instansi_id = ${f.instansiId}::int ${f.jenjang === null ? sql`` : sql`AND j.jenjang = ${f.jenjang}`}`
  const { rows } = await sql<FactorRow>`
    WITH item AS (${items(posts)}),
    needed AS (
      SELECT jenjang, kind, competency_id, subject, sum(people)::int AS people FROM need
      WHERE instansi_id = ${f.instansiId} AND post = 'held' AND people > 0 GROUP BY jenjang, kind, competency_id, subject)
    SELECT i.jenjang, i.kind, i.competency_id AS "competencyId", i.subject, c.code, coalesce(c.name, i.title) AS name, coalesce(n.people, 0) AS people,
           f.difficulty, f.importance, f.frequency, f.goal_link::float8 AS "goalLink", f.goal_id AS "goalId", f.goal, g.name AS "goalName", f.mandate,
           f.mandate_basis AS "mandateBasis", i.demanded, i.demanded_by AS "demandedBy", f.dif_posts AS "difPosts", count(*) OVER ()::int AS total
    FROM item i LEFT JOIN competency c ON c.id = i.competency_id
    LEFT JOIN need_factor f ON f.instansi_id = ${f.instansiId} AND f.jenjang = i.jenjang AND f.kind = i.kind
      AND (f.competency_id, f.subject) IS NOT DISTINCT FROM (i.competency_id, i.subject)
    LEFT JOIN goal g ON g.id = f.goal_id
    LEFT JOIN needed n ON n.jenjang = i.jenjang AND n.kind = i.kind AND (n.competency_id, n.subject) IS NOT DISTINCT FROM (i.competency_id, i.subject)
    WHERE NOT ${f.open}::boolean OR NOT ${difKnown} OR f.goal_link IS NULL
      OR (f.mandate IS NULL AND NOT i.demanded)
    ORDER BY coalesce(n.people, 0) DESC, i.kind, c.sort, c.code, name, i.subject, i.jenjang LIMIT ${page.limit} OFFSET ${page.offset}`.execute(
    tx,
  )
  return rows
}

export type JenjangShare = { jenjang: string; items: number; known: number }

/** By jenjang that has posts: what can be said of it, and of how much everything is known. */
export async function knownByJenjang(tx: Tx, instansiId: number): Promise<JenjangShare[]> {
  const { rows } = await sql<JenjangShare>`
    WITH item AS (
      SELECT j.jenjang, 'gap' AS kind, r.competency_id, NULL::text AS subject, false AS demanded FROM jabatan_requirement r JOIN jabatan j ON j.id = r.jabatan_id
      WHERE j.instansi_id = ${instansiId} GROUP BY j.jenjang, r.competency_id
      UNION ALL
      SELECT j.jenjang, 'training', NULL, t.key, ${demanded} FROM jabatan_training t JOIN jabatan j ON j.id = t.jabatan_id
      WHERE j.instansi_id = ${instansiId} GROUP BY j.jenjang, t.key)
    SELECT i.jenjang, count(*)::int AS items,
      count(*) FILTER (WHERE ${difKnown} AND f.goal_link IS NOT NULL
        AND (f.mandate IS NOT NULL OR i.demanded))::int AS known
    FROM item i LEFT JOIN need_factor f ON f.instansi_id = ${instansiId} AND f.jenjang = i.jenjang AND f.kind = i.kind
      AND (f.competency_id, f.subject) IS NOT DISTINCT FROM (i.competency_id, i.subject)
    GROUP BY i.jenjang`.execute(tx)
  return rows
}

export type FactorChange = Item & { before: FactorValues; after: FactorValues }

/**
 * Writes what is known of items of one jenjang. What was known of a competency until today is kept (former_factor), so that the figures of a
 * day that has passed can be worked out again.
 */
export async function saveFactors(
  tx: Tx,
  where: { instansiId: number; jenjang: string; today: string },
  changes: readonly FactorChange[],
): Promise<void> {
  const { instansiId, jenjang, today } = where
  const former = changes.flatMap(one => (one.competencyId === null ? [] : [{ jenjang, competency_id: one.competencyId }]))
  await keepFormerFactors(tx, instansiId, former, today)
  const wanted = changes.map(({ kind, competencyId, subject, after }) => ({ kind, competencyId, subject, ...after }))
  await sql`
    INSERT INTO need_factor AS n (instansi_id, jenjang, kind, competency_id, subject, difficulty, importance, frequency, goal_link, goal_id, goal, mandate,
      mandate_basis)
    SELECT ${instansiId}, ${jenjang}, f.kind, f."competencyId", f.subject, f.difficulty, f.importance, f.frequency, f."goalLink", f."goalId", f.goal,
      f.mandate, f."mandateBasis"
    FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
      AS f(kind text, "competencyId" int, subject text, difficulty text, importance text, frequency text, "goalLink" numeric, "goalId" int, goal text,
        mandate boolean, "mandateBasis" text)
    ON CONFLICT (instansi_id, kind, jenjang, competency_id, subject) DO UPDATE
      SET difficulty = excluded.difficulty, importance = excluded.importance, frequency = excluded.frequency, goal_link = excluded.goal_link,
          goal_id = excluded.goal_id, goal = excluded.goal, mandate = excluded.mandate, mandate_basis = excluded.mandate_basis`.execute(
    tx,
  )
}

export type ApiFactor = Item &
  FactorValues & { id: number; instansi: string; jenjang: string; competencyCode: string | null; goalName: string | null }

/** What is known of needs, by id: for the API. */
export async function factorsAfter(
  tx: Tx,
  part: { instansiIds: number[]; afterId: number; limit: number },
): Promise<ApiFactor[]> {
  const { rows } = await sql<ApiFactor>`
    SELECT f.id, i.region_code AS instansi, f.jenjang, f.kind, f.competency_id AS "competencyId", c.code AS "competencyCode", f.subject, f.difficulty,
           f.importance, f.frequency, f.goal_link::float8 AS "goalLink", f.goal_id AS "goalId", f.goal, g.name AS "goalName", f.mandate,
           f.mandate_basis AS "mandateBasis"
    FROM need_factor f JOIN instansi i ON i.id = f.instansi_id LEFT JOIN competency c ON c.id = f.competency_id LEFT JOIN goal g ON g.id = f.goal_id
    WHERE f.instansi_id = ANY (${part.instansiIds}::int[]) AND f.id > ${part.afterId} ORDER BY f.id LIMIT ${part.limit}`.execute(
    tx,
  )
  return rows
}
