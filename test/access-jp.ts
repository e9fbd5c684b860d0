import { sql, type Tx } from '../src/platform/db/index.ts'
import type { Asked } from './access-questions.ts'
import type { Line, Role } from './access-table.ts'

type Groups = {
  keepers: readonly Role[]
  readers: readonly Role[]
  weighers: readonly Role[]
  leaders: readonly Role[]
  ofClass: readonly Role[]
  signedIn: readonly Role[]
  /** Accounts that belong to no pegawai. */
  nobodys: readonly Role[]
}

/** What people have learned: by name for who keeps or leads them, one's own for everybody. */
export function jpLines({ keepers, readers, weighers, leaders, ofClass, signedIn, nobodys }: Groups): Line[] {
  const rest = (...roles: Role[]) => signedIn.filter(role => !roles.includes(role))
  const list = [...readers, ...leaders]
  const person = [...weighers, 'atasan', 'pegawai'] as const
  const readsOnly: readonly Role[] = ['nasional', 'pembina']
  const ofPeople = (route: string): Line => ({
    route,
    nobody: 'masuk',
    inside: { 200: list, 403: rest(...list) },
    outside: { 404: list, 403: rest(...list) },
  })
  const ofPerson = (route: string, nobody: Line['nobody'] = 'masuk'): Line => ({
    route,
    nobody,
    inside: { 200: person, 404: ['asesor', ...ofClass] },
    outside: { 404: signedIn },
  })
  const ofGovernment = (route: string): Line => ({
    route,
    nobody: 'masuk',
    inside: { 200: readers, 403: rest(...readers) },
    outside: { 404: readers, 403: rest(...readers) },
  })
  const own = (route: string): Line => ({ route, nobody: 'masuk', inside: { 200: rest(...nobodys), 404: nobodys } })
  return [
    own('GET /jp'),
    own('GET /jp.xlsx'),
    ofGovernment('GET /jp/instansi'),
    ofGovernment('GET /jp/instansi.xlsx'),
    ofPeople('GET /jp/orang'),
    ofPeople('GET /jp/orang.xlsx'),
    ofPerson('GET /pegawai/:id/jp'),
    ofPerson('GET /pegawai/:id/jp.xlsx'),
    ofPerson('GET /pegawai/:id/jp/:record'),
    // The certificate itself: oneself (of whom alone bappeda knows), and who keeps the records.
    {
      route: 'GET /pegawai/:id/jp/:record/berkas',
      nobody: 'masuk',
      inside: { 200: [...keepers, 'pegawai', 'bappeda'], 404: rest(...keepers, 'pegawai', 'bappeda') },
      outside: { 404: signedIn },
    },
    {
      route: 'POST /pegawai/:id/jp/rekap',
      nobody: 'masuk',
      inside: { 303: person.filter(role => !readsOnly.includes(role)), 404: [...readsOnly, 'asesor', ...ofClass] },
      outside: { 404: signedIn },
    },
    // Without a reason nothing is withdrawn: 422 is a yes. Nobody withdraws their own.
    {
      route: 'POST /pegawai/:id/jp/:record/tarik',
      nobody: 'masuk',
      inside: { 422: keepers, 403: person.filter(role => !keepers.includes(role)), 404: ['asesor', ...ofClass] },
      outside: { 404: signedIn },
    },
    { route: 'GET /api/v1/jp', nobody: 401, inside: { 200: signedIn }, outside: { empty: signedIn } },
    {
      route: 'GET /api/v1/jp/units',
      nobody: 401,
      inside: { 200: readers, 403: rest(...readers) },
      outside: { 404: readers, 403: rest(...readers) },
    },
    ofPerson('GET /api/v1/pegawai/:id/jp', 401),
  ]
}

/** Everybody has one record with evidence, known by the person's id. */
export const recordOf = (t: Pick<Asked, 'person'>) => 1_000_000 + t.person

const get = (path: string) => ({ path })
export const jpQuestions: Record<string, (t: Asked) => { path: string; body?: URLSearchParams }> = {
  'GET /jp/instansi': t => get(`/jp/instansi?instansi=${t.instansi}`),
  'GET /jp/instansi.xlsx': t => get(`/jp/instansi.xlsx?instansi=${t.instansi}`),
  'GET /jp/orang': t => get(`/jp/orang?${t.people}`),
  'GET /jp/orang.xlsx': t => get(`/jp/orang.xlsx?${t.people}${t.people && `&unit=${t.unit}`}`),
  'GET /pegawai/:id/jp': t => get(`/pegawai/${t.person}/jp`),
  'GET /pegawai/:id/jp.xlsx': t => get(`/pegawai/${t.person}/jp.xlsx`),
  'GET /pegawai/:id/jp/:record': t => get(`/pegawai/${t.person}/jp/${recordOf(t)}`),
  'GET /pegawai/:id/jp/:record/berkas': t => get(`/pegawai/${t.person}/jp/${recordOf(t)}/berkas`),
  'POST /pegawai/:id/jp/rekap': t => ({ path: `/pegawai/${t.person}/jp/rekap`, body: new URLSearchParams() }),
  'POST /pegawai/:id/jp/:record/tarik': t => ({
    path: `/pegawai/${t.person}/jp/${recordOf(t)}/tarik`,
    body: new URLSearchParams(),
  }),
  'GET /api/v1/jp': t => get(`/api/v1/jp?instansi=${t.instansi}`),
  'GET /api/v1/jp/units': t => get(`/api/v1/jp/units?instansi=${t.instansi}`),
  'GET /api/v1/pegawai/:id/jp': t => get(`/api/v1/pegawai/${t.person}/jp`),
}

export async function recordsForAll(tx: Tx, fileKey: string): Promise<void> {
  await sql`
    INSERT INTO learning_record (pegawai_id, id, instansi_id, instansi_then, form, name, ended_on, jp, source, file_key, file_name, recorded_at)
    SELECT pegawai_id, 1000000 + pegawai_id, instansi_id, instansi_id, 'teknis', 'Belajar uji', current_date - 3, 4, 'impor', ${fileKey}::text, 'uji.pdf',
      now() FROM pegawai`.execute(tx)
  await sql`INSERT INTO jp_expected (pegawai_id, year, instansi_id, adds, calculated_at)
    SELECT pegawai_id, extract(year FROM current_date)::int, instansi_id, 10, now() FROM pegawai`.execute(tx)
}
