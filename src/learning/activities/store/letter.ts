import { sql, type Tx } from '../../../platform/db/index.ts'
import type { Signatory } from '../../../platform/pdf/index.ts'
import type { MadeFile, Numbered } from '../../letters/issue.ts'
import { type Withdrawal, type Withdrawn, withdrawn, withdrawnColumn } from '../../letters/store.ts'
import type { Activity } from './activity.ts'

export type ActivityLetter = {
  id: number
  number: string
  date: string
  signatory: Signatory
  contentKey: string
  fileKey: string | null
  signedAt: Date | null
  withdrawn: Withdrawn | null
}

export async function insertLetter(
  tx: Tx,
  of: Activity,
  one: Numbered & { issuerId: number; date: string; signatory: Signatory },
  by: { account: string; name: string; at: Date },
): Promise<void> {
  await sql`
    INSERT INTO activity_letter (pegawai_id, activity_id, instansi_id, issuer_id, partner_id, year, serial, number, date, signatory, content_key,
      content_digest, made_by, made_by_name, made_at)
    VALUES (${of.pegawaiId}, ${of.id}, ${of.instansiId}, ${one.issuerId}, ${of.partnerId}::int, ${one.year}, ${one.serial}, ${one.number},
      ${one.date}::date, ${JSON.stringify(one.signatory)}::jsonb, ${one.contentKey}, ${one.contentDigest}, ${by.account}, ${by.name}, ${by.at})`.execute(
    tx,
  )
}

/** The letters of an activity, the latest first. */
export async function lettersOf(tx: Tx, of: Activity): Promise<ActivityLetter[]> {
  const { rows } = await sql<ActivityLetter>`
    SELECT id, number, date, signatory, content_key AS "contentKey", file_key AS "fileKey", signed_at AS "signedAt", ${withdrawnColumn}
    FROM activity_letter
    WHERE pegawai_id = ${of.pegawaiId} AND activity_id = ${of.id} ORDER BY id DESC`.execute(tx)
  return rows
}

/** Who signed the last letter in sight of an instansi: most likely who signs the next. */
export async function lastSignatory(tx: Tx, instansiId: number): Promise<Signatory | null> {
  const { rows } = await sql<{ signatory: Signatory }>`
    SELECT signatory FROM activity_letter WHERE issuer_id = ${instansiId}::int ORDER BY id DESC LIMIT 1`.execute(tx)
  return rows[0]?.signatory ?? null
}

/** Says where the file of a letter is kept. */
export async function keepFile(tx: Tx, of: Activity, id: number, file: MadeFile): Promise<void> {
  await sql`
    UPDATE activity_letter SET file_key = ${file.key}, file_sha256 = ${file.sha256}, signed_at = ${file.signedAt}::timestamptz
    WHERE pegawai_id = ${of.pegawaiId} AND activity_id = ${of.id} AND id = ${id}::int AND file_key IS NULL`.execute(tx)
}

/** Withdraws letters of an activity; answers those that held until now. */
export async function markWithdrawn(
  tx: Tx,
  of: Activity,
  ids: readonly number[],
  withdrawal: Withdrawal,
): Promise<{ number: string }[]> {
  const { rows } = await sql<{ number: string }>`
    UPDATE activity_letter SET ${withdrawn(withdrawal)}
    WHERE pegawai_id = ${of.pegawaiId} AND activity_id = ${of.id} AND id = ANY (${[...ids]}::int[]) AND withdrawn_at IS NULL RETURNING number`.execute(
    tx,
  )
  return rows
}
