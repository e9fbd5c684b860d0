import type { Catalogue } from '../../platform/i18n/index.ts'
import type { AccountState } from './store.ts'

const id = {
  found: 'Akun ditemukan',
  lacking: (count: string, instansi: string) => `${count} pegawai ${instansi} belum punya akun.`,
  allHave: (instansi: string) => `Semua pegawai ${instansi} sudah punya akun.`,
  everywhere: 'Pilih instansi untuk melihat siapa yang belum punya akun.',
  openMany: 'Buka akun massal',
  export: 'Unduh XLSX',
  all: 'Semua',
  reset: 'Hapus saringan',
  none: 'Belum ada akun',
  noneWhat: 'Buka akun pertama, atau buka sekaligus bagi semua pegawai.',
  noMatch: 'Tidak ada akun yang cocok',
  noMatchWhat: 'Tidak ada akun yang cocok dengan saringan ini. Longgarkan saringannya, atau periksa ejaannya.',
  states: { open: 'Terbuka', unused: 'Belum pernah dipakai', closed: 'Ditutup' } satisfies Record<AccountState, string>,
  exportNote: (date: string) => `Keadaan ${date}. Peran pegawai dan atasan mengikuti jabatan.`,
  exportTooLarge: (most: string) =>
    `Lebih dari ${most} akun cocok, terlalu banyak untuk satu berkas. Saring per instansi, lalu unduh.`,
  trail: 'Lihat jejaknya',
}

const en: typeof id = {
  found: 'Accounts found',
  lacking: (count, instansi) => `${count} people of ${instansi} have no account yet.`,
  allHave: instansi => `Everybody of ${instansi} has an account.`,
  everywhere: 'Choose an agency to see who has no account yet.',
  openMany: 'Open accounts for many',
  export: 'Download XLSX',
  all: 'All',
  reset: 'Clear filters',
  none: 'No accounts yet',
  noneWhat: 'Open the first account, or open them for everybody at once.',
  noMatch: 'No account matches',
  noMatchWhat: 'No account fits this filter. Loosen it, or check the spelling.',
  states: { open: 'Open', unused: 'Never used', closed: 'Closed' },
  exportNote: date => `As of ${date}. Civil servant and line manager follow from the post.`,
  exportTooLarge: most => `More than ${most} accounts match, too many for one file. Filter by agency, then download.`,
  trail: 'See its trail',
}

export const accountMessages: Catalogue<typeof id> = { id, en }
export type AccountMessages = typeof id
