import { type PerformancePeriod, periodsInYear, predicateMatrix } from '../../regulation/index.ts'

/** A year, or the `number`th quarter or month of it, from 1. */
export type Period = { year: number; kind: PerformancePeriod; number: number }

export type PeriodFlaw =
  /** There is no such quarter or month. */
  | 'number'
  /** Its last day is not over. */
  | 'unfinished'
  /** No matrix of predicates was in force then. */
  | 'no_matrix'

const two = (number: number) => String(number).padStart(2, '0')
const lastMonth = ({ kind, number }: Period) => (12 / periodsInYear[kind]) * number

/** yyyy-mm-dd */
export const firstDay = (period: Period) => `${period.year}-${two(lastMonth(period) - 12 / periodsInYear[period.kind] + 1)}-01`

/** yyyy-mm-dd. The law of this day decides. */
export function lastDay(period: Period): string {
  const month = lastMonth(period)
  return `${period.year}-${two(month)}-${two(new Date(Date.UTC(period.year, month, 0)).getUTCDate())}`
}

/** The matrix of predicates for a period. @throws OutsideSeries, which names the series, for a year without one */
export const matrixFor = (period: Period) => predicateMatrix.at(lastDay(period))

const hasMatrix = (date: string) =>
  predicateMatrix.entries.some(entry => entry.from <= date && (entry.until === undefined || date < entry.until))

/** The first year that can be rated. */
export const firstYear = Number(predicateMatrix.entries[0]!.from.slice(0, 4))

/** Why nobody can be rated for this period yet, or at all; null where it can. `today` yyyy-mm-dd where the instansi is. */
export function periodFlaw(period: Period, today: string): PeriodFlaw | null {
  if (period.number < 1 || period.number > periodsInYear[period.kind]) return 'number'
  if (lastDay(period) >= today) return 'unfinished'
  return hasMatrix(lastDay(period)) ? null : 'no_matrix'
}

/** `tahunan`, `triwulan-2`, `bulanan-11`: a period without its year, as addresses and sheets carry it. */
export type PeriodCode = string

export const periodCode = ({ kind, number }: Pick<Period, 'kind' | 'number'>): PeriodCode =>
  kind === 'tahunan' ? kind : `${kind}-${number}`

/** Every code there is, the year first. */
export const periodCodes: readonly PeriodCode[] = (Object.entries(periodsInYear) as [PerformancePeriod, number][]).flatMap(
  ([kind, count]) => Array.from({ length: count }, (_, index) => periodCode({ kind, number: index + 1 })),
)

/** Null where the code is none of `periodCodes`. */
export function readPeriod(code: PeriodCode, year: number): Period | null {
  if (!periodCodes.includes(code)) return null
  const [kind, number] = code.split('-')
  return { year, kind: kind as PerformancePeriod, number: Number(number ?? 1) }
}

/** The code of the period from one month to another, both included; null where none runs so. */
export function codeOfMonths(from: number, until: number): PeriodCode | null {
  return (
    periodCodes.find(code => {
      const period = readPeriod(code, 2000)!
      return Number(firstDay(period).slice(5, 7)) === from && lastMonth(period) === until
    }) ?? null
  )
}

/** The last year that is over. */
export const lastFinishedYear = (today: string) => Number(today.slice(0, 4)) - 1
