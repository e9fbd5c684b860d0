import { formatDate, formatDecimal, formatNumber, type Language } from '../../platform/i18n/index.ts'
import { evaluationMessages } from './messages.ts'
import type { EffectCells, LaterRow, ReactionRow } from './pages/class.tsx'
import { meanText } from './present.ts'
import { laterItems, organiserItems, type Relation, trainerItems } from './rules/items.ts'
import { improved, together } from './rules/summary.ts'
import type { Effect } from './store/effect.ts'
import type { LaterSum, VoiceSum } from './store/report.ts'

type Group<Row> = { title: string; rows: Row[] }

/** What was said of the organiser, then of each trainer, item by item. */
export function reactionGroups(voices: readonly VoiceSum[], language: Language): Group<ReactionRow>[] {
  const m = evaluationMessages[language]
  const rows = <Item extends string>(trainerId: number | null, items: readonly Item[], labels: Record<Item, string>) =>
    items.map(item => {
      const { sum, n } = voices.find(row => row.trainerId === trainerId && row.item === item) ?? { sum: 0, n: 0 }
      return { label: labels[item], mean: meanText(sum, n, language), count: formatNumber(n, language) }
    })
  const trainers = new Map(voices.flatMap(row => (row.trainerId ? [[row.trainerId, row.trainer ?? ''] as const] : [])))
  return [
    { title: m.organiser, rows: rows(null, organiserItems, m.organiserItems) },
    ...[...trainers].map(([id, name]) => ({ title: m.trainer(name), rows: rows(id, trainerItems, m.trainerItems) })),
  ]
}

/** What three and six months later was seen, by who saw it. */
export function laterGroups(later: readonly LaterSum[], language: Language): Group<LaterRow>[] {
  const m = evaluationMessages[language]
  const mean = (months: number, relation: Relation, item: string) => {
    const said = together(later.filter(row => row.months === months && row.relation === relation && row.item === item))
    return meanText(said.sum, said.n, language)
  }
  return [...new Set(later.map(row => row.months))].map(months => ({
    title: m.afterTitle(months),
    rows: laterItems.map(item => ({
      label: m.laterItems[item],
      self: mean(months, 'diri', item),
      leader: mean(months, 'atasan', item),
      peers: mean(months, 'rekan', item),
    })),
  }))
}

/** An indicator of a unit before the class and after it. */
export function effectCells(effect: Effect, language: Language): EffectCells {
  const m = evaluationMessages[language]
  const better = improved(effect)
  const at = (value: number, on: string) => `${formatDecimal(value, language)} (${formatDate(on, language)})`
  return {
    id: effect.id,
    indicator: effect.indicator,
    detail: [
      effect.unit ?? m.wholeInstansi,
      effect.measure,
      `${m.direction.toLowerCase()}: ${effect.higherIsBetter ? m.up : m.down}`,
    ].join(' · '),
    before: at(effect.before, effect.beforeOn),
    after: effect.after === null ? null : at(effect.after, effect.afterOn!),
    result: effect.after === null ? m.notYet : better ? m.better : m.worse,
    tone: effect.after === null ? 'neutral' : better ? 'ok' : 'warn',
  }
}
