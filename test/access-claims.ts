import { sql, type Tx } from '../src/platform/db/index.ts'
import type { Asked } from './access-questions.ts'
import type { Line, Role } from './access-table.ts'
import { documentFile } from './access-targets.ts'

/** Everybody has one claim that waits, known by the person's number. */
const claimOf = (t: Asked) => 2_000_000 + t.person
/** And one that is verified, which nobody here takes back. */
const spareOf = (t: Asked) => 4_000_000 + t.person

export async function claimsForAll(tx: Tx): Promise<void> {
  await sql`
    INSERT INTO learning_claim (pegawai_id, id, instansi_id, instansi_then, state, form, name, organiser, ended_on, jp, file_key, file_name, file_type,
      file_bytes, file_sha256, made_at, changed_at, submitted_at)
    SELECT pegawai_id, 2000000 + pegawai_id, instansi_id, instansi_id, 'submitted', 'bimtek', 'Klaim uji akses', 'Uji', current_date - 30, 8,
      ${documentFile}, 'uji.pdf', 'application/pdf', 11, 'uji' || pegawai_id, now(), now(), now() FROM pegawai`.execute(tx)
  await sql`
    INSERT INTO learning_claim (pegawai_id, id, instansi_id, instansi_then, state, form, name, ended_on, record_id, made_at, changed_at, submitted_at)
    SELECT pegawai_id, 4000000 + pegawai_id, instansi_id, instansi_id, 'verified', 'bimtek', 'Klaim lama uji akses', current_date - 90, 0, now(), now(), now()
    FROM pegawai`.execute(tx)
  await sql`
    INSERT INTO learning_claim_event (pegawai_id, claim_id, instansi_id, move, by_name, at)
    SELECT pegawai_id, 4000000 + pegawai_id, instansi_id, 'submit', 'Uji', now() FROM pegawai`.execute(tx)
  await sql`
    INSERT INTO learning_claim_flag (pegawai_id, claim_id, number, instansi_id, kind, blocks)
    SELECT pegawai_id, 4000000 + pegawai_id, 0, instansi_id, 'same_name', false FROM pegawai`.execute(tx)
}

/** One's own are one's own; who manages the staff of an instansi verifies those of its people. `nobodys`: accounts that are no pegawai. */
export const claimLines = (keepers: readonly Role[], nobodys: readonly Role[], all: readonly Role[]): Line[] => {
  const without = (...out: readonly Role[]) => all.filter(role => !out.includes(role))
  // Who is asked for themselves: bappeda sees no other person.
  const themselves = ['pegawai', 'bappeda'] as const
  const own = (route: string, done: number): Line => ({
    route,
    nobody: 'masuk',
    inside: { [done]: without(...nobodys), 404: nobodys },
  })
  const self = (route: string, done: number): Line => ({
    route,
    nobody: 'masuk',
    inside: { [done]: themselves, 404: without(...themselves) },
    outside: { 404: all },
  })
  const queue = (route: string): Line => ({
    route,
    nobody: 'masuk',
    inside: { 200: keepers, 403: without(...keepers) },
    outside: { 404: keepers, 403: without(...keepers) },
  })
  return [
    own('GET /klaim', 200),
    own('GET /klaim.xlsx', 200),
    own('GET /klaim/baru', 200),
    own('POST /klaim', 422),
    {
      route: 'GET /klaim/:id',
      nobody: 'masuk',
      inside: { 303: keepers, 200: themselves, 404: without(...keepers, ...themselves) },
      outside: { 404: all },
    },
    {
      route: 'GET /klaim/:id/berkas',
      nobody: 'masuk',
      inside: { 200: [...keepers, ...themselves], 404: without(...keepers, ...themselves) },
      outside: { 404: all },
    },
    self('GET /klaim/:id/ubah', 303),
    self('POST /klaim/:id', 303),
    queue('GET /klaim/verifikasi'),
    queue('GET /klaim/verifikasi.xlsx'),
    {
      route: 'GET /klaim/verifikasi/:id',
      nobody: 'masuk',
      inside: { 200: keepers, 404: without(...keepers) },
      outside: { 404: all },
    },
    {
      route: 'POST /klaim/verifikasi/:id',
      nobody: 'masuk',
      inside: { 422: keepers, 404: without(...keepers) },
      outside: { 404: all },
    },
    // Of claims out of sight none is verified, and one is not told that they are there.
    {
      route: 'POST /klaim/verifikasi',
      nobody: 'masuk',
      inside: { 303: keepers, 404: without(...keepers) },
      outside: { 303: keepers, 404: without(...keepers) },
    },
    self('POST /klaim/:id/tarik', 303),
    { route: 'GET /api/v1/claims', nobody: 401, inside: { 200: without(...nobodys), empty: nobodys } },
    { route: 'POST /api/v1/claims', nobody: 401, inside: { 422: without(...nobodys), 403: nobodys } },
    {
      route: 'GET /api/v1/claims/queue',
      nobody: 401,
      inside: { 200: keepers, empty: without(...keepers) },
      outside: { empty: all },
    },
    {
      route: 'POST /api/v1/claims/:id/decision',
      nobody: 401,
      inside: { 422: keepers, 404: without(...keepers) },
      outside: { 404: all },
    },
  ]
}

const json = (path: string, body: object) => ({ path, body: new Blob([JSON.stringify(body)], { type: 'application/json' }) })
const post = (path: string, fields: Record<string, string>) => ({ path, body: new URLSearchParams(fields) })
export const claimQuestions: Record<string, (t: Asked) => { path: string; body?: FormData | URLSearchParams | Blob }> = {
  'POST /klaim': () => post('/klaim', { nama: '' }),
  'GET /klaim/:id': t => ({ path: `/klaim/${claimOf(t)}` }),
  'GET /klaim/:id/berkas': t => ({ path: `/klaim/${claimOf(t)}/berkas` }),
  'GET /klaim/:id/ubah': t => ({ path: `/klaim/${claimOf(t)}/ubah` }),
  'POST /klaim/:id': t => post(`/klaim/${claimOf(t)}`, { nama: 'Diubah' }),
  'POST /klaim/:id/tarik': t => post(`/klaim/${claimOf(t)}/tarik`, {}),
  'GET /klaim/verifikasi': t => ({ path: `/klaim/verifikasi?instansi=${t.instansi}` }),
  'GET /klaim/verifikasi.xlsx': t => ({ path: `/klaim/verifikasi.xlsx?instansi=${t.instansi}` }),
  'GET /klaim/verifikasi/:id': t => ({ path: `/klaim/verifikasi/${claimOf(t)}?instansi=${t.instansi}` }),
  'POST /klaim/verifikasi/:id': t => post(`/klaim/verifikasi/${claimOf(t)}`, { putusan: 'betulkan', jp: 'x' }),
  'POST /api/v1/claims': () => json('/api/v1/claims', { name: '' }),
  'GET /api/v1/claims/queue': t => ({ path: `/api/v1/claims/queue?instansi=${t.instansi}&state=verified` }),
  'POST /api/v1/claims/:id/decision': t => json(`/api/v1/claims/${spareOf(t)}/decision`, { decision: 'revoke', reason: 'x' }),
  'POST /klaim/verifikasi': t => post('/klaim/verifikasi', { klaim: String(claimOf(t)) }),
}
