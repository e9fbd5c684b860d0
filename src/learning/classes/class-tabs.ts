import type { Messages } from './messages.ts'
import { messages as classMessages } from './messages.ts'
import { messages as runMessages } from './run/messages.ts'

export type ClassTab = 'ringkasan' | 'peserta' | 'jadwal' | 'hadir' | 'bahan' | 'nilai' | 'penutupan' | 'surat'

/** As what one looks at a class: who holds it, who takes part in it, or anybody who may read its card. */
export type ClassViewer = 'holder' | 'participant' | 'reader'

/**
 * The parts of a class beside each other: of the running only what is theirs, and nothing of it where the class has no dates (`runs` false).
 */
export function classTabs(m: Messages, id: number, current: ClassTab, as: ClassViewer, runs = true) {
  const r = m === classMessages.en ? runMessages.en : runMessages.id
  const holder = as === 'holder'
  const part = as !== 'reader' && runs
  const tabs: { key: ClassTab; href: string; label: string; shown: boolean }[] = [
    { key: 'ringkasan', href: `/kelas/${id}`, label: m.overview, shown: true },
    { key: 'peserta', href: `/kelas/${id}/peserta`, label: m.people, shown: holder },
    { key: 'jadwal', href: `/kelas/${id}/jadwal`, label: r.timetable, shown: part },
    { key: 'hadir', href: `/kelas/${id}/hadir`, label: r.attendance, shown: holder && runs },
    { key: 'bahan', href: `/kelas/${id}/bahan`, label: r.materials, shown: part },
    { key: 'nilai', href: `/kelas/${id}/nilai`, label: r.results, shown: holder && runs },
    { key: 'penutupan', href: `/kelas/${id}/penutupan`, label: r.closing, shown: holder && runs },
    { key: 'surat', href: `/kelas/${id}/surat`, label: r.letters, shown: holder && runs },
  ]
  return tabs.filter(tab => tab.shown).map(({ key, href, label }) => ({ href, label, current: key === current }))
}
