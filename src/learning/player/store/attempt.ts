import { sql, type Tx } from '../../../platform/db/index.ts'
import type { Answer, Question } from '../../lessons/rules/item.ts'

export type AttemptKey = { pegawaiId: number; classId: number; lessonId: number; number: number }
export type Attempt = AttemptKey & {
  instansiId: number
  questions: Question[]
  startedAt: Date
  dueAt: Date | null
  endedAt: Date | null
  endedBy: 'person' | 'time' | null
  points: { num: number; den: number } | null
  score: number | null
  passed: boolean | null
}
export type StoredAnswer = { question: number; answer: Answer; version: number; savedAt: Date }

const columns = sql`
  a.pegawai_id AS "pegawaiId", a.class_id AS "classId", a.lesson_id AS "lessonId", a.number, a.instansi_id AS "instansiId", a.questions,
  a.started_at AS "startedAt", a.due_at AS "dueAt", a.ended_at AS "endedAt", a.ended_by AS "endedBy", a.score::float8 AS score, a.passed,
  CASE WHEN a.points_den IS NOT NULL THEN jsonb_build_object('num', a.points_num, 'den', a.points_den) END AS points`
const isOf = ({ pegawaiId, classId, lessonId }: Omit<AttemptKey, 'number'>) =>
  sql`a.pegawai_id = ${pegawaiId}::int AND a.class_id = ${classId}::int AND a.lesson_id = ${lessonId}::int`

/** The attempts of one person at one quiz, the latest first. */
export async function attemptsOf(tx: Tx, key: Omit<AttemptKey, 'number'>): Promise<Attempt[]> {
  const { rows } = await sql<Attempt>`SELECT ${columns} FROM quiz_attempt a WHERE ${isOf(key)} ORDER BY a.number DESC`.execute(tx)
  return rows
}

/** One attempt; `hold`: until this transaction is over, so that a saving and the handing in do not cross. */
export async function attemptByNumber(tx: Tx, key: AttemptKey, hold = false): Promise<Attempt | null> {
  const { rows } = await sql<Attempt>`
    SELECT ${columns} FROM quiz_attempt a WHERE ${isOf(key)} AND a.number = ${key.number}::int ${hold ? sql`FOR UPDATE` : sql``}`.execute(
    tx,
  )
  return rows[0] ?? null
}

export async function insertAttempt(
  tx: Tx,
  key: AttemptKey,
  made: { instansiId: number; seed: number; questions: readonly Question[]; startedAt: Date; dueAt: Date | null },
): Promise<void> {
  await sql`
    INSERT INTO quiz_attempt (pegawai_id, class_id, lesson_id, number, instansi_id, instansi_then, seed, questions, started_at, due_at)
    VALUES (${key.pegawaiId}, ${key.classId}, ${key.lessonId}, ${key.number}, ${made.instansiId}, ${made.instansiId}, ${made.seed},
      ${JSON.stringify(made.questions)}::text::jsonb, ${made.startedAt}, ${made.dueAt})`.execute(tx)
}

export async function endAttempt(
  tx: Tx,
  key: AttemptKey,
  end: { at: Date; by: 'person' | 'time'; points: { num: number; den: number }; score: number; passed: boolean; rule: string },
): Promise<void> {
  await sql`
    UPDATE quiz_attempt a SET ended_at = ${end.at}, ended_by = ${end.by}, points_num = ${end.points.num}, points_den = ${end.points.den},
      score = ${end.score}, passed = ${end.passed}, rule_version = ${end.rule}
    WHERE ${isOf(key)} AND a.number = ${key.number}::int AND a.ended_at IS NULL`.execute(tx)
}

export async function answersOf(tx: Tx, key: AttemptKey): Promise<StoredAnswer[]> {
  const { rows } = await sql<StoredAnswer>`
    SELECT a.question, a.answer, a.version, a.saved_at AS "savedAt" FROM quiz_answer a
    WHERE ${isOf(key)} AND a.number = ${key.number}::int ORDER BY a.question`.execute(tx)
  return rows
}

export async function saveAnswer(tx: Tx, key: AttemptKey, instansiId: number, said: StoredAnswer): Promise<void> {
  await sql`
    INSERT INTO quiz_answer (pegawai_id, class_id, lesson_id, number, question, instansi_id, answer, version, saved_at)
    VALUES (${key.pegawaiId}, ${key.classId}, ${key.lessonId}, ${key.number}, ${said.question}, ${instansiId}, ${JSON.stringify(said.answer)}::text::jsonb,
      ${said.version}, ${said.savedAt})
    ON CONFLICT (pegawai_id, class_id, lesson_id, number, question) DO UPDATE
      SET answer = excluded.answer, version = excluded.version, saved_at = excluded.saved_at`.execute(tx)
}

/** The best share of each quiz that counts in the final score; a pre-test does not. */
export async function bestOf(tx: Tx, pegawaiId: number, classId: number): Promise<{ num: number; den: number }[]> {
  const { rows } = await sql<{ num: number; den: number }>`
    SELECT DISTINCT ON (a.lesson_id) a.points_num::int8 AS num, a.points_den::int8 AS den
    FROM quiz_attempt a JOIN lesson l ON l.id = a.lesson_id
    WHERE a.pegawai_id = ${pegawaiId}::int AND a.class_id = ${classId}::int AND a.ended_at IS NOT NULL AND l.content->>'purpose' <> 'pretest'
    ORDER BY a.lesson_id, a.points_num::numeric / a.points_den DESC`.execute(tx)
  return rows.map(row => ({ num: Number(row.num), den: Number(row.den) }))
}

/** Attempts whose time was over before this moment and that nobody has ended. */
export async function overdueAttempts(tx: Tx, before: Date, limit: number): Promise<AttemptKey[]> {
  const { rows } = await sql<AttemptKey>`
    SELECT pegawai_id AS "pegawaiId", class_id AS "classId", lesson_id AS "lessonId", number FROM quiz_attempt
    WHERE ended_at IS NULL AND due_at < ${before} ORDER BY due_at LIMIT ${limit}`.execute(tx)
  return rows
}
