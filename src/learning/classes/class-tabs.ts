import type { Language } from '../../platform/i18n/index.ts'
import { messages } from './messages.ts'
import { messages as runMessages } from './run/messages.ts'

/** As what somebody looks at a class: who holds it, who is in it, and everybody else. */
export type Looking = 'holder' | 'participant' | 'other'

/** The parts of a class beside each other. */
export function classTabs(id: number, current: 'ringkasan' | 'peserta', as: Looking, dated: boolean, language: Language) {
  const m = messages[language]
  const run = runMessages[language]
  const home = { path: '', key: 'ringkasan', label: m.overview }
  const people = { path: '/peserta', key: 'peserta', label: m.people }
  const timetable = { path: '/jadwal', key: '', label: run.timetable }
  const materials = { path: '/bahan', key: '', label: run.materials }
  const holder = [
    home,
    people,
    timetable,
    { path: '/hadir', key: '', label: run.attendance },
    materials,
    { path: '/nilai', key: '', label: run.results },
    { path: '/penutupan', key: '', label: run.closing },
    { path: '/surat', key: '', label: run.letters },
  ]
  const parts = {
    holder: dated ? holder : [home, people],
    participant: dated ? [home, timetable, materials] : [home],
    other: [home],
  }
  return parts[as].map(({ path, key, label }) => ({ href: `/kelas/${id}${path}`, label, current: key === current }))
}
