import { containing, type Db, sql, type Tx } from '../../platform/db/index.ts'
import type { Jenjang } from '../../regulation/index.ts'

export type Alike = 'nama' | 'jenjang' | 'semua'
export type LikeFilter = { jabatanId: number; alike: Alike; q: string }
export type LikeJabatan = {
  id: number
  name: string
  unit: string
  /** The office above the unit. */
  opd: string | null
  jenjang: Jenjang
  hasOwn: boolean
  hasDraft: boolean
  total: number
}

const like = (f: LikeFilter) => sql`
  jabatan j JOIN jabatan me ON me.id = ${f.jabatanId}::int AND me.id <> j.id AND me.instansi_id = j.instansi_id
  WHERE (${f.alike} = 'semua' OR (${f.alike} = 'nama' AND lower(j.name) = lower(me.name))
      OR (${f.alike} = 'jenjang' AND j.jenjang = me.jenjang AND j.urusan IS NOT DISTINCT FROM me.urusan))
    AND (${f.q} = '' OR j.name ILIKE ${containing(f.q)} OR j.code ILIKE ${containing(f.q)}
      OR EXISTS (SELECT FROM unit v WHERE v.id = j.unit_id AND v.name ILIKE ${containing(f.q)}))`

/** Other jabatan of the same instansi that are like one, with whether something stands there already. */
export async function likeJabatan(db: Db, f: LikeFilter, offset: number, limit: number): Promise<LikeJabatan[]> {
  const { rows } = await sql<LikeJabatan>`
    SELECT j.id, j.name, (SELECT u.name FROM unit u WHERE u.id = j.unit_id) AS unit,
           (SELECT top.name FROM unit u JOIN unit top ON top.id = u.top_id WHERE u.id = j.unit_id) AS opd, j.jenjang, count(*) OVER ()::int AS total,
           EXISTS (SELECT FROM standard s WHERE s.jabatan_id = j.id AND s.state = 'active') AS "hasOwn",
           EXISTS (SELECT FROM standard s WHERE s.jabatan_id = j.id AND s.state = 'draft') AS "hasDraft"
    FROM ${like(f)} ORDER BY j.name, j.unit_id, j.id LIMIT ${limit} OFFSET ${offset}`.execute(db)
  return rows
}

/** All of them. */
export async function likeIds(db: Db, f: LikeFilter): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`SELECT j.id FROM ${like(f)} ORDER BY j.id`.execute(db)
  return rows.map(row => row.id)
}

export type Copied = { id: number; instansiId: number; jabatanId: number; version: number; levels: number }

/**
 * Makes a draft for each of these jabatan of the instansi, with everything that a version says itself. A jabatan that has a draft already is
 * left out.
 */
export async function copyAsDrafts(
  tx: Tx,
  from: { id: number; instansiId: number; jabatanId: number },
  jabatanIds: readonly number[],
  made: { by: string; at: Date; legalBasis: string | null },
): Promise<Copied[]> {
  const { rows } = await sql<Copied>`
    WITH made AS (
      INSERT INTO standard (instansi_id, jabatan_id, version, state, legal_basis, copied_from, made_by, made_at,
        summary, education, education_fields, golongan, performance_indicators)
      SELECT j.instansi_id, j.id, coalesce((SELECT max(v.version) FROM standard v WHERE v.jabatan_id = j.id), 0) + 1, 'draft', ${made.legalBasis}::text,
        o.id, ${made.by}, ${made.at.toISOString()}::timestamptz, o.summary, o.education, o.education_fields, o.golongan, o.performance_indicators
      FROM jabatan j JOIN standard o ON o.id = ${from.id}
      WHERE j.id = ANY (${[...jabatanIds]}::int[]) AND j.id <> ${from.jabatanId} AND j.instansi_id = ${from.instansiId}
        AND NOT EXISTS (SELECT FROM standard d WHERE d.jabatan_id = j.id AND d.state = 'draft')
      ORDER BY j.id ON CONFLICT DO NOTHING RETURNING id, instansi_id, jabatan_id, version),
    levels AS (
      INSERT INTO standard_level (standard_id, competency_id, level, legal_basis, verified)
      SELECT m.id, l.competency_id, l.level, l.legal_basis, l.verified FROM made m JOIN standard_level l ON l.standard_id = ${from.id}),
    requirements AS (
      INSERT INTO standard_qualification (standard_id, sort, kind, training_kind, name, also, months, importance, mandate_basis)
      SELECT m.id, q.sort, q.kind, q.training_kind, q.name, q.also, q.months, q.importance, q.mandate_basis
      FROM made m JOIN standard_qualification q ON q.standard_id = ${from.id})
    SELECT m.id, m.instansi_id AS "instansiId", m.jabatan_id AS "jabatanId", m.version,
           (SELECT count(*)::int FROM standard_level l WHERE l.standard_id = ${from.id}) AS levels
    FROM made m ORDER BY m.id`.execute(tx)
  return rows
}
