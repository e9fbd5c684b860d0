import { sql, type Tx } from '../../../platform/db/index.ts'
import type { RecordSource } from '../../records/store.ts'
import type { Claim } from '../rules/count.ts'
import type { Period } from '../rules/employment.ts'
import type { Coming } from '../rules/forecast.ts'
import { type Employment, requiredJp } from '../rules/recognise.ts'

/** What a person has learned, as it was written down. */
export type LearnedRow = Claim & {
  name: string
  organiser: string | null
  certificateNumber: string | null
  source: RecordSource
  sourceId: number | null
  fileName: string | null
  recordedAt: Date
  /** Name of the account; null: the system. */
  recordedBy: string | null
  withdrawnAt: Date | null
  withdrawnBy: string | null
  withdrawnWhy: string | null
}

const rowColumns = sql`
  r.id, r.form, r.international, r.name, r.organiser, r.started_on AS "startedOn", r.ended_on AS "endedOn", r.jp, r.sessions,
  r.certificate_number AS "certificateNumber", r.source, r.source_id AS "sourceId", r.file_name AS "fileName", r.recorded_at AS "recordedAt",
  b.name AS "recordedBy", r.withdrawn_at AS "withdrawnAt", w.name AS "withdrawnBy", r.withdrawn_why AS "withdrawnWhy"`
const accounts = sql`
  LEFT JOIN identity.user_account b ON b.id = r.recorded_by LEFT JOIN identity.user_account w ON w.id = r.withdrawn_by`

/** Everything of one person, withdrawn or not, the latest first; nothing outside the scope. */
export async function learnedBy(tx: Tx, pegawaiId: number): Promise<LearnedRow[]> {
  const { rows } = await sql<LearnedRow>`
    SELECT ${rowColumns} FROM learning_record r ${accounts}
    WHERE r.pegawai_id = ${pegawaiId}::int ORDER BY r.ended_on DESC, r.id DESC`.execute(tx)
  return rows
}

export type EmploymentOf = { employment: Employment; periods: Period[]; instansiId: number; timeZone: string }

/** How a person is and was employed; null outside the scope. */
export async function employmentOf(tx: Tx, pegawaiId: number): Promise<EmploymentOf | null> {
  const { rows } = await sql<EmploymentOf>`
    SELECT p.employment, p.instansi_id AS "instansiId", i.time_zone AS "timeZone", coalesce((
        SELECT jsonb_agg(jsonb_build_object('employment', h.employment, 'from', h.from_date, 'until', h.until_date)) FROM employment_history h
        WHERE h.pegawai_id = p.pegawai_id), '[]') AS periods
    FROM pegawai p JOIN instansi i ON i.id = p.instansi_id WHERE p.pegawai_id = ${pegawaiId}::int`.execute(tx)
  return rows[0] ?? null
}

/** When what stands of a record, or of a year of a person, was calculated; null: not yet. */
export async function calculatedAt(tx: Tx, pegawaiId: number, recordId: number): Promise<{ at: Date; rule: string } | null> {
  const { rows } = await sql<{ at: Date; rule: string }>`
    SELECT calculated_at AS at, rule FROM jp_recognition WHERE pegawai_id = ${pegawaiId}::int AND record_id = ${recordId}::int`.execute(
    tx,
  )
  return rows[0] ?? null
}

export type Expected = Coming & { classId: number; name: string }

/** The classes in which somebody is enrolled that end in a year, from a day on. */
export async function expectedOf(tx: Tx, pegawaiId: number, today: string, until: string): Promise<Expected[]> {
  const { rows } = await sql<Expected>`
    SELECT c.id AS "classId", c.form, v.international, v.title AS name, c.starts_on AS "startedOn", c.ends_on AS "endedOn", v.jp
    FROM enrolment e JOIN course_class c ON c.id = e.class_id JOIN course_version v ON v.id = e.version_id
    WHERE e.pegawai_id = ${pegawaiId}::int AND e.state = 'enrolled' AND c.state IN ('open', 'running')
      AND c.ends_on BETWEEN ${today}::date AND ${until}::date
    ORDER BY c.ends_on, c.id`.execute(tx)
  return rows
}

export type YearFigure = {
  pegawaiId: number
  /** Tenths of a JP. */
  recognised: number
  claimed: number
  /** Whole JP; null: no act asks for any. */
  required: number | null
  warnings: number
}

/** What each of these people has of a year, as it is kept; who learned nothing has none. */
export async function jpOf(tx: Tx, ids: readonly number[], year: number): Promise<YearFigure[]> {
  const { rows } = await sql<YearFigure>`
    SELECT p.pegawai_id AS "pegawaiId", coalesce(y.recognised, 0) AS recognised, coalesce(y.claimed, 0) AS claimed,
      CASE WHEN coalesce(y.employment, p.employment) = 'pns' THEN ${requiredJp('pns', year)}::int END AS required,
      coalesce(jsonb_array_length(y.warnings), 0) AS warnings
    FROM pegawai p LEFT JOIN jp_year y ON y.pegawai_id = p.pegawai_id AND y.year = ${year}::int
    WHERE p.pegawai_id = ANY (${[...ids]}::int[])`.execute(tx)
  return rows
}

/** The evidence of a record; null where it has none, or lies outside the scope. */
export async function fileOf(tx: Tx, pegawaiId: number, recordId: number): Promise<{ key: string; name: string } | null> {
  const { rows } = await sql<{ key: string; name: string }>`
    SELECT file_key AS key, file_name AS name FROM learning_record
    WHERE pegawai_id = ${pegawaiId}::int AND id = ${recordId}::int AND file_key IS NOT NULL`.execute(tx)
  return rows[0] ?? null
}
