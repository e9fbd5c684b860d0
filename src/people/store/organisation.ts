import { type Db, sql, type Tx } from '../../platform/db/index.ts'
import type { Jenjang } from '../../regulation/index.ts'
import type { Appointment, Jenis } from '../labels.ts'
import { namesLike } from './search.ts'

export type TopUnit = { id: number; name: string }

/** The offices (OPD) of an instansi, for a choice. */
export async function topUnits(db: Db, instansiId: number): Promise<TopUnit[]> {
  const { rows } = await sql<TopUnit>`
    SELECT id, name FROM unit WHERE instansi_id = ${instansiId} AND id = top_id ORDER BY name, id`.execute(db)
  return rows
}

export type Unit = {
  id: number
  instansiId: number
  code: string
  name: string
  timeZone: string | null
  /** From the office down to the parent; the root of the tree, which is the instansi itself, is left out. */
  above: { id: number; name: string }[]
}

export async function unitById(tx: Tx, id: number): Promise<Unit | null> {
  const { rows } = await sql<Unit>`
    WITH RECURSIVE up AS (
      SELECT id, parent_id, top_id, name, 0 AS step FROM unit WHERE id = ${id}
      UNION ALL SELECT u.id, u.parent_id, u.top_id, u.name, up.step + 1 FROM unit u JOIN up ON u.id = up.parent_id WHERE up.step < 20)
    SELECT u.id, u.instansi_id AS "instansiId", u.code, u.name, u.time_zone AS "timeZone",
           coalesce((SELECT jsonb_agg(jsonb_build_object('id', up.id, 'name', up.name) ORDER BY up.step DESC)
                     FROM up WHERE up.step > 0 AND up.top_id IS NOT NULL), '[]') AS above
    FROM unit u WHERE u.id = ${id}`.execute(tx)
  return rows[0] ?? null
}

/** The name of a unit of this instansi; null: it has none such. */
export async function unitName(tx: Tx, instansiId: number, unitId: number): Promise<string | null> {
  const { rows } = await sql<{
    name: string
  }>`SELECT name FROM unit WHERE id = ${unitId} AND instansi_id = ${instansiId}`.execute(tx)
  return rows[0]?.name ?? null
}

export type UnitRow = {
  id: number
  code: string
  name: string
  /** Units below it, at any depth. */
  units: number
  jabatan: number
  /** People whose status is aktif, in the unit and below, as far as the scope reaches. */
  active: number
  headJabatan: string | null
  headId: number | null
  headName: string | null
  headAppointment: Appointment | null
}

/** The units under `parentId`, or the offices of the instansi for null, each with what lies below it and who leads it. */
export async function unitsUnder(tx: Tx, instansiId: number, parentId: number | null): Promise<UnitRow[]> {
  const { rows } = await sql<UnitRow>`
    WITH RECURSIVE below AS (
      SELECT id AS root, id FROM unit
      WHERE instansi_id = ${instansiId} AND CASE WHEN ${parentId}::int IS NULL THEN id = top_id ELSE parent_id = ${parentId}::int END
      UNION ALL SELECT b.root, u.id FROM unit u JOIN below b ON u.parent_id = b.id),
    jabatan_count AS (SELECT b.root, count(*)::int AS n FROM below b JOIN jabatan j ON j.unit_id = b.id GROUP BY b.root),
    people_count AS (
      SELECT b.root, count(*)::int AS n FROM below b JOIN pegawai p ON p.unit_id = b.id AND p.status = 'aktif' GROUP BY b.root)
    SELECT u.id, u.code, u.name, (SELECT count(*)::int - 1 FROM below b WHERE b.root = u.id) AS units,
           coalesce(jc.n, 0) AS jabatan, coalesce(pc.n, 0) AS active,
           hj.name AS "headJabatan", hp.pegawai_id AS "headId", hp.name AS "headName", h.appointment AS "headAppointment"
    FROM unit u
    JOIN below self ON self.id = u.id AND self.root = u.id
    LEFT JOIN jabatan_count jc ON jc.root = u.id
    LEFT JOIN people_count pc ON pc.root = u.id
    LEFT JOIN jabatan hj ON hj.unit_id = u.id AND hj.is_head
    LEFT JOIN unit_head h ON h.unit_id = u.id
    LEFT JOIN pegawai hp ON hp.pegawai_id = h.pegawai_id
    ORDER BY u.name, u.id`.execute(tx)
  return rows
}

export type JabatanRow = {
  id: number
  name: string
  jenis: Jenis
  jenjang: Jenjang
  isHead: boolean
  holders: { id: number; name: string; appointment: Appointment }[]
}

/** The jabatan of one unit and who holds them now; the head first. Holders as far as the scope reaches. */
export async function jabatanOf(tx: Tx, unitId: number): Promise<JabatanRow[]> {
  const { rows } = await sql<JabatanRow>`
    SELECT j.id, j.name, j.jenis, j.jenjang, j.is_head AS "isHead",
           coalesce(jsonb_agg(jsonb_build_object('id', p.pegawai_id, 'name', p.name, 'appointment', h.appointment) ORDER BY p.name)
                    FILTER (WHERE p.pegawai_id IS NOT NULL), '[]') AS holders
    FROM jabatan j
    LEFT JOIN jabatan_history h ON h.jabatan_id = j.id AND h.until_date IS NULL
    LEFT JOIN pegawai p ON p.pegawai_id = h.pegawai_id
    WHERE j.unit_id = ${unitId}
    GROUP BY j.id ORDER BY j.is_head DESC, j.name, j.id`.execute(tx)
  return rows
}

export type FoundJabatan = { id: number; name: string; jenjang: Jenjang; unit: string; instansi: string }

/** Jabatan by the words of their name, in the given instansi (null: in all). */
export async function findJabatan(db: Db, instansiIds: number[] | null, q: string, limit: number): Promise<FoundJabatan[]> {
  const { rows } = await sql<FoundJabatan>`
    SELECT j.id, j.name, j.jenjang, u.name AS unit, i.name AS instansi
    FROM jabatan j JOIN unit u ON u.id = j.unit_id JOIN instansi i ON i.id = j.instansi_id
    WHERE (${instansiIds}::int[] IS NULL OR j.instansi_id = ANY (${instansiIds}::int[])) AND ${namesLike(sql`j.name`, q)}
    ORDER BY j.is_head DESC, j.name, j.id LIMIT ${limit}`.execute(db)
  return rows
}
