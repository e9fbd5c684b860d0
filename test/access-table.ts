import { activityLines } from './access-activities.ts'
import { claimLines } from './access-claims.ts'
import { runningLines } from './access-classes.ts'
import { communityLines } from './access-communities.ts'
import { courseLines } from './access-courses.ts'
import { enrolmentLines } from './access-enrolment.ts'
import { evaluationLines } from './access-evaluation.ts'
import { evidenceLines } from './access-evidence.ts'
import { jpLines } from './access-jp.ts'
import { lessonLines } from './access-lessons.ts'
import { noticesLines } from './access-notices.ts'
import { providersLines } from './access-providers.ts'
import { siasnLines } from './access-siasn.ts'

/**
 * Who may do what, and where: role × verb × scope, written by hand. test/access.db.test.ts asks every route of the app as every role
 * and compares. Nothing in the product is made from this table, and nothing makes it: a change of rights is a change of a line here.
 *
 * Each line names a route and what it answers: to nobody (not signed in); to each role asking for something *inside* its scope; and
 * asking for something *outside* it. A line without `outside` is about oneself, or about what everybody shares.
 * What is inside and outside for whom stands in test/access-targets.ts (`sights`).
 *
 * A number is the HTTP status; `masuk`: sent to sign in; `empty`: 200 with an empty list.
 */
export type Answer = number | 'masuk' | 'empty'
export type Line = {
  route: string
  nobody: Answer
  inside: { readonly [answer in Answer]?: readonly Role[] }
  outside?: { readonly [answer in Answer]?: readonly Role[] }
}

export const roles = [
  'admin', //          the nation
  'nasional', //       pembina of the nation
  'adminKabupaten', // admin of 19.01
  'pengelola', //      of 19
  'kabupaten', //      pengelola of 19.01
  'perencana', //      of 19 and those it guides
  'pembina', //        of 19 and those it guides; leads a bidang
  'pimpinan', //       of 19; leads the office
  'bappeda', //        of 19 and those it guides: figures, never a person
  'atasan', //         a team in 19
  'pegawai', //        oneself, in 19
  'asesor', //         the people of an assessment, of 19 and 19.01
  'penyelenggara', //  the people of a class, of four governments; leads a bidang
  'fasilitator', //    the people of the same class
] as const
export type Role = (typeof roles)[number]

const admins = ['admin', 'adminKabupaten'] as const
/** Keep the data of a whole government in order. */
const keepers = [...admins, 'pengelola', 'kabupaten'] as const
/** Read the people of a whole government by name. */
const readers = [...keepers, 'nasional', 'perencana', 'pembina', 'pimpinan'] as const
/** Read the figures of a whole government. */
const weighers = [...readers, 'bappeda'] as const
/** Read levels of some people only: their own, their team's, those they assess. */
const ofSome = ['atasan', 'pegawai', 'asesor'] as const
/** See some people, and of nobody else's a level. */
const ofClass = ['penyelenggara', 'fasilitator'] as const
const single = [...ofSome, ...ofClass] as const
const signedIn = [...weighers, ...single] as const
const without = (...out: readonly Role[]) => signedIn.filter(role => !out.includes(role))

/** Open to the world. */
const open: readonly Line[] = [
  { route: 'GET /healthz', nobody: 200, inside: { 200: signedIn } },
  { route: 'GET /readyz', nobody: 200, inside: { 200: signedIn } },
  { route: 'GET /metrics', nobody: 200, inside: { 200: signedIn } },
  { route: 'GET /_ui', nobody: 200, inside: { 200: signedIn } },
  { route: 'GET /api/openapi.json', nobody: 200, inside: { 200: signedIn } },
  { route: 'GET /masuk', nobody: 200, inside: { 303: signedIn } },
  { route: 'POST /masuk', nobody: 422, inside: { 422: signedIn } },
  { route: 'POST /bahasa', nobody: 303, inside: { 303: signedIn } },
  { route: 'POST /tema', nobody: 303, inside: { 303: signedIn } },
  // The key to it is printed once, while the installation has no account.
  { route: 'GET /pasang', nobody: 404, inside: { 404: signedIn } },
  { route: 'POST /pasang', nobody: 404, inside: { 404: signedIn } },
]

/** One's own account, page and team. */
const own: readonly Line[] = [
  { route: 'GET /', nobody: 'masuk', inside: { 200: signedIn } },
  { route: 'POST /keluar', nobody: 'masuk', inside: { 303: signedIn } },
  { route: 'GET /sandi', nobody: 'masuk', inside: { 200: signedIn } },
  { route: 'POST /sandi', nobody: 'masuk', inside: { 422: signedIn } },
  { route: 'GET /akun-saya', nobody: 'masuk', inside: { 200: signedIn } },
  { route: 'POST /akun-saya/token', nobody: 'masuk', inside: { 200: signedIn } },
  // Somebody else's is not revoked, and one is not told that it is there.
  {
    route: 'POST /akun-saya/token/:id/cabut',
    nobody: 'masuk',
    inside: { 303: signedIn },
    outside: { 303: signedIn },
  },
  // Views are one's own; the link of one carries an address, and the list asks who follows it.
  { route: 'GET /tampilan', nobody: 'masuk', inside: { 200: signedIn } },
  { route: 'POST /tampilan', nobody: 'masuk', inside: { 422: signedIn } },
  { route: 'POST /tampilan/:id/hapus', nobody: 'masuk', inside: { 303: signedIn } },
  { route: 'GET /t/:code', nobody: 'masuk', inside: { 303: signedIn } },
  {
    route: 'GET /saya',
    nobody: 'masuk',
    inside: { 200: without('nasional', ...admins), 404: ['nasional', ...admins] },
  },
  {
    route: 'GET /tim',
    nobody: 'masuk',
    inside: {
      200: ['atasan', 'pembina', 'pimpinan', 'penyelenggara'],
      403: without('atasan', 'pembina', 'pimpinan', 'penyelenggara'),
    },
  },
]

/** People, by name. */
const people: readonly Line[] = [
  { route: 'GET /pegawai', nobody: 'masuk', inside: { 200: signedIn }, outside: { 404: signedIn } },
  { route: 'GET /pegawai.xlsx', nobody: 'masuk', inside: { 200: signedIn }, outside: { 404: signedIn } },
  { route: 'GET /pegawai/:id', nobody: 'masuk', inside: { 200: signedIn }, outside: { 404: signedIn } },
  // Levels: who teaches a person or weighs needs sees the person and no level.
  {
    route: 'GET /pegawai/:id/mengapa',
    nobody: 'masuk',
    inside: { 200: without('penyelenggara', 'fasilitator'), 404: ['penyelenggara', 'fasilitator'] },
    outside: { 404: signedIn },
  },
  {
    route: 'GET /saya/mengapa',
    nobody: 'masuk',
    inside: { 200: without('nasional', ...admins), 404: ['nasional', ...admins] },
  },
  // By NIP: opens the person, or finds nobody.
  { route: 'GET /cari', nobody: 'masuk', inside: { 303: signedIn }, outside: { 200: signedIn } },
  {
    route: 'GET /pemetaan/belum',
    nobody: 'masuk',
    inside: { 200: readers, 403: ['bappeda', ...single] },
    outside: { 404: readers, 403: ['bappeda', ...single] },
  },
  {
    route: 'GET /pemetaan/belum.xlsx',
    nobody: 'masuk',
    inside: { 200: readers, 403: ['bappeda', ...single] },
    outside: { 404: readers, 403: ['bappeda', ...single] },
  },
  {
    route: 'GET /kesenjangan/orang',
    nobody: 'masuk',
    inside: { 200: readers, 403: ['bappeda', ...single] },
    outside: { 404: readers, 403: ['bappeda', ...single] },
  },
  {
    route: 'GET /kebutuhan/:file',
    nobody: 'masuk',
    inside: { 200: readers, 403: ['bappeda', ...single] },
    outside: { 404: weighers, 403: single },
  },
  { route: 'GET /api/v1/pegawai', nobody: 401, inside: { 200: signedIn }, outside: { empty: signedIn } },
  { route: 'GET /api/v1/pegawai/:id', nobody: 401, inside: { 200: signedIn }, outside: { 404: signedIn } },
  {
    route: 'GET /api/v1/pegawai/:id/results',
    nobody: 401,
    inside: { 200: [...weighers, ...ofSome], 404: ofClass },
    outside: { 404: signedIn },
  },
  // To write results down. The POSTs carry a day that has not come: 422 is a yes.
  {
    route: 'GET /pegawai/:id/hasil/baru',
    nobody: 'masuk',
    inside: { 200: [...keepers, 'asesor'], 404: ofClass, 403: without(...keepers, 'asesor', ...ofClass) },
    outside: { 404: signedIn },
  },
  {
    route: 'POST /pegawai/:id/hasil',
    nobody: 'masuk',
    inside: { 422: [...keepers, 'asesor'], 404: ofClass, 403: without(...keepers, 'asesor', ...ofClass) },
    outside: { 404: signedIn },
  },
  {
    route: 'POST /api/v1/pegawai/:id/results',
    nobody: 401,
    inside: { 422: [...keepers, 'asesor'], 404: ofClass, 403: without(...keepers, 'asesor', ...ofClass) },
    outside: { 404: signedIn },
  },
  {
    route: 'GET /pegawai/:id/potensi/baru',
    nobody: 'masuk',
    inside: { 200: [...keepers, 'asesor'], 404: ofClass, 403: without(...keepers, 'asesor', ...ofClass) },
    outside: { 404: signedIn },
  },
  {
    route: 'POST /pegawai/:id/potensi',
    nobody: 'masuk',
    inside: { 422: [...keepers, 'asesor'], 404: ofClass, 403: without(...keepers, 'asesor', ...ofClass) },
    outside: { 404: signedIn },
  },
  {
    route: 'GET /api/v1/pegawai/:id/potential',
    nobody: 401,
    inside: { 200: [...weighers, ...ofSome], 404: ofClass },
    outside: { 404: signedIn },
  },
  {
    route: 'POST /api/v1/pegawai/:id/potential',
    nobody: 401,
    inside: { 422: [...keepers, 'asesor'], 404: ofClass, 403: without(...keepers, 'asesor', ...ofClass) },
    outside: { 404: signedIn },
  },
  // Where people stand, by name.
  {
    route: 'GET /pemetaan/ikk',
    nobody: 'masuk',
    inside: { 200: readers, 403: ['bappeda', ...single] },
    outside: { 404: readers, 403: ['bappeda', ...single] },
  },
  {
    route: 'GET /pemetaan/ikk.xlsx',
    nobody: 'masuk',
    inside: { 200: readers, 403: ['bappeda', ...single] },
    outside: { 404: readers, 403: ['bappeda', ...single] },
  },
  {
    route: 'GET /pemetaan/rekap',
    nobody: 'masuk',
    inside: { 200: readers, 403: ['bappeda', ...single] },
    outside: { 404: readers, 403: ['bappeda', ...single] },
  },
  {
    route: 'GET /pemetaan/rekap.xlsx',
    nobody: 'masuk',
    inside: { 200: readers, 403: ['bappeda', ...single] },
    outside: { 404: readers, 403: ['bappeda', ...single] },
  },
  {
    route: 'GET /api/v1/ikk',
    nobody: 401,
    inside: { 200: readers, 403: ['bappeda', ...single] },
    outside: { 404: readers, 403: ['bappeda', ...single] },
  },
  {
    route: 'GET /api/v1/pegawai/:id/gaps',
    nobody: 401,
    inside: { 200: [...weighers, ...ofSome], 404: ofClass },
    outside: { 404: signedIn },
  },
  {
    route: 'GET /api/v1/needs/:id/people',
    nobody: 401,
    inside: { 200: readers, empty: ['bappeda'], 404: single },
    outside: { 404: signedIn },
  },
]

/** Lead a team, and so see how its people were rated. */
const leaders = ['atasan', 'penyelenggara'] as const

/** How people were rated: one's own, one's team's, those of a government one reads by name. */
const performance: readonly Line[] = [
  {
    route: 'GET /kinerja',
    nobody: 'masuk',
    inside: { 200: [...readers, ...leaders], 403: ['bappeda', 'pegawai', 'asesor', 'fasilitator'] },
    outside: { 404: [...readers, ...leaders], 403: ['bappeda', 'pegawai', 'asesor', 'fasilitator'] },
  },
  {
    route: 'GET /kinerja.xlsx',
    nobody: 'masuk',
    inside: { 200: [...readers, ...leaders], 403: ['bappeda', 'pegawai', 'asesor', 'fasilitator'] },
    outside: { 404: [...readers, ...leaders], 403: ['bappeda', 'pegawai', 'asesor', 'fasilitator'] },
  },
  // Somebody of one's class or assessment is in sight, but not how they were rated.
  {
    route: 'GET /kinerja/:id',
    nobody: 'masuk',
    inside: { 200: [...weighers, 'atasan', 'pegawai'], 404: ['asesor', ...ofClass] },
    outside: { 404: signedIn },
  },
  // Without a reason, or without a rating, nothing is saved: 422 is a yes. Nobody rates oneself; the pimpinan of the demo leads the person asked for.
  {
    route: 'POST /kinerja/:id',
    nobody: 'masuk',
    inside: {
      422: [...keepers, 'atasan', 'pimpinan'],
      403: ['nasional', 'perencana', 'pembina', 'bappeda', 'pegawai'],
      404: ['asesor', ...ofClass],
    },
    outside: { 404: signedIn },
  },
  {
    route: 'POST /kinerja/:id/:rating/tarik',
    nobody: 'masuk',
    inside: {
      422: [...keepers, 'atasan', 'pimpinan'],
      403: ['nasional', 'perencana', 'pembina', 'bappeda', 'pegawai'],
      404: ['asesor', ...ofClass],
    },
    outside: { 404: signedIn },
  },
  {
    route: 'GET /saya/kinerja',
    nobody: 'masuk',
    inside: { 200: without('nasional', ...admins), 404: ['nasional', ...admins] },
  },
  {
    route: 'GET /api/v1/pegawai/:id/performance',
    nobody: 401,
    inside: { 200: [...weighers, 'atasan', 'pegawai'], 404: ['asesor', ...ofClass] },
    outside: { 404: signedIn },
  },
  { route: 'GET /api/v1/performance', nobody: 401, inside: { 200: signedIn }, outside: { empty: signedIn } },
]

/** Figures about a government: sums without names. */
const figures: readonly Line[] = [
  // Where it stood before; /aturan/jpm asks who it is.
  { route: 'GET /pemetaan/aturan', nobody: 'masuk', inside: { 301: signedIn } },
  { route: 'GET /pemetaan', nobody: 'masuk', inside: { 200: weighers, 403: single }, outside: { 404: weighers, 403: single } },
  { route: 'GET /kebutuhan', nobody: 'masuk', inside: { 200: weighers, 403: single }, outside: { 404: weighers, 403: single } },
  {
    route: 'GET /kebutuhan.xlsx',
    nobody: 'masuk',
    inside: { 200: weighers, 403: single },
    outside: { 404: weighers, 403: single },
  },
  {
    route: 'GET /kebutuhan/:id',
    nobody: 'masuk',
    inside: { 200: weighers, 403: single },
    outside: { 404: weighers, 403: single },
  },
  { route: 'GET /kesenjangan', nobody: 'masuk', inside: { 200: weighers, 403: single }, outside: { 404: weighers, 403: single } },
  {
    route: 'GET /pembinaan',
    nobody: 'masuk',
    inside: {
      200: ['nasional', 'perencana', 'pembina', 'bappeda'],
      403: without('nasional', 'perencana', 'pembina', 'bappeda'),
    },
  },
  { route: 'GET /api/v1/coverage', nobody: 401, inside: { 200: weighers, 403: single }, outside: { 404: weighers, 403: single } },
  { route: 'GET /api/v1/needs', nobody: 401, inside: { 200: weighers, empty: single }, outside: { empty: signedIn } },
  { route: 'GET /api/v1/needs/:id', nobody: 401, inside: { 200: weighers, 404: single }, outside: { 404: signedIn } },
]

const weighed = { inside: { 200: weighers, 403: single }, outside: { 404: weighers, 403: single } }
const named = {
  inside: { 200: readers, 403: ['bappeda', ...single] },
  outside: { 404: readers, 403: ['bappeda', ...single] },
} as const
/** The POSTs carry a day that has not come: 422 is a yes. */
const asked = { inside: { 422: weighers, 403: single }, outside: { 404: weighers, 403: single } }

/** Days worked out again and compared: figures to who weighs, names to who reads names. What gaps cost. */
const days: readonly Line[] = [
  { route: 'GET /kesenjangan.xlsx', nobody: 'masuk', ...weighed },
  { route: 'GET /kesenjangan/orang.xlsx', nobody: 'masuk', ...named },
  { route: 'GET /kesenjangan/banding', nobody: 'masuk', ...weighed },
  { route: 'POST /kesenjangan/banding', nobody: 'masuk', ...asked },
  { route: 'GET /kesenjangan/banding/keadaan', nobody: 'masuk', ...weighed },
  { route: 'GET /kesenjangan/banding.xlsx', nobody: 'masuk', ...weighed },
  { route: 'GET /kesenjangan/banding/orang', nobody: 'masuk', ...named },
  { route: 'GET /kesenjangan/banding/orang.xlsx', nobody: 'masuk', ...named },
  { route: 'GET /kebutuhan/pada', nobody: 'masuk', ...weighed },
  { route: 'POST /kebutuhan/pada', nobody: 'masuk', ...asked },
  { route: 'GET /kebutuhan/pada/keadaan', nobody: 'masuk', ...weighed },
  { route: 'GET /kebutuhan/pada.xlsx', nobody: 'masuk', ...weighed },
  { route: 'GET /api/v1/recounts', nobody: 401, inside: { 200: weighers, empty: single }, outside: { empty: signedIn } },
  { route: 'POST /api/v1/recounts', nobody: 401, ...asked },
  { route: 'GET /api/v1/recounts/:id', nobody: 401, inside: { 200: weighers, 404: single }, outside: { 404: signedIn } },
  { route: 'POST /api/v1/comparisons', nobody: 401, ...asked },
  { route: 'GET /api/v1/comparisons/:id', nobody: 401, inside: { 200: weighers, 404: single }, outside: { 404: signedIn } },
  {
    route: 'GET /api/v1/comparisons/:id/people',
    nobody: 401,
    inside: { 200: readers, empty: ['bappeda'], 404: single },
    outside: { 404: signedIn },
  },
  { route: 'GET /api/v1/gap-cost', nobody: 401, ...weighed },
  { route: 'GET /api/v1/heatmap', nobody: 401, ...weighed },
]

/** The tree of a government, and what its posts demand: open to who belongs to it or holds a role there. */
const organisation: readonly Line[] = [
  { route: 'GET /organisasi', nobody: 'masuk', inside: { 200: signedIn }, outside: { 404: signedIn } },
  { route: 'GET /organisasi/unit/:id', nobody: 'masuk', inside: { 200: signedIn }, outside: { 404: signedIn } },
  { route: 'GET /standar', nobody: 'masuk', inside: { 200: signedIn }, outside: { 404: signedIn } },
  { route: 'GET /standar.xlsx', nobody: 'masuk', inside: { 200: signedIn }, outside: { 404: signedIn } },
  { route: 'GET /standar/:id', nobody: 'masuk', inside: { 200: signedIn }, outside: { 404: signedIn } },
  { route: 'GET /kamus', nobody: 'masuk', inside: { 200: signedIn } },
  { route: 'GET /kamus/:code', nobody: 'masuk', inside: { 200: signedIn } },
  { route: 'GET /api/v1/instansi', nobody: 401, inside: { 200: signedIn }, outside: { empty: signedIn } },
  { route: 'GET /api/v1/units', nobody: 401, inside: { 200: signedIn }, outside: { empty: signedIn } },
  { route: 'GET /api/v1/jabatan', nobody: 401, inside: { 200: signedIn }, outside: { empty: signedIn } },
  { route: 'GET /api/v1/jabatan/:id/standard', nobody: 401, inside: { 200: signedIn }, outside: { 404: signedIn } },
  { route: 'GET /api/v1/competencies', nobody: 401, inside: { 200: signedIn } },
]

const others = without(...keepers)

/** Standards in versions, dictionaries and crosswalks; the map of posts. A draft is there only for who may set it. */
const seesDraft = { 200: keepers, 404: others }
const setsClass = { inside: { 422: keepers, 403: others }, outside: { 404: keepers, 403: others } }
const readsPeople = {
  inside: { 200: readers, 403: ['bappeda', ...single] },
  outside: { 404: readers, 403: ['bappeda', ...single] },
} as const
const standards: readonly Line[] = [
  { route: 'GET /organisasi/peta', nobody: 'masuk', ...readsPeople },
  { route: 'GET /organisasi/peta.xlsx', nobody: 'masuk', ...readsPeople },
  {
    route: 'GET /api/v1/post-map',
    nobody: 401,
    inside: { 200: readers, empty: ['bappeda', ...single] },
    outside: { empty: signedIn },
  },
  { route: 'GET /standar/:id/riwayat', nobody: 'masuk', inside: { 200: signedIn }, outside: { 404: signedIn } },
  { route: 'GET /standar/:id/formulir', nobody: 'masuk', inside: { 200: signedIn }, outside: { 404: signedIn } },
  { route: 'GET /standar/:id/formulir.pdf', nobody: 'masuk', inside: { 200: signedIn }, outside: { 404: signedIn } },
  // Nothing of its own to take back or to copy: sent on.
  { route: 'POST /standar/:id/kembali', nobody: 'masuk', inside: { 303: keepers, 403: others }, outside: { 404: signedIn } },
  { route: 'GET /standar/:id/salin', nobody: 'masuk', inside: { 303: keepers, 403: others }, outside: { 404: signedIn } },
  { route: 'POST /standar/:id/salin', nobody: 'masuk', inside: { 303: keepers, 403: others }, outside: { 404: signedIn } },
  { route: 'GET /standar/kelas', nobody: 'masuk', inside: { 200: signedIn }, outside: { 404: signedIn } },
  { route: 'GET /standar/kelas.xlsx', nobody: 'masuk', inside: { 200: signedIn }, outside: { 404: signedIn } },
  { route: 'GET /standar/kelas/:jenjang', nobody: 'masuk', inside: { 200: signedIn }, outside: { 404: signedIn } },
  { route: 'GET /standar/kelas/:jenjang/riwayat', nobody: 'masuk', inside: { 200: signedIn }, outside: { 404: signedIn } },
  { route: 'GET /standar/kelas/:jenjang/formulir', nobody: 'masuk', inside: { 200: signedIn }, outside: { 404: signedIn } },
  { route: 'GET /standar/kelas/:jenjang/formulir.pdf', nobody: 'masuk', inside: { 200: signedIn }, outside: { 404: signedIn } },
  {
    route: 'GET /standar/kelas/:jenjang/ubah',
    nobody: 'masuk',
    inside: { 200: keepers, 403: others },
    outside: { 404: signedIn },
  },
  { route: 'POST /standar/kelas/:jenjang', nobody: 'masuk', inside: { 422: keepers, 403: others }, outside: { 404: signedIn } },
  {
    route: 'POST /standar/kelas/:jenjang/kembali',
    nobody: 'masuk',
    inside: { 303: keepers, 403: others },
    outside: { 404: signedIn },
  },
  {
    route: 'GET /standar/rancangan',
    nobody: 'masuk',
    inside: { 200: keepers, 403: others },
    outside: { 404: keepers, 403: others },
  },
  {
    route: 'GET /standar/rancangan.xlsx',
    nobody: 'masuk',
    inside: { 200: keepers, 403: others },
    outside: { 404: keepers, 403: others },
  },
  { route: 'POST /standar/rancangan/tetapkan', nobody: 'masuk', ...setsClass },
  { route: 'POST /standar/rancangan/buang', nobody: 'masuk', ...setsClass },
  { route: 'GET /standar/versi/:version', nobody: 'masuk', inside: seesDraft, outside: { 404: signedIn } },
  { route: 'GET /standar/versi/:version/banding', nobody: 'masuk', inside: seesDraft, outside: { 404: signedIn } },
  {
    route: 'POST /standar/versi/:version/tetapkan',
    nobody: 'masuk',
    inside: { 422: keepers, 404: others },
    outside: { 404: signedIn },
  },
  {
    route: 'POST /standar/versi/:version/buang',
    nobody: 'masuk',
    inside: { 303: keepers, 404: others },
    outside: { 404: signedIn },
  },
  {
    route: 'POST /standar/versi/:version/arsipkan',
    nobody: 'masuk',
    inside: { 303: keepers, 404: others },
    outside: { 404: signedIn },
  },
  { route: 'GET /kamus.xlsx', nobody: 'masuk', inside: { 200: signedIn } },
  { route: 'GET /kamus/daftar', nobody: 'masuk', inside: { 200: signedIn } },
  { route: 'GET /kamus/daftar/baru', nobody: 'masuk', inside: { 200: keepers, 403: others } },
  { route: 'POST /kamus/daftar', nobody: 'masuk', ...setsClass },
  { route: 'GET /kamus/daftar/:id', nobody: 'masuk', inside: seesDraft, outside: { 404: signedIn } },
  { route: 'GET /kamus/daftar/:id/case.json', nobody: 'masuk', inside: seesDraft, outside: { 404: signedIn } },
  {
    route: 'POST /kamus/daftar/:id/tetapkan',
    nobody: 'masuk',
    inside: { 422: keepers, 404: others },
    outside: { 404: signedIn },
  },
  { route: 'POST /kamus/daftar/:id/buang', nobody: 'masuk', inside: { 303: keepers, 404: others }, outside: { 404: signedIn } },
  {
    route: 'POST /kamus/daftar/:id/arsipkan',
    nobody: 'masuk',
    inside: { 303: keepers, 404: others },
    outside: { 404: signedIn },
  },
  { route: 'GET /kamus/daftar/:id/kompetensi', nobody: 'masuk', inside: seesDraft, outside: { 404: signedIn } },
  {
    route: 'POST /kamus/daftar/:id/kompetensi',
    nobody: 'masuk',
    inside: { 422: keepers, 404: others },
    outside: { 404: signedIn },
  },
  // A competency that is not of the dictionary is not there.
  {
    route: 'POST /kamus/daftar/:id/kompetensi/:competency/hapus',
    nobody: 'masuk',
    inside: { 404: signedIn },
    outside: { 404: signedIn },
  },
  { route: 'GET /kamus/daftar/:id/padanan', nobody: 'masuk', inside: seesDraft, outside: { 404: signedIn } },
  { route: 'POST /kamus/daftar/:id/padanan', nobody: 'masuk', inside: { 422: keepers, 404: others }, outside: { 404: signedIn } },
  {
    route: 'POST /kamus/daftar/:id/padanan/hapus',
    nobody: 'masuk',
    inside: { 303: keepers, 404: others },
    outside: { 404: signedIn },
  },
  {
    route: 'POST /kamus/daftar/:id/padanan/terapkan',
    nobody: 'masuk',
    inside: { 303: keepers, 404: others },
    outside: { 404: signedIn },
  },
  { route: 'GET /api/v1/dictionaries', nobody: 401, inside: { 200: signedIn } },
  {
    route: 'GET /api/v1/dictionaries/:id/crosswalk',
    nobody: 401,
    inside: { empty: keepers, 404: others },
    outside: { 404: signedIn },
  },
  { route: 'GET /api/v1/jabatan/:id/standard/versions', nobody: 401, inside: { empty: signedIn }, outside: { 404: signedIn } },
  { route: 'GET /api/v1/standards/:id', nobody: 401, inside: seesDraft, outside: { 404: signedIn } },
  { route: 'GET /api/v1/standards/:id/difference', nobody: 401, inside: seesDraft, outside: { 404: signedIn } },
]

/** To keep a government's card and standards in order. The POSTs carry what cannot be saved: 422 is a yes. */
const themselves = ['pegawai', 'bappeda'] as const // whose nearest person is who asks
/** Objections to a result. */
const appeals: readonly Line[] = [
  { route: 'GET /keberatan', nobody: 'masuk', inside: { 200: signedIn }, outside: { 404: keepers, 200: others } },
  {
    route: 'GET /keberatan.xlsx',
    nobody: 'masuk',
    inside: { 200: keepers, 403: others },
    outside: { 404: keepers, 403: others },
  },
  {
    route: 'GET /keberatan/:id',
    nobody: 'masuk',
    inside: { 200: [...keepers, ...themselves], 404: without(...keepers, ...themselves) },
    outside: { 404: signedIn },
  },
  {
    route: 'POST /keberatan/:id/pembaca',
    nobody: 'masuk',
    inside: { 422: keepers, 403: themselves, 404: without(...keepers, ...themselves) },
    outside: { 404: signedIn },
  },
  { route: 'POST /keberatan/:id/pendapat', nobody: 'masuk', inside: { 404: signedIn }, outside: { 404: signedIn } },
  {
    route: 'POST /keberatan/:id/putusan',
    nobody: 'masuk',
    inside: { 303: keepers, 403: themselves, 404: without(...keepers, ...themselves) },
    outside: { 404: signedIn },
  },
  {
    route: 'POST /keberatan/:id/cabut',
    nobody: 'masuk',
    inside: { 303: themselves, 404: without(...themselves) },
    outside: { 404: signedIn },
  },
  {
    route: 'GET /saya/hasil/:id/keberatan',
    nobody: 'masuk',
    inside: { 200: themselves, 404: without(...themselves) },
    outside: { 404: signedIn },
  },
  {
    route: 'POST /saya/hasil/:id/keberatan',
    nobody: 'masuk',
    inside: { 422: themselves, 404: without(...themselves) },
    outside: { 404: signedIn },
  },
]

const keeping: readonly Line[] = [
  {
    route: 'GET /pegawai/:id/pindah',
    nobody: 'masuk',
    inside: { 200: keepers, 403: others },
    outside: { 404: signedIn },
  },
  {
    route: 'POST /pegawai/:id/pindah',
    nobody: 'masuk',
    inside: { 422: keepers, 403: others },
    outside: { 404: signedIn },
  },
  {
    route: 'GET /organisasi/ubah',
    nobody: 'masuk',
    inside: { 200: keepers, 403: others },
    outside: { 404: keepers, 403: others },
  },
  {
    route: 'POST /organisasi/ubah',
    nobody: 'masuk',
    inside: { 422: keepers, 403: others },
    outside: { 404: keepers, 403: others },
  },
  {
    route: 'GET /standar/:id/ubah',
    nobody: 'masuk',
    inside: { 200: keepers, 403: others },
    outside: { 404: signedIn },
  },
  { route: 'POST /standar/:id', nobody: 'masuk', inside: { 422: keepers, 403: others }, outside: { 404: signedIn } },
]

/** Who write plans and goals of their own government; what is inside for the perencana is one that it guides, read and not written. */
const planners = [...keepers, 'bappeda'] as const
/** Whose nearest neighbour outside is the government that guides theirs: its plans are read, not written. */
const guided = ['adminKabupaten', 'kabupaten', 'perencana', 'pembina', 'bappeda'] as const
const planRead = { inside: { 200: signedIn }, outside: { 200: guided, 404: without(...guided) } }
const planWrite = (yes: number) => ({
  inside: { [yes]: planners, 403: without(...planners) },
  outside: { 403: guided, 404: without(...guided) },
})
/** Write the plans of some government. */
const planWriters = [...planners, 'perencana'] as const
const planBegin = (yes: number): Pick<Line, 'inside' | 'outside'> => ({
  inside: { [yes]: planners, 403: without(...planners) },
  outside: { 404: planWriters, 403: without(...planWriters) },
})

/** Development plans. The POSTs carry what cannot be saved, or ask for what a plan in force with goals does not do. */
const plans: readonly Line[] = [
  { route: 'GET /rencana-daerah', nobody: 'masuk', inside: { 200: signedIn }, outside: { 404: signedIn } },
  { route: 'GET /rencana-daerah.xlsx', nobody: 'masuk', inside: { 200: signedIn }, outside: { 404: signedIn } },
  { route: 'GET /rencana-daerah/baru', nobody: 'masuk', ...planBegin(200) },
  { route: 'POST /rencana-daerah', nobody: 'masuk', ...planBegin(422) },
  { route: 'GET /rencana-daerah/:id', nobody: 'masuk', ...planRead },
  { route: 'GET /rencana-daerah/:id/isi.xlsx', nobody: 'masuk', ...planRead },
  { route: 'GET /rencana-daerah/:id/ubah', nobody: 'masuk', ...planWrite(200) },
  { route: 'POST /rencana-daerah/:id', nobody: 'masuk', ...planWrite(422) },
  { route: 'POST /rencana-daerah/:id/berlakukan', nobody: 'masuk', ...planWrite(303) },
  { route: 'POST /rencana-daerah/:id/hapus', nobody: 'masuk', ...planWrite(303) },
  { route: 'GET /rencana-daerah/:id/sasaran-baru', nobody: 'masuk', ...planWrite(200) },
  { route: 'POST /rencana-daerah/:id/sasaran', nobody: 'masuk', ...planWrite(422) },
  { route: 'GET /sasaran/:id', nobody: 'masuk', ...planRead },
  { route: 'GET /sasaran/:id/ubah', nobody: 'masuk', ...planWrite(200) },
  { route: 'POST /sasaran/:id', nobody: 'masuk', ...planWrite(422) },
  { route: 'POST /sasaran/:id/hapus', nobody: 'masuk', ...planWrite(303) },
  { route: 'GET /nomenklatur', nobody: 'masuk', inside: { 200: signedIn } },
  { route: 'GET /nomenklatur.xlsx', nobody: 'masuk', inside: { 200: signedIn } },
  { route: 'GET /api/v1/plans', nobody: 401, inside: { 200: signedIn }, outside: { empty: signedIn } },
  { route: 'GET /api/v1/plans/:id/goals', nobody: 401, ...planRead },
  { route: 'GET /api/v1/nomenclature', nobody: 401, inside: { 200: signedIn } },
  // Last, because it is done.
  { route: 'POST /rencana-daerah/:id/arsipkan', nobody: 'masuk', ...planWrite(303) },
]

/** Bring the goals of their own government in, and nothing else: `beyond the table`. */
const importers = planWriters

/** To bring data in; the imports asked for are of people. To everybody else imports are not there. */
const imports: readonly Line[] = [
  { route: 'GET /impor', nobody: 'masuk', inside: { 200: importers, 404: without(...importers) } },
  { route: 'GET /impor/baru', nobody: 'masuk', inside: { 200: importers, 404: without(...importers) } },
  { route: 'GET /impor/templat/:kind', nobody: 'masuk', inside: { 200: keepers, 404: others } },
  { route: 'POST /impor', nobody: 'masuk', inside: { 303: keepers, 404: others }, outside: { 404: signedIn } },
  { route: 'GET /impor/:id', nobody: 'masuk', inside: { 200: keepers, 404: others }, outside: { 404: signedIn } },
  { route: 'GET /impor/:id/keadaan', nobody: 'masuk', inside: { 200: keepers, 404: others }, outside: { 404: signedIn } },
  { route: 'GET /impor/:id/kolom', nobody: 'masuk', inside: { 200: keepers, 404: others }, outside: { 404: signedIn } },
  { route: 'POST /impor/:id/kolom', nobody: 'masuk', inside: { 422: keepers, 404: others }, outside: { 404: signedIn } },
  {
    route: 'POST /impor/:id/jalankan',
    nobody: 'masuk',
    inside: { 303: keepers, 404: others },
    outside: { 404: signedIn },
  },
  { route: 'POST /impor/:id/ulang', nobody: 'masuk', inside: { 303: keepers, 404: others }, outside: { 404: signedIn } },
  { route: 'POST /impor/:id/batal', nobody: 'masuk', inside: { 303: keepers, 404: others }, outside: { 404: signedIn } },
  {
    route: 'GET /impor/:id/ditolak.xlsx',
    nobody: 'masuk',
    inside: { 200: keepers, 404: others },
    outside: { 404: signedIn },
  },
  { route: 'GET /api/v1/imports', nobody: 401, inside: { 200: keepers, empty: others }, outside: { empty: signedIn } },
  { route: 'POST /api/v1/imports', nobody: 401, inside: { 202: keepers, 404: others }, outside: { 404: signedIn } },
  { route: 'GET /api/v1/imports/:id', nobody: 401, inside: { 200: keepers, 404: others }, outside: { 404: signedIn } },
  { route: 'POST /api/v1/imports/:id/apply', nobody: 401, inside: { 202: keepers, 404: others }, outside: { 404: signedIn } },
]

/** What an instansi chose where no act speaks: read by all of it, for it explains their results; chosen by who keeps its data. */
const rules: readonly Line[] = [
  { route: 'GET /aturan', nobody: 'masuk', inside: { 200: signedIn }, outside: { 404: signedIn } },
  { route: 'GET /aturan.xlsx', nobody: 'masuk', inside: { 200: signedIn }, outside: { 404: signedIn } },
  { route: 'GET /aturan/:path', nobody: 'masuk', inside: { 200: signedIn }, outside: { 404: signedIn } },
  // Weights that do not sum to 100.
  { route: 'POST /aturan/:path', nobody: 'masuk', inside: { 422: keepers, 403: others }, outside: { 404: keepers, 403: others } },
  // Without a draft: back to the rule.
  {
    route: 'GET /aturan/:path/rancangan',
    nobody: 'masuk',
    inside: { 303: keepers, 403: others },
    outside: { 404: keepers, 403: others },
  },
  {
    route: 'GET /aturan/:path/rancangan.xlsx',
    nobody: 'masuk',
    inside: { 303: keepers, 403: others },
    outside: { 404: keepers, 403: others },
  },
  {
    route: 'POST /aturan/:path/tetapkan',
    nobody: 'masuk',
    inside: { 303: keepers, 403: others },
    outside: { 404: keepers, 403: others },
  },
  {
    route: 'POST /aturan/:path/buang',
    nobody: 'masuk',
    inside: { 303: keepers, 403: others },
    outside: { 404: keepers, 403: others },
  },
  { route: 'GET /hukum', nobody: 'masuk', inside: { 200: signedIn } },
  { route: 'GET /hukum.xlsx', nobody: 'masuk', inside: { 200: signedIn } },
  { route: 'GET /api/v1/policies', nobody: 401, inside: { 200: signedIn }, outside: { 404: signedIn } },
  { route: 'GET /api/v1/policies/:kind', nobody: 401, inside: { 200: signedIn }, outside: { 404: signedIn } },
  { route: 'GET /api/v1/law', nobody: 401, inside: { 200: signedIn } },
]

const plain = without(...admins)

/** Accounts, roles and the trail of changes. */
const accounts: readonly Line[] = [
  { route: 'GET /jejak', nobody: 'masuk', inside: { 200: admins, 403: plain }, outside: { 404: admins, 403: plain } },
  { route: 'GET /jejak.xlsx', nobody: 'masuk', inside: { 200: admins, 403: plain }, outside: { 404: admins, 403: plain } },
  { route: 'GET /jejak/:id', nobody: 'masuk', inside: { 200: admins, 403: plain }, outside: { 404: admins, 403: plain } },
  { route: 'GET /jejak/hapus', nobody: 'masuk', inside: { 200: admins, 403: plain }, outside: { 404: admins, 403: plain } },
  { route: 'POST /jejak/hapus', nobody: 'masuk', inside: { 303: admins, 403: plain }, outside: { 404: admins, 403: plain } },
  { route: 'GET /akun', nobody: 'masuk', inside: { 200: admins, 403: plain }, outside: { 404: admins, 403: plain } },
  { route: 'GET /akun.xlsx', nobody: 'masuk', inside: { 200: admins, 403: plain }, outside: { 404: admins, 403: plain } },
  { route: 'GET /akun/massal', nobody: 'masuk', inside: { 200: admins, 403: plain }, outside: { 404: admins, 403: plain } },
  { route: 'POST /akun/massal', nobody: 'masuk', inside: { 303: admins, 403: plain }, outside: { 404: admins, 403: plain } },
  { route: 'GET /akun/massal/:id', nobody: 'masuk', inside: { 200: admins, 403: plain }, outside: { 404: admins, 403: plain } },
  {
    route: 'GET /akun/massal/:id/keadaan',
    nobody: 'masuk',
    inside: { 200: admins, 403: plain },
    outside: { 404: admins, 403: plain },
  },
  // Over, and its passwords gone: 409 is a yes.
  {
    route: 'POST /akun/massal/:id/sandi',
    nobody: 'masuk',
    inside: { 409: admins, 403: plain },
    outside: { 404: admins, 403: plain },
  },
  {
    route: 'POST /akun/massal/:id/batal',
    nobody: 'masuk',
    inside: { 303: admins, 403: plain },
    outside: { 404: admins, 403: plain },
  },
  { route: 'GET /akun/baru', nobody: 'masuk', inside: { 200: admins, 403: plain } },
  { route: 'POST /akun', nobody: 'masuk', inside: { 422: admins, 403: plain } },
  { route: 'GET /akun/:id', nobody: 'masuk', inside: { 200: admins, 403: plain }, outside: { 404: admins, 403: plain } },
  { route: 'POST /akun/:id/sandi', nobody: 'masuk', inside: { 200: admins, 403: plain }, outside: { 404: admins, 403: plain } },
  { route: 'POST /akun/:id/tutup', nobody: 'masuk', inside: { 303: admins, 403: plain }, outside: { 404: admins, 403: plain } },
  { route: 'POST /akun/:id/buka', nobody: 'masuk', inside: { 303: admins, 403: plain }, outside: { 404: admins, 403: plain } },
  { route: 'POST /akun/:id/peran', nobody: 'masuk', inside: { 303: admins, 403: plain }, outside: { 404: admins, 403: plain } },
  {
    route: 'POST /akun/:id/peran/:grant/akhiri',
    nobody: 'masuk',
    inside: { 303: admins, 403: plain },
    outside: { 404: admins, 403: plain },
  },
]

/** May issue documents about a whole government. */
const issuers = [...keepers, 'perencana'] as const
/** Read documents about a person and issue none; the pimpinan leads the one who is asked about. */
const readsOnly = ['nasional', 'pembina'] as const
const issueAboutPerson = [...issuers, 'pimpinan', 'bappeda', 'atasan', 'pegawai'] as const
/** Read what is about themselves or their team. */
const concerned = ['bappeda', 'atasan', 'pegawai'] as const
const notConcerned = ['asesor', ...ofClass] as const

/** Documents as they were issued: lists of a government, and one about a person (the target's). */
const documents: readonly Line[] = [
  { route: 'GET /dokumen', nobody: 'masuk', inside: { 200: weighers, 403: single }, outside: { 404: weighers, 403: single } },
  {
    route: 'GET /dokumen.xlsx',
    nobody: 'masuk',
    inside: { 200: weighers, 403: single },
    outside: { 404: weighers, 403: single },
  },
  {
    route: 'GET /dokumen/baru',
    nobody: 'masuk',
    inside: { 200: issuers, 403: without(...issuers) },
    outside: { 404: issuers, 403: without(...issuers) },
  },
  // Carries a form that cannot be issued: 422 is a yes.
  {
    route: 'POST /dokumen',
    nobody: 'masuk',
    inside: { 422: issuers, 403: without(...issuers) },
    outside: { 404: issuers, 403: without(...issuers) },
  },
  {
    route: 'GET /dokumen/:id',
    nobody: 'masuk',
    inside: { 200: [...readers, ...concerned], 404: notConcerned },
    outside: { 404: signedIn },
  },
  {
    route: 'GET /dokumen/:id/keadaan',
    nobody: 'masuk',
    inside: { 200: [...readers, ...concerned], 404: notConcerned },
    outside: { 404: signedIn },
  },
  {
    route: 'GET /dokumen/:id/:file',
    nobody: 'masuk',
    inside: { 200: [...readers, ...concerned], 404: notConcerned },
    outside: { 404: signedIn },
  },
  {
    route: 'POST /dokumen/:id/ulang',
    nobody: 'masuk',
    inside: { 303: issueAboutPerson, 404: [...readsOnly, ...notConcerned] },
    outside: { 404: signedIn },
  },
  {
    route: 'GET /pegawai/:id/akd',
    nobody: 'masuk',
    inside: { 200: [...readers, ...concerned], 404: notConcerned },
    outside: { 404: signedIn },
  },
  {
    route: 'POST /pegawai/:id/akd',
    nobody: 'masuk',
    inside: { 303: issueAboutPerson, 404: [...readsOnly, ...notConcerned] },
    outside: { 404: signedIn },
  },
  // The report of an assessment: whom it is about reads it, who assessed or keeps the records issues it.
  {
    route: 'GET /pegawai/:id/laporan',
    nobody: 'masuk',
    inside: { 200: [...readers, ...concerned, 'asesor'], 404: ofClass },
    outside: { 404: signedIn },
  },
  {
    route: 'POST /pegawai/:id/laporan',
    nobody: 'masuk',
    inside: { 303: [...keepers, 'asesor'], 404: without(...keepers, 'asesor') },
    outside: { 404: signedIn },
  },
  { route: 'GET /saya/dokumen', nobody: 'masuk', inside: { 200: without('nasional', ...admins), 404: ['nasional', ...admins] } },
  { route: 'GET /api/v1/documents', nobody: 401, inside: { 200: weighers, empty: single }, outside: { empty: signedIn } },
  {
    route: 'GET /api/v1/documents/:id',
    nobody: 401,
    inside: { 200: [...readers, ...concerned], 404: notConcerned },
    outside: { 404: signedIn },
  },
  {
    route: 'GET /api/v1/documents/:id/files/:format',
    nobody: 401,
    inside: { 200: [...readers, ...concerned], 404: notConcerned },
    outside: { 404: signedIn },
  },
]

const runs = [...readers] as const
/** Who may run a campaign is told what is wrong with a form (422), that it stands where this cannot be done (409), or is sent on (303). */
const campaigns: readonly Line[] = [
  {
    route: 'GET /pemetaan/kampanye',
    nobody: 'masuk',
    inside: { 200: runs, 403: ['bappeda', ...single] },
    outside: { 404: runs, 403: ['bappeda', ...single] },
  },
  {
    route: 'GET /pemetaan/kampanye.xlsx',
    nobody: 'masuk',
    inside: { 200: runs, 403: ['bappeda', ...single] },
    outside: { 404: runs, 403: ['bappeda', ...single] },
  },
  {
    route: 'GET /pemetaan/kampanye/baru',
    nobody: 'masuk',
    inside: { 200: keepers, 403: without(...keepers) },
    outside: { 404: keepers, 403: without(...keepers) },
  },
  {
    route: 'POST /pemetaan/kampanye',
    nobody: 'masuk',
    inside: { 422: keepers, 403: without(...keepers) },
    outside: { 404: keepers, 403: without(...keepers) },
  },
  ...[
    'GET /pemetaan/kampanye/:id',
    'GET /pemetaan/kampanye/:id/gelombang',
    'GET /pemetaan/kampanye/:id/asesor',
    'GET /pemetaan/kampanye/:id/peserta',
    'GET /pemetaan/kampanye/:id/peserta.xlsx',
    'GET /pemetaan/kampanye/:id/peserta/:pegawai',
  ].map(
    (route): Line => ({
      route,
      nobody: 'masuk',
      inside: { 200: runs, 404: ['bappeda', ...single] },
      outside: { 404: signedIn },
    }),
  ),
  ...(
    [
      ['GET /pemetaan/kampanye/:id/ubah', 200],
      ['POST /pemetaan/kampanye/:id', 422],
      ['POST /pemetaan/kampanye/:id/gelombang', 422],
      ['POST /pemetaan/kampanye/:id/buka', 303],
      ['POST /pemetaan/kampanye/:id/buang', 303],
      ['POST /pemetaan/kampanye/:id/perpanjang', 422],
      ['POST /pemetaan/kampanye/:id/tutup', 422],
      ['POST /pemetaan/kampanye/:id/arsip', 409],
      ['POST /pemetaan/kampanye/:id/pengingat', 422],
      ['POST /pemetaan/kampanye/:id/pengingat/:day/hapus', 409],
      ['POST /pemetaan/kampanye/:id/calon', 409],
      ['POST /pemetaan/kampanye/:id/asesor', 422],
      ['POST /pemetaan/kampanye/:id/peserta/:pegawai/penilai', 409],
      ['POST /pemetaan/kampanye/:id/peserta/:pegawai/penilai/:task/tarik', 409],
      ['POST /pemetaan/kampanye/:id/peserta/:pegawai/keluarkan', 409],
    ] as const
  ).map(
    ([route, yes]): Line => ({
      route,
      nobody: 'masuk',
      inside: {
        [yes]: keepers,
        403: runs.filter(role => !(keepers as readonly Role[]).includes(role)),
        404: ['bappeda', ...single],
      },
      outside: { 404: signedIn },
    }),
  ),
  { route: 'GET /penilaian', nobody: 'masuk', inside: { 200: signedIn } },
  { route: 'GET /penilaian.xlsx', nobody: 'masuk', inside: { 200: signedIn } },
  // The own task; outside is one of somebody else, whoever asks.
  { route: 'GET /penilaian/:task', nobody: 'masuk', inside: { 200: signedIn }, outside: { 404: signedIn } },
  { route: 'POST /penilaian/:task', nobody: 'masuk', inside: { 422: signedIn }, outside: { 404: signedIn } },
  {
    route: 'GET /api/v1/campaigns',
    nobody: 401,
    inside: { 200: runs, empty: ['bappeda', ...single] },
    outside: { empty: signedIn },
  },
  {
    route: 'GET /api/v1/campaigns/:id',
    nobody: 401,
    inside: { 200: runs, 404: ['bappeda', ...single] },
    outside: { 404: signedIn },
  },
  {
    route: 'GET /api/v1/campaigns/:id/participants',
    nobody: 401,
    inside: { 200: runs, 404: ['bappeda', ...single] },
    outside: { 404: signedIn },
  },
  { route: 'GET /api/v1/rating-tasks', nobody: 401, inside: { 200: signedIn } },
  { route: 'GET /api/v1/rating-tasks/:id', nobody: 401, inside: { 200: signedIn }, outside: { 404: signedIn } },
  { route: 'POST /api/v1/rating-tasks/:id', nobody: 401, inside: { 422: signedIn }, outside: { 404: signedIn } },
]

/** Heads a unit, and so may propose for it. */
const heads = ['atasan', 'penyelenggara'] as const
const notHeads = ['pegawai', 'asesor', 'fasilitator'] as const
/** Who keeps a government may; who weighs may not; to the others there is nothing of the kind. */
const keepersDo = (yes: number) => ({ inside: { [yes]: keepers, 403: others }, outside: { 404: keepers, 403: others } })
/** Those who may propose at the place that is inside for them: they keep it, or head a unit of it. */
const proposers = [...keepers, 'pimpinan', ...heads] as const
const proposing = (yes: number) => ({
  inside: { [yes]: proposers, 403: without(...proposers) },
  outside: { 404: [...weighers, ...heads], 403: notHeads },
})
/** Who proposed the one that is inside for them; to change what is sent already leads back to it. */
const wished = [...heads, 'kabupaten'] as const
const ownProposal = (yes: number) => ({
  inside: { [yes]: wished, 403: without(...wished) },
  outside: { 404: [...weighers, ...heads], 403: notHeads },
})
const deciding = {
  inside: { 422: keepers, 403: without(...keepers) },
  outside: { 404: [...weighers, ...heads], 403: notHeads },
}

/** Needs that are stated and proposed, what is known of them, and who lacks which training. */
const wishes: readonly Line[] = [
  // Without a whole government one sees the own team, wherever one asks for it.
  {
    route: 'GET /kebutuhan/tanpa-pelatihan',
    nobody: 'masuk',
    inside: { 200: [...readers, ...heads], 403: ['bappeda', ...notHeads] },
    outside: { 404: readers, 200: heads, 403: ['bappeda', ...notHeads] },
  },
  {
    route: 'GET /kebutuhan/tanpa-pelatihan.xlsx',
    nobody: 'masuk',
    inside: { 200: [...readers, ...heads], 403: ['bappeda', ...notHeads] },
    outside: { 404: readers, 200: heads, 403: ['bappeda', ...notHeads] },
  },
  {
    route: 'GET /kebutuhan/organisasi',
    nobody: 'masuk',
    inside: { 200: weighers, 403: single },
    outside: { 404: weighers, 403: single },
  },
  {
    route: 'GET /kebutuhan/organisasi.xlsx',
    nobody: 'masuk',
    inside: { 200: weighers, 403: single },
    outside: { 404: weighers, 403: single },
  },
  {
    route: 'GET /kebutuhan/organisasi/:id',
    nobody: 'masuk',
    inside: { 200: weighers, 403: single },
    outside: { 404: weighers, 403: single },
  },
  { route: 'GET /kebutuhan/organisasi/baru', nobody: 'masuk', ...keepersDo(200) },
  { route: 'POST /kebutuhan/organisasi', nobody: 'masuk', ...keepersDo(422) },
  { route: 'GET /kebutuhan/organisasi/:id/ubah', nobody: 'masuk', ...keepersDo(200) },
  { route: 'POST /kebutuhan/organisasi/:id', nobody: 'masuk', ...keepersDo(422) },
  { route: 'POST /kebutuhan/organisasi/:id/berlakukan', nobody: 'masuk', ...keepersDo(303) },
  { route: 'POST /kebutuhan/organisasi/:id/arsipkan', nobody: 'masuk', ...keepersDo(303) },
  { route: 'GET /kebutuhan/dif', nobody: 'masuk', ...keepersDo(200) },
  { route: 'GET /kebutuhan/dif.xlsx', nobody: 'masuk', ...keepersDo(200) },
  { route: 'POST /kebutuhan/dif', nobody: 'masuk', ...keepersDo(303) },
  { route: 'GET /kebutuhan/dif/jabatan', nobody: 'masuk', ...keepersDo(200) },
  { route: 'GET /kebutuhan/dif/jabatan.xlsx', nobody: 'masuk', ...keepersDo(200) },
  { route: 'GET /kebutuhan/dif/jabatan/:id', nobody: 'masuk', ...keepersDo(200) },
  { route: 'POST /kebutuhan/dif/jabatan/:id', nobody: 'masuk', ...keepersDo(303) },
  {
    route: 'GET /usulan',
    nobody: 'masuk',
    inside: { 200: [...weighers, ...heads], 403: notHeads },
    outside: { 404: [...weighers, ...heads], 403: notHeads },
  },
  {
    route: 'GET /usulan.xlsx',
    nobody: 'masuk',
    inside: { 200: [...weighers, ...heads], 403: notHeads },
    outside: { 404: [...weighers, ...heads], 403: notHeads },
  },
  {
    route: 'GET /usulan/unit',
    nobody: 'masuk',
    inside: { 200: weighers, 403: single },
    outside: { 404: [...weighers, ...heads], 403: notHeads },
  },
  { route: 'GET /usulan/masa', nobody: 'masuk', ...keepersDo(200) },
  { route: 'POST /usulan/masa', nobody: 'masuk', ...keepersDo(422) },
  { route: 'GET /usulan/baru', nobody: 'masuk', ...proposing(200) },
  { route: 'POST /usulan', nobody: 'masuk', ...proposing(422) },
  {
    route: 'GET /usulan/:id',
    nobody: 'masuk',
    inside: { 200: [...weighers, ...heads], 403: notHeads },
    outside: { 404: [...weighers, ...heads], 403: notHeads },
  },
  { route: 'POST /usulan/:id/terima', nobody: 'masuk', ...deciding },
  { route: 'POST /usulan/:id/gabung', nobody: 'masuk', ...deciding },
  { route: 'POST /usulan/:id/tolak', nobody: 'masuk', ...deciding },
  { route: 'GET /usulan/:id/ubah', nobody: 'masuk', ...ownProposal(303) },
  { route: 'POST /usulan/:id', nobody: 'masuk', ...ownProposal(422) },
  { route: 'POST /usulan/:id/kirim', nobody: 'masuk', ...ownProposal(303) },
  { route: 'POST /usulan/:id/hapus', nobody: 'masuk', ...ownProposal(303) },
  { route: 'POST /usulan/:id/tarik', nobody: 'masuk', ...ownProposal(303) },
  // The post one aims at is one's own to say, or that of who keeps the government.
  {
    route: 'GET /pegawai/:id/dituju',
    nobody: 'masuk',
    inside: { 200: [...keepers, ...themselves], 403: without(...keepers, ...themselves) },
    outside: { 404: signedIn },
  },
  {
    route: 'POST /pegawai/:id/dituju',
    nobody: 'masuk',
    inside: { 422: [...keepers, ...themselves], 403: without(...keepers, ...themselves) },
    outside: { 404: signedIn },
  },
  {
    route: 'GET /api/v1/training-gaps',
    nobody: 401,
    inside: { 200: [...readers, ...heads], empty: ['bappeda', ...notHeads] },
    outside: { empty: signedIn },
  },
  { route: 'GET /api/v1/need-factors', nobody: 401, inside: { 200: weighers, empty: single }, outside: { empty: signedIn } },
  { route: 'PUT /api/v1/need-factors', nobody: 401, ...keepersDo(422) },
  {
    route: 'GET /api/v1/jabatan/:id/dif',
    nobody: 401,
    inside: { 200: weighers, 403: single },
    outside: { 404: weighers, 403: single },
  },
  { route: 'PUT /api/v1/jabatan/:id/dif', nobody: 401, ...keepersDo(422) },
  { route: 'GET /api/v1/proposals', nobody: 401, inside: { 200: weighers, empty: single }, outside: { empty: signedIn } },
  { route: 'POST /api/v1/proposals', nobody: 401, ...proposing(422) },
]

export const table: readonly Line[] = [
  ...noticesLines(signedIn),
  ...open,
  ...own,
  ...people,
  ...performance,
  ...figures,
  ...days,
  ...organisation,
  ...standards,
  ...keeping,
  ...appeals,
  ...plans,
  ...imports,
  ...documents,
  ...rules,
  ...accounts,
  ...campaigns,
  ...wishes,
  ...evaluationLines({ signedIn, without }),
  ...jpLines({ keepers, readers, weighers, leaders, ofClass, signedIn, nobodys: ['nasional', ...admins] }),
  ...enrolmentLines(signedIn),
  ...runningLines(signedIn),
  ...lessonLines({ signedIn, without }),
  ...siasnLines(keepers, signedIn),
  ...claimLines(keepers, ['nasional', ...admins], signedIn),
  ...activityLines({ signedIn, without }),
  ...communityLines({ signedIn, without }),
  // What to learn by one's gaps: whoever reads the gaps of the person.
  {
    route: 'GET /belajar/untuk-saya',
    nobody: 'masuk',
    inside: { 200: without('admin', 'adminKabupaten', 'nasional'), 404: ['admin', 'adminKabupaten', 'nasional'] },
  },
  {
    route: 'GET /pegawai/:id/belajar',
    nobody: 'masuk',
    inside: { 200: [...readers, ...ofSome, 'bappeda'], 404: ofClass }, // inside the sight of Bappeda is oneself
    outside: { 404: signedIn },
  },
  ...evidenceLines([...keepers, 'asesor'], without(...keepers, 'asesor')),
  ...providersLines,
  ...courseLines({ signedIn, without }),
]
