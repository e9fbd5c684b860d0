export type Functional = { name: string; code: string; expert: boolean; skilled: boolean; firstLevel?: true }

const jf = (code: string, name: string, levels: 'ahli' | 'terampil' | 'both', firstLevel?: true): Functional => ({
  name,
  code,
  expert: levels !== 'terampil',
  skilled: levels !== 'ahli',
  ...(firstLevel ? { firstLevel } : {}),
})

/** Jabatan fungsional by urusan, in the order in which units take them. */
export const functionalByUrusan: Readonly<Record<string, Functional[]>> = {
  pendidikan: [
    jf('PTP', 'Pengembang Teknologi Pembelajaran', 'ahli'),
    jf('AKP', 'Analis Kebijakan', 'ahli'),
    jf('PMB', 'Pamong Belajar', 'ahli'),
  ],
  kesehatan: [
    jf('ADK', 'Administrator Kesehatan', 'ahli'),
    jf('EPI', 'Epidemiolog Kesehatan', 'both'),
    jf('SAN', 'Tenaga Sanitasi Lingkungan', 'both'),
    jf('PKM', 'Tenaga Promosi Kesehatan dan Ilmu Perilaku', 'ahli'),
  ],
  pekerjaan_umum: [
    jf('TJJ', 'Teknik Jalan dan Jembatan', 'both'),
    jf('PSA', 'Teknik Pengairan', 'both'),
    jf('TBP', 'Teknik Tata Bangunan dan Perumahan', 'both'),
    jf('PNR', 'Penata Ruang', 'ahli'),
    jf('PJK', 'Pembina Jasa Konstruksi', 'ahli'),
  ],
  keuangan: [
    jf('AKPD', 'Analis Keuangan Pusat dan Daerah', 'ahli'),
    jf('PPD', 'Pemeriksa Pajak Daerah', 'ahli'),
    jf('PLP', 'Penilai Pajak Daerah', 'ahli'),
  ],
  kepegawaian: [
    jf('ASDM', 'Analis Sumber Daya Manusia Aparatur', 'ahli'),
    jf('PKPA', 'Pengembang Kapasitas dan Pembelajaran ASN', 'ahli'),
    jf('PRSDM', 'Pranata Sumber Daya Manusia Aparatur', 'terampil'),
    jf('ASSR', 'Assessor Sumber Daya Manusia Aparatur', 'ahli'),
  ],
  perencanaan: [jf('PRC', 'Perencana', 'ahli'), jf('AKB', 'Analis Kebijakan', 'ahli')],
  pertanian: [
    jf('PPL', 'Penyuluh Pertanian', 'both'),
    jf('POPT', 'Pengendali Organisme Pengganggu Tumbuhan', 'both'),
    jf('MVET', 'Medik Veteriner', 'ahli'),
    jf('PMHP', 'Pengawas Mutu Hasil Pertanian', 'both'),
  ],
  kelautan: [
    jf('PPT', 'Pengelola Produksi Perikanan Tangkap', 'both'),
    jf('PELP', 'Pengelola Ekosistem Laut dan Pesisir', 'both'),
    jf('PWI', 'Pengawas Perikanan', 'both'),
  ],
  perhubungan: [jf('PKB', 'Penguji Kendaraan Bermotor', 'both', true), jf('AKH', 'Analis Kebijakan', 'ahli')],
  komunikasi: [
    jf('PRK', 'Pranata Komputer', 'both'),
    jf('HUM', 'Pranata Hubungan Masyarakat', 'both'),
    jf('SND', 'Sandiman', 'both'),
    jf('STA', 'Statistisi', 'both'),
  ],
  sosial: [
    jf('PKS', 'Pekerja Sosial', 'both'),
    jf('PSO', 'Penyuluh Sosial', 'ahli'),
    jf('PSM', 'Penggerak Swadaya Masyarakat', 'both'),
  ],
  pariwisata: [jf('ADY', 'Adyatama Kepariwisataan dan Ekonomi Kreatif', 'ahli'), jf('PBD', 'Pamong Budaya', 'both')],
  lingkungan: [
    jf('PDL', 'Pengendali Dampak Lingkungan', 'both'),
    jf('PLH', 'Pengawas Lingkungan Hidup', 'ahli'),
    jf('PEH', 'Pengendali Ekosistem Hutan', 'both'),
    jf('POLHUT', 'Polisi Kehutanan', 'both', true),
  ],
  perdagangan: [
    jf('PWD', 'Pengawas Perdagangan', 'ahli'),
    jf('PGK', 'Pengembang Kewirausahaan', 'ahli'),
    jf('PENERA', 'Penera', 'both'),
  ],
  tenaga_kerja: [
    jf('PTK', 'Pengantar Kerja', 'ahli'),
    jf('MHI', 'Mediator Hubungan Industrial', 'ahli'),
    jf('PWK', 'Pengawas Ketenagakerjaan', 'ahli'),
    jf('INS', 'Instruktur', 'both'),
  ],
  kependudukan: [
    jf('ADBK', 'Administrator Database Kependudukan', 'ahli'),
    jf('OSIAK', 'Operator Sistem Informasi Administrasi Kependudukan', 'terampil'),
  ],
  perizinan: [jf('PPZ', 'Penata Perizinan', 'ahli'), jf('AKI', 'Analis Kebijakan', 'ahli')],
  ketertiban: [
    jf('POLPP', 'Polisi Pamong Praja', 'both', true),
    jf('PPB', 'Penata Penanggulangan Bencana', 'ahli'),
    jf('DAMKAR', 'Pemadam Kebakaran', 'terampil', true),
  ],
  pengadaan: [jf('PPBJ', 'Pengelola Pengadaan Barang/Jasa', 'ahli')],
  pengawasan: [jf('AUD', 'Auditor', 'both'), jf('PPUPD', 'Pengawas Penyelenggaraan Urusan Pemerintahan di Daerah', 'ahli')],
  arsip: [jf('ARS', 'Arsiparis', 'both'), jf('PUS', 'Pustakawan', 'both')],
  umum: [
    jf('AKU', 'Analis Kebijakan', 'ahli'),
    jf('PPU', 'Perancang Peraturan Perundang-undangan', 'ahli'),
    jf('AHK', 'Analis Hukum', 'ahli'),
  ],
}

export const jenjangName: Readonly<Record<string, string>> = {
  pemula: 'Pemula',
  terampil: 'Terampil',
  mahir: 'Mahir',
  penyelia: 'Penyelia',
  ahli_pertama: 'Ahli Pertama',
  ahli_muda: 'Ahli Muda',
  ahli_madya: 'Ahli Madya',
  ahli_utama: 'Ahli Utama',
}
export const jenjangCode: Readonly<Record<string, string>> = {
  pemula: 'PM',
  terampil: 'TR',
  mahir: 'MH',
  penyelia: 'PY',
  ahli_pertama: 'PT',
  ahli_muda: 'MU',
  ahli_madya: 'MA',
  ahli_utama: 'UT',
}
