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
    { route: 'GET /tuan-rumah/:token', nobody: 404, inside: { 404: signedIn } },
    { route: 'POST /tuan-rumah/:token', nobody: 404, inside: { 404: signedIn } },
  ]
}

export const activityQuestions: Record<string, (t: Asked) => { path: string; body?: URLSearchParams }> = {
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
}
