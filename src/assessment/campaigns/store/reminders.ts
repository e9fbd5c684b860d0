import { type Db, sql, type Tx } from '../../../platform/db/index.ts'

export type Reminder = { dueOn: string; doneAt: Date | null; raters: number | null }

export async function remindersOf(db: Db | Tx, campaignId: number): Promise<Reminder[]> {
  const { rows } = await sql<Reminder>`
    SELECT due_on AS "dueOn", done_at AS "doneAt", raters FROM campaign_reminder WHERE campaign_id = ${campaignId} ORDER BY due_on`.execute(
    db,
  )
  return rows
}

export async function addReminder(tx: Tx, campaignId: number, dueOn: string): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO campaign_reminder (campaign_id, due_on) VALUES (${campaignId}, ${dueOn}::date) ON CONFLICT DO NOTHING RETURNING 1`.execute(
    tx,
  )
  return rows.length > 0
}

export async function dropReminder(tx: Tx, campaignId: number, dueOn: string): Promise<boolean> {
  const { rows } = await sql`
    DELETE FROM campaign_reminder WHERE campaign_id = ${campaignId} AND due_on = ${dueOn}::date AND done_at IS NULL RETURNING 1`.execute(
    tx,
  )
  return rows.length > 0
}

export type OpenRaters = { campaignId: number; pegawaiIds: number[]; accountIds: string[]; until: string }

/** Who still has something open in the wave that runs, of each of these campaigns; `until`: the last day they may hand it in. */
export async function openRaters(tx: Tx, campaignIds: readonly number[], today: string): Promise<OpenRaters[]> {
  const { rows } = await sql<OpenRaters>`
    SELECT t.campaign_id AS "campaignId", max(w.ends_on) AS until,
      coalesce(array_agg(DISTINCT t.rater_id) FILTER (WHERE t.rater_id IS NOT NULL), '{}') AS "pegawaiIds",
      coalesce(array_agg(DISTINCT t.rater_account) FILTER (WHERE t.rater_account IS NOT NULL), '{}') AS "accountIds"
    FROM rating_task t
    JOIN campaign_wave w ON w.campaign_id = t.campaign_id AND w.number = t.wave AND ${today}::date BETWEEN w.starts_on AND w.ends_on
    WHERE t.campaign_id = ANY (${[...campaignIds]}::int[]) AND t.submitted_at IS NULL AND t.cancelled_at IS NULL
    GROUP BY t.campaign_id ORDER BY t.campaign_id`.execute(tx)
  return rows
}

export type DueReminder = { campaignId: number; instansiId: number; dueOn: string; raters: number }

/** Marks the reminders that are due and were not yet, of open campaigns, with how many raters still have something open. */
export async function markDue(tx: Tx, today: string, at: Date): Promise<DueReminder[]> {
  const { rows } = await sql<DueReminder>`
    UPDATE campaign_reminder r SET done_at = ${at.toISOString()}::timestamptz, raters = (
      SELECT count(DISTINCT coalesce(t.rater_account, t.rater_id::text))::int FROM rating_task t
      JOIN campaign_wave w ON w.campaign_id = t.campaign_id AND w.number = t.wave AND ${today}::date BETWEEN w.starts_on AND w.ends_on
      WHERE t.campaign_id = r.campaign_id AND t.submitted_at IS NULL AND t.cancelled_at IS NULL)
    FROM campaign c
    WHERE c.id = r.campaign_id AND c.state = 'open' AND r.done_at IS NULL AND r.due_on <= ${today}::date
    RETURNING r.campaign_id AS "campaignId", c.instansi_id AS "instansiId", r.due_on AS "dueOn", r.raters`.execute(tx)
  return rows
}
