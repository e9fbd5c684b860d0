import { formatNumber, type Language } from '../platform/i18n/index.ts'
import type { Tone } from '../ui/index.ts'
import { planKindLabels, planStateLabels } from './labels.ts'
import { messages } from './messages.ts'
import type { PlanCells } from './pages/plans.tsx'
import type { PlanState } from './rules/plan.ts'
import type { PlanRow } from './store/plan.ts'

const stateTones: Record<PlanState, Tone> = { draft: 'info', active: 'ok', archived: 'neutral' }
export const stateBadge = (state: PlanState, language: Language) => ({
  label: planStateLabels[language][state],
  tone: stateTones[state],
})

/** A plan as a row of the list. */
export function planCells(row: PlanRow, language: Language): PlanCells {
  const m = messages[language]
  const count = (n: number) => formatNumber(n, language)
  const { sasaran, tied, owner } = row
  const whole = sasaran === tied
  return {
    id: row.id,
    name: row.name,
    kind: planKindLabels[language][row.kind],
    owner: row.unit ?? owner ?? m.nation,
    period: m.periodOf(row.yearFrom, row.yearUntil),
    state: stateBadge(row.state, language),
    verified: row.verified,
    sasaran: count(sasaran),
    thread:
      owner === null || sasaran === 0 ? null : { words: m.tiedOf(count(tied), count(sasaran)), tone: whole ? 'ok' : 'warn' },
  }
}
