import { sql, type Tx } from '../src/platform/db/index.ts'
import type { Asked } from './access-questions.ts'
import type { Line, Role } from './access-table.ts'
import { documentFile, type Target } from './access-targets.ts'

/** Each government has an institution with one of everything, all known by one number. */
const thing = ({ instansiId }: Pick<Target, 'instansiId'>) => 1_000_000 + instansiId

export async function providersForAll(tx: Tx): Promise<void> {
  await sql`
    WITH body AS (
      INSERT INTO provider (id, instansi_id, kind, name, short_name, made_by, made_at)
      SELECT 1000000 + id, id, 'bpsdm', 'Lembaga uji', 'Uji', 'uji', now() FROM instansi RETURNING id, instansi_id),
    room AS (INSERT INTO room (id, provider_id, kind, name, capacity) SELECT id, id, 'kelas', 'Ruang uji', 20 FROM body),
    trainer AS (INSERT INTO trainer (id, provider_id, name, kind) SELECT id, id, 'Pengajar uji', 'praktisi' FROM body),
    offer AS (INSERT INTO offer (id, provider_id, title, form, pattern, made_by, made_at)
      SELECT id, id, 'Penawaran uji', 'teknis', 'klasikal', 'uji', now() FROM body),
    accreditation AS (INSERT INTO accreditation (id, provider_id, programme, accreditor, peringkat, decree, from_date, until_date, file_key, file_name, made_by, made_at)
      SELECT id, id, 'UJI', 'LAN', 'A', 'SK uji', '2026-01-01', '2030-12-31', ${documentFile}, 'uji.pdf', 'uji', now() FROM body)
    INSERT INTO agreement (id, provider_id, instansi_id, number, title, signed_on, from_date, until_date, file_key, file_name, made_by, made_at)
    SELECT id, id, instansi_id, '1', 'Kerja sama uji', '2026-01-01', '2026-01-01', '2030-12-31', ${documentFile}, 'uji.pdf', 'uji', now() FROM body`.execute(
    tx,
  )
}

const keepers: readonly Role[] = ['admin', 'adminKabupaten', 'pengelola', 'kabupaten']
/** Everywhere, so that nothing is outside for them but what does not exist. */
const nation: readonly Role[] = ['admin', 'nasional']
const figures: readonly Role[] = ['perencana', 'pembina', 'pimpinan', 'bappeda']
const teachers: readonly Role[] = ['penyelenggara', 'fasilitator']
const strangers: readonly Role[] = ['atasan', 'pegawai', 'asesor']
const readers: readonly Role[] = [...keepers, 'nasional', ...figures, ...teachers]
const but = (list: readonly Role[], out: readonly Role[]) => list.filter(role => !out.includes(role))

type Sides = Pick<Line, 'inside' | 'outside'>
/** No institution is a secret of its government: whoever plans or teaches reads them all. */
const all: Sides = { inside: { 200: readers, 403: strangers } }
const read: Sides = { ...all, outside: { 200: but(readers, nation), 404: nation, 403: strangers } }
/** The catalogue leads everybody to an offer. */
const everybody: readonly Role[] = [...readers, ...strangers]
const shown: Sides = { inside: { 200: everybody }, outside: { 200: but(everybody, nation), 404: nation } }
const keep = (yes: number): Sides => ({
  inside: { [yes]: keepers, 403: [...but(readers, keepers), ...strangers] },
  outside: { 404: nation, 403: [...but(readers, nation), ...strangers] },
})
/** Each government records what it agreed itself, with whichever institution. */
const agree = (yes: number): Sides => ({
  inside: { [yes]: [...keepers, 'perencana'], 403: [...but(readers, [...keepers, 'perencana']), ...strangers] },
  outside: {
    [yes]: [...but(keepers, nation), 'perencana'],
    404: nation,
    403: [...but(readers, [...keepers, 'perencana', 'nasional']), ...strangers],
  },
})
/** What was agreed is known to the two sides and to who guides the government. */
const sides = (inside: Sides['inside']): Sides => ({ inside, outside: { 404: readers, 403: strangers } })
const readAgreement = sides({ 200: but(readers, teachers), 404: teachers, 403: strangers })
const writeAgreement = (yes: number) => sides({ [yes]: keepers, 404: teachers, 403: ['nasional', ...figures, ...strangers] })
const begin = (yes: number): Sides => ({
  inside: { [yes]: [...keepers, 'perencana'], 403: [...but(readers, [...keepers, 'perencana']), ...strangers] },
})

const masuk = (route: string, to: Sides): Line => ({ route, nobody: 'masuk', ...to })
const card = '/penyelenggara/:id'
export const providersLines: readonly Line[] = [
  masuk('GET /penyelenggara', all),
  masuk('GET /penyelenggara.xlsx', all),
  masuk('GET /penyelenggara/baru', begin(200)),
  masuk('POST /penyelenggara', begin(422)),
  masuk(`GET ${card}`, read),
  masuk(`GET ${card}/ubah`, keep(200)),
  masuk(`POST ${card}`, keep(422)),
  masuk(`GET ${card}/tutup`, keep(200)),
  masuk(`POST ${card}/tutup`, keep(422)),
  masuk(`POST ${card}/buka`, keep(303)),
  masuk(`GET ${card}/penawaran`, read),
  masuk(`GET ${card}/penawaran/baru`, keep(200)),
  masuk(`POST ${card}/penawaran`, keep(422)),
  masuk('GET /penawaran', all),
  masuk('GET /penawaran.xlsx', all),
  masuk('GET /penawaran/:offer', shown),
  masuk('GET /penawaran/:offer/ubah', keep(200)),
  masuk('POST /penawaran/:offer', keep(422)),
  masuk('POST /penawaran/:offer/tutup', keep(303)),
  masuk('POST /penawaran/:offer/buka', keep(303)),
  masuk(`GET ${card}/ruang`, read),
  masuk(`GET ${card}/ruang/baru`, keep(200)),
  masuk(`POST ${card}/ruang`, keep(422)),
  masuk(`GET ${card}/ruang/:room`, keep(200)),
  masuk(`POST ${card}/ruang/:room`, keep(422)),
  masuk(`GET ${card}/pengajar`, read),
  masuk(`GET ${card}/pengajar/baru`, keep(200)),
  masuk(`POST ${card}/pengajar`, keep(422)),
  masuk(`GET ${card}/pengajar/:trainer`, keep(200)),
  masuk(`POST ${card}/pengajar/:trainer`, keep(422)),
  masuk(`GET ${card}/kerja-sama`, read),
  masuk(`GET ${card}/kerja-sama/baru`, agree(200)),
  masuk(`POST ${card}/kerja-sama`, agree(422)),
  masuk(`GET ${card}/kerja-sama/:agreement`, writeAgreement(200)),
  masuk(`POST ${card}/kerja-sama/:agreement`, writeAgreement(422)),
  masuk(`GET ${card}/kerja-sama/:agreement/berkas.pdf`, readAgreement),
  masuk(`GET ${card}/kerja-sama/:agreement/akhiri`, writeAgreement(200)),
  masuk(`POST ${card}/kerja-sama/:agreement/akhiri`, writeAgreement(422)),
  masuk(`GET ${card}/akreditasi`, read),
  masuk(`GET ${card}/akreditasi/baru`, keep(200)),
  masuk(`POST ${card}/akreditasi`, keep(422)),
  masuk('GET /akreditasi', all),
  masuk('GET /akreditasi.xlsx', all),
  masuk('GET /akreditasi/:line', keep(200)),
  masuk('POST /akreditasi/:line', keep(422)),
  masuk('GET /akreditasi/:line/berkas.pdf', read),
  masuk('GET /akreditasi/:line/cabut', keep(200)),
  masuk('POST /akreditasi/:line/cabut', keep(422)),
  masuk(`GET ${card}/akun`, keep(200)),
  masuk(`POST ${card}/akun`, keep(422)),
  masuk(`POST ${card}/akun/keluarkan`, keep(303)),
  { route: 'GET /api/v1/providers', nobody: 401, ...all },
  { route: 'GET /api/v1/offers', nobody: 401, ...all },
  { route: 'GET /api/v1/accreditations', nobody: 401, ...all },
  { route: 'POST /api/v1/providers', nobody: 401, ...begin(422) },
  { route: 'PATCH /api/v1/providers/:id', nobody: 401, ...keep(422) },
  { route: 'POST /api/v1/providers/:id/offers', nobody: 401, ...keep(422) },
  { route: 'PATCH /api/v1/offers/:id', nobody: 401, ...keep(422) },
  { route: 'POST /api/v1/providers/:id/accreditations', nobody: 401, ...keep(422) },
  { route: 'PATCH /api/v1/accreditations/:id', nobody: 401, ...keep(422) },
  { route: 'POST /api/v1/providers/:id/close', nobody: 401, ...keep(422) },
  { route: 'POST /api/v1/providers/:id/reopen', nobody: 401, ...keep(200) },
  { route: 'POST /api/v1/offers/:id/close', nobody: 401, ...keep(200) },
  { route: 'POST /api/v1/offers/:id/reopen', nobody: 401, ...keep(200) },
  { route: 'POST /api/v1/accreditations/:id/revoke', nobody: 401, ...keep(422) },
  {
    route: 'GET /api/v1/providers/:id/agreements',
    nobody: 401,
    inside: { 200: but(readers, teachers), empty: teachers, 403: strangers },
    outside: { empty: but(readers, nation), 404: nation, 403: strangers },
  },
  { route: 'POST /api/v1/providers/:id/agreements', nobody: 401, ...agree(422) },
  { route: 'PATCH /api/v1/agreements/:id', nobody: 401, ...writeAgreement(422) },
  { route: 'POST /api/v1/agreements/:id/end', nobody: 401, ...writeAgreement(422) },
]

/** What a JSON body says here: it can be read, and is refused for its blank names. */
const blank = {
  providers: { kind: 'bpsdm', name: '', shortName: '' },
  offers: { title: '', form: 'teknis', pattern: 'klasikal' },
  accreditations: { programme: '', accreditor: '', peringkat: '', decree: '', from: '' },
  agreements: { instansi: '', number: '', title: '', signedOn: '', from: '', until: '' },
  close: { reason: '' },
  end: { reason: '' },
  revoke: { reason: '', on: '' },
}
const jsonFor = (path: string) => {
  const named = path.split('/').findLast(part => Object.hasOwn(blank, part)) as keyof typeof blank
  return new Blob([JSON.stringify(blank[named])], { type: 'application/json' })
}

/** Every parameter of these routes is the one number of the target's thing; what is posted is refused as input, or changes nothing. */
export const providersQuestions: Record<string, (t: Asked) => { path: string; body?: URLSearchParams | Blob }> =
  Object.fromEntries(
    providersLines.map(({ route }) => {
      const [method, path] = route.split(' ') as [string, string]
      return [
        route,
        (t: Asked) => ({
          path: path.replace(/:\w+/g, String(thing(t))),
          ...(method !== 'GET' && { body: path.startsWith('/api/') ? jsonFor(path) : new URLSearchParams({ nama: '' }) }),
        }),
      ]
    }),
  )
