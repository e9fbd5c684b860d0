import type { Choice, ImportField } from '../../imports/index.ts'
import { openingLabels } from '../courses/labels.ts'
import { openings } from '../courses/rules/version.ts'
import { byItsName, formChoices } from './form-choices.ts'

export const courseForms: readonly Choice[] = formChoices.filter(one => one.value !== byItsName)
export const openingChoices: readonly Choice[] = openings.map(value => ({
  value,
  label: { id: openingLabels.id[value], en: openingLabels.en[value] },
  names: { instansi: ['Instansi', 'Internal'], guided: ['Binaan', 'Yang dibina'], all: ['Semua', 'Umum'] }[value],
}))
export const yesChoices: readonly Choice[] = [
  { value: 'ya', label: { id: 'Ya', en: 'Yes' }, names: ['y', '1'] },
  { value: 'tidak', label: { id: 'Tidak', en: 'No' }, names: ['t', 'n', '0'] },
]

export const courseImportFields: readonly ImportField[] = [
  {
    key: 'provider',
    label: { id: 'Penyelenggara', en: 'Provider' },
    headers: ['Lembaga', 'Institusi', 'Nama lembaga'],
    required: true,
    help: { id: 'Nama atau nama singkat di daftar Anda.', en: 'Name or short name in your register.' },
    examples: ['BPSDM Babel', 'BPSDM Babel'],
  },
  {
    key: 'code',
    label: { id: 'Kode', en: 'Code' },
    headers: ['Kode kursus', 'Kode pelatihan'],
    required: true,
    help: {
      id: 'Huruf, angka, dan tanda hubung; menandai kursus yang sama.',
      en: 'Letters, digits and hyphens; says which course it is.',
    },
    examples: ['PRIMA-01', 'ARSIP-DASAR'],
  },
  {
    key: 'title',
    label: { id: 'Judul', en: 'Title' },
    headers: ['Nama kursus', 'Nama pelatihan', 'Pelatihan', 'Kursus'],
    required: true,
    examples: ['Pelayanan Publik Prima', 'Pengelolaan Arsip Dinamis'],
  },
  {
    key: 'form',
    label: { id: 'Bentuk', en: 'Form' },
    headers: ['Bentuk pengembangan kompetensi', 'Jenis'],
    required: true,
    fixable: true,
    choices: courseForms,
    examples: ['Pelatihan teknis', 'Bimbingan teknis'],
  },
  {
    key: 'jp',
    label: { id: 'JP', en: 'JP' },
    headers: ['Jumlah JP', 'Jam pelajaran'],
    type: 'number',
    help: { id: 'Kosong berarti jumlah JP kurikulumnya.', en: 'Blank means the sum of its curriculum.' },
    examples: [10, 16],
  },
  {
    key: 'competencies',
    label: { id: 'Kompetensi', en: 'Competencies' },
    headers: ['Kompetensi dan tingkat'],
    help: {
      id: 'Kode, titik dua, tingkat yang dicapai; beberapa dipisah titik koma.',
      en: 'Code, colon, level reached; several are split by semicolons.',
    },
    examples: ['M.5:3; M.3:2', 'T.ARS.1:2'],
  },
  {
    key: 'subjects',
    label: { id: 'Kurikulum', en: 'Curriculum' },
    headers: ['Mata pelatihan', 'Mata pelajaran', 'Materi'],
    help: {
      id: 'Mata pelatihan, titik dua, JP; beberapa dipisah titik koma atau baris baru.',
      en: 'Subject, colon, JP; several are split by semicolons or lines.',
    },
    examples: ['Etika pelayanan: 4; Standar pelayanan: 6', 'Penciptaan: 6; Pemberkasan: 6; Penyusutan: 4'],
  },
  {
    key: 'summary',
    label: { id: 'Ringkasan', en: 'Summary' },
    headers: ['Deskripsi', 'Keterangan'],
    examples: ['Melayani warga dengan standar yang jelas.', ''],
  },
  {
    key: 'audience',
    label: { id: 'Untuk siapa', en: 'Who it is for' },
    headers: ['Sasaran', 'Sasaran peserta', 'Peserta'],
    examples: ['Petugas loket', ''],
  },
  {
    key: 'costParticipant',
    label: { id: 'Biaya per peserta', en: 'Cost each' },
    headers: ['Biaya', 'Tarif', 'Kontribusi'],
    help: { id: 'Rupiah bulat. Kosong berarti belum diketahui.', en: 'Whole rupiah. Blank means not known.' },
    examples: [0, '1.250.000'],
  },
  {
    key: 'programme',
    label: { id: 'Program yang harus terakreditasi', en: 'Programme that must be accredited' },
    headers: ['Program akreditasi'],
    examples: ['', ''],
  },
  {
    key: 'openTo',
    label: { id: 'Terbuka untuk', en: 'Open to' },
    headers: ['Dibuka untuk', 'Peserta dari'],
    fixable: true,
    choices: openingChoices,
    help: { id: 'Kosong berarti pegawai instansi ini.', en: 'Blank means people of this agency.' },
    examples: ['Semua instansi', ''],
  },
  {
    key: 'inForce',
    label: { id: 'Langsung berlaku', en: 'In force at once' },
    headers: ['Berlaku', 'Berlakukan'],
    fixable: true,
    choices: yesChoices,
    help: {
      id: 'Ya: tampil di katalog begitu ditulis. Kosong: menjadi rancangan yang Anda periksa dahulu.',
      en: 'Yes: in the catalogue as soon as it is written. Blank: a draft that you look at first.',
    },
    examples: ['Ya', ''],
  },
]
