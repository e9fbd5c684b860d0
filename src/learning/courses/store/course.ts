import { containing, type Db, sql, type Tx } from '../../../platform/db/index.ts'
import type { LearningForm, Pillar } from '../../../regulation/index.ts'
import type { Opening, VersionState } from '../rules/version.ts'

export type Course = {
  id: number
  code: string
  openTo: Opening
  archived: boolean
  madeBy: string | null
  madeAt: string
  /** Who teaches it. `instansiId`: in whose register it stands, null the nation's; `staff`: accounts. */
  provider: { id: number; name: string; shortName: string; instansiId: number | null; staff: string[] }
}

const columns = sql`
  c.id, c.code, c.open_to AS "openTo", c.archived_at IS NOT NULL AS archived, c.made_at AS "madeAt",
  (SELECT a.name FROM identity.user_account a WHERE a.id = c.made_by) AS "madeBy",
  jsonb_build_object('id', p.id, 'name', p.name, 'shortName', p.short_name, 'instansiId', p.instansi_id,
    'staff', ARRAY(SELECT s.account_id FROM provider_staff s WHERE s.provider_id = p.id ORDER BY 1)) AS provider`

/** One course, in whatever state; null where there is none. */
export async function courseById(db: Db | Tx, id: number): Promise<Course | null> {
  const { rows } = await sql<Course>`
    SELECT ${columns} FROM course c JOIN provider p ON p.id = c.provider_id WHERE c.id = ${id}::int`.execute(db)
  return rows[0] ?? null
}

/** The same, which nobody else can change until the transaction ends. */
export async function lockCourse(tx: Tx, id: number): Promise<Course | null> {
  await sql`SELECT FROM course WHERE id = ${id}::int FOR UPDATE`.execute(tx)
  return courseById(tx, id)
}

export type CourseFilter = {
  providerIds: readonly number[]
  providerId: number | null
  /** Of the course's latest version that is not archived; `none`: archived with all its versions. */
  state: VersionState | null
  form: LearningForm | null
  pillar: Pillar | null
  q: string
}
export type CourseOrder = 'judul' | 'jp' | 'ubah'
export type CourseRow = {
  id: number
  code: string
  provider: string
  title: string
  form: LearningForm
  jp: number
  openTo: Opening
  archived: boolean
  /** Number of the version in force, and of the one being written. */
  active: number | null
  draft: number | null
  competencies: { name: string; nameEn: string | null; level: number }[]
  /** Classes of it that are open or running. */
  classes: number
  changedAt: string
}

const orders = {
  judul: [sql`title, id`, sql`title DESC, id`],
  jp: [sql`jp, title, id`, sql`jp DESC, title, id`],
  ubah: [sql`"changedAt" DESC, id`, sql`"changedAt", id`],
} as const

function matching(filter: CourseFilter) {
  const conditions = [sql`c.provider_id = ANY (${[...filter.providerIds]}::int[])`]
  if (filter.providerId !== null) conditions.push(sql`c.provider_id = ${filter.providerId}::int`)
  if (filter.form) conditions.push(sql`v.form = ${filter.form}`)
  if (filter.pillar)
    conditions.push(sql`EXISTS (SELECT FROM course_competency r JOIN competency k ON k.id = r.competency_id
      WHERE r.version_id = v.id AND k.pillar = ${filter.pillar})`)
  if (filter.state === 'archived') conditions.push(sql`c.archived_at IS NOT NULL`)
  else {
    if (filter.state)
      conditions.push(sql`EXISTS (SELECT FROM course_version o WHERE o.course_id = c.id AND o.state = ${filter.state})`)
    if (filter.state) conditions.push(sql`c.archived_at IS NULL`)
  }
  for (const word of filter.q.split(/\s+/).filter(Boolean).slice(0, 8))
    conditions.push(sql`(v.title ILIKE ${containing(word)} OR c.code ILIKE ${containing(word)})`)
  return sql.join(conditions, sql` AND `)
}

/** Courses as their authors see them: each by the version in force, else by its latest one. */
export async function listCourses(
  db: Db,
  filter: CourseFilter,
  page: { order: CourseOrder; descending: boolean; offset: number; limit: number },
): Promise<(CourseRow & { found: number })[]> {
  const { rows } = await sql<CourseRow & { found: number }>`
    SELECT *, count(*) OVER ()::int AS found FROM (
      SELECT c.id, c.code, p.short_name AS provider, v.title, v.form, v.jp, c.open_to AS "openTo", c.archived_at IS NOT NULL AS archived,
        (SELECT o.number FROM course_version o WHERE o.course_id = c.id AND o.state = 'active') AS active,
        (SELECT o.number FROM course_version o WHERE o.course_id = c.id AND o.state = 'draft') AS draft,
        coalesce((SELECT jsonb_agg(jsonb_build_object('name', k.name, 'nameEn', k.name_en, 'level', r.level) ORDER BY k.sort, k.code)
          FROM course_competency r JOIN competency k ON k.id = r.competency_id WHERE r.version_id = v.id), '[]') AS competencies,
        (SELECT count(*)::int FROM course_class l JOIN course_version o ON o.id = l.version_id
         WHERE o.course_id = c.id AND l.state IN ('open', 'running')) AS classes,
        (SELECT max(greatest(o.made_at, o.activated_at, o.archived_at)) FROM course_version o WHERE o.course_id = c.id) AS "changedAt"
      FROM course c JOIN provider p ON p.id = c.provider_id
      CROSS JOIN LATERAL (
        SELECT o.* FROM course_version o WHERE o.course_id = c.id ORDER BY o.state <> 'active', o.number DESC LIMIT 1) v
      WHERE ${matching(filter)}) AS listed
    ORDER BY ${orders[page.order][page.descending ? 1 : 0]} LIMIT ${page.limit} OFFSET ${page.offset}`.execute(db)
  return rows
}

/** How the courses of these providers stand: in force, being written, without any version in force. */
export async function courseCounts(db: Db, providerIds: readonly number[]) {
  const { rows } = await sql<{ courses: number; active: number; drafts: number; classes: number }>`
    SELECT count(*)::int AS courses,
      (count(*) FILTER (WHERE EXISTS (SELECT FROM course_version v WHERE v.course_id = c.id AND v.state = 'active')))::int AS active,
      (count(*) FILTER (WHERE EXISTS (SELECT FROM course_version v WHERE v.course_id = c.id AND v.state = 'draft')))::int AS drafts,
      (SELECT count(*)::int FROM course_class l WHERE l.provider_id = ANY (${[...providerIds]}::int[]) AND l.state = 'open') AS classes
    FROM course c WHERE c.provider_id = ANY (${[...providerIds]}::int[]) AND c.archived_at IS NULL`.execute(db)
  return rows[0]!
}

type Made = { by: string; at: Date }

/** Null where the provider has a course of this code already. */
export async function insertCourse(
  tx: Tx,
  providerId: number,
  code: string,
  openTo: Opening,
  { by, at }: Made,
): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO course (provider_id, code, open_to, made_by, made_at) VALUES (${providerId}::int, ${code}, ${openTo}, ${by}, ${at})
    ON CONFLICT (provider_id, code) DO NOTHING RETURNING id`.execute(tx)
  return rows[0]?.id ?? null
}

/** False where the provider has another course of this code. */
export async function saveCourse(tx: Tx, course: Course, code: string, openTo: Opening): Promise<boolean> {
  const { rows } = await sql`
    UPDATE course SET code = ${code}, open_to = ${openTo} WHERE id = ${course.id}::int
      AND NOT EXISTS (SELECT FROM course o WHERE o.provider_id = ${course.provider.id}::int AND o.code = ${code} AND o.id <> ${course.id}::int)
    RETURNING id`.execute(tx)
  return rows.length > 0
}

/** Into the archive, or (null) out of it. */
export const markCourseArchived = async (tx: Tx, id: number, at: Date | null): Promise<void> =>
  void (await sql`UPDATE course SET archived_at = ${at} WHERE id = ${id}::int`.execute(tx))
