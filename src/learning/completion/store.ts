import { sql, type Tx } from '../../platform/db/index.ts'

/** How one person ended a class. `on`: the day, yyyy-mm-dd. `finalScore` 0 to 100; null: none was given. */
export type Ending = { pegawaiId: number; passed: boolean; finalScore: number | null; on: string; reason: string | null }
export type Ended = { pegawaiId: number; instansiId: number; passed: boolean }

const given = (endings: readonly Ending[]) => sql`
  jsonb_to_recordset(${JSON.stringify(endings)}::jsonb)
    AS g("pegawaiId" int, passed boolean, "finalScore" numeric, "on" date, reason text)`

/** Ends the enrolments of these people in a class; of who is not enrolled any more nothing changes. Answers who was. */
export async function endEnrolments(
  tx: Tx,
  classId: number,
  endings: readonly Ending[],
  by: { account: string | null; name: string; at: Date },
): Promise<Ended[]> {
  const { rows } = await sql<Ended>`
    WITH ended AS (
      UPDATE enrolment e SET state = CASE WHEN g.passed THEN 'completed' ELSE 'failed' END, finished_at = ${by.at}, final_score = g."finalScore",
        reason = g.reason
      FROM ${given(endings)}
      WHERE e.pegawai_id = g."pegawaiId" AND e.class_id = ${classId}::int AND e.state = 'enrolled'
      RETURNING e.pegawai_id, e.instansi_id, g.passed, g.reason),
    said AS (
      INSERT INTO enrolment_event (pegawai_id, class_id, instansi_id, kind, by_account, by_name, at, reason)
      SELECT pegawai_id, ${classId}::int, instansi_id, CASE WHEN passed THEN 'completed' ELSE 'failed' END, ${by.account}::text, ${by.name}::text, ${by.at}, reason
      FROM ended)
    SELECT pegawai_id AS "pegawaiId", instansi_id AS "instansiId", passed FROM ended ORDER BY 1`.execute(tx)
  return rows
}

/** A class as somebody who is told of it knows it: what is learned alone by its course only. */
export async function nameOf(tx: Tx, classId: number): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    SELECT v.title || CASE WHEN c.pattern = 'mandiri' THEN '' ELSE ' (' || c.name || ')' END AS name
    FROM course_class c JOIN course_version v ON v.id = c.version_id WHERE c.id = ${classId}::int`.execute(tx)
  return rows[0]!.name
}

/** Writes down what those who passed have learned: one record each. What stands already under the same name and day stays as it is. */
export async function recordPassed(
  tx: Tx,
  classId: number,
  endings: readonly Ending[],
  by: { account: string | null; at: Date },
): Promise<void> {
  await sql`
    INSERT INTO learning_record (pegawai_id, instansi_id, instansi_then, form, international, name, organiser, started_on, ended_on, jp, source,
      source_id, recorded_by, recorded_at)
    SELECT e.pegawai_id, e.instansi_id, e.instansi_then, c.form, v.international, v.title, p.name, coalesce(c.starts_on, least((e.started_at AT TIME ZONE i.time_zone)::date, g."on")),
      coalesce(c.ends_on, g."on"), v.jp, 'kelas', c.id, ${by.account}::text, ${by.at}
    FROM ${given(endings)}
    JOIN enrolment e ON e.pegawai_id = g."pegawaiId" AND e.class_id = ${classId}::int
    JOIN course_class c ON c.id = e.class_id JOIN course_version v ON v.id = e.version_id JOIN provider p ON p.id = c.provider_id
    JOIN instansi i ON i.id = e.instansi_id
    WHERE g.passed
    ON CONFLICT (pegawai_id, lower(name), ended_on) WHERE withdrawn_at IS NULL DO NOTHING`.execute(tx)
}
