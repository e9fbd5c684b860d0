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
const open: readonly string[] = ['/jp']
export type LearnerPage = (typeof entries)[number]['href']

/** The pages of a learner beside each other. */
export const learnerTabs = (language: Language, current: LearnerPage) => ({
  label: language === 'id' ? 'Belajar' : 'Learning',
  items: entries
    .filter(entry => open.includes(entry.href))
    .map(entry => ({ href: entry.href, label: entry[language], current: entry.href === current })),
})

/** Where a learner may go on from here; null where there is no such page. */
export const learnerPage = (href: LearnerPage): string | null => (open.includes(href) ? href : null)
const labels = {
  id: { catalogue: 'Katalog', tabs: 'Belajar' },
  en: { catalogue: 'Catalogue', tabs: 'Learning' },
}
const tabs = [{ href: '/katalog', label: 'catalogue' }] as const
const labels = {
  id: { mine: 'Belajar saya', tabs: 'Belajar' },
  en: { mine: 'My learning', tabs: 'Learning' },
}
const tabs = [{ href: '/belajar', label: 'mine' }] as const

/** The pages of one's own learning beside each other: only those that exist. */
export const learnerTabs = (language: Language, current: string) => ({
  label: labels[language].tabs,
  items: tabs.map(tab => ({ href: tab.href, label: labels[language][tab.label], current: tab.href === current })),
})
