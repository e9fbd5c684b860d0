import type { PerformancePredicate } from '../../regulation/index.ts'
import { firstDay, matrixFor, type Period, type PeriodFlaw, periodFlaw } from './period.ts'
import { type Known, type Settled, settle } from './predicate.ts'

/** A rating as it is offered, by form or sheet. */
export type Entry = Known & { period: Period; ratedOn: string | null }

export type EntryFlaw =
  | { field: 'period'; flaw: PeriodFlaw; period: Period }
  /** Neither a rating nor a predicate. */
  | { field: 'result'; flaw: 'unrated' }
  /** `computed`: what the matrix gives for these ratings; null where one is missing. */
  | { field: 'predicate'; flaw: 'contradiction'; computed: PerformancePredicate | null }
  | { field: 'ratedOn'; flaw: 'future' | 'before_period' }

export type CheckedEntry =
  | { ok: true; settled: Extract<Settled, { ok: true }>; matrixFrom: string }
  | { ok: false; flaws: readonly EntryFlaw[] }

/** Everything that is wrong with a rating, or the predicate and what follows from it. `today` yyyy-mm-dd where the instansi is. */
export function checkEntry(entry: Entry, today: string): CheckedEntry {
  const { period, result, behaviour, predicate, ratedOn } = entry
  const flaws: EntryFlaw[] = []
  const wrongPeriod = periodFlaw(period, today)
  if (wrongPeriod) flaws.push({ field: 'period', flaw: wrongPeriod, period })
  if (result === null && behaviour === null && predicate === null) flaws.push({ field: 'result', flaw: 'unrated' })
  if (ratedOn !== null && ratedOn > today) flaws.push({ field: 'ratedOn', flaw: 'future' })
  else if (ratedOn !== null && !wrongPeriod && ratedOn < firstDay(period)) flaws.push({ field: 'ratedOn', flaw: 'before_period' })
  if (wrongPeriod) return { ok: false, flaws }
  const matrix = matrixFor(period)
  const settled = settle(matrix.value, entry)
  if (!settled.ok)
    return { ok: false, flaws: [...flaws, { field: 'predicate', flaw: 'contradiction', computed: settled.computed }] }
  return flaws.length > 0 ? { ok: false, flaws } : { ok: true, settled, matrixFrom: matrix.from }
}
