import { personLabels } from '../../people/index.ts'
import { formatDate, formatNumber, formatPeriod, formatShare, type Language } from '../../platform/i18n/index.ts'
import { formEntries, jpConversion, type LearningForm, learningMix } from '../../regulation/index.ts'
import { messages } from './messages.ts'
import { shares } from './rules/choice.ts'
import type { Reason } from './rules/count.ts'
import { dayNumber, lastDayOf } from './rules/day.ts'
import { cappedJp, type JpYear, type Recognised, type Warning } from './rules/recognise.ts'
import { missingOf, type Standing } from './rules/standing.ts'

/** Tenths of a JP in words: `22`, `28,8`. */
export const jpText = (tenths: number, language: Language) => formatNumber(tenths / 10, language, tenths % 10 === 0 ? 0 : 1)

export function reasonText(reason: Reason, language: Language): string {
  const m = messages[language].reasons
  const n = (value: number) => formatNumber(value, language)
  switch (reason.code) {
    case 'per_day':
      return m.perDay(n(reason.jp), n(reason.days))
    case 'per_day_local':
      return m.perDayLocal(n(reason.jp), n(reason.days))
    case 'per_session':
      return m.perSession(n(reason.jp), n(reason.sessions))
    case 'sessions_full':
      return m.sessionsFull(n(reason.counted), n(reason.of), n(reason.most))
    case 'per_activity':
      return m.perActivity(n(reason.jp))
    case 'hours_full':
      return m.hoursFull(n(reason.counted), n(reason.of), n(reason.most), n(reason.days))
    case 'abroad':
      return m.abroad(n(reason.percent))
    case 'no_hours':
      return m.noHours
    case 'no_rule':
      return m.noRule
    case 'before_rules':
      return m.beforeRules
  }
}

/** Why a record counts what it does; blank where it counts what it says. */
export const reasonsText = (
  { reasons, claimed, recognised }: Pick<Recognised, 'reasons' | 'claimed' | 'recognised'>,
  language: Language,
) =>
  claimed === recognised && reasons.every(one => one.code.startsWith('per_'))
    ? ''
    : reasons.map(one => reasonText(one, language)).join('; ')

export function warningText(warning: Warning, language: Language): string {
  const m = messages[language]
  return warning.code === 'over_cap'
    ? m.overCap(formatNumber(warning.cap, language))
    : m.crowded(formatNumber(warning.days, language), formatDate(warning.first, language), formatNumber(warning.most, language))
}

export function standingText(year: JpYear, standing: Standing, today: string, language: Language): string {
  const m = messages[language].standing
  const missing = jpText(missingOf(year), language)
  const end = lastDayOf(year.year)
  switch (standing) {
    case 'met':
      return m.met(formatNumber(year.required!, language))
    case 'missed':
      return m.missed(missing, String(year.year))
    case 'on_course':
      return m.onCourse(missing)
    case 'behind':
      return m.behind(missing, formatNumber(dayNumber(end) - dayNumber(today) + 1, language))
    case 'running':
      return m.running(missing, formatDate(end, language))
    case 'over':
      return m.over(formatNumber(cappedJp(year.employment, year.year)!, language))
    case 'none':
      return m.none(personLabels[language].employment[year.employment])
  }
}

export const standingTone = {
  met: 'ok',
  on_course: 'info',
  running: 'info',
  behind: 'warn',
  missed: 'bad',
  over: 'warn',
  none: 'neutral',
} as const satisfies Record<Standing, string>

type ShareSums = Pick<JpYear, 'ten' | 'twenty' | 'seventy'>
export type ShareView = { key: number; share: number; label: string }

/** The three shares of 10:20:70 against their aim. */
export function shareViews({ ten, twenty, seventy }: ShareSums, language: Language): ShareView[] {
  const m = messages[language]
  const sums = { 10: ten, 20: twenty, 70: seventy }
  const { formal, social, work } = learningMix.entries.at(-1)!.value
  const aims = { 10: formal, 20: social, 70: work }
  const all = ten + twenty + seventy
  return shares.map(share => {
    const part = all === 0 ? 0 : sums[share] / all
    return {
      key: share,
      share: part,
      label: m.shareLine(m.shares[share], jpText(sums[share], language), formatShare(part, language), String(aims[share])),
    }
  })
}

/** An act and its article. */
export const cited = ({ act, article }: { act: string | null; article: string | null }) =>
  [act, article].filter(Boolean).join(', ')
/** What is said behind a number of law that nobody has seen in an official text. */
export const doubt = (verified: boolean, language: Language) => (verified ? '' : ` (${messages[language].unverified})`)

/** By which rule a form is counted on a day: in words, cited, with its source; null before the first that is known. */
export function conversionText(form: LearningForm, day: string, language: Language): { rule: string; source: string } | null {
  const series = jpConversion[form]
  if (day < series.entries[0]!.from) return null
  const law = series.at(day)
  return { rule: `${series.reads(law.value)[language]} (${cited(law)})${doubt(law.verified, language)}`, source: law.source }
}

export const formName = (form: keyof typeof formEntries, language: Language) => formEntries[form].name[language]

export const daysText = ({ startedOn, endedOn }: { startedOn: string | null; endedOn: string }, language: Language) =>
  formatPeriod(startedOn ?? endedOn, endedOn, language)

/** A mean over people, rounded once; a dash where there are none. */
export const meanText = (tenths: number, people: number, language: Language) =>
  people === 0 ? '–' : formatNumber(tenths / 10 / people, language, 1)

/** `12 / 4 / 20`: the JP of 10, 20 and 70. */
export const sharesText = ({ ten, twenty, seventy }: ShareSums, language: Language) =>
  [ten, twenty, seventy].map(sum => jpText(sum, language)).join(' / ')

/** `14 dari 20 JP`, and whether that is enough; null where none is asked for. */
export function jpCell(
  figure: Pick<JpYear, 'recognised' | 'required'>,
  language: Language,
): { text: string; enough: boolean | null } {
  const m = messages[language]
  const unit = figure.required === null ? m.jpUnit : m.ofRequired(formatNumber(figure.required, language))
  return {
    text: `${jpText(figure.recognised, language)} ${unit}`,
    enough: figure.required === null ? null : missingOf(figure) === 0,
  }
}
