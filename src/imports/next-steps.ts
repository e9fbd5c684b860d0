import type { Role } from '../platform/actor.ts'
import type { KindName, Words } from './kind.ts'

/** Where a link leads: a page that takes `?instansi=`, or the form for another file (`kind`). `roles`: shown to these only. */
type NextLink = { path: string; label: Words; kind?: KindName; roles?: readonly Role[] }
type NextStep = { sentence: Words; links: readonly NextLink[] }

const importOf = (kind: KindName, id: string, en: string): NextLink => ({
  path: `/impor/baru?jenis=${kind}`,
  label: { id, en },
  kind,
})
const coverage: NextLink = { path: '/pemetaan', label: { id: 'Lihat cakupan pemetaan', en: 'See the coverage' } }
const gaps: NextLink = { path: '/kesenjangan', label: { id: 'Lihat kesenjangan', en: 'See the gaps' } }
const needs: NextLink = { path: '/kebutuhan', label: { id: 'Lihat kebutuhan', en: 'See the needs' } }
const standards: NextLink = { path: '/standar', label: { id: 'Periksa standarnya', en: 'Check the standards' } }
const plans: NextLink = { path: '/rencana-daerah', label: { id: 'Periksa benang merahnya', en: 'Check the red thread' } }

const nationalHistory: NextStep = {
  sentence: {
    id: 'Riwayat dari SIASN sudah masuk, dan nomor barisnya di sana tercatat. Berikutnya lihat apa yang belum ada di sana.',
    en: 'The histories of SIASN are in, with the numbers of their rows there. Next, see what is not there yet.',
  },
  links: [
    {
      path: '/integrasi/siasn',
      label: { id: 'Buka pengiriman SIASN', en: 'Open what is sent to SIASN' },
      roles: ['admin', 'pengelola'],
    },
  ],
}

/** What an office does once a file of this kind is in. */
export const nextSteps: Record<KindName, NextStep> = {
  jabatan: {
    sentence: {
      id: 'Unit dan jabatan sudah ada. Berikutnya isi dengan orangnya, atau tetapkan standarnya.',
      en: 'Units and posts are there. Next come the people in them, or their standards.',
    },
    links: [
      importOf('pegawai', 'Impor pegawai', 'Import employees'),
      importOf('standar', 'Impor standar', 'Import standards'),
      { path: '/organisasi', label: { id: 'Lihat organisasi', en: 'See the organisation' } },
    ],
  },
  pegawai: {
    sentence: {
      id: 'Daftar pegawai sudah masuk. Berikutnya petakan kompetensinya: lihat siapa yang belum, atau masukkan hasil yang sudah ada.',
      en: 'The employees are in. Next, map their competence: see who is missing, or bring in the results you have.',
    },
    links: [
      coverage,
      importOf('hasil', 'Impor hasil penilaian', 'Import results'),
      { path: '/akun/massal', label: { id: 'Buka akun mereka', en: 'Open their accounts' }, roles: ['admin'] },
    ],
  },
  standar: {
    sentence: {
      id: 'Standarnya berlaku. Kesenjangan tiap pemangku jabatan dihitung ulang dengannya, biasanya dalam beberapa detik.',
      en: 'The standards are in force. The gaps of who holds these posts are calculated anew, usually within seconds.',
    },
    links: [gaps, standards],
  },
  syarat: {
    sentence: {
      id: 'Persyaratan jabatan sudah masuk. Berikutnya lihat siapa yang menjabat tanpa pelatihan yang disyaratkan.',
      en: 'The requirements are in. Next, see who holds a post without the training it requires.',
    },
    links: [
      { path: '/kebutuhan/tanpa-pelatihan', label: { id: 'Lihat yang belum memenuhi', en: 'See who lacks it' } },
      importOf('pelatihan', 'Impor riwayat pelatihan', 'Import training history'),
    ],
  },
  kamus: {
    sentence: {
      id: 'Isinya masuk ke rancangan kamus. Periksa, lalu berlakukan supaya dapat dipakai dalam standar.',
      en: 'It went into the draft of a dictionary. Check it, then put it into force so that standards can use it.',
    },
    links: [{ path: '/kamus/daftar', label: { id: 'Buka daftar kamus', en: 'Open the dictionaries' } }],
  },
  hasil: {
    sentence: {
      id: 'Hasil penilaian sudah masuk. Cakupan, kesenjangan, dan kebutuhan mengikutinya, biasanya dalam beberapa detik.',
      en: 'The results are in. Coverage, gaps and needs follow, usually within seconds.',
    },
    links: [coverage, needs, gaps],
  },
  potensi: {
    sentence: {
      id: 'Hasil potensi sudah masuk dan terlihat di profil tiap orang.',
      en: 'The results of potential are in and stand in the profile of each person.',
    },
    links: [coverage, { path: '/pegawai', label: { id: 'Buka daftar pegawai', en: 'Open the employees' } }],
  },
  pelatihan: {
    sentence: {
      id: 'Riwayat pelatihan sudah masuk. Berikutnya lihat siapa yang masih menjabat tanpa pelatihan yang disyaratkan.',
      en: 'The training history is in. Next, see who still holds a post without the training it requires.',
    },
    links: [{ path: '/kebutuhan/tanpa-pelatihan', label: { id: 'Lihat yang belum memenuhi', en: 'See who lacks it' } }, needs],
  },
  rw_kursus: nationalHistory,
  rw_diklat: nationalHistory,
  kinerja: {
    sentence: {
      id: 'Penilaian kinerja sudah masuk. Yang di bawah ekspektasi ikut menjadi kebutuhan pengembangan.',
      en: 'The performance ratings are in. Those below expectation become needs as well.',
    },
    links: [{ path: '/kinerja', label: { id: 'Lihat kinerja', en: 'See performance' } }, needs],
  },
  sasaran: {
    sentence: {
      id: 'Sasaran sudah masuk. Berikutnya periksa benang merahnya ke rencana di atasnya, lalu kaitkan kebutuhan dengannya.',
      en: 'The goals are in. Next, check their red thread to the plans above, then tie needs to them.',
    },
    links: [plans, needs],
  },
  nomenklatur: {
    sentence: {
      id: 'Nomenklaturnya sudah masuk dan berlaku bagi semua pemerintah daerah. Kode program di rencana kini dicocokkan dengannya.',
      en: 'The nomenclature is in, for all governments. The codes of programmes in plans are now compared with it.',
    },
    links: [
      { path: '/nomenklatur', label: { id: 'Buka nomenklatur', en: 'Open the nomenclature' } },
      importOf('sasaran', 'Impor sasaran', 'Import goals'),
    ],
  },
  kebutuhan: {
    sentence: {
      id: 'Kebutuhan organisasi dan mandat sudah masuk. Berikutnya lihat tempatnya dalam peringkat.',
      en: 'The needs of the organisation and of mandates are in. Next, see their place in the ranking.',
    },
    links: [needs, { path: '/kebutuhan/organisasi', label: { id: 'Buka daftarnya', en: 'Open the list' } }],
  },
  kursus: {
    sentence: {
      id: 'Kursus sudah tercatat. Periksa yang masih rancangan, isi pelajarannya, lalu berlakukan agar tampil di katalog.',
      en: 'The courses are on record. Look at those that are drafts, fill in their lessons, then put them into force for the catalogue.',
    },
    links: [{ path: '/kursus', label: { id: 'Lihat kursus', en: 'See the courses' } }],
  },
  penawaran: {
    sentence: {
      id: 'Penawaran sudah tercatat. Lengkapi syarat pesertanya, lalu tandai yang sudah dicocokkan dengan sumbernya.',
      en: 'The offers are on record. Complete who may join, then tick those that were compared with their source.',
    },
    links: [{ path: '/penawaran', label: { id: 'Lihat penawaran', en: 'See the offers' } }],
  },
}

/** The address of a link for one instansi. */
export const nextHref = ({ path }: NextLink, regionCode: string) =>
  `${path}${path.includes('?') ? '&' : '?'}instansi=${encodeURIComponent(regionCode)}`
