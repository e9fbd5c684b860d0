import { containing, type Db, sql } from '../../../platform/db/index.ts'
import type { LearningForm } from '../../../regulation/index.ts'
import type { Conformity } from '../../courses/rules/version.ts'
import type { Viewer } from '../access.ts'
import { openTo } from './open.ts'

export type ApiCourse = {
  id: number
  code: string
  provider: { id: number; name: string }
  version: number
  title: string
  summary: string
  audience: string | null
  form: LearningForm
  international: boolean
  jp: number
  cost: number | null
  conformity: Conformity
  competencies: { code: string; name: string; level: number }[]
}

/** Courses in force that are open to who asks, by id after `afterId`. `competency`: a code that they reach. */
export async function coursesAfter(
  db: Db,
  viewer: Viewer,
  part: { q: string; competency: string | null; id: number | null; afterId: number; limit: number },
): Promise<ApiCourse[]> {
  const words = part.q.split(/\s+/).filter(Boolean).slice(0, 8)
  const named = words.map(word => sql` AND (v.title ILIKE ${containing(word)} OR v.summary ILIKE ${containing(word)})`)
  const { rows } = await sql<ApiCourse>`
    SELECT c.id, c.code, jsonb_build_object('id', p.id, 'name', p.name) AS provider, v.number AS version, v.title, v.summary, v.audience, v.form,
      v.international, v.jp, v.cost_participant::float8 AS cost, v.conformity,
      coalesce((SELECT jsonb_agg(jsonb_build_object('code', k.code, 'name', k.name, 'level', r.level) ORDER BY k.sort, k.code)
        FROM course_competency r JOIN competency k ON k.id = r.competency_id WHERE r.version_id = v.id), '[]') AS competencies
    FROM course c JOIN provider p ON p.id = c.provider_id JOIN course_version v ON v.course_id = c.id AND v.state = 'active'
    WHERE c.id > ${part.afterId}::int AND (${part.id}::int IS NULL OR c.id = ${part.id}::int)
      AND c.archived_at IS NULL AND p.closed_at IS NULL AND ${openTo(viewer)}
      AND (${part.competency}::text IS NULL OR EXISTS (SELECT FROM course_competency r JOIN competency k ON k.id = r.competency_id
        WHERE r.version_id = v.id AND k.code = ${part.competency}::text))
      ${sql.join(named, sql``)}
    ORDER BY c.id LIMIT ${part.limit}`.execute(db)
  return rows
}

export type ApiProgramme = {
  id: number
  code: string
  provider: { id: number; name: string }
  title: string
  summary: string
  sets: { title: string; needed: number | null; courses: number[] }[]
}

/** Programmes in force of which at least one course is open to who asks, with the ids of those that are. */
export async function programmesAfter(db: Db, viewer: Viewer, afterId: number, limit: number): Promise<ApiProgramme[]> {
  const open = sql`c.archived_at IS NULL AND EXISTS (SELECT FROM course_version v WHERE v.course_id = c.id AND v.state = 'active')
    AND ${openTo(viewer)}`
  const { rows } = await sql<ApiProgramme>`
    SELECT g.id, g.code, jsonb_build_object('id', q.id, 'name', q.name) AS provider, g.title, g.summary,
      (SELECT jsonb_agg(jsonb_build_object('title', s.title, 'needed', s.needed, 'courses', coalesce((
          SELECT jsonb_agg(c.id ORDER BY r.sort) FROM programme_course r JOIN course c ON c.id = r.course_id
          JOIN provider p ON p.id = c.provider_id WHERE r.programme_id = g.id AND r.set_sort = s.sort AND ${open}), '[]')) ORDER BY s.sort)
        FROM programme_set s WHERE s.programme_id = g.id) AS sets
    FROM programme g JOIN provider q ON q.id = g.provider_id
    WHERE g.state = 'active' AND g.id > ${afterId}::int AND EXISTS (
      SELECT FROM programme_course r JOIN course c ON c.id = r.course_id JOIN provider p ON p.id = c.provider_id
      WHERE r.programme_id = g.id AND ${open})
    ORDER BY g.id LIMIT ${limit}`.execute(db)
  return rows
}
