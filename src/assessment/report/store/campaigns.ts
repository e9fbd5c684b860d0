import { sql, type Tx } from '../../../platform/db/index.ts'
import type { JpmPurpose } from '../../../regulation/index.ts'

export type CampaignChoice = { id: number; name: string; purpose: JpmPurpose }

/** The campaigns of an instansi that were ever opened, the newest first, for a choice. */
export async function campaignChoices(tx: Tx, instansiId: number): Promise<CampaignChoice[]> {
  const { rows } = await sql<CampaignChoice>`
    SELECT id, name, purpose FROM campaign WHERE instansi_id = ${instansiId} AND state <> 'draft' ORDER BY id DESC LIMIT 100`.execute(
    tx,
  )
  return rows
}
