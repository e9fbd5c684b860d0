import type { CourseMessages } from './messages.ts'

/** The pages of who writes courses. */
export const authorTabs = (m: CourseMessages, current: '/kursus' | '/kursus/program') => ({
  label: m.tabs,
  items: [
    { href: '/kursus', label: m.courses, current: current === '/kursus' },
    { href: '/kursus/program', label: m.programmes, current: current === '/kursus/program' },
  ],
})
