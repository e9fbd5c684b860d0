import { sql, type Tx } from '../../../platform/db/index.ts'

/** Tasks that were made for the people of one class: whom to tell. */
export type Made = { classId: number; title: string; raterIds: number[] }

const gathered = sql`
  SELECT class_id AS "classId", title, array_agg(DISTINCT rater_id) AS "raterIds" FROM made GROUP BY 1, 2 ORDER BY 1`

/** Asks these people, who ended a class, what they think of it; each once. */
export async function askReaction(
  tx: Tx,
  classId: number,
  pegawaiIds: readonly number[],
  when: { dueOn: string; at: Date },
): Promise<Made[]> {
  const { rows } = await sql<Made>`
    WITH made AS (
      INSERT INTO evaluation_task (pegawai_id, instansi_id, class_id, level, months, relation, rater_id, learner, title, completed_on, due_on, made_at)
      SELECT e.pegawai_id, e.instansi_id, e.class_id, 1, 0, 'diri', e.pegawai_id, e.name, v.title,
        least(c.ends_on, (e.finished_at AT TIME ZONE 'Asia/Jakarta')::date), ${when.dueOn}::date, ${when.at}
      FROM enrolment e JOIN course_class c ON c.id = e.class_id JOIN course_version v ON v.id = e.version_id
      WHERE e.class_id = ${classId}::int AND e.pegawai_id = ANY (${[...pegawaiIds]}::int[]) AND e.state IN ('completed', 'failed')
      ON CONFLICT DO NOTHING RETURNING class_id, title, rater_id)
    ${gathered}`.execute(tx)
  return rows
}

/** The instansi with people who completed something between these days. */
export async function instansiWithCompleted(tx: Tx, from: string, until: string): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT DISTINCT instansi_id AS id FROM enrolment
    WHERE state = 'completed' AND (finished_at AT TIME ZONE 'Asia/Jakarta')::date BETWEEN ${from}::date AND ${until}::date ORDER BY 1`.execute(
    tx,
  )
  return rows.map(row => row.id)
}

/**
 * Asks after people of one instansi who completed a class of `minJp` or more so many months ago: themselves, who leads them now, and `peers`
 * of their unit, drawn so that the lot falls the same again. `oldest`: whoever completed before was asked or let go.
 */
export async function askLater(
  tx: Tx,
  instansiId: number,
  when: { months: number; completedUntil: string; oldest: string; dueOn: string; minJp: number; peers: number; at: Date },
): Promise<Made[]> {
  const { rows } = await sql<Made>`
    WITH learned AS (
      SELECT e.pegawai_id, e.instansi_id, e.class_id, e.name, v.title, least(c.ends_on, (e.finished_at AT TIME ZONE 'Asia/Jakarta')::date) AS completed_on,
             p.unit_id, atasan_of(e.pegawai_id) AS atasan_id
      FROM enrolment e JOIN course_class c ON c.id = e.class_id JOIN course_version v ON v.id = e.version_id
      JOIN pegawai p ON p.pegawai_id = e.pegawai_id AND p.status = 'aktif'
      WHERE e.instansi_id = ${instansiId}::int AND e.state = 'completed' AND v.jp >= ${when.minJp}
        AND least(c.ends_on, (e.finished_at AT TIME ZONE 'Asia/Jakarta')::date) BETWEEN ${when.oldest}::date AND ${when.completedUntil}::date
        AND NOT EXISTS (SELECT FROM evaluation_task t WHERE t.pegawai_id = e.pegawai_id AND t.class_id = e.class_id AND t.level = 3 AND t.months = ${when.months})),
    asked AS (
      SELECT l.*, 'diri' AS relation, l.pegawai_id AS rater_id FROM learned l
      UNION ALL SELECT l.*, 'atasan', l.atasan_id FROM learned l WHERE l.atasan_id IS NOT NULL
      UNION ALL
      SELECT l.*, 'rekan', q.pegawai_id FROM learned l CROSS JOIN LATERAL (
        SELECT o.pegawai_id FROM pegawai o
        WHERE o.unit_id = l.unit_id AND o.status = 'aktif' AND o.pegawai_id <> l.pegawai_id AND o.pegawai_id IS DISTINCT FROM l.atasan_id
        ORDER BY md5(l.class_id || ' ' || ${when.months}::int || ' ' || l.pegawai_id || ' ' || o.pegawai_id) LIMIT ${when.peers}) q),
    made AS (
      INSERT INTO evaluation_task (pegawai_id, instansi_id, class_id, level, months, relation, rater_id, learner, title, completed_on, due_on, made_at)
      SELECT pegawai_id, instansi_id, class_id, 3, ${when.months}, relation, rater_id, name, title, completed_on, ${when.dueOn}::date, ${when.at} FROM asked
      ON CONFLICT DO NOTHING RETURNING class_id, title, rater_id)
    ${gathered}`.execute(tx)
  return rows
}
