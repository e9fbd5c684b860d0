import { sql, type Tx } from '../../../platform/db/index.ts'
import type { Population } from '../rules/population.ts'

/** A rule for the people of one instansi, and who is taken in beside it or left out in spite of it. */
export type Asked = { instansiId: number; population: Population; added: readonly number[]; excluded: readonly number[] }

const ints = (ids: readonly number[]) => sql`${[...ids]}::int[]`
const texts = (values: readonly string[]) => sql`${[...values]}::text[]`

/** Conditions of rules/population.ts on `p` (pegawai) and `j` (jabatan), each true where the rule leaves it open. */
export const ruleParts = ({ unitIds, jenis, jenjang, employment }: Population) => ({
  unit:
    unitIds.length === 0
      ? sql`true`
      : sql`p.unit_id IN (
          WITH RECURSIVE below AS (SELECT unnest(${ints(unitIds)}) AS id UNION SELECT v.id FROM unit v JOIN below b ON v.parent_id = b.id)
          SELECT id FROM below)`,
  jenis: jenis.length === 0 ? sql`true` : sql`j.jenis = ANY (${texts(jenis)})`,
  jenjang: jenjang.length === 0 ? sql`true` : sql`j.jenjang = ANY (${texts(jenjang)})`,
  employment: employment.length === 0 ? sql`true` : sql`p.employment = ANY (${texts(employment)})`,
})

function mappedPart({ mapped, before }: Population, today: string) {
  if (mapped === 'any') return sql`true`
  return sql`NOT EXISTS (
    SELECT FROM competency_profile cp JOIN competency c ON c.id = cp.competency_id
    WHERE cp.pegawai_id = p.pegawai_id AND c.pillar IN ('manajerial', 'sosial_kultural')
      AND cp.valid_until >= ${mapped === 'unmapped' ? today : (before ?? today)}::date)`
}

/** The people of a campaign: pegawai_id, name, nip, unit_id, office_id, jabatan_id. The twin of `fits` (population.db.test.ts). */
export function peopleOf({ instansiId, population, added, excluded }: Asked, today: string) {
  const { unit, jenis, jenjang, employment } = ruleParts(population)
  return sql`
    SELECT p.pegawai_id, p.name, p.nip, p.unit_id, coalesce(u.top_id, u.id) AS office_id, p.jabatan_id
    FROM pegawai p JOIN unit u ON u.id = p.unit_id JOIN jabatan j ON j.id = p.jabatan_id
    WHERE p.instansi_id = ${instansiId} AND p.status = 'aktif' AND NOT p.pegawai_id = ANY (${ints(excluded)})
      AND (p.pegawai_id = ANY (${ints(added)}) OR (${unit} AND ${jenis} AND ${jenjang} AND ${employment} AND ${mappedPart(population, today)}))`
}

export type Preview = {
  people: number
  /** Of them, whose jabatan no standard speaks of: there is nothing to rate them by. */
  withoutStandard: number
  /** Active in the instansi and without a jabatan, so that no rule takes them in. */
  withoutJabatan: number
  offices: { unitId: number; name: string; people: number }[]
  first: { id: number; name: string; nip: string; jabatan: string; unit: string }[]
}

/** How many a rule takes in and who, before anything is saved. */
export async function previewOf(tx: Tx, asked: Asked, today: string): Promise<Preview> {
  const { rows } = await sql<Preview>`
    WITH w AS MATERIALIZED (${peopleOf(asked, today)})
    SELECT (SELECT count(*)::int FROM w) AS people,
      (SELECT count(*)::int FROM w WHERE NOT EXISTS (SELECT FROM jabatan_requirement q WHERE q.jabatan_id = w.jabatan_id)) AS "withoutStandard",
      (SELECT count(*)::int FROM pegawai p WHERE p.instansi_id = ${asked.instansiId} AND p.status = 'aktif' AND p.jabatan_id IS NULL) AS "withoutJabatan",
      coalesce((SELECT jsonb_agg(jsonb_build_object('unitId', o.id, 'name', o.name, 'people', o.people) ORDER BY o.name, o.id)
        FROM (SELECT u.id, u.name, count(*)::int AS people FROM w JOIN unit u ON u.id = w.office_id GROUP BY u.id) o), '[]') AS offices,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', f.pegawai_id, 'name', f.name, 'nip', f.nip, 'jabatan', j.name, 'unit', u.name)
          ORDER BY f.name, f.pegawai_id)
        FROM (SELECT * FROM w ORDER BY name, pegawai_id LIMIT 20) f JOIN jabatan j ON j.id = f.jabatan_id JOIN unit u ON u.id = f.unit_id), '[]') AS first`.execute(
    tx,
  )
  return rows[0]!
}

export type ByNip = { id: number; nip: string; name: string }

/** The people of an instansi who bear these numbers, as far as the scope reaches. */
export async function peopleByNip(tx: Tx, instansiId: number, nips: readonly string[]): Promise<ByNip[]> {
  const { rows } = await sql<ByNip>`
    SELECT pegawai_id AS id, nip, name FROM pegawai WHERE instansi_id = ${instansiId} AND nip = ANY (${texts(nips)})`.execute(tx)
  return rows
}
