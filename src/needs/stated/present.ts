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
  const jenjang = need.jenjang && (jenjangLabels[language][need.jenjang as Jenjang] ?? need.jenjang)
  const whom =
    jenjang && need.unit
      ? m.ofJenjangIn(jenjang, need.unit)
      : jenjang
        ? m.ofJenjang(jenjang)
        : need.unit
          ? m.ofUnit(need.unit)
          : null
  if (need.number === null) return whom ?? m.everybody
  return [m.ofNumber(formatNumber(need.number, language)), whom].filter(Boolean).join(' · ')
}

/** What it asks for beside its title: a competency at a level, or a training. */
export const wishText = (need: Stated, language: Language): string =>
  need.competency ? `${need.competency}, ${messages[language].levelText(need.level!)}` : (need.training ?? '')
