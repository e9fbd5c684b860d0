import type { Catalogue } from '../../platform/i18n/index.ts'
import type { Grouping } from './store/report.ts'

const id = {
  by: 'Menurut',
  names: { kursus: 'Pembelajaran', pengajar: 'Pengajar', penyelenggara: 'Penyelenggara' } satisfies Record<Grouping, string>,
  year: 'Tahun kelas berakhir',
  everyYear: 'Semua tahun',
  ended: (year: string) => `Kelas yang berakhir pada ${year}`,
  endedEver: 'Kelas dari semua tahun',
  none: (year: string) => `Tidak ada kelas yang berakhir pada ${year}`,
  noneWhat: 'Pilih tahun lain, atau semua tahun.',
  classes: 'Kelas',
  finished: 'Peserta selesai',
  search: 'Terapkan',
  searchName: 'Cari nama',
  reset: 'Hapus saringan',
  notFound: 'Tidak ada yang cocok',
  notFoundWhat: 'Coba kata atau tahun lain, atau hapus saringan.',
  export: 'Unduh XLSX',
}

const en: typeof id = {
  by: 'By',
  names: { kursus: 'Learning', pengajar: 'Trainer', penyelenggara: 'Provider' },
  year: 'Year in which the class ended',
  everyYear: 'Every year',
  ended: year => `Classes that ended in ${year}`,
  endedEver: 'Classes of every year',
  none: year => `No class ended in ${year}`,
  noneWhat: 'Choose another year, or every year.',
  classes: 'Classes',
  finished: 'Participants who finished',
  search: 'Apply',
  searchName: 'Search a name',
  reset: 'Clear filters',
  notFound: 'Nothing matches',
  notFoundWhat: 'Try another word or year, or clear the filters.',
  export: 'Download XLSX',
}

/** The words that the reports on classes share. */
export const reportMessages: Catalogue<typeof id> = { id, en }
export type ReportMessages = typeof id
