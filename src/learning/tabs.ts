import type { Language, Words } from '../platform/i18n/index.ts'

type LearnerPage = { href: string; label: Words }

/** What hangs under Belajar, in its order: pages that exist. */
const pages: readonly LearnerPage[] = [{ href: '/jp', label: { id: 'JP', en: 'JP' } }]

/** The tabs of a learner's pages; `current` is the address of the one that is shown. */
export const learnerTabs = (language: Language, current: string) => ({
  label: language === 'id' ? 'Belajar' : 'Learning',
  items: pages.map(one => ({ href: one.href, label: one.label[language], current: one.href === current })),
})

/** Where a learner may go on from here; null where that page does not exist. */
export const learnerPage = (href: string): string | null => (pages.some(one => one.href === href) ? href : null)
