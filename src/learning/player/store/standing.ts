import { sql, type Tx } from '../../../platform/db/index.ts'
import type { LessonGroup } from '../../rules/lesson-standing.ts'

/** What a lesson is scored for: the purpose of its quiz, an assignment; null: nothing, as a pre-test is. */
export const sourceOfLesson = sql`
  CASE WHEN l.kind = 'assignment' THEN 'assignment' WHEN l.kind = 'quiz' AND l.content->>'purpose' <> 'pretest' THEN l.content->>'purpose' END`

/** How far the people of a class have come in its lessons, by what these are scored for; of one person where one is named. */
export async function lessonGroups(
  tx: Tx,
  classId: number,
  pegawaiId: number | null = null,
): Promise<(LessonGroup & { pegawaiId: number })[]> {
  const { rows } = await sql<LessonGroup & { pegawaiId: number }>`
    SELECT pegawai_id AS "pegawaiId", source, required, count(*)::int AS of, (count(*) FILTER (WHERE done))::int AS done, count(score)::int AS scored,
      coalesce(sum(score), 0)::float8 AS sum
    FROM (
      SELECT e.pegawai_id, l.required, ${sourceOfLesson} AS source, g.done_at IS NOT NULL AS done,
        CASE l.kind
          WHEN 'quiz' THEN (SELECT max(a.points_num * 100::numeric / a.points_den) FROM quiz_attempt a
            WHERE a.pegawai_id = e.pegawai_id AND a.class_id = e.class_id AND a.lesson_id = l.id AND a.ended_at IS NOT NULL)
          WHEN 'assignment' THEN (SELECT s.score FROM submission s
            WHERE s.pegawai_id = e.pegawai_id AND s.class_id = e.class_id AND s.lesson_id = l.id AND s.graded_at IS NOT NULL ORDER BY s.number DESC LIMIT 1)
        END AS score
      FROM enrolment e JOIN lesson l ON l.version_id = e.version_id
      LEFT JOIN lesson_progress g ON g.pegawai_id = e.pegawai_id AND g.class_id = e.class_id AND g.lesson_id = l.id
      WHERE e.class_id = ${classId}::int AND e.state IN ('enrolled', 'completed', 'failed')
        AND (${pegawaiId}::int IS NULL OR e.pegawai_id = ${pegawaiId}::int)) t
    GROUP BY pegawai_id, source, required`.execute(tx)
  return rows
}
