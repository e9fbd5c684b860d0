import { sql, type Tx } from '../src/platform/db/index.ts'
import type { Asked } from './access-questions.ts'
import type { Answer, Line, Role } from './access-table.ts'

/** One community of the ministry, open to all; everybody of the demo is in it, and nobody of those who ask leads it. */
const communityId = 1_000_000
const topicId = 1_000_000
const meetingId = 1_000_000
const home = `/komunitas/${communityId}`
type Groups = { signedIn: readonly Role[]; without: (...out: readonly Role[]) => Role[] }

export function communityLines({ signedIn, without }: Groups): Line[] {
  /** Accounts that are no pegawai. */
  const nobodys: readonly Role[] = ['admin', 'adminKabupaten', 'nasional']
  const members = without(...nobodys)
  const line = (route: string, answer: Answer, who: readonly Role[] = members): Line => ({
    route,
    nobody: 'masuk',
    inside: who.length === signedIn.length ? { [answer]: signedIn } : { [answer]: who, 403: without(...who) },
  })
  const byProgram = (route: string, answer: Answer, who?: readonly Role[]): Line => ({ ...line(route, answer, who), nobody: 401 })
  return [
    line('GET /komunitas', 200, signedIn),
    line('GET /komunitas.xlsx', 200, signedIn),
    line('GET /komunitas/baru', 200),
    line('POST /komunitas/baru', 422),
    line('GET /komunitas/:id', 200, signedIn),
    line('POST /komunitas/:id/gabung', 303),
    line('POST /komunitas/:id/keluar', 303),
    line('GET /komunitas/:id/anggota', 200),
    line('POST /komunitas/:id/topik', 422),
    { route: 'POST /komunitas/:id/penggerak', nobody: 'masuk', inside: { 403: signedIn } },
    { route: 'POST /komunitas/:id/pertemuan', nobody: 'masuk', inside: { 403: signedIn } },
    line('GET /komunitas/:id/pertemuan/:meeting', 200),
    { route: 'POST /komunitas/:id/pertemuan/:meeting', nobody: 'masuk', inside: { 403: signedIn } },
    { route: 'GET /komunitas/:id/pertemuan/:meeting/daftar-hadir.pdf', nobody: 'masuk', inside: { 403: signedIn } },
    line('GET /komunitas/:id/topik/:topic', 200),
    line('POST /komunitas/:id/topik/:topic/balas', 422),
    line('POST /komunitas/:id/topik/:topic/balasan/:reply/terima', 303),
    { route: 'POST /komunitas/:id/topik/:topic/balasan/:reply/sembunyikan', nobody: 'masuk', inside: { 403: signedIn } },
    byProgram('GET /api/v1/communities', 200, signedIn),
    byProgram('POST /api/v1/communities', 422),
    byProgram('PUT /api/v1/communities/:id/membership', 200),
    byProgram('DELETE /api/v1/communities/:id/membership', 200),
    byProgram('GET /api/v1/communities/:id/topics', 200),
    byProgram('POST /api/v1/communities/:id/topics', 422),
    byProgram('POST /api/v1/communities/:id/topics/:topic/replies', 422),
    byProgram('GET /api/v1/communities/:id/meetings', 200),
    { route: 'POST /api/v1/communities/:id/meetings', nobody: 401, inside: { 403: signedIn } },
    { route: 'POST /api/v1/communities/:id/meetings/:meeting/attendance', nobody: 401, inside: { 403: signedIn } },
  ]
}

const post = (path: string, fields: Record<string, string> = {}) => ({ path, body: new URLSearchParams(fields) })
const json = (path: string, body: object) => ({ path, body: new Blob([JSON.stringify(body)], { type: 'application/json' }) })
const api = `/api/v1/communities/${communityId}`

export const communityQuestions: Record<string, (t: Asked) => { path: string; body?: URLSearchParams | Blob }> = {
  'GET /komunitas/:id/pertemuan/:meeting/daftar-hadir.pdf': () => ({ path: `${home}/pertemuan/${meetingId}/daftar-hadir.pdf` }),
  'POST /api/v1/communities': () => json('/api/v1/communities', { name: '', about: '', openTo: 'all' }),
  'PUT /api/v1/communities/:id/membership': () => ({ path: `${api}/membership` }),
  'DELETE /api/v1/communities/:id/membership': () => ({ path: `/api/v1/communities/${communityId + 2}/membership` }),
  'GET /api/v1/communities/:id/topics': () => ({ path: `${api}/topics` }),
  'POST /api/v1/communities/:id/topics': () => json(`${api}/topics`, { kind: 'tanya', title: '', body: '' }),
  'POST /api/v1/communities/:id/topics/:topic/replies': () => json(`${api}/topics/${topicId}/replies`, { body: '' }),
  'GET /api/v1/communities/:id/meetings': () => ({ path: `${api}/meetings` }),
  'POST /api/v1/communities/:id/meetings': () => json(`${api}/meetings`, { title: '', on: '', minutes: 0, place: '' }),
  'POST /api/v1/communities/:id/meetings/:meeting/attendance': () =>
    json(`${api}/meetings/${meetingId}/attendance`, { pegawaiIds: [] }),
  'GET /komunitas/:id': () => ({ path: home }),
  'GET /komunitas/:id/anggota': () => ({ path: `${home}/anggota` }),
  'POST /komunitas/:id/gabung': () => post(`${home}/gabung`),
  // Out of another one, in which everybody is as well: asked in any order, nobody leaves the one above.
  'POST /komunitas/:id/keluar': () => post(`/komunitas/${communityId + 1}/keluar`),
  'POST /komunitas/:id/topik': () => post(`${home}/topik`),
  'POST /komunitas/:id/penggerak': () => post(`${home}/penggerak`, { anggota: '1' }),
  'POST /komunitas/:id/pertemuan': () => post(`${home}/pertemuan`),
  'GET /komunitas/:id/pertemuan/:meeting': () => ({ path: `${home}/pertemuan/${meetingId}` }),
  'POST /komunitas/:id/pertemuan/:meeting': () => post(`${home}/pertemuan/${meetingId}`),
  'GET /komunitas/:id/topik/:topic': () => ({ path: `${home}/topik/${topicId}` }),
  'POST /komunitas/:id/topik/:topic/balas': () => post(`${home}/topik/${topicId}/balas`),
  'POST /komunitas/:id/topik/:topic/balasan/:reply/terima': () => post(`${home}/topik/${topicId}/balasan/999999/terima`),
  'POST /komunitas/:id/topik/:topic/balasan/:reply/sembunyikan': () =>
    post(`${home}/topik/${topicId}/balasan/999999/sembunyikan`),
}

/** Three communities with everybody in them, something said by everybody, and a meeting everybody was at. */
export async function communitiesForAll(tx: Tx): Promise<void> {
  await sql`
    INSERT INTO community (id, instansi_id, name, about, open_to, made_by, made_at)
    SELECT ${communityId}::int + n, 1, 'Komunitas uji ' || n, 'Tentang uji', 'all', 'uji', now() FROM generate_series(0, 2) n`.execute(
    tx,
  )
  await sql`
    INSERT INTO community_member (pegawai_id, community_id, instansi_id, name, unit, leads, joined_at)
    SELECT p.pegawai_id, c.id, p.instansi_id, 'Anggota', 'Unit', p.nip = '198001012005011001', now()
    FROM pegawai p, community c WHERE c.id >= ${communityId}::int`.execute(tx)
  await sql`
    INSERT INTO community_topic (pegawai_id, id, community_id, instansi_id, author, kind, title, body, made_at)
    SELECT pegawai_id, CASE WHEN nip = '198001012005011001' THEN ${topicId}::int ELSE ${topicId}::int + pegawai_id END, ${communityId}::int, instansi_id,
      'Anggota', 'tanya', 'Topik uji', 'Isi uji', now() FROM pegawai`.execute(tx)
  await sql`
    INSERT INTO community_reply (pegawai_id, id, topic_id, community_id, instansi_id, author, body, made_at)
    SELECT pegawai_id, ${topicId}::int + pegawai_id, ${topicId}::int + pegawai_id, ${communityId}::int, instansi_id, 'Anggota', 'Balasan uji', now()
    FROM pegawai`.execute(tx)
  await sql`
    INSERT INTO community_meeting (id, community_id, title, on_date, minutes, place, made_by, made_at)
    VALUES (${meetingId}::int, ${communityId}::int, 'Pertemuan uji', current_date, 60, 'Aula', 'uji', now())`.execute(tx)
  await sql`
    INSERT INTO community_attendance (pegawai_id, meeting_id, community_id, instansi_id, marked_at)
    SELECT pegawai_id, ${meetingId}::int, ${communityId}::int, instansi_id, now() FROM pegawai`.execute(tx)
}
