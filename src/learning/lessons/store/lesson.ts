import { type Db, sql, type Tx } from '../../../platform/db/index.ts'
import type { LessonBody } from '../rules/lesson.ts'

export type LessonFile = { key: string; name: string; type: string; bytes: number; sha256: string }
export type Lesson = LessonBody & {
  id: number
  versionId: number
  sort: number
  title: string
  minutes: number
  required: boolean
  file: LessonFile | null
  /** Of a video; null: not known. */
  durationSeconds: number | null
  captionsKey: string | null
}
/** What its author says of a lesson. */
export type LessonValues = {
  body: LessonBody
  title: string
  minutes: number
  required: boolean
  file: LessonFile | null
  durationSeconds: number | null
  captionsKey: string | null
  /** Of a quiz that does not draw at random. */
  itemIds: number[]
}

export const lessonColumns = sql`
  l.id, l.version_id AS "versionId", l.sort, l.kind, l.title, l.minutes, l.required, l.content, l.duration_seconds AS "durationSeconds",
  l.captions_key AS "captionsKey",
  CASE WHEN l.file_key IS NOT NULL THEN jsonb_build_object('key', l.file_key, 'name', l.file_name, 'type', l.file_type, 'bytes', l.file_bytes,
    'sha256', l.file_sha256) END AS file`

export async function lessonsOf(db: Db | Tx, versionId: number): Promise<Lesson[]> {
  const { rows } = await sql<Lesson>`
    SELECT ${lessonColumns} FROM lesson l WHERE l.version_id = ${versionId}::int ORDER BY l.sort, l.id`.execute(db)
  return rows
}

export async function lessonById(db: Db | Tx, id: number): Promise<Lesson | null> {
  const { rows } = await sql<Lesson>`SELECT ${lessonColumns} FROM lesson l WHERE l.id = ${id}::int`.execute(db)
  return rows[0] ?? null
}

const fileValues = (file: LessonFile | null) =>
  sql`${file?.key ?? null}, ${file?.name ?? null}, ${file?.type ?? null}, ${file?.bytes ?? null}::bigint, ${file?.sha256 ?? null}`

/** Puts a lesson at the end. */
export async function insertLesson(tx: Tx, versionId: number, values: LessonValues, by: string, at: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO lesson (version_id, sort, kind, title, minutes, required, content, file_key, file_name, file_type, file_bytes, file_sha256,
      duration_seconds, captions_key, made_by, made_at, changed_at)
    SELECT ${versionId}::int, coalesce(max(l.sort), 0) + 1, ${values.body.kind}::text, ${values.title}::text, ${values.minutes}::int, ${values.required}::boolean,
      ${JSON.stringify(values.body.content)}::text::jsonb, ${fileValues(values.file)}, ${values.durationSeconds}::int, ${values.captionsKey}::text,
      ${by}::text, ${at}::timestamptz, ${at}::timestamptz
    FROM lesson l WHERE l.version_id = ${versionId}::int RETURNING id`.execute(tx)
  await setItems(tx, rows[0]!.id, values.itemIds)
  return rows[0]!.id
}

export async function updateLesson(tx: Tx, id: number, values: LessonValues, at: Date): Promise<void> {
  await sql`
    UPDATE lesson SET (title, minutes, required, content, file_key, file_name, file_type, file_bytes, file_sha256, duration_seconds, captions_key,
      changed_at) = (SELECT ${values.title}::text, ${values.minutes}::int, ${values.required}::boolean, ${JSON.stringify(values.body.content)}::text::jsonb,
      ${fileValues(values.file)}, ${values.durationSeconds}::int, ${values.captionsKey}::text, ${at}::timestamptz)
    WHERE id = ${id}::int`.execute(tx)
  await setItems(tx, id, values.itemIds)
}

async function setItems(tx: Tx, lessonId: number, itemIds: readonly number[]): Promise<void> {
  await sql`DELETE FROM quiz_item WHERE lesson_id = ${lessonId}::int AND item_id <> ALL (${[...itemIds]}::int[])`.execute(tx)
  if (itemIds.length === 0) return
  await sql`
    INSERT INTO quiz_item (lesson_id, item_id)
    SELECT l.id, i.id FROM lesson l JOIN course_version v ON v.id = l.version_id JOIN bank_item i ON i.course_id = v.course_id
    WHERE l.id = ${lessonId}::int AND i.id = ANY (${[...itemIds]}::int[]) ON CONFLICT DO NOTHING`.execute(tx)
}

export async function deleteLesson(tx: Tx, id: number): Promise<void> {
  await sql`DELETE FROM lesson WHERE id = ${id}::int`.execute(tx)
}

/** Numbers the lessons of a version anew, in this order. */
export async function setOrder(tx: Tx, versionId: number, ids: readonly number[]): Promise<void> {
  await sql`
    UPDATE lesson l SET sort = o.sort FROM unnest(${[...ids]}::int[]) WITH ORDINALITY AS o(id, sort)
    WHERE l.id = o.id AND l.version_id = ${versionId}::int`.execute(tx)
}

/** Which of these files another lesson holds on to, too: versions share them. */
export async function keysInUse(tx: Tx, keys: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`
    SELECT k AS key FROM unnest(${[...keys]}::text[]) k
    WHERE EXISTS (SELECT FROM lesson l WHERE l.file_key = k OR l.captions_key = k)`.execute(tx)
  return new Set(rows.map(row => row.key))
}

/** The lessons of one version into another that has none: a new draft begins as what is in force. */
export async function copyLessons(tx: Tx, pairs: readonly { from: number; to: number }[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    WITH pair AS (SELECT p."from", p."to" FROM jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) AS p("from" int, "to" int)),
    copied AS (
      INSERT INTO lesson (version_id, sort, kind, title, minutes, required, content, file_key, file_name, file_type, file_bytes, file_sha256,
        duration_seconds, captions_key, made_by, made_at, changed_at)
      SELECT p."to", row_number() OVER (PARTITION BY p."to" ORDER BY l.sort, l.id), l.kind, l.title, l.minutes, l.required, l.content, l.file_key, l.file_name,
        l.file_type, l.file_bytes, l.file_sha256, l.duration_seconds, l.captions_key, l.made_by, l.made_at, l.changed_at
      FROM pair p JOIN lesson l ON l.version_id = p."from"
      WHERE NOT EXISTS (SELECT FROM lesson there WHERE there.version_id = p."to")
      RETURNING id, version_id, sort),
    numbered AS (
      SELECT l.id, p."to", row_number() OVER (PARTITION BY p."to" ORDER BY l.sort, l.id) AS n FROM pair p JOIN lesson l ON l.version_id = p."from"),
    chosen AS (
      INSERT INTO quiz_item (lesson_id, item_id)
      SELECT c.id, q.item_id FROM copied c JOIN numbered o ON o."to" = c.version_id AND o.n = c.sort JOIN quiz_item q ON q.lesson_id = o.id)
    SELECT count(*)::int AS n FROM copied`.execute(tx)
  return rows[0]!.n
}

/** How many lessons a version holds, and how many minutes they take. */
export async function lessonsSum(db: Db | Tx, versionId: number): Promise<{ count: number; minutes: number }> {
  const { rows } = await sql<{ count: number; minutes: number }>`
    SELECT count(*)::int AS count, coalesce(sum(minutes), 0)::int AS minutes FROM lesson WHERE version_id = ${versionId}::int`.execute(
    db,
  )
  return rows[0]!
}
