import type { Tabs } from '../ui/index.ts'

const entries = [{ href: '/katalog', label: { id: 'Katalog', en: 'Catalogue' } }] as const

/** The pages of who learns, beside each other. */
export const learnerTabs = (language: 'id' | 'en', current: string): Parameters<typeof Tabs>[0] => ({
  label: { id: 'Belajar', en: 'Learning' }[language],
  items: entries.map(({ href, label }) => ({ href, label: label[language], current: href === current })),
})
