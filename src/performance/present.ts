import type { Language } from '../platform/i18n/index.ts'
import { formatNumber } from '../platform/i18n/index.ts'
import type { PerformancePredicate } from '../regulation/index.ts'
import { performanceLabels } from './labels.ts'
import { achievementPercent } from './rules/achievement.ts'
import { type Period, type PeriodCode, periodCodes, readPeriod } from './rules/period.ts'

/** `Triwulan II`, without the year. */
export function periodKindWords({ kind, number }: Pick<Period, 'kind' | 'number'>, language: Language): string {
  const labels = performanceLabels[language]
  if (kind === 'tahunan') return labels.year
  return kind === 'triwulan' ? labels.quarter(number) : labels.months[number - 1]!
}

/** `Tahun 2025` is `2025`; `Triwulan II 2026`, `November 2026`. */
export const periodWords = (period: Period, language: Language) =>
  period.kind === 'tahunan' ? String(period.year) : `${periodKindWords(period, language)} ${period.year}`

/** Every period a year has, for a choice. */
export const periodChoices = (language: Language): { value: PeriodCode; label: string }[] =>
  periodCodes.map(value => ({ value, label: periodKindWords(readPeriod(value, 2000)!, language) }))

export const predicateTone = {
  sangat_baik: 'ok',
  baik: 'ok',
  butuh_perbaikan: 'warn',
  kurang: 'bad',
  sangat_kurang: 'bad',
} as const satisfies Record<PerformancePredicate, string>

/** As many decimals as there are, at most two. */
const amount = (value: number, language: Language) =>
  formatNumber(value, language, [0, 1].find(digits => Number(value.toFixed(digits)) === value) ?? 2)

/** `95 %`, or `190 dari 200 dokumen (95 %)`; a dash where nothing is known. */
export function achievementWords(
  { target, achieved, unit }: { target: number | null; achieved: number | null; unit: string | null },
  language: Language,
): string {
  if (achieved === null) return '–'
  const percent = achievementPercent(target, achieved)
  if (unit === '%' && target === 100) return `${amount(achieved, language)} %`
  const held = `${amount(achieved, language)}${target === null ? '' : ` ${language === 'id' ? 'dari' : 'of'} ${amount(target, language)}`}${unit ? ` ${unit}` : ''}`
  return percent === null ? held : `${held} (${formatNumber(percent, language)} %)`
}
