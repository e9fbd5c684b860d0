import type { Language } from '../../platform/i18n/index.ts'
import { messages } from './messages.ts'
import { messages as runMessages } from './run/messages.ts'

export type ClassTab =
  | 'ringkasan'
  | 'peserta'
  | 'jadwal'
  | 'hadir'
  | 'bahan'
  | 'tugas'
  | 'nilai'
  | 'penutupan'
  | 'surat'
  | 'evaluasi'

/** As what somebody looks at a class: who holds it, who is in it, and everybody else. */
export type Looking = 'holder' | 'participant' | 'other'

/** The parts of a class beside each other; one without dates (`dated` false) has no running. */
export function classTabs(id: number, current: ClassTab, as: Looking, dated: boolean, language: Language) {
  const m = messages[language]
  const run = runMessages[language]
  const home = { path: '', key: 'ringkasan', label: m.overview }
  const people = { path: '/peserta', key: 'peserta', label: m.people }
  const timetable = { path: '/jadwal', key: 'jadwal', label: run.timetable }
  const materials = { path: '/bahan', key: 'bahan', label: run.materials }
  const assignments = { path: '/tugas', key: 'tugas', label: run.assignments }
  const evaluation = { path: '/evaluasi', key: 'evaluasi', label: run.evaluation }
  const holder = [
    home,
    people,
    timetable,
    { path: '/hadir', key: 'hadir', label: run.attendance },
    materials,
    assignments,
    { path: '/nilai', key: 'nilai', label: run.results },
    { path: '/penutupan', key: 'penutupan', label: run.closing },
    { path: '/surat', key: 'surat', label: run.letters },
    evaluation,
  ]
  const parts = {
    holder: dated ? holder : [home, people, assignments, evaluation],
    participant: dated ? [home, timetable, materials] : [home],
    other: [home],
  }
  return parts[as].map(({ path, key, label }) => ({ href: `/kelas/${id}${path}`, label, current: key === current }))
}
