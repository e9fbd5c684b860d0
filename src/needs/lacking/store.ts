import { containing, sql, type Tx } from '../../platform/db/index.ts'
import type { Post } from '../store.ts'
import type { Importance } from '../store-people.ts'

const byImportance = sql`array_position(ARRAY['mutlak', 'penting', 'perlu'], g.importance)`

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
    conditions.push(
      sql`(p.name ILIKE ${containing(word)} OR q.name ILIKE ${containing(word)} OR j.name ILIKE ${containing(word)})`,
    )
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

export type OwnLack = Pick<LackRow, 'pegawai_id' | 'key' | 'training' | 'kind' | 'importance' | 'basis' | 'since' | 'need_id'> & {
  post: Post
}

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
