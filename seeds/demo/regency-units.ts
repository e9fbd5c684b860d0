import type { OpdSpec } from './province-units.ts'

type Regency = {
  /** What the personnel and planning offices are called here: code, full name. */
  personnel: [code: string, name: string]
  planning: [code: string, name: string]
  kecamatan: string[]
  puskesmas: string[]
  /** Lower secondary and primary schools. */
  smp: string[]
  sd: string[]
  extra: OpdSpec[]
}

const personnelD: [string, string] = ['BKPSDMD', 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Daerah']
const personnel: [string, string] = ['BKPSDM', 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia']
const planning: [string, string] = ['BAPPEDA', 'Badan Perencanaan Pembangunan Daerah']
const planningRida: [string, string] = ['BAPPERIDA', 'Badan Perencanaan Pembangunan, Riset dan Inovasi Daerah']

const dinas = (code: string, name: string, urusan: string, bidang: string[]): OpdSpec => ({
  kind: 'dinas',
  code,
  name,
  urusan,
  bidang,
})
const tourism = dinas('DISPAR', 'Dinas Pariwisata dan Kebudayaan', 'pariwisata', ['Destinasi Wisata', 'Kebudayaan'])
const fishery = dinas('DISKAN', 'Dinas Perikanan', 'kelautan', ['Perikanan Tangkap', 'Budidaya'])
const trade = dinas('DISPERINDAG', 'Dinas Perdagangan, Koperasi dan UKM', 'perdagangan', ['Perdagangan', 'Koperasi dan UKM'])

export const regencies: Readonly<Record<string, Regency>> = {
  '19.01': {
    personnel: personnelD,
    planning,
    kecamatan: ['Sungailiat', 'Belinyu'],
    puskesmas: ['Sungailiat', 'Belinyu', 'Kenanga', 'Sinar Baru', 'Petaling'],
    smp: ['1 Sungailiat', '2 Sungailiat', '1 Belinyu', '1 Mendo Barat'],
    sd: ['3 Sungailiat', '5 Belinyu', '2 Merawang'],
    extra: [fishery],
  },
  '19.02': {
    personnel,
    planning: planningRida,
    kecamatan: ['Tanjungpandan', 'Sijuk'],
    puskesmas: ['Tanjungpandan', 'Air Saga', 'Membalong', 'Badau'],
    smp: ['1 Tanjungpandan', '3 Tanjungpandan', '1 Sijuk', '1 Badau'],
    sd: ['4 Tanjungpandan', '7 Membalong', '2 Sijuk'],
    extra: [tourism],
  },
  '19.03': {
    personnel: personnelD,
    planning,
    kecamatan: ['Muntok', 'Jebus'],
    puskesmas: ['Muntok', 'Jebus', 'Kelapa', 'Tempilang', 'Sekar Biru'],
    smp: ['1 Muntok', '2 Muntok', '1 Kelapa', '1 Jebus'],
    sd: ['8 Muntok', '3 Simpang Teritip'],
    extra: [fishery],
  },
  '19.04': {
    personnel: personnelD,
    planning: ['BAPELITBANGDA', 'Badan Perencanaan, Penelitian dan Pengembangan Daerah'],
    kecamatan: ['Koba', 'Pangkalan Baru'],
    puskesmas: ['Koba', 'Namang', 'Simpang Katis', 'Lubuk Besar', 'Benteng'],
    smp: ['1 Koba', '1 Namang', '2 Pangkalan Baru'],
    sd: ['6 Koba', '4 Sungai Selan', '1 Lubuk Besar'],
    extra: [trade],
  },
  '19.05': {
    personnel: ['BKPP', 'Badan Kepegawaian, Pendidikan dan Pelatihan'],
    planning: ['BAPPELITBANGDA', 'Badan Perencanaan Pembangunan, Penelitian dan Pengembangan Daerah'],
    kecamatan: ['Toboali', 'Air Gegas'],
    puskesmas: ['Toboali', 'Air Gegas', 'Payung', 'Tanjung Labu'],
    smp: ['1 Toboali', '2 Toboali', '1 Payung', '1 Air Gegas'],
    sd: ['9 Toboali', '2 Simpang Rimba'],
    extra: [fishery],
  },
  '19.06': {
    personnel,
    planning: planningRida,
    kecamatan: ['Manggar', 'Gantung'],
    puskesmas: ['Manggar', 'Gantung', 'Kelapa Kampit', 'Dendang'],
    smp: ['1 Manggar', '1 Gantung', '1 Kelapa Kampit'],
    sd: ['5 Manggar', '6 Gantung', '2 Dendang'],
    extra: [tourism],
  },
  '19.71': {
    personnel: personnelD,
    planning: planningRida,
    kecamatan: ['Taman Sari', 'Gerunggang'],
    puskesmas: ['Melintang', 'Gerunggang', 'Pasir Putih', 'Girimaya', 'Selindung', 'Kacang Pedang'],
    smp: ['1 Pangkalpinang', '2 Pangkalpinang', '3 Pangkalpinang', '5 Pangkalpinang'],
    sd: ['12 Pangkalpinang', '30 Pangkalpinang'],
    extra: [trade],
  },
}

export const regencyBagian: readonly { code: string; name: string; urusan: string }[] = [
  { code: 'TAPEM', name: 'Tata Pemerintahan', urusan: 'umum' },
  { code: 'HUKUM', name: 'Hukum', urusan: 'umum' },
  { code: 'PBJ', name: 'Pengadaan Barang dan Jasa', urusan: 'pengadaan' },
  { code: 'ORG', name: 'Organisasi', urusan: 'kepegawaian' },
  { code: 'UMUM', name: 'Umum', urusan: 'umum' },
  { code: 'PROKOPIM', name: 'Protokol dan Komunikasi Pimpinan', urusan: 'komunikasi' },
]

/** The offices of a kabupaten or kota, about eighteen. */
export function regencyOpd(regency: Regency): OpdSpec[] {
  return [
    { kind: 'setda', code: 'SETDA', name: 'Sekretariat Daerah', urusan: 'umum', bidang: [] },
    { kind: 'setwan', code: 'SETWAN', name: 'Sekretariat DPRD', urusan: 'umum', bidang: ['Persidangan', 'Keuangan'] },
    { kind: 'inspektorat', code: 'ITDA', name: 'Inspektorat Daerah', urusan: 'pengawasan', bidang: ['Wilayah I', 'Wilayah II'] },
    {
      kind: 'badan',
      code: regency.planning[0],
      name: regency.planning[1],
      urusan: 'perencanaan',
      bidang: ['Pemerintahan dan Pembangunan Manusia', 'Perekonomian dan Infrastruktur'],
    },
    {
      kind: 'badan',
      code: regency.personnel[0],
      name: regency.personnel[1],
      urusan: 'kepegawaian',
      bidang: ['Mutasi dan Informasi Kepegawaian', 'Pengembangan Kompetensi', 'Kinerja dan Disiplin'],
    },
    {
      kind: 'badan',
      code: 'BPKAD',
      name: 'Badan Pengelolaan Keuangan dan Aset Daerah',
      urusan: 'keuangan',
      bidang: ['Anggaran', 'Perbendaharaan dan Akuntansi', 'Aset'],
    },
    dinas('DISDIK', 'Dinas Pendidikan', 'pendidikan', ['Pembinaan SD', 'Pembinaan SMP', 'Ketenagaan']),
    dinas('DINKES', 'Dinas Kesehatan', 'kesehatan', ['Kesehatan Masyarakat', 'Pelayanan Kesehatan']),
    {
      kind: 'rsud',
      code: 'RSUD',
      name: 'Rumah Sakit Umum Daerah',
      urusan: 'kesehatan',
      bidang: ['Pelayanan', 'Keperawatan'],
      size: 2.5,
    },
    dinas('PUPR', 'Dinas Pekerjaan Umum, Penataan Ruang dan Perumahan', 'pekerjaan_umum', [
      'Bina Marga',
      'Cipta Karya',
      'Penataan Ruang',
    ]),
    dinas('DINSOS', 'Dinas Sosial, Pemberdayaan Perempuan dan Desa', 'sosial', ['Perlindungan Sosial', 'Pemberdayaan Perempuan']),
    dinas('DPKP', 'Dinas Pertanian dan Pangan', 'pertanian', ['Penyuluhan', 'Tanaman Pangan dan Perkebunan']),
    dinas('DISHUB', 'Dinas Perhubungan', 'perhubungan', ['Lalu Lintas', 'Angkutan']),
    dinas('DISKOMINFO', 'Dinas Komunikasi, Informatika dan Statistik', 'komunikasi', ['Informasi Publik', 'Informatika']),
    dinas('DPMPTSP', 'Dinas Penanaman Modal dan PTSP', 'perizinan', ['Penanaman Modal', 'Pelayanan Perizinan']),
    dinas('DLH', 'Dinas Lingkungan Hidup', 'lingkungan', ['Pengelolaan Sampah', 'Pengendalian Pencemaran']),
    dinas('DISDUKCAPIL', 'Dinas Kependudukan dan Pencatatan Sipil', 'kependudukan', ['Pendaftaran Penduduk', 'Pencatatan Sipil']),
    dinas('SATPOLPP', 'Satuan Polisi Pamong Praja', 'ketertiban', ['Ketertiban Umum', 'Pemadam Kebakaran']),
    ...regency.extra,
    ...regency.kecamatan.map(
      (name): OpdSpec => ({
        kind: 'kecamatan',
        code: `KEC-${name.replaceAll(' ', '').toUpperCase()}`,
        name: `Kecamatan ${name}`,
        urusan: 'umum',
        bidang: [],
      }),
    ),
  ]
}
