import { beginning, containing, sql, type Tx } from '../platform/db/index.ts'
import type { Pillar } from '../regulation/index.ts'
import type { Tier } from './rules/priority.ts'

export type NeedKind = 'gap' | 'performance' | 'organisation' | 'mandate' | 'training'
/** In the order of the tabs. */
export const needKinds: readonly NeedKind[] = ['gap', 'training', 'performance', 'organisation', 'mandate']

/** The post that is asked about: the one held, or the one aimed at (PP 11/2017 Art. 206). */
export type Post = 'held' | 'aimed'

export type NeedRow = {
  id: number
  kind: NeedKind
  post: Post
  instansi: string
  instansi_id: number
  instansi_name: string
  /** Null: of every jenjang. */
  jenjang: string | null
  /** Of a gap, or of a stated need that names one; null otherwise. */
  competency_id: number | null
  competency_code: string | null
  competency_name: string | null
  pillar: Pillar | null
  level_from: number | null
  level_to: number | null
  /** The key of a training, an aspect of performance; null of a gap. */
  subject: string | null
  /** What it is called, where it is no competency and no aspect of performance. */
  title: string | null
  stated_id: number | null
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
  goal_id: number | null
  goal_title: string | null
  mandate_basis: string | null
  /** Null: scored by what ships. */
  policy_id: number | null
  rule_version: string
  calculated_at: Date
}

const columns = sql`
  n.id, n.kind, n.post, i.region_code AS instansi, n.instansi_id, i.name AS instansi_name, coalesce(n.jenjang, s.jenjang) AS jenjang,
  c.id AS competency_id, c.code AS competency_code, c.name AS competency_name, c.pillar, n.level_from, coalesce(n.level_to, s.level) AS level_to,
  n.subject, n.title, n.stated_id, n.people, n.staff, n.distribution,
  n.gap::float8, n.dif::float8, n.goal::float8, n.mandate::float8, n.reach::float8, n.score::float8, n.known, n.tier,
  n.goal_id, n.goal_title, n.mandate_basis, n.policy_id, n.rule_version, n.calculated_at`

const from = sql`
  need n JOIN instansi i ON i.id = n.instansi_id LEFT JOIN stated_need s ON s.id = n.stated_id
  LEFT JOIN competency c ON c.id = coalesce(n.competency_id, s.competency_id)`

export type NeedFilter = {
  instansiIds: number[] | null
  /** Null: every kind. */
  kind: NeedKind | null
  post?: Post
  /** Those that nobody has any more, instead of those that somebody has. */
  gone?: boolean
  tier?: Tier | null
  pillar?: Pillar | null
  jenjang?: string | null
  q?: string
  /** Without one: the order of the ranking. */
  order?: 'rank' | 'people'
}

/** Each condition only where it narrows: an index serves what is left. */
function where(f: NeedFilter) {
  const conditions = [f.gone ? sql`n.people = 0` : sql`n.people > 0`, sql`n.post = ${f.post ?? 'held'}`]
  if (f.instansiIds?.length === 1) conditions.push(sql`n.instansi_id = ${f.instansiIds[0]}`)
  else if (f.instansiIds) conditions.push(sql`n.instansi_id = ANY (${f.instansiIds}::int[])`)
  if (f.kind) conditions.push(sql`n.kind = ${f.kind}`)
  if (f.tier) conditions.push(sql`n.tier = ${f.tier}`)
  if (f.pillar) conditions.push(sql`c.pillar = ${f.pillar}`)
  if (f.jenjang) conditions.push(sql`coalesce(n.jenjang, s.jenjang) = ${f.jenjang}`)
  if (f.q) {
    conditions.push(sql`(c.name ILIKE ${containing(f.q)} OR c.code ILIKE ${beginning(f.q)} OR n.title ILIKE ${containing(f.q)})`)
  }
  return sql.join(conditions, sql` AND `)
}

/** Only what the filter asks about: counting needs reads the needs alone. */
const countedFrom = (f: NeedFilter) => (f.pillar || f.jenjang || f.q ? from : sql`need n`)

/** The order of the ranking; the twin of `byRank`. */
const byRank = sql`(n.tier = 'urgen') DESC, n.score DESC NULLS LAST, n.id`

/** The ranking: urgen first, then the highest score; what cannot be scored yet stands last. */
export async function ranking(tx: Tx, filter: NeedFilter, offset: number, limit: number): Promise<NeedRow[]> {
  const { rows } = await sql<NeedRow>`
    SELECT ${columns} FROM ${from} WHERE ${where(filter)}
    ORDER BY ${filter.order === 'people' ? sql`n.people DESC, ${byRank}` : byRank} LIMIT ${limit} OFFSET ${offset}`.execute(tx)
  return rows
}

/** The same, from after a given row on: for the API's cursor. */
export async function rankingAfter(
  tx: Tx,
  filter: NeedFilter,
  after: { urgent: boolean; score: number; id: number } | null,
  limit: number,
): Promise<NeedRow[]> {
  const { rows } = await sql<NeedRow>`
    SELECT ${columns} FROM ${from}
    WHERE ${where(filter)}
      AND (${after === null} OR (n.tier = 'urgen', coalesce(n.score, -1)) < (${after?.urgent ?? false}, ${after?.score ?? 0}::numeric)
           OR ((n.tier = 'urgen', coalesce(n.score, -1)) = (${after?.urgent ?? false}, ${after?.score ?? 0}::numeric) AND n.id > ${after?.id ?? 0}))
    ORDER BY ${byRank} LIMIT ${limit}`.execute(tx)
  return rows
}

export type TierCount = { tier: Tier; needs: number; people: number }

export async function tierCounts(tx: Tx, filter: NeedFilter): Promise<TierCount[]> {
  const { rows } = await sql<TierCount>`
    SELECT n.tier, count(*)::int AS needs, sum(n.people)::int AS people FROM ${countedFrom(filter)} WHERE ${where(filter)} GROUP BY n.tier`.execute(
    tx,
  )
  return rows
}

export type KindCount = TierCount & { kind: NeedKind }

/** By kind and tier: what the tabs and the key figure of the ranking say. */
export async function kindCounts(tx: Tx, filter: NeedFilter): Promise<KindCount[]> {
  const { rows } = await sql<KindCount>`
    SELECT n.kind, n.tier, count(*)::int AS needs, sum(n.people)::int AS people FROM ${countedFrom(filter)} WHERE ${where(filter)} GROUP BY n.kind, n.tier`.execute(
    tx,
  )
  return rows
}

/** The needs that serve a goal, the most urgent first. */
export async function needsForGoal(tx: Tx, goalId: number, limit: number): Promise<NeedRow[]> {
  const { rows } = await sql<NeedRow>`
    SELECT ${columns} FROM ${from} WHERE n.goal_id = ${goalId} AND n.people > 0 AND n.post = 'held' AND n.goal > 0
    ORDER BY ${byRank} LIMIT ${limit}`.execute(tx)
  return rows
}

/** How many needs there were that nobody has any more. Null: of all in scope. */
export async function goneCount(tx: Tx, instansiIds: readonly number[] | null): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM need WHERE people = 0 AND post = 'held'
      ${instansiIds ? sql`AND instansi_id = ANY (${[...instansiIds]}::int[])` : sql``}`.execute(tx)
  return rows[0]!.n
}

export async function needById(tx: Tx, id: number): Promise<NeedRow | null> {
  const { rows } = await sql<NeedRow>`SELECT ${columns} FROM ${from} WHERE n.id = ${id}`.execute(tx)
  return rows[0] ?? null
}

type Rating = 'r' | 's' | 't' | null
export type Factor = {
  difficulty: Rating
  importance: Rating
  frequency: Rating
  dif_posts: number | null
  mandate_basis: string | null
}

/** What somebody said of a need beside the gap; null: nothing. */
export async function factorOf(tx: Tx, need: NeedRow): Promise<Factor | null> {
  const kind = need.stated_id === null ? need.kind : 'gap'
  const { rows } = await sql<Factor>`
    SELECT difficulty, importance, frequency, dif_posts, mandate_basis FROM need_factor
    WHERE instansi_id = ${need.instansi_id} AND kind = ${kind} AND jenjang = ${need.jenjang}
      AND ${kind === 'gap' ? sql`competency_id = ${need.competency_id}` : sql`subject = ${need.subject}`}`.execute(tx)
  return rows[0] ?? null
}

export type GapRow = {
  pegawai_id: number
  post: Post
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
export async function gapsOf(tx: Tx, pegawaiIds: number[], post: Post | 'both' = 'held'): Promise<GapRow[]> {
  const { rows } = await sql<GapRow>`
    SELECT g.pegawai_id, g.post, g.competency_id, c.code, c.name, c.pillar, g.required, g.held, g.gap, n.id AS need_id, n.tier
    FROM competency_gap g JOIN competency c ON c.id = g.competency_id
    LEFT JOIN need n ON n.instansi_id = g.instansi_id AND n.kind = 'gap' AND n.competency_id = g.competency_id
      AND n.level_to = g.required AND n.jenjang = g.jenjang AND n.post = g.post AND g.gap > 0
    WHERE g.pegawai_id = ANY (${pegawaiIds}::int[]) AND (${post} = 'both' OR g.post = ${post})
    ORDER BY g.pegawai_id, c.sort, c.code`.execute(tx)
  return rows
}

export type GovernmentRow = {
  instansi: string
  name: string
  active: number
  assessed: number
  urgent: number
  important: number
  needs: number
  assessed_pairs: number
  gap_pairs: number
}

/** The governments side by side, those with active people: coverage, needs by tier, assessed competencies below the standard. Null: all in scope. */
export async function governments(tx: Tx, instansiIds: readonly number[] | null): Promise<GovernmentRow[]> {
  const { rows } = await sql<GovernmentRow>`
    SELECT i.region_code AS instansi, i.name, s.active, s.assessed, s.urgent, s.important, s.needs, s.assessed_pairs, s.gap_pairs
    FROM instansi_summary s JOIN instansi i ON i.id = s.instansi_id
    WHERE s.active > 0 ${instansiIds ? sql`AND s.instansi_id = ANY (${[...instansiIds]}::int[])` : sql``}
    ORDER BY i.region_code`.execute(tx)
  return rows
}
