import { sql, type Tx } from '../../../platform/db/index.ts'
import type { Lesson } from '../../lessons/store/lesson.ts'
import { lessonColumns } from '../../lessons/store/lesson.ts'

/** A class as one who is enrolled in it sees it. */
export type MyClass = {
  pegawaiId: number
  classId: number
  instansiId: number
  versionId: number
  title: string
  className: string
  provider: string
  pattern: string
  classState: string
  /** yyyy-mm-dd; null: at any time. */
  startsOn: string | null
  endsOn: string | null
  state: 'enrolled' | 'completed' | 'failed'
  jp: number
  startedAt: Date | null
  finishedAt: Date | null
  finalScore: number | null
  reason: string | null
  /** The rule of passing of the version, as it is stored. */
  pass: unknown
}
const columns = sql`
  e.pegawai_id AS "pegawaiId", e.class_id AS "classId", e.instansi_id AS "instansiId", e.version_id AS "versionId", v.title, c.name AS "className",
  p.short_name AS provider, c.pattern, c.state AS "classState", c.starts_on AS "startsOn", c.ends_on AS "endsOn", e.state, v.jp, e.started_at AS "startedAt", e.finished_at AS "finishedAt",
  e.final_score::float8 AS "finalScore", e.reason, v.pass`
const from = sql`
  FROM enrolment e JOIN course_class c ON c.id = e.class_id JOIN course_version v ON v.id = e.version_id JOIN provider p ON p.id = c.provider_id
  WHERE e.state IN ('enrolled', 'completed', 'failed') AND c.state NOT IN ('draft', 'cancelled')`

/** With how far one has come, over what is required. */
export type ListedClass = MyClass & {
  done: number
  of: number
  lessons: number
  next: { id: number; title: string } | null
  found: number
}
export type ClassFilter = 'berjalan' | 'selesai' | null

/** What a person is enrolled in: what goes on first, what was touched last on top. */
export async function classesOf(
  tx: Tx,
  pegawaiId: number,
  filter: ClassFilter,
  page: { offset: number; limit: number },
): Promise<ListedClass[]> {
  const { rows } = await sql<ListedClass>`
    SELECT ${columns}, s.done, s.of, s.lessons, s.next, count(*) OVER ()::int AS found, greatest(e.enrolled_at, s.seen) AS seen
    FROM enrolment e JOIN course_class c ON c.id = e.class_id JOIN course_version v ON v.id = e.version_id JOIN provider p ON p.id = c.provider_id
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE l.required AND g.done_at IS NOT NULL)::int AS done, count(*) FILTER (WHERE l.required)::int AS of,
        count(*)::int AS lessons, max(g.seen_at) AS seen,
        (array_agg(jsonb_build_object('id', l.id, 'title', l.title) ORDER BY NOT l.required, l.sort, l.id) FILTER (WHERE g.done_at IS NULL))[1] AS next
      FROM lesson l LEFT JOIN lesson_progress g ON g.lesson_id = l.id AND g.pegawai_id = e.pegawai_id AND g.class_id = e.class_id
      WHERE l.version_id = e.version_id) s
    WHERE e.pegawai_id = ${pegawaiId}::int AND e.state IN ('enrolled', 'completed', 'failed') AND c.state NOT IN ('draft', 'cancelled')
      AND (${filter}::text IS NULL OR (e.state = 'enrolled') = (${filter}::text = 'berjalan'))
    ORDER BY e.state <> 'enrolled', greatest(e.enrolled_at, s.seen) DESC NULLS LAST, e.class_id DESC
    LIMIT ${page.limit} OFFSET ${page.offset}`.execute(tx)
  return rows
}

export async function classOf(tx: Tx, pegawaiId: number, classId: number): Promise<MyClass | null> {
  const { rows } = await sql<MyClass>`
    SELECT ${columns} ${from} AND e.pegawai_id = ${pegawaiId}::int AND e.class_id = ${classId}::int`.execute(tx)
  return rows[0] ?? null
}

/**
 * Holds the enrolment of one person until this transaction is over, so that what ends it happens once. First the class, as whoever closes it
 * or takes people out does: what is written here points to it, and would wait for them while they wait for the enrolment.
 */
export async function lockClass(tx: Tx, pegawaiId: number, classId: number): Promise<MyClass | null> {
  const { rows } = await sql<MyClass>`
    WITH held AS MATERIALIZED (SELECT id FROM course_class WHERE id = ${classId}::int FOR KEY SHARE)
    SELECT ${columns} ${from} AND e.pegawai_id = ${pegawaiId}::int AND e.class_id = (SELECT id FROM held)
    FOR KEY SHARE OF c FOR UPDATE OF e`.execute(tx)
  return rows[0] ?? null
}

export type Walked = {
  openedAt: Date | null
  doneAt: Date | null
  how: string | null
  reason: string | null
  place: number | null
  watched: [number, number][]
}
export type LessonStep = Lesson & Walked

/** The lessons of a class with how far one person has come in each. */
export async function stepsOf(tx: Tx, of: { pegawaiId: number; classId: number; versionId: number }): Promise<LessonStep[]> {
  const { rows } = await sql<LessonStep>`
    SELECT ${lessonColumns}, g.opened_at AS "openedAt", g.done_at AS "doneAt", g.how, g.reason, g.place::float8 AS place,
      coalesce(g.watched, '[]') AS watched
    FROM lesson l
    LEFT JOIN lesson_progress g ON g.lesson_id = l.id AND g.pegawai_id = ${of.pegawaiId}::int AND g.class_id = ${of.classId}::int
    WHERE l.version_id = ${of.versionId}::int ORDER BY l.sort, l.id`.execute(tx)
  return rows
}

type Key = { pegawaiId: number; classId: number; lessonId: number }

/** That a lesson was opened, and with the first of them that one has begun. */
export async function openLesson(tx: Tx, { pegawaiId, classId, lessonId }: Key, instansiId: number, at: Date): Promise<void> {
  await sql`
    WITH opened AS (
      INSERT INTO lesson_progress (pegawai_id, class_id, lesson_id, instansi_id, opened_at, seen_at)
      VALUES (${pegawaiId}, ${classId}, ${lessonId}, ${instansiId}, ${at}, ${at})
      ON CONFLICT (pegawai_id, class_id, lesson_id) DO UPDATE SET seen_at = greatest(lesson_progress.seen_at, excluded.seen_at))
    UPDATE enrolment SET started_at = ${at} WHERE pegawai_id = ${pegawaiId} AND class_id = ${classId} AND started_at IS NULL AND state = 'enrolled'`.execute(
    tx,
  )
}

/** That a lesson is done. Answers false where it was before. */
export async function finishLesson(
  tx: Tx,
  { pegawaiId, classId, lessonId }: Key,
  instansiId: number,
  done: { how: string; reason: string | null; at: Date },
): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO lesson_progress AS g (pegawai_id, class_id, lesson_id, instansi_id, opened_at, seen_at, done_at, how, reason)
    VALUES (${pegawaiId}, ${classId}, ${lessonId}, ${instansiId}, ${done.at}, ${done.at}, ${done.at}, ${done.how}, ${done.reason})
    ON CONFLICT (pegawai_id, class_id, lesson_id) DO UPDATE SET done_at = excluded.done_at, how = excluded.how, reason = excluded.reason,
      seen_at = excluded.seen_at WHERE g.done_at IS NULL RETURNING 1`.execute(tx)
  return rows.length > 0
}

/** Where one stopped in a film, and what was seen of it in all. */
export async function savePlace(
  tx: Tx,
  { pegawaiId, classId, lessonId }: Key,
  instansiId: number,
  seen: { place: number; watched: readonly [number, number][]; at: Date },
): Promise<void> {
  await sql`
    INSERT INTO lesson_progress (pegawai_id, class_id, lesson_id, instansi_id, opened_at, seen_at, place, watched)
    VALUES (${pegawaiId}, ${classId}, ${lessonId}, ${instansiId}, ${seen.at}, ${seen.at}, ${seen.place}, ${JSON.stringify(seen.watched)}::text::jsonb)
    ON CONFLICT (pegawai_id, class_id, lesson_id) DO UPDATE SET place = excluded.place, watched = excluded.watched, seen_at = excluded.seen_at`.execute(
    tx,
  )
}
