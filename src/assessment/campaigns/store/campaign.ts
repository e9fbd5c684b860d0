import { containing, type Db, sql, type Tx } from '../../../platform/db/index.ts'
import type { JpmPurpose } from '../../../regulation/index.ts'
import type { CampaignMethod } from '../rules/outcome.ts'
import type { Population } from '../rules/population.ts'
import type { CampaignState } from '../rules/state.ts'
import type { Wave } from '../rules/waves.ts'

export type Campaign = {
  id: number
  instansi: { id: number; name: string; regionCode: string; timeZone: string }
  name: string
  purpose: JpmPurpose
  legalBasis: string
  methods: CampaignMethod[]
  population: Population
  /** Peers, and subordinates, drawn for one person. */
  ratersEach: number
  seed: number
  state: CampaignState
  version: number
  /** When the tasks were shared out last; null: not yet, or at work. */
  sharedAt: Date | null
  madeBy: string
  madeAt: Date
  waves: Wave[]
  /** How many were named beside the rule. */
  picked: { added: number; excluded: number }
}

const wavesOf = sql`
  coalesce((SELECT jsonb_agg(jsonb_build_object('number', w.number, 'startsOn', w.starts_on, 'endsOn', w.ends_on, 'quota', w.quota) ORDER BY w.number)
    FROM campaign_wave w WHERE w.campaign_id = c.id), '[]')`
const pickedOf = sql`
  (SELECT jsonb_build_object('added', count(*) FILTER (WHERE k.kind = 'added'), 'excluded', count(*) FILTER (WHERE k.kind = 'excluded'))
    FROM campaign_pick k WHERE k.campaign_id = c.id)`
const columns = sql`
  c.id, jsonb_build_object('id', i.id, 'name', i.name, 'regionCode', i.region_code, 'timeZone', i.time_zone) AS instansi, c.name, c.purpose,
  c.legal_basis AS "legalBasis", c.methods, c.population, c.raters_each AS "ratersEach", c.seed, c.state, c.version, c.shared_at AS "sharedAt",
  c.made_by AS "madeBy", c.made_at AS "madeAt", ${wavesOf} AS waves, ${pickedOf} AS picked`

/** A campaign holds no person: who may see it is decided by who asks. */
export async function campaignById(db: Db | Tx, id: number): Promise<Campaign | null> {
  const { rows } = await sql<Campaign>`
    SELECT ${columns} FROM campaign c JOIN instansi i ON i.id = c.instansi_id WHERE c.id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** The same, held until the transaction ends: what changes it waits for what changed it before. */
export async function lockCampaign(tx: Tx, id: number): Promise<Campaign | null> {
  await sql`SELECT 1 FROM campaign WHERE id = ${id} FOR UPDATE`.execute(tx)
  return campaignById(tx, id)
}

/** The open campaigns of an instansi. */
export async function openCampaigns(tx: Tx, instansiId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM campaign WHERE instansi_id = ${instansiId} AND state = 'open' ORDER BY id`.execute(tx)
  return rows.map(row => row.id)
}

export type CampaignRow = {
  id: number
  name: string
  instansi: string
  purpose: JpmPurpose
  state: CampaignState
  methods: CampaignMethod[]
  startsOn: string
  endsOn: string
  /** Invited and not left. */
  people: number
  finished: number
}
export type CampaignOrder = 'nama' | 'mulai' | 'keadaan'
export type CampaignFilter = { instansiIds: readonly number[] | null; state: CampaignState | null; q: string }

const orders: Record<CampaignOrder, [string, string]> = {
  mulai: ['"startsOn", c.id', '"startsOn" DESC, c.id DESC'],
  nama: ['c.name, c.id', 'c.name DESC, c.id'],
  keadaan: [
    "array_position(ARRAY['open', 'draft', 'closed', 'archived'], c.state), c.id DESC",
    "array_position(ARRAY['archived', 'closed', 'draft', 'open'], c.state), c.id DESC",
  ],
}
const matching = ({ instansiIds, state, q }: CampaignFilter) => sql`
  (${instansiIds === null ? null : [...instansiIds]}::int[] IS NULL OR c.instansi_id = ANY (${instansiIds === null ? null : [...instansiIds]}::int[]))
  AND (${state}::text IS NULL OR c.state = ${state}) AND c.name ILIKE ${containing(q)}`

/** Campaigns with how far they are, as far as the scope sees people; the counts are taken for the rows of the page only. */
export async function listCampaigns(
  tx: Tx,
  filter: CampaignFilter,
  page: { order: CampaignOrder; descending: boolean; offset: number; limit: number },
): Promise<CampaignRow[]> {
  const order = sql.raw(orders[page.order][page.descending ? 1 : 0])
  const { rows } = await sql<CampaignRow>`
    WITH page AS (
      SELECT c.id, c.name, i.name AS instansi, c.purpose, c.state, c.methods, w."startsOn", w."endsOn", row_number() OVER (ORDER BY ${order}) AS place
      FROM campaign c JOIN instansi i ON i.id = c.instansi_id
      CROSS JOIN LATERAL (SELECT min(starts_on) AS "startsOn", max(ends_on) AS "endsOn" FROM campaign_wave w WHERE w.campaign_id = c.id) w
      WHERE ${matching(filter)} ORDER BY ${order} LIMIT ${page.limit} OFFSET ${page.offset})
    SELECT page.id, page.name, page.instansi, page.purpose, page.state, page.methods, page."startsOn", page."endsOn", n.people, n.finished FROM page
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS people, (count(*) FILTER (WHERE p.results_at IS NOT NULL OR (p.tasks > 0 AND p.submitted = p.tasks)))::int AS finished
      FROM campaign_participant p WHERE p.campaign_id = page.id AND p.invited_at IS NOT NULL AND p.left_at IS NULL) n
    ORDER BY page.place`.execute(tx)
  return rows
}

export async function countCampaigns(db: Db | Tx, filter: CampaignFilter): Promise<{ total: number; open: number }> {
  const { rows } = await sql<{ total: number; open: number }>`
    SELECT count(*)::int AS total, (count(*) FILTER (WHERE c.state = 'open'))::int AS open FROM campaign c WHERE ${matching(filter)}`.execute(
    db,
  )
  return rows[0]!
}

export type Draft = Pick<Campaign, 'name' | 'purpose' | 'legalBasis' | 'methods' | 'population' | 'ratersEach'>

export async function insertCampaign(
  tx: Tx,
  draft: Draft & { instansiId: number; seed: number; wave: Wave; by: string; at: Date },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO campaign (instansi_id, name, purpose, legal_basis, methods, population, raters_each, seed, made_by, made_at)
    VALUES (${draft.instansiId}, ${draft.name}, ${draft.purpose}, ${draft.legalBasis}, ${draft.methods}::text[],
      ${JSON.stringify(draft.population)}::text::jsonb, ${draft.ratersEach}, ${draft.seed}, ${draft.by}, ${draft.at.toISOString()}::timestamptz)
    RETURNING id`.execute(tx)
  const id = rows[0]!.id
  await saveWaves(tx, id, [draft.wave])
  return id
}

/** Changes a draft where it is still the one that was seen; false, and nothing done, where another was faster. */
export async function updateDraft(tx: Tx, id: number, version: number, draft: Draft): Promise<boolean> {
  const { rows } = await sql`
    UPDATE campaign SET name = ${draft.name}, purpose = ${draft.purpose}, legal_basis = ${draft.legalBasis}, methods = ${draft.methods}::text[],
      population = ${JSON.stringify(draft.population)}::text::jsonb, raters_each = ${draft.ratersEach}, version = version + 1
    WHERE id = ${id} AND version = ${version} AND state = 'draft' RETURNING id`.execute(tx)
  return rows.length > 0
}

export async function deleteDraft(tx: Tx, id: number): Promise<void> {
  await sql`DELETE FROM campaign WHERE id = ${id} AND state = 'draft'`.execute(tx)
}

export async function saveWaves(tx: Tx, campaignId: number, waves: readonly Wave[]): Promise<void> {
  await sql`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(waves)}::text::jsonb) AS g(number int, "startsOn" date, "endsOn" date, quota int)),
    kept AS (
      INSERT INTO campaign_wave AS w (campaign_id, number, starts_on, ends_on, quota)
      SELECT ${campaignId}::int, number, "startsOn", "endsOn", quota FROM given
      ON CONFLICT (campaign_id, number) DO UPDATE SET starts_on = excluded.starts_on, ends_on = excluded.ends_on, quota = excluded.quota RETURNING 1)
    DELETE FROM campaign_wave w WHERE w.campaign_id = ${campaignId} AND w.number NOT IN (SELECT number FROM given)`.execute(tx)
}

/** Which wave each office is in, where it was said. */
export async function officeWaves(db: Db | Tx, campaignId: number): Promise<Map<number, number>> {
  const { rows } = await sql<{ unit_id: number; wave: number }>`
    SELECT unit_id, wave FROM campaign_office WHERE campaign_id = ${campaignId}`.execute(db)
  return new Map(rows.map(row => [row.unit_id, row.wave]))
}

export async function saveOfficeWaves(tx: Tx, campaignId: number, waves: ReadonlyMap<number, number>): Promise<void> {
  const rows = [...waves].map(([unit, wave]) => ({ unit, wave }))
  await sql`DELETE FROM campaign_office WHERE campaign_id = ${campaignId}`.execute(tx)
  await sql`
    INSERT INTO campaign_office (campaign_id, unit_id, wave)
    SELECT ${campaignId}::int, unit, wave FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS g(unit int, wave int)`.execute(
    tx,
  )
}

export type ChangeKind = 'opened' | 'extended' | 'closed' | 'archived'
export type Change = { kind: ChangeKind; wave: number | null; until: string | null; reason: string | null; by: string; at: Date }

/** Moves a campaign to another state, or extends it, with the record of who did and why. */
export async function recordChange(tx: Tx, campaignId: number, change: Change, state?: CampaignState): Promise<void> {
  const at = change.at.toISOString()
  await sql`
    INSERT INTO campaign_change (campaign_id, kind, wave, until, reason, made_by, made_at)
    VALUES (${campaignId}, ${change.kind}, ${change.wave}, ${change.until}::date, ${change.reason}, ${change.by}, ${at}::timestamptz)`.execute(
    tx,
  )
  if (state) await sql`UPDATE campaign SET state = ${state} WHERE id = ${campaignId}`.execute(tx)
}

/** Moves the last day of a wave, or of all that have not ended before `from`. */
export async function extendWaves(tx: Tx, campaignId: number, wave: number | null, from: string, until: string): Promise<number> {
  const { numAffectedRows } = await sql`
    UPDATE campaign_wave SET ends_on = ${until}::date
    WHERE campaign_id = ${campaignId} AND ends_on < ${until}::date AND starts_on <= ${until}::date
      AND CASE WHEN ${wave}::int IS NULL THEN ends_on >= ${from}::date
            OR number = (SELECT max(number) FROM campaign_wave l WHERE l.campaign_id = ${campaignId}) ELSE number = ${wave}::int END`.execute(
    tx,
  )
  return Number(numAffectedRows ?? 0)
}

export type History = {
  kind: ChangeKind
  wave: number | null
  until: string | null
  reason: string | null
  who: string | null
  at: Date
}

/** What became of it, the newest first. */
export async function changesOf(db: Db | Tx, campaignId: number): Promise<History[]> {
  const { rows } = await sql<History>`
    SELECT h.kind, h.wave, h.until, h.reason, a.name AS who, h.made_at AS at
    FROM campaign_change h LEFT JOIN identity.user_account a ON a.id = h.made_by
    WHERE h.campaign_id = ${campaignId} ORDER BY h.id DESC`.execute(db)
  return rows
}

export const setShared = async (tx: Tx, campaignId: number, at: Date | null): Promise<void> =>
  void (await sql`UPDATE campaign SET shared_at = ${at?.toISOString() ?? null}::timestamptz WHERE id = ${campaignId}`.execute(tx))
