import { sql, type Tx } from '../../../platform/db/index.ts'
import type { Claim } from '../rules/count.ts'
import type { Period } from '../rules/employment.ts'
import type { Coming } from '../rules/forecast.ts'
import type { Employment } from '../rules/recognise.ts'

const comingUntil = (today: string, until: string) => sql`
  e.state = 'enrolled' AND c.state IN ('open', 'running') AND c.ends_on BETWEEN ${today}::date AND ${until}::date`

/** Of these people of an instansi (null: of all) those who expect something of a class, or did when it was last looked at. */
export async function peopleExpecting(
  tx: Tx,
  instansiId: number,
  people: readonly number[] | null,
  today: string,
  until: string,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT pegawai_id AS id FROM (
      SELECT e.pegawai_id FROM enrolment e JOIN course_class c ON c.id = e.class_id
      WHERE e.instansi_id = ${instansiId}::int AND ${comingUntil(today, until)}
      UNION SELECT x.pegawai_id FROM jp_expected x WHERE x.instansi_id = ${instansiId}::int) q
    WHERE ${people === null} OR pegawai_id = ANY (${[...(people ?? [])]}::int[]) ORDER BY 1`.execute(tx)
  return rows.map(row => row.id)
}

/** Every instansi of which somebody is in a class that has an end, or was. */
export async function instansiExpecting(tx: Tx): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM instansi i WHERE EXISTS (SELECT FROM jp_expected x WHERE x.instansi_id = i.id)
      OR EXISTS (SELECT FROM enrolment e JOIN course_class c ON c.id = e.class_id AND c.state IN ('open', 'running') AND c.ends_on IS NOT NULL
        WHERE e.instansi_id = i.id AND e.state = 'enrolled') ORDER BY id`.execute(tx)
  return rows.map(row => row.id)
}

/** Who is, or was, enrolled in these classes, by instansi; a class that has no end adds to no year that is known. */
export async function peopleOfClasses(
  tx: Tx,
  classIds: readonly number[],
): Promise<{ instansiId: number; pegawaiIds: number[] }[]> {
  const { rows } = await sql<{ instansiId: number; pegawaiIds: number[] }>`
    SELECT e.instansi_id AS "instansiId", array_agg(DISTINCT e.pegawai_id) AS "pegawaiIds"
    FROM enrolment e JOIN course_class c ON c.id = e.class_id
    WHERE c.id = ANY (${[...classIds]}::int[]) AND c.ends_on IS NOT NULL GROUP BY 1 ORDER BY 1`.execute(tx)
  return rows
}

export type Expecting = { pegawaiId: number; employment: Employment; periods: Period[]; claims: Claim[]; coming: Coming[] }

/** Those of these people who expect something, with all they have learned. */
export async function loadExpecting(tx: Tx, people: readonly number[], today: string, until: string): Promise<Expecting[]> {
  const { rows } = await sql<Expecting>`
    SELECT p.pegawai_id AS "pegawaiId", p.employment, w.coming,
      coalesce((SELECT jsonb_agg(jsonb_build_object('employment', h.employment, 'from', h.from_date, 'until', h.until_date))
        FROM employment_history h WHERE h.pegawai_id = p.pegawai_id), '[]') AS periods,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', r.id, 'form', r.form, 'international', r.international, 'startedOn', r.started_on,
          'endedOn', r.ended_on, 'jp', r.jp, 'sessions', r.sessions))
        FROM learning_record r WHERE r.pegawai_id = p.pegawai_id AND r.withdrawn_at IS NULL), '[]') AS claims
    FROM (
      SELECT e.pegawai_id, jsonb_agg(jsonb_build_object('form', c.form, 'international', v.international, 'startedOn', c.starts_on,
        'endedOn', c.ends_on, 'jp', v.jp) ORDER BY c.ends_on, c.id) AS coming
      FROM enrolment e JOIN course_class c ON c.id = e.class_id JOIN course_version v ON v.id = e.version_id
      WHERE e.pegawai_id = ANY (${[...people]}::int[]) AND ${comingUntil(today, until)} GROUP BY 1) w
    JOIN pegawai p ON p.pegawai_id = w.pegawai_id`.execute(tx)
  return rows
}

/** Writes what differs: these people expect this of the year, and nothing else of any. */
export async function keepExpected(
  tx: Tx,
  instansiId: number,
  people: readonly number[],
  year: number,
  wanted: readonly { pegawaiId: number; adds: number }[],
  at: Date,
): Promise<void> {
  await sql`
    WITH wanted AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS w("pegawaiId" int, adds int)),
    gone AS (
      DELETE FROM jp_expected x WHERE x.pegawai_id = ANY (${[...people]}::int[])
        AND (x.year <> ${year}::int OR NOT EXISTS (SELECT FROM wanted w WHERE w."pegawaiId" = x.pegawai_id)))
    INSERT INTO jp_expected (pegawai_id, year, instansi_id, adds, calculated_at)
    SELECT w."pegawaiId", ${year}::int, ${instansiId}::int, w.adds, ${at} FROM wanted w
    ON CONFLICT (pegawai_id, year) DO UPDATE SET adds = excluded.adds, calculated_at = excluded.calculated_at
      WHERE jp_expected.adds <> excluded.adds`.execute(tx)
}
