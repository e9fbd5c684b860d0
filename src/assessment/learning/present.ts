import { dateIn } from '../../platform/clock.ts'
import { formatDate, formatDecimal, type Language } from '../../platform/i18n/index.ts'
import type { Tone } from '../../ui/index.ts'
import { type EvidenceState, learningMessages } from './messages.ts'
import type { EvidenceLine } from './pages/list.tsx'
import type { Evidence } from './store.ts'

const tones: Record<EvidenceState, Tone> = {
  proposed: 'warn',
  raised: 'ok',
  accepted: 'ok',
  rejected: 'bad',
  confirmed: 'neutral',
  ignored: 'neutral',
}

/** One line of evidence in words. `asker`: who looks; nobody decides on the own. */
export function evidenceLine(row: Evidence, language: Language, asker: number | null): EvidenceLine {
  const m = learningMessages[language]
  const before = row.before === null ? m.unassessed : String(row.before)
  const day = row.decidedAt && formatDate(dateIn(row.decidedAt, 'Asia/Jakarta'), language)
  return {
    id: row.id,
    pegawaiId: row.pegawaiId,
    name: row.name,
    unit: row.unit,
    course: row.title,
    completed: formatDate(row.completedOn, language),
    score: row.score === null ? m.noScore : formatDecimal(row.score, language),
    competency: (language === 'en' && row.competencyEn) || row.competency,
    change: row.to === null ? before : m.changeOf(before, String(row.to)),
    state: { label: m.states[row.outcome], tone: tones[row.outcome] },
    why: [row.decidedWhy, (row.why === 'choice' || !row.decidedWhy) && m.whys[row.why]].filter(Boolean).join(' '),
    decided: row.decidedName && day ? m.decidedBy(row.decidedName, day) : '',
    mayDecide: row.outcome === 'proposed' && row.pegawaiId !== asker,
  }
}
