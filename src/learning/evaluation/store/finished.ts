import { sql, type Tx } from '../../../platform/db/index.ts'

/** Which classes a report is of: those of these providers (null: of all) that ended in this year (null: in any). */
export type Reported = { providerIds: readonly number[] | null; year: number | null }

/**
 * The classes that somebody has finished, with the name their course has now. Each ended in one year: that of its last day; a class without days
 * (alone, at any time) in that in which somebody finished it last.
 */
export function finishedClasses({ providerIds, year }: Reported) {
  const ids = providerIds ? [...providerIds] : null
  const days = sql`make_date(${year}::int, 1, 1) AND make_date(${year}::int, 12, 31)`
  // The first half needs no look at the people: those of other years are not read.
  const inYear =
    year === null
      ? sql`true`
      : sql`(c.ends_on BETWEEN ${days} OR c.ends_on IS NULL) AND coalesce(c.ends_on, e.last_on) BETWEEN ${days}`
  return sql`(
    SELECT c.id, c.provider_id, c.cost_spent, v.course_id, coalesce(a.title, v.title) AS course, e.finished, coalesce(c.ends_on, e.last_on) AS ended_on
    FROM course_class c JOIN course_version v ON v.id = c.version_id LEFT JOIN course_version a ON a.course_id = v.course_id AND a.state = 'active'
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS finished, (max(e.finished_at) AT TIME ZONE 'Asia/Jakarta')::date AS last_on
      FROM enrolment e WHERE e.class_id = c.id AND e.state IN ('completed', 'failed')) e
    WHERE e.finished > 0 AND (${ids}::int[] IS NULL OR c.provider_id = ANY (${ids}::int[])) AND ${inYear})`
}

/** The years in which classes of these providers ended, the latest first. Sums over people, and no person: run it, and all below, in a job's transaction. */
export async function reportedYears(tx: Tx, providerIds: readonly number[] | null): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    SELECT DISTINCT extract(year FROM c.ended_on)::int AS year FROM ${finishedClasses({ providerIds, year: null })} c
    WHERE c.ended_on IS NOT NULL ORDER BY 1 DESC`.execute(tx)
  return rows.map(row => row.year)
}

/** A class that somebody has finished, with what it cost in all (whole rupiah; null: not known). */
export type ClassCost = {
  classId: number
  courseId: number
  course: string
  providerId: number
  provider: string
  spent: bigint | null
  finished: number
}
export async function classCosts(tx: Tx, of: Reported): Promise<ClassCost[]> {
  const { rows } = await sql<Omit<ClassCost, 'spent'> & { spent: string | null }>`
    SELECT c.id AS "classId", c.course_id AS "courseId", c.course, p.id AS "providerId", p.name AS provider, c.cost_spent::text AS spent, c.finished
    FROM ${finishedClasses(of)} c JOIN provider p ON p.id = c.provider_id ORDER BY c.id`.execute(tx)
  return rows.map(row => ({ ...row, spent: row.spent === null ? null : BigInt(row.spent) }))
}
