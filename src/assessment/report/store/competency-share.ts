import { sql, type Tx } from '../../../platform/db/index.ts'
import type { JpmCap } from '../../../regulation/index.ts'
import type { Share } from '../../rules/ikk.ts'
import { type JpmSums, jpmShare } from '../../rules/jpm.ts'

/** The job person match of one person against the jabatan held, as a share; null where nothing was assessed. */
export async function competencyShare(tx: Tx, pegawaiId: number, cap: JpmCap, today: string): Promise<Share | null> {
  const { rows } = await sql<JpmSums>`
    SELECT coalesce(sum(c.level), 0)::int AS held, coalesce(sum(least(c.level, r.level)), 0)::int AS capped, coalesce(sum(r.level), 0)::int AS required
    FROM pegawai p JOIN jabatan_requirement r ON r.jabatan_id = p.jabatan_id
    JOIN competency_profile c ON c.pegawai_id = p.pegawai_id AND c.competency_id = r.competency_id AND c.valid_until >= ${today}::date
    WHERE p.pegawai_id = ${pegawaiId}`.execute(tx)
  return jpmShare(rows[0]!, cap)
}
