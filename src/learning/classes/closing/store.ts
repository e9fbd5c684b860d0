import { sql, type Tx } from '../../../platform/db/index.ts'

export type ResultToKeep = { pegawaiId: number; passed: boolean; finalScore: number | null; detail: object }
type By = { account: string; name: string; at: Date }

/** Keeps results with what decided them; one that stood is superseded. As a job. */
export async function keepResults(
  tx: Tx,
  classId: number,
  results: readonly ResultToKeep[],
  by: By,
  why: string | null,
): Promise<void> {
  const given = JSON.stringify(results)
  await sql`
    UPDATE class_result r SET superseded_at = ${by.at}
    FROM jsonb_to_recordset(${given}::jsonb) AS g("pegawaiId" int)
    WHERE r.pegawai_id = g."pegawaiId" AND r.class_id = ${classId}::int AND r.superseded_at IS NULL`.execute(tx)
  await sql`
    INSERT INTO class_result (pegawai_id, class_id, instansi_id, passed, final_score, detail, made_by, made_by_name, made_at, why)
    SELECT e.pegawai_id, e.class_id, e.instansi_id, g.passed, g."finalScore", g.detail, ${by.account}, ${by.name}, ${by.at}, ${why}::text
    FROM jsonb_to_recordset(${given}::jsonb) AS g("pegawaiId" int, passed boolean, "finalScore" numeric, detail jsonb)
    JOIN enrolment e ON e.pegawai_id = g."pegawaiId" AND e.class_id = ${classId}::int`.execute(tx)
}

/** Closes a class that runs; false where it did not. */
export async function markClosed(tx: Tx, classId: number, by: By): Promise<boolean> {
  const { rows } = await sql`
    UPDATE course_class SET state = 'closed', closed_by = ${by.account}, closed_at = ${by.at}
    WHERE id = ${classId}::int AND state IN ('open', 'running') RETURNING id`.execute(tx)
  return rows.length > 0
}

export type KeptResult = {
  pegawaiId: number
  name: string
  nip: string
  instansi: string
  passed: boolean
  finalScore: number | null
  madeAt: Date
  madeByName: string
  why: string | null
  /** How often it was corrected. */
  corrections: number
}

/** The results that stand, by name; of one person where one is named. In a transaction that sees the class. */
export async function resultsNow(tx: Tx, classId: number, pegawaiId: number | null = null): Promise<KeptResult[]> {
  const { rows } = await sql<KeptResult>`
    SELECT r.pegawai_id AS "pegawaiId", e.name, e.nip, e.instansi, r.passed, r.final_score::float8 AS "finalScore", r.made_at AS "madeAt",
      r.made_by_name AS "madeByName", r.why,
      (SELECT count(*)::int FROM class_result o WHERE o.pegawai_id = r.pegawai_id AND o.class_id = r.class_id AND o.superseded_at IS NOT NULL) AS corrections
    FROM class_result r JOIN enrolment e ON e.pegawai_id = r.pegawai_id AND e.class_id = r.class_id
    WHERE r.class_id = ${classId}::int AND r.superseded_at IS NULL
      AND (${pegawaiId}::int IS NULL OR r.pegawai_id = ${pegawaiId}::int)
    ORDER BY lower(e.name), r.pegawai_id`.execute(tx)
  return rows
}

/** Opens one enrolment again that a closed class had ended; it ends anew in the same transaction. As a job. */
export async function reopen(tx: Tx, classId: number, pegawaiId: number): Promise<boolean> {
  const { rows } = await sql`
    UPDATE enrolment SET state = 'enrolled', finished_at = NULL, final_score = NULL, reason = NULL
    WHERE class_id = ${classId}::int AND pegawai_id = ${pegawaiId}::int AND state IN ('completed', 'failed') RETURNING pegawai_id`.execute(
    tx,
  )
  return rows.length > 0
}

/** The record that a class left with somebody and that stands; null: none. As a job. */
export async function recordOf(tx: Tx, classId: number, pegawaiId: number): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM learning_record WHERE pegawai_id = ${pegawaiId}::int AND source = 'kelas' AND source_id = ${classId}::int
      AND withdrawn_at IS NULL`.execute(tx)
  return rows[0]?.id ?? null
}

/** Puts the class under the accreditation of another body (titip, pola kontribusi). */
export async function entrust(tx: Tx, classId: number, to: { providerId: number; accreditationId: number }): Promise<void> {
  await sql`
    UPDATE course_class SET entrusted_to = ${to.providerId}::int, accreditation_id = ${to.accreditationId}::int WHERE id = ${classId}::int`.execute(
    tx,
  )
}
