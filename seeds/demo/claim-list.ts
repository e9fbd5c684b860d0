import type { LearningForm } from '../../src/regulation/index.ts'

export type ClaimedActivity = {
  name: string
  organiser: string
  form: LearningForm
  jp: number | null
  days: number
  sessions?: number
  number?: string
}

/** Invented, plausible: what people of a province bring along from elsewhere. */
export const claimedActivities: readonly ClaimedActivity[] = [
  {
    name: 'Webinar Literasi Keamanan Siber bagi ASN',
    organiser: 'Badan Siber dan Sandi Negara',
    form: 'seminar',
    jp: 4,
    days: 1,
    number: 'B-1187/SIBER/2026',
  },
  {
    name: 'Bimtek Penyusunan Standar Pelayanan Publik',
    organiser: 'Kementerian PANRB',
    form: 'bimtek',
    jp: 16,
    days: 2,
    number: '412/BIMTEK-SP/2026',
  },
  {
    name: 'MOOC Dasar Analisis Kebijakan',
    organiser: 'Lembaga Administrasi Negara',
    form: 'e_learning',
    jp: 12,
    days: 14,
    number: 'MOOC-AK-20931',
  },
  {
    name: 'Workshop Penulisan Naskah Dinas Elektronik',
    organiser: 'Arsip Nasional RI',
    form: 'workshop',
    jp: 10,
    days: 2,
    number: 'WS/ANRI/0218',
  },
  {
    name: 'Kursus Bahasa Inggris untuk Pelayanan',
    organiser: 'Balai Bahasa Pangkalpinang',
    form: 'kursus',
    jp: 40,
    days: 60,
    number: 'BB-PKP-0071',
  },
  {
    name: 'Pelatihan Teknis Pengelolaan Barang Milik Daerah',
    organiser: 'BPSDM Kemendagri',
    form: 'teknis',
    jp: 30,
    days: 4,
    number: 'BMD-26-00418',
  },
  {
    name: 'Seminar Nasional Ketahanan Pangan Kepulauan',
    organiser: 'Universitas Bangka Belitung',
    form: 'seminar',
    jp: 8,
    days: 2,
    number: 'UBB/SEM/2026/114',
  },
  {
    name: 'Sosialisasi Manajemen Kinerja ASN',
    organiser: 'Kantor Regional VII BKN',
    form: 'sosialisasi',
    jp: 4,
    days: 1,
    number: 'KR7-SOS-331',
  },
  {
    name: 'Pelatihan Jarak Jauh Pengadaan Barang dan Jasa',
    organiser: 'LKPP',
    form: 'jarak_jauh',
    jp: 24,
    days: 5,
    number: 'PJJ-LKPP-8842',
  },
  {
    name: 'Coaching Penyusunan Rencana Aksi',
    organiser: 'Sekretariat Daerah',
    form: 'coaching',
    jp: null,
    days: 30,
    sessions: 2,
  },
  {
    name: 'Magang Pelayanan Perizinan',
    organiser: 'DPMPTSP Kota Batam',
    form: 'magang',
    jp: null,
    days: 10,
    number: 'MG-BTM-019',
  },
  {
    name: 'Studi Tiru Mal Pelayanan Publik',
    organiser: 'Pemerintah Kabupaten Banyuwangi',
    form: 'patok_banding',
    jp: null,
    days: 3,
  },
  {
    name: 'Bimtek Statistik Sektoral',
    organiser: 'BPS Provinsi Kepulauan Bangka Belitung',
    form: 'bimtek',
    jp: 20,
    days: 3,
    number: 'BPS19/BT/0093',
  },
  {
    name: 'Pelatihan Fungsional Arsiparis Tingkat Terampil',
    organiser: 'Arsip Nasional RI',
    form: 'fungsional',
    jp: 120,
    days: 20,
    number: 'PFA-2026-0312',
  },
]

export type OwnClaim = {
  activity: number | ClaimedActivity
  state: 'draft' | 'submitted' | 'returned' | 'verified' | 'rejected' | 'withdrawn'
  ago: number
  reason?: string
  note?: string
}

/** Of the persona of the demo: one in every state, and a certificate that was claimed twice under two names. */
export const ownClaims: readonly OwnClaim[] = [
  { activity: 7, state: 'verified', ago: 120 },
  { activity: { ...claimedActivities[7]!, name: 'Sosialisasi Kinerja ASN' }, state: 'submitted', ago: 120 },
  { activity: 6, state: 'submitted', ago: 9, note: 'Sertifikat dapat diperiksa di laman panitia.' },
  {
    activity: {
      name: 'Workshop Desain Layanan',
      organiser: 'Komunitas Layanan Publik',
      form: 'workshop',
      jp: 40,
      days: 1,
      number: 'KLP-WS-77',
    },
    state: 'submitted',
    ago: 16,
  },
  {
    activity: 1,
    state: 'returned',
    ago: 30,
    reason: 'Foto sertifikat tidak terbaca pada bagian JP. Unggah foto yang lebih terang atau PDF-nya.',
  },
  {
    activity: 0,
    state: 'rejected',
    ago: 200,
    reason: 'Yang dilampirkan undangan, bukan sertifikat atau surat keterangan telah mengikuti.',
  },
  {
    activity: { name: 'Kursus Daring Pengolahan Data', organiser: 'Kelas Terbuka', form: 'kursus', jp: null, days: 1 },
    state: 'draft',
    ago: 3,
  },
  { activity: 3, state: 'withdrawn', ago: 45 },
]
