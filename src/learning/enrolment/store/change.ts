import { sql, type Tx } from '../../../platform/db/index.ts'
import type { EnrolmentState, EnrolmentWay } from '../rules/enrol.ts'
import type { Taken, Waiting } from '../rules/seats.ts'

/** Who did it; `account` null: the system. */
export type By = { account: string | null; name: string; at: Date }
export type EventKind =
  | 'asked'
  | 'nominated'
  | 'endorsed'
  | 'approved'
  | 'enrolled'
  | 'waiting'
  | 'moved_up'
  | 'held'
  | 'moved'
  | 'withdrawn'
  | 'rejected'
  | 'cancelled'
export type Touched = { pegawaiId: number; instansiId: number }

/** What happened last to an enrolment `e`. */
export const lastEvent = sql`
  coalesce((SELECT v.kind FROM enrolment_event v WHERE v.pegawai_id = e.pegawai_id AND v.class_id = e.class_id ORDER BY v.id DESC LIMIT 1), '')`
const touched = sql`pegawai_id AS "pegawaiId", instansi_id AS "instansiId"`

/** `why`: what was said of this one alone; null: nothing. */
export type NewEnrolment = { pegawaiId: number; entry: unknown; why: string | null }
type Asking = {
  way: EnrolmentWay
  state: EnrolmentState
  endorsed: boolean
  approved: boolean
  planLine: number | null
}

/** Writes requests down in this order, each with what the person is now. Who stands in the class already is left as it is. */
export async function insertEnrolments(
  tx: Tx,
  classId: number,
  people: readonly NewEnrolment[],
  { way, state, endorsed, approved, planLine }: Asking,
  by: By,
): Promise<Touched[]> {
  const { rows } = await sql<Touched>`
    INSERT INTO enrolment AS e (pegawai_id, class_id, instansi_id, instansi_then, version_id, name, nip, jabatan, unit, instansi, way, state, asked_at,
      entry, regional, endorsed_by, endorsed_at, approved_at, plan_line)
    SELECT p.pegawai_id, c.id, p.instansi_id, p.instansi_id, c.version_id, p.name, p.nip, j.name, u.name, i.name, ${way}, ${state}, ${by.at}, g.entry,
      i.kind NOT IN ('kementerian', 'lembaga'), CASE WHEN ${endorsed}::boolean THEN ${by.account}::text END,
      CASE WHEN ${endorsed}::boolean THEN ${by.at}::timestamptz END, CASE WHEN ${approved}::boolean THEN ${by.at}::timestamptz END, ${planLine}::int
    FROM jsonb_to_recordset(${JSON.stringify(people.map((one, sort) => ({ ...one, sort })))}::jsonb) AS g("pegawaiId" int, entry jsonb, sort int)
    JOIN pegawai p ON p.pegawai_id = g."pegawaiId" JOIN unit u ON u.id = p.unit_id JOIN instansi i ON i.id = p.instansi_id
    LEFT JOIN jabatan j ON j.id = p.jabatan_id JOIN course_class c ON c.id = ${classId}::int
    ORDER BY g.sort
    ON CONFLICT (pegawai_id, class_id) DO UPDATE SET instansi_id = excluded.instansi_id, instansi_then = excluded.instansi_then,
      version_id = excluded.version_id, name = excluded.name, nip = excluded.nip, jabatan = excluded.jabatan, unit = excluded.unit,
      instansi = excluded.instansi, way = excluded.way, state = excluded.state, asked_at = excluded.asked_at, queue = excluded.queue,
      entry = excluded.entry, regional = excluded.regional, endorsed_by = excluded.endorsed_by, endorsed_at = excluded.endorsed_at,
      approved_at = excluded.approved_at, plan_line = excluded.plan_line, enrolled_at = NULL, reason = NULL
    WHERE e.state IN ('withdrawn', 'rejected', 'cancelled')
    RETURNING ${touched}`.execute(tx)
  const why = new Map(people.map(one => [one.pegawaiId, one.why]))
  for (const [reason, some] of Map.groupBy(rows, row => why.get(row.pegawaiId) ?? null))
    await writeEvents(tx, classId, some, way === 'self' ? 'asked' : 'nominated', by, reason)
  return rows
}

/** Writes what happened to each of these people, in one statement. */
export async function writeEvents(
  tx: Tx,
  classId: number,
  people: readonly Touched[],
  kind: EventKind,
  by: By,
  reason: string | null,
): Promise<void> {
  if (people.length === 0) return
  await sql`
    INSERT INTO enrolment_event (pegawai_id, class_id, instansi_id, kind, by_account, by_name, at, reason)
    SELECT g."pegawaiId", ${classId}::int, g."instansiId", ${kind}, ${by.account}::text, ${by.name}, ${by.at}, ${reason}::text
    FROM jsonb_to_recordset(${JSON.stringify(people)}::jsonb) AS g("pegawaiId" int, "instansiId" int)`.execute(tx)
}

/** `overruled`: has been let in although the hours of another class are the same. `held`: has been told that they are in the way. */
export type Queued = Waiting & { instansiId: number; overruled: boolean; held: boolean }
/** Seats taken by people of the regions and by others, and who waits, in the order of asking. */
export async function queueOf(tx: Tx, classId: number): Promise<{ taken: Taken; queue: Queued[] }> {
  const { rows } = await sql<{ taken: Taken; queue: Queued[] }>`
    SELECT jsonb_build_object('regional', count(*) FILTER (WHERE state <> 'waiting' AND regional),
             'other', count(*) FILTER (WHERE state <> 'waiting' AND NOT regional)) AS taken,
           coalesce(jsonb_agg(jsonb_build_object('pegawaiId', pegawai_id, 'instansiId', instansi_id, 'regional', regional,
             'overruled', entry ? 'clashWhy', 'held', ${lastEvent} = 'held') ORDER BY queue)
             FILTER (WHERE state = 'waiting'), '[]') AS queue
    FROM enrolment e WHERE class_id = ${classId}::int AND state IN ('waiting', 'enrolled', 'completed', 'failed')`.execute(tx)
  return rows[0]!
}

/** Holds these people until the transaction ends, so that no two classes give somebody a seat for the same hours at once. */
export const holdPeople = (tx: Tx, pegawaiIds: readonly number[]) =>
  sql`SELECT FROM pegawai WHERE pegawai_id = ANY (${[...pegawaiIds]}::int[]) ORDER BY pegawai_id FOR NO KEY UPDATE`.execute(tx)

/** Gives a seat to these of the queue. */
export async function seat(tx: Tx, classId: number, pegawaiIds: readonly number[], by: By): Promise<Touched[]> {
  const { rows } = await sql<Touched>`
    UPDATE enrolment SET state = 'enrolled', enrolled_at = ${by.at}
    WHERE class_id = ${classId}::int AND pegawai_id = ANY (${[...pegawaiIds]}::int[]) AND state = 'waiting' RETURNING ${touched}`.execute(
    tx,
  )
  return rows
}

/** The person's instansi agrees: those whose request waits for it. */
export async function endorse(
  tx: Tx,
  classId: number,
  pegawaiIds: readonly number[],
  by: By,
  next: EnrolmentState,
): Promise<Touched[]> {
  const { rows } = await sql<Touched>`
    UPDATE enrolment SET endorsed_by = ${by.account}::text, endorsed_at = ${by.at}, state = ${next}
    WHERE class_id = ${classId}::int AND pegawai_id = ANY (${[...pegawaiIds]}::int[]) AND state = 'requested' AND endorsed_at IS NULL
    RETURNING ${touched}`.execute(tx)
  await writeEvents(tx, classId, rows, 'endorsed', by, null)
  return rows
}

/** The organiser agrees: they stand in the queue from when they asked. `endorsedOnly`: the instansi must have agreed before. */
export async function approve(
  tx: Tx,
  classId: number,
  pegawaiIds: readonly number[],
  endorsedOnly: boolean,
  by: By,
): Promise<Touched[]> {
  const { rows } = await sql<Touched>`
    UPDATE enrolment SET approved_at = ${by.at}, state = 'waiting'
    WHERE class_id = ${classId}::int AND pegawai_id = ANY (${[...pegawaiIds]}::int[]) AND state = 'requested'
      AND (endorsed_at IS NOT NULL OR NOT ${endorsedOnly}::boolean)
    RETURNING ${touched}`.execute(tx)
  await writeEvents(tx, classId, rows, 'approved', by, null)
  return rows
}

/** Ends what is not finished of these people; null: of everybody in the class. Answers whose it was. */
export async function end(
  tx: Tx,
  classId: number,
  pegawaiIds: readonly number[] | null,
  to: { state: 'withdrawn' | 'rejected' | 'cancelled'; from: readonly EnrolmentState[]; kind: EventKind; reason: string },
  by: By,
): Promise<Touched[]> {
  const { rows } = await sql<Touched>`
    UPDATE enrolment SET state = ${to.state}, reason = ${to.reason}
    WHERE class_id = ${classId}::int AND state = ANY (${[...to.from]}::text[])
      AND (${pegawaiIds === null} OR pegawai_id = ANY (${[...(pegawaiIds ?? [])]}::int[]))
    RETURNING ${touched}`.execute(tx)
  await writeEvents(tx, classId, rows, to.kind, by, to.reason)
  return rows
}

/** Counts the seats of a class again. Its row is held by whoever changed an enrolment. */
export async function recount(tx: Tx, classId: number): Promise<void> {
  await sql`
    UPDATE course_class c SET seats_taken = n.taken, seats_waiting = n.waiting, seats_asked = n.asked
    FROM (SELECT (count(*) FILTER (WHERE state IN ('enrolled', 'completed', 'failed')))::int AS taken,
                 (count(*) FILTER (WHERE state = 'waiting'))::int AS waiting, (count(*) FILTER (WHERE state = 'requested'))::int AS asked
          FROM enrolment WHERE class_id = ${classId}::int) n
    WHERE c.id = ${classId}::int`.execute(tx)
}

/** Classes in which somebody waits while a seat is free: a share that fell free, or more seats than before. */
export async function classesWithRoom(tx: Tx): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM course_class WHERE state IN ('open', 'running') AND seats_waiting > 0 AND (seats_max IS NULL OR seats_taken < seats_max)
    ORDER BY id`.execute(tx)
  return rows.map(row => row.id)
}
