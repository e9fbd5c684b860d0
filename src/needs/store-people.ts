import { containing, sql, type Tx } from '../platform/db/index.ts'
import type { PerformancePredicate } from '../regulation/index.ts'
import type { NeedRow, Post } from './store.ts'

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
    ORDER BY g.shortfall DESC NULLS LAST, p.name, p.pegawai_id`,
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

export type LackFilter = {
  /** Null: everybody in the scope. */
  instansiId: number | null
  /** The unit and those below it. */
  unitId: number | null
  importance: Importance | null
  jenjang: string | null
  /** The key of one training. */
  key: string | null
  q: string
}

export type LackRow = {
  pegawai_id: number
  nip: string
  name: string
  jabatan: string
  unit: string
  opd: string
  jenjang: string
  since: string | null
  key: string
  training: string
  kind: 'pelatihan' | 'sertifikat'
  importance: Importance
  basis: string | null
  need_id: number | null
  standard_id: number
}

function lackWhere(f: LackFilter) {
  const conditions = [sql`g.post = 'held'`]
  if (f.instansiId !== null) conditions.push(sql`g.instansi_id = ${f.instansiId}`)
  if (f.unitId !== null) {
    conditions.push(sql`g.unit_id IN (
      WITH RECURSIVE below AS (SELECT ${f.unitId}::int AS id UNION SELECT v.id FROM unit v JOIN below b ON v.parent_id = b.id) SELECT id FROM below)`)
  }
  if (f.importance) conditions.push(sql`g.importance = ${f.importance}`)
  if (f.jenjang) conditions.push(sql`g.jenjang = ${f.jenjang}`)
  if (f.key) conditions.push(sql`g.key = ${f.key}`)
  for (const word of f.q.split(/\s+/).filter(Boolean).slice(0, 8)) {
    conditions.push(sql`(p.name ILIKE ${containing(word)} OR q.name ILIKE ${containing(word)} OR j.name ILIKE ${containing(word)})`)
  }
  return sql.join(conditions, sql` AND `)
}
const lackFrom = sql`
  training_gap g JOIN pegawai p ON p.pegawai_id = g.pegawai_id JOIN jabatan j ON j.id = g.jabatan_id
  JOIN jabatan_training q ON q.jabatan_id = g.jabatan_id AND q.key = g.key`

const orders = {
  penting: `array_position(ARRAY['mutlak', 'penting', 'perlu'], g.importance), g.since NULLS LAST, p.name, g.pegawai_id, g.key`,
  nama: 'p.name, g.pegawai_id, g.key',
  sejak: 'g.since NULLS LAST, p.name, g.pegawai_id, g.key',
  pelatihan: 'q.name, p.name, g.pegawai_id',
} as const
export type LackOrder = keyof typeof orders
export const lackOrders = Object.keys(orders) as LackOrder[]

/** Who holds a post without a training that it asks for, one row a person and training. */
export async function listLacking(
  tx: Tx,
  filter: LackFilter,
  page: { order: LackOrder; offset: number; limit: number },
): Promise<LackRow[]> {
  const { rows } = await sql<LackRow>`
    SELECT g.pegawai_id, p.nip, p.name, j.name AS jabatan, u.name AS unit, top.name AS opd, g.jenjang, g.since, g.key, q.name AS training, q.kind,
           g.importance, g.mandate_basis AS basis, n.id AS need_id, q.standard_id
    FROM ${lackFrom} JOIN unit u ON u.id = g.unit_id JOIN unit top ON top.id = coalesce(u.top_id, u.id)
    LEFT JOIN need n ON n.instansi_id = g.instansi_id AND n.kind = 'training' AND n.post = g.post AND n.subject = g.key AND n.jenjang = g.jenjang
    WHERE ${lackWhere(filter)} ORDER BY ${sql.raw(orders[page.order])} LIMIT ${page.limit} OFFSET ${page.offset}`.execute(tx)
  return rows
}

export type LackCount = { rows: number; people: number; mutlak: number; duties: number; jabatan: number }

/** What the filter leaves: rows, people, people without something Mutlak, people without what an act demands. */
export async function countLacking(tx: Tx, filter: LackFilter): Promise<LackCount> {
  const { rows } = await sql<LackCount>`
    SELECT count(*)::int AS rows, count(DISTINCT g.pegawai_id)::int AS people, count(DISTINCT g.jabatan_id)::int AS jabatan,
           count(DISTINCT g.pegawai_id) FILTER (WHERE g.importance = 'mutlak')::int AS mutlak,
           count(DISTINCT g.pegawai_id) FILTER (WHERE g.mandate_basis IS NOT NULL)::int AS duties
    FROM ${lackFrom} WHERE ${lackWhere(filter)}`.execute(tx)
  return rows[0]!
}

export type LackedTraining = { key: string; name: string; people: number }

/** The trainings that are lacked, for a choice: the one most people lack first. */
export async function lackedTrainings(tx: Tx, instansiId: number | null): Promise<LackedTraining[]> {
  const { rows } = await sql<LackedTraining>`
    SELECT g.key, mode() WITHIN GROUP (ORDER BY q.name) AS name, count(DISTINCT g.pegawai_id)::int AS people
    FROM training_gap g JOIN jabatan_training q ON q.jabatan_id = g.jabatan_id AND q.key = g.key
    WHERE g.post = 'held' AND (${instansiId}::int IS NULL OR g.instansi_id = ${instansiId}::int)
    GROUP BY g.key ORDER BY people DESC, name`.execute(tx)
  return rows
}

export type OwnLack = Pick<LackRow, 'pegawai_id' | 'key' | 'training' | 'kind' | 'importance' | 'basis' | 'since' | 'need_id'> & { post: Post }

/** What these people lack themselves, for the post held and the post aimed at, Mutlak first. */
export async function lackingOf(tx: Tx, pegawaiIds: readonly number[]): Promise<OwnLack[]> {
  const { rows } = await sql<OwnLack>`
    SELECT g.pegawai_id, g.post, g.key, q.name AS training, q.kind, g.importance, g.mandate_basis AS basis, g.since, n.id AS need_id
    FROM training_gap g JOIN jabatan_training q ON q.jabatan_id = g.jabatan_id AND q.key = g.key
    LEFT JOIN need n ON n.instansi_id = g.instansi_id AND n.kind = 'training' AND n.post = g.post AND n.subject = g.key AND n.jenjang = g.jenjang
    WHERE g.pegawai_id = ANY (${[...pegawaiIds]}::int[])
    ORDER BY g.pegawai_id, g.post DESC, ${byImportance}, q.name`.execute(tx)
  return rows
}

/** The same after an id, for the API. */
export async function lackingAfter(
  tx: Tx,
  filter: { instansiId: number | null; after: readonly [pegawaiId: number, key: string]; limit: number },
): Promise<(LackRow & { instansi: string })[]> {
  const { rows } = await sql<LackRow & { instansi: string }>`
    SELECT g.pegawai_id, p.nip, p.name, j.name AS jabatan, u.name AS unit, top.name AS opd, g.jenjang, g.since, g.key, q.name AS training, q.kind,
           g.importance, g.mandate_basis AS basis, NULL::int AS need_id, q.standard_id, i.region_code AS instansi
    FROM ${lackFrom} JOIN unit u ON u.id = g.unit_id JOIN unit top ON top.id = coalesce(u.top_id, u.id) JOIN instansi i ON i.id = g.instansi_id
    WHERE g.post = 'held' AND (${filter.instansiId}::int IS NULL OR g.instansi_id = ${filter.instansiId}::int)
      AND (g.pegawai_id, g.key) > (${filter.after[0]}::int, ${filter.after[1]})
    ORDER BY g.pegawai_id, g.key LIMIT ${filter.limit}`.execute(tx)
  return rows
}
