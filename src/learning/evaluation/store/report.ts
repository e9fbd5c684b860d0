import { type Db, sql, type Tx } from '../../../platform/db/index.ts'
import type { Relation } from '../rules/items.ts'
import type { Tested } from '../rules/summary.ts'
import { finishedClasses, type Reported } from './finished.ts'

/** What was said of one question, as sum and count. `trainer` null: of the organiser. */
export type VoiceSum = { trainerId: number | null; trainer: string | null; item: string; sum: number; n: number }
/** What was said of the organiser and each trainer, and what was suggested, in no order that tells when it came. */
export async function saidOf(db: Db | Tx, classId: number): Promise<{ voices: VoiceSum[]; words: string[] }> {
  const { rows } = await sql<{ voices: VoiceSum[]; words: string[] }>`
    SELECT coalesce((
      SELECT jsonb_agg(x ORDER BY x.trainer NULLS FIRST, x.item) FROM (
        SELECT v.trainer_id AS "trainerId", t.name AS trainer, v.item, sum(v.score)::int AS sum, count(v.score)::int AS n
        FROM evaluation_voice v LEFT JOIN trainer t ON t.id = v.trainer_id WHERE v.class_id = ${classId}::int AND v.score IS NOT NULL
        GROUP BY 1, 2, 3) x), '[]') AS voices,
    ARRAY(SELECT words FROM evaluation_voice WHERE class_id = ${classId}::int AND words IS NOT NULL ORDER BY md5(words) LIMIT 200) AS words`.execute(
    db,
  )
  return rows[0]!
}

/** Behaviour and effect by who scored, after so many months. */
export type LaterSum = { months: number; relation: Relation; item: string; sum: number; n: number }

/**
 * The first try at each test before and after, person by person, of one class: as many tries before as after, so that practice with the
 * questions is no learning. Who was tested before only when the test after had begun is left out.
 */
const testsOf = (classId: ReturnType<typeof sql>) => sql`
  SELECT coalesce(sum(d.before), 0)::float8 AS before, coalesce(sum(d.after), 0)::float8 AS after, count(*)::int AS n FROM (
    SELECT avg(q.score) FILTER (WHERE q.purpose = 'pretest') AS before, avg(q.score) FILTER (WHERE q.purpose = 'posttest') AS after
    FROM (
      SELECT DISTINCT ON (a.pegawai_id, a.lesson_id) a.pegawai_id, a.score, a.started_at, a.ended_at, l.content->>'purpose' AS purpose
      FROM quiz_attempt a JOIN lesson l ON l.id = a.lesson_id
      WHERE a.class_id = ${classId} AND a.ended_at IS NOT NULL AND l.content->>'purpose' IN ('pretest', 'posttest')
      ORDER BY a.pegawai_id, a.lesson_id, a.number) q
    GROUP BY q.pegawai_id
    HAVING max(q.ended_at) FILTER (WHERE q.purpose = 'pretest') <= min(q.started_at) FILTER (WHERE q.purpose = 'posttest')) d`

/** How many were asked and answered, what the tests say, and what was scored months later. Sums only: run it in a job's transaction. */
export type Asked = { asked: number; reacted: number; leaders: number; confirmed: number; tested: Tested; later: LaterSum[] }
export async function askedOf(tx: Tx, classId: number): Promise<Asked> {
  const { rows } = await sql<Asked>`
    SELECT (count(*) FILTER (WHERE t.level = 1))::int AS asked, (count(*) FILTER (WHERE t.level = 1 AND t.done_at IS NOT NULL))::int AS reacted,
      (count(*) FILTER (WHERE t.verdict IS NOT NULL))::int AS leaders, (count(*) FILTER (WHERE t.verdict = 'ya'))::int AS confirmed,
      (SELECT to_jsonb(x) FROM (${testsOf(sql`${classId}::int`)}) x) AS tested,
      coalesce((
        SELECT jsonb_agg(y ORDER BY y.months, y.relation, y.item) FROM (
          SELECT k.months, a.relation, a.item, sum(a.score)::int AS sum, count(a.score)::int AS n
          FROM evaluation_answer a JOIN evaluation_task k ON k.pegawai_id = a.pegawai_id AND k.id = a.task_id
          WHERE a.class_id = ${classId}::int GROUP BY 1, 2, 3 HAVING count(a.score) > 0) y), '[]') AS later
    FROM evaluation_task t WHERE t.class_id = ${classId}::int`.execute(tx)
  return rows[0]!
}

export const groupings = ['kursus', 'pengajar', 'penyelenggara'] as const
export type Grouping = (typeof groupings)[number]
export type ReportRow = {
  id: number
  name: string
  classes: number
  finished: number
  reactionSum: number
  reactionN: number
  behaviourSum: number
  behaviourN: number
  benefitSum: number
  benefitN: number
  /** Of those who took both tests. */
  testedBefore: number
  testedAfter: number
  tested: number
  leaders: number
  confirmed: number
  effects: number
  improved: number
}
export const testedOf = (row: ReportRow): Tested => ({ before: row.testedBefore, after: row.testedAfter, n: row.tested })

/**
 * What evaluations say, by course, trainer or provider. Sums over people, and no person: run it in a job's transaction. Of a trainer the
 * reaction to that trainer counts, of others that to the organiser.
 */
export async function reportBy(
  tx: Tx,
  by: Grouping,
  of: Reported,
  items: { behaviour: readonly string[]; benefit: readonly string[] },
): Promise<ReportRow[]> {
  const [key, name, join, about] = {
    kursus: [sql`c.course_id`, sql`max(c.course)`, sql``, sql`x.trainer_id IS NULL`],
    penyelenggara: [sql`p.id`, sql`max(p.name)`, sql``, sql`x.trainer_id IS NULL`],
    pengajar: [
      sql`r.id`,
      sql`max(r.name)`,
      sql`JOIN class_trainer ct ON ct.class_id = c.id JOIN trainer r ON r.id = ct.trainer_id`,
      sql`x.trainer_id = r.id`,
    ],
  }[by] as [ReturnType<typeof sql>, ReturnType<typeof sql>, ReturnType<typeof sql>, ReturnType<typeof sql>]
  const { rows } = await sql<ReportRow>`
    SELECT ${key} AS id, ${name} AS name, count(DISTINCT c.id)::int AS classes, sum(c.finished)::int AS finished,
      coalesce(sum(w.sum), 0)::int AS "reactionSum", coalesce(sum(w.n), 0)::int AS "reactionN",
      coalesce(sum(a.bsum), 0)::int AS "behaviourSum", coalesce(sum(a.bn), 0)::int AS "behaviourN",
      coalesce(sum(a.isum), 0)::int AS "benefitSum", coalesce(sum(a.n), 0)::int AS "benefitN",
      coalesce(sum(q.before), 0) AS "testedBefore", coalesce(sum(q.after), 0) AS "testedAfter", coalesce(sum(q.n), 0)::int AS tested,
      coalesce(sum(t.leaders), 0)::int AS leaders, coalesce(sum(t.confirmed), 0)::int AS confirmed,
      coalesce(sum(f.effects), 0)::int AS effects, coalesce(sum(f.improved), 0)::int AS improved
    FROM ${finishedClasses(of)} c JOIN provider p ON p.id = c.provider_id ${join}
    CROSS JOIN LATERAL (SELECT sum(x.score) AS sum, count(x.score) AS n FROM evaluation_voice x WHERE x.class_id = c.id AND ${about}) w
    CROSS JOIN LATERAL (
      SELECT sum(y.score) FILTER (WHERE y.item = ANY (${[...items.behaviour]}::text[])) AS bsum,
             count(y.score) FILTER (WHERE y.item = ANY (${[...items.behaviour]}::text[])) AS bn,
             sum(y.score) FILTER (WHERE y.item = ANY (${[...items.benefit]}::text[])) AS isum,
             count(y.score) FILTER (WHERE y.item = ANY (${[...items.benefit]}::text[])) AS n
      FROM evaluation_answer y WHERE y.class_id = c.id AND y.relation <> 'diri') a
    CROSS JOIN LATERAL (${testsOf(sql`c.id`)}) q
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE z.verdict IS NOT NULL) AS leaders, count(*) FILTER (WHERE z.verdict = 'ya') AS confirmed
      FROM evaluation_task z WHERE z.class_id = c.id AND z.level = 3) t
    CROSS JOIN LATERAL (
      SELECT count(*) AS effects, count(*) FILTER (WHERE g.after_value <> g.before_value AND (g.after_value > g.before_value) = g.higher_is_better) AS improved
      FROM evaluation_effect g WHERE g.class_id = c.id AND g.after_value IS NOT NULL) f
    GROUP BY ${key} ORDER BY ${name}, 1`.execute(tx)
  return rows
}
