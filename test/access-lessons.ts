import { type ItemContent, rightAnswer } from '../src/learning/lessons/rules/item.ts'
import { readMarkup } from '../src/learning/lessons/rules/markup.ts'
import { sql, type Tx } from '../src/platform/db/index.ts'
import type { Asked } from './access-questions.ts'
import type { Line, Role } from './access-table.ts'

const course = 900_001
/** Held for all who have an account, with something handed in; and one where nobody handed in anything. */
const [classId, quietClass] = [900_001, 900_002]
const lesson = { text: 900_001, quiz: 900_002, assignment: 900_003, video: 900_004, draft: 900_010 }
/** The pegawai whom the demo plays. */
const persona = 5944

const choice: ItemContent = {
  kind: 'single',
  choices: [
    { key: 'a', text: 'Ya' },
    { key: 'b', text: 'Tidak' },
  ],
  right: 'a',
}
const question = { itemId: 900_001, prompt: 'Soal uji', points: 1, explanation: null, content: choice }
const assignment = { takes: 'text', rubric: [{ title: 'Isi', points: 10 }], again: 'asked', passMark: null }
const quiz = {
  purpose: 'quiz',
  draw: null,
  shuffleItems: false,
  shuffleChoices: false,
  minutes: null,
  attempts: null,
  passMark: 70,
  feedback: 'score',
}

/** A course of the province's provider with lessons in force and in a draft; who has an account, and one of each government, learns. */
export async function lessonsForAll(tx: Tx): Promise<void> {
  const json = (value: object) => sql`${JSON.stringify({ doc: readMarkup('Uji'), ...value })}::text::jsonb`
  await sql`INSERT INTO course (id, provider_id, code, open_to, made_by, made_at) VALUES (${course}, 1, 'UJI-PELAJARAN', 'all', 'uji', now())`.execute(
    tx,
  )
  await sql`
    INSERT INTO course_version (id, course_id, number, state, title, form, jp, made_by, made_at, activated_by, activated_at)
    VALUES (${course}, ${course}, 1, 'active', 'Kursus uji', 'teknis', 4, 'uji', now(), 'uji', now()),
      (${course + 1}, ${course}, 2, 'draft', 'Kursus uji', 'teknis', 4, 'uji', now(), NULL, NULL)`.execute(tx)
  await sql`
    INSERT INTO lesson (id, version_id, sort, kind, title, minutes, content, made_by, made_at, changed_at)
    VALUES (${lesson.text}, ${course}, 1, 'text', 'Bacaan', 5, ${json({})}, 'uji', now(), now()),
      (${lesson.quiz}, ${course}, 2, 'quiz', 'Kuis', 5, ${json(quiz)}, 'uji', now(), now()),
      (${lesson.assignment}, ${course}, 3, 'assignment', 'Tugas', 5, ${json(assignment)}, 'uji', now(), now()),
      (${lesson.video}, ${course}, 4, 'video', 'Video', 5, ${json({})}, 'uji', now(), now()),
      (${lesson.draft}, ${course + 1}, 1, 'text', 'Bacaan draf', 5, ${json({})}, 'uji', now(), now())`.execute(tx)
  await sql`
    INSERT INTO bank_item (id, course_id, kind, prompt, content, made_by, made_at, changed_at)
    VALUES (900001, ${course}, 'single', 'Soal uji', ${JSON.stringify(choice)}::text::jsonb, 'uji', now(), now())`.execute(tx)
  await sql`INSERT INTO quiz_item (lesson_id, item_id) VALUES (${lesson.quiz}, 900001)`.execute(tx)
  await sql`
    INSERT INTO course_class (id, provider_id, version_id, name, pattern, form, state, starts_on, ends_on, made_by, made_at)
    SELECT c, 1, ${course}, 'Uji ' || c, 'klasikal', 'teknis', 'running', current_date - 5, current_date + 5, 'uji', now()
    FROM unnest(ARRAY[${classId}, ${quietClass}]::int[]) c`.execute(tx)
  const learners = sql`
    SELECT e.pegawai_id, e.class_id, e.instansi_id FROM enrolment e WHERE e.class_id = ${classId}`
  await sql`
    INSERT INTO enrolment (pegawai_id, class_id, instansi_id, instansi_then, version_id, name, nip, unit, instansi, way, state, asked_at, enrolled_at)
    SELECT p.pegawai_id, ${classId}, p.instansi_id, p.instansi_id, ${course}, p.name, p.nip, 'Unit', 'Instansi', 'self', 'enrolled', now(), now()
    FROM pegawai p
    WHERE p.pegawai_id IN (SELECT a.pegawai_id FROM identity.user_account a) OR p.pegawai_id IN (SELECT min(q.pegawai_id) FROM pegawai q GROUP BY q.instansi_id)`.execute(
    tx,
  )
  await sql`
    INSERT INTO enrolment_event (pegawai_id, class_id, instansi_id, kind, by_name, at)
    SELECT l.pegawai_id, l.class_id, l.instansi_id, 'enrolled', 'Uji', now() FROM (${learners}) l`.execute(tx)
  await sql`
    INSERT INTO lesson_progress (pegawai_id, class_id, lesson_id, instansi_id, opened_at, seen_at)
    SELECT l.pegawai_id, l.class_id, ${lesson.text}, l.instansi_id, now(), now() FROM (${learners}) l`.execute(tx)
  await sql`
    INSERT INTO quiz_attempt (pegawai_id, class_id, lesson_id, number, instansi_id, instansi_then, seed, questions, started_at)
    SELECT l.pegawai_id, l.class_id, ${lesson.quiz}, 1, l.instansi_id, l.instansi_id, 1, ${JSON.stringify([question])}::text::jsonb, now()
    FROM (${learners}) l`.execute(tx)
  await sql`
    INSERT INTO quiz_answer (pegawai_id, class_id, lesson_id, number, question, instansi_id, answer, version, saved_at)
    SELECT l.pegawai_id, l.class_id, ${lesson.quiz}, 1, 1, l.instansi_id, '"b"', 1, now() FROM (${learners}) l`.execute(tx)
  await sql`
    INSERT INTO submission (pegawai_id, class_id, lesson_id, number, instansi_id, instansi_then, answer, submitted_at)
    SELECT l.pegawai_id, l.class_id, ${lesson.assignment}, 1, l.instansi_id, l.instansi_id, 'Jawaban uji', now() FROM (${learners}) l`.execute(
    tx,
  )
}

type Groups = { signedIn: readonly Role[]; without: (...out: readonly Role[]) => Role[] }

export function lessonLines({ signedIn, without }: Groups): Line[] {
  // Who keeps the provider of the course, and its staff.
  const holders: readonly Role[] = ['admin', 'pengelola', 'perencana', 'penyelenggara', 'fasilitator']
  const nobody = (route: string) => (route.includes(' /api/') ? 401 : 'masuk')
  /** Who makes the course, or holds the class; to others it is not there. */
  const held = (route: string, done: number): Line => ({
    route,
    nobody: nobody(route),
    inside: { [done]: holders, 404: without(...holders) },
  })
  /** Whoever is somebody: here all are enrolled. */
  const learned = (route: string, done: number): Line => ({
    route,
    nobody: nobody(route),
    inside: { [done]: without('admin', 'nasional', 'adminKabupaten'), 404: ['admin', 'nasional', 'adminKabupaten'] },
  })
  /** Asked for a file where there is none. */
  const missing = (route: string): Line => ({ route, nobody: 'masuk', inside: { 404: signedIn } })
  const version = '/kursus/:courseId/versi/:number/pelajaran'
  const mine = '/belajar/:classId/:lessonId'
  const tasks = '/kelas/:classId/tugas'
  return [
    held(`GET ${version}`, 200),
    held(`GET ${version}.xlsx`, 200),
    held(`GET ${version}/baru`, 200),
    held(`POST ${version}`, 422),
    held(`GET ${version}/:lessonId`, 200),
    held(`POST ${version}/:lessonId`, 422),
    held(`POST ${version}/:lessonId/pindah`, 303),
    held(`POST ${version}/:lessonId/hapus`, 303),
    held(`GET ${version}/:lessonId/pratinjau`, 200),
    missing(`GET ${version}/:lessonId/berkas`),
    missing(`GET ${version}/:lessonId/takarir.vtt`),
    held('GET /kursus/:courseId/soal', 200),
    held('GET /kursus/:courseId/soal.xlsx', 200),
    held('GET /kursus/:courseId/soal/baru', 200),
    held('POST /kursus/:courseId/soal', 422),
    held('GET /kursus/:courseId/soal/:itemId', 200),
    held('POST /kursus/:courseId/soal/:itemId', 422),
    held('POST /kursus/:courseId/soal/:itemId/pakai', 303),
    learned('GET /belajar', 200),
    learned('GET /belajar.xlsx', 200),
    learned('GET /belajar/:classId', 200),
    learned('GET /belajar/:classId/capaian', 303), // not passed yet
    learned(`GET ${mine}`, 200),
    learned(`POST ${mine}/selesai`, 303),
    missing(`GET ${mine}/berkas`),
    missing(`GET ${mine}/takarir.vtt`),
    learned(`POST ${mine}/kumpul`, 422),
    missing(`GET ${mine}/kumpulan/:number`),
    learned(`POST ${mine}/percobaan`, 303),
    learned(`GET ${mine}/percobaan/:attempt`, 200),
    learned(`POST ${mine}/percobaan/:attempt`, 303),
    learned(`POST ${mine}/percobaan/:attempt/kumpul`, 303),
    held(`GET ${tasks}`, 200),
    held(`GET ${tasks}.xlsx`, 200),
    held(`GET ${tasks}/:lessonId/:pegawaiId`, 200),
    held(`POST ${tasks}/:lessonId/:pegawaiId`, 422),
    missing(`GET ${tasks}/:lessonId/:pegawaiId/:number`),
    held('GET /api/v1/courses/:courseId/versions/:number/lessons', 200),
    learned('GET /api/v1/my-learning', 200),
    learned('GET /api/v1/my-learning/:classId', 200),
    learned('PUT /api/v1/my-learning/:classId/lessons/:lessonId/position', 200),
    learned('PUT /api/v1/my-learning/:classId/lessons/:lessonId/attempts/:attempt/answers/:question', 200),
  ]
}

type Question = { path: string; body?: FormData | URLSearchParams | Blob }
const get = (path: string) => (): Question => ({ path })
const post =
  (path: string, fields: Record<string, string> = {}) =>
  (): Question => ({ path, body: new URLSearchParams(fields) })
const put = (path: string, body: object) => (): Question => ({
  path,
  body: new Blob([JSON.stringify(body)], { type: 'application/json' }),
})
/** A form with a place for a file, sent empty. */
const multipart = (path: string) => (): Question => {
  const body = new FormData()
  body.set('judul', '')
  return { path, body }
}

const version = `/kursus/${course}/versi`
const mine = `/belajar/${classId}`
const api = `/api/v1/my-learning/${classId}`
const of = '/kursus/:courseId/versi/:number/pelajaran'
const to = '/belajar/:classId/:lessonId'
const tasks = '/kelas/:classId/tugas'
export const lessonQuestions: Record<string, (t: Asked) => Question> = {
  [`GET ${of}`]: get(`${version}/1/pelajaran`),
  [`GET ${of}.xlsx`]: get(`${version}/1/pelajaran.xlsx`),
  [`GET ${of}/baru`]: get(`${version}/2/pelajaran/baru?jenis=quiz`),
  [`POST ${of}`]: multipart(`${version}/2/pelajaran?jenis=text`),
  [`GET ${of}/:lessonId`]: get(`${version}/2/pelajaran/${lesson.draft}`),
  [`POST ${of}/:lessonId`]: multipart(`${version}/2/pelajaran/${lesson.draft}`),
  [`POST ${of}/:lessonId/pindah`]: post(`${version}/2/pelajaran/${lesson.draft}/pindah`, { arah: 'naik' }),
  // Of a version in force nothing is removed.
  [`POST ${of}/:lessonId/hapus`]: post(`${version}/1/pelajaran/${lesson.text}/hapus`),
  [`GET ${of}/:lessonId/pratinjau`]: get(`${version}/1/pelajaran/${lesson.quiz}/pratinjau`),
  [`GET ${of}/:lessonId/berkas`]: get(`${version}/1/pelajaran/${lesson.text}/berkas`),
  [`GET ${of}/:lessonId/takarir.vtt`]: get(`${version}/1/pelajaran/${lesson.text}/takarir.vtt`),
  'GET /kursus/:courseId/soal': get(`/kursus/${course}/soal`),
  'GET /kursus/:courseId/soal.xlsx': get(`/kursus/${course}/soal.xlsx`),
  'GET /kursus/:courseId/soal/baru': get(`/kursus/${course}/soal/baru?jenis=matching`),
  'POST /kursus/:courseId/soal': post(`/kursus/${course}/soal?jenis=single`),
  'GET /kursus/:courseId/soal/:itemId': get(`/kursus/${course}/soal/900001`),
  'POST /kursus/:courseId/soal/:itemId': post(`/kursus/${course}/soal/900001`),
  'POST /kursus/:courseId/soal/:itemId/pakai': post(`/kursus/${course}/soal/900001/pakai`, { langkah: 'pakai' }),
  'GET /belajar/:classId': get(mine),
  'GET /belajar/:classId/capaian': get(`${mine}/capaian`),
  [`GET ${to}`]: get(`${mine}/${lesson.text}`),
  [`POST ${to}/selesai`]: post(`${mine}/${lesson.text}/selesai`),
  [`GET ${to}/berkas`]: get(`${mine}/${lesson.text}/berkas`),
  [`GET ${to}/takarir.vtt`]: get(`${mine}/${lesson.text}/takarir.vtt`),
  [`POST ${to}/kumpul`]: multipart(`${mine}/${lesson.assignment}/kumpul`),
  [`GET ${to}/kumpulan/:number`]: get(`${mine}/${lesson.assignment}/kumpulan/1`),
  [`POST ${to}/percobaan`]: post(`${mine}/${lesson.quiz}/percobaan`),
  [`GET ${to}/percobaan/:attempt`]: get(`${mine}/${lesson.quiz}/percobaan/1`),
  [`POST ${to}/percobaan/:attempt`]: post(`${mine}/${lesson.quiz}/percobaan/1`, {
    soal: '1',
    versi: '1',
    jawaban: String(rightAnswer(choice)),
  }),
  [`POST ${to}/percobaan/:attempt/kumpul`]: post(`${mine}/${lesson.quiz}/percobaan/1/kumpul`),
  [`GET ${tasks}`]: get(`/kelas/${classId}/tugas`),
  // A sheet names by NIP: who holds a class has it of people of any government (ADR 0024), so here nobody is in it.
  [`GET ${tasks}.xlsx`]: get(`/kelas/${quietClass}/tugas.xlsx`),
  [`GET ${tasks}/:lessonId/:pegawaiId`]: get(`/kelas/${classId}/tugas/${lesson.assignment}/${persona}`),
  [`POST ${tasks}/:lessonId/:pegawaiId`]: post(`/kelas/${classId}/tugas/${lesson.assignment}/${persona}`),
  [`GET ${tasks}/:lessonId/:pegawaiId/:number`]: get(`/kelas/${classId}/tugas/${lesson.assignment}/${persona}/1`),
  'GET /api/v1/courses/:courseId/versions/:number/lessons': get(`/api/v1/courses/${course}/versions/1/lessons`),
  'GET /api/v1/my-learning/:classId': get(api),
  'PUT /api/v1/my-learning/:classId/lessons/:lessonId/position': put(`${api}/lessons/${lesson.video}/position`, {
    place: 3,
    watched: [[0, 3]],
  }),
  'PUT /api/v1/my-learning/:classId/lessons/:lessonId/attempts/:attempt/answers/:question': put(
    `${api}/lessons/${lesson.quiz}/attempts/1/answers/1`,
    { version: 1, answer: 'a' },
  ),
}
