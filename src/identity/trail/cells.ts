import { formatInstant, formatNumber, type Language } from '../../platform/i18n/index.ts'
import { messages } from '../messages.ts'
import type { TrailCells } from './pages/list.tsx'
import type { TrailRow } from './store.ts'
import { detailWords, subjectWords, verbWords } from './words.ts'

export const cellsOf = (row: TrailRow, language: Language, timeZone: string): TrailCells => ({
  id: row.id,
  when: formatInstant(row.at, language, timeZone),
  who: row.who ?? messages[language].system,
  what: verbWords(row.verb, language),
  subject: subjectWords(row.subject, row.about, language),
  instansi: row.instansi ?? '–',
  rows: formatNumber(row.rows, language),
  detail: detailWords(row.detail, messages[language].details),
  sealed: row.sealed,
  erased: row.erased,
})
