import { formatNumber, formatRupiah, type Language } from '../platform/i18n/index.ts'
import { formEntries } from '../regulation/index.ts'
import { labels, monthList } from './labels.ts'
import { offerMessages } from './offer-messages.ts'
import type { OfferCells } from './pages/offers.tsx'
import type { Offer } from './store/offer.ts'

/** Null: not known; nought: free. */
export const costWords = (rupiah: bigint | null, language: Language) =>
  rupiah === null ? offerMessages[language].unknownCost : rupiah === 0n ? offerMessages[language].free : formatRupiah(rupiah)

export function offerCells(offer: Offer, language: Language): OfferCells {
  const m = offerMessages[language]
  return {
    id: offer.id,
    title: offer.title,
    provider: offer.provider.shortName,
    form: formEntries[offer.form].name[language],
    pattern: labels[language].pattern[offer.pattern],
    jp: offer.jp === null ? '–' : formatNumber(offer.jp, language),
    competencies: offer.competencies.map(one => `${one.code}\u00a0(${one.level})`).join(', '),
    months: offer.months.length === 0 ? m.anyMonth : monthList(offer.months, language),
    cost: costWords(offer.costParticipant, language),
    closed: offer.closed,
    verified: offer.verified,
  }
}

/** `20–40 orang`, or the one bound that is known; null where none is. */
export function seatsWords({ seatsMin, seatsMax }: Pick<Offer, 'seatsMin' | 'seatsMax'>, language: Language): string | null {
  const m = offerMessages[language]
  const count = (n: number) => formatNumber(n, language)
  if (seatsMin !== null && seatsMax !== null) return m.seatsOf(count(seatsMin), count(seatsMax))
  if (seatsMin !== null) return m.seatsFrom(count(seatsMin))
  return seatsMax === null ? null : m.seatsTo(count(seatsMax))
}
