import { type Db, sql, type Tx } from '../../platform/db/index.ts'
import type { Made } from './provider.ts'

export type AgreementValues = {
  instansiId: number
  number: string
  title: string
  signedOn: string
  fromDate: string
  untilDate: string
  scope: string | null
}
export type Agreement = AgreementValues & {
  id: number
  providerId: number
  instansi: string
  regionCode: string
  fileKey: string | null
  fileName: string | null
  endedOn: string | null
  endedWhy: string | null
}

const columns = sql`
  a.id, a.provider_id AS "providerId", a.instansi_id AS "instansiId", i.name AS instansi, i.region_code AS "regionCode", a.number, a.title, a.signed_on AS "signedOn",
  a.from_date AS "fromDate", a.until_date AS "untilDate", a.scope, a.file_key AS "fileKey", a.file_name AS "fileName",
  a.ended_on AS "endedOn", a.ended_why AS "endedWhy"`

/** Agreements of an institution, the longest first: with any government, or only with those of `instansiIds`. */
export async function agreementsOf(db: Db, providerId: number, instansiIds: readonly number[] | null): Promise<Agreement[]> {
  const { rows } = await sql<Agreement>`
    SELECT ${columns} FROM agreement a JOIN instansi i ON i.id = a.instansi_id
    WHERE a.provider_id = ${providerId} AND (${instansiIds === null}::boolean OR a.instansi_id = ANY (${[...(instansiIds ?? [])]}::int[]))
    ORDER BY a.until_date DESC, a.id`.execute(db)
  return rows
}

export async function agreementById(db: Db | Tx, id: number): Promise<Agreement | null> {
  const { rows } = await sql<Agreement>`
    SELECT ${columns} FROM agreement a JOIN instansi i ON i.id = a.instansi_id WHERE a.id = ${id}`.execute(db)
  return rows[0] ?? null
}

export type KeptPdf = { key: string; name: string }

/** With `id` null a new one; `file` null leaves the file as it is. */
export async function saveAgreement(
  tx: Tx,
  providerId: number,
  id: number | null,
  v: AgreementValues,
  file: KeptPdf | null,
  made: Made,
): Promise<number> {
  const { rows } = await (id === null
    ? sql<{ id: number }>`
        INSERT INTO agreement (provider_id, instansi_id, number, title, signed_on, from_date, until_date, scope, file_key, file_name, made_by, made_at)
        VALUES (${providerId}, ${v.instansiId}, ${v.number}, ${v.title}, ${v.signedOn}, ${v.fromDate}, ${v.untilDate}, ${v.scope},
          ${file?.key ?? null}, ${file?.name ?? null}, ${made.by}, ${made.at.toISOString()}) RETURNING id`
    : sql<{ id: number }>`
        UPDATE agreement SET instansi_id = ${v.instansiId}, number = ${v.number}, title = ${v.title}, signed_on = ${v.signedOn},
          from_date = ${v.fromDate}, until_date = ${v.untilDate}, scope = ${v.scope}, file_key = coalesce(${file?.key ?? null}, file_key),
          file_name = coalesce(${file?.name ?? null}, file_name)
        WHERE id = ${id} RETURNING id`
  ).execute(tx)
  return rows[0]!.id
}

/** False: it was ended already, or its last day is over. */
export async function endAgreement(tx: Tx, id: number, on: string, why: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE agreement SET ended_on = ${on}, ended_why = ${why} WHERE id = ${id} AND ended_on IS NULL AND until_date >= ${on}::date`.execute(
    tx,
  )
  return numAffectedRows === 1n
}
