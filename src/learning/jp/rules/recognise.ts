import { jpPerYear, type LearningForm, pppkJpCap, type Series } from '../../../regulation/index.ts'
import { type JpChoice, type Share, shareOf } from './choice.ts'
import { type Claim, type Counted, count, type Law, type Taken } from './count.ts'
import { crowdedDays } from './crowded.ts'
import { lastDayOf, yearOf } from './day.ts'

/** Which rule made a result: changes with what is written below, not with the numbers of law. */
export const ruleVersion = 'jp-1, PerLAN 10/2018'

export type Employment = 'pns' | 'cpns' | 'pppk' | 'pppk_paruh_waktu'
export type Recognised = Counted & { id: number; year: number; form: LearningForm; share: Share }
export type Warning = { code: 'over_cap'; cap: number } | { code: 'crowded_days'; days: number; first: string; most: number }

/** One year of one person; amounts in tenths of a JP. */
export type JpYear = {
  year: number
  employment: Employment
  records: number
  claimed: number
  recognised: number
  /** Of what is recognised: 10, 20 and 70 of 10:20:70. */
  ten: number
  twenty: number
  seventy: number
  /** JP that the person must reach; null: no act asks for any. */
  required: number | null
  warnings: Warning[]
}

/** Who the person was in a year, and what the instansi chose for it. */
export type InYear = (year: number) => { employment: Employment; choice: JpChoice }

const known = <T>(series: Series<T>, date: string) => (date < series.entries[0]!.from ? null : series.at(date).value)

/** JP that a year asks of somebody so employed (PP 11/2017 Art. 203 speaks of PNS alone); null: none. */
export const requiredJp = (employment: Employment, year: number): number | null =>
  employment === 'pns' ? known(jpPerYear, lastDayOf(year)) : null

/** JP above which a year of contract is worth a warning; null: no such limit. */
export const cappedJp = (employment: Employment, year: number): number | null =>
  employment === 'pppk' || employment === 'pppk_paruh_waktu' ? known(pppkJpCap, lastDayOf(year)) : null

// First finished, first counted: who comes later finds the day or the month taken.
const inOrder = (a: Claim, b: Claim) =>
  compare(a.endedOn, b.endedOn) || compare(a.startedOn ?? a.endedOn, b.startedOn ?? b.endedOn) || a.id - b.id
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/**
 * All records of one person, whatever their order: what of each is recognised and why, and the years. A record counts in the year of its
 * last day, by the national conversion of that day; a limit of a day or a month holds over all records of a form together.
 */
export function recognise(claims: readonly Claim[], inYear: InYear, law?: Law): { records: Recognised[]; years: JpYear[] } {
  const taken: Taken = new Map()
  const records: Recognised[] = []
  const hours: { claim: Claim; hours: number | null }[] = []
  const years = new Map<number, JpYear>()
  for (const claim of [...claims].sort(inOrder)) {
    const year = yearOf(claim.endedOn)
    const { employment, choice } = inYear(year)
    const counted = count(claim, choice, taken, law)
    const share = shareOf(claim.form, choice)
    records.push({ id: claim.id, year, form: claim.form, share, ...counted })
    hours.push({ claim, hours: counted.claimed ?? counted.recognised })
    const sum = years.get(year) ?? emptyYear(year, employment)
    years.set(year, sum)
    sum.records++
    sum.claimed += counted.claimed ?? 0
    sum.recognised += counted.recognised
    sum[share === 10 ? 'ten' : share === 20 ? 'twenty' : 'seventy'] += counted.recognised
  }
  for (const sum of years.values()) {
    const cap = cappedJp(sum.employment, sum.year)
    if (cap !== null && sum.recognised > cap * 10) sum.warnings.push({ code: 'over_cap', cap })
  }
  const most = (year: number) => inYear(year).choice.dayHolds
  for (const { year, days, first } of crowdedDays(hours, most)) {
    // The days of a record that ends next year lie in this one, which may have none of its own.
    years.get(year)?.warnings.push({ code: 'crowded_days', days, first, most: most(year) })
  }
  return { records, years: [...years.values()].sort((a, b) => a.year - b.year) }
}

/** A year in which nothing was learned. */
export const emptyYear = (year: number, employment: Employment): JpYear => ({
  year,
  employment,
  records: 0,
  claimed: 0,
  recognised: 0,
  ten: 0,
  twenty: 0,
  seventy: 0,
  required: requiredJp(employment, year),
  warnings: [],
})
