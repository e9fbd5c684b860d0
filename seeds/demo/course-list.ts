type Subject = [title: string, jp: number]
export type DemoCourse = {
  code: string
  title: string
  summary: string
  audience: string
  form: string
  /** Code of the competency and the level that who passes reaches. */
  competencies: Record<string, number>
  subjects: Subject[]
  openTo: 'instansi' | 'guided' | 'all'
  conformity: 'sesuai' | 'sebagian' | 'belum' | 'tidak_ada'
  basis?: string
  /** What must be accredited. */
  programme?: string
  /** Whole rupiah each; left out: not known. */
  cost?: number
  /** The short name of who teaches it; left out: the province's own. */
  provider?: string
  entry?: Record<string, unknown>
}

const everybody = 'Semua pegawai ASN'
const own = { openTo: 'all', conformity: 'tidak_ada', basis: 'kurikulum sendiri' } as const

/** Learned alone, free, by everybody. The first six have lessons. */
const alone = (
  code: string,
  title: string,
  summary: string,
  competencies: DemoCourse['competencies'],
  subjects: Subject[],
  provider?: string,
): DemoCourse => ({
  ...own,
  code,
  title,
  summary,
  audience: everybody,
  form: 'e_learning',
  competencies,
  subjects,
  cost: 0,
  provider,
})

const byOneself: DemoCourse[] = [
  alone(
    'INTEGRITAS',
    'Integritas dan Antikorupsi ASN',
    'Mengenali gratifikasi, suap, dan benturan kepentingan dalam pekerjaan sehari-hari, lalu tahu apa yang harus dilakukan.',
    { 'M.1': 2, 'P.7': 2 },
    [
      ['Nilai dasar dan kode etik ASN', 1],
      ['Gratifikasi, suap, dan pemerasan', 1],
      ['Benturan kepentingan', 1],
      ['Melapor dengan aman', 1],
    ],
  ),
  alone(
    'LAYANAN',
    'Pelayanan Publik Prima',
    'Menyusun dan menepati standar pelayanan, menerima keluhan dengan tenang, dan memperbaiki layanan dari masukan warga.',
    { 'M.5': 2 },
    [
      ['Hak warga dan asas pelayanan', 1],
      ['Standar dan maklumat pelayanan', 1],
      ['Menerima dan menindaklanjuti keluhan', 1],
      ['Layanan bagi kelompok rentan', 1],
    ],
  ),
  alone(
    'NASKAH',
    'Tata Naskah Dinas Elektronik',
    'Menulis surat dinas yang jelas, memilih jenis naskah yang tepat, dan mengirimkannya dengan tanda tangan elektronik.',
    { 'T.UM.1': 2, 'T.ARS.1': 1 },
    [
      ['Jenis dan susunan naskah dinas', 1],
      ['Bahasa surat dinas', 1],
      ['Tanda tangan elektronik dan pengiriman', 1],
    ],
  ),
  alone(
    'DIGITAL',
    'Literasi Digital dan Keamanan Informasi',
    'Bekerja aman dengan gawai dan data: kata sandi, pengelabuan, data pribadi, dan berbagi dokumen.',
    { 'T.UM.2': 2, 'T.KOM.1': 1 },
    [
      ['Kata sandi dan verifikasi dua langkah', 1],
      ['Mengenali pengelabuan (phishing)', 1],
      ['Data pribadi dan klasifikasi informasi', 1],
      ['Bekerja bersama pada satu dokumen', 1],
      ['Menilai kebenaran informasi', 1],
    ],
  ),
  alone(
    'KEUANGAN',
    'Pengelolaan Keuangan Daerah Dasar',
    'Dari perencanaan anggaran sampai pertanggungjawaban: siapa berbuat apa, dokumen mana, dan kapan.',
    { 'T.KEU.1': 2, 'P.4': 2 },
    [
      ['Asas dan pelaku keuangan daerah', 1],
      ['Menyusun anggaran perangkat daerah', 2],
      ['Penatausahaan dan pembayaran', 2],
      ['Pertanggungjawaban', 1],
    ],
  ),
  alone(
    'KOMUNIKASI',
    'Komunikasi Efektif',
    'Mendengarkan, menyampaikan pesan yang dipahami, memimpin rapat yang selesai tepat waktu, dan membuat tim lintas bidang bekerja bersama.',
    { 'M.3': 2, 'M.2': 3 },
    [
      ['Mendengarkan secara aktif', 1],
      ['Menyusun pesan yang jelas', 1],
      ['Rapat yang berhasil', 1],
    ],
  ),
  alone(
    'BERAKHLAK',
    'Nilai Dasar BerAKHLAK dalam Pekerjaan',
    'Tujuh nilai dasar ASN dalam keadaan nyata di kantor, puskesmas, sekolah, dan kantor kecamatan.',
    { 'SK.1': 2, 'M.1': 2 },
    [
      ['Tujuh nilai dan panduan perilakunya', 1],
      ['Keadaan nyata dan pilihan kita', 2],
    ],
    'Corpu Babel',
  ),
  alone(
    'ETIKA-PEMERINTAHAN',
    'Etika Pemerintahan',
    'Asas umum pemerintahan yang baik, diskresi, dan netralitas ASN, terutama menjelang pemilihan.',
    { 'P.7': 2 },
    [
      ['Asas umum pemerintahan yang baik', 1],
      ['Diskresi dan batasnya', 1],
      ['Netralitas ASN', 1],
    ],
  ),
]

type Held = Pick<DemoCourse, 'audience' | 'competencies' | 'subjects'> & Partial<DemoCourse>
/** Held in classes. */
const held = (code: string, title: string, form: string, summary: string, rest: Held): DemoCourse => ({
  ...own,
  code,
  title,
  form,
  summary,
  openTo: 'guided',
  ...rest,
})

const managerial: DemoCourse[] = [
  held(
    'PKP',
    'Pelatihan Kepemimpinan Pengawas',
    'struktural',
    'Memimpin pelayanan dan mengendalikan pekerjaan unit, sampai aksi perubahan di tempat sendiri.',
    {
      audience: 'Pejabat pengawas yang belum mengikuti PKP atau Diklatpim Tingkat IV',
      competencies: { 'M.1': 3, 'M.2': 3, 'M.3': 3, 'M.4': 3, 'M.5': 3, 'M.6': 3, 'M.7': 3, 'M.8': 3, 'SK.1': 3 },
      subjects: [
        ['Kepemimpinan Pancasila dan bela negara', 90],
        ['Kepemimpinan pelayanan', 100],
        ['Pengendalian pekerjaan', 100],
        ['Aktualisasi kepemimpinan di tempat kerja', 540],
      ],
      conformity: 'sesuai',
      basis: 'Kurikulum PKP (PerLAN 15/2019), dibandingkan oleh bidang manajerial',
      programme: 'PKP',
      entry: { jenjang: ['pengawas'], noDiscipline: true },
      cost: 14_500_000,
    },
  ),
  held(
    'PKA',
    'Pelatihan Kepemimpinan Administrator',
    'struktural',
    'Memimpin kinerja organisasi, bekerja lintas bidang, dan menerjemahkan kebijakan menjadi program.',
    {
      audience: 'Pejabat administrator yang belum mengikuti PKA atau Diklatpim Tingkat III',
      competencies: { 'M.1': 4, 'M.2': 4, 'M.3': 4, 'M.4': 4, 'M.5': 4, 'M.6': 4, 'M.7': 4, 'M.8': 4, 'SK.1': 4 },
      subjects: [
        ['Kepemimpinan Pancasila dan integritas', 90],
        ['Kepemimpinan kinerja', 120],
        ['Manajemen kinerja organisasi', 120],
        ['Aktualisasi kepemimpinan di tempat kerja', 570],
      ],
      conformity: 'sebagian',
      basis: 'JP kurikulum PKA belum dicocokkan dengan aturan yang berlaku',
      programme: 'PKA',
      entry: { jenjang: ['administrator'], noDiscipline: true },
      cost: 17_750_000,
    },
  ),
  held(
    'PERUBAHAN',
    'Mengelola Perubahan di Perangkat Daerah',
    'manajerial',
    'Menyiapkan orang, alur kerja, dan ukuran keberhasilan sebelum perubahan berjalan.',
    {
      audience: 'Pengawas, administrator, dan ketua tim',
      competencies: { 'M.7': 3 },
      subjects: [
        ['Memetakan pihak dan penolakan', 8],
        ['Merancang langkah perubahan', 12],
        ['Menjaga perubahan', 10],
      ],
      cost: 2_400_000,
    },
  ),
  held(
    'KEPUTUSAN',
    'Pengambilan Keputusan Berbasis Data',
    'manajerial',
    'Merumuskan masalah, membaca data yang ada, dan menuliskan pilihan dengan risikonya.',
    {
      audience: 'Pengawas, administrator, dan pejabat fungsional ahli muda',
      competencies: { 'M.8': 3 },
      subjects: [
        ['Merumuskan masalah', 6],
        ['Membaca dan menyajikan data', 10],
        ['Menyusun telaahan staf', 8],
      ],
      cost: 1_900_000,
    },
  ),
  held(
    'COACHING',
    'Coaching dan Mentoring bagi Atasan',
    'workshop',
    'Dua hari berlatih percakapan yang membuat anggota tim berkembang.',
    {
      audience: 'Atasan langsung di semua jenjang',
      competencies: { 'M.6': 3 },
      subjects: [
        ['Percakapan coaching', 6],
        ['Umpan balik dan kesepakatan', 4],
      ],
      cost: 0,
    },
  ),
  held(
    'KERJASAMA',
    'Kerja Sama Lintas Perangkat Daerah',
    'jarak_jauh',
    'Menyusun kesepakatan kerja, membagi peran, dan menyelesaikan selisih tanpa menunggu pimpinan.',
    {
      audience: 'Ketua tim dan anggota tim lintas bidang',
      competencies: { 'M.2': 3 },
      subjects: [
        ['Peta peran dan kepentingan', 6],
        ['Kesepakatan kerja', 6],
        ['Menyelesaikan selisih', 4],
      ],
      openTo: 'all',
      cost: 0,
    },
  ),
  held(
    'KINERJA',
    'Menyusun SKP dan Dialog Kinerja',
    'workshop',
    'SKP yang berangkat dari sasaran unit, dan dialog kinerja yang jujur.',
    {
      audience: everybody,
      competencies: { 'M.4': 3 },
      subjects: [
        ['Menurunkan sasaran unit', 5],
        ['Berlatih dialog kinerja', 5],
      ],
      cost: 0,
    },
  ),
]

const social: DemoCourse[] = [
  held(
    'KEBANGSAAN',
    'Wawasan Kebangsaan dan Moderasi',
    'sosial_kultural',
    'Merawat kerukunan di tempat kerja dan di tengah warga yang beragam.',
    {
      audience: everybody,
      competencies: { 'SK.1': 3 },
      subjects: [
        ['Empat konsensus dasar', 8],
        ['Keberagaman Bangka Belitung', 8],
        ['Menengahi perselisihan', 8],
      ],
      openTo: 'all',
      cost: 0,
      provider: 'LAN',
    },
  ),
  held(
    'GENDER',
    'Pengarusutamaan Gender dan Inklusi',
    'sosial_kultural',
    'Menyusun program yang menjangkau perempuan, anak, lansia, dan penyandang disabilitas.',
    {
      audience: 'Perencana dan pengelola program',
      competencies: { 'SK.1': 3, 'T.SOS.1': 2 },
      subjects: [
        ['Data terpilah', 6],
        ['Analisis gender', 10],
        ['Anggaran responsif gender', 8],
      ],
      cost: 1_500_000,
      openTo: 'all',
      provider: 'BKPSDMD Bangka',
    },
  ),
]

const technicalCourse = (
  code: string,
  title: string,
  summary: string,
  audience: string,
  competencies: DemoCourse['competencies'],
  subjects: Subject[],
  rest: Partial<DemoCourse> = {},
) => held(code, title, 'teknis', summary, { audience, competencies, subjects, ...rest })

const technical: DemoCourse[] = [
  technicalCourse(
    'PBJ-1',
    'Pengadaan Barang/Jasa Pemerintah Level 1',
    'Dasar pengadaan dari perencanaan sampai serah terima, sebagai bekal ujian sertifikasi.',
    'Calon pejabat pengadaan, PPK, dan pokja',
    { 'T.PBJ.1': 2 },
    [
      ['Pengantar dan etika pengadaan', 12],
      ['Perencanaan pengadaan', 16],
      ['Pemilihan penyedia', 20],
      ['Kontrak dan serah terima', 12],
    ],
    {
      conformity: 'sesuai',
      basis: 'Kurikulum pelatihan tingkat dasar LKPP (belum diverifikasi)',
      programme: 'PBJ',
      cost: 3_250_000,
    },
  ),
  technicalCourse(
    'APKD',
    'Penatausahaan Keuangan Daerah (APKD)',
    'Mengelola anggaran kas, penatausahaan, dan laporan keuangan perangkat daerah.',
    'PPK-SKPD, bendahara, dan staf keuangan',
    { 'T.KEU.1': 3, 'P.4': 3 },
    [
      ['Anggaran kas dan SPD', 8],
      ['Penatausahaan bendahara', 14],
      ['Akuntansi dan laporan', 12],
      ['Studi kasus', 6],
    ],
    {
      conformity: 'sebagian',
      basis: 'Kerangka APKD UU 1/2022; standar kurikulum rinci belum ditemukan',
      programme: 'APKD',
      cost: 2_900_000,
    },
  ),
  technicalCourse(
    'BMD',
    'Pengelolaan Barang Milik Daerah',
    'Mencatat, mengamankan, dan menghapus barang milik daerah dengan benar.',
    'Pengurus barang dan pejabat penatausahaan barang',
    { 'T.KEU.2': 2 },
    [
      ['Perencanaan kebutuhan', 8],
      ['Penatausahaan', 16],
      ['Pemindahtanganan dan penghapusan', 16],
    ],
    { cost: 2_600_000 },
  ),
  technicalCourse(
    'ARSIP',
    'Pengelolaan Arsip Dinamis',
    'Menata arsip aktif dan inaktif, termasuk dalam aplikasi SRIKANDI.',
    'Arsiparis dan pengelola surat',
    { 'T.ARS.1': 2 },
    [
      ['Klasifikasi dan jadwal retensi', 12],
      ['Arsip aktif', 14],
      ['Penyusutan', 14],
    ],
    {
      conformity: 'sesuai',
      basis: 'Kurikulum pelatihan kearsipan ANRI (belum diverifikasi)',
      cost: 2_100_000,
    },
  ),
  technicalCourse(
    'AKD',
    'Analisis Kebutuhan Pengembangan Kompetensi',
    'Dari kesenjangan kompetensi ke usulan yang dapat dipertanggungjawabkan.',
    'Pengelola kepegawaian dan perencana diklat',
    { 'T.KPG.2': 2 },
    [
      ['Standar dan pemetaan', 8],
      ['Menghitung kesenjangan', 10],
      ['Menyusun rencana', 6],
    ],
    {
      form: 'bimtek',
      openTo: 'all',
      cost: 0,
    },
  ),
  technicalCourse(
    'RENSTRA',
    'Penyusunan Renstra Perangkat Daerah',
    'Menurunkan RPJMD menjadi sasaran, program, dan ukuran yang masuk akal.',
    'Perencana dan kepala subbagian program',
    { 'T.REN.1': 3, 'P.5': 2 },
    [
      ['Benang merah RPJMD ke Renstra', 10],
      ['Sasaran dan indikator', 16],
      ['Program, kegiatan, pagu', 14],
    ],
    { cost: 2_300_000 },
  ),
  technicalCourse(
    'SPBE',
    'Manajemen dan Keamanan SPBE',
    'Membangun layanan digital pemerintah yang aman dan dapat dipelihara.',
    'Pranata komputer dan pengelola TIK',
    { 'T.KOM.1': 3 },
    [
      ['Arsitektur SPBE', 12],
      ['Manajemen layanan', 12],
      ['Keamanan aplikasi', 16],
    ],
    { cost: 2_700_000 },
  ),
  technicalCourse(
    'AUDIT-RISIKO',
    'Audit Internal Berbasis Risiko',
    'Merencanakan pengawasan dari risiko, bukan dari kebiasaan.',
    'Auditor dan PPUPD',
    { 'T.WAS.1': 3 },
    [
      ['Peta risiko', 10],
      ['Program kerja audit', 16],
      ['Laporan dan tindak lanjut', 14],
    ],
    {
      conformity: 'belum',
      cost: 3_000_000,
    },
  ),
  technicalCourse(
    'KESELAMATAN-PASIEN',
    'Mutu dan Keselamatan Pasien',
    'Sasaran keselamatan pasien dan budaya melapor tanpa menyalahkan.',
    'Tenaga kesehatan rumah sakit dan puskesmas',
    { 'T.KES.2': 2 },
    [
      ['Enam sasaran keselamatan', 6],
      ['Pelaporan insiden', 5],
      ['Analisis akar masalah', 4],
    ],
    { form: 'workshop', cost: 750_000, openTo: 'all', programme: 'Mutu dan Keselamatan Pasien', provider: 'Bapelkes' },
  ),
  technicalCourse(
    'ASESMEN',
    'Asesmen Pembelajaran di Kelas',
    'Menyusun asesmen yang membantu murid belajar, bukan sekadar memberi nilai.',
    'Guru dan pengawas sekolah',
    { 'T.PEND.1': 3 },
    [
      ['Tujuan pembelajaran', 8],
      ['Asesmen formatif', 14],
      ['Mengolah hasil', 10],
    ],
    { cost: 0 },
  ),
  technicalCourse(
    'BENCANA',
    'Penanggulangan Bencana di Daerah Kepulauan',
    'Kesiapsiagaan, komando tanggap darurat, dan pemulihan di wilayah pesisir.',
    'Satpol PP, BPBD, dan aparat kecamatan',
    { 'T.TRB.1': 2 },
    [
      ['Peta risiko pesisir', 10],
      ['Komando tanggap darurat', 18],
      ['Pemulihan', 12],
    ],
    { cost: 1_800_000 },
  ),
]

const governing = (
  code: string,
  title: string,
  summary: string,
  competencies: DemoCourse['competencies'],
  subjects: Subject[],
  form: string,
) =>
  held(code, title, form, summary, {
    audience: 'Pejabat struktural pemerintah daerah, camat, dan lurah',
    competencies,
    subjects,
    conformity: 'belum',
    openTo: 'all',
    cost: 0,
    provider: 'BPSDM Kemendagri',
  })

const government: DemoCourse[] = [
  governing(
    'DESENTRALISASI',
    'Desentralisasi dan Urusan Daerah',
    'Apa yang menjadi kewenangan daerah, dan bagaimana berhubungan dengan pusat.',
    { 'P.1': 2, 'P.2': 2, 'P.5': 2 },
    [
      ['Pembagian urusan', 8],
      ['Hubungan pusat dan daerah', 8],
      ['Pembinaan dan pengawasan', 8],
    ],
    'jarak_jauh',
  ),
  governing(
    'PEMERINTAHAN-UMUM',
    'Pemerintahan Umum di Kecamatan',
    'Koordinasi, pembinaan wilayah, dan penanganan konflik sosial.',
    { 'P.3': 3 },
    [
      ['Tugas camat', 6],
      ['Forum koordinasi pimpinan', 5],
      ['Konflik sosial', 5],
    ],
    'klasikal_lain',
  ),
]

export const demoCourses: readonly DemoCourse[] = [...byOneself, ...managerial, ...social, ...technical, ...government]
