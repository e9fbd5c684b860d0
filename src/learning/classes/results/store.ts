import { sql, type Tx } from '../../../platform/db/index.ts'

export type Score = { pegawaiId: number; component: string; score: number }

/** The scores of a class. In a transaction that sees the class. */
export async function scoresOf(tx: Tx, classId: number): Promise<Score[]> {
  const { rows } = await sql<Score>`
    SELECT pegawai_id AS "pegawaiId", component, score::float8 AS score FROM component_score WHERE class_id = ${classId}::int`.execute(
    tx,
  )
  return rows
}

export type ScoreChange = { pegawaiId: number; component: string; score: number | null }

/** Writes scores; null takes one out again. In a transaction that sees the class. */
export async function saveScores(
  tx: Tx,
  classId: number,
  changes: readonly ScoreChange[],
  by: { account: string; at: Date },
): Promise<void> {
  const given = JSON.stringify(changes)
  await sql`
    INSERT INTO component_score (pegawai_id, class_id, component, instansi_id, score, by_account, at)
    SELECT e.pegawai_id, e.class_id, g.component, e.instansi_id, g.score, ${by.account}, ${by.at}
    FROM jsonb_to_recordset(${given}::jsonb) AS g("pegawaiId" int, component text, score numeric)
    JOIN enrolment e ON e.pegawai_id = g."pegawaiId" AND e.class_id = ${classId}::int
    WHERE g.score IS NOT NULL
    ON CONFLICT (pegawai_id, class_id, component) DO UPDATE SET score = excluded.score, by_account = excluded.by_account, at = excluded.at`.execute(
    tx,
  )
  await sql`
    DELETE FROM component_score s USING jsonb_to_recordset(${given}::jsonb) AS g("pegawaiId" int, component text, score numeric)
    WHERE s.pegawai_id = g."pegawaiId" AND s.class_id = ${classId}::int AND s.component = g.component AND g.score IS NULL`.execute(
    tx,
  )
}
