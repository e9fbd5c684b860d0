import type { ImportField } from '../../imports/index.ts'
import { educations, employments, sexes, statuses } from './choices.ts'
import { nipField } from './persons.ts'

/** The columns of a roster; the capitals are those of the SIASN export. */
export const pegawaiFields: readonly ImportField[] = [
  nipField,
  {
    key: 'name',
    label: { id: 'Nama', en: 'Name' },
    headers: ['NAMA', 'Nama Lengkap', 'Nama Pegawai', 'Nama ASN', 'PNS NAMA'],
    help: { id: 'Wajib untuk pegawai baru.', en: 'Needed for a new employee.' },
    examples: ['Siti Rahmawati', 'Budi Santoso'],
  },
  { key: 'titleBefore', label: { id: 'Gelar depan', en: 'Title before' }, headers: ['GELAR DEPAN'], examples: ['dr.', ''] },
  {
    key: 'titleAfter',
    label: { id: 'Gelar belakang', en: 'Title after' },
    headers: ['GELAR BELAKANG'],
    examples: ['M.Kes.', 'S.E.'],
  },
  {
    key: 'employment',
    label: { id: 'Status kepegawaian', en: 'Kind of employment' },
    headers: [
      'STATUS CPNS PNS',
      'STATUS CPNS/PNS',
      'Status ASN',
      'Jenis kepegawaian',
      'Jenis ASN',
      'Jenis Pegawai ASN',
      'Status Pegawai',
    ],
    help: {
      id: 'PNS, CPNS, PPPK, atau PPPK paruh waktu. Bila kosong untuk pegawai baru, mengikuti golongan: III/a berarti PNS, IX berarti PPPK.',
      en: 'PNS, CPNS, PPPK or part-time PPPK. Where blank for a new employee, the rank tells: III/a means PNS, IX means PPPK.',
    },
    examples: ['PNS', 'PNS'],
    choices: employments,
    fixable: true,
  },
  {
    key: 'status',
    label: { id: 'Kedudukan hukum', en: 'Legal standing' },
    headers: ['KEDUDUKAN HUKUM NAMA', 'KEDUDUKAN HUKUM', 'Kedudukan', 'KEDUDUKAN HUKUM ID'],
    help: { id: 'Kosong berarti aktif untuk pegawai baru.', en: 'Blank means active for a new employee.' },
    examples: ['Aktif', 'Tugas belajar'],
    choices: statuses,
  },
  {
    key: 'sex',
    label: { id: 'Jenis kelamin', en: 'Sex' },
    headers: ['JENIS KELAMIN', 'JK', 'L/P', 'Kelamin'],
    help: { id: 'Bila kosong, diambil dari NIP.', en: 'Where blank, taken from the NIP.' },
    examples: ['Laki-laki', 'Perempuan'],
    choices: sexes,
  },
  {
    key: 'birthDate',
    label: { id: 'Tanggal lahir', en: 'Birth date' },
    headers: ['TANGGAL LAHIR', 'TGL LAHIR', 'Tgl. Lahir'],
    help: { id: 'Hari-bulan-tahun. Bila kosong, diambil dari NIP.', en: 'Day-month-year. Where blank, taken from the NIP.' },
    examples: ['1990-01-01', '1985-05-17'],
    type: 'date',
  },
  {
    key: 'golongan',
    label: { id: 'Golongan', en: 'Rank' },
    headers: ['GOL AKHIR NAMA', 'GOL RUANG', 'Golongan Ruang', 'Gol/Ruang', 'GOLONGAN AKHIR', 'Gol.'],
    help: { id: 'Misalnya III/a untuk PNS, IX untuk PPPK.', en: 'Such as III/a for PNS, IX for PPPK.' },
    examples: ['III/b', 'III/d'],
  },
  {
    key: 'education',
    label: { id: 'Pendidikan', en: 'Education' },
    headers: ['TINGKAT PENDIDIKAN NAMA', 'TINGKAT PENDIDIKAN', 'Pendidikan Terakhir', 'Jenjang Pendidikan'],
    examples: ['S-2', 'S-1'],
    choices: educations,
  },
  {
    key: 'jabatanCode',
    label: { id: 'Kode jabatan', en: 'Post code' },
    headers: ['KODE JABATAN', 'Kode Jabatan Instansi'],
    help: { id: 'Lebih pasti daripada nama.', en: 'Surer than the name.' },
    examples: ['DINKES-KB1', ''],
  },
  {
    key: 'jabatan',
    label: { id: 'Nama jabatan', en: 'Post' },
    headers: ['JABATAN NAMA', 'Jabatan', 'NAMA JABATAN'],
    examples: ['Kepala Bidang Kesehatan Masyarakat', 'Analis Keuangan'],
  },
  {
    key: 'tmtJabatan',
    label: { id: 'TMT jabatan', en: 'In post since' },
    headers: ['TMT JABATAN', 'TMT Jab', 'Tanggal Mulai Jabatan'],
    help: {
      id: 'Bila kosong, jabatan baru dicatat mulai hari impor.',
      en: 'Where blank, a new post counts from the day of the import.',
    },
    examples: ['2024-03-01', '2022-01-03'],
    type: 'date',
  },
  {
    key: 'unit',
    label: { id: 'Unit', en: 'Unit' },
    headers: ['UNOR NAMA', 'Unit Kerja', 'Unit Organisasi', 'Kode Unit', 'Nama Unit', 'SATUAN KERJA NAMA'],
    help: { id: 'Kode atau nama. Wajib bila jabatan tidak diisi.', en: 'Code or name. Needed where no post is given.' },
    examples: ['Bidang Kesehatan Masyarakat', 'Sekretariat'],
  },
  {
    key: 'unitParent',
    label: { id: 'Unit induk', en: 'Parent unit' },
    headers: ['UNOR INDUK NAMA', 'UNOR INDUK', 'OPD', 'Perangkat Daerah', 'SKPD', 'UNIT INDUK NAMA'],
    help: { id: 'Membedakan unit yang namanya sama.', en: 'Tells units of the same name apart.' },
    examples: ['Dinas Kesehatan', 'Dinas Pendidikan'],
  },
  {
    key: 'previousNip',
    label: { id: 'NIP sebelumnya', en: 'Previous NIP' },
    headers: ['NIP Sebelumnya', 'NI PPPK Lama', 'NI PPPK Sebelumnya'],
    help: {
      id: 'Hanya bila NIP seseorang berganti (PPPK kontrak baru, atau PPPK menjadi PNS): NIP 18 angka yang lama.',
      en: "Only where a person's NIP changed (a new PPPK contract, or PPPK to PNS): the old 18 digits.",
    },
    examples: ['', ''],
  },
]

/** Column names that only the SIASN export has. */
export const siasnHeaders = [
  'PNS ID',
  'NIP BARU',
  'NIP LAMA',
  'STATUS CPNS PNS',
  'KEDUDUKAN HUKUM NAMA',
  'GOL AKHIR NAMA',
  'GOL AWAL NAMA',
  'TMT GOLONGAN',
  'JENIS JABATAN NAMA',
  'JABATAN NAMA',
  'TMT JABATAN',
  'TINGKAT PENDIDIKAN NAMA',
  'PENDIDIKAN NAMA',
  'UNOR NAMA',
  'INSTANSI INDUK NAMA',
]
