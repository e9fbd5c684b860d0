import { containing, type Db, sql, type Tx } from '../../platform/db/index.ts'
import type { LearningForm } from '../../regulation/index.ts'
import type { Admission, ClassPattern, ClassState, ClassValues } from './rules/class.ts'

export type CourseClass = {
  id: number
  name: string
  pattern: ClassPattern
  form: LearningForm
  state: ClassState
  /** yyyy-mm-dd; null: alone, at any time. */
  startsOn: string | null
  endsOn: string | null
  seatsMin: number | null
  /** Null: as many as come. */
  seatsMax: number | null
  registrationUntil: string | null
  admission: Admission
  /** A request goes to the person's own instansi before the organiser. */
  instansiFirst: boolean
  forInstansi: { id: number; name: string; regionCode: string }[] | null
  /** Whose people may come; null: everybody's. */
  openFor: number[] | null
  place: string | null
  meetingUrl: string | null
  meetingCapacity: number | null
  /** Whole rupiah; null: not known. */
  cost: number | null
  /** Percent of the seats kept for the regions until `regionalUntil` (null: until the class begins); null: none. */
  regionalShare: number | null
  regionalUntil: string | null
  seats: { taken: number; waiting: number; asked: number }
  course: {
    id: number
    code: string
    versionId: number
    versionNumber: number
    versionState: 'draft' | 'active' | 'archived'
    title: string
    jp: number
    /** What must be accredited; null: nothing. */
    programme: string | null
    entryRules: Record<string, unknown>
  }
  provider: { id: number; instansiId: number | null; name: string; shortName: string; staff: string[]; central: boolean }
  /** Of the instansi that keeps the provider. */
  timeZone: string
  trainers: { id: number; name: string; accountId: string | null; pegawaiId: number | null }[]
  accreditationId: number | null
  entrustedTo: { id: number; name: string } | null
  cancelled: { by: string | null; at: string; why: string } | null
}

/** Whose people may come: those the class is for, else those its course is open to; null: everybody's. */
const openFor = sql`
  CASE WHEN c.for_instansi IS NOT NULL THEN c.for_instansi
       WHEN k.open_to = 'all' OR p.instansi_id IS NULL THEN NULL
       WHEN k.open_to = 'instansi' THEN ARRAY[p.instansi_id]
       ELSE ARRAY(SELECT o.id FROM instansi o LEFT JOIN instansi g ON g.id = o.guided_by
                  WHERE p.instansi_id IN (o.id, o.guided_by, g.guided_by) ORDER BY 1) END`

const from = sql`
  course_class c JOIN course_version v ON v.id = c.version_id JOIN course k ON k.id = v.course_id
  JOIN provider p ON p.id = c.provider_id LEFT JOIN instansi i ON i.id = p.instansi_id`

const columns = sql`
  c.id, c.name, c.pattern, c.form, c.state, c.starts_on AS "startsOn", c.ends_on AS "endsOn", c.seats_min AS "seatsMin", c.seats_max AS "seatsMax",
  c.registration_until AS "registrationUntil", c.admission, c.instansi_first AS "instansiFirst", ${openFor} AS "openFor",
  CASE WHEN c.for_instansi IS NOT NULL THEN (
    SELECT jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'regionCode', f.region_code) ORDER BY f.region_code)
    FROM instansi f WHERE f.id = ANY (c.for_instansi)) END AS "forInstansi",
  c.place, c.meeting_url AS "meetingUrl", c.meeting_capacity AS "meetingCapacity", c.cost_participant AS cost,
  c.regional_share AS "regionalShare", c.regional_until AS "regionalUntil",
  jsonb_build_object('taken', c.seats_taken, 'waiting', c.seats_waiting, 'asked', c.seats_asked) AS seats,
  jsonb_build_object('id', k.id, 'code', k.code, 'versionId', v.id, 'versionNumber', v.number, 'versionState', v.state, 'title', v.title, 'jp', v.jp,
    'programme', v.programme, 'entryRules', v.entry_rules) AS course,
  jsonb_build_object('id', p.id, 'instansiId', p.instansi_id, 'name', p.name, 'shortName', p.short_name,
    'central', coalesce(i.kind IN ('kementerian', 'lembaga'), true),
    'staff', ARRAY(SELECT s.account_id FROM provider_staff s WHERE s.provider_id = p.id ORDER BY 1)) AS provider,
  coalesce(i.time_zone, 'Asia/Jakarta') AS "timeZone",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'accountId', t.account_id, 'pegawaiId', t.pegawai_id) ORDER BY t.name, t.id), '[]')
   FROM class_trainer x JOIN trainer t ON t.id = x.trainer_id WHERE x.class_id = c.id) AS trainers,
  c.accreditation_id AS "accreditationId",
  (SELECT jsonb_build_object('id', e.id, 'name', e.name) FROM provider e WHERE e.id = c.entrusted_to) AS "entrustedTo",
  CASE WHEN c.cancelled_at IS NOT NULL THEN jsonb_build_object('at', c.cancelled_at, 'why', c.cancelled_why,
    'by', (SELECT a.name FROM identity.user_account a WHERE a.id = c.cancelled_by)) END AS cancelled`

/** One class; null where there is none. */
export async function classById(db: Db | Tx, id: number): Promise<CourseClass | null> {
  const { rows } = await sql<CourseClass>`SELECT ${columns} FROM ${from} WHERE c.id = ${id}::int`.execute(db)
  return rows[0] ?? null
}

/** The same, with its row held until the transaction ends: nobody else changes its card or its seats meanwhile. */
export async function lockClass(tx: Tx, id: number): Promise<CourseClass | null> {
  await sql`SELECT FROM course_class WHERE id = ${id}::int FOR UPDATE`.execute(tx)
  return classById(tx, id)
}

/** `from` null: of everybody. `providerIds`: those whose drafts are shown, too. `account` and `pegawaiId`: a trainer's, likewise. */
export type ClassFilter = {
  from: readonly number[] | null
  providerIds: readonly number[]
  account: string
  pegawaiId: number | null
  state: ClassState | null
  pattern: ClassPattern | null
  courseId: number | null
  /** yyyy-mm: a day of it lies in the month. */
  month: string | null
  /** Only those this actor holds. */
  held: boolean
  q: string
}
export type ClassOrder = 'mulai' | 'kelas' | 'kursi' | 'keadaan'
export type ClassRow = Pick<
  CourseClass,
  'id' | 'name' | 'pattern' | 'form' | 'state' | 'startsOn' | 'endsOn' | 'seatsMax' | 'registrationUntil' | 'place' | 'seats'
> & { course: string; code: string; jp: number; provider: string }

const orders = {
  mulai: [sql`c.starts_on NULLS LAST, c.id`, sql`c.starts_on DESC NULLS LAST, c.id`],
  kelas: [sql`v.title, c.name, c.id`, sql`v.title DESC, c.name DESC, c.id`],
  kursi: [sql`c.seats_taken, c.id`, sql`c.seats_taken DESC, c.id`],
  keadaan: [
    sql`array_position(ARRAY['draft', 'open', 'running', 'closed', 'cancelled'], c.state), c.starts_on, c.id`,
    sql`array_position(ARRAY['draft', 'open', 'running', 'closed', 'cancelled'], c.state) DESC, c.starts_on, c.id`,
  ],
} as const

function matching(filter: ClassFilter) {
  const held = sql`(c.provider_id = ANY (${[...filter.providerIds]}::int[]) OR EXISTS (
    SELECT FROM class_trainer x JOIN trainer t ON t.id = x.trainer_id WHERE x.class_id = c.id AND (t.account_id = ${filter.account} OR t.pegawai_id = ${filter.pegawaiId}::int)))`
  const conditions = [
    filter.held
      ? held
      : filter.from === null
        ? sql`(c.state <> 'draft' OR ${held})`
        : sql`(${held} OR (c.state <> 'draft' AND coalesce(${openFor} && ${[...filter.from]}::int[], true)))`,
  ]
  if (filter.state) conditions.push(sql`c.state = ${filter.state}`)
  if (filter.pattern) conditions.push(sql`c.pattern = ${filter.pattern}`)
  if (filter.courseId !== null) conditions.push(sql`k.id = ${filter.courseId}`)
  if (filter.month) {
    const first = `${filter.month}-01`
    conditions.push(
      sql`c.starts_on < (${first}::date + interval '1 month')::date AND coalesce(c.ends_on, c.starts_on) >= ${first}::date`,
    )
  }
  for (const word of filter.q.split(/\s+/).filter(Boolean).slice(0, 8)) {
    const like = containing(word)
    conditions.push(sql`(v.title ILIKE ${like} OR c.name ILIKE ${like} OR k.code ILIKE ${like} OR c.place ILIKE ${like})`)
  }
  return sql.join(conditions, sql` AND `)
}

const rowColumns = sql`
  c.id, c.name, c.pattern, c.form, c.state, c.starts_on AS "startsOn", c.ends_on AS "endsOn", c.seats_max AS "seatsMax",
  c.registration_until AS "registrationUntil", c.place, v.title AS course, k.code, v.jp, p.short_name AS provider,
  jsonb_build_object('taken', c.seats_taken, 'waiting', c.seats_waiting, 'asked', c.seats_asked) AS seats`

export async function listClasses(
  db: Db | Tx,
  filter: ClassFilter,
  page: { order: ClassOrder; descending: boolean; offset: number; limit: number },
): Promise<(ClassRow & { found: number })[]> {
  const { rows } = await sql<ClassRow & { found: number }>`
    SELECT ${rowColumns}, count(*) OVER ()::int AS found FROM ${from} WHERE ${matching(filter)}
    ORDER BY ${orders[page.order][page.descending ? 1 : 0]} LIMIT ${page.limit} OFFSET ${page.offset}`.execute(db)
  return rows
}

/** Classes by id after `afterId`. */
export async function classesAfter(db: Db | Tx, filter: ClassFilter, afterId: number, limit: number): Promise<ClassRow[]> {
  const { rows } = await sql<ClassRow>`
    SELECT ${rowColumns} FROM ${from} WHERE c.id > ${afterId} AND ${matching(filter)} ORDER BY c.id LIMIT ${limit}`.execute(db)
  return rows
}

/** What a list opens with: classes open for enrolment, the seats still free in them, and requests that wait. */
export async function openFigures(db: Db | Tx, filter: ClassFilter): Promise<{ open: number; free: number; asked: number }> {
  const { rows } = await sql<{ open: number; free: number; asked: number }>`
    SELECT count(*)::int AS open, coalesce(sum(greatest(c.seats_max - c.seats_taken, 0)), 0)::int AS free,
           coalesce(sum(c.seats_asked), 0)::int AS asked
    FROM ${from} WHERE ${matching({ ...filter, state: 'open' })}`.execute(db)
  return rows[0]!
}

/** What a class may be made of: versions in force of the courses of these institutions. */
export type TaughtCourse = {
  id: number
  versionId: number
  title: string
  code: string
  form: LearningForm
  programme: string | null
  cost: number | null
  providerId: number
  provider: string
}
export async function taughtCourses(db: Db | Tx, providerIds: readonly number[]): Promise<TaughtCourse[]> {
  const { rows } = await sql<TaughtCourse>`
    SELECT k.id, v.id AS "versionId", v.title, k.code, v.form, v.programme, v.cost_participant AS cost, p.id AS "providerId", p.short_name AS provider
    FROM course k JOIN course_version v ON v.course_id = k.id AND v.state = 'active' JOIN provider p ON p.id = k.provider_id
    WHERE k.archived_at IS NULL AND k.provider_id = ANY (${[...providerIds]}::int[]) ORDER BY v.title, k.id`.execute(db)
  return rows
}

export type ClassCard = ClassValues & {
  trainerIds: readonly number[]
  accreditationId: number | null
  entrustedTo: number | null
}
type Made = { by: string; at: Date }

const setTrainers = (tx: Tx, id: number, providerId: number, trainerIds: readonly number[]) =>
  sql`
  WITH gone AS (DELETE FROM class_trainer WHERE class_id = ${id}::int AND trainer_id <> ALL (${[...trainerIds]}::int[]))
  INSERT INTO class_trainer (class_id, trainer_id)
  SELECT ${id}::int, t.id FROM trainer t WHERE t.id = ANY (${[...trainerIds]}::int[]) AND t.provider_id = ${providerId}::int
  ON CONFLICT DO NOTHING`.execute(tx)

export async function insertClass(
  tx: Tx,
  of: { providerId: number; versionId: number },
  v: ClassCard,
  made: Made,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO course_class (provider_id, version_id, name, pattern, form, starts_on, ends_on, seats_min, seats_max, registration_until, admission,
      instansi_first, for_instansi, place, meeting_url, meeting_capacity, cost_participant, regional_share, regional_until, accreditation_id, entrusted_to,
      made_by, made_at)
    VALUES (${of.providerId}, ${of.versionId}, ${v.name}, ${v.pattern}, ${v.form}, ${v.startsOn}::date, ${v.endsOn}::date, ${v.seatsMin}, ${v.seatsMax},
      ${v.registrationUntil}::date, ${v.admission}, ${v.instansiFirst}, ${v.forInstansi}::int[], ${v.place}, ${v.meetingUrl}, ${v.meetingCapacity},
      ${v.cost}, ${v.regionalShare}, ${v.regionalUntil}::date, ${v.accreditationId}, ${v.entrustedTo}, ${made.by}, ${made.at}) RETURNING id`.execute(
    tx,
  )
  const { id } = rows[0]!
  await setTrainers(tx, id, of.providerId, v.trainerIds)
  return id
}

export async function saveClass(tx: Tx, id: number, providerId: number, v: ClassCard): Promise<void> {
  await sql`
    UPDATE course_class SET name = ${v.name}, pattern = ${v.pattern}, form = ${v.form}, starts_on = ${v.startsOn}::date, ends_on = ${v.endsOn}::date,
      seats_min = ${v.seatsMin}, seats_max = ${v.seatsMax}, registration_until = ${v.registrationUntil}::date, admission = ${v.admission},
      instansi_first = ${v.instansiFirst}, for_instansi = ${v.forInstansi}::int[], place = ${v.place}, meeting_url = ${v.meetingUrl},
      meeting_capacity = ${v.meetingCapacity}, cost_participant = ${v.cost}, regional_share = ${v.regionalShare},
      regional_until = ${v.regionalUntil}::date, accreditation_id = ${v.accreditationId}, entrusted_to = ${v.entrustedTo}
    WHERE id = ${id}::int`.execute(tx)
  await setTrainers(tx, id, providerId, v.trainerIds)
}

export async function markOpen(tx: Tx, id: number, made: Made): Promise<void> {
  await sql`UPDATE course_class SET state = 'open', opened_by = ${made.by}, opened_at = ${made.at} WHERE id = ${id}::int`.execute(
    tx,
  )
}
export async function markRunning(tx: Tx, id: number): Promise<void> {
  await sql`UPDATE course_class SET state = 'running' WHERE id = ${id}::int`.execute(tx)
}
export async function markCancelled(tx: Tx, id: number, made: Made, why: string): Promise<void> {
  await sql`
    UPDATE course_class SET state = 'cancelled', cancelled_by = ${made.by}, cancelled_at = ${made.at}, cancelled_why = ${why}
    WHERE id = ${id}::int`.execute(tx)
}

/** Classes whose first day has come where they are held. */
export async function classesToStart(tx: Tx, now: Date): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT c.id FROM ${from}
    WHERE c.state = 'open' AND c.starts_on <= (${now}::timestamptz AT TIME ZONE coalesce(i.time_zone, 'Asia/Jakarta'))::date ORDER BY c.id`.execute(
    tx,
  )
  return rows.map(row => row.id)
}

/** What is known of a course before anybody joins; null where there is none, or it is archived. */
export type CourseCard = { id: number; title: string; openFor: number[] | null }
export async function courseCard(db: Db | Tx, courseId: number): Promise<CourseCard | null> {
  const { rows } = await sql<CourseCard>`
    SELECT k.id, v.title, CASE WHEN k.open_to = 'all' OR p.instansi_id IS NULL THEN NULL WHEN k.open_to = 'instansi' THEN ARRAY[p.instansi_id]
      ELSE ARRAY(SELECT o.id FROM instansi o LEFT JOIN instansi g ON g.id = o.guided_by
                 WHERE p.instansi_id IN (o.id, o.guided_by, g.guided_by) ORDER BY 1) END AS "openFor"
    FROM course k JOIN course_version v ON v.course_id = k.id AND v.state = 'active' JOIN provider p ON p.id = k.provider_id
    WHERE k.id = ${courseId}::int AND k.archived_at IS NULL`.execute(db)
  return rows[0] ?? null
}

/** The classes of a course that take people in or run, the nearest first. */
export async function classesOfCourse(db: Db | Tx, courseId: number): Promise<CourseClass[]> {
  const { rows } = await sql<CourseClass>`
    SELECT ${columns} FROM ${from} WHERE k.id = ${courseId}::int AND c.state IN ('open', 'running')
    ORDER BY c.starts_on NULLS FIRST, c.id`.execute(db)
  return rows
}
