import type { Language } from '../platform/i18n/index.ts'

const entries = [
  { href: '/belajar', id: 'Belajar saya', en: 'My learning' },
  { href: '/katalog', id: 'Katalog', en: 'Catalogue' },
  { href: '/jp', id: 'JP', en: 'JP' },
  { href: '/klaim', id: 'Klaim', en: 'Claims' },
  { href: '/kegiatan', id: 'Kegiatan', en: 'Activities' },
  { href: '/komunitas', id: 'Komunitas', en: 'Communities' },
] as const
/** Those that there are. */
const open: readonly string[] = ['/klaim']
export type LearnerPage = (typeof entries)[number]['href']

/** The pages of a learner beside each other. */
export const learnerTabs = (language: Language, current: LearnerPage) => ({
  label: language === 'id' ? 'Belajar' : 'Learning',
  items: entries
    .filter(entry => open.includes(entry.href))
    .map(entry => ({ href: entry.href, label: entry[language], current: entry.href === current })),
})
