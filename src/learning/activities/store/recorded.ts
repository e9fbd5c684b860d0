import { sql, type Tx } from '../../../platform/db/index.ts'
import type { Activity } from './activity.ts'

/** What of an activity is on record; `tenths` of a JP that are recognised, null: not calculated yet. */
export type OnRecord = { records: number; tenths: number | null }

/** As far as the transaction sees: who accompanies an activity sees no record of anybody. */
export async function onRecord(tx: Tx, of: Activity): Promise<OnRecord | null> {
  const { rows } = await sql<OnRecord>`
    SELECT count(*)::int AS records, CASE WHEN count(j.record_id) = count(*) THEN sum(j.recognised)::int END AS tenths
    FROM learning_record r LEFT JOIN jp_recognition j ON j.pegawai_id = r.pegawai_id AND j.record_id = r.id
    WHERE r.pegawai_id = ${of.pegawaiId} AND r.source = 'kegiatan' AND r.source_id = ${of.id} AND r.withdrawn_at IS NULL`.execute(
    tx,
  )
  return rows[0] && rows[0].records > 0 ? rows[0] : null
}
