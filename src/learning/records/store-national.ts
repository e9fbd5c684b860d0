import type { RawBuilder } from 'kysely'
import { sql, type Tx } from '../../platform/db/index.ts'

/** The record that stands for a row `v` of the national service: known by its number there, else of the same name or certificate and day. */
export const standingNational = sql`
  SELECT r.* FROM learning_record r
  WHERE r.pegawai_id = v."pegawaiId" AND r.withdrawn_at IS NULL
    AND (r.external_id = v."externalId" OR (r.ended_on = v."endedOn" AND (r.external_id IS NULL OR v."externalId" IS NULL)
      AND (lower(r.name) = lower(v.name) OR certificate_key(r.certificate_number) = certificate_key(v."certificateNumber"))))
  ORDER BY r.external_id = v."externalId" DESC NULLS LAST, lower(r.name) = lower(v.name) DESC, r.id LIMIT 1`

/**
 * Writes down what the national service knows. `rows` selects ("pegawaiId", form, name, organiser, "startedOn", "endedOn", jp,
 * "certificateNumber", "externalId"). What was imported before is corrected by a new record, and the old one stays to be read; what came
 * another way is only told under which number the service knows it.
 */
export async function takeNational(
  tx: Tx,
  rows: RawBuilder<unknown>,
  { instansiId, importId, by }: { instansiId: number; importId: number; by: string },
): Promise<void> {
  const given = sql`v AS MATERIALIZED (SELECT g.*, row_number() OVER () AS n FROM (${rows}) g)`
  await sql`
    WITH ${given}
    UPDATE learning_record r SET external_id = v."externalId" FROM v CROSS JOIN LATERAL (${standingNational}) o
    WHERE r.pegawai_id = o.pegawai_id AND r.id = o.id AND r.source <> 'impor' AND r.external_id IS DISTINCT FROM v."externalId"
      AND v."externalId" IS NOT NULL`.execute(tx)
  await sql`
    WITH ${given},
    stands AS MATERIALIZED (SELECT v.n, o.pegawai_id, o.id, o.source FROM v CROSS JOIN LATERAL (${standingNational}) o),
    old AS (
      UPDATE learning_record r SET withdrawn_at = now(), withdrawn_by = ${by}::text, withdrawn_why = ${`Diganti oleh impor ${importId}`}
      FROM stands o WHERE r.pegawai_id = o.pegawai_id AND r.id = o.id AND o.source = 'impor' AND r.instansi_id = ${instansiId}::int
      RETURNING r.*, o.n)
    INSERT INTO learning_record (pegawai_id, instansi_id, instansi_then, form, international, name, organiser, started_on, ended_on, jp, sessions,
      certificate_number, source, source_id, external_id, recorded_by, recorded_at)
    SELECT p.pegawai_id, p.instansi_id, coalesce(o.instansi_then, p.instansi_id), v.form, coalesce(o.international, false), v.name,
      coalesce(v.organiser, o.organiser), coalesce(v."startedOn", o.started_on), v."endedOn", coalesce(v.jp, o.jp), o.sessions,
      coalesce(v."certificateNumber", o.certificate_number), 'impor', ${importId}::int, coalesce(v."externalId", o.external_id), ${by}::text, now()
    FROM v JOIN pegawai p ON p.pegawai_id = v."pegawaiId" AND p.instansi_id = ${instansiId}::int LEFT JOIN old o ON o.n = v.n
    WHERE NOT EXISTS (SELECT FROM stands s WHERE s.n = v.n AND s.source <> 'impor')
    ON CONFLICT (pegawai_id, lower(name), ended_on) WHERE withdrawn_at IS NULL DO NOTHING`.execute(tx)
}

/** Notes under which number the national service knows these records. */
export async function nameRecords(
  tx: Tx,
  named: readonly { pegawaiId: number; recordId: number; externalId: string }[],
): Promise<void> {
  await sql`
    UPDATE learning_record r SET external_id = g."externalId"
    FROM jsonb_to_recordset(${JSON.stringify(named)}::jsonb) AS g("pegawaiId" int, "recordId" int, "externalId" text)
    WHERE r.pegawai_id = g."pegawaiId" AND r.id = g."recordId"`.execute(tx)
}

/** Writes down the number of the certificate of a record that has none yet; false where it has one, was withdrawn or is out of sight. */
export async function numberRecord(tx: Tx, record: { pegawaiId: number; recordId: number }, number: string): Promise<boolean> {
  const { rows } = await sql`
    UPDATE learning_record SET certificate_number = ${number}
    WHERE pegawai_id = ${record.pegawaiId} AND id = ${record.recordId} AND certificate_number IS NULL AND withdrawn_at IS NULL RETURNING 1`.execute(
    tx,
  )
  return rows.length > 0
}
