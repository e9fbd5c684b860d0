import type { Catalogue } from '../platform/i18n/index.ts'

const id = {
  classes: 'Standar kelas jabatan',
  classesLead:
    'Berlaku bagi setiap jabatan yang tidak mengatur lain. Satu baris satu jenjang; pilih baris untuk melihat atau mengubahnya. Rumpun berarti semua jabatan fungsional yang namanya diawali kata itu.',
  classesCount: 'Kelas ditetapkan sendiri',
  classesSentence: 'Selebihnya mengikuti instansi yang membina dan bawaan nasional.',
  classesNone: 'Semuanya mengikuti instansi yang membina dan bawaan nasional.',
  nation: 'Nasional (bawaan)',
  urusan: 'Urusan',
  urusanNone: 'Tanpa urusan tertentu',
  family: 'Rumpun jabatan fungsional',
  familyExample: 'misalnya Auditor',
  madya: 'JPT Madya: sumber-sumber menyebut tingkat 4 atau 5. Yang dipakai sekarang 4, belum diverifikasi.',
  legend: {
    unverified: 'bawaan, belum diverifikasi',
    verified: 'bawaan',
    inherited: 'diwariskan instansi lain',
    own: 'ditetapkan instansi ini',
  },
  columns: 'Arti kode kompetensi',
  noColumns: 'Belum ada standar kelas.',
  ownClasses: 'Kelas yang ditetapkan sendiri',
  noOwnClasses: 'Belum ada. Pilih satu jenjang di atas, lalu ubah standarnya.',
  noOwnClassesHere: 'Tidak ada untuk urusan atau rumpun yang dipilih.',
  className: 'Kelas',
  familyInvalid: 'Rumpun hanya untuk jabatan fungsional, dan tidak bersama urusan.',
}

const en: typeof id = {
  classes: 'Standards of classes',
  classesLead:
    'They hold for every post that says nothing else. One row a class; choose a row to see or change it. A family is every functional post whose name begins with that word.',
  classesCount: 'Classes set here',
  classesSentence: 'The others follow who guides and the national defaults.',
  classesNone: 'All follow who guides and the national defaults.',
  nation: 'National (default)',
  urusan: 'Affair',
  urusanNone: 'No particular affair',
  family: 'Family of functional posts',
  familyExample: 'such as Auditor',
  madya: 'JPT Madya: sources say level 4 or 5. Level 4 is used now, not verified.',
  legend: {
    unverified: 'default, not verified',
    verified: 'default',
    inherited: 'inherited from another agency',
    own: 'set by this agency',
  },
  columns: 'What the codes stand for',
  noColumns: 'No standards of classes yet.',
  ownClasses: 'Classes set here',
  noOwnClasses: 'None yet. Choose a class above, then edit its standard.',
  noOwnClassesHere: 'None for the affair or family chosen.',
  className: 'Class',
  familyInvalid: 'A family is for functional posts only, and not together with an affair.',
}

export const classMessages: Catalogue<typeof id> = { id, en }
export type ClassMessages = typeof id
