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

/** Biro with their bagian; `urusan` of the biro's work. */
export const provinceBiro: readonly { code: string; name: string; urusan: string; bagian: string[] }[] = [
  {
    code: 'PEM',
    name: 'Pemerintahan dan Otonomi Daerah',
    urusan: 'umum',
    bagian: ['Otonomi Daerah', 'Pemerintahan Umum', 'Kerja Sama'],
  },
  { code: 'HUK', name: 'Hukum', urusan: 'umum', bagian: ['Perundang-undangan', 'Bantuan Hukum', 'Dokumentasi Hukum'] },
  {
    code: 'KESRA',
    name: 'Kesejahteraan Rakyat',
    urusan: 'sosial',
    bagian: ['Bina Mental Spiritual', 'Kesejahteraan Pelayanan Dasar'],
  },
  {
    code: 'EKBANG',
    name: 'Perekonomian dan Pembangunan',
    urusan: 'perencanaan',
    bagian: ['Kebijakan Perekonomian', 'Sumber Daya Alam', 'Pengendalian Pembangunan'],
  },
  {
    code: 'PBJ',
    name: 'Pengadaan Barang dan Jasa',
    urusan: 'pengadaan',
    bagian: ['Pengelolaan Pengadaan', 'Layanan Pengadaan Secara Elektronik', 'Pembinaan dan Advokasi Pengadaan'],
  },
  {
    code: 'ORG',
    name: 'Organisasi',
    urusan: 'kepegawaian',
    bagian: ['Kelembagaan dan Analisis Jabatan', 'Reformasi Birokrasi dan Akuntabilitas', 'Tata Laksana'],
  },
  { code: 'UMUM', name: 'Umum', urusan: 'umum', bagian: ['Rumah Tangga', 'Administrasi Keuangan dan Aset', 'Tata Usaha'] },
  { code: 'ADPIM', name: 'Administrasi Pimpinan', urusan: 'komunikasi', bagian: ['Protokol', 'Materi dan Komunikasi Pimpinan'] },
]

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

const upTo = (count: number, town: string) => Array.from({ length: count }, (_, index) => `${index + 1} ${town}`)
/** Upper secondary and special schools are the province's; a branch office leads those of its district. */
export const schoolBranches: readonly { code: string; name: string; sma: string[]; smk: string[]; slb: string[] }[] = [
  {
    code: 'CD1',
    name: 'Wilayah I (Pangkalpinang)',
    sma: upTo(4, 'Pangkalpinang'),
    smk: upTo(5, 'Pangkalpinang'),
    slb: ['Pangkalpinang'],
  },
  {
    code: 'CD2',
    name: 'Wilayah II (Bangka)',
    sma: [...upTo(2, 'Sungailiat'), '1 Belinyu', '1 Mendo Barat', '1 Merawang', '1 Pemali', '1 Puding Besar', '1 Riau Silip'],
    smk: [...upTo(2, 'Sungailiat'), '1 Belinyu', '1 Bakam'],
    slb: ['Sungailiat'],
  },
  {
    code: 'CD3',
    name: 'Wilayah III (Belitung)',
    sma: [...upTo(2, 'Tanjungpandan'), '1 Sijuk', '1 Membalong', '1 Badau', '1 Selat Nasik'],
    smk: [...upTo(3, 'Tanjungpandan'), '1 Membalong'],
    slb: ['Tanjungpandan'],
  },
  {
    code: 'CD4',
    name: 'Wilayah IV (Bangka Barat)',
    sma: ['1 Muntok', '1 Jebus', '1 Kelapa', '1 Tempilang', '1 Simpang Teritip', '1 Parittiga'],
    smk: ['1 Muntok', '1 Jebus', '1 Kelapa', '1 Tempilang'],
    slb: ['Muntok'],
  },
  {
    code: 'CD5',
    name: 'Wilayah V (Bangka Tengah)',
    sma: [...upTo(3, 'Koba'), '1 Namang', '1 Pangkalan Baru', '1 Simpang Katis', '1 Sungai Selan', '1 Lubuk Besar'],
    smk: ['1 Koba', '2 Koba', '1 Simpang Katis'],
    slb: ['Koba'],
  },
  {
    code: 'CD6',
    name: 'Wilayah VI (Bangka Selatan)',
    sma: ['1 Toboali', '2 Toboali', '1 Payung', '1 Air Gegas', '1 Simpang Rimba', '1 Lepar Pongok', '1 Tukak Sadai'],
    smk: ['1 Toboali', '1 Pulau Besar', '1 Air Gegas'],
    slb: ['Toboali'],
  },
  {
    code: 'CD7',
    name: 'Wilayah VII (Belitung Timur)',
    sma: ['1 Manggar', '2 Manggar', '1 Gantung', '1 Kelapa Kampit', '1 Dendang', '1 Damar'],
    smk: ['1 Manggar', '1 Gantung', '1 Kelapa Kampit', '1 Simpang Pesak'],
    slb: ['Manggar'],
  },
]
