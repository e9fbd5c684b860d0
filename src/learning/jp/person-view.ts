import { formatDate, formatInstant, formatNumber, type Language } from '../../platform/i18n/index.ts'
import { formEntries, jpPerYear, pppkJpCap } from '../../regulation/index.ts'
import type { Figure } from '../../ui/index.ts'
import { typedDay } from '../rules/day.ts'
import { messages } from './messages.ts'
import type { Forecast, JpOfPerson, Learned } from './of-person.ts'
import type { RecordCells, WithdrawnCells } from './pages/person.tsx'
import {
  cited,
  conversionText,
  daysText,
  doubt,
  formName,
  jpText,
  reasonsText,
  reasonText,
  standingText,
  standingTone,
} from './present.ts'
import { lengthOf } from './rules/count.ts'
import { lastDayOf, yearOf } from './rules/day.ts'
import { cappedJp, type JpYear, ruleVersion } from './rules/recognise.ts'
import { type Standing, standingOf } from './rules/standing.ts'
import type { LearnedRow } from './store/person.ts'

export const recordHref = (pegawaiId: number, id: number) => `/pegawai/${pegawaiId}/jp/${id}`

export const recordCells = (pegawaiId: number, rows: readonly Learned[], language: Language): RecordCells[] =>
  rows.map(row => ({
    id: row.id,
    href: recordHref(pegawaiId, row.id),
    name: row.name,
    form: formName(row.form, language),
    days: daysText(row, language),
    claimed: row.recognition.claimed === null ? messages[language].unknown : jpText(row.recognition.claimed, language),
    recognised: jpText(row.recognition.recognised, language),
    why: reasonsText(row.recognition, language),
  }))

const withdrawnText = (row: LearnedRow, language: Language, timeZone: string) =>
  messages[language].withdrawnBy(
    row.withdrawnBy ?? messages[language].system,
    formatInstant(row.withdrawnAt!, language, timeZone),
  )

export const withdrawnCells = (
  pegawaiId: number,
  rows: readonly LearnedRow[],
  language: Language,
  timeZone: string,
): WithdrawnCells[] =>
  rows.map(row => ({
    id: row.id,
    href: recordHref(pegawaiId, row.id),
    name: row.name,
    days: daysText(row, language),
    why: row.withdrawnWhy ?? '–',
    by: withdrawnText(row, language, timeZone),
  }))

/** The one figure: what is recognised of what must be, what it means, and where to go. */
export function figureOf(jp: JpOfPerson, year: JpYear, forecast: Forecast | null, own: boolean, language: Language) {
  const m = messages[language]
  const day = jp.asOf ?? jp.today
  const coming = forecast?.recognised ?? year.recognised
  const standing: Standing = standingOf(year, coming, day, jp.choiceOf(year.year).choice.warnFrom)
  const lacks = own && (standing === 'behind' || standing === 'running' || standing === 'on_course')
  return {
    value: jpText(year.recognised, language),
    unit: year.required === null ? m.jpUnit : m.ofRequired(formatNumber(year.required, language)),
    label: m.figureLabel(String(year.year)),
    sentence: standingText(year, standing, day, language),
    tone: standingTone[standing],
    actions: lacks
      ? [
          { href: '/katalog', label: m.toCatalogue },
          { href: '/klaim', label: m.toClaim },
        ]
      : [],
  }
}

/** What the law asks of a year, or allows in it, and where it says so. */
function lawOf({ year, employment, required }: JpYear, language: Language): Figure[] {
  const m = messages[language]
  const cap = cappedJp(employment, year)
  const found =
    required !== null ? { label: m.least, series: jpPerYear } : cap !== null ? { label: m.cap, series: pppkJpCap } : null
  if (!found) return []
  const entry = found.series.at(lastDayOf(year))
  const href = `/hukum?q=${encodeURIComponent(found.series.name[language])}`
  const detail = cited(entry) + doubt(entry.verified, language)
  return [{ label: found.label, value: formatNumber(entry.value, language), detail, href }]
}

export function figuresOf(year: JpYear, forecast: Forecast | null, language: Language): Figure[] {
  const m = messages[language]
  if (year.records === 0 && !forecast?.expected.length) return []
  const adds = forecast ? forecast.recognised - year.recognised : 0
  return [
    { label: m.claimed, value: jpText(year.claimed, language), detail: m.claimedDetail },
    { label: m.records, value: formatNumber(year.records, language) },
    ...(forecast?.expected.length
      ? [{ label: m.forecast, value: jpText(forecast.recognised, language), detail: m.forecastDetail(jpText(adds, language)) }]
      : []),
    ...lawOf(year, language),
  ]
}

export const expectedCells = (forecast: Forecast | null, language: Language) =>
  (forecast?.expected ?? []).map(one => ({
    id: one.classId,
    name: one.name,
    ends: formatDate(one.endedOn, language),
    adds: `+${jpText(one.adds, language)}`,
  }))

/** The year at hand and those in which something was learned, the latest first. */
export const yearChoices = (jp: JpOfPerson, chosen: number) =>
  [...new Set([yearOf(jp.today), chosen, ...jp.years.map(one => one.year)])]
    .sort((a, b) => b - a)
    .map(year => ({ value: year, label: String(year) }))

/** What one record says, beside its hours. */
export function recordFacts(row: LearnedRow, language: Language, timeZone: string) {
  const m = messages[language]
  const entry = formEntries[row.form]
  const facts: { label: string; value: string }[] = [
    { label: m.form, value: `${entry.name[language]} (${entry.code})` },
    { label: m.when, value: daysText(row, language) },
    { label: m.facts.days, value: m.facts.dayCount(formatNumber(lengthOf(row), language)) },
    { label: m.organiser, value: row.organiser ?? '–' },
    { label: m.facts.stated, value: row.jp === null ? m.unknown : formatNumber(row.jp, language) },
    { label: m.international, value: row.international ? m.yes : m.no },
    { label: m.certificate, value: row.certificateNumber ?? '–' },
    { label: m.source, value: m.sources[row.source] },
    {
      label: m.facts.recordedAt,
      value: m.facts.recordedBy(formatInstant(row.recordedAt, language, timeZone), row.recordedBy ?? m.system),
    },
  ]
  if (row.sessions !== null) facts.splice(5, 0, { label: m.sessions, value: formatNumber(row.sessions, language) })
  return facts
}

/** By which law and which choice a record was counted. */
export function recordLaw(jp: JpOfPerson, row: Learned, kept: { at: Date; rule: string } | null, language: Language) {
  const m = messages[language]
  const choice = jp.choiceOf(row.recognition.year)
  const law = conversionText(row.form, row.endedOn, language)
  const facts = [
    ...(law
      ? [
          { label: m.howRule, value: law.rule },
          { label: m.howSource, value: law.source },
        ]
      : []),
    { label: m.share, value: `${row.recognition.share}: ${m.shares[row.recognition.share]}` },
    { label: m.howChoice, value: `${choice.source}${doubt(choice.verified, language)}` },
  ]
  const calculated = kept ? m.calculated(kept.rule, formatInstant(kept.at, language, jp.person.timeZone)) : ruleVersion
  return [...facts, { label: m.howVersion, value: calculated }]
}

export function recordSteps(row: Learned, language: Language): string[] {
  const { reasons } = row.recognition
  return reasons.length > 0 ? reasons.map(one => reasonText(one, language)) : [messages[language].reasons.stated]
}

/** `yyyy-mm-dd` in the past that an address asks for; null: none, or none that can be used. */
export function readDay(text: string | undefined, today: string): string | null {
  const day = typedDay(text ?? '')
  return day !== null && day >= '2018-01-01' && day <= today ? day : null
}

/** The year that an address asks for, else that of the day shown. */
export function readYear(text: string | undefined, day: string): number {
  const year = Number(text)
  return /^\d{4}$/.test(text ?? '') && year >= 2000 && lastDayOf(year) <= lastDayOf(yearOf(day)) ? year : yearOf(day)
}

export { withdrawnText }
