import { sql, type Tx } from '../../src/platform/db/index.ts'

export type NewQualification = {
  standard_id: number
  name: string
  also?: string[]
  kind?: 'pelatihan' | 'sertifikat' | 'pengalaman'
  importance?: 'mutlak' | 'penting' | 'perlu'
  mandate_basis?: string | null
}
/** A training, certificate or experience that a standard asks for. */
export async function newQualification(tx: Tx, values: NewQualification): Promise<void> {
  const { standard_id, name, also = [], kind = 'pelatihan', importance = 'mutlak', mandate_basis = null } = values
  await sql`
    INSERT INTO standard_qualification (standard_id, sort, kind, name, also, importance, mandate_basis, months)
    SELECT ${standard_id}, coalesce(max(sort), 0) + 1, ${kind}, ${name}, ${also}::text[], ${importance}, ${mandate_basis},
           ${kind === 'pengalaman' ? 24 : null}::int
    FROM standard_qualification WHERE standard_id = ${standard_id}`.execute(tx)
}

/** A training that somebody has finished. */
export async function newTraining(
  tx: Tx,
  values: { pegawai_id: number; instansi_id: number; name: string; ended_on?: string },
): Promise<void> {
  const { pegawai_id, instansi_id, name, ended_on = '2024-06-01' } = values
  await sql`
    INSERT INTO learning_record (pegawai_id, instansi_id, instansi_then, form, name, ended_on, source, recorded_at)
    VALUES (${pegawai_id}, ${instansi_id}, ${instansi_id}, 'teknis', ${name}, ${ended_on}, 'impor', now())`.execute(tx)
}

export type NewRating = {
  pegawai_id: number
  instansi_id: number
  year?: number
  result_below?: boolean | null
  behaviour_below?: boolean | null
  predicate?: string
  target?: number | null
  achieved?: number | null
}
/** A yearly rating of performance that counts. */
export async function newRating(tx: Tx, values: NewRating): Promise<number> {
  const {
    pegawai_id,
    instansi_id,
    year = 2025,
    result_below = false,
    behaviour_below = false,
    target = null,
    achieved = null,
  } = values
  const predicate =
    values.predicate ??
    (result_below ? (behaviour_below ? 'sangat_kurang' : 'butuh_perbaikan') : behaviour_below ? 'kurang' : 'baik')
  await sql`
    UPDATE performance_rating SET superseded_at = now(), superseded_by = 'uji', superseded_why = 'uji'
    WHERE pegawai_id = ${pegawai_id} AND year = ${year} AND period = 'tahunan' AND superseded_at IS NULL`.execute(tx)
  const { rows } = await sql<{ id: number }>`
    INSERT INTO performance_rating (pegawai_id, instansi_id, instansi_then, year, period, predicate, result_below, behaviour_below, matrix_from,
      target, achieved, target_unit, source, recorded_by)
    VALUES (${pegawai_id}, ${instansi_id}, ${instansi_id}, ${year}, 'tahunan', ${predicate}, ${result_below}, ${behaviour_below}, '2022-01-01',
      ${target}, ${achieved}, '%', 'formulir', 'uji') RETURNING id`.execute(tx)
  return rows[0]!.id
}

export type NewStated = {
  instansi_id: number
  kind?: 'organisation' | 'mandate'
  year?: number
  title?: string
  competency_id?: number | null
  level?: number | null
  jenjang?: string | null
  unit_id?: number | null
  number?: number | null
  goal_id?: number | null
  goal_link?: number | null
  legal_basis?: string | null
}
/** A need in force that was typed. With `number`: so many people; else everybody of the jenjang and unit. */
export async function newStated(tx: Tx, values: NewStated): Promise<number> {
  const v = { kind: 'organisation', year: 2027, title: 'Kebutuhan uji', ...values }
  const { rows } = await sql<{ id: number }>`
    INSERT INTO stated_need (instansi_id, kind, year, title, competency_id, level, population, jenjang, unit_id, number, goal_id, goal_link, legal_basis,
      state, made_by, made_at, activated_by, activated_at)
    VALUES (${v.instansi_id}, ${v.kind}, ${v.year}, ${v.title}, ${v.competency_id ?? null}, ${v.level ?? null},
      ${v.number ? 'number' : 'rule'}, ${v.jenjang ?? null}, ${v.unit_id ?? null}, ${v.number ?? null}, ${v.goal_id ?? null}, ${v.goal_link ?? null},
      ${v.legal_basis ?? (v.kind === 'mandate' ? 'PP uji' : null)}, 'active', 'uji', now(), 'uji', now()) RETURNING id`.execute(
    tx,
  )
  return rows[0]!.id
}
