import { sql, type Tx } from '../../platform/db/index.ts'
import type { Pillar } from '../../regulation/index.ts'
import type { Importance } from '../store-people.ts'

export type GapPerson = {
  needId: number | null
  nip: string
  name: string
  jabatan: string
  jenjang: string
  office: string
  unit: string
  code: string
  competency: string
  pillar: Pillar
  required: number
  held: number
  gap: number
}

/** Everybody of an instansi below the standard of the post held, one row a competency: the needs in the order of the ranking. */
export async function peopleBehindAll(tx: Tx, instansiId: number): Promise<GapPerson[]> {
  const { rows } = await sql<GapPerson>`
    SELECT n.id AS "needId", p.nip, p.name, j.name AS jabatan, g.jenjang, top.name AS office, u.name AS unit, c.code, c.name AS competency, c.pillar,
           g.required, g.held, g.gap
    FROM competency_gap g
    JOIN pegawai p ON p.pegawai_id = g.pegawai_id JOIN jabatan j ON j.id = p.jabatan_id
    JOIN unit u ON u.id = g.unit_id JOIN unit top ON top.id = coalesce(u.top_id, u.id)
    JOIN competency c ON c.id = g.competency_id
    LEFT JOIN need n ON n.instansi_id = g.instansi_id AND n.kind = 'gap' AND n.post = g.post AND n.competency_id = g.competency_id
      AND n.level_to = g.required AND n.jenjang = g.jenjang
    WHERE g.instansi_id = ${instansiId} AND g.post = 'held' AND g.gap > 0
    ORDER BY (n.tier = 'urgen') DESC NULLS LAST, n.score DESC NULLS LAST, n.id, g.gap DESC, p.name, p.pegawai_id`.execute(tx)
  return rows
}

export type UnitPerson = {
  pegawaiId: number
  nip: string
  name: string
  jabatan: string | null
  unit: string
  asked: number
  assessed: number
  gaps: { code: string; competency: string; pillar: Pillar; required: number; held: number; gap: number }[]
}

const unitsBelow = (instansiId: number, unitId: number) => sql`
  WITH RECURSIVE below AS (
    SELECT id, 0 AS step FROM unit WHERE id = ${unitId} AND instansi_id = ${instansiId}
    UNION ALL SELECT u.id, b.step + 1 FROM unit u JOIN below b ON u.parent_id = b.id WHERE b.step < 20)`

/** The active people of a unit and the units below it, the widest gaps first. */
export async function peopleOfUnit(tx: Tx, instansiId: number, unitId: number): Promise<UnitPerson[]> {
  const { rows } = await sql<UnitPerson>`
    ${unitsBelow(instansiId, unitId)}
    SELECT p.pegawai_id AS "pegawaiId", p.nip, p.name, j.name AS jabatan, u.name AS unit, count(g.competency_id)::int AS asked,
           count(g.held)::int AS assessed,
           coalesce(jsonb_agg(jsonb_build_object('code', c.code, 'competency', c.name, 'pillar', c.pillar, 'required', g.required, 'held', g.held,
             'gap', g.gap) ORDER BY g.gap DESC, c.sort, c.code) FILTER (WHERE g.gap > 0), '[]') AS gaps
    FROM pegawai p JOIN below b ON b.id = p.unit_id JOIN unit u ON u.id = p.unit_id
    LEFT JOIN jabatan j ON j.id = p.jabatan_id
    LEFT JOIN competency_gap g ON g.pegawai_id = p.pegawai_id AND g.post = 'held'
    LEFT JOIN competency c ON c.id = g.competency_id
    WHERE p.instansi_id = ${instansiId} AND p.status = 'aktif'
    GROUP BY p.pegawai_id, p.nip, p.name, j.name, u.name
    ORDER BY max(g.gap) DESC NULLS LAST, count(*) FILTER (WHERE g.gap > 0) DESC, p.name, p.pegawai_id`.execute(tx)
  return rows
}

export type MissingTraining = {
  needId: number | null
  pegawaiId: number
  nip: string
  name: string
  jabatan: string
  unit: string
  training: string
  importance: Importance
  mandateBasis: string | null
  /** yyyy-mm-dd; null where it is not known since when the post is held. */
  since: string | null
}

/** Who holds a post without a training that it asks for, Mutlak first; of an instansi, or of these people of it. */
export async function missingTrainings(
  tx: Tx,
  instansiId: number,
  pegawaiIds: readonly number[] | null,
): Promise<MissingTraining[]> {
  const { rows } = await sql<MissingTraining>`
    SELECT n.id AS "needId", g.pegawai_id AS "pegawaiId", p.nip, p.name, j.name AS jabatan, u.name AS unit, coalesce(t.name, g.key) AS training,
           g.importance, g.mandate_basis AS "mandateBasis", g.since
    FROM training_gap g
    JOIN pegawai p ON p.pegawai_id = g.pegawai_id JOIN jabatan j ON j.id = g.jabatan_id JOIN unit u ON u.id = g.unit_id
    LEFT JOIN jabatan_training t ON t.jabatan_id = g.jabatan_id AND t.key = g.key
    LEFT JOIN need n ON n.instansi_id = g.instansi_id AND n.kind = 'training' AND n.post = g.post AND n.subject = g.key AND n.jenjang = g.jenjang
    WHERE g.instansi_id = ${instansiId} AND g.post = 'held' ${amongPeople(pegawaiIds)}
    ORDER BY array_position(ARRAY['mutlak', 'penting', 'perlu'], g.importance), training, p.name, p.pegawai_id`.execute(tx)
  return rows
}

const amongPeople = (ids: readonly number[] | null) => (ids === null ? sql`` : sql`AND g.pegawai_id = ANY (${[...ids]}::int[])`)

export type BelowExpectation = {
  needId: number | null
  pegawaiId: number
  nip: string
  name: string
  jabatan: string | null
  unit: string
  aspect: string
  /** Share of the target that was not reached; null: not known. */
  missed: number | null
}

/** Who was rated below expectation by the rating that counts now; of an instansi, or of these people of it. */
export async function belowExpectation(
  tx: Tx,
  instansiId: number,
  pegawaiIds: readonly number[] | null,
): Promise<BelowExpectation[]> {
  const { rows } = await sql<BelowExpectation>`
    SELECT n.id AS "needId", g.pegawai_id AS "pegawaiId", p.nip, p.name, j.name AS jabatan, u.name AS unit, g.aspect, g.gap_share::float8 AS missed
    FROM performance_gap g
    JOIN pegawai p ON p.pegawai_id = g.pegawai_id JOIN unit u ON u.id = g.unit_id LEFT JOIN jabatan j ON j.id = p.jabatan_id
    LEFT JOIN need n ON n.instansi_id = g.instansi_id AND n.kind = 'performance' AND n.subject = g.aspect AND n.jenjang = g.jenjang
    WHERE g.instansi_id = ${instansiId} ${amongPeople(pegawaiIds)}
    ORDER BY g.aspect, g.gap_share DESC NULLS LAST, p.name, p.pegawai_id`.execute(tx)
  return rows
}
