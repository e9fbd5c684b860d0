import type { Catalogue } from '../platform/i18n/index.ts'

/** Of workbooks that come back as imports: a sheet and a column are known by these very words, a sheet by the same in both languages. */
const id = {
  jabatanCode: 'Kode jabatan',
  own: 'Standar sendiri',
  ownNote:
    'Hanya yang ditetapkan untuk jabatan itu sendiri; sel kosong mengikuti standar kelasnya. Lembar ini dapat diubah lalu diimpor kembali (jenis Standar kompetensi jabatan).',
  holds: 'Yang berlaku',
  holdsNote: 'Tingkat yang berlaku hari ini, termasuk yang diwariskan.',
  requirements: 'Persyaratan',
  dictionary: 'Kamus',
  requirementsNote:
    'Hanya yang ditetapkan untuk jabatan itu sendiri. Dapat diubah lalu diimpor kembali (jenis Persyaratan jabatan).',
  requirementKind: 'Jenis persyaratan',
  trainingKind: 'Jenis pelatihan',
  requirementName: 'Nama persyaratan',
  also: 'Nama lain',
  months: 'Lama (bulan)',
  mandate: 'Peraturan yang mewajibkan',
}

const en: typeof id = {
  jabatanCode: 'Post code',
  own: id.own,
  ownNote:
    'Only what was set for the post itself; a blank cell follows its class. This sheet can be changed and imported again (kind Competency standards).',
  holds: id.holds,
  holdsNote: 'The levels in force today, what is inherited included.',
  requirements: id.requirements,
  dictionary: id.dictionary,
  requirementsNote: 'Only what was set for the post itself. Can be changed and imported again (kind Requirements of posts).',
  requirementKind: 'Kind of requirement',
  trainingKind: 'Kind of training',
  requirementName: 'Name of the requirement',
  also: 'Other names',
  months: 'Length (months)',
  mandate: 'Act that makes it a duty',
}

export const sheetMessages: Catalogue<typeof id> = { id, en }
