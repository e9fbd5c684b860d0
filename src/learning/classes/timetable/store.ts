import { type Db, sql, type Tx } from '../../../platform/db/index.ts'
import type { Clash } from './rules/clash.ts'
import type { SessionMode, SessionValues } from './rules/session.ts'

export type Session = {
  id: number
  classId: number
  startsAt: Date
  endsAt: Date
  subjectSort: number | null
  title: string
  jp: number
  mode: SessionMode
  roomId: number | null
  room: string | null
  trainers: { id: number; name: string }[]
  meetingUrl: string | null
  meetingCapacity: number | null
  latitude: number | null
  longitude: number | null
  radius: number | null
  clashWhy: string | null
}

const columns = sql`
  s.id, s.class_id AS "classId", s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.subject_sort AS "subjectSort", s.title, s.jp, s.mode,
  s.room_id AS "roomId", r.name AS room, s.meeting_url AS "meetingUrl", s.meeting_capacity AS "meetingCapacity",
  s.latitude::float8 AS latitude, s.longitude::float8 AS longitude, s.radius, s.clash_why AS "clashWhy",
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) ORDER BY lower(t.name), t.id)
    FROM session_trainer st JOIN trainer t ON t.id = st.trainer_id WHERE st.session_id = s.id), '[]') AS trainers`

/** The sessions of a class in their order. */
export async function sessionsOf(db: Db | Tx, classId: number): Promise<Session[]> {
  const { rows } = await sql<Session>`
    SELECT ${columns} FROM class_session s LEFT JOIN room r ON r.id = s.room_id
    WHERE s.class_id = ${classId}::int ORDER BY s.starts_at, s.id`.execute(db)
  return rows
}

/** One session of this class; null where it has no such. */
export async function sessionById(db: Db | Tx, classId: number, id: number): Promise<Session | null> {
  const { rows } = await sql<Session>`
    SELECT ${columns} FROM class_session s LEFT JOIN room r ON r.id = s.room_id
    WHERE s.class_id = ${classId}::int AND s.id = ${id}::int`.execute(db)
  return rows[0] ?? null
}

export type Subject = { sort: number; title: string; jp: number }
/** The curriculum of a version. */
export async function subjectsOf(db: Db | Tx, versionId: number): Promise<Subject[]> {
  const { rows } = await sql<Subject>`
    SELECT sort, title, jp FROM course_subject WHERE version_id = ${versionId}::int ORDER BY sort`.execute(db)
  return rows
}

export type Bookable = {
  rooms: { id: number; name: string; capacity: number; place: string | null }[]
  trainers: { id: number; name: string; jpPerYear: number | null; ofClass: boolean }[]
}
/** What an institution has to teach in and with, and who else teaches this class. */
export async function bookableFor(db: Db | Tx, { id, provider }: { id: number; provider: { id: number } }): Promise<Bookable> {
  const { rows } = await sql<Bookable>`
    SELECT
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'capacity', r.capacity, 'place', r.place) ORDER BY r.name, r.id)
        FROM room r WHERE r.provider_id = ${provider.id}::int AND r.closed_at IS NULL AND r.kind <> 'asrama'), '[]') AS rooms,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'jpPerYear', t.jp_per_year, 'ofClass', t.of_class)
          ORDER BY t.of_class DESC, lower(t.name), t.id)
        FROM (SELECT t.*, EXISTS (SELECT FROM class_trainer ct WHERE ct.class_id = ${id}::int AND ct.trainer_id = t.id) AS of_class FROM trainer t) t
        WHERE t.of_class OR (t.provider_id = ${provider.id}::int AND t.closed_at IS NULL)), '[]') AS trainers`.execute(db)
  return rows[0]!
}

/** How many people take part. In a transaction that sees the class. */
export async function enrolledCount(tx: Tx, classId: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM enrolment WHERE class_id = ${classId}::int AND state IN ('enrolled', 'completed', 'failed')`.execute(
    tx,
  )
  return rows[0]!.n
}

/**
 * Holds these rooms and trainers until the transaction ends: who would book one of them meanwhile waits, and then sees what was booked. Of a
 * trainer who is known to several institutions all rows are held, in one order.
 */
export async function lockBookables(tx: Tx, roomIds: readonly number[], trainerIds: readonly number[]): Promise<void> {
  await sql`SELECT id FROM room WHERE id = ANY (${[...roomIds]}::int[]) ORDER BY id FOR UPDATE`.execute(tx)
  await sql`
    SELECT id FROM trainer
    WHERE id = ANY (${[...trainerIds]}::int[])
      OR pegawai_id IN (SELECT pegawai_id FROM trainer WHERE id = ANY (${[...trainerIds]}::int[]) AND pegawai_id IS NOT NULL)
    ORDER BY id FOR UPDATE`.execute(tx)
}

export type Wanted = Pick<SessionValues, 'startsAt' | 'endsAt' | 'roomId' | 'trainers'>

/**
 * What stands in the way of these sessions over all classes, in one question; `exceptId`: the session that is being changed. As a job:
 * who else is enrolled elsewhere is counted, and not named.
 */
export async function clashesOf(tx: Tx, classId: number, wanted: readonly Wanted[], exceptId: number | null): Promise<Clash[]> {
  const { rows } = await sql<Clash>`
    WITH wanted AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(wanted.map((one, n) => ({ ...one, n })))}::jsonb)
        AS w(n int, "startsAt" timestamptz, "endsAt" timestamptz, "roomId" int, trainers int[])),
    busy AS (
      SELECT w.n, w."roomId" AS wants_room, w.trainers AS wants, s.id, s.class_id, s.room_id, s.title, s.starts_at, s.ends_at, v.title || ', ' || c.name AS what
      FROM wanted w
      JOIN class_session s ON s.starts_at < w."endsAt" AND s.ends_at > w."startsAt" AND s.starts_at > w."startsAt" - interval '1 day'
        AND s.id IS DISTINCT FROM ${exceptId}::int
      JOIN course_class c ON c.id = s.class_id AND c.state <> 'cancelled'
      JOIN course_version v ON v.id = c.version_id),
    found AS (
      SELECT b.*, 1 AS sort, 'class' AS kind, b.title AS who, 0 AS people FROM busy b WHERE b.class_id = ${classId}::int
      UNION ALL
      SELECT b.*, 2, 'room', r.name, 0 FROM busy b JOIN room r ON r.id = b.room_id WHERE b.room_id = b.wants_room
      UNION ALL
      SELECT DISTINCT b.*, 3, 'trainer', mine.name, 0
      FROM busy b JOIN session_trainer st ON st.session_id = b.id JOIN trainer taken ON taken.id = st.trainer_id
      JOIN trainer mine ON mine.id = ANY (b.wants) AND (mine.id = taken.id OR mine.pegawai_id = taken.pegawai_id)
      UNION ALL
      SELECT b.*, 4, 'participants', '', n.people
      FROM busy b CROSS JOIN LATERAL (
        SELECT count(*)::int AS people FROM enrolment theirs
        JOIN enrolment ours ON ours.pegawai_id = theirs.pegawai_id AND ours.class_id = ${classId}::int AND ours.state = 'enrolled'
        WHERE theirs.class_id = b.class_id AND theirs.state = 'enrolled') n
      WHERE b.class_id <> ${classId}::int AND n.people > 0)
    SELECT n AS wanted, kind, who, what, class_id AS "classId", starts_at AS "startsAt", ends_at AS "endsAt", people
    FROM found ORDER BY n, sort, starts_at, id, who`.execute(tx)
  return rows
}

type Written = SessionValues & { clashWhy: string | null }
type By = { account: string; at: Date }

/** Writes new sessions with their trainers; answers their ids in the same order. */
export async function insertSessions(tx: Tx, classId: number, sessions: readonly Written[], by: By): Promise<number[]> {
  const given = sessions.map((one, n) => ({ ...one, ...one.point, n }))
  const { rows } = await sql<{ id: number }>`
    WITH given AS (
      SELECT nextval(pg_get_serial_sequence('class_session', 'id'))::int AS id, g.* FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
        AS g(n int, "startsAt" timestamptz, "endsAt" timestamptz, "subjectSort" int, title text, jp int, mode text, "roomId" int, trainers int[],
          "meetingUrl" text, "meetingCapacity" int, latitude numeric, longitude numeric, radius int, "clashWhy" text)),
    made AS (
      INSERT INTO class_session (id, class_id, starts_at, ends_at, subject_sort, title, jp, mode, room_id, meeting_url, meeting_capacity, latitude,
        longitude, radius, clash_why, made_by, made_at)
      SELECT id, ${classId}::int, "startsAt", "endsAt", "subjectSort", title, jp, mode, "roomId", "meetingUrl", "meetingCapacity", latitude, longitude,
        radius, "clashWhy", ${by.account}, ${by.at} FROM given RETURNING id),
    taught AS (
      INSERT INTO session_trainer (session_id, trainer_id) SELECT m.id, t FROM made m JOIN given g ON g.id = m.id, unnest(g.trainers) AS t)
    SELECT g.id FROM given g ORDER BY g.n`.execute(tx)
  return rows.map(row => row.id)
}

/** Changes a session; its attendance stays. */
export async function updateSession(tx: Tx, id: number, one: Written): Promise<void> {
  await sql`
    UPDATE class_session SET starts_at = ${one.startsAt}, ends_at = ${one.endsAt}, subject_sort = ${one.subjectSort}::int, title = ${one.title},
      jp = ${one.jp}, mode = ${one.mode}, room_id = ${one.roomId}::int, meeting_url = ${one.meetingUrl}::text,
      meeting_capacity = ${one.meetingCapacity}::int, latitude = ${one.point?.latitude ?? null}::numeric,
      longitude = ${one.point?.longitude ?? null}::numeric, radius = ${one.point?.radius ?? null}::int, clash_why = ${one.clashWhy}::text
    WHERE id = ${id}::int`.execute(tx)
  await sql`DELETE FROM session_trainer WHERE session_id = ${id}::int AND trainer_id <> ALL (${one.trainers}::int[])`.execute(tx)
  await sql`
    INSERT INTO session_trainer (session_id, trainer_id) SELECT ${id}::int, t FROM unnest(${one.trainers}::int[]) AS t
    ON CONFLICT DO NOTHING`.execute(tx)
}

/** Takes a session out that nobody was marked in; false where somebody was. As a job, or as the class. */
export async function deleteSession(tx: Tx, id: number): Promise<boolean> {
  const { rows } = await sql`
    DELETE FROM class_session s WHERE s.id = ${id}::int AND NOT EXISTS (SELECT FROM attendance a WHERE a.session_id = s.id) RETURNING s.id`.execute(
    tx,
  )
  return rows.length > 0
}

/** JP that each trainer teaches in a year, over all classes that were not cancelled; of a session with several each carries all. */
export async function trainerLoads(
  db: Db | Tx,
  trainerIds: readonly number[],
  year: number,
): Promise<{ trainerId: number; jp: number; sessions: number }[]> {
  const { rows } = await sql<{ trainerId: number; jp: number; sessions: number }>`
    SELECT asked.id AS "trainerId", coalesce(sum(s.jp), 0)::int AS jp, count(s.id)::int AS sessions
    FROM unnest(${[...trainerIds]}::int[]) AS asked(id)
    LEFT JOIN (session_trainer st JOIN class_session s ON s.id = st.session_id JOIN course_class c ON c.id = s.class_id AND c.state <> 'cancelled')
      ON st.trainer_id = asked.id AND s.starts_at >= make_timestamptz(${year}::int, 1, 1, 0, 0, 0, 'Asia/Jakarta')
      AND s.starts_at < make_timestamptz(${year}::int + 1, 1, 1, 0, 0, 0, 'Asia/Jakarta')
    GROUP BY asked.id ORDER BY asked.id`.execute(db)
  return rows
}

/** How many sessions of a class lie outside these days; without days (alone, at any time) all do. */
export async function sessionsOutside(
  tx: Tx,
  cls: { id: number; timeZone: string },
  { startsOn, endsOn }: { startsOn: string | null; endsOn: string | null },
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM class_session WHERE class_id = ${cls.id}::int
      AND coalesce((starts_at AT TIME ZONE ${cls.timeZone})::date NOT BETWEEN ${startsOn}::date AND ${endsOn}::date, true)`.execute(
    tx,
  )
  return rows[0]!.n
}

/** Classes of the same institution by the same version whose timetable another may begin with, the latest first. */
export type Pattern = { id: number; name: string; startsOn: string; sessions: number }
export async function patternsFor(
  db: Db | Tx,
  { id, versionId, provider }: { id: number; versionId: number; provider: { id: number } },
): Promise<Pattern[]> {
  const { rows } = await sql<Pattern>`
    SELECT c.id, c.name, c.starts_on AS "startsOn", count(*)::int AS sessions FROM course_class c JOIN class_session s ON s.class_id = c.id
    WHERE c.version_id = ${versionId}::int AND c.provider_id = ${provider.id}::int AND c.id <> ${id}::int AND c.starts_on IS NOT NULL
    GROUP BY c.id ORDER BY c.starts_on DESC, c.id DESC LIMIT 20`.execute(db)
  return rows
}
