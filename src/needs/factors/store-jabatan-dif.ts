import type { Instansi } from '../../people/index.ts'
import { containing, sql, type Tx } from '../../platform/db/index.ts'
import type { Jenjang } from '../../regulation/index.ts'
import type { KnownDif } from '../rules/priority.ts'
import type { Rated } from './rules/jabatan-dif.ts'

/** What a jabatan demands, by which DIF is said. */
export type DifKey = { kind: 'gap' | 'training'; competencyId: number | null; subject: string | null }

export type DifPost = {
  id: number
  code: string
  name: string
  jenjang: Jenjang
  unit: string
  instansi: Pick<Instansi, 'id' | 'name' | 'regionCode' | 'timeZone'>
  /** Other jabatan of the instansi with its name and jenjang. */
  alike: number
}

export async function difPost(tx: Tx, id: number): Promise<DifPost | null> {
  const { rows } = await sql<DifPost>`
    SELECT j.id, j.code, j.name, j.jenjang, u.name AS unit,
      jsonb_build_object('id', i.id, 'name', i.name, 'regionCode', i.region_code, 'timeZone', i.time_zone) AS instansi,
      (SELECT count(*)::int FROM jabatan o WHERE o.instansi_id = j.instansi_id AND o.name = j.name AND o.jenjang = j.jenjang AND o.id <> j.id) AS alike
    FROM jabatan j JOIN unit u ON u.id = j.unit_id JOIN instansi i ON i.id = j.instansi_id WHERE j.id = ${id}`.execute(tx)
  return rows[0] ?? null
}

export type DifLine = DifKey & {
  jabatanId: number
  code: string | null
  name: string
  /** Of a competency. */
  level: number | null
  rated: Rated | null
  setBy: string | null
  setAt: Date | null
  /** What the needs of its jenjang have now. */
  known: KnownDif
}

/** What these jabatan demand today, each with what was said of it there, or only where it was said; competencies in the order of the dictionary, then trainings. */
export async function difLines(tx: Tx, jabatanIds: readonly number[], onlyRated = false): Promise<DifLine[]> {
  const ids = [...jabatanIds]
  const { rows } = await sql<DifLine>`
    WITH item AS (
      SELECT r.jabatan_id, 'gap' AS kind, r.competency_id, NULL::text AS subject, c.code, c.name, r.level, c.sort
      FROM jabatan_requirement r JOIN competency c ON c.id = r.competency_id WHERE r.jabatan_id = ANY (${ids}::int[])
      UNION ALL
      SELECT t.jabatan_id, 'training', NULL, t.key, NULL, t.name, NULL, 0 FROM jabatan_training t WHERE t.jabatan_id = ANY (${ids}::int[]))
    SELECT i.jabatan_id AS "jabatanId", i.kind, i.competency_id AS "competencyId", i.subject, i.code, i.name, i.level,
      CASE WHEN d.id IS NOT NULL THEN jsonb_build_object('difficulty', d.difficulty, 'importance', d.importance, 'frequency', d.frequency) END AS rated,
      coalesce(a.name, d.set_by) AS "setBy", d.set_at AS "setAt",
      jsonb_build_object('difficulty', f.difficulty, 'importance', f.importance, 'frequency', f.frequency, 'dif_points', f.dif_points,
        'dif_posts', f.dif_posts) AS known
    FROM item i JOIN jabatan j ON j.id = i.jabatan_id
    LEFT JOIN jabatan_dif d ON d.jabatan_id = i.jabatan_id AND d.kind = i.kind
      AND (d.competency_id, d.subject) IS NOT DISTINCT FROM (i.competency_id, i.subject)
    LEFT JOIN need_factor f ON f.instansi_id = j.instansi_id AND f.jenjang = j.jenjang AND f.kind = i.kind
      AND (f.competency_id, f.subject) IS NOT DISTINCT FROM (i.competency_id, i.subject)
    LEFT JOIN identity.user_account a ON a.id = d.set_by
    ${onlyRated ? sql`WHERE d.id IS NOT NULL` : sql``}
    ORDER BY i.jabatan_id, i.kind, i.sort, i.code, i.name, i.subject`.execute(tx)
  return rows
}

/** Whether the jabatan of a row `d` asks for it today. */
export const stillDemanded = sql`CASE d.kind
  WHEN 'gap' THEN EXISTS (SELECT FROM jabatan_requirement r WHERE r.jabatan_id = d.jabatan_id AND r.competency_id = d.competency_id)
  ELSE EXISTS (SELECT FROM jabatan_training t WHERE t.jabatan_id = d.jabatan_id AND t.key = d.subject) END`

export type RatedItem = DifKey & { name: string }

/** What was rated of any jabatan of an instansi that asks for it, by name. */
export async function ratedItems(tx: Tx, instansiId: number): Promise<RatedItem[]> {
  const { rows } = await sql<RatedItem>`
    SELECT d.kind, d.competency_id AS "competencyId", d.subject, coalesce(c.name, min(t.name)) AS name
    FROM jabatan_dif d LEFT JOIN competency c ON c.id = d.competency_id
    LEFT JOIN jabatan_training t ON t.jabatan_id = d.jabatan_id AND t.key = d.subject
    WHERE d.instansi_id = ${instansiId} AND ${stillDemanded} GROUP BY d.kind, d.competency_id, d.subject, c.name ORDER BY name, 1, 2, 3`.execute(
    tx,
  )
  return rows
}

export const difStates = ['belum', 'terisi'] as const
export type DifFilter = {
  instansiId: number
  jenjang: string | null
  /** `belum`: something was not said; `terisi`: something was. Null: all. */
  state: (typeof difStates)[number] | null
  /** Only those that were rated for it. Null: all. */
  item: DifKey | null
  q: string
}

const orders = {
  nama: 'j.name, u.name, j.id',
  unit: 'u.name, j.name, j.id',
  kurang: 'n.rated::numeric / n.items, j.name, u.name, j.id',
} as const
export type DifOrder = keyof typeof orders
export const difOrders = Object.keys(orders) as DifOrder[]

const counted = (instansiId: number) => sql`
  SELECT jabatan_id, count(*)::int AS items, count(*) FILTER (WHERE rated)::int AS rated FROM (
    SELECT r.jabatan_id, d.id IS NOT NULL AS rated FROM jabatan q JOIN jabatan_requirement r ON r.jabatan_id = q.id
    LEFT JOIN jabatan_dif d ON d.jabatan_id = r.jabatan_id AND d.kind = 'gap' AND d.competency_id = r.competency_id WHERE q.instansi_id = ${instansiId}
    UNION ALL
    SELECT t.jabatan_id, d.id IS NOT NULL FROM jabatan q JOIN jabatan_training t ON t.jabatan_id = q.id
    LEFT JOIN jabatan_dif d ON d.jabatan_id = t.jabatan_id AND d.kind = 'training' AND d.subject = t.key WHERE q.instansi_id = ${instansiId}) i
  GROUP BY jabatan_id`

export type RatedPost = {
  id: number
  code: string
  name: string
  unit: string
  jenjang: Jenjang
  /** What it demands, and of how much of that DIF was said. */
  items: number
  rated: number
  total: number
}

/** The jabatan that demand anything, with how much of it was rated. */
export async function listRated(
  tx: Tx,
  f: DifFilter,
  page: { order: DifOrder; offset: number; limit: number },
): Promise<RatedPost[]> {
  const conditions = [sql`j.instansi_id = ${f.instansiId}`]
  if (f.jenjang) conditions.push(sql`j.jenjang = ${f.jenjang}`)
  if (f.state === 'belum') conditions.push(sql`n.rated < n.items`)
  if (f.state === 'terisi') conditions.push(sql`n.rated > 0`)
  if (f.item) {
    conditions.push(sql`EXISTS (
      SELECT FROM jabatan_dif d WHERE d.jabatan_id = j.id AND d.kind = ${f.item.kind}
        AND (d.competency_id, d.subject) IS NOT DISTINCT FROM (${f.item.competencyId}::int, ${f.item.subject}::text) AND ${stillDemanded})`)
  }
  for (const word of f.q.split(/\s+/).filter(Boolean).slice(0, 8))
    conditions.push(
      sql`(j.name ILIKE ${containing(word)} OR j.code ILIKE ${containing(word)} OR u.name ILIKE ${containing(word)})`,
    )
  const { rows } = await sql<RatedPost>`
    WITH n AS MATERIALIZED (${counted(f.instansiId)})
    SELECT j.id, j.code, j.name, u.name AS unit, j.jenjang, n.items, n.rated, count(*) OVER ()::int AS total
    FROM n JOIN jabatan j ON j.id = n.jabatan_id JOIN unit u ON u.id = j.unit_id
    WHERE ${sql.join(conditions, sql` AND `)} ORDER BY ${sql.raw(orders[page.order])} LIMIT ${page.limit} OFFSET ${page.offset}`.execute(
    tx,
  )
  return rows
}

export type RatedCount = { posts: number; full: number; some: number }

/** The jabatan of an instansi that demand anything: how many, of how many all was rated, of how many something. */
export async function countRated(tx: Tx, instansiId: number): Promise<RatedCount> {
  const { rows } = await sql<RatedCount>`
    SELECT count(*)::int AS posts, count(*) FILTER (WHERE rated = items)::int AS full, count(*) FILTER (WHERE rated > 0)::int AS some
    FROM (${counted(instansiId)}) n`.execute(tx)
  return rows[0]!
}

export type DifChange = DifKey & { before: Rated | null; after: Rated | null }

/**
 * Writes DIF of a jabatan, and of those with its name and jenjang where `alike`; each only of what it demands itself. Null is taken back.
 * How many lines of how many jabatan differed from what stood there.
 */
export async function saveDif(
  tx: Tx,
  where: { instansiId: number; jabatanId: number; alike: boolean; by: string; at: Date },
  changes: readonly DifChange[],
): Promise<{ lines: number; posts: number }> {
  const wanted = changes.map(({ kind, competencyId, subject, after }) => ({ kind, competencyId, subject, ...after }))
  const { rows } = await sql<{ lines: number; posts: number }>`
    WITH post AS MATERIALIZED (
      SELECT o.id FROM jabatan j JOIN jabatan o ON o.instansi_id = j.instansi_id
        AND (o.id = j.id OR (${where.alike}::boolean AND o.name = j.name AND o.jenjang = j.jenjang))
      WHERE j.id = ${where.jabatanId} AND j.instansi_id = ${where.instansiId}),
    wanted AS MATERIALIZED (
      SELECT p.id AS jabatan_id, w.kind, w."competencyId" AS competency_id, w.subject, w.difficulty, w.importance, w.frequency
      FROM post p CROSS JOIN jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
        AS w(kind text, "competencyId" int, subject text, difficulty text, importance text, frequency text)),
    gone AS (
      DELETE FROM jabatan_dif d USING wanted w
      WHERE w.difficulty IS NULL AND d.jabatan_id = w.jabatan_id AND d.kind = w.kind
        AND (d.competency_id, d.subject) IS NOT DISTINCT FROM (w.competency_id, w.subject)
      RETURNING d.jabatan_id),
    put AS (
      INSERT INTO jabatan_dif AS d (instansi_id, jabatan_id, kind, competency_id, subject, difficulty, importance, frequency, set_by, set_at)
      SELECT ${where.instansiId}::int, w.jabatan_id, w.kind, w.competency_id, w.subject, w.difficulty, w.importance, w.frequency, ${where.by},
        ${where.at.toISOString()}::timestamptz
      FROM wanted w
      WHERE w.difficulty IS NOT NULL AND (
        EXISTS (SELECT FROM jabatan_requirement r WHERE r.jabatan_id = w.jabatan_id AND r.competency_id = w.competency_id)
        OR EXISTS (SELECT FROM jabatan_training t WHERE t.jabatan_id = w.jabatan_id AND t.key = w.subject))
      ON CONFLICT (jabatan_id, kind, competency_id, subject) DO UPDATE
        SET difficulty = excluded.difficulty, importance = excluded.importance, frequency = excluded.frequency, set_by = excluded.set_by,
            set_at = excluded.set_at
        WHERE (d.difficulty, d.importance, d.frequency) IS DISTINCT FROM (excluded.difficulty, excluded.importance, excluded.frequency)
      RETURNING d.jabatan_id)
    SELECT count(*)::int AS lines, count(DISTINCT jabatan_id)::int AS posts FROM (SELECT * FROM gone UNION ALL SELECT * FROM put) c`.execute(
    tx,
  )
  return rows[0]!
}
