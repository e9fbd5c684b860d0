import type { Asked } from './access-questions.ts'
import type { Answer, Line, Role } from './access-table.ts'

/** A class of the province's own provider that the demo holds open. */
const classId = 1

type Groups = { signedIn: readonly Role[]; without: (...out: readonly Role[]) => Role[] }

export function evaluationLines({ signedIn, without }: Groups): Line[] {
  // Who keeps the provider of the class, and its staff.
  const holders: readonly Role[] = ['admin', 'pengelola', 'perencana', 'penyelenggara', 'fasilitator']
  const readers: readonly Role[] = [...holders, 'nasional', 'adminKabupaten', 'kabupaten', 'pembina', 'pimpinan']
  const held = (route: string, done: Answer): Line => ({
    route,
    nobody: 'masuk',
    inside: { [done]: holders, 403: without(...holders) },
  })
  return [
    { route: 'GET /evaluasi', nobody: 'masuk', inside: { 200: signedIn } },
    // Somebody else's task is not there.
    { route: 'GET /evaluasi/:id', nobody: 'masuk', inside: { 404: signedIn } },
    { route: 'POST /evaluasi/:id', nobody: 'masuk', inside: { 404: signedIn } },
    { route: 'GET /evaluasi/laporan', nobody: 'masuk', inside: { 200: readers, 403: without(...readers) } },
    { route: 'GET /evaluasi/laporan.xlsx', nobody: 'masuk', inside: { 200: readers, 403: without(...readers) } },
    { route: 'GET /evaluasi/laporan/biaya', nobody: 'masuk', inside: { 200: readers, 403: without(...readers) } },
    { route: 'GET /evaluasi/laporan/biaya.xlsx', nobody: 'masuk', inside: { 200: readers, 403: without(...readers) } },
    { route: 'GET /api/v1/evaluations', nobody: 401, inside: { 200: readers, 403: without(...readers) } },
    { route: 'GET /api/v1/learning-costs', nobody: 401, inside: { 200: readers, 403: without(...readers) } },
    held('GET /kelas/:id/evaluasi', 200),
    held('POST /kelas/:id/evaluasi/indikator', 422),
    held('POST /kelas/:id/evaluasi/indikator/:indicator', 303),
    held('POST /kelas/:id/evaluasi/biaya', 422),
  ]
}

const post = (path: string, fields: Record<string, string> = {}) => ({ path, body: new URLSearchParams(fields) })
export const evaluationQuestions: Record<string, (t: Asked) => { path: string; body?: URLSearchParams }> = {
  'GET /evaluasi/:id': () => ({ path: '/evaluasi/999999' }),
  'POST /evaluasi/:id': () => post('/evaluasi/999999'),
  'GET /kelas/:id/evaluasi': () => ({ path: `/kelas/${classId}/evaluasi` }),
  'POST /kelas/:id/evaluasi/indikator': () => post(`/kelas/${classId}/evaluasi/indikator`),
  'POST /kelas/:id/evaluasi/indikator/:indicator': () => post(`/kelas/${classId}/evaluasi/indikator/999999`),
  'POST /kelas/:id/evaluasi/biaya': () => post(`/kelas/${classId}/evaluasi/biaya`, { biaya: 'gratis' }),
}
