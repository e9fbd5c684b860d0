import type { Language } from '../platform/i18n/index.ts'

const entries = [
  { href: '/belajar', id: 'Belajar saya', en: 'My learning' },
  { href: '/belajar/untuk-saya', id: 'Sesuai kesenjangan', en: 'For my gaps' },
  { href: '/katalog', id: 'Katalog', en: 'Catalogue' },
  { href: '/jp', id: 'JP', en: 'JP' },
  { href: '/klaim', id: 'Klaim', en: 'Claims' },
  { href: '/kegiatan', id: 'Kegiatan', en: 'Activities' },
  { href: '/komunitas', id: 'Komunitas', en: 'Communities' },
  { href: '/evaluasi', id: 'Evaluasi', en: 'Evaluation' },
] as const
export type LearnerPage = (typeof entries)[number]['href']

/** The pages of a learner beside each other. */
export const learnerTabs = (language: Language, current: LearnerPage) => ({
  label: language === 'id' ? 'Belajar' : 'Learning',
  items: entries.map(entry => ({ href: entry.href, label: entry[language], current: entry.href === current })),
})
