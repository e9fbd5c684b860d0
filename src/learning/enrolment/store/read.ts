import { containing, sql, type Tx } from '../../../platform/db/index.ts'
import type { ClassPattern, ClassState } from '../../classes/rules/class.ts'
import type { EnrolmentState, EnrolmentWay } from '../rules/enrol.ts'
import { lastEvent } from './change.ts'

/** What the entry rules said when somebody asked. `met` null: something was not known. */
export type StoredEntry = { met?: boolean | null; on?: string; each?: { met: boolean | null }[] }

export type Participant = {
  id: number
  name: string
  nip: string
  jabatan: string | null
  unit: string
  instansi: string
  way: EnrolmentWay
  state: EnrolmentState
  /** Place in the waiting list, from 1; null: not in it. */
  place: number | null
  regional: boolean
  endorsed: boolean
  askedAt: string
  enrolledAt: string | null
  reason: string | null
  entry: StoredEntry
}
/** `held`: could have a seat, but sits in another class at the same hours. */
export type ListedParticipant = Participant & { held: boolean; found: number }
export type PeopleFilter = { state: EnrolmentState | null; q: string; way: EnrolmentWay | null }
export type PeopleOrder = 'antrean' | 'nama' | 'instansi'

const orders = {
  antrean: [sql`queue`, sql`queue DESC`],
  nama: [sql`name, queue`, sql`name DESC, queue`],
  instansi: [sql`instansi, unit, name`, sql`instansi DESC, unit, name`],
} as const

function matching(filter: PeopleFilter) {
  const conditions = [sql`true`]
  if (filter.state) conditions.push(sql`state = ${filter.state}`)
  if (filter.way) conditions.push(sql`way = ${filter.way}`)
  for (const word of filter.q.split(/\s+/).filter(Boolean).slice(0, 8)) {
    const like = containing(word)
    conditions.push(sql`(name ILIKE ${like} OR nip LIKE ${like} OR instansi ILIKE ${like} OR unit ILIKE ${like})`)
  }
  return sql.join(conditions, sql` AND `)
}

/** The people of the class that this transaction sees (`asClass`). */
export async function participants(
  tx: Tx,
  classId: number,
  filter: PeopleFilter,
  page: { order: PeopleOrder; descending: boolean; offset: number; limit: number },
): Promise<ListedParticipant[]> {
  const { rows } = await sql<ListedParticipant>`
    SELECT *, count(*) OVER ()::int AS found FROM (
      SELECT pegawai_id AS id, name, nip, jabatan, unit, instansi, way, state, regional, endorsed_at IS NOT NULL AS endorsed, asked_at AS "askedAt",
             enrolled_at AS "enrolledAt", reason, entry, queue,
             state = 'waiting' AND ${lastEvent} = 'held' AS held,
             CASE WHEN state = 'waiting' THEN (row_number() OVER (PARTITION BY state ORDER BY queue))::int END AS place
      FROM enrolment e WHERE class_id = ${classId}::int) e
    WHERE ${matching(filter)}
    ORDER BY ${orders[page.order][page.descending ? 1 : 0]} LIMIT ${page.limit} OFFSET ${page.offset}`.execute(tx)
  return rows
}

export async function countByState(tx: Tx, classId: number): Promise<Partial<Record<EnrolmentState, number>>> {
  const { rows } = await sql<{ state: EnrolmentState; n: number }>`
    SELECT state, count(*)::int AS n FROM enrolment WHERE class_id = ${classId}::int GROUP BY state`.execute(tx)
  return Object.fromEntries(rows.map(row => [row.state, row.n]))
}

/** People of the class by id after `afterId`. */
export async function participantsAfter(tx: Tx, classId: number, afterId: number, limit: number): Promise<Participant[]> {
  const { rows } = await sql<Participant>`
    SELECT pegawai_id AS id, name, nip, jabatan, unit, instansi, way, state, regional, endorsed_at IS NOT NULL AS endorsed, asked_at AS "askedAt",
           enrolled_at AS "enrolledAt", reason, entry,
           CASE WHEN state = 'waiting' THEN (SELECT count(*)::int FROM enrolment w WHERE w.class_id = e.class_id AND w.state = 'waiting' AND w.queue <= e.queue)
             END AS place
    FROM enrolment e WHERE class_id = ${classId}::int AND pegawai_id > ${afterId} ORDER BY pegawai_id LIMIT ${limit}`.execute(tx)
  return rows
}

/** An enrolment with its class. `place` in the waiting list is told to the person by `placeOf`. */
export type OwnEnrolment = {
  pegawaiId: number
  classId: number
  state: EnrolmentState
  way: EnrolmentWay
  askedAt: string
  endorsed: boolean
  instansiFirst: boolean
  reason: string | null
  title: string
  name: string
  courseId: number
  jp: number
  pattern: ClassPattern
  classState: ClassState
  startsOn: string | null
  endsOn: string | null
  place: string | null
  provider: string
  timeZone: string
}
const own = sql`
  e.pegawai_id AS "pegawaiId", e.class_id AS "classId", e.state, e.way, e.asked_at AS "askedAt", e.endorsed_at IS NOT NULL AS endorsed,
  c.instansi_first AS "instansiFirst", e.reason, v.title, c.name, v.course_id AS "courseId", v.jp, c.pattern, c.state AS "classState",
  c.starts_on AS "startsOn", c.ends_on AS "endsOn", c.place, p.short_name AS provider, coalesce(i.time_zone, 'Asia/Jakarta') AS "timeZone"`
const ownFrom = sql`
  enrolment e JOIN course_class c ON c.id = e.class_id JOIN course_version v ON v.id = e.version_id JOIN provider p ON p.id = c.provider_id
  LEFT JOIN instansi i ON i.id = p.instansi_id`

/** Everything one person ever asked to join, what comes next first. */
export async function enrolmentsOf(tx: Tx, pegawaiId: number): Promise<OwnEnrolment[]> {
  const { rows } = await sql<OwnEnrolment>`
    SELECT ${own} FROM ${ownFrom} WHERE e.pegawai_id = ${pegawaiId}::int
    ORDER BY e.state NOT IN ('requested', 'waiting', 'enrolled'), c.starts_on DESC NULLS FIRST, c.id`.execute(tx)
  return rows
}

export type EnrolmentEvent = { kind: string; by: string; at: string; reason: string | null }
/** How one enrolment stands, with what happened to it; null: there is none that this scope sees. */
export async function enrolmentOf(
  tx: Tx,
  pegawaiId: number,
  classId: number,
): Promise<(OwnEnrolment & { events: EnrolmentEvent[] }) | null> {
  const { rows } = await sql<OwnEnrolment & { events: EnrolmentEvent[] }>`
    SELECT ${own}, (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', h.kind, 'by', h.by_name, 'at', h.at, 'reason', h.reason) ORDER BY h.id), '[]')
                    FROM enrolment_event h WHERE h.pegawai_id = e.pegawai_id AND h.class_id = e.class_id) AS events
    FROM ${ownFrom} WHERE e.pegawai_id = ${pegawaiId}::int AND e.class_id = ${classId}::int`.execute(tx)
  return rows[0] ?? null
}

/** Who stands where in the waiting list of these classes, counted over all (a job): a number, and nobody's name. */
export async function placesOf(tx: Tx, pegawaiId: number, classIds: readonly number[]): Promise<Map<number, number>> {
  const { rows } = await sql<{ classId: number; place: number }>`
    SELECT e.class_id AS "classId", (SELECT count(*)::int FROM enrolment w WHERE w.class_id = e.class_id AND w.state = 'waiting' AND w.queue <= e.queue) AS place
    FROM enrolment e WHERE e.pegawai_id = ${pegawaiId}::int AND e.class_id = ANY (${[...classIds]}::int[]) AND e.state = 'waiting'`.execute(
    tx,
  )
  return new Map(rows.map(row => [row.classId, row.place]))
}

export type Request = OwnEnrolment & {
  person: string
  nip: string
  jabatan: string | null
  unit: string
  instansi: string
  entry: StoredEntry
}
export type RequestFilter = { waitingForUs: boolean; state: EnrolmentState | null; q: string; exceptId: number | null }
/** Requests and enrolments of the people of the scope, those that wait for their instansi first. `exceptId`: not one's own. */
export async function requestsIn(
  tx: Tx,
  filter: RequestFilter,
  page: { offset: number; limit: number },
): Promise<(Request & { found: number })[]> {
  const toDecide = sql`(e.state = 'requested' AND c.instansi_first AND e.endorsed_at IS NULL)`
  const conditions = [sql`e.pegawai_id <> ${filter.exceptId ?? 0}::int`]
  if (filter.waitingForUs) conditions.push(toDecide)
  if (filter.state) conditions.push(sql`e.state = ${filter.state}`)
  for (const word of filter.q.split(/\s+/).filter(Boolean).slice(0, 8)) {
    const like = containing(word)
    conditions.push(sql`(e.name ILIKE ${like} OR e.nip LIKE ${like} OR v.title ILIKE ${like} OR c.name ILIKE ${like})`)
  }
  const order = sql`NOT ${toDecide}, e.asked_at DESC, e.pegawai_id, c.id`
  // Counted and ordered by keys alone, over everything anybody ever asked; only the page is read whole.
  const { rows } = await sql<Request & { found: number }>`
    SELECT ${own}, e.name AS person, e.nip, e.jabatan, e.unit, e.instansi, e.entry, x.found
    FROM (
      SELECT e.pegawai_id, e.class_id, count(*) OVER ()::int AS found
      FROM enrolment e JOIN course_class c ON c.id = e.class_id JOIN course_version v ON v.id = e.version_id
      WHERE ${sql.join(conditions, sql` AND `)} ORDER BY ${order} LIMIT ${page.limit} OFFSET ${page.offset}) x
    JOIN (${ownFrom}) ON e.pegawai_id = x.pegawai_id AND e.class_id = x.class_id ORDER BY ${order}`.execute(tx)
  return rows
}

/** How many requests of the scope wait for their instansi. */
export async function waitingForInstansi(tx: Tx, exceptId: number | null): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM enrolment e JOIN course_class c ON c.id = e.class_id
    WHERE e.state = 'requested' AND e.endorsed_at IS NULL AND c.instansi_first AND c.state IN ('open', 'running')
      AND e.pegawai_id <> ${exceptId ?? 0}::int`.execute(tx)
  return rows[0]!.n
}

/** Of these requests those that lie in the scope; never one's own. */
export async function theirRequests(
  tx: Tx,
  asked: readonly { pegawaiId: number; classId: number }[],
  exceptId: number | null,
): Promise<{ pegawaiId: number; classId: number }[]> {
  const { rows } = await sql<{ pegawaiId: number; classId: number }>`
    SELECT e.pegawai_id AS "pegawaiId", e.class_id AS "classId"
    FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS g("pegawaiId" int, "classId" int)
    JOIN enrolment e ON e.pegawai_id = g."pegawaiId" AND e.class_id = g."classId"
    WHERE e.state = 'requested' AND e.pegawai_id <> ${exceptId ?? 0}::int ORDER BY e.class_id, e.queue`.execute(tx)
  return rows
}
