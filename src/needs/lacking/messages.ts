import type { Catalogue } from '../../platform/i18n/index.ts'

const id = {
  title: 'Menjabat tanpa pelatihan yang disyaratkan',
  lead: 'Siapa yang menduduki jabatan tanpa pelatihan atau sertifikat yang diminta standarnya, sejak kapan, dan menurut peraturan mana.',
  figureUnit: 'orang menjabat tanpa pelatihan yang disyaratkan',
  sentence: (mutlak: string, duties: string) =>
    `${mutlak} orang belum memiliki yang Mutlak; ${duties} orang belum memiliki yang diwajibkan peraturan. Satu orang dapat kurang beberapa pelatihan.`,
  team: 'Tim Anda',
  none: 'Semua orang memiliki pelatihan yang disyaratkan, atau standar belum menyebut pelatihan.',
  emptyTitle: 'Tidak ada yang menjabat tanpa pelatihan yang disyaratkan',
  empty:
    'Daftar ini terisi bila standar jabatan menyebut pelatihan atau sertifikat yang tidak ada pada riwayat pelatihan seseorang. Periksa standar jabatan dan impor riwayat pelatihan.',
  toStandards: 'Buka standar jabatan',
  emptyFiltered: 'Tidak ada yang cocok dengan saringan ini.',
  reset: 'Hapus saringan',
  apply: 'Terapkan',
  all: 'Semua',
  search: 'Cari nama, jabatan, atau pelatihan',
  instansi: 'Instansi',
  unit: 'Perangkat daerah',
  importance: 'Kepentingan',
  jenjang: 'Jenjang',
  training: 'Pelatihan atau sertifikat',
  order: 'Urutkan menurut',
  orders: { penting: 'Kepentingan', nama: 'Nama', sejak: 'Terlama menjabat', pelatihan: 'Pelatihan' },
  name: 'Nama',
  jabatan: 'Jabatan',
  since: 'Menjabat sejak',
  unknown: 'tidak diketahui',
  basis: 'Dasar kewajiban',
  kinds: { pelatihan: 'Pelatihan', sertifikat: 'Sertifikat' },
  kind: 'Jenis',
  matching: 'Bagaimana pelatihan dikenali',
  matchingText:
    'Nama pada riwayat pelatihan dicocokkan dengan nama pada standar tanpa memandang ejaan, singkatan dalam kurung, dan angka romawi; nama lain yang setara (misalnya PIM IV untuk PKP) tercantum pada standar. Pengalaman kerja tidak dihitung sebagai pelatihan.',
  export: 'Unduh XLSX',
  trainingCount: (name: string, people: string) => `${name} (${people})`,
}

const en: typeof id = {
  title: 'In post without the training asked for',
  lead: 'Who holds a post without a training or certificate that its standard asks for, since when, and by which act.',
  figureUnit: 'people in post without the training asked for',
  sentence: (mutlak, duties) =>
    `${mutlak} people lack what is absolute; ${duties} people lack what an act demands. One person may lack several.`,
  team: 'Your team',
  none: 'Everybody has the training asked for, or the standards do not name any.',
  emptyTitle: 'Nobody is in post without the training asked for',
  empty:
    'This list fills where the standard of a post names a training or certificate that somebody’s history does not hold. Check the standards, and import training histories.',
  toStandards: 'Open the standards',
  emptyFiltered: 'Nobody matches these filters.',
  reset: 'Clear filters',
  apply: 'Apply',
  all: 'All',
  search: 'Search name, post or training',
  instansi: 'Agency',
  unit: 'Office',
  importance: 'Importance',
  jenjang: 'Jenjang',
  training: 'Training or certificate',
  order: 'Sort by',
  orders: { penting: 'Importance', nama: 'Name', sejak: 'Longest in post', pelatihan: 'Training' },
  name: 'Name',
  jabatan: 'Post',
  since: 'In post since',
  unknown: 'not known',
  basis: 'Basis of the duty',
  kinds: { pelatihan: 'Training', sertifikat: 'Certificate' },
  kind: 'Kind',
  matching: 'How a training is recognised',
  matchingText:
    'Names in a training history are compared with those of the standard whatever their spelling, abbreviations in brackets and roman numbers; other names that count (such as PIM IV for PKP) stand in the standard. Work experience does not count as training.',
  export: 'Download XLSX',
  trainingCount: (name, people) => `${name} (${people})`,
}

export const messages: Catalogue<typeof id> = { id, en }
export type LackingMessages = typeof id
