import { sql, type Tx } from '../../../platform/db/index.ts'
import type { LessonFile } from '../../lessons/store/lesson.ts'

export type SubmissionKey = { pegawaiId: number; classId: number; lessonId: number; number: number }
export type Submission = SubmissionKey & {
  instansiId: number
  answer: string
  file: LessonFile | null
  submittedAt: Date
  gradedAt: Date | null
  gradedName: string | null
  points: number[] | null
  score: number | null
  feedback: string | null
  again: boolean
}

const columns = sql`
  s.pegawai_id AS "pegawaiId", s.class_id AS "classId", s.lesson_id AS "lessonId", s.number, s.instansi_id AS "instansiId", s.answer,
  CASE WHEN s.file_key IS NOT NULL THEN jsonb_build_object('key', s.file_key, 'name', s.file_name, 'type', s.file_type, 'bytes', s.file_bytes,
    'sha256', s.file_sha256) END AS file,
  s.submitted_at AS "submittedAt", s.graded_at AS "gradedAt", s.graded_name AS "gradedName", s.points, s.score::float8 AS score, s.feedback, s.again`

/** What one person handed in for one assignment, the latest first. */
export async function submissionsOf(tx: Tx, of: Omit<SubmissionKey, 'number'>): Promise<Submission[]> {
  const { rows } = await sql<Submission>`
    SELECT ${columns} FROM submission s
    WHERE s.pegawai_id = ${of.pegawaiId}::int AND s.class_id = ${of.classId}::int AND s.lesson_id = ${of.lessonId}::int ORDER BY s.number DESC`.execute(
    tx,
  )
  return rows
}

export async function insertSubmission(
  tx: Tx,
  key: SubmissionKey,
  made: { instansiId: number; answer: string; file: LessonFile | null; at: Date },
): Promise<void> {
  const { file } = made
  await sql`
    INSERT INTO submission (pegawai_id, class_id, lesson_id, number, instansi_id, instansi_then, answer, file_key, file_name, file_type, file_bytes,
      file_sha256, submitted_at)
    VALUES (${key.pegawaiId}, ${key.classId}, ${key.lessonId}, ${key.number}, ${made.instansiId}, ${made.instansiId}, ${made.answer},
      ${file?.key ?? null}, ${file?.name ?? null}, ${file?.type ?? null}, ${file?.bytes ?? null}, ${file?.sha256 ?? null}, ${made.at})`.execute(
    tx,
  )
}

/** What of a class that was handed in on a day (in Jakarta) waits to be graded, and how often something was graded in it so far. */
export async function gradingNow(tx: Tx, classId: number, day: string): Promise<{ waits: boolean; graded: number }> {
  const { rows } = await sql<{ waits: boolean; graded: number }>`
    WITH handed AS (
      SELECT graded_at, submitted_at, row_number() OVER (PARTITION BY pegawai_id, lesson_id ORDER BY number DESC) = 1 AS latest
      FROM submission WHERE class_id = ${classId}::int)
    SELECT coalesce(bool_or(latest AND graded_at IS NULL AND (submitted_at AT TIME ZONE 'Asia/Jakarta')::date = ${day}::date), false) AS waits,
      count(graded_at)::int AS graded FROM handed`.execute(tx)
  return rows[0]!
}

export type Judgement = {
  points: readonly number[]
  score: number
  feedback: string | null
  again: boolean
  by: string
  byName: string
  at: Date
}
export async function saveJudgement(tx: Tx, key: SubmissionKey, judgement: Judgement): Promise<void> {
  await sql`
    UPDATE submission SET graded_at = ${judgement.at}, graded_by = ${judgement.by}, graded_name = ${judgement.byName}, points = ${JSON.stringify(judgement.points)}::text::jsonb,
      score = ${judgement.score}, feedback = ${judgement.feedback}, again = ${judgement.again}
    WHERE pegawai_id = ${key.pegawaiId}::int AND class_id = ${key.classId}::int AND lesson_id = ${key.lessonId}::int AND number = ${key.number}::int`.execute(
    tx,
  )
}

export type QueueFilter = 'menunggu' | 'dinilai' | null
export type QueueOrder = 'waktu' | 'nama' | 'nilai'
export type Queued = {
  pegawaiId: number
  lessonId: number
  number: number
  name: string
  nip: string
  unit: string
  instansi: string
  lesson: string
  submittedAt: Date
  gradedAt: Date | null
  score: number | null
  again: boolean
  found: number
  waiting: number
}
const orders: Record<QueueOrder, string> = { waktu: 's.submitted_at', nama: 'lower(e.name)', nilai: 's.score' }

/** The last that each person handed in for each assignment of a class: what waits first to be judged. */
export async function gradingQueue(
  tx: Tx,
  classId: number,
  filter: QueueFilter,
  page: { order: QueueOrder; descending: boolean; offset: number; limit: number },
): Promise<Queued[]> {
  const { rows } = await sql<Queued>`
    WITH last AS (
      SELECT DISTINCT ON (pegawai_id, lesson_id) * FROM submission WHERE class_id = ${classId}::int ORDER BY pegawai_id, lesson_id, number DESC)
    SELECT s.pegawai_id AS "pegawaiId", s.lesson_id AS "lessonId", s.number, e.name, e.nip, e.unit, e.instansi, l.title AS lesson,
      s.submitted_at AS "submittedAt", s.graded_at AS "gradedAt", s.score::float8 AS score, s.again, count(*) OVER ()::int AS found,
      (SELECT count(*)::int FROM last w WHERE w.graded_at IS NULL) AS waiting
    FROM last s JOIN enrolment e ON e.pegawai_id = s.pegawai_id AND e.class_id = s.class_id JOIN lesson l ON l.id = s.lesson_id
    WHERE ${filter}::text IS NULL OR (s.graded_at IS NULL) = (${filter}::text = 'menunggu')
    ORDER BY ${sql.raw(orders[page.order])} ${sql.raw(page.descending ? 'DESC' : 'ASC')} NULLS LAST, s.pegawai_id, s.lesson_id
    LIMIT ${page.limit} OFFSET ${page.offset}`.execute(tx)
  return rows
}

/** Who handed it in, as the enrolment names them. */
export async function enrolledName(
  tx: Tx,
  classId: number,
  pegawaiId: number,
): Promise<{ name: string; unit: string; instansi: string } | null> {
  const { rows } = await sql<{ name: string; unit: string; instansi: string }>`
    SELECT e.name, e.unit, e.instansi FROM enrolment e WHERE e.class_id = ${classId}::int AND e.pegawai_id = ${pegawaiId}::int`.execute(
    tx,
  )
  return rows[0] ?? null
}
