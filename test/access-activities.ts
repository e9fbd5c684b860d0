import { sql, type Tx } from '../src/platform/db/index.ts'
import type { Asked } from './access-questions.ts'
import type { Answer, Line, Role } from './access-table.ts'

type Groups = { signedIn: readonly Role[]; without: (...out: readonly Role[]) => Role[] }

/** Everybody runs one activity, known by the person's id. */
const activityOf = ({ person }: Pick<Asked, 'person'>) => 2_000_000 + person
const post = (path: string, fields: Record<string, string> = {}) => ({ path, body: new URLSearchParams(fields) })
const at = (t: Asked, rest = '') => `/kegiatan/${activityOf(t)}${rest}`

export function activityLines({ signedIn, without }: Groups): Line[] {
  // Whose people they decide on; whose own it is. Of somebody else's activity nothing is there.
  const deciders: readonly Role[] = ['admin', 'adminKabupaten', 'pengelola', 'kabupaten', 'atasan', 'pimpinan']
  // Inside their sight is oneself.
  const selves: readonly Role[] = ['pegawai', 'bappeda']
  const planners = without('admin', 'adminKabupaten', 'nasional')
  const keepers: readonly Role[] = ['admin', 'adminKabupaten', 'pengelola', 'kabupaten']
  // Who accompanies somebody in the demo.
  const coaches: readonly Role[] = ['atasan', 'pembina', 'penyelenggara', 'fasilitator']
  // Two more of those who ask lead a bidang, in which who is asked about is not.
  const leaders: readonly Role[] = [...deciders, 'pembina', 'penyelenggara']
  const decided = (route: string, inside: Line['inside']): Line => ({
    route,
    nobody: 'masuk',
    inside: { ...inside, 404: without(...deciders) },
    outside: { 404: signedIn },
  })
  const seen = (route: string): Line => ({
    route,
    nobody: 'masuk',
    inside: { 200: [...deciders, ...selves], 404: without(...deciders, ...selves) },
    outside: { 404: signedIn },
  })
  const own = (route: string, answer: Answer): Line => ({
    route,
    nobody: 'masuk',
    inside: answer === 404 ? { 404: signedIn } : { [answer]: selves, 404: without(...selves) },
    outside: { 404: signedIn },
  })
  return [
    { route: 'GET /kegiatan', nobody: 'masuk', inside: { 200: signedIn } },
    { route: 'GET /kegiatan.xlsx', nobody: 'masuk', inside: { 200: signedIn } },
    { route: 'GET /kegiatan/baru', nobody: 'masuk', inside: { 200: planners, 403: without(...planners) } },
    { route: 'POST /kegiatan/baru', nobody: 'masuk', inside: { 422: planners, 403: without(...planners) } },
    seen('GET /kegiatan/:id'),
    own('GET /kegiatan/:id/ubah', 404), // it runs: nobody changes its plan any more
    own('POST /kegiatan/:id/ubah', 404),
    {
      route: 'POST /kegiatan/:id/langkah',
      nobody: 'masuk',
      inside: { 303: [...deciders, ...selves], 404: without(...deciders, ...selves) },
      outside: { 404: signedIn },
    },
    own('POST /kegiatan/:id/log', 422),
    own('POST /kegiatan/:id/log/:entry/hapus', 303),
    { route: 'POST /kegiatan/:id/konfirmasi', nobody: 'masuk', inside: { 404: signedIn }, outside: { 404: signedIn } },
    own('POST /kegiatan/:id/berkas', 303),
    { route: 'GET /kegiatan/:id/berkas/:file', nobody: 'masuk', inside: { 404: signedIn }, outside: { 404: signedIn } },
    own('POST /kegiatan/:id/tuan-rumah', 404), // an assignment has no host
    { route: 'GET /kegiatan/semua', nobody: 'masuk', inside: { 200: leaders, 403: without(...leaders) } },
    { route: 'GET /kegiatan/semua.xlsx', nobody: 'masuk', inside: { 200: leaders, 403: without(...leaders) } },
    decided('GET /kegiatan/:id/surat', { 200: deciders }),
    decided('POST /kegiatan/:id/surat', { 422: deciders }),
    decided('POST /kegiatan/:id/surat/aturan', { 422: keepers, 403: deciders.filter(role => !keepers.includes(role)) }),
    decided('GET /kegiatan/:id/surat/cabut', { 200: deciders }),
    decided('POST /kegiatan/:id/surat/cabut', { 422: deciders }),
    { route: 'GET /kegiatan/:id/surat/:file', nobody: 'masuk', inside: { 404: signedIn }, outside: { 404: signedIn } },
    { route: 'GET /api/v1/activities', nobody: 401, inside: { 200: planners, empty: without(...planners) } },
    { route: 'POST /api/v1/activities', nobody: 401, inside: { 422: planners, 403: without(...planners) } },
    { route: 'GET /api/v1/activities/accompanied', nobody: 401, inside: { 200: coaches, empty: without(...coaches) } },
    { route: 'GET /api/v1/activities/others', nobody: 401, inside: { 200: leaders, empty: without(...leaders) } },
    { ...seen('GET /api/v1/activities/:id'), nobody: 401 },
    {
      route: 'POST /api/v1/activities/:id/steps',
      nobody: 401,
      inside: { 422: [...deciders, ...selves], 404: without(...deciders, ...selves) },
      outside: { 404: signedIn },
    },
    { ...own('POST /api/v1/activities/:id/log', 422), nobody: 401 },
    { route: 'POST /api/v1/activities/:id/confirmations', nobody: 401, inside: { 404: signedIn }, outside: { 404: signedIn } },
    { route: 'GET /tuan-rumah/:token', nobody: 404, inside: { 404: signedIn } },
    { route: 'POST /tuan-rumah/:token', nobody: 404, inside: { 404: signedIn } },
  ]
}

const json = (path: string, body: object) => ({ path, body: new Blob([JSON.stringify(body)], { type: 'application/json' }) })
const api = (t: Asked, rest = '') => `/api/v1/activities/${activityOf(t)}${rest}`

export const activityQuestions: Record<string, (t: Asked) => { path: string; body?: URLSearchParams | Blob }> = {
  'GET /kegiatan/:id/surat': t => ({ path: at(t, '/surat') }),
  'POST /kegiatan/:id/surat': t => post(at(t, '/surat')),
  'POST /kegiatan/:id/surat/aturan': t => post(at(t, '/surat/aturan')),
  'GET /kegiatan/:id/surat/cabut': t => ({ path: at(t, '/surat/cabut') }),
  'POST /kegiatan/:id/surat/cabut': t => post(at(t, '/surat/cabut')),
  'GET /kegiatan/:id/surat/:file': t => ({ path: at(t, '/surat/999999.pdf') }),
  'POST /api/v1/activities': () => json('/api/v1/activities', { kind: 'coaching' }),
  'GET /api/v1/activities/:id': t => ({ path: api(t) }),
  'POST /api/v1/activities/:id/steps': t => json(api(t, '/steps'), { step: 'reject' }),
  'POST /api/v1/activities/:id/log': t => json(api(t, '/log'), { on: '2026-02-31', minutes: 0, words: '' }),
  'POST /api/v1/activities/:id/confirmations': t => json(api(t, '/confirmations'), { entries: [999999] }),
  'GET /kegiatan/:id': t => ({ path: at(t) }),
  'GET /kegiatan/:id/ubah': t => ({ path: at(t, '/ubah') }),
  'POST /kegiatan/:id/ubah': t => post(at(t, '/ubah')),
  // Without a reason nothing happens.
  'POST /kegiatan/:id/langkah': t => post(at(t, '/langkah'), { langkah: 'reject' }),
  'POST /kegiatan/:id/log': t => post(at(t, '/log')),
  'POST /kegiatan/:id/log/:entry/hapus': t => post(at(t, '/log/999999/hapus')),
  'POST /kegiatan/:id/konfirmasi': t => post(at(t, '/konfirmasi')),
  'POST /kegiatan/:id/berkas': t => post(at(t, '/berkas')),
  'GET /kegiatan/:id/berkas/:file': t => ({ path: at(t, '/berkas/999999') }),
  'POST /kegiatan/:id/tuan-rumah': t => post(at(t, '/tuan-rumah')),
  'GET /tuan-rumah/:token': () => ({ path: '/tuan-rumah/aaaaaaaaaaaaaaaaaaaaaaaaaaaa' }),
  'POST /tuan-rumah/:token': () => post('/tuan-rumah/aaaaaaaaaaaaaaaaaaaaaaaaaaaa', { nama: 'Tuan', penilaian: 'baik' }),
  'GET /pegawai/:id/belajar': t => ({ path: `/pegawai/${t.person}/belajar` }),
}

/** An assignment that runs for everybody, with a day in its log, a step and a file. */
export async function activitiesForAll(tx: Tx): Promise<void> {
  await sql`
    INSERT INTO activity (pegawai_id, id, instansi_id, instansi_then, kind, learner, title, aim, plan, starts_on, ends_on, state, made_at)
    SELECT pegawai_id, 2000000 + pegawai_id, instansi_id, instansi_id, 'penugasan', name, 'Penugasan uji', 'Tujuan uji', 'Rencana uji', current_date - 30,
      current_date + 30, 'agreed', now() FROM pegawai`.execute(tx)
  await sql`
    INSERT INTO activity_log (pegawai_id, activity_id, instansi_id, on_date, minutes, words, made_at)
    SELECT pegawai_id, id, instansi_id, current_date - 1, 60, 'Uji', now() FROM activity WHERE id > 2000000`.execute(tx)
  await sql`
    INSERT INTO activity_step (pegawai_id, activity_id, instansi_id, step, by_name, at)
    SELECT pegawai_id, id, instansi_id, 'agree', 'Uji', now() FROM activity WHERE id > 2000000`.execute(tx)
  await sql`
    INSERT INTO activity_file (pegawai_id, activity_id, instansi_id, kind, file_key, file_name, media, bytes, made_at)
    SELECT pegawai_id, id, instansi_id, 'bukti', 'activities/uji', 'uji.pdf', 'application/pdf', 1, now() FROM activity WHERE id > 2000000`.execute(
    tx,
  )
  await sql`
    INSERT INTO activity_letter (pegawai_id, activity_id, instansi_id, issuer_id, year, serial, number, date, signatory, content_key, content_digest,
      made_by, made_by_name, made_at)
    SELECT pegawai_id, id, instansi_id, instansi_id, 2026, id, 'Uji', current_date, '{}', 'activities/uji.json', 'uji', 'uji', 'Uji', now()
    FROM activity WHERE id > 2000000`.execute(tx)
}
