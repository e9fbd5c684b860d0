import { type Db, sql, type Tx } from '../../../platform/db/index.ts'
import type { RunState } from '../run/store.ts'
import type { Attended } from './rules/share.ts'
import type { MarkState } from './rules/typed-list.ts'

export type AttendanceState = MarkState | 'menunggu'
export type AttendanceWay = 'kode' | 'daring' | 'manual' | 'daftar'
export type Mark = {
  pegawaiId: number
  sessionId: number
  state: AttendanceState
  way: AttendanceWay
  at: Date
  distance: number | null
  byName: string
  reason: string | null
}

const columns = sql`pegawai_id AS "pegawaiId", session_id AS "sessionId", state, way, at, distance, by_name AS "byName", reason`

/** The marks of one session. In a transaction that sees the class. */
export async function marksOf(tx: Tx, sessionId: number): Promise<Mark[]> {
  const { rows } = await sql<Mark>`SELECT ${columns} FROM attendance WHERE session_id = ${sessionId}::int`.execute(tx)
  return rows
}

/** All marks of a class. In a transaction that sees the class. */
export async function marksOfClass(tx: Tx, classId: number): Promise<Mark[]> {
  const { rows } = await sql<Mark>`SELECT ${columns} FROM attendance WHERE class_id = ${classId}::int`.execute(tx)
  return rows
}

/** A page of the marks of a class, by session and person. In a transaction that sees the class. */
export async function marksPage(tx: Tx, classId: number, page: { offset: number; limit: number }): Promise<Mark[]> {
  const { rows } = await sql<Mark>`
    SELECT ${columns} FROM attendance WHERE class_id = ${classId}::int ORDER BY session_id, pegawai_id OFFSET ${page.offset} LIMIT ${page.limit}`.execute(
    tx,
  )
  return rows
}

/** The mark of one person in a session; null: none. In a transaction that sees the person. */
export async function markOf(tx: Tx, pegawaiId: number, sessionId: number): Promise<Mark | null> {
  const { rows } = await sql<Mark>`
    SELECT ${columns} FROM attendance WHERE pegawai_id = ${pegawaiId}::int AND session_id = ${sessionId}::int`.execute(tx)
  return rows[0] ?? null
}

export type SessionCount = { sessionId: number } & Record<AttendanceState, number>
/** How many are marked in what way, by session. In a transaction that sees the class. */
export async function countsBySession(tx: Tx, classId: number): Promise<SessionCount[]> {
  const { rows } = await sql<SessionCount>`
    SELECT session_id AS "sessionId", count(*) FILTER (WHERE state = 'hadir')::int AS hadir, count(*) FILTER (WHERE state = 'menunggu')::int AS menunggu,
      count(*) FILTER (WHERE state = 'izin')::int AS izin, count(*) FILTER (WHERE state = 'sakit')::int AS sakit,
      count(*) FILTER (WHERE state = 'alpa')::int AS alpa
    FROM attendance WHERE class_id = ${classId}::int GROUP BY session_id`.execute(tx)
  return rows
}

export type PersonAttended = Attended & { pegawaiId: number }
/** What each participant attended of the JP held until an instant. In a transaction that sees the class. */
export async function attendedOf(tx: Tx, classId: number, until: Date): Promise<PersonAttended[]> {
  const { rows } = await sql<PersonAttended>`
    SELECT e.pegawai_id AS "pegawaiId", coalesce(sum(s.jp), 0)::int AS held, coalesce(sum(s.jp) FILTER (WHERE a.state = 'hadir'), 0)::int AS attended,
      count(s.id) FILTER (WHERE coalesce(a.state, 'menunggu') = 'menunggu')::int AS undecided,
      coalesce(sum(s.jp) FILTER (WHERE coalesce(a.state, 'menunggu') = 'menunggu'), 0)::int AS "undecidedJp"
    FROM enrolment e
    LEFT JOIN class_session s ON s.class_id = e.class_id AND s.jp > 0 AND s.ends_at <= ${until}
    LEFT JOIN attendance a ON a.pegawai_id = e.pegawai_id AND a.session_id = s.id
    WHERE e.class_id = ${classId}::int AND e.state IN ('enrolled', 'completed', 'failed')
    GROUP BY e.pegawai_id`.execute(tx)
  return rows
}

type By = { account: string; name: string; at: Date }

/** Marks participants in sessions; who is marked already is changed. Answers how many. In a transaction that sees the class. */
export async function mark(
  tx: Tx,
  classId: number,
  marks: readonly { pegawaiId: number; sessionId: number; state: MarkState }[],
  way: 'manual' | 'daftar',
  by: By,
  reason: string | null,
): Promise<number> {
  const { rows } = await sql`
    INSERT INTO attendance (pegawai_id, session_id, class_id, instansi_id, state, way, at, by_account, by_name, reason)
    SELECT e.pegawai_id, g."sessionId", e.class_id, e.instansi_id, g.state, ${way}, ${by.at}, ${by.account}, ${by.name}, ${reason}::text
    FROM jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) AS g("pegawaiId" int, "sessionId" int, state text)
    JOIN enrolment e ON e.pegawai_id = g."pegawaiId" AND e.class_id = ${classId}::int AND e.state = 'enrolled'
    ON CONFLICT (pegawai_id, session_id) DO UPDATE SET state = excluded.state, way = excluded.way, at = excluded.at, by_account = excluded.by_account,
      by_name = excluded.by_name, reason = excluded.reason
    RETURNING pegawai_id`.execute(tx)
  return rows.length
}

/**
 * Writes down that one was there; of who was marked already nothing changes, but where the place was waited for and is now known. Answers
 * whether it was written. In a transaction that sees the person.
 */
export async function checkIn(
  tx: Tx,
  one: {
    pegawaiId: number
    sessionId: number
    classId: number
    state: 'hadir' | 'menunggu'
    way: 'kode' | 'daring'
    distance: number | null
  },
  by: By,
): Promise<{ instansiId: number } | null> {
  const { rows } = await sql<{ instansiId: number }>`
    INSERT INTO attendance (pegawai_id, session_id, class_id, instansi_id, state, way, at, distance, by_account, by_name)
    SELECT e.pegawai_id, ${one.sessionId}::int, e.class_id, e.instansi_id, ${one.state}, ${one.way}, ${by.at}, ${one.distance}::int, ${by.account}, ${by.name}
    FROM enrolment e WHERE e.pegawai_id = ${one.pegawaiId}::int AND e.class_id = ${one.classId}::int AND e.state = 'enrolled'
    ON CONFLICT (pegawai_id, session_id) DO UPDATE SET state = excluded.state, way = excluded.way, at = excluded.at, distance = excluded.distance
      WHERE attendance.state = 'menunggu' AND excluded.state = 'hadir'
    RETURNING instansi_id AS "instansiId"`.execute(tx)
  return rows[0] ?? null
}

/** How many came through the meeting link, and whether this person did. As a job. */
export async function joinedCount(tx: Tx, sessionId: number, pegawaiId: number): Promise<{ joined: number; mine: boolean }> {
  const { rows } = await sql<{ joined: number; mine: boolean }>`
    SELECT count(*)::int AS joined, coalesce(bool_or(pegawai_id = ${pegawaiId}::int), false) AS mine
    FROM attendance WHERE session_id = ${sessionId}::int AND way = 'daring'`.execute(tx)
  return rows[0]!
}

/** Holds the class open for this transaction; answers its state now. Many may hold it so at once. */
export async function holdOpen(tx: Tx, classId: number): Promise<RunState | null> {
  const { rows } = await sql<{ state: RunState }>`SELECT state FROM course_class WHERE id = ${classId}::int FOR SHARE`.execute(tx)
  return rows[0]?.state ?? null
}

/** The secret behind the codes of a class: made when it is first needed. */
export async function secretOf(db: Db, classId: number, fresh: string): Promise<string> {
  const { rows } = await sql<{ secret: string }>`
    UPDATE course_class SET check_in_secret = coalesce(check_in_secret, ${fresh}) WHERE id = ${classId}::int
    RETURNING check_in_secret AS secret`.execute(db)
  return rows[0]!.secret
}

export type OpenSession = { id: number; classId: number; secret: string | null }
/** The sessions at this time of the classes one is enrolled in. In a transaction that sees the person. */
export async function sessionsNow(tx: Tx, pegawaiId: number, between: { from: Date; until: Date }): Promise<OpenSession[]> {
  const { rows } = await sql<OpenSession>`
    SELECT s.id, s.class_id AS "classId", c.check_in_secret AS secret
    FROM enrolment e JOIN course_class c ON c.id = e.class_id JOIN class_session s ON s.class_id = c.id
    WHERE e.pegawai_id = ${pegawaiId}::int AND e.state = 'enrolled' AND s.ends_at >= ${between.from} AND s.starts_at <= ${between.until}
    ORDER BY s.starts_at, s.id`.execute(tx)
  return rows
}

/** The class that a session belongs to; null where there is no such session. */
export async function classOfSession(db: Db, sessionId: number): Promise<number | null> {
  const { rows } = await sql<{
    classId: number
  }>`SELECT class_id AS "classId" FROM class_session WHERE id = ${sessionId}::int`.execute(db)
  return rows[0]?.classId ?? null
}
