import { sql, type Tx } from '../../../platform/db/index.ts'
import type { HistoryRecord } from '../rules/history.ts'

/** What the people of an instansi have learned, as it goes into a file of histories. */
export async function historiesOf(tx: Tx, instansiId: number, limit: number): Promise<HistoryRecord[]> {
  const { rows } = await sql<HistoryRecord>`
    SELECT r.form, r.name, r.organiser, r.started_on AS "startedOn", r.ended_on AS "endedOn", r.jp, r.certificate_number AS "certificateNumber",
      r.external_id AS "externalId", p.nip, s.orang_id AS "orangId"
    FROM learning_record r JOIN pegawai p ON p.pegawai_id = r.pegawai_id LEFT JOIN siasn_person s ON s.pegawai_id = r.pegawai_id
    WHERE r.instansi_id = ${instansiId}::int AND r.withdrawn_at IS NULL ORDER BY p.nip, r.ended_on, r.id LIMIT ${limit}`.execute(
    tx,
  )
  return rows
}
