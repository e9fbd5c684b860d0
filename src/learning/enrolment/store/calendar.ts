import { type Db, sql, type Tx } from '../../../platform/db/index.ts'

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

const taughtBy = (account: string) => sql`
  (t.account_id = ${account} OR t.pegawai_id = (SELECT a.pegawai_id FROM identity.user_account a WHERE a.id = ${account}))`

/** Whether an account belongs to somebody whom a provider names as its trainer. */
export async function teaches(db: Db | Tx, account: string): Promise<boolean> {
  const { rows } = await sql`SELECT FROM trainer t WHERE ${taughtBy(account)} AND t.closed_at IS NULL LIMIT 1`.execute(db)
  return rows.length > 0
}

/** What somebody teaches, whichever provider names them: their sessions, and their classes as long as these have none. */
export async function daysOfTrainer(db: Db | Tx, account: string, since: string): Promise<Dated[]> {
  const taught = sql`FROM course_class c ${joined}`
  const held = sql`c.state IN ('open', 'running', 'closed') AND c.ends_on >= ${since}::date`
  const { rows } = await sql<Dated>`
    SELECT 'c' || c.id AS key, 'class' AS kind, ${days}, c.starts_on::text AS from, c.ends_on::text AS until, false AS timed, c.place, c.meeting_url AS url,
           NULL AS stands
    ${taught} WHERE ${held} AND NOT EXISTS (${sessions})
      AND EXISTS (SELECT FROM class_trainer x JOIN trainer t ON t.id = x.trainer_id WHERE x.class_id = c.id AND ${taughtBy(account)})
    UNION ALL
    SELECT 's' || s.id, 'session', c.id, s.title, v.title || ' · ' || c.name, coalesce(i.time_zone, 'Asia/Jakarta'), ${iso('s.starts_at')}, ${iso('s.ends_at')}, true,
           coalesce((SELECT r.name FROM room r WHERE r.id = s.room_id), c.place), coalesce(s.meeting_url, c.meeting_url), NULL
    ${taught} JOIN class_session s ON s.class_id = c.id
    WHERE ${held} AND EXISTS (SELECT FROM session_trainer x JOIN trainer t ON t.id = x.trainer_id WHERE x.session_id = s.id AND ${taughtBy(account)})
    ORDER BY 7, 1`.execute(db)
  return rows
}
