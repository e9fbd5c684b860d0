import { instantOf } from '../../src/learning/classes/run/rules/local-time.ts'
import { sql, type Tx } from '../../src/platform/db/index.ts'
import { isoOf, toDay } from './dates.ts'

type DemoClass = {
  id: number
  pattern: string
  state: 'open' | 'running' | 'closed'
  startsOn: string
  endsOn: string
  subjects: { sort: number; title: string; jp: number }[]
}
type Planned = {
  classId: number
  day: string
  half: 0 | 1
  sort: number
  title: string
  jp: number
}

/** Two half days of at most four JP each. */
const halves = [
  { from: '08:00', until: '11:00' },
  { from: '13:00', until: '16:00' },
] as const
const mostOfHalf = 4

/** The working days of a class. */
function workingDays({ startsOn, endsOn }: DemoClass): string[] {
  const [first, last] = [toDay(startsOn), toDay(endsOn)]
  const days = Array.from({ length: last - first + 1 }, (_, n) => isoOf(first + n))
  const weekdays = days.filter(day => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()))
  return weekdays.length > 0 ? weekdays : days
}

/** The curriculum of a class over its days, a morning and an afternoon each, in the order of its subjects. */
function plan(one: DemoClass): Planned[] {
  const places = workingDays(one).flatMap(day => [
    { day, half: 0 as const },
    { day, half: 1 as const },
  ])
  const parts = one.subjects.flatMap(({ sort, title, jp }) =>
    Array.from({ length: Math.ceil(jp / mostOfHalf) }, (_, n) => ({
      sort,
      title,
      jp: Math.min(mostOfHalf, jp - n * mostOfHalf),
    })),
  )
  return places.flatMap((place, n) => (parts[n] ? [{ classId: one.id, ...place, ...parts[n] }] : []))
}

/**
 * Sessions with attendance, scores and results of the demo's classes: whole of those that are closed, so far of the one that runs, and the
 * timetable ahead of the others. Where there are no classes it does nothing.
 */
export async function insertSessions(tx: Tx, today: string): Promise<void> {
  const { rows: classes } = await sql<DemoClass>`
    SELECT c.id, c.pattern, c.state, c.starts_on AS "startsOn", c.ends_on AS "endsOn",
      coalesce((SELECT jsonb_agg(jsonb_build_object('sort', s.sort, 'title', s.title, 'jp', s.jp) ORDER BY s.sort)
        FROM course_subject s WHERE s.version_id = c.version_id), '[]') AS subjects
    FROM course_class c WHERE c.provider_id = 1 AND c.starts_on IS NOT NULL AND c.state IN ('open', 'running', 'closed') ORDER BY c.id`.execute(
    tx,
  )
  if (classes.length === 0) return
  const { rows: rooms } = await sql<{ id: number }>`
    SELECT id FROM room WHERE provider_id = 1 AND kind <> 'asrama' AND closed_at IS NULL AND capacity >= 40 ORDER BY id`.execute(
    tx,
  )
  const { rows: trainers } = await sql<{ id: number }>`
    SELECT id FROM trainer WHERE provider_id = 1 AND closed_at IS NULL ORDER BY id`.execute(tx)
  const taken = new Set<string>()
  /** The first of these that nobody has at this half day, beginning with another for every class; null where all are taken. */
  const free = (of: readonly { id: number }[], kind: string, at: Planned, begin: number): number | null => {
    for (let n = 0; n < of.length; n++) {
      const { id } = of[(begin + n) % of.length]!
      const key = `${kind}:${id}:${at.day}:${at.half}`
      if (taken.has(key)) continue
      taken.add(key)
      return id
    }
    return null
  }
  const sessions = classes.flatMap((one, index) =>
    plan(one).map(session => {
      const online = one.pattern === 'jarak_jauh'
      return {
        ...session,
        startsAt: instantOf(session.day, halves[session.half].from, 'Asia/Jakarta'),
        endsAt: instantOf(session.day, halves[session.half].until, 'Asia/Jakarta'),
        mode: online ? 'daring' : 'tatap_muka',
        roomId: online || one.pattern === 'in_house' || one.pattern === 'fasilitasi' ? null : free(rooms, 'room', session, index),
        trainerId: free(trainers, 'trainer', session, index + session.sort),
        url: online ? `https://temu.example/bpsdm/${one.id}` : null,
      }
    }),
  )
  await sql`
    WITH given AS (
      SELECT nextval(pg_get_serial_sequence('class_session', 'id'))::int AS id, g.*
      FROM jsonb_to_recordset(${JSON.stringify(sessions)}::jsonb) AS g("classId" int, "startsAt" timestamptz, "endsAt" timestamptz, sort int, title text,
        jp int, mode text, "roomId" int, "trainerId" int, url text)),
    made AS (
      INSERT INTO class_session (id, class_id, starts_at, ends_at, subject_sort, title, jp, mode, room_id, meeting_url, meeting_capacity, made_by, made_at)
      SELECT id, "classId", "startsAt", "endsAt", sort, title, jp, mode, "roomId", url, CASE WHEN url IS NOT NULL THEN 100 END, 'demo-penyelenggara',
        "startsAt" - interval '30 days' FROM given RETURNING id)
    INSERT INTO session_trainer (session_id, trainer_id)
    SELECT m.id, g."trainerId" FROM made m JOIN given g ON g.id = m.id WHERE g."trainerId" IS NOT NULL`.execute(tx)
  // Who passed was there; of who runs some are away, and the last session waits to be completed.
  await sql`
    INSERT INTO attendance (pegawai_id, session_id, class_id, instansi_id, state, way, at, by_account, by_name)
    SELECT e.pegawai_id, s.id, s.class_id, e.instansi_id,
      CASE WHEN c.state = 'closed' OR x.n > 3 THEN 'hadir' WHEN x.n = 0 THEN 'sakit' WHEN x.n = 1 THEN 'izin' WHEN x.n = 2 THEN 'alpa' ELSE 'hadir' END,
      CASE WHEN s.mode = 'daring' THEN 'daring' WHEN x.n <= 2 AND c.state <> 'closed' THEN 'manual' ELSE 'kode' END,
      s.starts_at - (x.n % 20) * interval '1 minute', 'demo-penyelenggara', CASE WHEN x.n <= 2 AND c.state <> 'closed' THEN 'Penyelenggara' ELSE e.name END
    FROM class_session s JOIN course_class c ON c.id = s.class_id
    JOIN enrolment e ON e.class_id = c.id AND e.state IN ('enrolled', 'completed', 'failed')
    CROSS JOIN LATERAL (SELECT abs(hashtext(e.pegawai_id || ' ' || s.id)) % 60 AS n) x
    WHERE c.provider_id = 1 AND c.state IN ('running', 'closed') AND s.ends_at < ${`${today}T00:00:00Z`}::timestamptz
      AND NOT (c.state = 'running' AND x.n % 7 = 0
        AND s.id = (SELECT l.id FROM class_session l WHERE l.class_id = c.id AND l.ends_at < ${`${today}T00:00:00Z`}::timestamptz ORDER BY l.starts_at DESC LIMIT 1))`.execute(
    tx,
  )
  await sql`
    INSERT INTO component_score (pegawai_id, class_id, component, instansi_id, score, by_account, at)
    SELECT e.pegawai_id, e.class_id, k->>'key', e.instansi_id, e.final_score, 'demo-penyelenggara', c.ends_on + interval '9 hours'
    FROM enrolment e JOIN course_class c ON c.id = e.class_id JOIN course_version v ON v.id = e.version_id,
      jsonb_array_elements(coalesce(v.pass->'components', '[]')) AS k
    WHERE c.provider_id = 1 AND c.starts_on IS NOT NULL AND e.state IN ('completed', 'failed') AND e.final_score IS NOT NULL`.execute(
    tx,
  )
  await sql`
    INSERT INTO class_result (pegawai_id, class_id, instansi_id, passed, final_score, detail, made_by, made_by_name, made_at)
    SELECT e.pegawai_id, e.class_id, e.instansi_id, e.state = 'completed', e.final_score,
      jsonb_build_object('rule', v.pass, 'scores', (SELECT jsonb_object_agg(s.component, s.score) FROM component_score s
        WHERE s.pegawai_id = e.pegawai_id AND s.class_id = e.class_id), 'version', 1),
      'demo-penyelenggara', 'Penyelenggara', coalesce(c.closed_at, e.finished_at)
    FROM enrolment e JOIN course_class c ON c.id = e.class_id JOIN course_version v ON v.id = e.version_id
    WHERE c.provider_id = 1 AND c.starts_on IS NOT NULL AND e.state IN ('completed', 'failed')`.execute(tx)
}
