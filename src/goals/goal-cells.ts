import { formatNumber, type Language } from '../platform/i18n/index.ts'
import { goalKindLabels } from './labels.ts'
import { type Messages, messages } from './messages.ts'
import type { LinkCells } from './pages/goal.tsx'
import type { GoalNode, IndicatorCells } from './pages/tree.tsx'
import { type GoalKind, inTreeOrder } from './rules/goal.ts'
import type { Measure } from './rules/measure.ts'
import { yearsOf } from './rules/plan.ts'
import type { Goal, GoalInPlan, GoalLink, Indicator } from './store/goal.ts'

/** A baseline or target as it is read; as many decimals as it has, at most four. */
export const measureText = (measure: Measure | null, language: Language): string => {
  if (measure === null) return '–'
  if (typeof measure === 'string') return measure
  const decimals = /\.(\d+)$/.exec(String(measure))?.[1]?.length ?? 0
  return formatNumber(measure, language, Math.min(4, decimals))
}

/** The years that some indicator has a target for, those of the plan first of all. */
export function yearsWithTargets(goals: readonly Pick<Goal, 'targets'>[]): number[] {
  const years = new Set(goals.flatMap(goal => Object.keys(goal.targets).map(Number)))
  return [...years].sort((a, b) => a - b)
}

/** Every year that a file of the plan has a column for. */
export const yearsToFill = (plan: { yearFrom: number; yearUntil: number }, goals: readonly Pick<Goal, 'targets'>[]): number[] =>
  [...new Set([...yearsOf(plan), ...yearsWithTargets(goals)])].sort((a, b) => a - b)

export const indicatorCells = (goal: Indicator, years: readonly number[], language: Language): IndicatorCells => ({
  id: goal.id,
  name: goal.name,
  measure: goal.unitOfMeasure ?? '',
  baseline: measureText(goal.baseline, language),
  targets: years.map(year => measureText(goal.targets[year] ?? null, language)),
})

/** A link to a goal, as far as this actor may follow it. */
export const linkCells = (link: GoalLink, mayOpen: (link: GoalLink) => boolean, language: Language): LinkCells => ({
  id: link.id,
  href: mayOpen(link) ? `/sasaran/${link.id}` : null,
  kind: goalKindLabels[language][link.kind],
  code: link.code,
  name: link.name,
  plan: link.plan.name,
})

const foldedKinds: readonly GoalKind[] = ['program', 'kegiatan', 'sub_kegiatan']
/** A thread is asked of what the plan promises; programs and below follow their sasaran. */
const tiedKinds: readonly GoalKind[] = ['tujuan', 'sasaran']

type Tree = { goals: readonly GoalInPlan[]; isNational: boolean; mayOpen: (link: GoalLink) => boolean }

/** The tree of a plan as it is shown. */
export function goalNodes({ goals, isNational, mayOpen }: Tree, years: readonly number[], language: Language): GoalNode[] {
  const m = messages[language]
  const below = new Map<number | null, GoalInPlan[]>()
  for (const { goal } of inTreeOrder(goals)) below.set(goal.parentId, [...(below.get(goal.parentId) ?? []), goal])
  const node = (goal: GoalInPlan): GoalNode => {
    const under = below.get(goal.id) ?? []
    const folded = under.filter(one => foldedKinds.includes(one.kind))
    return {
      id: goal.id,
      kind: goalKindLabels[language][goal.kind],
      code: goal.code,
      name: goal.name,
      answers: goal.unit?.name ?? null,
      serves: goal.serves && {
        href: mayOpen(goal.serves) ? `/sasaran/${goal.serves.id}` : null,
        words: `${goal.serves.plan.name} · ${goal.serves.code} ${goal.serves.name}`,
      },
      servedBy: goal.servedBy > 0 ? m.servesBelow(formatNumber(goal.servedBy, language)) : null,
      broken: isNational ? null : brokenWords(goal, m),
      indicators: under.filter(one => one.kind === 'indikator').map(one => indicatorCells(one, years, language)),
      children: under.filter(one => one.kind !== 'indikator' && !foldedKinds.includes(one.kind)).map(node),
      folded:
        folded.length === 0
          ? null
          : {
              summary: `${goalKindLabels[language][folded[0]!.kind]} (${formatNumber(folded.length, language)})`,
              nodes: folded.map(node),
            },
    }
  }
  return (below.get(null) ?? []).filter(goal => goal.kind !== 'indikator').map(node)
}

/** Where the thread of a tujuan or sasaran breaks: here, or at what it serves. Null where it does not. */
export function brokenWords(goal: GoalInPlan, m: Messages): string | null {
  if (goal.reaches || !tiedKinds.includes(goal.kind)) return null
  return goal.serves ? m.brokenAbove(goal.serves.code) : m.broken
}
