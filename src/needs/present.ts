import { jenjangLabels } from '../people/index.ts'
import { performanceLabels } from '../performance/index.ts'
import { formatNumber, type Language } from '../platform/i18n/index.ts'
import { type Jenjang, type PerformancePredicate, performancePredicates } from '../regulation/index.ts'
import { pillarLabels } from '../standards/index.ts'
import { messages, type NeedMessages } from './messages.ts'
import { type Component, componentNames, type Policy, type Tier } from './rules/priority.ts'
import type { Factor, NeedRow } from './store.ts'
import type { Importance } from './store-people.ts'

export const tierTone = {
  urgen: 'bad',
  penting: 'warn',
  dapat_ditunda: 'neutral',
  belum_dapat_dinilai: 'info',
} as const satisfies Record<Tier, string>

export const importanceTone = { mutlak: 'bad', penting: 'warn', perlu: 'neutral' } as const satisfies Record<Importance, string>

/** 0.757778 → `0,76`; unknown → `–`. */
export const scoreText = (score: number | null, language: Language) => (score === null ? '–' : formatNumber(score, language, 2))

export const missingOf = (need: NeedRow): Component[] => componentNames.filter(name => need[name] === null)

export const weightsText = (policy: Policy, m: NeedMessages) =>
  componentNames.map(name => `${m.components[name]} ${policy.weights[name]} %`).join(', ')

/** What a need is called, whatever its kind. */
export const needName = (need: Pick<NeedRow, 'kind' | 'competency_name' | 'title' | 'subject'>, language: Language): string =>
  need.title ?? need.competency_name ?? messages[language].aspects[need.subject ?? ''] ?? need.subject ?? '–'

/** `1 → 3`; `→ 3` where nobody was measured; '' where levels say nothing of it. */
export const levelsText = (need: Pick<NeedRow, 'level_from' | 'level_to'>): string =>
  need.level_to === null ? '' : `${need.level_from === null ? '' : `${need.level_from}\u00a0`}→\u00a0${need.level_to}`

export const jenjangText = (need: Pick<NeedRow, 'jenjang'>, language: Language): string =>
  need.jenjang ? (jenjangLabels[language][need.jenjang as Jenjang] ?? need.jenjang) : messages[language].everyJenjang

/** Below its name: `T.KEU.1 · Teknis`, `Pelatihan`, `Organisasi · M.4`. */
export function needDetail(need: NeedRow, language: Language): string {
  const m = messages[language]
  const code = need.kind === 'gap' ? need.competency_code : need.competency_name
  return [need.kind === 'gap' ? null : m.kinds[need.kind], code, need.pillar && pillarLabels[language][need.pillar]]
    .filter(Boolean)
    .join(' · ')
}

/** How each known component came about, in words. */
export function becauseOf(need: NeedRow, factor: Factor | null, language: Language): Partial<Record<Component, string>> {
  const { because, ratings } = messages[language]
  const number = (value: number, digits = 0) => formatNumber(value, language, digits)
  const { difficulty, importance, frequency, dif_posts } = factor ?? {}
  const duty = need.mandate_basis ?? because.duty
  return {
    gap:
      need.kind === 'gap'
        ? because.gap(number((need.gap ?? 0) * 4, 2), number(need.people))
        : need.kind === 'performance' && need.gap !== null
          ? because.belowTarget
          : because.noLevels,
    ...(dif_posts
      ? { dif: because.difMean(number(dif_posts)) }
      : difficulty &&
        importance &&
        frequency && { dif: because.dif(ratings[difficulty], ratings[importance], ratings[frequency]) }),
    ...(need.goal_title && { goal: need.goal_title }),
    ...(need.mandate !== null && { mandate: need.mandate > 0 ? duty : (need.mandate_basis ?? because.noDuty) }),
    ...(need.reach !== null && {
      reach: (need.people > need.staff ? because.reachMost : because.reach)(number(need.people), number(need.staff)),
    }),
  }
}

const predicates = new Set<string>(performancePredicates)

/** How the people of a need spread: over levels held, importance, or predicate; null where there is nothing to spread. */
export function distributionOf(need: NeedRow, language: Language) {
  const m = messages[language]
  const parts = Object.entries(need.distribution)
  if (parts.length === 0 || need.people === 0) return null
  const label = (key: string) => {
    if (need.kind === 'gap') return m.atLevel(Number(key))
    if (need.kind === 'training') return m.importances[key as keyof NeedMessages['importances']]
    return predicates.has(key) ? performanceLabels[language].predicate[key as PerformancePredicate] : m.unknownPredicate
  }
  const order = need.kind === 'gap' ? parts.sort(([a], [b]) => Number(a) - Number(b)) : parts.sort((a, b) => b[1] - a[1])
  return {
    title: need.kind === 'gap' ? m.distribution : need.kind === 'training' ? m.byImportance : m.byPredicate,
    rows: order.map(([key, count]) => ({
      label: label(key),
      share: count / need.people,
      text: `${formatNumber(count, language)} ${m.people.toLowerCase()}`,
    })),
  }
}

/** A need in a line of a list elsewhere. */
export const needCard = (need: NeedRow, language: Language) => {
  const m = messages[language]
  return {
    id: need.id,
    name: needName(need, language),
    instansi: need.instansi_name,
    jenjang: jenjangText(need, language),
    levels: levelsText(need),
    people: formatNumber(need.people, language),
    score: scoreText(need.score, language),
    completeness: m.completeness(need.known),
    tier: m.tiers[need.tier],
    tone: tierTone[need.tier],
  }
}

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
  post: need.post,
  instansi: need.instansi,
  jenjang: need.jenjang,
  name: needName(need, 'id'),
  competency:
    need.competency_code === null ? null : { code: need.competency_code, name: need.competency_name!, pillar: need.pillar! },
  subject: need.kind === 'training' || need.kind === 'performance' ? need.subject : null,
  levelFrom: need.level_from,
  levelTo: need.level_to,
  people: need.people,
  score: need.score,
  completeness: need.known,
  tier: need.tier,
  components: { gap: need.gap, dif: need.dif, goal: need.goal, mandate: need.mandate, reach: need.reach },
  goal: need.goal_title,
  goalId: need.goal_id,
  mandateBasis: need.mandate_basis,
})
