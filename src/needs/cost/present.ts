import { formatNumber, formatRupiah, type Language, shortRupiah } from '../../platform/i18n/index.ts'
import type { Policy } from '../../policies/index.ts'
import { messages } from './messages.ts'
import { type GapCostValue, ratesOf } from './policy.ts'
import { anyRate, closingCost, groupOfJenjang, type Load, openCost, postGroups, wholeRupiah } from './rules/cost.ts'
import type { LoadKey } from './store.ts'

/** The yearly cost: whole rupiah (null: not known), and the levels that are not in it. Null where nothing at all is filled in. */
function yearlyOf(loads: readonly Load[], policy: Policy<GapCostValue>): { rupiah: bigint | null; unknown: number } | null {
  const rates = ratesOf(policy.value)
  if (!anyRate(rates)) return null
  const { exact, unknown } = openCost(loads, rates)
  return { rupiah: exact === null ? null : wholeRupiah(exact), unknown }
}

const inWords = (write: (rupiah: bigint, language: Language) => string) =>
  function words(loads: readonly Load[], policy: Policy<GapCostValue>, language: Language): string | null {
    const cost = yearlyOf(loads, policy)
    if (cost === null) return null
    if (cost.rupiah === null) return messages[language].unknown
    const text = write(cost.rupiah, language)
    return cost.unknown > 0 ? messages[language].atLeast(text) : text
  }

/** The yearly cost in words: a price, at least a price, or not known. Null where nothing at all is filled in. */
export const yearlyText = inWords(formatRupiah)
/** The same, short enough for a figure. */
export const yearlyShort = inWords(shortRupiah)

/** Whole rupiah a year for a workbook; null is not known. What is known in part is not given as if it were the whole. */
export function yearlyCell(loads: readonly Load[], policy: Policy<GapCostValue>): number | null {
  const cost = yearlyOf(loads, policy)
  return cost === null || cost.rupiah === null || cost.unknown > 0 ? null : Number(cost.rupiah)
}

export const levelsOf = (loads: readonly Load[]) => loads.reduce((sum, load) => sum + load.levels, 0)

const closingIn = (write: (rupiah: bigint, language: Language) => string) =>
  function words(levels: number, policy: Policy<GapCostValue>, language: Language): string {
    const cost = closingCost(levels, ratesOf(policy.value))
    return cost === null ? messages[language].unknown : write(cost, language)
  }
/** What it costs once to close so many levels; and the same, short enough for a figure. */
const closingText = closingIn(formatRupiah)
const closingShort = closingIn(shortRupiah)

export const policyHref = (instansi: string) => `/aturan/biaya-kesenjangan?instansi=${encodeURIComponent(instansi)}`

export type CostView = {
  yearly: string
  /** The same for a figure. */
  short: string
  closing: string
  closingShort: string
  /** What is not counted, and why; null where everything is. */
  uncounted: string | null
  /** What the figures were made from. */
  inputs: { label: string; value: string }[]
  source: string
  href: string
}

/** The cost of gaps with what it was made from; null where nothing at all is filled in. */
export function costView(
  loads: readonly Load[],
  policy: Policy<GapCostValue>,
  instansi: string,
  language: Language,
): CostView | null {
  const m = messages[language]
  const rates = ratesOf(policy.value)
  const yearly = yearlyText(loads, policy, language)
  const short = yearlyShort(loads, policy, language)
  if (yearly === null || short === null) return null
  const { unknown } = openCost(loads, rates)
  const groups = postGroups.filter(group => loads.some(load => load.levels > 0 && groupOfJenjang[load.jenjang] === group))
  const blank = groups.filter(group => rates.yearly[group] === null).map(group => m.groups[group].toLowerCase())
  const price = (value: bigint | null) => (value === null ? m.unknown : formatRupiah(value))
  const asked = loads.map(load => load.asked)
  return {
    yearly,
    short,
    closing: closingText(levelsOf(loads), policy, language),
    closingShort: closingShort(levelsOf(loads), policy, language),
    uncounted: unknown > 0 ? m.uncounted(formatNumber(unknown, language), blank.join(', ')) : null,
    inputs: [
      { label: m.inputLevels, value: formatNumber(levelsOf(loads), language) },
      ...(asked.length > 0
        ? [{ label: m.inputAsked, value: m.inputRange(String(Math.min(...asked)), String(Math.max(...asked))) }]
        : []),
      ...groups.map(group => ({ label: m.inputYearly(m.groups[group]), value: price(rates.yearly[group]) })),
      { label: m.inputClosing, value: price(rates.closing) },
    ],
    source: m.source(policy.source),
    href: policyHref(instansi),
  }
}

const keyText = (key: LoadKey) => `${key.competency_id} ${key.level_to} ${key.jenjang}`

/** The loads of each need, by its key. */
export function loadsByKey<L extends Load & LoadKey>(loads: readonly L[]): (key: LoadKey) => L[] {
  const found = new Map<string, L[]>()
  for (const load of loads) found.set(keyText(load), [...(found.get(keyText(load)) ?? []), load])
  return key => found.get(keyText(key)) ?? []
}
