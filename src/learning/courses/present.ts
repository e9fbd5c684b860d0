import { formatDecimal, formatNumber, formatRupiah, type Language } from '../../platform/i18n/index.ts'
import { nationalProgramme } from '../../regulation/index.ts'
import type { PassRule } from '../rules/pass.ts'
import { conformityLabels, formLabel } from './labels.ts'
import { courseMessages } from './messages.ts'
import type { ChangeCells } from './pages/compare.tsx'
import { type Difference, difference, type PlainField } from './rules/difference.ts'
import type { VersionContent } from './rules/version.ts'
import type { CompetencyReached, Version } from './store/version.ts'

const decimal = (value: number, language: Language) => formatDecimal(value, language)

export const costWords = (rupiah: number | null, language: Language) => {
  const m = courseMessages[language]
  return rupiah === null ? m.costUnknown : rupiah === 0 ? m.free : formatRupiah(BigInt(rupiah))
}

export const competencyText = (one: CompetencyReached, language: Language) =>
  language === 'en' && one.nameEn ? one.nameEn : one.name

/** The rule of passing in words, condition by condition; for who learns only those that ask for something. */
export function passFacts(rule: PassRule, language: Language, forLearner = false) {
  const m = courseMessages[language]
  const weights = rule.components
    .map(one => m.weightOf(one.from ? `${one.name} (${m.scoreSources[one.from]})` : one.name, formatNumber(one.weight, language)))
    .join(', ')
  return [
    { asks: rule.mark !== null, label: m.mark, value: rule.mark === null ? m.noMark : m.atLeast(decimal(rule.mark, language)) },
    { asks: weights !== '', label: m.components, value: weights || m.noComponents },
    {
      asks: rule.attendance !== null,
      label: m.attendance,
      value: rule.attendance === null ? m.noAttendance : m.percentOf(decimal(rule.attendance, language)),
    },
    { asks: true, label: m.whichLessons, value: m.lessonsOf[rule.lessons] },
  ].flatMap(({ asks, label, value }) => (asks || !forLearner ? [{ label, value }] : []))
}

/** What the law says of the programme on a day, and whether the hours of this curriculum are those; none where nothing was found. */
function nationalFacts({ programme, jp }: Version, today: string, language: Language) {
  const m = courseMessages[language]
  const series = programme === null ? null : nationalProgramme(programme)
  if (!series) return []
  const { value, act, verified } = series.at(today)
  const same = value.jp.some(one => one.jp === jp)
  const says = `${series.reads(value)[language]} (${act}${verified ? '' : `; ${m.unverified}`})`
  return [{ label: m.national, value: `${says}. ${same ? m.sameJp : m.otherJp(formatNumber(jp, language))}` }]
}

export function cardFacts(version: Version, today: string, language: Language) {
  const m = courseMessages[language]
  const basis = version.conformityBasis ? `: ${version.conformityBasis}` : ''
  return [
    { label: m.summary, value: version.summary || m.none },
    { label: m.audience, value: version.audience ?? m.none },
    { label: m.form, value: formLabel(version.form, language) },
    { label: m.international, value: version.international ? m.yes : m.no },
    { label: m.cost, value: costWords(version.costParticipant, language) },
    { label: m.programme, value: version.programme ?? m.none },
    ...nationalFacts(version, today, language),
    { label: m.conformity, value: `${conformityLabels[language][version.conformity]}${basis}` },
  ]
}

function fieldWords(field: PlainField, value: VersionContent[PlainField], language: Language): string {
  const m = courseMessages[language]
  if (field === 'costParticipant') return costWords(value as number | null, language)
  if (field === 'form') return formLabel(value as VersionContent['form'], language)
  if (field === 'conformity') return conformityLabels[language][value as VersionContent['conformity']]
  if (typeof value === 'boolean') return value ? m.yes : m.no
  if (typeof value === 'number') return formatNumber(value, language)
  return value || m.none
}

const fieldNames = (language: Language): Record<PlainField, string> => {
  const m = courseMessages[language]
  const { title, summary, audience, form, international, programme, jp, conformity, conformityBasis } = m
  return { title, summary, audience, form, international, programme, jp, conformity, conformityBasis, costParticipant: m.cost }
}

/** What `after` changes of `before`, a line each. */
export function changeLines(before: Version, after: Version, language: Language): ChangeCells[] {
  const m = courseMessages[language]
  const found: Difference = difference(before, after)
  const names = new Map(
    [...before.competencies, ...after.competencies].map(one => [one.competencyId, competencyText(one, language)]),
  )
  const jp = (value: number | null) => (value === null ? m.none : `${formatNumber(value, language)} ${m.jpUnit}`)
  const level = (value: number | null) => (value === null ? m.none : m.levelN(value))
  const passWords = (version: Version) =>
    passFacts(version.pass, language)
      .map(one => `${one.label}: ${one.value}`)
      .join('; ')
  return [
    ...found.fields.map(one => ({
      what: fieldNames(language)[one.field],
      before: fieldWords(one.field, one.before, language),
      after: fieldWords(one.field, one.after, language),
    })),
    ...found.subjects.map(one => ({ what: `${m.subject}: ${one.title}`, before: jp(one.before), after: jp(one.after) })),
    ...found.competencies.map(one => ({
      what: `${m.competency}: ${names.get(one.competencyId)}`,
      before: level(one.before),
      after: level(one.after),
    })),
    ...(found.pass ? [{ what: m.pass, before: passWords(before), after: passWords(after) }] : []),
  ]
}

/** A competency as it is chosen: `M.1 Integritas`. */
export const competencyChoice = (one: { id: number; code: string; name: string; nameEn: string | null }, language: Language) => ({
  value: one.id,
  label: `${one.code} ${language === 'en' && one.nameEn ? one.nameEn : one.name}`,
})
