import { type Jenjang, retirementAge } from '../../regulation/index.ts'
import type { EntryConditions, EntryRules } from '../schema.ts'
import type { Employment, Jenis } from '../words.ts'
import { addDays, addMonths, monthsBetween, yearsOn } from './days.ts'
import { golonganRank } from './golongan.ts'

/** A time in a post of one jenjang; `until` the last day, null where it goes on. */
export type Tenure = { jenjang: Jenjang; from: string; until: string | null }

/** What is known of somebody who would join. Null: not known; an empty list: known, and there is none. */
export type Candidate = {
  jenis: Jenis | null
  jenjang: Jenjang | null
  tenures: readonly Tenure[] | null
  /** `III/c` (PNS), `IX` (PPPK). */
  golongan: string | null
  /** First day in the golongan. */
  golonganSince: string | null
  birthDate: string | null
  employment: Employment | null
  /** Names of the trainings followed. */
  trainings: readonly string[] | null
  /** Passed the selection that the provider asks for. */
  selected: boolean | null
  /** True: no discipline on record that stands in the way; false: there is some. */
  disciplineClear: boolean | null
}

/** True, false, or null where it is not known: that counts neither as met nor as failed. */
export type Met = boolean | null

/** One rule against one candidate: what is there, what is asked. Plain values, so that it can be stored with a decision. */
export type EntryCheck = { met: Met } & (
  | { rule: 'jenis'; have: Jenis | null; need: readonly Jenis[] }
  | { rule: 'jenjang'; have: Jenjang | null; need: readonly Jenjang[] }
  | { rule: 'golonganFrom'; have: string | null; need: string }
  | { rule: 'monthsInGolongan'; have: number | null; need: number }
  | { rule: 'monthsInJenjang'; have: number | null; need: { jenjang: Jenjang; months: number } }
  | { rule: 'maxAge'; have: number | null; need: number }
  | { rule: 'yearsBeforeBup'; have: number | null; need: number }
  | { rule: 'trainings'; have: readonly string[] | null; need: readonly string[] }
  | { rule: 'employment'; have: Employment | null; need: readonly Employment[] }
  | { rule: 'selection'; have: boolean | null; need: true }
  | { rule: 'noDiscipline'; have: boolean | null; need: true }
)

/** `each`: the conditions for all, then those of the way that came furthest. `way`: which of the ways that is, from 0; null: there are none. */
export type Entry = { met: Met; each: EntryCheck[]; way: number | null }

/** The version of this rule, stored with what it decided. */
export const entryRule = 'masuk-1'

const all = (mets: readonly Met[]): Met => (mets.includes(false) ? false : mets.includes(null) ? null : true)
const any = (mets: readonly Met[]): Met => (mets.includes(true) ? true : mets.includes(null) ? null : false)
const within = <T>(have: T | null, need: readonly T[]): Met => (have === null ? null : need.includes(have))
const least = (have: number | null, need: number): Met => (have === null ? null : have >= need)

/**
 * Whole months that somebody has been in a jenjang by a day, several times and posts together; nothing is counted twice. Days left
 * over in several times are a month from the 31st on.
 */
export function monthsIn(tenures: readonly Tenure[], jenjang: Jenjang, onDate: string): number {
  const spans = tenures
    .filter(one => one.jenjang === jenjang && one.from <= onDate)
    .map(one => ({ from: one.from, end: one.until === null || one.until >= onDate ? onDate : addDays(one.until, 1) }))
    .sort((a, b) => (a.from < b.from ? -1 : 1))
  const joined: typeof spans = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (!last || span.from > last.end) joined.push({ ...span })
    else if (span.end > last.end) last.end = span.end
  }
  const parts = joined.map(span => monthsBetween(span.from, span.end))
  const sum = (of: (part: (typeof parts)[number]) => number) => parts.reduce((total, part) => total + of(part), 0)
  return sum(part => part.months) + Math.floor(sum(part => part.days) / 31)
}

/** Years left until the age of retirement of the jenjang held, to the month, rounded down; below 0 where it has passed. */
function yearsToRetirement(who: Candidate, onDate: string): number | null {
  if (who.birthDate === null || who.jenjang === null) return null
  const last = addMonths(who.birthDate, retirementAge.at(onDate).value[who.jenjang] * 12)
  if (last < onDate) return -Math.ceil(monthsBetween(last, onDate).months / 12)
  return monthsBetween(onDate, last).months / 12
}

const plain = (name: string) =>
  ` ${name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

/** Those of `need` that a followed training bears in its name, whatever stands around it. */
const followed = (have: readonly string[], need: readonly string[]) =>
  need.filter(name => have.some(one => plain(one).includes(plain(name))))

/** The order of the checks is that of the words on a page. */
function checks(rules: EntryConditions, who: Candidate, onDate: string): EntryCheck[] {
  const each: EntryCheck[] = []
  const { jenis, jenjang, golonganFrom, monthsInGolongan, monthsInJenjang, maxAge, yearsBeforeBup, trainings, employment } = rules
  if (employment?.length)
    each.push({ rule: 'employment', met: within(who.employment, employment), have: who.employment, need: employment })
  if (jenis?.length) each.push({ rule: 'jenis', met: within(who.jenis, jenis), have: who.jenis, need: jenis })
  if (jenjang?.length) each.push({ rule: 'jenjang', met: within(who.jenjang, jenjang), have: who.jenjang, need: jenjang })
  if (golonganFrom !== undefined) {
    const [have, need] = [golonganRank(who.golongan), golonganRank(golonganFrom)]
    each.push({
      rule: 'golonganFrom',
      met: have === null || need === null ? null : have >= need,
      have: who.golongan,
      need: golonganFrom,
    })
  }
  if (monthsInGolongan !== undefined) {
    const have =
      who.golonganSince === null ? null : who.golonganSince > onDate ? 0 : monthsBetween(who.golonganSince, onDate).months
    each.push({ rule: 'monthsInGolongan', met: least(have, monthsInGolongan), have, need: monthsInGolongan })
  }
  if (monthsInJenjang) {
    const have = who.tenures === null ? null : monthsIn(who.tenures, monthsInJenjang.jenjang, onDate)
    each.push({ rule: 'monthsInJenjang', met: least(have, monthsInJenjang.months), have, need: monthsInJenjang })
  }
  if (maxAge !== undefined) {
    const have = who.birthDate === null ? null : yearsOn(who.birthDate, onDate)
    each.push({ rule: 'maxAge', met: have === null ? null : have <= maxAge, have, need: maxAge })
  }
  if (yearsBeforeBup !== undefined) {
    const have = yearsToRetirement(who, onDate)
    each.push({ rule: 'yearsBeforeBup', met: least(have, yearsBeforeBup), have, need: yearsBeforeBup })
  }
  if (trainings?.length) {
    const have = who.trainings === null ? null : followed(who.trainings, trainings)
    each.push({ rule: 'trainings', met: have === null ? null : have.length === trainings.length, have, need: trainings })
  }
  if (rules.selection) each.push({ rule: 'selection', met: who.selected, have: who.selected, need: true })
  if (rules.noDiscipline) each.push({ rule: 'noDiscipline', met: who.disciplineClear, have: who.disciplineClear, need: true })
  return each
}

/** Further is: fewer failed, then fewer unknown, then more met. */
const further = (a: readonly EntryCheck[], b: readonly EntryCheck[]): number => {
  const count = (each: readonly EntryCheck[], met: Met) => each.filter(one => one.met === met).length
  return count(a, false) - count(b, false) || count(a, null) - count(b, null) || count(b, true) - count(a, true)
}

/**
 * Whether somebody may join on a day `yyyy-mm-dd` (the first of the class): all conditions, and of the ways, if there are any, one.
 * Ages are in whole years lived; the age of retirement is that of the jenjang held. @throws OutsideSeries for a day without law
 */
export function evaluateEntry(rules: EntryRules, candidate: Candidate, onDate: string): Entry {
  const base = checks(rules, candidate, onDate)
  const ways = (rules.ways ?? []).map(way => checks(way, candidate, onDate))
  const order = ways.map((_, index) => index).sort((a, b) => further(ways[a]!, ways[b]!) || a - b)
  const best = order[0] ?? null
  const met = all([...base.map(one => one.met), ways.length === 0 ? true : any(ways.map(way => all(way.map(one => one.met))))])
  return { met, each: [...base, ...(best === null ? [] : ways[best]!)], way: best }
}
