import { formatDate, formatNumber, formatRupiah, type Language } from '../../platform/i18n/index.ts'
import { type EntryRules, rulesInOneLine } from '../../providers/index.ts'
import { competencyName } from '../../standards/index.ts'
import { formLabel } from '../courses/labels.ts'
import { catalogueLabels } from './labels.ts'
import { catalogueMessages } from './messages.ts'
import type { ItemCard } from './pages/catalogue.tsx'
import type { CatalogueItem } from './store/list.ts'

export const hrefOfItem = ({ kind, id }: Pick<CatalogueItem, 'kind' | 'id'>) =>
  ({ kursus: `/katalog/${id}`, program: `/katalog/program/${id}`, penawaran: `/penawaran/${id}` })[kind]

export const costText = (cost: number | null, language: Language) => {
  const m = catalogueMessages[language]
  return cost === null ? m.costUnknown : cost === 0 ? m.free1 : m.costOf(formatRupiah(BigInt(cost)))
}

/** Who may join, in one line: the rules where there are some, else whom it was made for. */
export const whoText = (item: Pick<CatalogueItem, 'entryRules' | 'audience'>, language: Language) =>
  Object.keys(item.entryRules).length > 0
    ? rulesInOneLine(item.entryRules as EntryRules, language)
    : (item.audience ?? catalogueMessages[language].everybody)

/** When it can be learned next, with the seats of that class. */
export function nextText(item: Pick<CatalogueItem, 'kind' | 'alone' | 'nextOn' | 'seats'>, language: Language): string {
  const m = catalogueMessages[language]
  const seats = item.seats === null ? null : item.seats === 0 ? m.full : m.seatsOf(formatNumber(item.seats, language))
  if (item.alone) return m.anytime
  if (item.nextOn) return [m.beginsOn(formatDate(item.nextOn, language)), seats].filter(Boolean).join(' · ')
  if (item.kind === 'program') return m.anytime
  return item.kind === 'penawaran' ? [m.onDemand, seats].filter(Boolean).join(' · ') : m.noClass
}

export function cardOf(item: CatalogueItem, language: Language): ItemCard {
  const m = catalogueMessages[language]
  const count = (n: number) => formatNumber(n, language)
  return {
    key: `${item.kind} ${item.id}`,
    href: hrefOfItem(item),
    kind: catalogueLabels[language].kind[item.kind],
    title: item.title,
    summary: item.summary,
    provider: item.provider,
    competencies: item.competencies.slice(0, 4).map(one => ({
      name: competencyName(one, language),
      level: m.levelN(one.level),
      demanded: one.demanded === null ? null : `${m.levelN(one.level)}, ${m.demanded(one.demanded)}`,
    })),
    facts: [
      ...(item.courses === null ? [] : [m.coursesIn(count(item.courses))]),
      ...(item.jp === null ? [] : [m.jpOf(count(item.jp))]),
      ...(item.form === null ? [] : [formLabel(item.form, language)]),
      ...(item.kind === 'program' ? [] : [costText(item.cost, language)]),
    ],
    who: whoText(item, language),
    own: item.own && m.owned[item.own.state],
    next: nextText(item, language),
    open: item.alone || item.nextOn !== null || item.kind === 'program',
  }
}
