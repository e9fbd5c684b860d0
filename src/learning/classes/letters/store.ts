import { type Db, sql, type Tx } from '../../../platform/db/index.ts'
import type { Signatory } from '../../../platform/pdf/index.ts'
import type { MadeFile } from '../../letters/issue.ts'
import { type Withdrawal, type Withdrawn, withdrawn, withdrawnColumn } from '../../letters/store.ts'
import type { LetterKind } from './kinds.ts'

type By = { account: string; name: string; at: Date }
export type Letter = {
  id: number
  kind: LetterKind
  number: string
  date: string
  recipient: string | null
  /** When and where it says the class is held. */
  startsOn: string | null
  endsOn: string | null
  place: string | null
  signatory: Signatory
  contentKey: string
  contentDigest: string
  fileKey: string | null
  signedAt: Date | null
  madeByName: string
  madeAt: Date
  withdrawn: Withdrawn | null
}
type Said =
  | 'kind'
  | 'number'
  | 'date'
  | 'recipient'
  | 'startsOn'
  | 'endsOn'
  | 'place'
  | 'signatory'
  | 'contentKey'
  | 'contentDigest'
export type NewLetter = Pick<Letter, Said> & {
  classId: number
  providerId: number
  year: number
  serial: number
}

export async function insertLetter(tx: Tx, one: NewLetter, by: By): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO class_letter (class_id, provider_id, kind, year, serial, number, date, recipient, starts_on, ends_on, place, signatory, content_key,
      content_digest, made_by, made_by_name, made_at)
    VALUES (${one.classId}, ${one.providerId}, ${one.kind}, ${one.year}, ${one.serial}, ${one.number}, ${one.date}::date, ${one.recipient}::text,
      ${one.startsOn}::date, ${one.endsOn}::date, ${one.place}::text, ${JSON.stringify(one.signatory)}::jsonb, ${one.contentKey}, ${one.contentDigest}, ${by.account}, ${by.name}, ${by.at}) RETURNING id`.execute(
    tx,
  )
  return rows[0]!.id
}

/** The letters of a class, the latest first; one of them where one is named. */
export async function lettersOf(db: Db | Tx, classId: number, id: number | null = null): Promise<Letter[]> {
  const { rows } = await sql<Letter>`
    SELECT id, kind, number, date, recipient, starts_on AS "startsOn", ends_on AS "endsOn", place, signatory, content_key AS "contentKey", content_digest AS "contentDigest", file_key AS "fileKey",
      signed_at AS "signedAt", made_by_name AS "madeByName", made_at AS "madeAt", ${withdrawnColumn}
    FROM class_letter WHERE class_id = ${classId}::int AND (${id}::int IS NULL OR id = ${id}::int) ORDER BY year DESC, serial DESC, id DESC`.execute(
    db,
  )
  return rows
}

/** Says where the file of a letter is kept. */
export async function keepFile(tx: Tx, id: number, file: MadeFile): Promise<void> {
  await sql`
    UPDATE class_letter SET file_key = ${file.key}, file_sha256 = ${file.sha256}, signed_at = ${file.signedAt}::timestamptz
    WHERE id = ${id}::int AND file_key IS NULL`.execute(tx)
}

/** Withdraws letters of a class; answers those that held until now. */
export async function markWithdrawn(
  tx: Tx,
  classId: number,
  ids: readonly number[],
  withdrawal: Withdrawal,
): Promise<Pick<Letter, 'kind' | 'number' | 'recipient'>[]> {
  const { rows } = await sql<Pick<Letter, 'kind' | 'number' | 'recipient'>>`
    UPDATE class_letter SET ${withdrawn(withdrawal)}
    WHERE class_id = ${classId}::int AND id = ANY (${[...ids]}::int[]) AND withdrawn_at IS NULL RETURNING kind, number, recipient`.execute(
    tx,
  )
  return rows
}

/** Who signed the last letter of an institution: most likely who signs the next. */
export async function lastSignatory(db: Db | Tx, providerId: number): Promise<Signatory | null> {
  const { rows } = await sql<{ signatory: Signatory }>`
    SELECT signatory FROM class_letter WHERE provider_id = ${providerId}::int ORDER BY id DESC LIMIT 1`.execute(db)
  return rows[0]?.signatory ?? null
}
