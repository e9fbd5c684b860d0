import type { Jenjang } from '../../../regulation/index.ts'
import { add, type Fraction, fraction } from '../../rules/fraction.ts'

/** Posts that cost about alike. */
export type PostGroup = 'jpt' | 'administrator' | 'pengawas' | 'ahli' | 'keterampilan' | 'pelaksana'
export const postGroups: readonly PostGroup[] = ['jpt', 'administrator', 'pengawas', 'ahli', 'keterampilan', 'pelaksana']

export const groupOfJenjang: Record<Jenjang, PostGroup> = {
  jpt_utama: 'jpt',
  jpt_madya: 'jpt',
  jpt_pratama: 'jpt',
  administrator: 'administrator',
  pengawas: 'pengawas',
  pelaksana: 'pelaksana',
  pemula: 'keterampilan',
  terampil: 'keterampilan',
  mahir: 'keterampilan',
  penyelia: 'keterampilan',
  ahli_pertama: 'ahli',
  ahli_muda: 'ahli',
  ahli_madya: 'ahli',
  ahli_utama: 'ahli',
}

/** Local estimates in whole rupiah; null is not known. `yearly`: to employ one person for a year. `closing`: to raise one person one level. */
export type Rates = { yearly: Record<PostGroup, bigint | null>; closing: bigint | null }

/** Levels that are missing of people of one jenjang whose posts ask `asked` levels in all. */
export type Load = { jenjang: Jenjang; asked: number; levels: number }

/**
 * `exact`: rupiah a year of what is known; null where nothing of it is. `levels` are counted in it; `unknown` are not, because nobody said
 * what a year of those people costs.
 */
export type OpenCost = { exact: Fraction | null; levels: number; unknown: number }

/**
 * What a year costs of what is paid for and not there: of each person the yearly cost × the levels missing ÷ the levels that the post asks
 * in all. A local estimate, no rule of law. Nothing missing costs nothing, whatever is known. Throws where a post asks fewer levels than
 * are missing.
 */
export function openCost(loads: readonly Load[], { yearly }: Rates): OpenCost {
  const over = new Map<number, bigint>() // rupiah × levels, by the divisor
  let [levels, unknown] = [0, 0]
  for (const load of loads) {
    if (load.levels === 0) continue
    if (load.levels < 0 || load.asked < 1) throw new RangeError('levels are missing of a post that asks some')
    const rate = yearly[groupOfJenjang[load.jenjang]]
    if (rate === null) unknown += load.levels
    else {
      levels += load.levels
      over.set(load.asked, (over.get(load.asked) ?? 0n) + rate * BigInt(load.levels))
    }
  }
  if (levels === 0 && unknown > 0) return { exact: null, levels, unknown }
  const exact = [...over].reduce((sum, [asked, rupiah]) => add(sum, fraction(rupiah, asked)), fraction(0))
  return { exact, levels, unknown }
}

/** What it costs once to close the gaps: levels × the price of one level for one person. Null where the price is not known, unless nothing is missing. */
export const closingCost = (levels: number, { closing }: Rates): bigint | null =>
  levels === 0 ? 0n : closing === null ? null : closing * BigInt(levels)

/** To whole rupiah, half up: once, at the edge. */
export const wholeRupiah = ({ n, d }: Fraction): bigint => (2n * n + d) / (2n * d)

/** Whether anything at all is known. */
export const anyRate = ({ yearly, closing }: Rates) => closing !== null || postGroups.some(group => yearly[group] !== null)
