import type { EntryRules, Offer } from '../../src/providers/index.ts'

type Row = {
  provider_id: number
  title: string
  summary: string
  form: Offer['form']
  pattern: Offer['pattern']
  programme: string | null
  jp: number | null
  days: number | null
  entry_rules: EntryRules
  cost_fixed: number | null
  cost_participant: number | null
  seats_min: number | null
  seats_max: number | null
  place: string | null
  months: string
  source: string
  verified: boolean
  competencies: { code: string; level: number }[]
}
type More = Partial<Omit<Row, 'provider_id' | 'title' | 'form' | 'pattern' | 'competencies' | 'months'>> & { months?: number[] }

const invented = 'Angka contoh, belum diverifikasi'

/** `reached`: `M.3:4 T.PBJ.1:3`. */
function offer(
  provider_id: number,
  title: string,
  [form, pattern]: [Offer['form'], Offer['pattern']],
  reached: string,
  { months = [], ...more }: More,
): Row {
  return {
    provider_id,
    title,
    form,
    pattern,
    summary: '',
    programme: null,
    jp: null,
    days: null,
    entry_rules: {},
    cost_fixed: null,
    cost_participant: null,
    seats_min: null,
    seats_max: null,
    place: null,
    source: invented,
    verified: false,
    ...more,
    months: `{${months.join(',')}}`,
    competencies: reached.split(' ').map(one => ({ code: one.split(':')[0]!, level: Number(one.split(':')[1]) })),
  }
}

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
const pka: EntryRules = { employment: ['pns'], jenjang: ['administrator'], golonganFrom: 'III/d', maxAge: 55, noDiscipline: true }
const pkp: EntryRules = { employment: ['pns'], jenjang: ['pengawas'], golonganFrom: 'III/b', noDiscipline: true }
const seven = (level: number) => [1, 2, 3, 4, 5, 6, 7, 8].map(n => `M.${n}:${level}`).join(' ')

export const demoOffers: readonly Row[] = [
  offer(2, 'Pelatihan Kepemimpinan Nasional Tingkat II', ['struktural', 'blended'], `${seven(4)} SK.1:4`, {
    summary: 'Bagi JPT Pratama dan calonnya; pendaftaran melalui Sipendar.',
    programme: 'PKN II',
    entry_rules: pkn2,
    cost_participant: 22_945_000,
    seats_min: 30,
    seats_max: 60,
    place: 'Jakarta',
    months: [2, 7],
    source: 'Syarat dan biaya: sippn.menpan.go.id 8216791; jadwal dan jumlah peserta contoh',
  }),
  offer(1, 'Pelatihan Kepemimpinan Administrator', ['struktural', 'blended'], `${seven(3)} SK.1:3`, {
    summary: 'Blended melalui LMS LAN dan kelas di BPSDM; evaluasi akademik, studi lapangan, dan aksi perubahan.',
    programme: 'PKA',
    jp: 900,
    days: 110,
    entry_rules: pka,
    cost_fixed: 0,
    cost_participant: 19_500_000,
    seats_min: 30,
    seats_max: 40,
    place: 'Kampus BPSDM, Air Itam',
    months: [2, 3, 4, 5, 6, 7],
  }),
  offer(1, 'Pelatihan Kepemimpinan Pengawas', ['struktural', 'blended'], `${seven(2)} SK.1:2`, {
    summary: '290 JP pembelajaran dan 540 JP di instansi asal; nilai lulus paling rendah 70.',
    programme: 'PKP',
    jp: 830,
    days: 96,
    entry_rules: pkp,
    cost_fixed: 0,
    cost_participant: 16_200_000,
    seats_min: 30,
    seats_max: 40,
    place: 'Kampus BPSDM, Air Itam',
    months: [3, 4, 5, 6, 8, 9, 10],
    source: 'JP dan hari: PerLAN 15/2019; biaya contoh, belum diverifikasi',
  }),
  offer(1, 'Latsar CPNS pola blended', ['struktural', 'blended'], 'M.1:1 M.2:1 M.5:1 SK.1:1', {
    programme: 'Latsar CPNS',
    jp: 647,
    entry_rules: { employment: ['cpns'] },
    cost_participant: 5_260_000,
    seats_min: 30,
    seats_max: 40,
    place: 'Kampus BPSDM, Air Itam',
    months: [3, 5, 8],
    source: 'Tarif PNBP lama (sindonews); perlu diperbarui',
  }),
  offer(1, 'Pengadaan Barang/Jasa Tingkat Dasar', ['teknis', 'blended'], 'T.PBJ.1:2', {
    summary: 'E-learning, tatap muka, dan ujian sertifikasi tingkat 1.',
    programme: 'PBJ',
    jp: 60,
    days: 8,
    cost_fixed: 18_000_000,
    cost_participant: 2_750_000,
    seats_min: 20,
    seats_max: 40,
    place: 'Kampus BPSDM, Air Itam',
    months: [4, 9],
  }),
  offer(1, 'Penatausahaan Keuangan Daerah bagi Bendahara', ['teknis', 'klasikal'], 'T.KEU.1:2', {
    jp: 40,
    days: 5,
    cost_fixed: 22_500_000,
    cost_participant: 1_950_000,
    seats_min: 20,
    seats_max: 40,
    place: 'Kampus BPSDM, Air Itam',
    months: [2, 3, 10],
  }),
  offer(1, 'Pelatihan Pelayanan Publik Prima', ['manajerial', 'in_house'], 'M.5:3 M.3:2', {
    summary: 'Pengajar datang ke perangkat daerah pemesan.',
    jp: 24,
    days: 3,
    cost_fixed: 14_000_000,
    cost_participant: 350_000,
    seats_min: 25,
    seats_max: 35,
  }),
  offer(1, 'Coaching bagi Pejabat Pengawas Baru', ['coaching', 'jarak_jauh'], 'M.6:3 M.2:3', {
    jp: 8,
    entry_rules: { jenjang: ['pengawas'] },
    cost_fixed: 0,
    cost_participant: 0,
    seats_max: 12,
    place: 'Daring',
  }),
  offer(3, 'Pengelolaan Keuangan Daerah (APKD) Tingkat Menengah', ['teknis', 'klasikal'], 'T.KEU.1:3 P.4:3', {
    jp: 60,
    days: 8,
    cost_participant: 6_500_000,
    seats_min: 25,
    seats_max: 40,
    place: 'Jakarta',
    months: [3, 6, 9],
    entry_rules: { employment: ['pns'], trainings: ['Penatausahaan Keuangan Daerah'] },
  }),
  offer(3, 'Kepemimpinan Pemerintahan Dalam Negeri bagi Camat', ['teknis', 'klasikal'], 'P.3:3 M.8:3', {
    jp: 100,
    days: 12,
    entry_rules: { jenjang: ['administrator'], jenis: ['administrator'] },
    cost_participant: 9_800_000,
    place: 'Jakarta',
    months: [5, 10],
  }),
  offer(3, 'Perencanaan Pembangunan Daerah pola fasilitasi', ['bimtek', 'fasilitasi'], 'T.REN.1:3', {
    jp: 32,
    days: 4,
    cost_fixed: 38_000_000,
    cost_participant: 1_250_000,
    seats_min: 30,
    seats_max: 50,
    place: 'Di daerah pemesan',
  }),
  offer(4, 'Manajemen Talenta ASN', ['teknis', 'jarak_jauh'], 'T.KPG.1:3', {
    jp: 30,
    days: 5,
    cost_participant: 1_500_000,
    seats_max: 60,
    place: 'Daring',
    months: [4, 8],
  }),
  offer(4, 'Penilaian Kompetensi bagi Asesor SDM', ['fungsional', 'blended'], 'T.KPG.1:4', {
    programme: 'JF Asesor SDM Aparatur',
    jp: 120,
    days: 15,
    entry_rules: { jenis: ['fungsional'], selection: true },
    cost_participant: 8_750_000,
    place: 'Ciawi',
    months: [7],
  }),
  offer(5, 'Pengadaan Barang/Jasa Tingkat Menengah', ['teknis', 'blended'], 'T.PBJ.1:3', {
    programme: 'PBJ',
    jp: 90,
    days: 12,
    entry_rules: { trainings: ['Pengadaan Barang/Jasa Tingkat Dasar'] },
    cost_participant: 5_900_000,
    seats_max: 30,
    place: 'Jakarta',
    months: [5, 8, 11],
  }),
  offer(6, 'Pengembangan Destinasi Berbasis Budaya', ['teknis', 'klasikal'], 'T.PAR.1:3', {
    jp: 40,
    days: 5,
    cost_fixed: 25_000_000,
    cost_participant: 3_200_000,
    seats_min: 20,
    seats_max: 30,
    place: 'Kampus politeknik',
    months: [6, 7],
  }),
  offer(6, 'Magang Pengelola Kawasan Wisata', ['magang', 'klasikal'], 'T.PAR.1:4 M.5:3', {
    jp: 20,
    days: 20,
    cost_participant: null,
    seats_max: 6,
    place: 'Kawasan wisata mitra',
  }),
  offer(7, 'Akuntansi dan Pelaporan Keuangan Pemerintah', ['teknis', 'klasikal'], 'T.KEU.1:4', {
    jp: 50,
    days: 7,
    cost_participant: 7_400_000,
    seats_max: 35,
    place: 'Bintaro',
    months: [2, 8],
  }),
  offer(7, 'Pengelolaan Barang Milik Daerah', ['teknis', 'jarak_jauh'], 'T.KEU.2:3', {
    jp: 32,
    days: 6,
    cost_participant: 2_100_000,
    seats_max: 60,
    place: 'Daring',
    months: [5],
  }),
  offer(8, 'Penyuluhan Pertanian dan Ketahanan Pangan', ['fungsional', 'klasikal'], 'T.TAN.1:3', {
    jp: 56,
    days: 7,
    entry_rules: { jenis: ['fungsional'] },
    cost_participant: 0,
    cost_fixed: 0,
    seats_max: 30,
    place: 'Ciawi',
    months: [3, 9],
  }),
  offer(9, 'Mutu dan Keselamatan Pasien Puskesmas', ['teknis', 'blended'], 'T.KES.2:3', {
    programme: 'Mutu dan Keselamatan Pasien',
    jp: 45,
    days: 6,
    cost_participant: 3_650_000,
    seats_min: 25,
    seats_max: 30,
    place: 'Pangkalpinang',
    months: [4, 7, 10],
  }),
  offer(10, 'Keamanan Informasi SPBE', ['teknis', 'jarak_jauh'], 'T.KOM.1:3', {
    jp: 24,
    days: 4,
    cost_participant: null,
    seats_max: 50,
    place: 'Daring',
    months: [6, 11],
  }),
  offer(11, 'Literasi Digital Pemerintahan', ['e_learning', 'mandiri'], 'T.UM.2:2', {
    jp: 12,
    cost_fixed: 0,
    cost_participant: 0,
    place: 'LMS Corpu Babel',
    source: 'Katalog Corpu Babel',
    verified: true,
  }),
  offer(11, 'Komunitas Belajar Perencana', ['komunitas_belajar', 'blended'], 'T.REN.1:2 M.2:2', {
    jp: 16,
    cost_fixed: 0,
    cost_participant: 0,
    place: 'Bappeda',
    source: 'Katalog Corpu Babel',
    verified: true,
  }),
  offer(11, 'Tata Naskah Dinas dan Kearsipan', ['bimtek', 'in_house'], 'T.UM.1:2 T.ARS.1:2', {
    jp: 16,
    days: 2,
    cost_fixed: 6_500_000,
    cost_participant: 150_000,
    seats_min: 20,
    seats_max: 40,
  }),
  offer(12, 'Penyusunan SKP dan Dialog Kinerja', ['workshop', 'in_house'], 'M.4:2 M.6:2', {
    jp: 10,
    days: 2,
    cost_fixed: 0,
    cost_participant: 0,
    seats_max: 40,
    place: 'Sungailiat',
  }),
  offer(13, 'Analisis Kebijakan Publik', ['kursus', 'blended'], 'M.8:4 M.7:3', {
    jp: 48,
    days: 8,
    entry_rules: { golonganFrom: 'III/c' },
    cost_participant: 4_800_000,
    seats_max: 30,
    place: 'Yogyakarta',
    months: [8],
  }),
]
