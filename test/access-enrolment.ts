import { sql, type Tx } from '../src/platform/db/index.ts'
import type { Asked } from './access-questions.ts'
import type { Answer, Line, Role } from './access-table.ts'

/** Plan classes of the institutions of a government they keep, or that they are staff of. */
const organisers: readonly Role[] = ['admin', 'adminKabupaten', 'pengelola', 'kabupaten', 'penyelenggara', 'fasilitator']
/** Lead a team, or keep the people of a government. */
const nominators: readonly Role[] = [
  'admin',
  'adminKabupaten',
  'pengelola',
  'kabupaten',
  'atasan',
  'pembina',
  'pimpinan',
  'penyelenggara',
]
/** Accounts that belong to nobody: they learn nothing. */
const nobodies: readonly Role[] = ['admin', 'nasional', 'adminKabupaten']

const classOf = ({ instansiId }: Asked) => 500_000 + instansiId
const draftOf = ({ instansiId }: Asked) => 600_000 + instansiId
const courseOf = classOf
/** Everybody who has an account is in this one. */
const common = 700_000

/** The card of a class, who is in it, and what oneself and one's people ask for. `all`: everybody who is signed in. */
export function enrolmentLines(all: readonly Role[]): Line[] {
  const but = (some: readonly Role[]) => all.filter(role => !some.includes(role))
  const page = { nobody: 'masuk' } as const
  const api = { nobody: 401 } as const
  const beyond = { outside: { 404: all } }
  const held = (route: string, done: Answer): Line => ({
    ...page,
    route,
    inside: { [done]: organisers, 403: but(organisers) },
    ...beyond,
  })
  const led = (route: string, done: Answer): Line => ({ ...page, route, inside: { [done]: nominators, 403: but(nominators) } })
  const own = (route: string, done: Answer): Line => ({ ...page, route, inside: { [done]: but(nobodies), 403: nobodies } })
  const teachers: readonly Role[] = [...organisers, 'perencana']
  /** Whom an institution names as its trainer. */
  const trainers: readonly Role[] = ['fasilitator']
  const taught = (route: string, done: Answer): Line => ({ ...page, route, inside: { [done]: trainers, 403: but(trainers) } })
  return [
    { ...page, route: 'GET /kelas', inside: { 200: all } },
    { ...page, route: 'GET /kelas.xlsx', inside: { 200: all } },
    { ...page, route: 'GET /kelas/baru', inside: { 200: teachers, 403: but(teachers) } },
    // The planner makes classes of the own government and none of those it guides.
    {
      ...page,
      route: 'POST /kelas',
      inside: { 422: organisers, 404: ['perencana'], 403: but(teachers) },
      outside: { 404: teachers, 403: but(teachers) },
    },
    { ...page, route: 'GET /kelas/:id', inside: { 200: all }, ...beyond },
    { ...page, route: 'GET /kelas/:id/kalender.ics', inside: { 200: all }, ...beyond },
    held('GET /kelas/:id/ubah', 200),
    held('POST /kelas/:id/ubah', 422),
    held('GET /kelas/:id/batal', 200),
    held('POST /kelas/:id/batal', 422),
    held('POST /kelas/:id/buka', 303),
    // A draft, which only who plans it sees.
    { ...page, route: 'POST /kelas/:id/mulai', inside: { 303: organisers, 404: but(organisers) }, ...beyond },
    held('GET /kelas/:id/peserta', 200),
    held('GET /kelas/:id/peserta.xlsx', 200),
    held('POST /kelas/:id/peserta', 422),
    { ...led('GET /kelas/:id/usulkan', 200), ...beyond },
    { ...led('POST /kelas/:id/usulkan', 422), ...beyond },
    { ...own('GET /katalog/:courseId/ikut', 200), ...beyond },
    // It takes only people who are nominated.
    { ...own('POST /katalog/:courseId/ikut', 422), ...beyond },
    own('GET /belajar/pendaftaran', 200),
    own('GET /belajar/pendaftaran/:id', 200),
    own('POST /belajar/pendaftaran/:id/mundur', 422),
    led('GET /pendaftaran', 200),
    led('GET /pendaftaran.xlsx', 200),
    led('POST /pendaftaran', 422),
    own('GET /belajar/kalender', 200),
    own('POST /belajar/kalender', 200),
    own('POST /belajar/kalender/cabut', 303),
    taught('GET /kelas/kalender', 200),
    taught('POST /kelas/kalender', 200),
    taught('POST /kelas/kalender/cabut', 303),
    // Calendar programmes cannot sign in: the address is the key, and this one is nobody's.
    { route: 'GET /kalender/:file', nobody: 404, inside: { 404: all } },
    { ...api, route: 'GET /api/v1/classes', inside: { 200: all } },
    { ...api, route: 'GET /api/v1/classes/:id/enrolments', inside: { 200: organisers, 403: but(organisers) }, ...beyond },
    { ...api, route: 'POST /api/v1/classes/:id/enrolments', inside: { 200: nominators, 403: but(nominators) }, ...beyond },
  ]
}

type Question = { path: string; body?: FormData | URLSearchParams | Blob }
const get = (path: string): Question => ({ path })
const post = (path: string, fields: Record<string, string> = {}): Question => ({ path, body: new URLSearchParams(fields) })
const ofClass = (part: string) => (t: Asked) => get(`/kelas/${classOf(t)}${part}`)
const toClass = (part: string) => (t: Asked) => post(`/kelas/${classOf(t)}${part}`)

export const enrolmentQuestions: Record<string, (t: Asked) => Question> = {
  'POST /kelas': t => post('/kelas', { kursus: String(courseOf(t)) }),
  'GET /kelas/:id': ofClass(''),
  'GET /kelas/:id/kalender.ics': ofClass('/kalender.ics'),
  'GET /kelas/:id/ubah': ofClass('/ubah'),
  'POST /kelas/:id/ubah': toClass('/ubah'),
  'GET /kelas/:id/batal': ofClass('/batal'),
  'POST /kelas/:id/batal': toClass('/batal'),
  'POST /kelas/:id/buka': toClass('/buka'),
  'POST /kelas/:id/mulai': t => post(`/kelas/${draftOf(t)}/mulai`),
  'GET /kelas/:id/peserta': ofClass('/peserta'),
  'GET /kelas/:id/peserta.xlsx': ofClass('/peserta.xlsx'),
  'POST /kelas/:id/peserta': toClass('/peserta'),
  'GET /kelas/:id/usulkan': ofClass('/usulkan'),
  'POST /kelas/:id/usulkan': t => ({ path: `/kelas/${classOf(t)}/usulkan`, body: new FormData() }),
  'GET /katalog/:courseId/ikut': t => get(`/katalog/${courseOf(t)}/ikut`),
  'POST /katalog/:courseId/ikut': t => post(`/katalog/${courseOf(t)}/ikut`, { kelas: String(classOf(t)) }),
  'GET /belajar/pendaftaran/:id': () => get(`/belajar/pendaftaran/${common}`),
  'POST /belajar/pendaftaran/:id/mundur': () => post(`/belajar/pendaftaran/${common}/mundur`, { alasan: 'x' }),
  'GET /kalender/:file': () => get(`/kalender/${'A'.repeat(43)}.ics`),
  'GET /api/v1/classes/:id/enrolments': t => get(`/api/v1/classes/${classOf(t)}/enrolments`),
  'POST /api/v1/classes/:id/enrolments': t => ({
    path: `/api/v1/classes/${classOf(t)}/enrolments`,
    body: new Blob([JSON.stringify({ nips: ['199912312025011998'] })], { type: 'application/json' }),
  }),
}

/**
 * A class and a draft for every government, open to its own people by nomination; in the province's are people whom its organiser sees
 * otherwise, too. One for all who have an account, and an address of a calendar for everybody.
 */
export async function enrolmentsForAll(tx: Tx): Promise<void> {
  await sql`
    INSERT INTO provider (id, instansi_id, kind, name, short_name, made_by, made_at)
    SELECT 500000 + id, id, 'bpsdm', 'Lembaga uji ' || id, 'Lembaga uji ' || id, 'uji', now() FROM instansi WHERE id <> 2`.execute(
    tx,
  )
  await sql`
    WITH c AS (
      INSERT INTO course (id, provider_id, code, open_to, made_by, made_at)
      SELECT 500000 + i.id, coalesce(p.id, 1), 'UJI-AKSES', 'instansi', 'uji', now() FROM instansi i LEFT JOIN provider p ON p.id = 500000 + i.id
      RETURNING id, provider_id),
    v AS (
      INSERT INTO course_version (id, course_id, number, state, title, form, jp, made_by, made_at, activated_by, activated_at)
      SELECT id, id, 1, 'active', 'Kursus uji', 'teknis', 10, 'uji', now(), 'uji', now() FROM c RETURNING id)
    INSERT INTO course_class (id, provider_id, version_id, name, pattern, form, state, starts_on, ends_on, seats_max, admission, made_by, made_at)
    SELECT c.id + s.more, c.provider_id, c.id, 'Kelas uji', 'klasikal', 'teknis', s.state, current_date + 300, current_date + 302, 30, 'nomination', 'uji', now()
    FROM c, (VALUES (0, 'open'), (100000, 'draft')) AS s (more, state)`.execute(tx)
  await sql`
    INSERT INTO course_class (id, provider_id, version_id, name, pattern, form, state, starts_on, ends_on, made_by, made_at)
    VALUES (${common}, 1, 500002, 'Kelas bersama', 'klasikal', 'teknis', 'open', current_date + 400, current_date + 401, 'uji', now())`.execute(
    tx,
  )
  await sql`
    INSERT INTO enrolment (pegawai_id, class_id, instansi_id, instansi_then, version_id, name, nip, unit, instansi, way, state, asked_at)
    SELECT p.pegawai_id, x.class_id, p.instansi_id, p.instansi_id, c.version_id, p.name, p.nip, 'Unit uji', 'Instansi uji', 'self', 'requested', now()
    FROM (
      SELECT pegawai_id, ${common}::int AS class_id FROM identity.user_account WHERE pegawai_id IS NOT NULL
      UNION SELECT s.pegawai_id, 500002 FROM identity.scope_case_person s JOIN pegawai q ON q.pegawai_id = s.pegawai_id AND q.instansi_id = 2 WHERE s.case_id = 2
      UNION SELECT min(pegawai_id), 500000 + instansi_id FROM pegawai WHERE instansi_id <> 2 GROUP BY instansi_id) x
    JOIN pegawai p ON p.pegawai_id = x.pegawai_id JOIN course_class c ON c.id = x.class_id`.execute(tx)
  await sql`
    INSERT INTO enrolment_event (pegawai_id, class_id, instansi_id, kind, by_name, at)
    SELECT pegawai_id, class_id, instansi_id, 'asked', name, asked_at FROM enrolment WHERE class_id >= 500000`.execute(tx)
  await sql`
    INSERT INTO calendar_feed (pegawai_id, instansi_id, token_digest, made_at)
    SELECT pegawai_id, instansi_id, 'uji-' || pegawai_id, now() FROM pegawai`.execute(tx)
}
