import { type Db, sql, type Tx } from '../../../platform/db/index.ts'

/** A version of a course, as who writes its lessons needs it. */
export type CourseVersion = {
  id: number
  courseId: number
  providerId: number
  code: string
  number: number
  state: 'draft' | 'active' | 'archived'
  title: string
}
const columns = sql`v.id, v.course_id AS "courseId", c.provider_id AS "providerId", c.code, v.number, v.state, v.title`

export async function versionByNumber(db: Db | Tx, courseId: number, number: number): Promise<CourseVersion | null> {
  const { rows } = await sql<CourseVersion>`
    SELECT ${columns} FROM course_version v JOIN course c ON c.id = v.course_id
    WHERE v.course_id = ${courseId}::int AND v.number = ${number}::int`.execute(db)
  return rows[0] ?? null
}

/** The version that stands for the course: its draft, else what is active, else the last. */
export async function foremostVersion(db: Db | Tx, courseId: number): Promise<CourseVersion | null> {
  const { rows } = await sql<CourseVersion>`
    SELECT ${columns} FROM course_version v JOIN course c ON c.id = v.course_id WHERE v.course_id = ${courseId}::int
    ORDER BY v.state = 'draft' DESC, v.state = 'active' DESC, v.number DESC LIMIT 1`.execute(db)
  return rows[0] ?? null
}

/** Whether a version is still a draft; nobody changes that before this transaction is over. */
export async function lockDraft(tx: Tx, versionId: number): Promise<boolean> {
  const { rows } = await sql<{ state: string }>`SELECT state FROM course_version WHERE id = ${versionId}::int FOR UPDATE`.execute(
    tx,
  )
  return rows[0]?.state === 'draft'
}
