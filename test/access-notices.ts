import { endingToken, secretOf } from '../src/notices/links.ts'
import { asJob, sql } from '../src/platform/db/index.ts'
import type { Line, Role } from './access-table.ts'
import type { DemoApp } from './factories/demo.ts'

/** A notice, a device and a link of one account, made for one question. */
export type FreshNotice = { notice: number; device: number; ending: string }
export const noNotice: FreshNotice = { notice: 0, device: 0, ending: 'x.y' }
let made = 0

export async function freshNotice(demo: DemoApp, accountId: string): Promise<FreshNotice> {
  const n = ++made
  const secret = await secretOf(demo.services.db)
  return asJob(demo.database.outer, async tx => {
    const notice = await sql<{ id: number }>`
      INSERT INTO notices.notice (account_id, topic, key, duty, title_id, title_en, href, in_app)
      VALUES (${accountId}, 'class', ${`uji:${n}`}, false, 'Uji', 'Test', '/', true) RETURNING id`.execute(tx)
    const device = await sql<{ id: number }>`
      INSERT INTO notices.device (account_id, label, endpoint, p256dh, auth, added_at)
      VALUES (${accountId}, 'Uji', ${`https://fcm.googleapis.com/${n}`}, 'x', 'y', now()) RETURNING id`.execute(tx)
    return { notice: notice.rows[0]!.id, device: device.rows[0]!.id, ending: endingToken(secret, { accountId, topic: 'class' }) }
  })
}

type Answered = (route: string, nobody: Line['nobody'], inside: number, outside?: number) => Line

/** Messages are everybody's own and nobody else's, whatever the role; the way out of the house is for who keeps the installation. */
export function noticesLines(signedIn: readonly Role[]): readonly Line[] {
  const line: Answered = (route, nobody, inside, outside) => ({
    route,
    nobody,
    inside: { [inside]: signedIn },
    ...(outside === undefined ? {} : { outside: { [outside]: signedIn } }),
  })
  const keeper = (route: string, done: number): Line => ({
    route,
    nobody: 'masuk',
    inside: { [done]: ['admin'], 403: signedIn.filter(role => role !== 'admin') },
  })
  return [
    line('GET /pesan', 'masuk', 200),
    line('GET /pesan.xlsx', 'masuk', 200),
    line('GET /pesan/:id', 'masuk', 303, 404),
    line('POST /pesan/:id/dibaca', 'masuk', 303, 404),
    line('POST /pesan/dibaca', 'masuk', 303),
    line('GET /pesan/pengaturan', 'masuk', 200),
    line('POST /pesan/pengaturan', 'masuk', 303),
    line('POST /pesan/pengaturan/surel', 'masuk', 303), // the demo has no server of mail: it is said on the page
    line('POST /pesan/pengaturan/surel/hapus', 'masuk', 303),
    line('POST /pesan/pengaturan/perangkat', 'masuk', 422),
    line('POST /pesan/pengaturan/perangkat/:id/hapus', 'masuk', 303, 404),
    line('GET /pesan/alamat/:nonce', 'masuk', 200),
    line('POST /pesan/alamat/:nonce', 'masuk', 303),
    line('GET /api/v1/notices', 401, 200),
    line('POST /api/v1/notices/:id/read', 401, 200, 404),
    line('POST /api/v1/notices/read', 401, 200),
    // The link of a letter, pressed by a program of mail without a session; made up, it is not known.
    line('GET /surat/berhenti/:token', 200, 200),
    line('POST /surat/berhenti/:token', 200, 200),
    line('GET /sw.js', 200, 200),
    ...(['GET /sistem/surel', 'GET /sistem/surel.xlsx'] as const).map(route => keeper(route, 200)),
    keeper('POST /sistem/surel/uji', 422),
  ]
}

const get = (path: string) => ({ path })
const post = (path: string, fields: Record<string, string> = {}) => ({ path, body: new URLSearchParams(fields) })

export const noticesQuestions: Record<string, (t: FreshNotice) => { path: string; body?: URLSearchParams }> = {
  'GET /pesan/:id': t => get(`/pesan/${t.notice}`),
  'POST /pesan/:id/dibaca': t => post(`/pesan/${t.notice}/dibaca`),
  'POST /pesan/pengaturan/surel': () => post('/pesan/pengaturan/surel', { surel: 'uji@contoh.go.id' }),
  'POST /pesan/pengaturan/perangkat': () =>
    post('/pesan/pengaturan/perangkat', { endpoint: 'https://lain.id/x', p256dh: 'x', auth: 'y' }),
  'POST /pesan/pengaturan/perangkat/:id/hapus': t => post(`/pesan/pengaturan/perangkat/${t.device}/hapus`),
  'GET /pesan/alamat/:nonce': () => get('/pesan/alamat/uji'),
  'POST /pesan/alamat/:nonce': () => post('/pesan/alamat/uji'),
  'POST /api/v1/notices/:id/read': t => post(`/api/v1/notices/${t.notice}/read`),
  'POST /api/v1/notices/read': t => post(`/api/v1/notices/read?until=${t.notice}`),
  'GET /surat/berhenti/:token': t => get(`/surat/berhenti/${t.ending}`),
  'POST /surat/berhenti/:token': t => post(`/surat/berhenti/${t.ending}`),
}
