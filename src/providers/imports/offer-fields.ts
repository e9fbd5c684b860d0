import type { Choice, ImportField } from '../../imports/index.ts'
import { jenjangLabels } from '../../people/index.ts'
import { formEntries, learningForms } from '../../regulation/index.ts'
import { labels } from '../labels.ts'
import { golonganOfPns } from '../rules/golongan.ts'
import { jenjangList } from '../schema.ts'
import { patterns } from '../store/offer.ts'

export const formChoices: readonly Choice[] = learningForms.map(value => ({
  value,
  label: formEntries[value].name,
  names: [formEntries[value].code],
}))
export const patternChoices: readonly Choice[] = patterns.map(value => ({
  value,
  label: { id: labels.id.pattern[value], en: labels.en.pattern[value] },
}))
export const golonganChoices: readonly Choice[] = golonganOfPns.map(value => ({ value, label: { id: value, en: value } }))
export const jenjangNames = new Map(
  jenjangList.flatMap(value =>
    [value, jenjangLabels.id[value], jenjangLabels.en[value]].map(name => [name.toLowerCase(), value] as const),
  ),
)

const field = (
  key: string,
  [id, en]: [string, string],
  headers: readonly string[],
  examples: readonly (string | number)[],
  more: Partial<ImportField> = {},
): ImportField => ({ key, label: { id, en }, headers, examples, ...more })

export const offerImportFields: readonly ImportField[] = [
  field('provider', ['Penyelenggara', 'Provider'], ['Lembaga', 'Institusi', 'Nama lembaga'], ['BPSDM Babel', 'BPSDM Babel'], {
    required: true,
    fixable: false,
    help: { id: 'Nama atau nama singkat di daftar Anda.', en: 'Name or short name in your register.' },
  }),
  field(
    'title',
    ['Judul', 'Title'],
    ['Nama pelatihan', 'Pelatihan', 'Nama diklat', 'Program'],
    ['Pelayanan Publik Prima', 'Bimtek Kearsipan'],
    {
      required: true,
    },
  ),
  field('form', ['Bentuk', 'Form'], ['Bentuk pengembangan kompetensi', 'Jenis'], ['Pelatihan teknis', 'Bimbingan teknis'], {
    required: true,
    fixable: true,
    choices: formChoices,
  }),
  field('pattern', ['Pola', 'Pattern'], ['Pola penyelenggaraan', 'Metode'], ['Klasikal', 'Blended'], {
    fixable: true,
    choices: patternChoices,
    help: { id: 'Kosong berarti klasikal.', en: 'Blank means classroom.' },
  }),
  field('jp', ['JP', 'JP'], ['Jumlah JP', 'Jam pelajaran'], [24, 16], { type: 'number' }),
  field('days', ['Hari', 'Days'], ['Jumlah hari', 'Lama (hari)'], [3, 2], { type: 'number' }),
  field('competencies', ['Kompetensi', 'Competencies'], ['Kompetensi dan tingkat'], ['M.5:3; M.3:2', 'T.ARS.1:2'], {
    help: {
      id: 'Kode, titik dua, tingkat yang dicapai; beberapa dipisah titik koma.',
      en: 'Code, colon, level reached; several are split by semicolons.',
    },
  }),
  field('costParticipant', ['Biaya per peserta', 'Cost each'], ['Biaya', 'Tarif', 'Kontribusi'], [1_250_000, 350_000], {
    help: { id: 'Rupiah bulat. Kosong berarti belum diketahui.', en: 'Whole rupiah. Blank means not known.' },
  }),
  field('costFixed', ['Biaya tetap per kelas', 'Fixed cost a class'], ['Biaya tetap', 'Biaya kelas'], [14_000_000, '']),
  field('seatsMin', ['Peserta paling sedikit', 'Participants, at least'], ['Minimal peserta'], [20, ''], { type: 'number' }),
  field('seatsMax', ['Peserta paling banyak', 'Participants, at most'], ['Kuota', 'Maksimal peserta', 'Kapasitas'], [40, 30], {
    type: 'number',
  }),
  field('place', ['Tempat', 'Place'], ['Lokasi'], ['Pangkalpinang', 'Daring']),
  field('months', ['Bulan', 'Months'], ['Bulan penyelenggaraan', 'Jadwal'], ['Februari, Maret', '9'], {
    help: {
      id: 'Angka atau nama, dipisah koma. Kosong berarti bulan mana saja.',
      en: 'Numbers or names, split by commas. Blank means any.',
    },
  }),
  field(
    'jenjang',
    ['Jenjang yang boleh ikut', 'Classes of post that may join'],
    ['Sasaran peserta', 'Jenjang'],
    ['Pengawas; Ahli Muda', ''],
    {
      help: { id: 'Dipisah titik koma. Kosong berarti semua.', en: 'Split by semicolons. Blank means all.' },
    },
  ),
  field('golonganFrom', ['Golongan paling rendah', 'Rank, at least'], ['Golongan minimal', 'Golongan'], ['III/b', ''], {
    choices: golonganChoices,
  }),
  field('maxAge', ['Usia paling tinggi', 'Age, at most'], ['Usia maksimal', 'Batas usia'], [55, ''], { type: 'number' }),
  field('programme', ['Program yang harus terakreditasi', 'Programme that must be accredited'], ['Program akreditasi'], ['', '']),
  field('summary', ['Ringkasan', 'Summary'], ['Deskripsi', 'Keterangan'], ['', '']),
  field('source', ['Sumber', 'Source'], ['Dasar', 'Referensi'], ['Surat penawaran 12/2026', '']),
]
