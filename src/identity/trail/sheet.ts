import { formatInstant, type Language } from '../../platform/i18n/index.ts'
import { messages } from '../messages.ts'
import { type TrailMessages, trailMessages } from './messages.ts'
import type { TrailRow } from './store.ts'
import { detailWords, subjectWords, verbWords } from './words.ts'

export const trailColumns = (m: TrailMessages) => [
  { header: m.number, width: 12 },
  { header: m.when, width: 28 },
  { header: m.who, width: 32 },
  { header: m.account, width: 24, kind: 'text' as const },
  { header: m.what, width: 40 },
  { header: m.subject, width: 40 },
  { header: m.detail, width: 50 },
  { header: m.instansi, width: 32 },
  { header: m.rowsTouched, width: 10 },
  { header: m.seal, width: 12 },
  { header: m.digest, width: 68, kind: 'text' as const },
]

export const trailRow = (row: TrailRow, language: Language, timeZone: string) => {
  const m = trailMessages[language]
  return [
    row.id,
    formatInstant(row.at, language, timeZone),
    row.who ?? messages[language].system,
    row.username,
    verbWords(row.verb, language),
    subjectWords(row.subject, row.about, language),
    row.erased ? m.erased : detailWords(row.detail, messages[language].details),
    row.instansi,
    row.rows,
    row.sealed ? m.sealed : m.unsealed,
    row.digest,
  ]
}
