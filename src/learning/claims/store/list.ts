import { namesLike, nipDigits } from '../../../people/index.ts'
import { sql, type Tx } from '../../../platform/db/index.ts'
import type { LearningForm } from '../../../regulation/index.ts'
import type { FlagKind } from '../rules/duplicates.ts'
import type { ClaimState } from '../rules/moves.ts'
import { type Claim, claimColumns } from './claim.ts'

export type OwnOrder = 'selesai' | 'nama' | 'jp' | 'keadaan'
export type OwnFilter = { pegawaiId: number; state: ClaimState | null; year: number | null }

const direction = (descending: boolean) => sql.raw(descending ? 'DESC' : 'ASC')
const ownOrders = {
  selesai: sql`c.ended_on`,
  nama: sql`lower(c.name)`,
  jp: sql`c.jp`,
  keadaan: sql`array_position(ARRAY['returned', 'draft', 'submitted', 'verified', 'rejected', 'withdrawn'], c.state)`,
}
const own = ({ pegawaiId, state, year }: OwnFilter) => sql`
  c.pegawai_id = ${pegawaiId}::int AND (${state}::text IS NULL AND c.state <> 'withdrawn' OR c.state = ${state}::text)
  AND (${year}::int IS NULL OR extract(year FROM c.ended_on) = ${year}::int)`

/** One's own claims; those taken back only where they are asked for. */
export async function ownClaims(
  tx: Tx,
  filter: OwnFilter,
  page: { order: OwnOrder; descending: boolean; offset?: number; limit: number },
): Promise<(Claim & { found: number })[]> {
  const { rows } = await sql<Claim & { found: number }>`
    SELECT ${claimColumns}, count(*) OVER ()::int AS found FROM learning_claim c LEFT JOIN competency k ON k.id = c.competency_id
    WHERE ${own(filter)} ORDER BY ${ownOrders[page.order]} ${direction(page.descending)} NULLS FIRST, c.id DESC
    LIMIT ${page.limit} OFFSET ${page.offset ?? 0}`.execute(tx)
  return rows
}

/** How many claims of a person are in each state, and the JP of those verified that ended in a year. */
export async function ownCounts(tx: Tx, pegawaiId: number, year: number): Promise<Record<ClaimState, number> & { jp: number }> {
  const { rows } = await sql<Record<ClaimState, number> & { jp: number }>`
    SELECT (count(*) FILTER (WHERE state = 'draft'))::int AS draft, (count(*) FILTER (WHERE state = 'submitted'))::int AS submitted,
      (count(*) FILTER (WHERE state = 'returned'))::int AS returned, (count(*) FILTER (WHERE state = 'verified'))::int AS verified,
      (count(*) FILTER (WHERE state = 'rejected'))::int AS rejected, (count(*) FILTER (WHERE state = 'withdrawn'))::int AS withdrawn,
      coalesce(sum(jp) FILTER (WHERE state = 'verified' AND extract(year FROM ended_on) = ${year}::int), 0)::int AS jp
    FROM learning_claim WHERE pegawai_id = ${pegawaiId}::int`.execute(tx)
  return rows[0]!
}

export const flagChoices = ['bersih', 'ditandai', 'terhalang'] as const
export type FlagChoice = (typeof flagChoices)[number]
export type QueueOrder = 'lama' | 'nama' | 'jp' | 'tanda'
export type QueueFilter = {
  instansiId: number
  /** The office and those below it. */
  unitId: number | null
  state: ClaimState
  form: LearningForm | null
  flags: FlagChoice | null
  /** Waits at least so many days. */
  age: number | null
  q: string
  /** Who asks: their own claims are not theirs to decide. */
  notOf: number | null
  now: Date
}
export type QueueRow = {
  id: number
  pegawaiId: number
  person: string
  nip: string
  unit: string
  name: string
  form: LearningForm
  organiser: string | null
  startedOn: string | null
  endedOn: string
  jp: number | null
  sessions: number | null
  certificateNumber: string | null
  state: ClaimState
  hasFile: boolean
  submittedAt: Date
  days: number
  flags: { kind: FlagKind; blocks: boolean }[]
}

const flagIs: Record<FlagChoice, ReturnType<typeof sql>> = {
  bersih: sql`NOT EXISTS (SELECT FROM learning_claim_flag f WHERE f.pegawai_id = c.pegawai_id AND f.claim_id = c.id)`,
  ditandai: sql`EXISTS (SELECT FROM learning_claim_flag f WHERE f.pegawai_id = c.pegawai_id AND f.claim_id = c.id)`,
  terhalang: sql`EXISTS (SELECT FROM learning_claim_flag f WHERE f.pegawai_id = c.pegawai_id AND f.claim_id = c.id AND f.blocks)`,
}

function queue(f: QueueFilter) {
  const digits = nipDigits(f.q)
  const conditions = [
    sql`c.instansi_id = ${f.instansiId}::int AND c.state = ${f.state}::text AND c.submitted_at IS NOT NULL`,
    sql`c.pegawai_id IS DISTINCT FROM ${f.notOf}::int`,
    digits ? sql`p.nip LIKE ${`${digits}%`}` : sql`(${namesLike(sql`p.name`, f.q)} OR ${namesLike(sql`c.name`, f.q)})`,
  ]
  if (f.form) conditions.push(sql`c.form = ${f.form}`)
  if (f.flags) conditions.push(flagIs[f.flags])
  if (f.age !== null) conditions.push(sql`c.submitted_at <= ${f.now}::timestamptz - ${f.age}::int * interval '1 day'`)
  if (f.unitId !== null)
    conditions.push(sql`p.unit_id IN (
      WITH RECURSIVE below AS (SELECT ${f.unitId}::int AS id UNION SELECT v.id FROM unit v JOIN below b ON v.parent_id = b.id)
      SELECT id FROM below)`)
  return sql`
    FROM learning_claim c JOIN pegawai p ON p.pegawai_id = c.pegawai_id JOIN unit u ON u.id = p.unit_id LEFT JOIN unit top ON top.id = u.top_id
    WHERE ${sql.join(conditions, sql` AND `)}`
}

const flagCount = sql`(SELECT count(*) + 10 * count(*) FILTER (WHERE f.blocks) FROM learning_claim_flag f
  WHERE f.pegawai_id = c.pegawai_id AND f.claim_id = c.id)`
const queueOrders = { lama: sql`c.submitted_at`, nama: sql`p.name`, jp: sql`c.jp`, tanda: flagCount }
const ordered = (order: QueueOrder, descending: boolean) =>
  sql`${queueOrders[order]} ${direction(descending)} NULLS LAST, c.submitted_at, c.id`

/** Claims as who verifies finds them: the oldest first unless asked otherwise. */
export async function queueRows(
  tx: Tx,
  filter: QueueFilter,
  page: { order: QueueOrder; descending: boolean; offset?: number; limit: number },
): Promise<(QueueRow & { found: number })[]> {
  const { rows } = await sql<QueueRow & { found: number }>`
    SELECT c.id, c.pegawai_id AS "pegawaiId", p.name AS person, p.nip, coalesce(top.name, u.name) AS unit, c.name, c.form, c.organiser,
      c.started_on AS "startedOn", c.ended_on AS "endedOn", c.jp, c.sessions, c.certificate_number AS "certificateNumber", c.state,
      c.file_key IS NOT NULL AS "hasFile", c.submitted_at AS "submittedAt",
      greatest(0, extract(epoch FROM ${filter.now}::timestamptz - c.submitted_at) / 86400)::int AS days,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', f.kind, 'blocks', f.blocks) ORDER BY f.number), '[]') FROM learning_claim_flag f
       WHERE f.pegawai_id = c.pegawai_id AND f.claim_id = c.id) AS flags,
      count(*) OVER ()::int AS found
    ${queue(filter)} ORDER BY ${ordered(page.order, page.descending)} LIMIT ${page.limit} OFFSET ${page.offset ?? 0}`.execute(tx)
  return rows
}

/** The claims before and after one, in the order of the list it was opened from; null where there is none. */
export async function neighbours(
  tx: Tx,
  filter: QueueFilter,
  order: { order: QueueOrder; descending: boolean },
  id: number,
): Promise<{ before: number | null; after: number | null; place: number; of: number } | null> {
  const { rows } = await sql<{ before: number | null; after: number | null; place: number; of: number }>`
    SELECT before, after, place, "of" FROM (
      SELECT c.id, lag(c.id) OVER w AS before, lead(c.id) OVER w AS after, (row_number() OVER w)::int AS place, (count(*) OVER ())::int AS "of"
      ${queue(filter)} WINDOW w AS (ORDER BY ${ordered(order.order, order.descending)})) x WHERE id = ${id}::int`.execute(tx)
  return rows[0] ?? null
}

export type QueueCounts = { open: number; clean: number; blocked: number; oldest: number }
/** What waits in an instansi, whatever the filter; `oldest`: the days that the oldest waits. */
export async function queueCounts(tx: Tx, instansiId: number, notOf: number | null, now: Date): Promise<QueueCounts> {
  const { rows } = await sql<QueueCounts>`
    SELECT count(*)::int AS open, (count(*) FILTER (WHERE ${flagIs.bersih}))::int AS clean, (count(*) FILTER (WHERE ${flagIs.terhalang}))::int AS blocked,
      coalesce(max(greatest(0, extract(epoch FROM ${now}::timestamptz - c.submitted_at) / 86400)), 0)::int AS oldest
    FROM learning_claim c WHERE c.instansi_id = ${instansiId}::int AND c.state = 'submitted' AND c.pegawai_id IS DISTINCT FROM ${notOf}::int`.execute(
    tx,
  )
  return rows[0]!
}

export type ApiClaim = Claim & { nip: string; person: string; regionCode: string; flags: { kind: FlagKind; blocks: boolean }[] }
/** Claims by id, after one: a person's own (`pegawaiId`), else those of these instansi that were submitted, without one's own. */
export async function claimsAfter(
  tx: Tx,
  filter: {
    pegawaiId: number | null
    instansiIds: readonly number[]
    notOf: number | null
    state: ClaimState | null
    after: number
    limit: number
  },
): Promise<ApiClaim[]> {
  const whose =
    filter.pegawaiId !== null
      ? sql`c.pegawai_id = ${filter.pegawaiId}::int`
      : sql`c.instansi_id = ANY (${[...filter.instansiIds]}::int[]) AND c.submitted_at IS NOT NULL AND c.pegawai_id IS DISTINCT FROM ${filter.notOf}::int`
  const { rows } = await sql<ApiClaim>`
    SELECT ${claimColumns}, p.nip, p.name AS person, i.region_code AS "regionCode",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', f.kind, 'blocks', f.blocks) ORDER BY f.number), '[]') FROM learning_claim_flag f
       WHERE f.pegawai_id = c.pegawai_id AND f.claim_id = c.id) AS flags
    FROM learning_claim c JOIN pegawai p ON p.pegawai_id = c.pegawai_id JOIN instansi i ON i.id = c.instansi_id
    LEFT JOIN competency k ON k.id = c.competency_id
    WHERE ${whose} AND (${filter.state}::text IS NULL OR c.state = ${filter.state}::text) AND c.id > ${filter.after}::int
    ORDER BY c.id LIMIT ${filter.limit}`.execute(tx)
  return rows
}
