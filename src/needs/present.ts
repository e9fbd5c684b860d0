import { formatNumber, type Language } from '../platform/i18n/index.ts'
import type { NeedMessages } from './messages.ts'
import { type Component, componentNames, type Policy, type Tier } from './rules/priority.ts'
import type { NeedRow } from './store.ts'

export const tierTone = {
  urgen: 'bad',
  penting: 'warn',
  dapat_ditunda: 'neutral',
  belum_dapat_dinilai: 'info',
} as const satisfies Record<Tier, string>

/** 0.757778 → `0,76`; unknown → `–`. */
export const scoreText = (score: number | null, language: Language) => (score === null ? '–' : formatNumber(score, language, 2))

export const missingOf = (need: NeedRow): Component[] => componentNames.filter(name => need[name] === null)

export const weightsText = (policy: Policy, m: NeedMessages) =>
  componentNames.map(name => `${m.components[name]} ${policy.weights[name]} %`).join(', ')

/** The shade of a heatmap cell by the share of people below the standard; null where nobody was assessed. */
export function heatTone(gapPeople: number, assessedPeople: number): 0 | 1 | 2 | 3 | 4 | null {
  if (assessedPeople === 0) return null
  const percent = (gapPeople * 100) / assessedPeople
  if (percent < 10) return 0
  if (percent < 25) return 1
  if (percent < 40) return 2
  return percent < 60 ? 3 : 4
}

/** A need as the API shows it. */
export const needJson = (need: NeedRow) => ({
  id: need.id,
  kind: need.kind,
  instansi: need.instansi,
  jenjang: need.jenjang,
  competency: { code: need.competency_code, name: need.competency_name, pillar: need.pillar },
  levelFrom: need.level_from,
  levelTo: need.level_to,
  people: need.people,
  score: need.score,
  completeness: need.known,
  tier: need.tier,
  components: { gap: need.gap, dif: need.dif, goal: need.goal, mandate: need.mandate, reach: need.reach },
})
