import { sql, type Tx } from '../src/platform/db/index.ts'
import type { Asked } from './access-questions.ts'
import type { Answer, Line, Role } from './access-table.ts'

/** A class of the province's own provider, whose participants are known to everybody who holds it. */
const classId = 800_002
/** Another, with people of every government: nobody asks for it. */
const crowd = 800_001
const session = 800_002

/** Who keeps the provider of the class, and its staff. */
const holders: readonly Role[] = ['admin', 'pengelola', 'perencana', 'penyelenggara', 'fasilitator']
/** Accounts that belong to nobody: they are in no session. */
const nobodies: readonly Role[] = ['admin', 'nasional', 'adminKabupaten']

/** The running of a class: who holds it, and nobody else; who takes part sees the timetable and the materials (run.db tests). */
export function runningLines(all: readonly Role[]): Line[] {
  const but = (some: readonly Role[]) => all.filter(role => !some.includes(role))
  const held = (route: string, done: Answer): Line => ({ route, nobody: 'masuk', inside: { [done]: holders, 404: but(holders) } })
  // What the class does not have is not there for who holds it either.
  const gone = (route: string): Line => ({ route, nobody: 'masuk', inside: { 404: all } })
  const coded = (route: string): Line => ({ route, nobody: 'masuk', inside: { 404: but(nobodies), 422: nobodies } })
  const api = (route: string): Line => ({ route, nobody: 401, inside: { 200: holders, 404: but(holders) } })
  return [
    held('GET /kelas/:id/jadwal', 200),
    held('GET /kelas/:id/jadwal.xlsx', 200),
    held('GET /kelas/:id/jadwal/baru', 200),
    held('GET /kelas/:id/jadwal/:session', 200),
    held('POST /kelas/:id/jadwal', 422),
    held('POST /kelas/:id/jadwal/:session', 422),
    held('POST /kelas/:id/jadwal/:session/hapus', 303),
    held('POST /kelas/:id/jadwal/salin', 422),
    held('POST /kelas/:id/jadwal/salin-kelas', 422),
    held('GET /kelas/:id/hadir', 200),
    held('GET /kelas/:id/hadir.xlsx', 200),
    held('GET /kelas/:id/hadir/:session', 200),
    held('POST /kelas/:id/hadir/:session', 303),
    held('POST /kelas/:id/hadir/:session/daftar', 422),
    held('GET /kelas/:id/hadir/:session/daftar.pdf', 200),
    held('GET /kelas/:id/hadir/:session/layar', 200),
    { route: 'GET /hadir', nobody: 'masuk', inside: { 200: all } },
    { route: 'POST /hadir', nobody: 'masuk', inside: { 422: all } },
    coded('GET /hadir/:token'),
    coded('POST /hadir/:token'),
    gone('GET /kelas/:id/temu/:session'),
    held('GET /kelas/:id/bahan', 200),
    held('POST /kelas/:id/bahan', 422),
    gone('GET /kelas/:id/bahan/:material'),
    gone('POST /kelas/:id/bahan/:material'),
    held('GET /kelas/:id/nilai', 200),
    held('GET /kelas/:id/nilai.xlsx', 200),
    held('POST /kelas/:id/nilai', 303),
    held('POST /kelas/:id/nilai/unggah', 422),
    held('GET /kelas/:id/penutupan', 200),
    held('POST /kelas/:id/penutupan', 409),
    held('POST /kelas/:id/penutupan/titip', 303),
    gone('GET /kelas/:id/penutupan/:person'),
    gone('POST /kelas/:id/penutupan/:person'),
    held('GET /kelas/:id/surat', 200),
    held('POST /kelas/:id/surat', 422),
    held('POST /kelas/:id/surat/aturan', 422),
    held('GET /kelas/:id/surat/cabut', 200),
    held('POST /kelas/:id/surat/cabut', 422),
    gone('GET /kelas/:id/surat/:file'),
    gone('GET /kelas/:id/surat/:letter/undang'),
    gone('POST /kelas/:id/surat/:letter/undang'),
    api('GET /api/v1/classes/:id/sessions'),
    api('GET /api/v1/classes/:id/attendance'),
    api('GET /api/v1/classes/:id/results'),
  ]
}

type Question = { path: string; body?: URLSearchParams }
const parts: Record<string, string> = {
  session: String(session),
  material: '999999',
  person: '999999',
  letter: '999999',
  file: '999999.pdf',
}
/** Every route of the class is asked for the one class, and for what stands in it or nowhere. */
export const runningQuestions: Record<string, (t: Asked) => Question> = Object.fromEntries(
  runningLines([]).map(({ route }) => [
    route,
    (): Question => {
      const [method, path] = route.split(' ') as [string, string]
      const filled = path
        .replace(/:id/, String(classId))
        .replace(/:token/, '1-1-000000000000000000000000')
        .replace(/:(\w+)/g, (_, name: string) => parts[name]!)
      return method === 'POST' ? { path: filled, body: new URLSearchParams({ lembaga: '0', keadaan: 'x' }) } : { path: filled }
    },
  ]),
)

/** The two classes, each with a session that is over, somebody in it, a score and a result. */
export async function runningForAll(tx: Tx): Promise<void> {
  await sql`
    WITH c AS (INSERT INTO course (id, provider_id, code, open_to, made_by, made_at) VALUES (800001, 1, 'UJI-JALAN', 'all', 'uji', now()) RETURNING id),
    v AS (
      INSERT INTO course_version (id, course_id, number, state, title, form, jp, pass, made_by, made_at, activated_by, activated_at)
      SELECT 800001, id, 1, 'active', 'Kursus berjalan', 'teknis', 4,
        '{"mark": 70, "components": [{"key": "ujian", "name": "Ujian", "weight": 100}], "attendance": 85}'::jsonb, 'uji', now(), 'uji', now() FROM c
      RETURNING id)
    INSERT INTO course_class (id, provider_id, version_id, name, pattern, form, state, starts_on, ends_on, made_by, made_at)
    SELECT k.id, 1, v.id, 'Kelas ' || k.id, 'klasikal', 'teknis', 'running', current_date - 3, current_date + 3, 'uji', now()
    FROM v, (VALUES (${crowd}::int), (${classId}::int)) AS k (id)`.execute(tx)
  await sql`
    INSERT INTO class_session (id, class_id, starts_at, ends_at, title, jp, mode, made_by, made_at)
    SELECT id, id, now() - interval '30 hours', now() - interval '27 hours', 'Sesi uji', 4, 'tatap_muka', 'uji', now()
    FROM (VALUES (${crowd}::int), (${classId}::int)) AS k (id)`.execute(tx)
  await sql`
    INSERT INTO enrolment (pegawai_id, class_id, instansi_id, instansi_then, version_id, name, nip, unit, instansi, way, state, asked_at, enrolled_at)
    SELECT p.pegawai_id, x.class_id, p.instansi_id, p.instansi_id, 800001, p.name, p.nip, 'Unit uji', 'Instansi uji', 'nominated', 'enrolled', now(), now()
    FROM (
      SELECT pegawai_id, ${crowd}::int AS class_id FROM pegawai WHERE status = 'aktif' AND pegawai_id % 20 = 0
      UNION SELECT s.pegawai_id, ${classId}::int FROM identity.scope_case_person s JOIN pegawai q ON q.pegawai_id = s.pegawai_id AND q.instansi_id = 2
        WHERE s.case_id = 2
          AND s.pegawai_id NOT IN (SELECT a.pegawai_id FROM identity.user_account a WHERE a.pegawai_id IS NOT NULL)) x
    JOIN pegawai p ON p.pegawai_id = x.pegawai_id`.execute(tx)
  await sql`
    INSERT INTO attendance (pegawai_id, session_id, class_id, instansi_id, state, way, at, by_account, by_name)
    SELECT pegawai_id, class_id, class_id, instansi_id, 'hadir', 'manual', now(), 'uji', 'Uji' FROM enrolment
    WHERE class_id IN (${crowd}::int, ${classId}::int)`.execute(tx)
  await sql`
    INSERT INTO component_score (pegawai_id, class_id, component, instansi_id, score, by_account, at)
    SELECT pegawai_id, class_id, 'ujian', instansi_id, 80, 'uji', now() FROM enrolment WHERE class_id = ${crowd}::int`.execute(tx)
  await sql`
    INSERT INTO class_result (pegawai_id, class_id, instansi_id, passed, final_score, detail, made_by, made_by_name, made_at)
    SELECT pegawai_id, class_id, instansi_id, true, 80, '{}'::jsonb, 'uji', 'Uji', now() FROM enrolment WHERE class_id = ${crowd}::int`.execute(
    tx,
  )
  await sql`
    INSERT INTO class_letter (class_id, provider_id, kind, year, serial, number, date, signatory, content_key, content_digest, made_by, made_by_name, made_at)
    VALUES (${classId}, 1, 'jadwal', 2026, 800001, 'Uji', current_date, '{}', 'class-letters/uji.json', 'uji', 'uji', 'Uji', now())`.execute(
    tx,
  )
}
