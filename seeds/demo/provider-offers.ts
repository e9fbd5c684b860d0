import type { EntryRules } from '../../src/providers/index.ts'
import { sheet } from './sheet.ts'

/** Costs in whole rupiah, a class and each. `reached`: `T.PBJ.1:3`; `M:3` is all eight managerial ones. */
const offers = sheet(`
  provider_id | title | form | pattern | reached | jp | days | cost_fixed | cost_participant | seats_min | seats_max | months | programme | place
  2 | Pelatihan Kepemimpinan Nasional Tingkat II | struktural | blended | M:4 SK.1:4 | | | | 22945000 | 30 | 60 | 2 7 | PKN II | Jakarta
  1 | Pelatihan Kepemimpinan Administrator | struktural | blended | M:3 SK.1:3 | 900 | 110 | 0 | 19500000 | 30 | 40 | 2 3 4 5 6 7 | PKA | Kampus BPSDM, Air Itam
  1 | Pelatihan Kepemimpinan Pengawas | struktural | blended | M:2 SK.1:2 | 830 | 96 | 0 | 16200000 | 30 | 40 | 3 4 5 6 8 9 10 | PKP | Kampus BPSDM, Air Itam
  1 | Latsar CPNS pola blended | struktural | blended | M.1:1 M.2:1 M.5:1 SK.1:1 | 647 | | | 5260000 | 30 | 40 | 3 5 8 | Latsar CPNS | Kampus BPSDM, Air Itam
  1 | Pengadaan Barang/Jasa Tingkat Dasar | teknis | blended | T.PBJ.1:2 | 60 | 8 | 18000000 | 2750000 | 20 | 40 | 4 9 | PBJ | Kampus BPSDM, Air Itam
  1 | Penatausahaan Keuangan Daerah bagi Bendahara | teknis | klasikal | T.KEU.1:2 | 40 | 5 | 22500000 | 1950000 | 20 | 40 | 2 3 10 | | Kampus BPSDM, Air Itam
  1 | Pelatihan Pelayanan Publik Prima | manajerial | in_house | M.5:3 M.3:2 | 24 | 3 | 14000000 | 350000 | 25 | 35 | | |
  1 | Coaching bagi Pejabat Pengawas Baru | coaching | jarak_jauh | M.6:3 M.2:3 | 8 | | 0 | 0 | | 12 | | | Daring
  3 | Pengelolaan Keuangan Daerah (APKD) Tingkat Menengah | teknis | klasikal | T.KEU.1:3 P.4:3 | 60 | 8 | | 6500000 | 25 | 40 | 3 6 9 | | Jakarta
  3 | Kepemimpinan Pemerintahan Dalam Negeri bagi Camat | teknis | klasikal | P.3:3 M.8:3 | 100 | 12 | | 9800000 | | | 5 10 | | Jakarta
  3 | Perencanaan Pembangunan Daerah pola fasilitasi | bimtek | fasilitasi | T.REN.1:3 | 32 | 4 | 38000000 | 1250000 | 30 | 50 | | | Di daerah pemesan
  4 | Manajemen Talenta ASN | teknis | jarak_jauh | T.KPG.1:3 | 30 | 5 | | 1500000 | | 60 | 4 8 | | Daring
  4 | Penilaian Kompetensi bagi Asesor SDM | fungsional | blended | T.KPG.1:4 | 120 | 15 | | 8750000 | | | 7 | JF Asesor SDM Aparatur | Ciawi
  5 | Pengadaan Barang/Jasa Tingkat Menengah | teknis | blended | T.PBJ.1:3 | 90 | 12 | | 5900000 | | 30 | 5 8 11 | PBJ | Jakarta
  6 | Pengembangan Destinasi Berbasis Budaya | teknis | klasikal | T.PAR.1:3 | 40 | 5 | 25000000 | 3200000 | 20 | 30 | 6 7 | | Kampus politeknik
  6 | Magang Pengelola Kawasan Wisata | magang | klasikal | T.PAR.1:4 M.5:3 | 20 | 20 | | | | 6 | | | Kawasan wisata mitra
  7 | Akuntansi dan Pelaporan Keuangan Pemerintah | teknis | klasikal | T.KEU.1:4 | 50 | 7 | | 7400000 | | 35 | 2 8 | | Bintaro
  7 | Pengelolaan Barang Milik Daerah | teknis | jarak_jauh | T.KEU.2:3 | 32 | 6 | | 2100000 | | 60 | 5 | | Daring
  8 | Penyuluhan Pertanian dan Ketahanan Pangan | fungsional | klasikal | T.TAN.1:3 | 56 | 7 | 0 | 0 | | 30 | 3 9 | | Ciawi
  9 | Mutu dan Keselamatan Pasien Puskesmas | teknis | blended | T.KES.2:3 | 45 | 6 | | 3650000 | 25 | 30 | 4 7 10 | Mutu dan Keselamatan Pasien | Pangkalpinang
  10 | Keamanan Informasi SPBE | teknis | jarak_jauh | T.KOM.1:3 | 24 | 4 | | | | 50 | 6 11 | | Daring
  11 | Literasi Digital Pemerintahan | e_learning | mandiri | T.UM.2:2 | 12 | | 0 | 0 | | | | | LMS Corpu Babel
  11 | Komunitas Belajar Perencana | komunitas_belajar | blended | T.REN.1:2 M.2:2 | 16 | | 0 | 0 | | | | | Bappeda
  11 | Tata Naskah Dinas dan Kearsipan | bimtek | in_house | T.UM.1:2 T.ARS.1:2 | 16 | 2 | 6500000 | 150000 | 20 | 40 | | |
  12 | Penyusunan SKP dan Dialog Kinerja | workshop | in_house | M.4:2 M.6:2 | 10 | 2 | 0 | 0 | | 40 | | | Sungailiat
  13 | Analisis Kebijakan Publik | kursus | blended | M.8:4 M.7:3 | 48 | 8 | | 4800000 | | 30 | 8 | | Yogyakarta
`)

/** DOMAIN.md 5, as the service page of the ministry has it: with its cost each, all here that was seen of PKN II. */
const pkn2: EntryRules = {
  employment: ['pns'],
  ways: [
    { jenjang: ['jpt_pratama'], yearsBeforeBup: 1.5 },
    { jenjang: ['ahli_utama'], yearsBeforeBup: 3, selection: true },
    { jenjang: ['administrator'], golonganFrom: 'IV/a', monthsInGolongan: 42, maxAge: 55, selection: true },
    { jenjang: ['ahli_madya'], golonganFrom: 'IV/a', monthsInGolongan: 30, maxAge: 55, selection: true },
  ],
}
/** Who may join, by the title. */
const entry: Readonly<Record<string, EntryRules>> = {
  'Pelatihan Kepemimpinan Nasional Tingkat II': pkn2,
  'Pelatihan Kepemimpinan Administrator': {
    employment: ['pns'],
    jenjang: ['administrator'],
    golonganFrom: 'III/d',
    maxAge: 55,
    noDiscipline: true,
  },
  'Pelatihan Kepemimpinan Pengawas': { employment: ['pns'], jenjang: ['pengawas'], golonganFrom: 'III/b', noDiscipline: true },
  'Latsar CPNS pola blended': { employment: ['cpns'] },
  'Coaching bagi Pejabat Pengawas Baru': { jenjang: ['pengawas'] },
  'Pengelolaan Keuangan Daerah (APKD) Tingkat Menengah': { employment: ['pns'], trainings: ['Penatausahaan Keuangan Daerah'] },
  'Kepemimpinan Pemerintahan Dalam Negeri bagi Camat': { jenjang: ['administrator'], jenis: ['administrator'] },
  'Penilaian Kompetensi bagi Asesor SDM': { jenis: ['fungsional'], selection: true },
  'Pengadaan Barang/Jasa Tingkat Menengah': { trainings: ['Pengadaan Barang/Jasa Tingkat Dasar'] },
  'Penyuluhan Pertanian dan Ketahanan Pangan': { jenis: ['fungsional'] },
  'Analisis Kebijakan Publik': { golonganFrom: 'III/c' },
}
const summaries: Readonly<Record<string, string>> = {
  'Pelatihan Kepemimpinan Nasional Tingkat II': 'Bagi JPT Pratama dan calonnya; pendaftaran melalui Sipendar.',
  'Pelatihan Kepemimpinan Administrator':
    'Blended melalui LMS LAN dan kelas di BPSDM; evaluasi akademik, studi lapangan, dan aksi perubahan.',
  'Pelatihan Kepemimpinan Pengawas': '290 JP pembelajaran dan 540 JP di instansi asal; nilai lulus paling rendah 70.',
  'Pengadaan Barang/Jasa Tingkat Dasar': 'E-learning, tatap muka, dan ujian sertifikasi tingkat 1.',
  'Pelatihan Pelayanan Publik Prima': 'Pengajar datang ke perangkat daerah pemesan.',
}
/** Where the figures were seen; those of all others are invented. */
const sources: Readonly<Record<string, string>> = {
  'Pelatihan Kepemimpinan Nasional Tingkat II': 'Syarat dan biaya: sippn.menpan.go.id 8216791; jadwal dan jumlah peserta contoh',
  'Pelatihan Kepemimpinan Pengawas': 'JP dan hari: PerLAN 15/2019; biaya contoh, belum diverifikasi',
  'Latsar CPNS pola blended': 'Tarif PNBP lama (sindonews); perlu diperbarui',
  'Literasi Digital Pemerintahan': 'Katalog Corpu Babel',
  'Komunitas Belajar Perencana': 'Katalog Corpu Babel',
}

const levels = (reached: string) =>
  reached.split(' ').flatMap(one => {
    const [code, level] = one.split(':') as [string, string]
    return code === 'M' ? [1, 2, 3, 4, 5, 6, 7, 8].map(n => ({ competency: `M.${n}`, level })) : [{ competency: code, level }]
  })

/** The offers with an id each, and the competencies that each of them reaches. */
export const demoOffers = offers.map(({ reached, months, ...row }, index) => ({
  ...row,
  id: index + 1,
  provider_id: Number(row.provider_id),
  title: row.title!,
  form: row.form!,
  summary: summaries[row.title!] ?? null,
  entry_rules: entry[row.title!] ?? {},
  months: `{${(months ?? '').replaceAll(' ', ',')}}`,
  source: sources[row.title!] ?? 'Angka contoh, belum diverifikasi',
  verified: sources[row.title!] === 'Katalog Corpu Babel',
  competencies: levels(reached!).map(one => ({ ...one, offer_id: index + 1 })),
}))
