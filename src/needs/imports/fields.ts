import type { Choice, ImportField } from '../../imports/index.ts'
import { jenjangLabels } from '../../people/index.ts'
import { type Jenjang, jenjangCodes } from '../../regulation/index.ts'

export const kinds: readonly Choice[] = [
  { value: 'organisation', label: { id: 'Organisasi', en: 'Organisation' }, names: ['Kebutuhan organisasi'] },
  { value: 'mandate', label: { id: 'Mandat', en: 'Mandate' }, names: ['Mandat peraturan', 'Wajib'] },
]
export const links: readonly Choice[] = [
  { value: '1', label: { id: 'Langsung', en: 'Direct' }, names: ['1', 'Penuh'] },
  { value: '0.5', label: { id: 'Menunjang', en: 'Supporting' }, names: ['0,5', '0.5', '½', 'Tidak langsung'] },
]
export const states: readonly Choice[] = [
  { value: 'draft', label: { id: 'Draf', en: 'Draft' } },
  { value: 'active', label: { id: 'Berlaku', en: 'In force' }, names: ['Aktif'] },
]
export const jenjang: readonly Choice[] = (Object.keys(jenjangCodes) as Jenjang[]).map(value => ({
  value,
  label: { id: jenjangLabels.id[value], en: jenjangLabels.en[value] },
}))

/** The columns of a sheet of stated needs. */
export const fields: readonly ImportField[] = [
  {
    key: 'kind',
    label: { id: 'Jenis', en: 'Kind' },
    headers: ['Jenis Kebutuhan'],
    required: true,
    examples: ['Organisasi', 'Mandat'],
    choices: kinds,
    fixable: true,
  },
  {
    key: 'year',
    label: { id: 'Tahun', en: 'Year' },
    headers: ['Tahun Kebutuhan'],
    required: true,
    examples: [2027, 2027],
    type: 'number',
    fixable: true,
  },
  {
    key: 'title',
    label: { id: 'Kebutuhan', en: 'Need' },
    headers: ['Judul', 'Nama Kebutuhan', 'Uraian'],
    required: true,
    examples: ['Layanan perizinan berbasis risiko di semua kabupaten', 'Sertifikasi pengelola keuangan daerah'],
  },
  {
    key: 'competency',
    label: { id: 'Kompetensi', en: 'Competency' },
    headers: ['Kode Kompetensi', 'Nama Kompetensi'],
    examples: ['T.IZIN.1', 'T.KEU.1'],
    help: { id: 'Kode atau nama, bersama tingkatnya.', en: 'Code or name, with its level.' },
  },
  { key: 'level', label: { id: 'Tingkat', en: 'Level' }, headers: ['Level'], examples: [3, 3], type: 'number' },
  {
    key: 'training',
    label: { id: 'Pelatihan', en: 'Training' },
    headers: ['Pelatihan atau Sertifikat', 'Diklat'],
    examples: ['', ''],
    help: { id: 'Bila bukan kompetensi.', en: 'Where it is no competency.' },
  },
  {
    key: 'jenjang',
    label: { id: 'Jenjang', en: 'Jenjang' },
    headers: ['Jenjang Jabatan'],
    examples: ['Ahli Muda', ''],
    choices: jenjang,
    help: { id: 'Kosong berarti semua jenjang.', en: 'Blank means every jenjang.' },
  },
  {
    key: 'unit',
    label: { id: 'Unit', en: 'Unit' },
    headers: ['Perangkat Daerah', 'OPD', 'Unit Kerja'],
    examples: ['', ''],
    help: { id: 'Kode atau nama; kosong berarti seluruh instansi.', en: 'Code or name; blank means the whole agency.' },
  },
  {
    key: 'number',
    label: { id: 'Jumlah orang', en: 'People' },
    headers: ['Jumlah', 'Orang'],
    examples: ['', 40],
    type: 'number',
    help: { id: 'Kosong berarti semua orang pada jenjang dan unit itu.', en: 'Blank means everybody of that jenjang and unit.' },
  },
  {
    key: 'goal',
    label: { id: 'Kode sasaran', en: 'Goal code' },
    headers: ['Sasaran', 'Kode Tujuan/Sasaran/Program'],
    examples: ['', ''],
    help: {
      id: 'Kode tujuan, sasaran, atau program dalam rencana yang berlaku.',
      en: 'Code of a goal or programme of a plan in force.',
    },
  },
  {
    key: 'plan',
    label: { id: 'Rencana', en: 'Plan' },
    headers: ['Nama Rencana', 'Dokumen Rencana'],
    examples: ['', ''],
    help: { id: 'Bila kode yang sama ada di beberapa rencana.', en: 'Where several plans have the same code.' },
  },
  {
    key: 'goalLink',
    label: { id: 'Kaitan sasaran', en: 'Link with the goal' },
    headers: ['Kaitan'],
    examples: ['', ''],
    choices: links,
    help: { id: 'Langsung atau menunjang; kosong berarti langsung.', en: 'Direct or supporting; blank means direct.' },
  },
  {
    key: 'legalBasis',
    label: { id: 'Dasar hukum', en: 'Legal basis' },
    headers: ['Dasar', 'Peraturan'],
    examples: ['Perda RPJMD 2025–2029', 'UU 1/2022'],
    help: { id: 'Wajib untuk mandat.', en: 'Required of a mandate.' },
  },
  { key: 'note', label: { id: 'Catatan', en: 'Note' }, headers: ['Keterangan'], examples: ['', ''] },
  {
    key: 'state',
    label: { id: 'Keadaan', en: 'State' },
    headers: ['Status'],
    examples: ['Berlaku', 'Draf'],
    choices: states,
    fixable: true,
    help: { id: 'Kosong berarti draf.', en: 'Blank means draft.' },
  },
]
