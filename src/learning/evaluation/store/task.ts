import { sql, type Tx } from '../../../platform/db/index.ts'
import type { LaterItem, Relation, Verdict } from '../rules/items.ts'

export type Task = {
  id: number
  pegawaiId: number
  instansiId: number
  classId: number
  level: 1 | 3
  months: number
  relation: Relation
  learner: string
  title: string
  completedOn: string
  dueOn: string
  doneAt: Date | null
}

const columns = sql`
  t.id, t.pegawai_id AS "pegawaiId", t.instansi_id AS "instansiId", t.class_id AS "classId", t.level, t.months, t.relation, t.learner, t.title,
  t.completed_on AS "completedOn", t.due_on AS "dueOn", t.done_at AS "doneAt"`

/** What a rater was asked, the open first, by when they are due; run it as that rater. */
export async function tasksOf(tx: Tx, limit: number): Promise<Task[]> {
  const { rows } = await sql<Task>`
    SELECT ${columns} FROM evaluation_task t ORDER BY t.done_at IS NOT NULL, CASE WHEN t.done_at IS NULL THEN t.due_on END, t.done_at DESC, t.id
    LIMIT ${limit}`.execute(tx)
  return rows
}

/** One task of a rater, held until the transaction ends where it is to be answered; null where it is somebody else's. */
export async function taskById(tx: Tx, id: number, hold = false): Promise<Task | null> {
  const { rows } = await sql<Task>`
    SELECT ${columns} FROM evaluation_task t WHERE t.id = ${id}::int ${hold ? sql`FOR UPDATE` : sql``}`.execute(tx)
  return rows[0] ?? null
}

export async function markDone(
  tx: Tx,
  task: Task,
  done: { at: Date; verdict: Verdict | null; note: string | null },
): Promise<void> {
  await sql`
    UPDATE evaluation_task SET done_at = ${done.at}, verdict = ${done.verdict}, note = ${done.note}
    WHERE pegawai_id = ${task.pegawaiId} AND id = ${task.id}`.execute(tx)
}

export type Answer = { item: LaterItem; score: number | null }
/** What one rater says of behaviour and effect. */
export async function writeAnswers(tx: Tx, task: Task, raterId: number, answers: readonly Answer[]): Promise<void> {
  await sql`
    INSERT INTO evaluation_answer (pegawai_id, task_id, item, instansi_id, class_id, relation, rater_id, score)
    SELECT ${task.pegawaiId}, ${task.id}, g.item, ${task.instansiId}, ${task.classId}, ${task.relation}, ${raterId}, g.score
    FROM jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) AS g(item text, score int)`.execute(tx)
}

/** `trainerId` null: the organiser. */
export type Voice = { trainerId: number | null; item: string; score: number | null; words: string | null }
/** What was said of organiser and trainers, without who said it. */
export async function writeVoices(tx: Tx, classId: number, voices: readonly Voice[]): Promise<void> {
  await sql`
    INSERT INTO evaluation_voice (class_id, trainer_id, item, score, words)
    SELECT ${classId}::int, g."trainerId", g.item, g.score, g.words
    FROM jsonb_to_recordset(${JSON.stringify(voices)}::jsonb) AS g("trainerId" int, item text, score int, words text)
    ORDER BY random()`.execute(tx)
}

/** Who taught a class: whom one is asked about. */
export async function trainersOf(tx: Tx, classId: number): Promise<{ id: number; name: string }[]> {
  const { rows } = await sql<{ id: number; name: string }>`
    SELECT t.id, t.name FROM class_trainer c JOIN trainer t ON t.id = c.trainer_id WHERE c.class_id = ${classId}::int ORDER BY t.name, t.id`.execute(
    tx,
  )
  return rows
}

export type OwnResult = {
  classId: number
  title: string
  months: number
  completedOn: string
  self: number | null
  atasan: number | null
  verdict: Verdict | null
  note: string | null
}
/** What the person and the atasan said of the person, class by class; run it in the scope of the person. */
export async function ownResults(tx: Tx, pegawaiId: number): Promise<OwnResult[]> {
  const { rows } = await sql<OwnResult>`
    WITH mean AS (
      SELECT task_id, avg(score)::float8 AS mean FROM evaluation_answer WHERE pegawai_id = ${pegawaiId}::int GROUP BY task_id)
    SELECT t.class_id AS "classId", min(t.title) AS title, t.months, min(t.completed_on) AS "completedOn",
      max(m.mean) FILTER (WHERE t.relation = 'diri') AS self, max(m.mean) FILTER (WHERE t.relation = 'atasan') AS atasan,
      max(t.verdict) AS verdict, max(t.note) FILTER (WHERE t.relation = 'atasan') AS note
    FROM evaluation_task t JOIN mean m ON m.task_id = t.id
    WHERE t.pegawai_id = ${pegawaiId}::int AND t.level = 3 AND t.done_at IS NOT NULL
    GROUP BY t.class_id, t.months ORDER BY 4 DESC, t.months DESC LIMIT 50`.execute(tx)
  return rows
}
