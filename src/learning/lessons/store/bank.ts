import { containing, type Db, sql, type Tx } from '../../../platform/db/index.ts'
import type { ItemContent, ItemKind, Question } from '../rules/item.ts'

export type BankItem = {
  id: number
  courseId: number
  prompt: string
  content: ItemContent
  points: number
  explanation: string | null
  retired: boolean
  /** In how many quizzes of a draft or active version it was chosen. */
  chosenIn: number
}
export type ItemValues = { prompt: string; content: ItemContent; points: number; explanation: string | null }
export type BankFilter = { kind: ItemKind | null; retired: boolean; q: string }
export type BankOrder = 'nomor' | 'soal' | 'poin'

const columns = sql`
  i.id, i.course_id AS "courseId", i.prompt, i.content, i.points, i.explanation, i.retired_at IS NOT NULL AS retired,
  (SELECT count(*)::int FROM quiz_item q JOIN lesson l ON l.id = q.lesson_id JOIN course_version v ON v.id = l.version_id AND v.state <> 'archived'
   WHERE q.item_id = i.id) AS "chosenIn"`

const orders: Record<BankOrder, string> = { nomor: 'i.id', soal: 'lower(i.prompt)', poin: 'i.points' }
export async function listItems(
  db: Db | Tx,
  courseId: number,
  filter: BankFilter,
  page: { order: BankOrder; descending: boolean; offset: number; limit: number },
): Promise<(BankItem & { found: number })[]> {
  const { rows } = await sql<BankItem & { found: number }>`
    SELECT ${columns}, count(*) OVER ()::int AS found FROM bank_item i
    WHERE i.course_id = ${courseId}::int AND (i.retired_at IS NOT NULL) = ${filter.retired}
      AND (${filter.kind}::text IS NULL OR i.kind = ${filter.kind}) AND (${filter.q} = '' OR i.prompt ILIKE ${containing(filter.q)})
    ORDER BY ${sql.raw(orders[page.order])} ${sql.raw(page.descending ? 'DESC' : 'ASC')}, i.id LIMIT ${page.limit} OFFSET ${page.offset}`.execute(
    db,
  )
  return rows
}

/** Items that may be drawn, with their number: to choose from. */
export async function openItems(db: Db | Tx, courseId: number): Promise<{ id: number; prompt: string; content: ItemContent }[]> {
  const { rows } = await sql<{ id: number; prompt: string; content: ItemContent }>`
    SELECT i.id, i.prompt, i.content FROM bank_item i WHERE i.course_id = ${courseId}::int AND i.retired_at IS NULL ORDER BY i.id`.execute(
    db,
  )
  return rows
}

export async function itemById(db: Db | Tx, courseId: number, id: number): Promise<BankItem | null> {
  const { rows } = await sql<BankItem>`
    SELECT ${columns} FROM bank_item i WHERE i.id = ${id}::int AND i.course_id = ${courseId}::int`.execute(db)
  return rows[0] ?? null
}

export async function chosenItems(db: Db | Tx, lessonId: number): Promise<number[]> {
  const { rows } = await sql<{
    id: number
  }>`SELECT item_id AS id FROM quiz_item WHERE lesson_id = ${lessonId}::int ORDER BY 1`.execute(db)
  return rows.map(row => row.id)
}

/** What a quiz may ask: its chosen items, or (`all`) those of the bank of its course. */
export async function questionsFor(db: Db | Tx, lessonId: number, all: boolean): Promise<Question[]> {
  const { rows } = await sql<Question>`
    SELECT i.id AS "itemId", i.prompt, i.points, i.explanation, i.content
    FROM lesson l JOIN course_version v ON v.id = l.version_id JOIN bank_item i ON i.course_id = v.course_id
    WHERE l.id = ${lessonId}::int AND i.retired_at IS NULL
      AND (${all} OR EXISTS (SELECT FROM quiz_item q WHERE q.lesson_id = l.id AND q.item_id = i.id)) ORDER BY i.id`.execute(db)
  return rows
}

export async function insertItem(tx: Tx, courseId: number, values: ItemValues, by: string, at: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO bank_item (course_id, kind, prompt, content, points, explanation, made_by, made_at, changed_at)
    VALUES (${courseId}::int, ${values.content.kind}, ${values.prompt}, ${JSON.stringify(values.content)}::text::jsonb, ${values.points},
      ${values.explanation}, ${by}, ${at}, ${at}) RETURNING id`.execute(tx)
  return rows[0]!.id
}

export async function updateItem(tx: Tx, id: number, values: ItemValues, at: Date): Promise<void> {
  await sql`
    UPDATE bank_item SET kind = ${values.content.kind}, prompt = ${values.prompt}, content = ${JSON.stringify(values.content)}::text::jsonb,
      points = ${values.points}, explanation = ${values.explanation}, changed_at = ${at} WHERE id = ${id}::int`.execute(tx)
}

export async function retireItem(tx: Tx, id: number, retired: boolean, at: Date): Promise<void> {
  await sql`UPDATE bank_item SET retired_at = ${retired ? at : null}, changed_at = ${at} WHERE id = ${id}::int`.execute(tx)
}
