import type { Asked } from './access-questions.ts'
import type { Answer, Line, Role } from './access-table.ts'

/** Courses and programmes of the province's own provider in the demo: one that everybody may join, one whose next version is a draft. */
const [everybodys, drafted, spare] = [1, 12, 28]
const [programme, spareProgramme] = [1, 2]

type Groups = { signedIn: readonly Role[]; without: (...out: readonly Role[]) => Role[] }

export function courseLines({ signedIn, without }: Groups): Line[] {
  // Who keeps the provider, and its staff; who keeps providers, but not this one.
  const teachers: readonly Role[] = ['admin', 'pengelola', 'perencana', 'penyelenggara', 'fasilitator']
  const elsewhere: readonly Role[] = ['adminKabupaten', 'kabupaten']
  const authors = [...teachers, ...elsewhere]
  const listed = (route: string): Line => ({ route, nobody: 'masuk', inside: { 200: authors, 403: without(...authors) } })
  const begun = (route: string, done: Answer): Line => ({
    route,
    nobody: 'masuk',
    inside: { [done]: authors, 403: without(...authors) },
  })
  const taught = (route: string, done: Answer): Line => ({
    route,
    nobody: 'masuk',
    inside: { [done]: teachers, 404: elsewhere, 403: without(...authors) },
  })
  const everybody = (route: string, nobody: Answer = 'masuk'): Line => ({ route, nobody, inside: { 200: signedIn } })
  const version = '/kursus/:id/versi/:number'
  return [
    listed('GET /kursus'),
    listed('GET /kursus.xlsx'),
    begun('GET /kursus/baru', 200),
    begun('POST /kursus', 422),
    taught('GET /kursus/:id', 200),
    taught('GET /kursus/:id/ubah', 200),
    taught('POST /kursus/:id/ubah', 422),
    taught('POST /kursus/:id/arsipkan', 303),
    taught('POST /kursus/:id/pulihkan', 303),
    taught('POST /kursus/:id/versi', 303),
    taught(`GET ${version}`, 200),
    taught(`GET ${version}/banding`, 200),
    taught(`GET ${version}/pratinjau`, 200),
    ...['ubah', 'kurikulum', 'kompetensi', 'kelulusan', 'syarat'].flatMap(form => [
      taught(`GET ${version}/${form}`, 200),
      taught(`POST ${version}/${form}`, 422),
    ]),
    taught(`POST ${version}/berlakukan`, 303),
    taught(`POST ${version}/hapus`, 303),
    listed('GET /kursus/program'),
    begun('GET /kursus/program/baru', 200),
    begun('POST /kursus/program', 422),
    taught('GET /kursus/program/:id', 200),
    taught('POST /kursus/program/:id', 422),
    taught('POST /kursus/program/:id/tawarkan', 303),
    taught('POST /kursus/program/:id/tarik', 303),
    everybody('GET /katalog'),
    everybody('GET /katalog.xlsx'),
    everybody('GET /katalog/:id'),
    everybody('GET /katalog/program/:id'),
    everybody('GET /api/v1/courses', 401),
    everybody('GET /api/v1/courses/:id', 401),
    everybody('GET /api/v1/programmes', 401),
  ]
}

const get = (path: string) => ({ path })
const post = (path: string, fields: Record<string, string> = {}) => ({ path, body: new URLSearchParams(fields) })
const draft = `/kursus/${drafted}/versi/2`
const active = `/kursus/${everybodys}/versi/1`

/** The POSTs carry what cannot be saved, or ask for what is so already. */
export const courseQuestions: Record<string, (t: Asked) => { path: string; body?: URLSearchParams }> = {
  'POST /kursus': () => post('/kursus', { judul: '' }),
  'GET /kursus/:id': () => get(`/kursus/${everybodys}`),
  'GET /kursus/:id/ubah': () => get(`/kursus/${everybodys}/ubah`),
  'POST /kursus/:id/ubah': () => post(`/kursus/${everybodys}/ubah`, { kode: '' }),
  'POST /kursus/:id/arsipkan': () => post(`/kursus/${spare}/arsipkan`),
  'POST /kursus/:id/pulihkan': () => post(`/kursus/${everybodys}/pulihkan`),
  'POST /kursus/:id/versi': () => post(`/kursus/${drafted}/versi`),
  'GET /kursus/:id/versi/:number': () => get(draft),
  'GET /kursus/:id/versi/:number/banding': () => get(`${draft}/banding?dengan=1`),
  'GET /kursus/:id/versi/:number/pratinjau': () => get(`${draft}/pratinjau`),
  'GET /kursus/:id/versi/:number/ubah': () => get(`${draft}/ubah`),
  'POST /kursus/:id/versi/:number/ubah': () => post(`${draft}/ubah`, { judul: '' }),
  'GET /kursus/:id/versi/:number/kurikulum': () => get(`${draft}/kurikulum`),
  'POST /kursus/:id/versi/:number/kurikulum': () => post(`${draft}/kurikulum`, { baris: '1', nama_0: 'Uji', jp_0: 'nol' }),
  'GET /kursus/:id/versi/:number/kompetensi': () => get(`${draft}/kompetensi`),
  'POST /kursus/:id/versi/:number/kompetensi': () =>
    post(`${draft}/kompetensi`, { baris: '1', kompetensi_0: '1', tingkat_0: '9' }),
  'GET /kursus/:id/versi/:number/kelulusan': () => get(`${draft}/kelulusan`),
  'POST /kursus/:id/versi/:number/kelulusan': () => post(`${draft}/kelulusan`, { nilai: '101' }),
  'GET /kursus/:id/versi/:number/syarat': () => get(`${draft}/syarat`),
  'POST /kursus/:id/versi/:number/syarat': () => post(`${draft}/syarat`, { syarat_maxAge: '999' }),
  'POST /kursus/:id/versi/:number/berlakukan': () => post(`${active}/berlakukan`),
  'POST /kursus/:id/versi/:number/hapus': () => post(`${active}/hapus`),
  'POST /kursus/program': () => post('/kursus/program', { judul: '' }),
  'GET /kursus/program/:id': () => get(`/kursus/program/${programme}`),
  'POST /kursus/program/:id': () => post(`/kursus/program/${programme}`, { judul: '' }),
  'POST /kursus/program/:id/tawarkan': () => post(`/kursus/program/${programme}/tawarkan`),
  'POST /kursus/program/:id/tarik': () => post(`/kursus/program/${spareProgramme}/tarik`),
  'GET /katalog/:id': () => get(`/katalog/${everybodys}`),
  'GET /katalog/program/:id': () => get(`/katalog/program/${programme}`),
  'GET /api/v1/courses/:id': () => get(`/api/v1/courses/${everybodys}`),
}
