import { beginning, containing, sql, type Tx } from '../platform/db/index.ts'
import type { Pillar } from '../regulation/index.ts'
import type { Tier } from './rules/priority.ts'

export type NeedKind = 'gap' | 'performance' | 'organisation' | 'mandate' | 'training'

/** The post that is asked about: the one held, or the one aimed at (PP 11/2017 Art. 206). */
export type Post = 'held' | 'aimed'

export type NeedRow = {
  id: number
  kind: NeedKind
  post: Post
  instansi: string
  instansi_id: number
  instansi_name: string
  jenjang: string
  competency_id: number
  competency_code: string
  competency_name: string
  pillar: Pillar
  level_from: number
  level_to: number
  people: number
  staff: number
  distribution: Record<string, number>
  gap: number | null
  dif: number | null
  goal: number | null
  mandate: number | null
  reach: number | null
  score: number | null
  known: number
  tier: Tier
  /** Null: scored by what ships. */
  policy_id: number | null
  rule_version: string
  calculated_at: Date
}

const columns = sql`
  n.id, n.kind, n.post, i.region_code AS instansi, n.instansi_id, i.name AS instansi_name, n.jenjang, n.competency_id,
  c.code AS competency_code, c.name AS competency_name, c.pillar, n.level_from, n.level_to, n.people, n.staff, n.distribution,
  n.gap::float8, n.dif::float8, n.goal::float8, n.mandate::float8, n.reach::float8, n.score::float8, n.known, n.tier,
  n.policy_id, n.rule_version, n.calculated_at`

export type NeedFilter = {
  instansiIds: number[] | null
  kind: NeedKind
  post?: Post
  tier?: Tier | null
  pillar?: Pillar | null
  jenjang?: string | null
  q?: string
}

const where = (f: NeedFilter) => sql`
  n.people > 0 AND n.kind = ${f.kind} AND n.post = ${f.post ?? 'held'}
  AND (${f.instansiIds}::int[] IS NULL OR n.instansi_id = ANY (${f.instansiIds}::int[]))
  AND (${f.tier ?? null}::text IS NULL OR n.tier = ${f.tier ?? null})
  AND (${f.pillar ?? null}::text IS NULL OR c.pillar = ${f.pillar ?? null})
  AND (${f.jenjang ?? null}::text IS NULL OR n.jenjang = ${f.jenjang ?? null})
  AND (${f.q ?? ''} = '' OR c.name ILIKE ${containing(f.q ?? '')} OR c.code ILIKE ${beginning(f.q ?? '')})`

/** The ranking, highest score first; what cannot be scored yet stands last. */
export async function ranking(tx: Tx, filter: NeedFilter, offset: number, limit: number): Promise<NeedRow[]> {
  const { rows } = await sql<NeedRow>`
    SELECT ${columns} FROM need n JOIN instansi i ON i.id = n.instansi_id JOIN competency c ON c.id = n.competency_id
    WHERE ${where(filter)}
    ORDER BY n.score DESC NULLS LAST, n.id LIMIT ${limit} OFFSET ${offset}`.execute(tx)
  return rows
}

/** The same order, from after a given row on: for the API's cursor. */
export async function rankingAfter(
  tx: Tx,
  filter: NeedFilter,
  after: { score: number; id: number } | null,
  limit: number,
): Promise<NeedRow[]> {
  const { rows } = await sql<NeedRow>`
    SELECT ${columns} FROM need n JOIN instansi i ON i.id = n.instansi_id JOIN competency c ON c.id = n.competency_id
    WHERE ${where(filter)}
      AND (${after === null} OR coalesce(n.score, -1) < ${after?.score ?? 0}::numeric
           OR (coalesce(n.score, -1) = ${after?.score ?? 0}::numeric AND n.id > ${after?.id ?? 0}))
    ORDER BY coalesce(n.score, -1) DESC, n.id LIMIT ${limit}`.execute(tx)
  return rows
}

export type TierCount = { tier: Tier; needs: number; people: number }

export async function tierCounts(tx: Tx, filter: NeedFilter): Promise<TierCount[]> {
  const { rows } = await sql<TierCount>`
    SELECT n.tier, count(*)::int AS needs, sum(n.people)::int AS people
    FROM need n JOIN competency c ON c.id = n.competency_id WHERE ${where(filter)} GROUP BY n.tier`.execute(tx)
  return rows
}

export async function needById(tx: Tx, id: number): Promise<NeedRow | null> {
  const { rows } = await sql<NeedRow>`
    SELECT ${columns} FROM need n JOIN instansi i ON i.id = n.instansi_id JOIN competency c ON c.id = n.competency_id
    WHERE n.id = ${id}`.execute(tx)
  return rows[0] ?? null
}

export type Factor = {
  goal: string | null
  mandate_basis: string | null
  difficulty: string | null
  importance: string | null
  frequency: string | null
}

export async function factorOf(tx: Tx, need: Pick<NeedRow, 'instansi_id' | 'jenjang' | 'competency_id'>): Promise<Factor | null> {
  const { rows } = await sql<Factor>`
    SELECT goal, mandate_basis, difficulty, importance, frequency FROM need_factor
    WHERE instansi_id = ${need.instansi_id} AND jenjang = ${need.jenjang} AND competency_id = ${need.competency_id}`.execute(tx)
  return rows[0] ?? null
}

export type NeedPerson = {
  pegawai_id: number
  nip: string
  name: string
  unit: string
  jabatan: string
  required: number
  held: number
  gap: number
  total: number
}

/** The people behind a need, widest gap first. */
export async function peopleBehind(
  tx: Tx,
  need: Pick<NeedRow, 'instansi_id' | 'jenjang' | 'competency_id' | 'level_to' | 'post'>,
  offset: number,
  limit: number,
): Promise<NeedPerson[]> {
  const { rows } = await sql<NeedPerson>`
    SELECT g.pegawai_id, p.nip, p.name, u.name AS unit, j.name AS jabatan, g.required, g.held, g.gap, count(*) OVER ()::int AS total
    FROM competency_gap g JOIN pegawai p ON p.pegawai_id = g.pegawai_id JOIN unit u ON u.id = g.unit_id JOIN jabatan j ON j.id = p.jabatan_id
    WHERE g.instansi_id = ${need.instansi_id} AND g.post = ${need.post} AND g.competency_id = ${need.competency_id} AND g.jenjang = ${need.jenjang}
      AND g.required = ${need.level_to} AND g.gap > 0
    ORDER BY g.gap DESC, p.name, g.pegawai_id LIMIT ${limit} OFFSET ${offset}`.execute(tx)
  return rows
}

export type GapRow = {
  pegawai_id: number
  competency_id: number
  code: string
  name: string
  pillar: Pillar
  required: number
  held: number | null
  gap: number | null
  need_id: number | null
  tier: Tier | null
}

/** Required, held and gap of the given people, in the order of the dictionary; with the need each gap belongs to. */
export async function gapsOf(tx: Tx, pegawaiIds: number[], post: Post = 'held'): Promise<GapRow[]> {
  const { rows } = await sql<GapRow>`
    SELECT g.pegawai_id, g.competency_id, c.code, c.name, c.pillar, g.required, g.held, g.gap, n.id AS need_id, n.tier
    FROM competency_gap g JOIN competency c ON c.id = g.competency_id
    LEFT JOIN need n ON n.instansi_id = g.instansi_id AND n.kind = 'gap' AND n.competency_id = g.competency_id
      AND n.level_to = g.required AND n.jenjang = g.jenjang AND n.post = g.post AND g.gap > 0
    WHERE g.pegawai_id = ANY (${pegawaiIds}::int[]) AND g.post = ${post}
    ORDER BY g.pegawai_id, c.sort, c.code`.execute(tx)
  return rows
}

export type HeatRow = {
  top_id: number
  unit: string
  competency_id: number
  required_people: number
  assessed_people: number
  gap_people: number
  gap_sum: number
}

/** OPD × competency of one instansi; with `topId` the units inside that OPD × competency. */
export async function heat(tx: Tx, instansiId: number, topId: number | null): Promise<HeatRow[]> {
  const group = topId === null ? sql`coalesce(u.top_id, u.id)` : sql`u.id`
  const { rows } = await sql<HeatRow>`
    SELECT h.id AS top_id, h.name AS unit, s.competency_id, sum(s.required_people)::int AS required_people,
           sum(s.assessed_people)::int AS assessed_people, sum(s.gap_people)::int AS gap_people, sum(s.gap_sum)::int AS gap_sum
    FROM gap_summary s JOIN unit u ON u.id = s.unit_id JOIN unit h ON h.id = ${group}
    WHERE s.instansi_id = ${instansiId} AND (${topId}::int IS NULL OR u.top_id = ${topId})
    GROUP BY h.id, h.name, s.competency_id ORDER BY h.name, h.id`.execute(tx)
  return rows
}

export type CellPerson = {
  pegawai_id: number
  name: string
  nip: string
  jabatan: string
  required: number
  held: number | null
  gap: number | null
  total: number
}

/** The people of one cell of the heatmap: a unit and a competency; with the units of an OPD, or `exactly` its own. */
export async function peopleOfCell(
  tx: Tx,
  cell: { instansiId: number; unitId: number; competencyId: number; exactly: boolean },
  offset: number,
  limit: number,
): Promise<CellPerson[]> {
  const { rows } = await sql<CellPerson>`
    SELECT g.pegawai_id, p.name, p.nip, j.name AS jabatan, g.required, g.held, g.gap, count(*) OVER ()::int AS total
    FROM competency_gap g JOIN unit u ON u.id = g.unit_id JOIN pegawai p ON p.pegawai_id = g.pegawai_id JOIN jabatan j ON j.id = p.jabatan_id
    WHERE g.instansi_id = ${cell.instansiId} AND g.post = 'held' AND g.competency_id = ${cell.competencyId} AND (u.id = ${cell.unitId} OR u.top_id = ${cell.unitId} AND NOT ${cell.exactly}::boolean)
    ORDER BY g.gap DESC NULLS LAST, p.name LIMIT ${limit} OFFSET ${offset}`.execute(tx)
  return rows
}

export type GovernmentRow = {
  instansi_id: number
  instansi: string
  name: string
  active: number
  assessed: number
  urgent: number
  important: number
  needs: number
  gap_people: number
  assessed_pairs: number
  gap_pairs: number
}

/** The governments side by side: coverage, needs by tier, share of assessed competencies below the standard. */
export async function governments(tx: Tx, instansiIds: number[] | null): Promise<GovernmentRow[]> {
  const { rows } = await sql<GovernmentRow>`
    SELECT i.id AS instansi_id, i.region_code AS instansi, i.name,
      coalesce(c.active, 0)::int AS active, coalesce(c.assessed, 0)::int AS assessed,
      coalesce(n.urgent, 0)::int AS urgent, coalesce(n.important, 0)::int AS important, coalesce(n.needs, 0)::int AS needs,
      coalesce(s.assessed_pairs, 0)::int AS assessed_pairs, coalesce(s.gap_pairs, 0)::int AS gap_pairs, 0 AS gap_people
    FROM instansi i
    LEFT JOIN (SELECT instansi_id, sum(active) AS active, sum(assessed) AS assessed FROM coverage GROUP BY 1) c ON c.instansi_id = i.id
    LEFT JOIN (SELECT instansi_id, count(*) FILTER (WHERE tier = 'urgen') AS urgent, count(*) FILTER (WHERE tier = 'penting') AS important, count(*) AS needs
               FROM need WHERE people > 0 AND kind = 'gap' AND post = 'held' GROUP BY 1) n ON n.instansi_id = i.id
    LEFT JOIN (SELECT instansi_id, sum(assessed_people) AS assessed_pairs, sum(gap_people) AS gap_pairs FROM gap_summary GROUP BY 1) s ON s.instansi_id = i.id
    WHERE (${instansiIds}::int[] IS NULL OR i.id = ANY (${instansiIds}::int[])) AND coalesce(c.active, 0) > 0
    ORDER BY i.region_code`.execute(tx)
  return rows
}

export async function unitName(tx: Tx, instansiId: number, unitId: number): Promise<string | null> {
  const { rows } = await sql<{
    name: string
  }>`SELECT name FROM unit WHERE id = ${unitId} AND instansi_id = ${instansiId}`.execute(tx)
  return rows[0]?.name ?? null
}
