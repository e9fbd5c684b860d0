import type { Language } from '../../platform/i18n/index.ts'
import { messages } from '../messages.ts'
import type { NeedRow } from '../store.ts'

/** What a need of any kind is called: its title, its competency with the code, or the aspect of performance. */
export function needTitle(need: NeedRow, language: Language): string {
  const competency = need.competency_name && `${need.competency_name} (${need.competency_code})`
  const aspect = need.subject && messages[language].aspects[need.subject]
  return need.title ?? (competency || aspect || need.subject || '–')
}
