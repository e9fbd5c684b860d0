/** `>` opens the seksi below a bidang, `;` parts them. A UPT is led by an administrator, `size` scales the staff. */
export type OpdSpec = {
  code: string
  name: string
  urusan: string
  kind: 'setda' | 'setwan' | 'inspektorat' | 'badan' | 'dinas' | 'rsud' | 'kecamatan'
  bidang: string[]
  upt?: string[]
  size?: number
}

const opd = (
  kind: OpdSpec['kind'],
  code: string,
  name: string,
  urusan: string,
  bidang: string[],
  more: Partial<OpdSpec> = {},
): OpdSpec => ({
  kind,
  code,
  name,
  urusan,
  bidang,
  ...more,
})

export const provinceOpd: readonly OpdSpec[] = [
  opd('setda', 'SETDA', 'Sekretariat Daerah', 'umum', []),
  opd('setwan', 'SETWAN', 'Sekretariat DPRD', 'umum', [
    'Persidangan dan Perundang-undangan',
    'Fasilitasi Penganggaran',
    'Humas dan Protokol',
  ]),
  opd('inspektorat', 'ITDA', 'Inspektorat Daerah', 'pengawasan', [
    'Wilayah I',
    'Wilayah II',
    'Wilayah III',
    'Khusus Investigasi',
  ]),
  opd('badan', 'BAPPEDA', 'Badan Perencanaan Pembangunan Daerah', 'perencanaan', [
    'Perencanaan, Pengendalian dan Evaluasi',
    'Pemerintahan dan Pembangunan Manusia',
    'Perekonomian dan Sumber Daya Alam',
    'Infrastruktur dan Kewilayahan',
    'Penelitian dan Pengembangan',
  ]),
  opd('badan', 'BKPSDMD', 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Daerah', 'kepegawaian', [
    'Pengadaan, Pemberhentian dan Informasi ASN',
    'Mutasi dan Promosi',
    'Pengembangan Karier dan Talenta',
    'Penilaian Kinerja dan Penghargaan',
  ]),
  opd(
    'badan',
    'BPSDM',
    'Badan Pengembangan Sumber Daya Manusia',
    'kepegawaian',
    [
      'Pengembangan Kompetensi Manajerial dan Fungsional',
      'Pengembangan Kompetensi Teknis',
      'Pengembangan Kompetensi Pemerintahan',
      'Sertifikasi Kompetensi dan Kelembagaan',
    ],
    { upt: ['UPTD Penilaian Kompetensi Pegawai'] },
  ),
  opd(
    'badan',
    'BAKUDA',
    'Badan Keuangan Daerah',
    'keuangan',
    ['Anggaran', 'Perbendaharaan', 'Akuntansi dan Pelaporan', 'Pengelolaan Barang Milik Daerah', 'Pendapatan'],
    {
      upt: [
        'UPTB Samsat Pangkalpinang',
        'UPTB Samsat Bangka',
        'UPTB Samsat Belitung',
        'UPTB Samsat Bangka Barat',
        'UPTB Samsat Bangka Tengah',
        'UPTB Samsat Bangka Selatan',
        'UPTB Samsat Belitung Timur',
      ],
    },
  ),
  opd('badan', 'KESBANGPOL', 'Badan Kesatuan Bangsa dan Politik', 'ketertiban', [
    'Ideologi dan Wawasan Kebangsaan',
    'Politik Dalam Negeri',
    'Ketahanan Ekonomi, Sosial dan Budaya',
  ]),
  opd('badan', 'BPBD', 'Badan Penanggulangan Bencana Daerah', 'ketertiban', [
    'Pencegahan dan Kesiapsiagaan > Pencegahan; Kesiapsiagaan',
    'Kedaruratan dan Logistik > Kedaruratan; Logistik',
    'Rehabilitasi dan Rekonstruksi',
  ]),
  opd(
    'dinas',
    'SATPOLPP',
    'Satuan Polisi Pamong Praja',
    'ketertiban',
    [
      'Penegakan Peraturan Daerah > Penyelidikan dan Penyidikan; Pembinaan dan Pengawasan',
      'Ketertiban Umum dan Ketenteraman > Operasi dan Pengendalian; Kerja Sama',
      'Perlindungan Masyarakat > Satuan Linmas; Bina Potensi Masyarakat',
    ],
    { size: 1.6 },
  ),
  opd(
    'dinas',
    'DISDIK',
    'Dinas Pendidikan',
    'pendidikan',
    ['Pembinaan SMA', 'Pembinaan SMK', 'Pembinaan Pendidikan Khusus', 'Ketenagaan'],
    {
      upt: ['UPTD Balai Teknologi Informasi dan Komunikasi Pendidikan'],
    },
  ),
  opd(
    'dinas',
    'DINKES',
    'Dinas Kesehatan',
    'kesehatan',
    ['Kesehatan Masyarakat', 'Pencegahan dan Pengendalian Penyakit', 'Pelayanan Kesehatan', 'Sumber Daya Kesehatan'],
    { upt: ['UPTD Laboratorium Kesehatan', 'UPTD Balai Pelatihan Kesehatan'] },
  ),
  opd('rsud', 'RSUD', 'Rumah Sakit Umum Daerah Provinsi', 'kesehatan', ['Pelayanan Medik', 'Keperawatan', 'Penunjang'], {
    size: 6,
  }),
  opd('rsud', 'RSJD', 'Rumah Sakit Jiwa Daerah', 'kesehatan', ['Pelayanan', 'Keperawatan', 'Penunjang'], { size: 3 }),
  opd(
    'dinas',
    'PUPR',
    'Dinas Pekerjaan Umum dan Penataan Ruang',
    'pekerjaan_umum',
    ['Bina Marga', 'Sumber Daya Air', 'Cipta Karya', 'Penataan Ruang', 'Bina Konstruksi'],
    { upt: ['UPTD Balai Pengujian Bahan Bangunan', 'UPTD Pemeliharaan Jalan dan Jembatan'] },
  ),
  opd('dinas', 'PERKIM', 'Dinas Perumahan Rakyat dan Kawasan Permukiman', 'pekerjaan_umum', [
    'Perumahan',
    'Kawasan Permukiman',
    'Pertanahan',
  ]),
  opd(
    'dinas',
    'DINSOS',
    'Dinas Sosial dan Pemberdayaan Masyarakat Desa',
    'sosial',
    ['Rehabilitasi Sosial', 'Perlindungan Sosial', 'Pemberdayaan Desa'],
    {
      upt: ['UPTD Panti Sosial Bina Serumpun', 'UPTD Panti Sosial Lanjut Usia'],
    },
  ),
  opd('dinas', 'DP3ACSKB', 'Dinas Pemberdayaan Perempuan, Perlindungan Anak dan Keluarga Berencana', 'sosial', [
    'Kesetaraan Gender',
    'Perlindungan Perempuan dan Anak',
    'Keluarga Berencana',
  ]),
  opd('dinas', 'DISDUKCAPIL', 'Dinas Kependudukan dan Pencatatan Sipil', 'kependudukan', [
    'Fasilitasi Pelayanan',
    'Pengelolaan Informasi',
  ]),
  opd(
    'dinas',
    'DISNAKER',
    'Dinas Tenaga Kerja',
    'tenaga_kerja',
    ['Penempatan Tenaga Kerja', 'Hubungan Industrial', 'Pengawasan Ketenagakerjaan'],
    {
      upt: ['UPTD Balai Latihan Kerja'],
    },
  ),
  opd(
    'dinas',
    'DLHK',
    'Dinas Lingkungan Hidup dan Kehutanan',
    'lingkungan',
    ['Pengendalian Pencemaran', 'Tata Lingkungan', 'Pengelolaan Hutan', 'Rehabilitasi Lahan'],
    {
      upt: [
        'UPTD Laboratorium Lingkungan',
        'UPTD KPH Bubus Panca',
        'UPTD KPH Sigambir Kotawaringin',
        'UPTD KPH Belantu Mendanau',
        'UPTD KPH Gunung Duren',
      ],
    },
  ),
  opd(
    'dinas',
    'DPKP',
    'Dinas Pertanian dan Ketahanan Pangan',
    'pertanian',
    ['Tanaman Pangan dan Hortikultura', 'Perkebunan', 'Peternakan', 'Ketahanan Pangan'],
    {
      upt: ['UPTD Balai Benih Pertanian', 'UPTD Balai Proteksi Tanaman', 'UPTD Laboratorium Kesehatan Hewan'],
    },
  ),
  opd(
    'dinas',
    'DKP',
    'Dinas Kelautan dan Perikanan',
    'kelautan',
    ['Perikanan Tangkap', 'Perikanan Budidaya', 'Pengelolaan Ruang Laut', 'Pengawasan Sumber Daya'],
    {
      upt: ['UPTD Pelabuhan Perikanan', 'UPTD Pengujian Mutu Hasil Perikanan'],
    },
  ),
  opd(
    'dinas',
    'DISHUB',
    'Dinas Perhubungan',
    'perhubungan',
    ['Lalu Lintas Jalan > Manajemen Lalu Lintas; Keselamatan', 'Pelayaran', 'Angkutan'],
    {
      upt: ['UPTD Pengelolaan Pelabuhan'],
    },
  ),
  opd('dinas', 'DISKOMINFO', 'Dinas Komunikasi dan Informatika', 'komunikasi', [
    'Pengelolaan Informasi Publik',
    'Pengembangan Aplikasi Informatika',
    'Infrastruktur TIK',
    'Statistik dan Persandian',
  ]),
  opd('dinas', 'DKUKM', 'Dinas Koperasi, Usaha Kecil dan Menengah', 'perdagangan', [
    'Kelembagaan Koperasi',
    'Pemberdayaan Usaha Kecil',
  ]),
  opd('dinas', 'DPMPTSP', 'Dinas Penanaman Modal dan PTSP', 'perizinan', [
    'Promosi Penanaman Modal',
    'Pelayanan Perizinan',
    'Pengaduan dan Data',
  ]),
  opd(
    'dinas',
    'DISPARBUDPORA',
    'Dinas Pariwisata, Kebudayaan, Kepemudaan dan Olahraga',
    'pariwisata',
    ['Destinasi', 'Pemasaran', 'Kebudayaan', 'Kepemudaan dan Olahraga'],
    {
      upt: ['UPTD Museum dan Taman Budaya'],
    },
  ),
  opd(
    'dinas',
    'DISPERINDAG',
    'Dinas Perindustrian dan Perdagangan',
    'perdagangan',
    ['Perindustrian', 'Perdagangan Dalam Negeri', 'Perdagangan Luar Negeri'],
    {
      upt: ['UPTD Balai Pengujian dan Sertifikasi Mutu Barang'],
    },
  ),
  opd('dinas', 'DKPUS', 'Dinas Kearsipan dan Perpustakaan', 'arsip', [
    'Kearsipan',
    'Layanan Perpustakaan',
    'Pembinaan Perpustakaan',
  ]),
  opd('dinas', 'ESDM', 'Dinas Energi dan Sumber Daya Mineral', 'lingkungan', [
    'Mineral dan Batubara',
    'Geologi',
    'Energi dan Ketenagalistrikan',
  ]),
]
