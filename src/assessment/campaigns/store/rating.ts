import { containing, sql, type Tx } from '../../../platform/db/index.ts'
import type { JpmPurpose, Pillar } from '../../../regulation/index.ts'
import type { Relation } from '../rules/outcome.ts'
import type { CampaignState } from '../rules/state.ts'
import type { Answer } from '../rules/task.ts'

// Everything here is asked in a transaction of the rater (asRater): the rows of others are not there.

export type Task = {
  id: number
  pegawaiId: number
  campaign: { id: number; name: string; purpose: JpmPurpose; state: CampaignState; instansiId: number; timeZone: string }
  relation: Relation
  ratedName: string
  jabatanId: number
  jabatan: string
  unit: string
  startsOn: string
  endsOn: string
  startedAt: Date | null
  submittedAt: Date | null
  cancelledWhy: 'left' | 'rater_left' | 'atasan_changed' | 'replaced' | 'settled' | null
  version: number
}

const columns = sql`
  t.id, t.pegawai_id AS "pegawaiId", t.relation, t.rated_name AS "ratedName", t.jabatan_id AS "jabatanId", j.name AS jabatan, u.name AS unit,
  w.starts_on AS "startsOn", w.ends_on AS "endsOn", t.started_at AS "startedAt", t.submitted_at AS "submittedAt",
  t.cancelled_why AS "cancelledWhy", t.version,
  jsonb_build_object('id', c.id, 'name', c.name, 'purpose', c.purpose, 'state', c.state, 'instansiId', c.instansi_id, 'timeZone', i.time_zone) AS campaign`
const from = sql`
  FROM rating_task t JOIN campaign c ON c.id = t.campaign_id JOIN instansi i ON i.id = c.instansi_id
  JOIN campaign_wave w ON w.campaign_id = t.campaign_id AND w.number = t.wave
  JOIN jabatan j ON j.id = t.jabatan_id JOIN unit u ON u.id = j.unit_id`

export async function taskById(tx: Tx, id: number): Promise<Task | null> {
  const { rows } = await sql<Task>`SELECT ${columns} ${from} WHERE t.id = ${id}`.execute(tx)
  return rows[0] ?? null
}

/** `open`: to be done now. `later`: its wave has not begun. `done`: handed in. `over`: not handed in, and no longer possible. */
export type TaskShelf = 'open' | 'later' | 'done' | 'over'
export const shelves: readonly TaskShelf[] = ['open', 'later', 'done', 'over']
export type TaskFilter = { shelf: TaskShelf | null; relation: Relation | null; q: string }
export type TaskOrder = 'batas' | 'nama'

// rules/task.ts in SQL; withdrawn tasks are gone from the list unless something was typed.
const shelf = (today: string) => sql<TaskShelf>`
  CASE WHEN t.submitted_at IS NOT NULL THEN 'done' WHEN t.cancelled_at IS NOT NULL OR c.state <> 'open' OR w.ends_on < ${today}::date THEN 'over'
    WHEN w.starts_on > ${today}::date THEN 'later' ELSE 'open' END`

const orders: Record<TaskOrder, [string, string]> = {
  batas: [
    `array_position(ARRAY['open', 'later', 'over', 'done'], shelf), "endsOn", "ratedName", id`,
    `array_position(ARRAY['open', 'later', 'over', 'done'], shelf), "endsOn" DESC, "ratedName", id`,
  ],
  nama: ['"ratedName", id', '"ratedName" DESC, id'],
}

export type ListedTask = Task & { shelf: TaskShelf; answered: number; asked: number }

/** The rater's tasks with how much of each is answered, and how many there are on every shelf. */
export async function tasksOf(
  tx: Tx,
  filter: TaskFilter,
  today: string,
  page: { order: TaskOrder; descending: boolean; offset: number; limit: number },
): Promise<{ rows: ListedTask[]; total: number; counts: Record<TaskShelf, number> }> {
  const { rows } = await sql<{ rows: ListedTask[]; total: number; counts: Record<TaskShelf, number> }>`
    WITH mine AS MATERIALIZED (
      SELECT ${columns}, ${shelf(today)} AS shelf ${from} WHERE t.cancelled_at IS NULL OR t.started_at IS NOT NULL),
    found AS MATERIALIZED (
      SELECT * FROM mine
      WHERE (${filter.shelf}::text IS NULL OR shelf = ${filter.shelf}) AND (${filter.relation}::text IS NULL OR relation = ${filter.relation})
        AND "ratedName" ILIKE ${containing(filter.q)}),
    page AS (
      SELECT f.*, row_number() OVER () AS place,
        (SELECT count(*)::int FROM rating r WHERE r.task_id = f.id AND r.pegawai_id = f."pegawaiId" AND (r.level IS NOT NULL OR r.unseen)) AS answered,
        (SELECT count(*)::int FROM campaign_demand d WHERE d.campaign_id = (f.campaign->>'id')::int AND d.jabatan_id = f."jabatanId") AS asked
      FROM (SELECT * FROM found ORDER BY ${sql.raw(orders[page.order][page.descending ? 1 : 0])} LIMIT ${page.limit} OFFSET ${page.offset}) f)
    SELECT coalesce((SELECT jsonb_agg(to_jsonb(page) - 'place' ORDER BY place) FROM page), '[]') AS rows,
      (SELECT count(*)::int FROM found) AS total,
      (SELECT jsonb_build_object('open', count(*) FILTER (WHERE shelf = 'open'), 'later', count(*) FILTER (WHERE shelf = 'later'),
        'done', count(*) FILTER (WHERE shelf = 'done'), 'over', count(*) FILTER (WHERE shelf = 'over')) FROM mine) AS counts`.execute(
    tx,
  )
  return rows[0]!
}

export type OpenTask = { id: number; ratedName: string; relation: Relation; campaign: string; endsOn: string }

/** What waits to be done now, the nearest end first: for the home and team pages. */
export async function openTasks(tx: Tx, today: string, limit: number): Promise<{ total: number; first: OpenTask[] }> {
  const { rows } = await sql<OpenTask & { total: number }>`
    SELECT t.id, t.rated_name AS "ratedName", t.relation, c.name AS campaign, w.ends_on AS "endsOn", count(*) OVER ()::int AS total
    ${from} WHERE ${shelf(today)} = 'open' ORDER BY w.ends_on, t.rated_name, t.id LIMIT ${limit}`.execute(tx)
  return { total: rows[0]?.total ?? 0, first: rows }
}

export type Demand = {
  competencyId: number
  code: string
  name: string
  nameEn: string | null
  pillar: Pillar
  definition: string | null
  /** What the jabatan asked for when the person was invited. */
  required: number
  levels: { level: number; label: string; indicators: string[] }[]
}

/** What the task asks about: the competencies of the standard as it was kept for the campaign. */
export async function demandsOf(tx: Tx, campaignId: number, jabatanId: number): Promise<Demand[]> {
  const { rows } = await sql<Demand>`
    SELECT k.id AS "competencyId", k.code, k.name, k.name_en AS "nameEn", k.pillar, k.definition, d.level AS required,
      coalesce((SELECT jsonb_agg(jsonb_build_object('level', l.level, 'label', l.label, 'indicators', to_jsonb(l.indicators)) ORDER BY l.level)
        FROM competency_level l WHERE l.competency_id = k.id), '[]') AS levels
    FROM campaign_demand d JOIN competency k ON k.id = d.competency_id
    WHERE d.campaign_id = ${campaignId} AND d.jabatan_id = ${jabatanId} ORDER BY k.sort, k.code`.execute(tx)
  return rows
}

/** What the rater has stored for a task, draft or not. */
export async function answersOf(tx: Tx, task: Pick<Task, 'id' | 'pegawaiId'>): Promise<Answer[]> {
  const { rows } = await sql<{ competencyId: number; level: number | null; unseen: boolean; evidence: string | null }>`
    SELECT competency_id AS "competencyId", level, unseen, evidence FROM rating
    WHERE pegawai_id = ${task.pegawaiId} AND task_id = ${task.id} ORDER BY competency_id`.execute(tx)
  return rows.map(row => ({ competencyId: row.competencyId, said: row.unseen ? 'unseen' : row.level, evidence: row.evidence }))
}

/**
 * Stores answers where the task is still as it was seen, and hands it in with `submit`. Answers the new version; null, and nothing
 * stored, where another tab was faster or the task was handed in or withdrawn meanwhile.
 */
export async function saveAnswers(
  tx: Tx,
  task: Pick<Task, 'id' | 'pegawaiId'>,
  version: number,
  answers: readonly Answer[],
  submit: boolean,
  at: Date,
): Promise<number | null> {
  const now = at.toISOString()
  const { rows } = await sql<{ version: number }>`
    UPDATE rating_task SET version = version + 1, started_at = coalesce(started_at, ${now}::timestamptz),
      submitted_at = CASE WHEN ${submit} THEN ${now}::timestamptz END
    WHERE pegawai_id = ${task.pegawaiId} AND id = ${task.id} AND version = ${version} AND submitted_at IS NULL
    RETURNING version`.execute(tx)
  if (!rows[0]) return null
  const given = answers.map(({ competencyId, said, evidence }) => ({
    competencyId,
    level: said === 'unseen' ? null : said,
    unseen: said === 'unseen',
    evidence,
  }))
  await sql`
    INSERT INTO rating AS r (pegawai_id, task_id, competency_id, instansi_id, campaign_id, relation, rater_id, rater_account, level, unseen, evidence,
      rated_at, submitted)
    SELECT t.pegawai_id, t.id, g."competencyId", t.instansi_id, t.campaign_id, t.relation, t.rater_id, t.rater_account, g.level, g.unseen, g.evidence,
      ${now}::timestamptz, ${submit}
    FROM rating_task t, jsonb_to_recordset(${JSON.stringify(given)}::text::jsonb) AS g("competencyId" int, level int, unseen boolean, evidence text)
    WHERE t.pegawai_id = ${task.pegawaiId} AND t.id = ${task.id}
    ON CONFLICT (pegawai_id, task_id, competency_id) DO UPDATE
      SET level = excluded.level, unseen = excluded.unseen, evidence = excluded.evidence, submitted = excluded.submitted,
        rated_at = CASE WHEN (r.level, r.unseen, r.evidence) IS DISTINCT FROM (excluded.level, excluded.unseen, excluded.evidence)
          THEN excluded.rated_at ELSE r.rated_at END`.execute(tx)
  return rows[0].version
}

export type Difference = { competencyId: number; said: { name: string; level: number; evidence: string | null }[] }

/**
 * In what the asesor of somebody lie apart, with what each said: for those who settle it. Run as a job, after it was seen that the
 * asker holds a task to settle it.
 */
export async function differencesOf(tx: Tx, campaignId: number, pegawaiId: number, from: number): Promise<Difference[]> {
  const { rows } = await sql<Difference>`
    SELECT r.competency_id AS "competencyId",
      jsonb_agg(jsonb_build_object('name', coalesce(q.name, a.name, '–'), 'level', r.level, 'evidence', r.evidence) ORDER BY r.task_id) AS said
    FROM rating r LEFT JOIN pegawai q ON q.pegawai_id = r.rater_id LEFT JOIN identity.user_account a ON a.id = r.rater_account
    WHERE r.campaign_id = ${campaignId} AND r.pegawai_id = ${pegawaiId} AND r.relation = 'asesor' AND r.submitted AND r.level IS NOT NULL
    GROUP BY r.competency_id HAVING max(r.level) - min(r.level) >= ${from}::int ORDER BY r.competency_id`.execute(tx)
  return rows
}

/** The other asesor need not settle what one of them settled. As a job. */
export async function markSettled(tx: Tx, campaignId: number, pegawaiId: number, at: Date): Promise<void> {
  await sql`
    UPDATE rating_task SET cancelled_at = ${at.toISOString()}::timestamptz, cancelled_why = 'settled'
    WHERE campaign_id = ${campaignId} AND pegawai_id = ${pegawaiId} AND relation = 'integrasi' AND submitted_at IS NULL AND cancelled_at IS NULL`.execute(
    tx,
  )
}
