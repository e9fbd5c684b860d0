import { createHash } from 'node:crypto'
import { type Db, sql, type Tx } from '../../../platform/db/index.ts'

const digestOf = (token: string) => createHash('sha256').update(token).digest('hex')

export type Feed = { id: number; madeAt: string; fetchedAt: string | null }
/** The address of a person's calendar that is in force; null: there is none. */
export async function feedOf(tx: Tx, pegawaiId: number): Promise<Feed | null> {
  const { rows } = await sql<Feed>`
    SELECT id, made_at AS "madeAt", fetched_at AS "fetchedAt" FROM calendar_feed
    WHERE pegawai_id = ${pegawaiId}::int AND revoked_at IS NULL ORDER BY id DESC LIMIT 1`.execute(tx)
  return rows[0] ?? null
}

/** Ends the addresses of a person; answers how many there were. */
export async function revokeFeeds(tx: Tx, pegawaiId: number, at: Date): Promise<number> {
  const done = await sql`
    UPDATE calendar_feed SET revoked_at = ${at} WHERE pegawai_id = ${pegawaiId}::int AND revoked_at IS NULL`.execute(tx)
  return Number(done.numAffectedRows ?? 0)
}

export async function insertFeed(tx: Tx, pegawaiId: number, token: string, at: Date): Promise<void> {
  await sql`
    INSERT INTO calendar_feed (pegawai_id, instansi_id, token_digest, made_at)
    SELECT p.pegawai_id, p.instansi_id, ${digestOf(token)}, ${at} FROM pegawai p WHERE p.pegawai_id = ${pegawaiId}::int`.execute(
    tx,
  )
}

/** Whose address this is, as far as it is in force (a job: who asks is known by the address alone). Marks the hour it was fetched. */
export async function fetchedFeed(tx: Tx, token: string, at: Date): Promise<number | null> {
  const { rows } = await sql<{ pegawaiId: number; id: number; stale: boolean }>`
    SELECT pegawai_id AS "pegawaiId", id, coalesce(fetched_at < ${at}::timestamptz - interval '1 hour', true) AS stale
    FROM calendar_feed WHERE token_digest = ${digestOf(token)} AND revoked_at IS NULL LIMIT 1`.execute(tx)
  const feed = rows[0]
  if (!feed) return null
  if (feed.stale)
    await sql`
      UPDATE calendar_feed SET fetched_at = ${at} WHERE pegawai_id = ${feed.pegawaiId}::int AND id = ${feed.id}::int`.execute(tx)
  return feed.pegawaiId
}

/** Something that stands in a calendar: whole days (`from` to `until`, both within), or a time. */
export type Dated = {
  key: string
  kind: 'class' | 'session' | 'deadline'
  classId: number
  title: string
  name: string
  from: string
  until: string
  timed: boolean
  place: string | null
  url: string | null
  timeZone: string
  stands: 'enrolled' | 'waiting' | 'requested' | null
}

const days = sql`
  c.id AS "classId", v.title, c.name, coalesce(i.time_zone, 'Asia/Jakarta') AS "timeZone"`
const joined = sql`
  JOIN course_version v ON v.id = c.version_id JOIN provider p ON p.id = c.provider_id LEFT JOIN instansi i ON i.id = p.instansi_id`
const sessions = sql`SELECT FROM class_session s WHERE s.class_id = c.id`

/** The days of one class: its sessions, or its days as long as there are none. */
export async function daysOfClass(db: Db | Tx, classId: number): Promise<Dated[]> {
  const { rows } = await sql<Dated>`
    SELECT 'c' || c.id AS key, 'class' AS kind, ${days}, c.starts_on::text AS from, c.ends_on::text AS until, false AS timed, c.place, c.meeting_url AS url,
           NULL AS stands
    FROM course_class c ${joined} WHERE c.id = ${classId}::int AND c.starts_on IS NOT NULL AND NOT EXISTS (${sessions})
    UNION ALL
    SELECT 's' || s.id, 'session', c.id, s.title, v.title || ' · ' || c.name, coalesce(i.time_zone, 'Asia/Jakarta'), ${iso('s.starts_at')}, ${iso('s.ends_at')}, true,
           coalesce((SELECT r.name FROM room r WHERE r.id = s.room_id), c.place), coalesce(s.meeting_url, c.meeting_url), NULL
    FROM course_class c ${joined} JOIN class_session s ON s.class_id = c.id WHERE c.id = ${classId}::int
    ORDER BY 7, 1`.execute(db)
  return rows
}
function iso(column: string) {
  return sql.raw(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`)
}

/** What stands in the calendar of one person: classes enrolled in or waited for, their sessions, and where a request waits the last day of enrolment. */
export async function daysOfPerson(tx: Tx, pegawaiId: number, since: string): Promise<Dated[]> {
  const mine = sql`FROM enrolment e JOIN course_class c ON c.id = e.class_id AND c.state IN ('open', 'running', 'closed') AND c.ends_on >= ${since}::date ${joined}`
  const { rows } = await sql<Dated>`
    SELECT 'c' || c.id AS key, 'class' AS kind, ${days}, c.starts_on::text AS from, c.ends_on::text AS until, false AS timed, c.place, c.meeting_url AS url,
           e.state AS stands
    ${mine} WHERE e.pegawai_id = ${pegawaiId}::int AND (e.state = 'waiting' OR (e.state IN ('enrolled', 'completed', 'failed') AND NOT EXISTS (${sessions})))
    UNION ALL
    SELECT 's' || s.id, 'session', c.id, s.title, v.title || ' · ' || c.name, coalesce(i.time_zone, 'Asia/Jakarta'), ${iso('s.starts_at')}, ${iso('s.ends_at')}, true,
           coalesce((SELECT r.name FROM room r WHERE r.id = s.room_id), c.place), coalesce(s.meeting_url, c.meeting_url), e.state
    ${mine} JOIN class_session s ON s.class_id = c.id WHERE e.pegawai_id = ${pegawaiId}::int AND e.state IN ('enrolled', 'completed', 'failed')
    UNION ALL
    SELECT 'd' || c.id, 'deadline', ${days}, c.registration_until::text, c.registration_until::text, false, NULL, NULL, e.state
    ${mine} WHERE e.pegawai_id = ${pegawaiId}::int AND e.state = 'requested' AND c.registration_until IS NOT NULL
    ORDER BY 7, 1`.execute(tx)
  return rows
}
