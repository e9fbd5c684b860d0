import { type Conversion, type Counting, jpConversion, type LearningForm, type Series } from '../../../regulation/index.ts'
import type { JpChoice } from './choice.ts'
import { dayNumber, monthNumber } from './day.ts'

/** What one record says. `jp`: hours stated, null: none; `sessions` null: one; `startedOn` null: one day. Days are yyyy-mm-dd. */
export type Claim = {
  id: number
  form: LearningForm
  international: boolean
  startedOn: string | null
  endedOn: string
  jp: number | null
  sessions: number | null
}

/** How a record was counted, and what of it was not. Numbers are JP, days and sessions. */
export type Reason =
  | { code: 'per_day'; jp: number; days: number }
  | { code: 'per_day_local'; jp: number; days: number }
  | { code: 'per_session'; jp: number; sessions: number }
  | { code: 'sessions_full'; counted: number; of: number; most: number }
  | { code: 'per_activity'; jp: number }
  | { code: 'hours_full'; counted: number; of: number; most: number; days: number }
  | { code: 'abroad'; percent: number }
  | { code: 'no_hours' }
  | { code: 'no_rule' }
  | { code: 'before_rules' }

/** `claimed`, `recognised` in tenths of a JP; `claimed` null: neither the record nor its form says any. */
export type Counted = { claimed: number | null; recognised: number; reasons: Reason[] }

/** What is counted already of each form, by day (hours) or by month (sessions): shared by all records of a person. */
export type Taken = Map<LearningForm, Map<number, number>>

/** The conversion of every form through time. */
export type Law = Readonly<Record<LearningForm, Series<Conversion>>>

const tenths = 10

/** Takes up to `wanted` from the slots `from` to `to`, the earliest first, where each holds `most` in all. */
function take(taken: Taken, form: LearningForm, [from, to]: readonly [number, number], wanted: number, most: number): number {
  const slots = taken.get(form) ?? new Map<number, number>()
  taken.set(form, slots)
  let left = wanted
  for (let slot = from; slot <= to && left > 0; slot++) {
    const used = slots.get(slot) ?? 0
    const more = Math.min(left, most - used)
    if (more <= 0) continue
    slots.set(slot, used + more)
    left -= more
  }
  return wanted - left
}

/** The days of a record, the first and the last; one that begins after it ends counts as its last day. */
const daysOf = ({ startedOn, endedOn }: Claim): [number, number] => {
  const last = dayNumber(endedOn)
  return [startedOn === null ? last : Math.min(dayNumber(startedOn), last), last]
}
/** Days that a record lasts, both ends included. */
export const lengthOf = (claim: Claim): number => {
  const [first, last] = daysOf(claim)
  return last - first + 1
}

const nothing = (claim: Claim, code: 'no_hours' | 'no_rule' | 'before_rules'): Counted => ({
  claimed: claim.jp === null ? null : claim.jp * tenths,
  recognised: 0,
  reasons: [{ code }],
})

/** `full`: what it would be without a limit; `recognised`: with it. In tenths. */
type Base = { full: number; recognised: number; reasons: Reason[] }

function perDay(claim: Claim, jp: number, code: 'per_day' | 'per_day_local'): Base {
  const days = lengthOf(claim)
  return { full: jp * days * tenths, recognised: jp * days * tenths, reasons: [{ code, jp, days }] }
}

function base(claim: Claim, counting: Counting, taken: Taken): Base | null {
  switch (counting.by) {
    case 'stated':
      return claim.jp === null ? null : { full: claim.jp * tenths, recognised: claim.jp * tenths, reasons: [] }
    case 'day':
      return perDay(claim, counting.jp, 'per_day')
    case 'activity':
      return {
        full: counting.jp * tenths,
        recognised: counting.jp * tenths,
        reasons: [{ code: 'per_activity', jp: counting.jp }],
      }
    case 'session': {
      const of = claim.sessions ?? 1
      const last = monthNumber(claim.endedOn)
      const first = claim.startedOn === null ? last : Math.min(monthNumber(claim.startedOn), last)
      const counted = take(taken, claim.form, [first, last], of, counting.mostAMonth)
      const reasons: Reason[] = [{ code: 'per_session', jp: counting.jp, sessions: counted }]
      if (counted < of) reasons.push({ code: 'sessions_full', counted, of, most: counting.mostAMonth })
      return { full: of * counting.jp * tenths, recognised: counted * counting.jp * tenths, reasons }
    }
    case 'hours': {
      if (claim.jp === null) return null
      const counted = take(taken, claim.form, daysOf(claim), claim.jp, counting.mostADay)
      const reasons: Reason[] =
        counted < claim.jp ? [{ code: 'hours_full', counted, of: claim.jp, most: counting.mostADay, days: lengthOf(claim) }] : []
      return { full: claim.jp * tenths, recognised: counted * tenths, reasons }
    }
  }
}

/** How much more, in hundredths, one abroad counts; 100: as one at home. */
const factorOf = (claim: Claim, { abroad }: Conversion) =>
  claim.international && abroad !== null && 'plusPercent' in abroad ? 100 + abroad.plusPercent : 100

/**
 * What one record is worth by the conversion of its last day, after what `taken` holds already; adds to `taken`. Records of one person are
 * given in the order in which they ended.
 */
export function count(claim: Claim, choice: JpChoice, taken: Taken, law: Law = jpConversion): Counted {
  const series = law[claim.form]
  if (claim.endedOn < series.entries[0]!.from) return nothing(claim, 'before_rules')
  const conversion = series.at(claim.endedOn).value
  const { home, abroad } = conversion
  const counting = claim.international && abroad !== null && 'by' in abroad ? abroad : home
  const local = counting === null && claim.form === 'sosialisasi' ? choice.sosialisasiPerDay : null
  if (counting === null && local === null) return nothing(claim, 'no_rule')
  const found = counting === null ? perDay(claim, local!, 'per_day_local') : base(claim, counting, taken)
  if (found === null) return nothing(claim, 'no_hours')
  const factor = factorOf(claim, conversion)
  // Tenths of whole JP are tens, so that any whole percent of them is a whole number of tenths.
  const abroadToo = (amount: number) => (amount * factor) / 100
  return {
    claimed: claim.jp === null ? abroadToo(found.full) : claim.jp * tenths,
    recognised: abroadToo(found.recognised),
    reasons:
      factor === 100 || found.recognised === 0 ? found.reasons : [...found.reasons, { code: 'abroad', percent: factor - 100 }],
  }
}
