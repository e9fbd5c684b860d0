import type { Catalogue } from '../platform/i18n/index.ts'

const id = {
  figure: 'dari yang dinilai di bawah standar',
  sentence: (below: string, assessed: string, required: string) =>
    `${below} dari ${assessed} orang yang sudah dinilai; diminta dari ${required} orang.`,
  nobodyAssessed: (required: string) => `Diminta dari ${required} orang; belum seorang pun dinilai.`,
  none: 'Tidak ada orang yang cocok dengan saringan ini.',
  nobody: 'Kompetensi ini tidak diminta dari siapa pun di unit ini.',
  search: 'Cari nama atau NIP',
  state: 'Keadaan',
  states: { below: 'Di bawah standar', met: 'Memenuhi standar', unknown: 'Belum dinilai' },
  order: 'Urutan',
  orders: { kesenjangan: 'Kesenjangan terlebar', nama: 'Nama', unit: 'Unit' },
  export: 'Unduh XLSX',
  sheet: 'Orang',
  heatSheet: 'Peta kesenjangan',
  code: 'Kode',
  asked: 'Diminta dari',
  assessed: 'Sudah dinilai',
  below: 'Di bawah standar',
  missing: 'Tingkat yang kurang',
  share: 'Bagian di bawah standar',
}

const en: typeof id = {
  figure: 'of those assessed are below the standard',
  sentence: (below, assessed, required) => `${below} of ${assessed} people assessed; asked of ${required} people.`,
  nobodyAssessed: required => `Asked of ${required} people; nobody has been assessed yet.`,
  none: 'Nobody matches this filter.',
  nobody: 'This competency is asked of nobody in this unit.',
  search: 'Search name or NIP',
  state: 'State',
  states: { below: 'Below the standard', met: 'At the standard', unknown: 'Not assessed' },
  order: 'Order',
  orders: { kesenjangan: 'Widest gap', nama: 'Name', unit: 'Unit' },
  export: 'Download XLSX',
  sheet: 'People',
  heatSheet: 'Gap map',
  code: 'Code',
  asked: 'Asked of',
  assessed: 'Assessed',
  below: 'Below the standard',
  missing: 'Levels missing',
  share: 'Share below the standard',
}

export const messages: Catalogue<typeof id> = { id, en }
export type CellMessages = typeof id
