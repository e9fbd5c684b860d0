import { sql, type Tx } from '../../../platform/db/index.ts'
import { type JpYear, type Recognised, ruleVersion } from '../rules/recognise.ts'

/** One job at a time recognises the people of an instansi: an older reading is not written over a newer. */
export const lockJp = (tx: Tx, instansiId: number) => sql`SELECT pg_advisory_xact_lock(7212394, ${instansiId}::int)`.execute(tx)

/** The first pegawai_id of each `size` people of an instansi, in order. */
export async function startsOfChunks(tx: Tx, instansiId: number, size: number): Promise<number[]> {
  const { rows } = await sql<{ starts: number[] | null }>`
    SELECT array_agg(pegawai_id ORDER BY pegawai_id) AS starts
    FROM (SELECT pegawai_id, row_number() OVER (ORDER BY pegawai_id) AS n FROM pegawai WHERE instansi_id = ${instansiId}::int) p
    WHERE n % ${size}::int = 1 OR ${size}::int = 1`.execute(tx)
  return rows[0]?.starts ?? []
}

/** Every instansi whose people have learned something, or had. */
export async function instansiWithRecords(tx: Tx): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM instansi i WHERE EXISTS (SELECT FROM learning_record r WHERE r.instansi_id = i.id)
      OR EXISTS (SELECT FROM jp_year y WHERE y.instansi_id = i.id) ORDER BY id`.execute(tx)
  return rows.map(row => row.id)
}

export type Changes = {
  records: (Recognised & { pegawaiId: number; policyId: number | null })[]
  years: (JpYear & { pegawaiId: number; policyId: number | null })[]
  /** What no longer stands: [person, record], [person, year]. */
  goneRecords: [pegawaiId: number, id: number][]
  goneYears: [pegawaiId: number, year: number][]
}

/** Writes what differs, in one statement. */
export async function keepChanges(tx: Tx, instansiId: number, changes: Changes, at: Date): Promise<void> {
  const json = (value: unknown) => JSON.stringify(value)
  await sql`
    WITH gone_records AS (
      DELETE FROM jp_recognition q USING jsonb_array_elements(${json(changes.goneRecords)}::jsonb) g
      WHERE q.pegawai_id = (g->>0)::int AND q.record_id = (g->>1)::int),
    gone_years AS (
      DELETE FROM jp_year y USING jsonb_array_elements(${json(changes.goneYears)}::jsonb) g
      WHERE y.pegawai_id = (g->>0)::int AND y.year = (g->>1)::int),
    kept AS (
      INSERT INTO jp_recognition (pegawai_id, record_id, instansi_id, year, form, share, claimed, recognised, reasons, rule, policy_id, calculated_at)
      SELECT r."pegawaiId", r.id, ${instansiId}::int, r.year, r.form, r.share, r.claimed, r.recognised, r.reasons, ${ruleVersion}::text, r."policyId", ${at}
      FROM jsonb_to_recordset(${json(changes.records)}::jsonb) AS r("pegawaiId" int, id int, year int, form text, share int, claimed int,
        recognised int, reasons jsonb, "policyId" int)
      ON CONFLICT (pegawai_id, record_id) DO UPDATE SET instansi_id = excluded.instansi_id, year = excluded.year, form = excluded.form,
        share = excluded.share, claimed = excluded.claimed, recognised = excluded.recognised, reasons = excluded.reasons, rule = excluded.rule,
        policy_id = excluded.policy_id, calculated_at = excluded.calculated_at)
    INSERT INTO jp_year (pegawai_id, year, instansi_id, employment, records, claimed, recognised, ten, twenty, seventy, required, warnings, rule, policy_id,
      calculated_at)
    SELECT y."pegawaiId", y.year, ${instansiId}::int, y.employment, y.records, y.claimed, y.recognised, y.ten, y.twenty, y.seventy, y.required, y.warnings,
      ${ruleVersion}::text, y."policyId", ${at}
    FROM jsonb_to_recordset(${json(changes.years)}::jsonb) AS y("pegawaiId" int, year int, employment text, records int, claimed int, recognised int,
      ten int, twenty int, seventy int, required int, warnings jsonb, "policyId" int)
    ON CONFLICT (pegawai_id, year) DO UPDATE SET instansi_id = excluded.instansi_id, employment = excluded.employment, records = excluded.records,
      claimed = excluded.claimed, recognised = excluded.recognised, ten = excluded.ten, twenty = excluded.twenty, seventy = excluded.seventy,
      required = excluded.required, warnings = excluded.warnings, rule = excluded.rule, policy_id = excluded.policy_id,
      calculated_at = excluded.calculated_at`.execute(tx)
}
