import { sql, type Tx } from '../../platform/db/index.ts'

/** Ids of people from `from` up to but not including `to`. */
export type PeopleRange = { from: number; to: number }
const everybody: PeopleRange = { from: 0, to: 2_147_483_647 }

/**
 * Makes competency_profile say what the results say: per person and competency the latest one, by the date it was assessed, then by id.
 * A result dated after `today` waits. Writes what changed and nothing else; run again, it changes nothing.
 */
export async function refreshProfiles(
  tx: Tx,
  instansiId: number,
  today: string,
  { from, to }: PeopleRange = everybody,
): Promise<{ written: number; deleted: number }> {
  const deleted = await sql`
    DELETE FROM competency_profile p
    WHERE p.instansi_id = ${instansiId} AND p.pegawai_id >= ${from} AND p.pegawai_id < ${to}
      AND NOT EXISTS (SELECT FROM assessment_result r
        WHERE r.pegawai_id = p.pegawai_id AND r.competency_id = p.competency_id AND r.assessed_on <= ${today}::date)`.execute(tx)
  const written = await sql`
    INSERT INTO competency_profile AS p (pegawai_id, competency_id, instansi_id, level, method, assessed_on, valid_until)
    SELECT DISTINCT ON (r.pegawai_id, r.competency_id)
           r.pegawai_id, r.competency_id, r.instansi_id, r.level, r.method, r.assessed_on, r.valid_until
    FROM assessment_result r
    WHERE r.instansi_id = ${instansiId} AND r.pegawai_id >= ${from} AND r.pegawai_id < ${to} AND r.assessed_on <= ${today}::date
    ORDER BY r.pegawai_id, r.competency_id, r.assessed_on DESC, r.id DESC
    ON CONFLICT (pegawai_id, competency_id) DO UPDATE
      SET instansi_id = excluded.instansi_id, level = excluded.level, method = excluded.method,
          assessed_on = excluded.assessed_on, valid_until = excluded.valid_until
      WHERE (p.instansi_id, p.level, p.method, p.assessed_on, p.valid_until)
        IS DISTINCT FROM (excluded.instansi_id, excluded.level, excluded.method, excluded.assessed_on, excluded.valid_until)`.execute(
    tx,
  )
  return { written: Number(written.numAffectedRows ?? 0), deleted: Number(deleted.numAffectedRows ?? 0) }
}

/**
 * Counts, for every unit of an instansi, the active people (status aktif) and those of them who are mapped: with a result in the
 * managerial or socio-cultural pillar that is valid on `today`. Returns how many units changed.
 */
export async function refreshCoverage(tx: Tx, instansiId: number, today: string, now: Date): Promise<number> {
  const changed = await sql`
    INSERT INTO coverage AS v (unit_id, instansi_id, active, assessed, calculated_at)
    SELECT u.id, u.instansi_id, count(p.pegawai_id), count(m.pegawai_id), ${now.toISOString()}::timestamptz
    FROM unit u
    LEFT JOIN pegawai p ON p.unit_id = u.id AND p.instansi_id = u.instansi_id AND p.status = 'aktif'
    LEFT JOIN (
      SELECT DISTINCT cp.pegawai_id FROM competency_profile cp JOIN competency c ON c.id = cp.competency_id
      WHERE cp.instansi_id = ${instansiId} AND cp.valid_until >= ${today}::date AND c.pillar IN ('manajerial', 'sosial_kultural')
    ) m ON m.pegawai_id = p.pegawai_id
    WHERE u.instansi_id = ${instansiId}
    GROUP BY u.id
    ON CONFLICT (unit_id) DO UPDATE
      SET instansi_id = excluded.instansi_id, active = excluded.active, assessed = excluded.assessed, calculated_at = excluded.calculated_at
      WHERE (v.instansi_id, v.active, v.assessed) IS DISTINCT FROM (excluded.instansi_id, excluded.active, excluded.assessed)`.execute(
    tx,
  )
  return Number(changed.numAffectedRows ?? 0)
}
