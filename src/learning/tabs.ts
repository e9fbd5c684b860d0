import type { Language } from '../platform/i18n/index.ts'

const labels = {
  id: { catalogue: 'Katalog', tabs: 'Belajar' },
  en: { catalogue: 'Catalogue', tabs: 'Learning' },
}
const tabs = [{ href: '/katalog', label: 'catalogue' }] as const

/** The pages of one's own learning beside each other: only those that exist. */
export const learnerTabs = (language: Language, current: string) => ({
  label: labels[language].tabs,
  items: tabs.map(tab => ({ href: tab.href, label: labels[language][tab.label], current: tab.href === current })),
})
