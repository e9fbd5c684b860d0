import { sql } from '../../../platform/db/index.ts'
import type { Viewer } from '../access.ts'

/** What the one who looks has of a course: the class to go on in, or the one that was passed. */
export type Own = { classId: number; state: 'enrolled' | 'completed' }

/** That of the course with this id as JSON, what goes on before what was passed; null: neither. In the scope of who looks. */
export const ownOf = (viewer: Viewer, courseId: ReturnType<typeof sql>) => sql`
  (SELECT jsonb_build_object('classId', e.class_id, 'state', e.state) FROM enrolment e
   JOIN course_version w ON w.id = e.version_id JOIN course_class k ON k.id = e.class_id AND k.state NOT IN ('draft', 'cancelled')
   WHERE e.pegawai_id = ${viewer.pegawaiId}::int AND w.course_id = ${courseId} AND e.state IN ('enrolled', 'completed')
   ORDER BY e.state DESC, e.class_id DESC LIMIT 1)`

/**
 * Whether the course `c` of the provider `p` is open to who looks: to everybody; to the instansi in whose register the provider stands; to those
 * that it guides, too. Staff see what they teach.
 */
export const openTo = (viewer: Viewer) => sql`
  (${viewer.nation}::boolean OR p.instansi_id IS NULL OR c.open_to = 'all' OR p.instansi_id = ${viewer.homeInstansiId}::int
   OR (c.open_to = 'guided' AND p.instansi_id IN (SELECT g.instansi_id FROM guides_of(${viewer.homeInstansiId}::int) g))
   OR EXISTS (SELECT FROM provider_staff s WHERE s.provider_id = p.id AND s.account_id = ${viewer.accountId}))`

/** Whether what the provider `p` offers concerns who looks: it stands in the register of the nation, of the own instansi or of who guides it. */
export const registered = (viewer: Viewer) => sql`
  (${viewer.nation}::boolean OR p.instansi_id IS NULL OR p.instansi_id = ${viewer.homeInstansiId}::int
   OR p.instansi_id IN (SELECT g.instansi_id FROM guides_of(${viewer.homeInstansiId}::int) g)
   OR EXISTS (SELECT FROM provider_staff s WHERE s.provider_id = p.id AND s.account_id = ${viewer.accountId}))`

/** Whether somebody of the instansi may still ask to join the class `l` on `today` (yyyy-mm-dd). */
export const joinable = (viewer: Viewer, today: string) => sql`
  (l.state = 'open' AND (l.registration_until IS NULL OR l.registration_until >= ${today}::date)
   AND (l.ends_on IS NULL OR l.ends_on >= ${today}::date)
   AND (l.for_instansi IS NULL OR ${viewer.nation}::boolean OR ${viewer.homeInstansiId}::int = ANY (l.for_instansi)))`
