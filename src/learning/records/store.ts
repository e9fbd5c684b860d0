import { sql, type Tx } from '../../platform/db/index.ts'
import type { LearningForm } from '../../regulation/index.ts'

export type RecordSource = 'impor' | 'klaim' | 'kelas' | 'kegiatan' | 'komunitas'

/** What one person has learned. `jp`: hours that the certificate or the log says; null: it says none. Days are yyyy-mm-dd. */
export type RecordToAdd = {
  pegawaiId: number
  form: LearningForm
  international: boolean
  name: string
  organiser: string | null
  /** Null: not known; then it counts as one day. */
  startedOn: string | null
  endedOn: string
  jp: number | null
  /** Of coaching, mentoring, guidance; null: one. */
  sessions: number | null
  certificateNumber: string | null
  source: RecordSource
  sourceId: number | null
  file: { key: string; name: string; sha256: string } | null
}
export type By = { account: string | null; at: Date }

// The same person, name and last day, or the same certificate of that day, is the same learning. "-", "ada" or "1" is no certificate's number.
const sameAs = (record: string) => sql`
  r.pegawai_id = g."pegawaiId" AND r.ended_on = g."endedOn" AND r.withdrawn_at IS NULL
  AND (lower(r.name) = lower(g.name) OR certificate_key(r.certificate_number) = certificate_key(g."certificateNumber"))
  ${sql.raw(record)}`

const given = (rows: readonly RecordToAdd[]) => sql`
  jsonb_to_recordset(${JSON.stringify(rows.map((row, place) => ({ ...row, place })))}::jsonb)
    AS g(place int, "pegawaiId" int, form text, international boolean, name text, organiser text, "startedOn" date, "endedOn" date, jp int,
      sessions int, "certificateNumber" text, source text, "sourceId" int, file jsonb)`

/** Writes what does not stand yet; answers the instansi and the people of what was written. */
export async function insertRecords(
  tx: Tx,
  rows: readonly RecordToAdd[],
  by: By,
): Promise<{ pegawaiId: number; id: number; instansiId: number }[]> {
  const { rows: added } = await sql<{ pegawaiId: number; id: number; instansiId: number }>`
    INSERT INTO learning_record (pegawai_id, instansi_id, instansi_then, form, international, name, organiser, started_on, ended_on, jp, sessions,
      certificate_number, source, source_id, file_key, file_name, file_sha256, recorded_by, recorded_at)
    SELECT p.pegawai_id, p.instansi_id, p.instansi_id, g.form, g.international, g.name, g.organiser, g."startedOn", g."endedOn", g.jp, g.sessions,
      g."certificateNumber", g.source, g."sourceId", g.file->>'key', g.file->>'name', g.file->>'sha256', ${by.account}::text, ${by.at}
    FROM (SELECT DISTINCT ON ("pegawaiId", "endedOn", coalesce(certificate_key("certificateNumber"), '~' || lower(name))) * FROM ${given(rows)}
      ORDER BY "pegawaiId", "endedOn", coalesce(certificate_key("certificateNumber"), '~' || lower(name)), place) g
    JOIN pegawai p ON p.pegawai_id = g."pegawaiId"
    WHERE NOT EXISTS (SELECT FROM learning_record r WHERE ${sameAs('')})
    ORDER BY g.place
    ON CONFLICT (pegawai_id, lower(name), ended_on) WHERE withdrawn_at IS NULL DO NOTHING
    RETURNING pegawai_id AS "pegawaiId", id, instansi_id AS "instansiId"`.execute(tx)
  return added
}

/** The record that stands for each of these rows, in their order; null where none does (a person out of sight). */
export async function standingFor(tx: Tx, rows: readonly RecordToAdd[]): Promise<(number | null)[]> {
  const { rows: found } = await sql<{ id: number | null }>`
    SELECT (SELECT r.id FROM learning_record r WHERE ${sameAs('ORDER BY lower(r.name) = lower(g.name) DESC, r.id LIMIT 1')}) AS id
    FROM ${given(rows)} ORDER BY g.place`.execute(tx)
  return found.map(row => row.id)
}

/** Withdraws a record that stands; answers whose custody it is in, null where none stands. */
export async function markWithdrawn(
  tx: Tx,
  record: { pegawaiId: number; id: number },
  why: string,
  by: By,
): Promise<{ instansiId: number; name: string } | null> {
  const { rows } = await sql<{ instansiId: number; name: string }>`
    UPDATE learning_record SET withdrawn_at = ${by.at}, withdrawn_by = ${by.account}::text, withdrawn_why = ${why}
    WHERE pegawai_id = ${record.pegawaiId}::int AND id = ${record.id}::int AND withdrawn_at IS NULL
    RETURNING instansi_id AS "instansiId", name`.execute(tx)
  return rows[0] ?? null
}
