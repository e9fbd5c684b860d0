import { type Db, sql, type Tx } from '../../../platform/db/index.ts'
import type { EntryRules } from '../../../providers/index.ts'
import type { LearningForm } from '../../../regulation/index.ts'
import type { Viewer } from '../access.ts'
import type { Pattern } from '../rules/filter.ts'
import { joinable, type Own, openTo, ownOf } from './open.ts'

/** What one has of a course with a version in force that is open to who looks; null where it is not open. In the scope of who looks. */
export async function openCourse(tx: Tx, viewer: Viewer, courseId: number): Promise<{ own: Own | null } | null> {
  const { rows } = await sql<{ own: Own | null }>`
    SELECT ${ownOf(viewer, sql`c.id`)} AS own FROM course c JOIN provider p ON p.id = c.provider_id
    WHERE c.id = ${courseId}::int AND c.archived_at IS NULL AND p.closed_at IS NULL AND ${openTo(viewer)}
      AND EXISTS (SELECT FROM course_version v WHERE v.course_id = c.id AND v.state = 'active')`.execute(tx)
  return rows[0] ?? null
}

export type OpenClass = {
  id: number
  name: string
  pattern: Pattern
  form: LearningForm
  /** Null: alone, at any time. */
  startsOn: string | null
  endsOn: string | null
  registrationUntil: string | null
  /** In all, and of those left; null: as many as come. */
  seats: number | null
  left: number | null
  place: string | null
  admission: 'open' | 'approval' | 'nomination'
  trainers: { name: string; expertise: string | null }[]
}

/** The classes of a course that somebody of the viewer's instansi may ask to join, the next first; those without a day last. */
export async function openClasses(db: Db | Tx, viewer: Viewer, courseId: number, today: string): Promise<OpenClass[]> {
  const { rows } = await sql<OpenClass>`
    SELECT l.id, l.name, l.pattern, l.form, l.starts_on AS "startsOn", l.ends_on AS "endsOn", l.registration_until AS "registrationUntil",
      l.seats_max AS seats, greatest(l.seats_max - l.seats_taken, 0) AS left, l.place, l.admission,
      coalesce((SELECT jsonb_agg(jsonb_build_object('name', t.name, 'expertise', t.expertise) ORDER BY t.name)
        FROM class_trainer x JOIN trainer t ON t.id = x.trainer_id WHERE x.class_id = l.id), '[]') AS trainers
    FROM course_class l JOIN course_version v ON v.id = l.version_id
    WHERE v.course_id = ${courseId}::int AND ${joinable(viewer, today)} ORDER BY l.starts_on NULLS LAST, l.id`.execute(db)
  return rows
}

export type ProgrammeShown = {
  id: number
  code: string
  title: string
  summary: string
  provider: string
  sets: {
    title: string
    needed: number | null
    courses: { id: number; title: string; jp: number; form: LearningForm; alone: boolean }[]
  }[]
}

/** A programme in force with those of its courses that are open to who looks; null where there is none. */
export async function programmeShown(db: Db | Tx, viewer: Viewer, id: number, today: string): Promise<ProgrammeShown | null> {
  const { rows } = await sql<ProgrammeShown>`
    SELECT g.id, g.code, g.title, g.summary, q.name AS provider,
      coalesce((SELECT jsonb_agg(jsonb_build_object('title', s.title, 'needed', s.needed, 'courses', coalesce((
          SELECT jsonb_agg(jsonb_build_object('id', c.id, 'title', v.title, 'jp', v.jp, 'form', v.form, 'alone', EXISTS (
            SELECT FROM course_class l JOIN course_version o ON o.id = l.version_id
            WHERE o.course_id = c.id AND l.pattern = 'mandiri' AND ${joinable(viewer, today)})) ORDER BY r.sort)
          FROM programme_course r JOIN course c ON c.id = r.course_id JOIN provider p ON p.id = c.provider_id
          JOIN course_version v ON v.course_id = c.id AND v.state = 'active'
          WHERE r.programme_id = g.id AND r.set_sort = s.sort AND c.archived_at IS NULL AND ${openTo(viewer)}), '[]')) ORDER BY s.sort)
        FROM programme_set s WHERE s.programme_id = g.id), '[]') AS sets
    FROM programme g JOIN provider q ON q.id = g.provider_id WHERE g.id = ${id}::int AND g.state = 'active'`.execute(db)
  const shown = rows[0]
  return shown?.sets.some(set => set.courses.length > 0) ? shown : null
}

/** The programmes in force that a course is part of. */
export async function programmesWith(db: Db | Tx, courseId: number): Promise<{ id: number; title: string }[]> {
  const { rows } = await sql<{ id: number; title: string }>`
    SELECT DISTINCT g.id, g.title FROM programme g JOIN programme_course r ON r.programme_id = g.id
    WHERE r.course_id = ${courseId}::int AND g.state = 'active' ORDER BY g.title`.execute(db)
  return rows
}

/** The courses that somebody is following, each with the class to go on in. In the scope of who asks. */
export async function followedCourses(tx: Tx, pegawaiId: number): Promise<Map<number, number>> {
  const { rows } = await sql<{ id: number; classId: number }>`
    SELECT v.course_id AS id, max(e.class_id)::int AS "classId"
    FROM enrolment e JOIN course_version v ON v.id = e.version_id JOIN course_class l ON l.id = e.class_id
    WHERE e.pegawai_id = ${pegawaiId}::int AND e.state = 'enrolled' AND l.state IN ('open', 'running') GROUP BY v.course_id`.execute(
    tx,
  )
  return new Map(rows.map(row => [row.id, row.classId]))
}

/** The courses that somebody has completed, whatever their version. In the scope of who asks. */
export async function completedCourses(tx: Tx, pegawaiId: number): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    SELECT DISTINCT v.course_id AS id FROM enrolment e JOIN course_version v ON v.id = e.version_id
    WHERE e.pegawai_id = ${pegawaiId}::int AND e.state = 'completed'`.execute(tx)
  return new Set(rows.map(row => row.id))
}

export type Recommended = {
  kind: 'kursus' | 'penawaran'
  id: number
  competencyId: number
  competency: { name: string; nameEn: string | null }
  level: number
  title: string
  provider: string
  form: LearningForm
  jp: number | null
  /** Whole rupiah each; null: not known. */
  cost: number | null
  /** Of a course: can be begun at any time. */
  alone: boolean
  /** Of a course: the first day of the next class that takes people in; null: there is none with a day. */
  startsOn: string | null
  /** Who may join. */
  entryRules: EntryRules
}

/** What reaches these competencies, one row for each of them: courses open to who looks, and offers. The nearest to begin comes first. */
export async function coursesFor(
  db: Db | Tx,
  viewer: Viewer,
  competencyIds: readonly number[],
  today: string,
): Promise<Recommended[]> {
  const { rows } = await sql<Recommended>`
    WITH held AS (
      SELECT o.course_id, bool_or(l.pattern = 'mandiri') AS alone, min(l.starts_on) AS next_on
      FROM course_class l JOIN course_version o ON o.id = l.version_id WHERE ${joinable(viewer, today)} GROUP BY o.course_id)
    SELECT fitting.*, jsonb_build_object('name', k.name, 'nameEn', k.name_en) AS competency FROM (
      SELECT 'kursus' AS kind, c.id, r.competency_id AS "competencyId", r.level, v.title, p.short_name AS provider, v.form, v.jp,
        v.cost_participant::float8 AS cost, coalesce(h.alone, false) AS alone, h.next_on AS "startsOn", v.entry_rules AS "entryRules"
      FROM course_competency r JOIN course_version v ON v.id = r.version_id AND v.state = 'active'
      JOIN course c ON c.id = v.course_id AND c.archived_at IS NULL JOIN provider p ON p.id = c.provider_id AND p.closed_at IS NULL
      LEFT JOIN held h ON h.course_id = c.id
      WHERE r.competency_id = ANY (${[...competencyIds]}::int[]) AND ${openTo(viewer)}
      UNION ALL
      SELECT 'penawaran', f.id, r.competency_id, r.level, f.title, p.short_name, f.form, f.jp, f.cost_participant::float8, false, NULL, f.entry_rules
      FROM offer_competency r JOIN offer f ON f.id = r.offer_id AND f.closed_at IS NULL
      JOIN provider p ON p.id = f.provider_id AND p.closed_at IS NULL
      WHERE r.competency_id = ANY (${[...competencyIds]}::int[])
        AND (${viewer.nation}::boolean OR p.instansi_id IS NULL OR p.instansi_id = ${viewer.homeInstansiId}::int
          OR p.instansi_id IN (SELECT g.instansi_id FROM guides_of(${viewer.homeInstansiId}::int) g))) AS fitting
    JOIN competency k ON k.id = "competencyId"
    ORDER BY "competencyId", alone DESC, cost NULLS LAST, title, kind, id`.execute(db)
  return rows
}
