import { containing, sql, type Tx } from '../../../platform/db/index.ts'
import type { ActivityKind, ActivityState } from '../rules/activity.ts'
import { type Activity, columns } from './activity.ts'

/** The activities of one person; run it in that person's scope. */
export async function activitiesOf(tx: Tx, pegawaiId: number): Promise<Activity[]> {
  const { rows } = await sql<Activity>`
    SELECT ${columns} FROM activity a WHERE a.pegawai_id = ${pegawaiId}::int
    ORDER BY a.state IN ('approved', 'rejected', 'cancelled'), a.ends_on DESC, a.id DESC LIMIT 500`.execute(tx)
  return rows
}

export type ActivityFilter = {
  /** Never the own of who decides. */
  notOf: number | null
  q: string
  kind: ActivityKind | null
  state: ActivityState | null
  /** Only what waits for who decides. */
  waiting: boolean
}
const waits = sql`(a.state = 'reported' OR (a.state = 'proposed' AND a.partner_id IS NULL))`
const chosen = (f: ActivityFilter) => sql`
  a.pegawai_id IS DISTINCT FROM ${f.notOf}::int AND a.state <> 'draft' AND (${f.kind}::text IS NULL OR a.kind = ${f.kind})
  AND (${f.state}::text IS NULL OR a.state = ${f.state}) AND (NOT ${f.waiting}::boolean OR ${waits})
  AND (${f.q}::text = '' OR a.title || ' ' || a.learner ILIKE ${containing(f.q)})`
const orders = {
  selesai: sql`a.ends_on`,
  nama: sql`lower(a.title)`,
  pegawai: sql`lower(a.learner)`,
  keadaan: sql`a.state`,
}
export type ActivityOrder = keyof typeof orders

/** What others do in the sight of who decides, with how many there are and how many of them wait. */
export async function listActivities(
  tx: Tx,
  filter: ActivityFilter,
  page: { order: ActivityOrder; descending: boolean; offset: number; limit: number },
): Promise<(Activity & { found: number })[]> {
  const { rows } = await sql<Activity & { found: number }>`
    SELECT ${columns}, count(*) OVER ()::int AS found FROM activity a WHERE ${chosen(filter)}
    ORDER BY ${orders[page.order]} ${page.descending ? sql`DESC` : sql`ASC`}, a.id DESC LIMIT ${page.limit} OFFSET ${page.offset}`.execute(
    tx,
  )
  return rows
}

/** How many wait for who decides. */
export async function countWaiting(tx: Tx, notOf: number | null): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM activity a WHERE a.pegawai_id IS DISTINCT FROM ${notOf}::int AND ${waits}`.execute(tx)
  return rows[0]!.n
}

/** What one accompanies; run it as that rater. */
export async function accompanied(tx: Tx, limit: number): Promise<Activity[]> {
  const { rows } = await sql<Activity>`
    SELECT ${columns} FROM activity a WHERE a.state <> 'draft' ORDER BY a.state <> 'proposed', a.ends_on DESC, a.id DESC LIMIT ${limit}`.execute(
    tx,
  )
  return rows
}

/** For programs: one person's, those of everybody else in sight, or whatever a rater sees; in the order they were begun. */
export async function activitiesAfter(
  tx: Tx,
  w: {
    of: number | null
    notOf: number | null
    drafts: boolean
    state: ActivityState | null
    kind: ActivityKind | null
    after: number
    limit: number
  },
): Promise<Activity[]> {
  const { rows } = await sql<Activity>`
    SELECT ${columns} FROM activity a
    WHERE a.id > ${w.after} AND (${w.of}::int IS NULL OR a.pegawai_id = ${w.of}::int) AND a.pegawai_id IS DISTINCT FROM ${w.notOf}::int
      AND (${w.drafts}::boolean OR a.state <> 'draft') AND (${w.state}::text IS NULL OR a.state = ${w.state})
      AND (${w.kind}::text IS NULL OR a.kind = ${w.kind})
    ORDER BY a.id LIMIT ${w.limit}`.execute(tx)
  return rows
}
