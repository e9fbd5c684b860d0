import { sql, type Tx } from '../platform/db/index.ts'
import type { PerformancePredicate } from '../regulation/index.ts'
import type { NeedRow } from './store.ts'

// The people behind a need of each kind.

export type Importance = 'mutlak' | 'penting' | 'perlu'
export const importances: readonly Importance[] = ['mutlak', 'penting', 'perlu']

export type NeedPerson = {
  pegawai_id: number
  nip: string
  name: string
  unit: string
  jabatan: string
  total: number
  /** Of a gap. */
  required?: number
  held?: number
  gap?: number
  /** Of a training. */
  importance?: Importance
  basis?: string | null
  since?: string | null
  /** Of performance. */
  year?: number
  predicate?: PerformancePredicate | null
  target?: number | null
  achieved?: number | null
  target_unit?: string | null
}

type Asked = Pick<NeedRow, 'kind' | 'instansi_id' | 'jenjang' | 'competency_id' | 'level_to' | 'post' | 'subject' | 'stated_id'>

const person = sql`p.pegawai_id, p.nip, p.name, u.name AS unit, coalesce(j.name, '–') AS jabatan, count(*) OVER ()::int AS total`
const place = sql`JOIN unit u ON u.id = p.unit_id LEFT JOIN jabatan j ON j.id = p.jabatan_id`

const byImportance = sql`array_position(ARRAY['mutlak', 'penting', 'perlu'], g.importance)`

const queries: Record<NeedRow['kind'], (need: Asked) => ReturnType<typeof sql>> = {
  gap: need => sql`
    SELECT ${person}, g.required, g.held, g.gap
    FROM competency_gap g JOIN pegawai p ON p.pegawai_id = g.pegawai_id ${place}
    WHERE g.instansi_id = ${need.instansi_id} AND g.post = ${need.post} AND g.competency_id = ${need.competency_id} AND g.jenjang = ${need.jenjang}
      AND g.required = ${need.level_to} AND g.gap > 0
    ORDER BY g.gap DESC, p.name, p.pegawai_id`,
  training: need => sql`
    SELECT ${person}, g.importance, g.mandate_basis AS basis, g.since
    FROM training_gap g JOIN pegawai p ON p.pegawai_id = g.pegawai_id ${place}
    WHERE g.instansi_id = ${need.instansi_id} AND g.post = ${need.post} AND g.key = ${need.subject} AND g.jenjang = ${need.jenjang}
    ORDER BY ${byImportance}, g.since NULLS LAST, p.name, p.pegawai_id`,
  performance: need => sql`
    SELECT ${person}, r.year, r.predicate, r.target::float8, r.achieved::float8, r.target_unit
    FROM performance_gap g JOIN pegawai p ON p.pegawai_id = g.pegawai_id ${place}
    LEFT JOIN performance_rating r ON r.pegawai_id = g.pegawai_id AND r.id = g.rating_id
    WHERE g.instansi_id = ${need.instansi_id} AND g.aspect = ${need.subject} AND g.jenjang = ${need.jenjang}
    ORDER BY g.gap_share DESC NULLS LAST, p.name, p.pegawai_id`,
  organisation: stated,
  mandate: stated,
}

/** Whom the rule of a stated need names, or the proposals it came from; nobody where a number was typed. */
function stated(need: Asked) {
  return sql`
    SELECT ${person}
    FROM stated_need s JOIN pegawai p ON p.instansi_id = s.instansi_id AND p.status = 'aktif' ${place}
    WHERE s.id = ${need.stated_id} AND CASE s.population
      WHEN 'rule' THEN (s.jenjang IS NULL OR j.jenjang = s.jenjang) AND (s.unit_id IS NULL OR p.unit_id IN (
        WITH RECURSIVE below AS (SELECT s.unit_id AS id UNION SELECT v.id FROM unit v JOIN below b ON v.parent_id = b.id) SELECT id FROM below))
      WHEN 'proposals' THEN EXISTS (
        SELECT FROM need_proposal_person r JOIN need_proposal q ON q.id = r.proposal_id WHERE r.pegawai_id = p.pegawai_id AND q.stated_id = s.id)
      ELSE false END
    ORDER BY p.name, p.pegawai_id`
}

/** The people behind a need, whom it concerns most first. */
export async function peopleBehind(tx: Tx, need: Asked, offset: number, limit: number): Promise<NeedPerson[]> {
  const { rows } = await sql<NeedPerson>`${queries[need.kind](need)} LIMIT ${limit} OFFSET ${offset}`.execute(tx)
  return rows
}
