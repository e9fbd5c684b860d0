import { jenjangLabels } from '../../people/index.ts'
import { formatNumber, type Language } from '../../platform/i18n/index.ts'
import type { Jenjang } from '../../regulation/index.ts'
import { messages } from './messages.ts'
import type { Stated, StatedState } from './store.ts'

export const stateTone = { draft: 'neutral', active: 'ok', archived: 'neutral' } as const satisfies Record<StatedState, string>

/** For whom a need is, in words. */
export function whoText(need: Stated, language: Language): string {
  const m = messages[language]
  if (need.population === 'proposals') return m.ofProposals
  const whom = [
    need.jenjang && m.ofJenjang(jenjangLabels[language][need.jenjang as Jenjang] ?? need.jenjang),
    need.unit && m.ofUnit(need.unit),
  ].filter(Boolean)
  const who = whom.length > 0 ? whom.join(' ') : m.everybody
  return need.number === null ? who : `${m.ofNumber(formatNumber(need.number, language))}${whom.length > 0 ? `, ${whom.join(' ')}` : ''}`
}

/** What it asks for beside its title: a competency at a level, or a training. */
export const wishText = (need: Stated, language: Language): string =>
  need.competency ? `${need.competency}, ${messages[language].levelText(need.level!)}` : (need.training ?? '')
