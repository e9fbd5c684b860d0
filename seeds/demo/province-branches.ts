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
