import { sql, type Tx } from '../../platform/db/index.ts'
import type { Jenjang } from '../../regulation/index.ts'
import type { Appointment, Education, Employment, Jenis, Status } from '../labels.ts'

export type Person = {
  pegawaiId: number
  nip: string
  name: string
  employment: Employment
  status: Status
  sex: 'l' | 'p'
  birthDate: string
  golongan: string | null
  education: Education | null
  instansi: { id: number; name: string; regionCode: string; timeZone: string }
  /** `path` from the office (OPD) down to the unit itself. */
  unit: { id: number; name: string; path: string[] }
  jabatan: { id: number; name: string; jenis: Jenis; jenjang: Jenjang; urusan: string | null; isHead: boolean } | null
  /** The jabatan aimed at (PP 11/2017 Art. 206). */
  aim: { id: number; name: string; jenjang: Jenjang } | null
  /** Who leads the person, as far as this scope reaches; `leaderOf` knows it whatever the scope. */
  atasan: { pegawaiId: number; name: string } | null
}

/** Everything that stands at the head of a person's page; null outside the scope. */
export async function personById(tx: Tx, id: number): Promise<Person | null> {
  const { rows } = await sql<Person>`
    SELECT p.pegawai_id AS "pegawaiId", p.nip, p.name, p.employment, p.status, p.sex, p.birth_date AS "birthDate", p.golongan, p.education,
           jsonb_build_object('id', i.id, 'name', i.name, 'regionCode', i.region_code, 'timeZone', coalesce(u.time_zone, i.time_zone)) AS instansi,
           jsonb_build_object('id', u.id, 'name', u.name, 'path', (
             WITH RECURSIVE up AS (
               SELECT v.id, v.parent_id, v.top_id, v.name, 0 AS step FROM unit v WHERE v.id = p.unit_id
               UNION ALL SELECT v.id, v.parent_id, v.top_id, v.name, up.step + 1 FROM unit v JOIN up ON v.id = up.parent_id WHERE up.step < 20)
             SELECT jsonb_agg(up.name ORDER BY up.step DESC) FROM up WHERE up.step = 0 OR up.top_id IS NOT NULL)) AS unit,
           CASE WHEN j.id IS NOT NULL THEN jsonb_build_object('id', j.id, 'name', j.name, 'jenis', j.jenis, 'jenjang', j.jenjang,
             'urusan', j.urusan, 'isHead', j.is_head) END AS jabatan,
           CASE WHEN aim.id IS NOT NULL THEN jsonb_build_object('id', aim.id, 'name', aim.name, 'jenjang', aim.jenjang) END AS aim,
           CASE WHEN a.pegawai_id IS NOT NULL THEN jsonb_build_object('pegawaiId', a.pegawai_id, 'name', a.name) END AS atasan
    FROM pegawai p
    JOIN instansi i ON i.id = p.instansi_id
    JOIN unit u ON u.id = p.unit_id
    LEFT JOIN jabatan j ON j.id = p.jabatan_id
    LEFT JOIN jabatan aim ON aim.id = p.jabatan_aim_id
    LEFT JOIN pegawai a ON a.pegawai_id = atasan_of(p.pegawai_id)
    WHERE p.pegawai_id = ${id}`.execute(tx)
  return rows[0] ?? null
}

export type Leader = { pegawaiId: number; name: string; jabatan: string | null }

/** Who leads a person, read across scopes: run it in a job's transaction. */
export async function leader(tx: Tx, pegawaiId: number): Promise<Leader | null> {
  const { rows } = await sql<Leader>`
    SELECT a.pegawai_id AS "pegawaiId", a.name, j.name AS jabatan
    FROM pegawai a LEFT JOIN jabatan j ON j.id = a.jabatan_id WHERE a.pegawai_id = atasan_of(${pegawaiId}::int)`.execute(tx)
  return rows[0] ?? null
}

export type History = {
  jabatan: { jabatan: string; unit: string; instansi: string; appointment: Appointment; from: string; until: string | null }[]
  education: { education: Education; field: string | null; school: string | null; year: number | null }[]
  employment: { nip: string; employment: Employment; from: string; until: string | null }[]
}

/** What a person has been, and studied, the newest first; empty lists outside the scope. */
export async function historyOf(tx: Tx, id: number): Promise<History> {
  const { rows } = await sql<History>`
    SELECT
      coalesce((SELECT jsonb_agg(jsonb_build_object('jabatan', j.name, 'unit', u.name, 'instansi', i.name, 'appointment', h.appointment,
          'from', h.from_date, 'until', h.until_date) ORDER BY h.until_date DESC NULLS FIRST, h.from_date DESC, h.id DESC)
        FROM jabatan_history h JOIN jabatan j ON j.id = h.jabatan_id JOIN unit u ON u.id = j.unit_id JOIN instansi i ON i.id = h.instansi_then
        WHERE h.pegawai_id = ${id}), '[]') AS jabatan,
      coalesce((SELECT jsonb_agg(jsonb_build_object('education', e.education, 'field', e.field, 'school', e.school, 'year', e.graduated_year)
          ORDER BY e.graduated_year DESC NULLS LAST, e.id DESC)
        FROM education_history e WHERE e.pegawai_id = ${id}), '[]') AS education,
      coalesce((SELECT jsonb_agg(jsonb_build_object('nip', m.nip, 'employment', m.employment, 'from', m.from_date, 'until', m.until_date)
          ORDER BY m.from_date DESC, m.id DESC)
        FROM employment_history m WHERE m.pegawai_id = ${id}), '[]') AS employment`.execute(tx)
  return rows[0]!
}

/** Whether this person lies in the scope of the transaction. */
export const personInScope = async (tx: Tx, pegawaiId: number): Promise<boolean> =>
  (await sql`SELECT 1 FROM pegawai WHERE pegawai_id = ${pegawaiId}`.execute(tx)).rows.length > 0
