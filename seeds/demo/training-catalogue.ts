type TrainingKind = 'manajerial' | 'teknis' | 'fungsional' | 'sosial_kultural' | 'lainnya'
export type Course = { name: string; kind: TrainingKind; jp: number; days: number; organiser: string }

const course = (name: string, kind: TrainingKind, jp: number, days: number, organiser: string): Course => ({
  name,
  kind,
  jp,
  days,
  organiser,
})
const bpsdm = 'BPSDM Provinsi Kepulauan Bangka Belitung'
const lan = 'Lembaga Administrasi Negara'
const home = 'BPSDM Kementerian Dalam Negeri'

/** Leadership programmes by jenjang of the post held. JP of PKP: PerLAN 15/2019; of the others plausible, unverified. */
export const leadership: Readonly<Record<string, Course>> = {
  jpt_madya: course('Pelatihan Kepemimpinan Nasional Tingkat I', 'manajerial', 980, 120, lan),
  jpt_pratama: course('Pelatihan Kepemimpinan Nasional Tingkat II', 'manajerial', 930, 118, lan),
  administrator: course('Pelatihan Kepemimpinan Administrator', 'manajerial', 900, 110, bpsdm),
  pengawas: course('Pelatihan Kepemimpinan Pengawas', 'manajerial', 830, 96, bpsdm),
}

export const general: readonly Course[] = [
  course('Webinar ASN Belajar: Etika Pelayanan', 'sosial_kultural', 4, 1, bpsdm),
  course('Webinar ASN Belajar: Literasi Digital', 'teknis', 4, 1, bpsdm),
  course('Seminar Nasional Manajemen Talenta ASN', 'lainnya', 8, 2, 'Badan Kepegawaian Negara'),
  course('E-learning Dasar-dasar SPBE', 'teknis', 12, 5, 'Kementerian PANRB'),
  course('E-learning Core Values BerAKHLAK', 'sosial_kultural', 9, 4, lan),
  course('Workshop Penyusunan SKP dan Dialog Kinerja', 'manajerial', 10, 2, bpsdm),
  course('Pelatihan Pelayanan Publik Prima', 'manajerial', 24, 3, bpsdm),
  course('Pelatihan Wawasan Kebangsaan dan Moderasi', 'sosial_kultural', 24, 3, bpsdm),
  course('Bimbingan Teknis Tata Naskah Dinas Elektronik', 'teknis', 16, 2, bpsdm),
  course('Bimbingan Teknis Keamanan Informasi bagi ASN', 'teknis', 12, 2, 'Badan Siber dan Sandi Negara'),
  course('Sosialisasi Pencegahan Gratifikasi', 'lainnya', 4, 1, 'Inspektorat Daerah'),
  course('Pelatihan Komunikasi Efektif', 'manajerial', 20, 3, bpsdm),
  course('Pelatihan Pengelolaan Perubahan', 'manajerial', 30, 4, bpsdm),
]

const teknis = (name: string, jp: number, days: number, organiser = bpsdm) => course(name, 'teknis', jp, days, organiser)
const fungsional = (name: string, jp: number, days: number, organiser = bpsdm) => course(name, 'fungsional', jp, days, organiser)

export const byUrusan: Readonly<Record<string, Course[]>> = {
  pendidikan: [
    teknis('Pelatihan Implementasi Kurikulum', 32, 5, 'Balai Guru Penggerak'),
    teknis('Pelatihan Asesmen Pembelajaran', 32, 4, 'Balai Guru Penggerak'),
    fungsional('Program Pendidikan Guru Penggerak', 310, 180, 'Balai Guru Penggerak'),
    teknis('Workshop Media Pembelajaran Digital', 15, 3),
  ],
  kesehatan: [
    teknis('Pelatihan Basic Trauma Cardiac Life Support', 40, 5, 'Bapelkes Provinsi'),
    teknis('Pelatihan Pencegahan dan Pengendalian Infeksi', 48, 6, 'Bapelkes Provinsi'),
    teknis('Workshop Keselamatan Pasien', 16, 2, 'Bapelkes Provinsi'),
    fungsional('Pelatihan Jabatan Fungsional Kesehatan', 60, 8, 'Kementerian Kesehatan'),
  ],
  pekerjaan_umum: [
    teknis('Pelatihan Manajemen Konstruksi', 40, 5, 'Kementerian PU'),
    teknis('Pelatihan Sistem Manajemen Keselamatan Konstruksi', 30, 4, 'Kementerian PU'),
  ],
  keuangan: [
    teknis('Pelatihan Pengelolaan Keuangan Daerah', 40, 5, home),
    teknis('Pelatihan Bendahara Pengeluaran', 50, 6, home),
    teknis('Bimbingan Teknis SIPD Penatausahaan', 24, 3, home),
    teknis('Pelatihan Pengelolaan Barang Milik Daerah', 40, 5, home),
  ],
  kepegawaian: [
    fungsional('Pelatihan Fungsional Analis SDM Aparatur', 90, 12, 'Badan Kepegawaian Negara'),
    teknis('Bimbingan Teknis Analisis Kebutuhan Pengembangan Kompetensi', 24, 3, lan),
    teknis('Pelatihan Assessor SDM Aparatur', 80, 10, 'Badan Kepegawaian Negara'),
  ],
  perencanaan: [
    fungsional('Pelatihan Fungsional Perencana', 120, 15, 'Kementerian PPN'),
    teknis('Pelatihan Penyusunan Renstra Perangkat Daerah', 40, 5, home),
  ],
  pertanian: [
    fungsional('Pelatihan Dasar Fungsional Penyuluh Pertanian', 160, 21, 'Kementerian Pertanian'),
    teknis('Pelatihan Budidaya Lada Putih', 40, 5),
  ],
  kelautan: [
    teknis('Pelatihan Penanganan Hasil Perikanan', 40, 5, 'Kementerian Kelautan dan Perikanan'),
    teknis('Pelatihan Pengelolaan Kawasan Konservasi', 32, 4),
  ],
  perhubungan: [teknis('Pelatihan Manajemen Keselamatan Transportasi', 40, 5, 'Kementerian Perhubungan')],
  komunikasi: [
    teknis('Pelatihan Manajemen SPBE', 40, 5, 'Kementerian Komunikasi dan Digital'),
    teknis('Pelatihan Pengembangan Aplikasi Web', 40, 5, 'Kementerian Komunikasi dan Digital'),
    fungsional('Pelatihan Fungsional Pranata Komputer', 60, 8, 'Badan Pusat Statistik'),
  ],
  sosial: [teknis('Pelatihan Manajemen Kasus', 40, 5, 'Kementerian Sosial'), teknis('Pelatihan Pengarusutamaan Gender', 24, 3)],
  pariwisata: [teknis('Pelatihan Tata Kelola Destinasi', 32, 4, 'Kementerian Pariwisata')],
  lingkungan: [
    teknis('Pelatihan Dasar-dasar AMDAL', 40, 5, 'Kementerian Lingkungan Hidup'),
    teknis('Pelatihan Pengawasan Lingkungan', 60, 8),
  ],
  perdagangan: [
    teknis('Pelatihan Pendampingan UMKM', 32, 4),
    teknis('Pelatihan Perlindungan Konsumen', 24, 3, 'Kementerian Perdagangan'),
  ],
  tenaga_kerja: [teknis('Pelatihan Mediator Hubungan Industrial', 60, 8, 'Kementerian Ketenagakerjaan')],
  kependudukan: [teknis('Bimbingan Teknis SIAK Terpusat', 24, 3, home)],
  perizinan: [teknis('Bimbingan Teknis OSS Berbasis Risiko', 24, 3, 'Kementerian Investasi')],
  ketertiban: [
    fungsional('Pelatihan Dasar Polisi Pamong Praja', 150, 20, home),
    teknis('Pelatihan Penanggulangan Bencana', 40, 5, 'BNPB'),
  ],
  pengadaan: [
    teknis('Pelatihan Pengadaan Barang/Jasa Pemerintah Level 1', 60, 8, 'LKPP'),
    teknis('Pelatihan Kompetensi PPK Tipe C', 45, 6, 'LKPP'),
  ],
  pengawasan: [
    fungsional('Diklat Pembentukan Auditor Ahli Pertama', 120, 18, 'BPKP'),
    teknis('Pelatihan Audit Berbasis Risiko', 40, 5, 'BPKP'),
  ],
  arsip: [teknis('Pelatihan Pengelolaan Arsip Dinamis', 40, 5, 'ANRI'), teknis('Bimbingan Teknis SRIKANDI', 16, 2, 'ANRI')],
  umum: [
    teknis('Pelatihan Penyusunan Produk Hukum Daerah', 40, 5, home),
    teknis('Pelatihan Analis Kebijakan', 40, 5, lan),
    teknis('Pelatihan Manajemen Perkantoran', 32, 4),
  ],
}
