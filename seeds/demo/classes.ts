import { sql, type Tx } from '../../src/platform/db/index.ts'
import { isoOf, toDay } from './dates.ts'

type DemoClass = {
  code: string
  name: string
  pattern: 'klasikal' | 'in_house' | 'fasilitasi' | 'blended' | 'jarak_jauh'
  /** Days from today to the first day, and how many days it lasts. */
  starts: number
  days: number
  max: number
  min?: number
  admission?: 'open' | 'approval' | 'nomination'
  instansiFirst?: boolean
  /** Whose people are in it; left out: the province and all it guides. */
  people?: number[]
  /** Only for these. */
  forInstansi?: number[]
  jenjang?: string[]
  place: string
  cost?: number
  /** How many are in it, wait, or asked. */
  taken: number
  waiting?: number
  asked?: number
  state?: 'draft' | 'cancelled'
}

const hall = 'Kampus BPSDM, Air Itam, Pangkalpinang'
const fourGovernments = [2, 3, 4, 5]
const classes: DemoClass[] = [
  {
    code: 'PKA',
    name: 'Angkatan XIV',
    pattern: 'blended',
    starts: -250,
    days: 120,
    max: 40,
    min: 30,
    admission: 'nomination',
    people: fourGovernments,
    jenjang: ['pengawas', 'administrator'],
    place: hall,
    cost: 26_000_000,
    taken: 38,
  },
  { code: 'KINERJA', name: 'Angkatan I', pattern: 'klasikal', starts: -190, days: 2, max: 40, place: hall, cost: 0, taken: 36 },
  {
    code: 'BMD',
    name: 'Angkatan I',
    pattern: 'klasikal',
    starts: -120,
    days: 5,
    max: 35,
    admission: 'approval',
    place: hall,
    cost: 2_750_000,
    taken: 33,
  },
  {
    code: 'ARSIP',
    name: 'In-house Kota Pangkalpinang',
    pattern: 'in_house',
    starts: -60,
    days: 3,
    max: 30,
    people: [9],
    forInstansi: [9],
    place: 'Balai Kota Pangkalpinang',
    taken: 28,
  },
  {
    code: 'PKA',
    name: 'Angkatan XV',
    pattern: 'blended',
    starts: -30,
    days: 125,
    max: 40,
    min: 30,
    admission: 'nomination',
    instansiFirst: true,
    people: fourGovernments,
    jenjang: ['pengawas', 'administrator'],
    place: hall,
    cost: 26_000_000,
    taken: 40,
  },
  {
    code: 'SPBE',
    name: 'Angkatan II',
    pattern: 'jarak_jauh',
    starts: -2,
    days: 10,
    max: 100,
    place: 'Ruang daring BPSDM',
    cost: 0,
    taken: 72,
  },
  {
    code: 'PBJ-1',
    name: 'Angkatan III',
    pattern: 'klasikal',
    starts: 18,
    days: 8,
    max: 30,
    min: 20,
    place: hall,
    cost: 4_500_000,
    taken: 30,
    waiting: 14,
  },
  {
    code: 'APKD',
    name: 'Angkatan II',
    pattern: 'klasikal',
    starts: 32,
    days: 6,
    max: 30,
    min: 20,
    admission: 'approval',
    instansiFirst: true,
    place: hall,
    cost: 5_250_000,
    taken: 12,
    asked: 15,
  },
  {
    code: 'RENSTRA',
    name: 'Fasilitasi Kabupaten Belitung',
    pattern: 'fasilitasi',
    starts: 40,
    days: 4,
    max: 30,
    admission: 'nomination',
    people: [4],
    forInstansi: [4],
    place: 'Gedung Serba Guna, Tanjungpandan',
    taken: 17,
    asked: 4,
  },
  {
    code: 'COACHING',
    name: 'Angkatan I',
    pattern: 'klasikal',
    starts: 55,
    days: 3,
    max: 25,
    min: 15,
    place: hall,
    cost: 1_500_000,
    taken: 9,
  },
  {
    code: 'BENCANA',
    name: 'Angkatan I',
    pattern: 'klasikal',
    starts: 25,
    days: 3,
    max: 30,
    place: 'Kantor BPBD Provinsi',
    taken: 18,
    state: 'cancelled',
  },
  {
    code: 'PKP',
    name: 'Angkatan XX',
    pattern: 'blended',
    starts: 75,
    days: 100,
    max: 40,
    min: 30,
    admission: 'nomination',
    instansiFirst: true,
    jenjang: ['pengawas'],
    place: hall,
    cost: 22_000_000,
    taken: 0,
    state: 'draft',
  },
  {
    code: 'DESENTRALISASI',
    name: 'Gelombang IV',
    pattern: 'jarak_jauh',
    starts: 30,
    days: 6,
    max: 100,
    admission: 'approval',
    place: 'Daring',
    cost: 0,
    taken: 31,
    asked: 7,
  },
  {
    code: 'KESELAMATAN-PASIEN',
    name: 'Angkatan II',
    pattern: 'klasikal',
    starts: 18,
    days: 2,
    max: 30,
    place: 'Kelas Bapelkes, Pangkalpinang',
    cost: 750_000,
    taken: 24,
  },
]
/** Of these classes of the list the person behind `demo-pegawai` is a part, too. */
const persona: Record<number, 'enrolled' | 'waiting' | 'requested'> = {
  2: 'enrolled',
  6: 'enrolled',
  7: 'waiting',
  8: 'requested',
}
/** Of the team of `demo-atasan` these two are in the class on assets, which is to be looked back at by now. */
const teamOfAtasan = [5943, 5945]
const firstId = 101

const stateOf = ({ state, starts, days }: DemoClass) =>
  state ?? (starts + days <= 0 ? 'closed' : starts <= 0 ? 'running' : 'open')

/** Fourteen classes over the year, twelve of the province's BPSDM, with some 450 people in them; of the courses of seeds/demo/courses.ts. */
export async function insertClasses(tx: Tx, today: string): Promise<void> {
  const rows = classes.map((one, index) => ({
    ...one,
    id: firstId + index,
    state: stateOf(one),
    startsOn: isoOf(toDay(today) + one.starts),
    endsOn: isoOf(toDay(today) + one.starts + one.days - 1),
    until: isoOf(toDay(today) + one.starts - 7),
    persona: persona[index + 1] ?? null,
  }))
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS g(id int, code text, name text, pattern text, state text, "startsOn" date,
    "endsOn" date, until date, max int, min int, admission text, "instansiFirst" boolean, "forInstansi" int[], people int[], jenjang text[], place text,
    cost bigint, taken int, waiting int, asked int, persona text)`
  const noon = `${today}T05:00:00Z`
  await sql`
    INSERT INTO course_class (id, provider_id, version_id, name, pattern, form, state, starts_on, ends_on, seats_min, seats_max, registration_until,
      admission, instansi_first, for_instansi, place, meeting_capacity, cost_participant, made_by, made_at, opened_by, opened_at, closed_by, closed_at,
      cancelled_by, cancelled_at, cancelled_why)
    SELECT g.id, k.provider_id, v.id, g.name, g.pattern, CASE g.pattern WHEN 'jarak_jauh' THEN 'jarak_jauh' ELSE v.form END, g.state, g."startsOn", g."endsOn", g.min,
      g.max, g.until, coalesce(g.admission, 'open'), coalesce(g."instansiFirst", false), g."forInstansi", g.place,
      CASE g.pattern WHEN 'jarak_jauh' THEN 100 END, g.cost, 'demo-penyelenggara', g."startsOn" - 90,
      CASE WHEN g.state <> 'draft' THEN 'demo-penyelenggara' END, CASE WHEN g.state <> 'draft' THEN g."startsOn" - 80 END,
      CASE WHEN g.state = 'closed' THEN 'demo-penyelenggara' END, CASE WHEN g.state = 'closed' THEN g."endsOn" + 1 END,
      CASE WHEN g.state = 'cancelled' THEN 'demo-penyelenggara' END, CASE WHEN g.state = 'cancelled' THEN ${noon}::timestamptz - interval '3 days' END,
      CASE WHEN g.state = 'cancelled' THEN 'Narasumber dari BNPB berhalangan; dijadwalkan ulang tahun depan.' END
    FROM ${given} JOIN course k ON k.code = g.code JOIN course_version v ON v.course_id = k.id AND v.state = 'active'`.execute(tx)
  await sql`
    WITH wanted AS (
      SELECT g.*, coalesce(g.taken, 0) + coalesce(g.waiting, 0) + coalesce(g.asked, 0) AS n,
             (SELECT a.pegawai_id FROM identity.user_account a WHERE a.id = 'demo-pegawai') AS me
      FROM ${given}),
    drawn AS (
      SELECT w.id AS class_id, w.taken, w.waiting, w.state, w."startsOn" AS starts, p.pegawai_id,
             row_number() OVER (PARTITION BY w.id ORDER BY md5(p.pegawai_id || ' ' || w.id)) AS place
      FROM wanted w JOIN course_class c ON c.id = w.id
      JOIN LATERAL (
        SELECT p.pegawai_id FROM pegawai p JOIN jabatan j ON j.id = p.jabatan_id
        WHERE p.status = 'aktif' AND p.pegawai_id <> w.me AND p.instansi_id BETWEEN 2 AND 9
          AND (w.people IS NULL OR p.instansi_id = ANY (w.people)) AND j.jenjang = ANY (coalesce(w.jenjang, ARRAY['ahli_pertama', 'ahli_muda', 'pelaksana', 'terampil']))
        ORDER BY w.code = 'BMD' AND p.pegawai_id = ANY (${teamOfAtasan}::int[]) DESC, md5(p.pegawai_id || ' ' || w.id) LIMIT greatest(w.n - CASE WHEN w.persona IS NULL THEN 0 ELSE 1 END, 0)) p ON true),
    people AS (
      SELECT class_id, pegawai_id, place, state AS class_state, starts,
             CASE WHEN place <= taken - m.mine_in THEN 'enrolled' WHEN place <= taken + coalesce(waiting, 0) - m.mine_in - m.mine_waits THEN 'waiting' ELSE 'requested' END AS stands
      FROM drawn JOIN LATERAL (
        SELECT (w.persona IS NOT DISTINCT FROM 'enrolled')::int AS mine_in, (w.persona IS NOT DISTINCT FROM 'waiting')::int AS mine_waits
        FROM wanted w WHERE w.id = drawn.class_id) m ON true
      UNION ALL
      SELECT w.id, w.me, 1000, w.state, w."startsOn", w.persona FROM wanted w JOIN course_class c ON c.id = w.id
      WHERE w.persona IS NOT NULL AND w.me IS NOT NULL)
    INSERT INTO enrolment (pegawai_id, class_id, instansi_id, instansi_then, version_id, name, nip, jabatan, unit, instansi, way, state, asked_at,
      enrolled_at, started_at, finished_at, final_score, reason, regional, entry, endorsed_at, approved_at)
    SELECT p.pegawai_id, c.id, p.instansi_id, p.instansi_id, c.version_id, p.name, p.nip, j.name, u.name, i.name,
      CASE WHEN c.admission = 'nomination' THEN 'nominated' ELSE 'self' END,
      CASE WHEN x.class_state = 'cancelled' THEN 'cancelled' WHEN x.class_state = 'closed' AND x.place % 19 = 0 THEN 'failed'
           WHEN x.class_state = 'closed' THEN 'completed' ELSE x.stands END,
      least(${noon}::timestamptz, x.starts::timestamptz - interval '20 days') - (2000 - x.place) * interval '7 minutes',
      CASE WHEN x.stands = 'enrolled' AND x.class_state <> 'cancelled'
        THEN least(${noon}::timestamptz, x.starts::timestamptz - interval '20 days') - (1990 - x.place) * interval '7 minutes' END,
      CASE WHEN x.class_state IN ('closed', 'running') THEN x.starts::timestamptz + interval '2 hours' END,
      CASE WHEN x.class_state = 'closed' THEN c.ends_on + interval '1 day' END,
      CASE WHEN x.class_state = 'closed' AND x.place % 19 = 0 THEN 58 + x.place % 9 WHEN x.class_state = 'closed' THEN 72 + (x.place * 7) % 25 END,
      CASE WHEN x.class_state = 'cancelled' THEN c.cancelled_why WHEN x.class_state = 'closed' AND x.place % 19 = 0 THEN 'Nilai di bawah 70' END,
      true, '{"rule": "masuk-1", "met": true, "each": []}'::jsonb,
      CASE WHEN c.instansi_first AND (x.stands <> 'requested' OR x.place % 3 = 0) THEN c.opened_at + interval '2 days' END,
      CASE WHEN c.admission <> 'open' AND x.stands <> 'requested' THEN c.opened_at + interval '3 days' END
    FROM people x JOIN course_class c ON c.id = x.class_id JOIN pegawai p ON p.pegawai_id = x.pegawai_id JOIN unit u ON u.id = p.unit_id
    JOIN instansi i ON i.id = p.instansi_id JOIN jabatan j ON j.id = p.jabatan_id
    ORDER BY c.id, array_position(ARRAY['enrolled', 'waiting', 'requested'], x.stands), x.place`.execute(tx)
  await sql`
    INSERT INTO enrolment_event (pegawai_id, class_id, instansi_id, kind, by_account, by_name, at, reason)
    SELECT e.pegawai_id, e.class_id, e.instansi_id, x.kind, CASE x.kind WHEN 'asked' THEN NULL ELSE 'demo-penyelenggara' END,
      CASE x.kind WHEN 'asked' THEN e.name ELSE 'Penyelenggara' END, x.at, CASE WHEN x.kind IN ('failed', 'cancelled') THEN e.reason END
    FROM enrolment e JOIN course_class c ON c.id = e.class_id
    JOIN LATERAL (VALUES (1, CASE e.way WHEN 'self' THEN 'asked' ELSE 'nominated' END, e.asked_at), (2, 'enrolled', e.enrolled_at),
      (3, CASE e.state WHEN 'waiting' THEN 'waiting' END, e.asked_at), (4, CASE WHEN e.state IN ('completed', 'failed') THEN e.state END, e.finished_at),
      (5, CASE e.state WHEN 'cancelled' THEN 'cancelled' END, c.cancelled_at)) AS x (sort, kind, at) ON x.kind IS NOT NULL AND x.at IS NOT NULL
    WHERE e.class_id >= ${firstId} ORDER BY e.class_id, e.queue, x.sort`.execute(tx)
  await sql`
    INSERT INTO learning_record (pegawai_id, instansi_id, instansi_then, form, international, name, organiser, started_on, ended_on, jp, source, source_id,
      recorded_by, recorded_at)
    SELECT e.pegawai_id, e.instansi_id, e.instansi_then, c.form, v.international, v.title, p.name, c.starts_on, c.ends_on, v.jp, 'kelas', c.id,
      'demo-penyelenggara', c.closed_at
    FROM enrolment e JOIN course_class c ON c.id = e.class_id JOIN course_version v ON v.id = e.version_id JOIN provider p ON p.id = c.provider_id
    WHERE e.state = 'completed' AND c.id >= ${firstId}
    ON CONFLICT (pegawai_id, lower(name), ended_on) WHERE withdrawn_at IS NULL DO NOTHING`.execute(tx)
  await sql`
    UPDATE course_class c SET seats_taken = n.taken, seats_waiting = n.waiting, seats_asked = n.asked
    FROM (SELECT class_id, (count(*) FILTER (WHERE state IN ('enrolled', 'completed', 'failed')))::int AS taken,
                 (count(*) FILTER (WHERE state = 'waiting'))::int AS waiting, (count(*) FILTER (WHERE state = 'requested'))::int AS asked
          FROM enrolment GROUP BY class_id) n
    WHERE c.id = n.class_id`.execute(tx)
  await sql`
    SELECT max(nextval(pg_get_serial_sequence('course_class', 'id')))
    FROM generate_series((SELECT count(*) FROM course_class WHERE id < ${firstId})::int, ${firstId + classes.length})`.execute(tx)
}
