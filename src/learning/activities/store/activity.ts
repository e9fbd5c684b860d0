import { sql, type Tx } from '../../../platform/db/index.ts'
import type { ActivityKind, ActivityState } from '../rules/activity.ts'

export type HostVerdict = 'baik' | 'cukup' | 'kurang'
export type Activity = {
  id: number
  pegawaiId: number
  instansiId: number
  kind: ActivityKind
  learner: string
  title: string
  aim: string
  plan: string
  partnerId: number | null
  partner: string | null
  host: string | null
  hostContact: string | null
  international: boolean
  letterNumber: string | null
  startsOn: string
  endsOn: string
  state: ActivityState
  outcome: string | null
  hostAskedAt: Date | null
  hostName: string | null
  hostVerdict: HostVerdict | null
  hostNote: string | null
  hostAt: Date | null
  reason: string | null
  version: number
}

/** Every column of `activity a`, as an `Activity`. */
export const columns = sql`
  a.id, a.pegawai_id AS "pegawaiId", a.instansi_id AS "instansiId", a.kind, a.learner, a.title, a.aim, a.plan, a.partner_id AS "partnerId", a.partner,
  a.host, a.host_contact AS "hostContact", a.international, a.letter_number AS "letterNumber", a.starts_on AS "startsOn", a.ends_on AS "endsOn", a.state,
  a.outcome, a.host_asked_at AS "hostAskedAt", a.host_name AS "hostName", a.host_verdict AS "hostVerdict", a.host_note AS "hostNote", a.host_at AS "hostAt",
  a.reason, a.version`

/** One activity as far as the transaction sees; held until it ends where it is to be changed. */
export async function activityById(tx: Tx, id: number, hold = false): Promise<Activity | null> {
  const { rows } = await sql<Activity>`
    SELECT ${columns} FROM activity a WHERE a.id = ${id}::int ${hold ? sql`FOR UPDATE` : sql``}`.execute(tx)
  return rows[0] ?? null
}

export type ActivityValues = Pick<
  Activity,
  | 'kind'
  | 'title'
  | 'aim'
  | 'plan'
  | 'partnerId'
  | 'partner'
  | 'host'
  | 'hostContact'
  | 'international'
  | 'letterNumber'
  | 'startsOn'
  | 'endsOn'
>

/** Begins one, as a draft of the person; null where the person is not in sight. */
export async function insertActivity(tx: Tx, pegawaiId: number, v: ActivityValues, at: Date): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO activity (pegawai_id, instansi_id, instansi_then, kind, learner, title, aim, plan, partner_id, partner, host, host_contact, international,
      letter_number, starts_on, ends_on, state, made_at)
    SELECT p.pegawai_id, p.instansi_id, p.instansi_id, ${v.kind}, p.name, ${v.title}, ${v.aim}, ${v.plan}, ${v.partnerId}, ${v.partner}, ${v.host},
      ${v.hostContact}, ${v.international}, ${v.letterNumber}, ${v.startsOn}, ${v.endsOn}, 'draft', ${at}
    FROM pegawai p WHERE p.pegawai_id = ${pegawaiId}::int RETURNING id`.execute(tx)
  return rows[0]?.id ?? null
}

/** Writes the plan of one that nobody has agreed to yet; false where somebody saved it in between. */
export async function saveActivity(tx: Tx, of: Activity, v: ActivityValues): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE activity SET title = ${v.title}, aim = ${v.aim}, plan = ${v.plan}, partner_id = ${v.partnerId}, partner = ${v.partner}, host = ${v.host},
      host_contact = ${v.hostContact}, international = ${v.international}, letter_number = ${v.letterNumber}, starts_on = ${v.startsOn},
      ends_on = ${v.endsOn}, version = version + 1
    WHERE pegawai_id = ${of.pegawaiId} AND id = ${of.id} AND version = ${of.version} AND state IN ('draft', 'returned')`.execute(
    tx,
  )
  if (Number(numAffectedRows ?? 0) === 0) return false
  for (const table of ['activity_log', 'activity_file', 'activity_step'])
    await sql`UPDATE ${sql.table(table)} SET partner_id = ${v.partnerId} WHERE pegawai_id = ${of.pegawaiId} AND activity_id = ${of.id}`.execute(
      tx,
    )
  return true
}

export async function setState(
  tx: Tx,
  of: Activity,
  to: ActivityState,
  more: { reason: string | null; outcome?: string; by?: string; at: Date },
): Promise<void> {
  await sql`
    UPDATE activity SET state = ${to}, reason = ${more.reason}, outcome = coalesce(${more.outcome ?? null}, outcome), version = version + 1,
      approved_by = CASE WHEN ${to}::text = 'approved' THEN ${more.by ?? null} END, approved_at = CASE WHEN ${to}::text = 'approved' THEN ${more.at}::timestamptz END
    WHERE pegawai_id = ${of.pegawaiId} AND id = ${of.id}`.execute(tx)
}

/** Who leads the person whose it is; null: nobody does. Run it in a job's transaction. */
export async function leaderOf(tx: Tx, pegawaiId: number): Promise<number | null> {
  const { rows } = await sql<{ id: number | null }>`SELECT atasan_of(${pegawaiId}::int) AS id`.execute(tx)
  return rows[0]!.id
}

export type Step = { step: string; byName: string; at: Date; reason: string | null }
export async function addStep(tx: Tx, of: Activity, s: Step & { by: string | null }): Promise<void> {
  await sql`
    INSERT INTO activity_step (pegawai_id, activity_id, instansi_id, partner_id, step, by_account, by_name, at, reason)
    VALUES (${of.pegawaiId}, ${of.id}, ${of.instansiId}, ${of.partnerId}, ${s.step}, ${s.by}, ${s.byName}, ${s.at}, ${s.reason})`.execute(
    tx,
  )
}

export type LogEntry = { id: number; on: string; minutes: number; words: string; confirmed: boolean }
export type KeptFile = {
  id: number
  kind: 'surat' | 'laporan' | 'bukti'
  key: string
  name: string
  media: string
  bytes: number
}
/** What belongs to one: its log, files and steps. */
export async function partsOf(tx: Tx, of: Activity): Promise<{ log: LogEntry[]; files: KeptFile[]; steps: Step[] }> {
  const { rows: log } = await sql<LogEntry>`
    SELECT id, on_date AS "on", minutes, words, confirmed_at IS NOT NULL AS confirmed FROM activity_log
    WHERE pegawai_id = ${of.pegawaiId} AND activity_id = ${of.id} ORDER BY on_date, id`.execute(tx)
  const { rows: files } = await sql<KeptFile>`
    SELECT id, kind, file_key AS key, file_name AS name, media, bytes FROM activity_file
    WHERE pegawai_id = ${of.pegawaiId} AND activity_id = ${of.id} ORDER BY id`.execute(tx)
  const { rows: steps } = await sql<Step>`
    SELECT step, by_name AS "byName", at, reason FROM activity_step
    WHERE pegawai_id = ${of.pegawaiId} AND activity_id = ${of.id} ORDER BY id`.execute(tx)
  return { log, files, steps }
}

export async function addLog(tx: Tx, of: Activity, e: { on: string; minutes: number; words: string }, at: Date): Promise<void> {
  await sql`
    INSERT INTO activity_log (pegawai_id, activity_id, instansi_id, partner_id, on_date, minutes, words, made_at)
    VALUES (${of.pegawaiId}, ${of.id}, ${of.instansiId}, ${of.partnerId}, ${e.on}, ${e.minutes}, ${e.words}, ${at})`.execute(tx)
}
/** Takes an entry back that nobody confirmed. */
export async function removeLog(tx: Tx, of: Activity, id: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    DELETE FROM activity_log WHERE pegawai_id = ${of.pegawaiId} AND activity_id = ${of.id} AND id = ${id}::int AND confirmed_at IS NULL`.execute(
    tx,
  )
  return Number(numAffectedRows ?? 0) > 0
}
export async function confirmLog(
  tx: Tx,
  of: Activity,
  ids: readonly number[],
  by: { account: string; at: Date },
): Promise<number> {
  const { numAffectedRows } = await sql`
    UPDATE activity_log SET confirmed_at = ${by.at}, confirmed_by = ${by.account}
    WHERE pegawai_id = ${of.pegawaiId} AND activity_id = ${of.id} AND id = ANY (${[...ids]}::int[]) AND confirmed_at IS NULL`.execute(
    tx,
  )
  return Number(numAffectedRows ?? 0)
}

export async function addFile(tx: Tx, of: Activity, f: Omit<KeptFile, 'id'>, at: Date): Promise<void> {
  await sql`
    INSERT INTO activity_file (pegawai_id, activity_id, instansi_id, partner_id, kind, file_key, file_name, media, bytes, made_at)
    VALUES (${of.pegawaiId}, ${of.id}, ${of.instansiId}, ${of.partnerId}, ${f.kind}, ${f.key}, ${f.name}, ${f.media}, ${f.bytes}, ${at})`.execute(
    tx,
  )
}

/** Gives the host a link; a new one takes the place of the one before. */
export async function setHostLink(tx: Tx, of: Activity, digest: string, at: Date): Promise<void> {
  await sql`
    UPDATE activity SET host_token_digest = ${digest}, host_asked_at = ${at} WHERE pegawai_id = ${of.pegawaiId} AND id = ${of.id}`.execute(
    tx,
  )
}
/** The activity a link of a host leads to, as long as it runs and its link is not older than `since`; run it in a job's transaction. */
export async function activityOfLink(tx: Tx, digest: string, since: Date, hold = false): Promise<Activity | null> {
  const { rows } = await sql<Activity>`
    SELECT ${columns} FROM activity a WHERE a.host_token_digest = ${digest} AND a.host_asked_at > ${since} AND a.state IN ('agreed', 'reported')
    ${hold ? sql`FOR UPDATE` : sql``}`.execute(tx)
  return rows[0] ?? null
}
export async function writeVerdict(
  tx: Tx,
  of: Activity,
  v: { name: string; verdict: HostVerdict; note: string | null; at: Date },
): Promise<void> {
  await sql`
    UPDATE activity SET host_token_digest = NULL, host_name = ${v.name}, host_verdict = ${v.verdict}, host_note = ${v.note}, host_at = ${v.at}
    WHERE pegawai_id = ${of.pegawaiId} AND id = ${of.id}`.execute(tx)
}
