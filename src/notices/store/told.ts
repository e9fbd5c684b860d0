import { sql, type Tx } from '../../platform/db/index.ts'
import type { Words } from '../../platform/i18n/index.ts'

export type Given = {
  topic: string
  key: string
  duty: boolean
  title: Words
  body: Words | null
  href: string
  expiresOn: string | null
  pegawaiIds: number[]
  accountIds: string[]
}

export async function tell(tx: Tx, given: readonly Given[]): Promise<{ told: number; without: number }> {
  const rows = given.map((one, n) => ({
    n,
    topic: one.topic,
    key: one.key,
    duty: one.duty,
    title_id: one.title.id,
    title_en: one.title.en,
    body_id: one.body?.id ?? null,
    body_en: one.body?.en ?? null,
    href: one.href,
    expires_on: one.expiresOn,
    pegawai_ids: one.pegawaiIds,
    account_ids: one.accountIds,
  }))
  const answer = await sql<{
    told: number
    without: number
  }>`SELECT told, without FROM notices.tell(${JSON.stringify(rows)}::jsonb)`.execute(tx)
  return answer.rows[0]!
}
