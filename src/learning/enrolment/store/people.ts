import { namesLike, nipDigits } from '../../../people/index.ts'
import { sql, type Tx } from '../../../platform/db/index.ts'
import type { EnrolmentState } from '../rules/enrol.ts'

/** What is known of who would join, beside what the entry rules ask. */
export type Known = {
  pegawaiId: number
  instansiId: number
  name: string
  nip: string
  /** Names of what was learned; null: nothing is on record, so that nothing is known. */
  trainings: string[] | null
  /** Where the person stands in classes of the course. */
  states: { classId: number; state: EnrolmentState }[]
}

const columns = (classIds: readonly number[]) => sql`
  p.pegawai_id AS "pegawaiId", p.instansi_id AS "instansiId", p.name, p.nip,
  (SELECT jsonb_agg(DISTINCT r.name) FROM learning_record r WHERE r.pegawai_id = p.pegawai_id AND r.withdrawn_at IS NULL) AS trainings,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('classId', e.class_id, 'state', e.state)), '[]') FROM enrolment e
   WHERE e.pegawai_id = p.pegawai_id AND e.class_id = ANY (${[...classIds]}::int[])) AS states`

/** People of the scope who may be in a class at all: those in active service. */
export async function knownPeople(tx: Tx, pegawaiIds: readonly number[], classIds: readonly number[]): Promise<Known[]> {
  const { rows } = await sql<Known>`
    SELECT ${columns(classIds)} FROM pegawai p WHERE p.pegawai_id = ANY (${[...pegawaiIds]}::int[]) AND p.status IN ('aktif', 'tugas_belajar')
    ORDER BY array_position(${[...pegawaiIds]}::int[], p.pegawai_id)`.execute(tx)
  return rows
}

/** Whose these NIP are, now or before, as far as the scope reaches. */
export async function peopleByNip(tx: Tx, nips: readonly string[]): Promise<{ nip: string; pegawaiId: number }[]> {
  const { rows } = await sql<{ nip: string; pegawaiId: number }>`
    SELECT DISTINCT ON (g.nip) g.nip, p.pegawai_id AS "pegawaiId"
    FROM unnest(${[...nips]}::text[]) AS g(nip)
    JOIN pegawai p ON p.nip = g.nip OR p.pegawai_id IN (SELECT h.pegawai_id FROM employment_history h WHERE h.nip = g.nip)
    ORDER BY g.nip, (p.nip = g.nip) DESC, p.pegawai_id`.execute(tx)
  return rows
}

export type Clash = {
  pegawaiId: number
  classId: number
  title: string
  name: string
  startsOn: string
  endsOn: string
  /** The first session there that meets one here, of a class that the person has a seat in; null: only days are shared, as far as is known. */
  meets: { from: string; until: string; timeZone: string } | null
}
/** Other classes of these people that share a day with these. */
export async function clashesOf(
  tx: Tx,
  pegawaiIds: readonly number[],
  classIds: readonly number[],
): Promise<(Clash & { with: number })[]> {
  const { rows } = await sql<Clash & { with: number }>`
    SELECT e.pegawai_id AS "pegawaiId", o.id AS "classId", v.title, o.name, o.starts_on AS "startsOn", o.ends_on AS "endsOn", c.id AS with,
      CASE WHEN m.starts_at IS NOT NULL THEN jsonb_build_object('from', m.starts_at, 'until', m.ends_at,
        'timeZone', coalesce(i.time_zone, 'Asia/Jakarta')) END AS meets
    FROM enrolment e JOIN course_class o ON o.id = e.class_id JOIN course_version v ON v.id = o.version_id
    JOIN course_class c ON c.id = ANY (${[...classIds]}::int[]) AND c.id <> o.id AND c.starts_on <= o.ends_on AND c.ends_on >= o.starts_on
    JOIN provider p ON p.id = o.provider_id LEFT JOIN instansi i ON i.id = p.instansi_id
    LEFT JOIN LATERAL (
      SELECT t.starts_at, t.ends_at FROM class_session t
      JOIN class_session s ON s.class_id = c.id AND s.starts_at < t.ends_at AND s.ends_at > t.starts_at
      WHERE t.class_id = o.id ORDER BY t.starts_at LIMIT 1) m ON e.state = 'enrolled'
    WHERE e.pegawai_id = ANY (${[...pegawaiIds]}::int[]) AND e.state IN ('requested', 'waiting', 'enrolled')
      AND o.state <> 'cancelled'
    ORDER BY m.starts_at IS NULL, o.starts_on, o.id`.execute(tx)
  return rows
}

export type Pick = {
  id: number
  name: string
  nip: string
  jabatan: string | null
  unit: string
  instansi: string
  state: EnrolmentState | null
}
/** People of the scope whom one could nominate, with how they stand in the class. `openFor` null: of any instansi. `exceptId`: not oneself. */
export async function pickable(
  tx: Tx,
  classId: number,
  filter: { q: string; openFor: readonly number[] | null; exceptId: number | null },
  page: { offset: number; limit: number },
): Promise<(Pick & { found: number })[]> {
  const digits = nipDigits(filter.q)
  const matches = digits === null ? namesLike(sql`p.name`, filter.q) : sql`p.nip LIKE ${`${digits}%`}`
  const { rows } = await sql<Pick & { found: number }>`
    SELECT p.pegawai_id AS id, p.name, p.nip, j.name AS jabatan, u.name AS unit, i.name AS instansi, e.state, count(*) OVER ()::int AS found
    FROM pegawai p JOIN unit u ON u.id = p.unit_id JOIN instansi i ON i.id = p.instansi_id LEFT JOIN jabatan j ON j.id = p.jabatan_id
    LEFT JOIN enrolment e ON e.pegawai_id = p.pegawai_id AND e.class_id = ${classId}::int
    WHERE p.status IN ('aktif', 'tugas_belajar') AND ${matches} AND p.pegawai_id IS DISTINCT FROM ${filter.exceptId}::int
      AND (${filter.openFor === null}::boolean OR p.instansi_id = ANY (${[...(filter.openFor ?? [])]}::int[]))
    ORDER BY p.name, p.pegawai_id LIMIT ${page.limit} OFFSET ${page.offset}`.execute(tx)
  return rows
}
