import type { Language } from '../platform/i18n/index.ts'

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
