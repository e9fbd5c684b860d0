import type { Messages } from './messages.ts'

/** The parts of a class beside each other; what only who holds it may open stands behind `held`. */
export const classTabs = (m: Messages, id: number, current: 'ringkasan' | 'peserta', held: boolean) =>
  [
    { key: 'ringkasan', href: `/kelas/${id}`, label: m.overview, shown: true },
    { key: 'peserta', href: `/kelas/${id}/peserta`, label: m.people, shown: held },
  ]
    .filter(tab => tab.shown)
    .map(({ key, href, label }) => ({ href, label, current: key === current }))
