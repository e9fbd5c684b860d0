import { formatNip } from '../../people/index.ts'
import { performanceLabels } from '../../performance/index.ts'
import { formatDate, type Language } from '../../platform/i18n/index.ts'
import type { JpmCategory, Pillar } from '../../regulation/index.ts'
import { pillars } from '../../regulation/index.ts'
import { competencyName, pillarLabels } from '../../standards/index.ts'
import { policyMessages } from '../policy-messages.ts'
import { aspects } from '../potential/rules/potential.ts'
import { jpmPercent } from '../rules/jpm.ts'
import { reportMessages } from './messages.ts'
import { bandTone, ikkNumber, percentWords } from './present.ts'
import type { GapBelow, RecapRow, Weighing } from './store/standings.ts'

const shown = 3

const categoryTone = {
  optimal: 'ok',
  cukup_optimal: 'info',
  kurang_optimal: 'warn',
  memenuhi_syarat: 'ok',
  masih_memenuhi_syarat: 'info',
  kurang_memenuhi_syarat: 'warn',
} as const satisfies Record<JpmCategory, string>

export type RecapCells = {
  id: number
  no: number
  name: string
  nip: string
  jabatan: string
  /** The unit and its office. */
  unit: string
  instansi: string
  performance: string
  potential: string
  competency: string
  jpm: string
  category: { text: string; tone: 'ok' | 'info' | 'warn' | 'neutral' }
  quadrant: string
  remarks: string
  /** Only where a result ends soon. */
  ending: string | null
  recommendation: string
  placement: string
  suggestion: string
  /** The widest gaps only, for the list on the screen. */
  suggestionBrief: string
  ikk: string
  band: { text: string; tone: 'bad' | 'warn' | 'info' | 'ok' | 'neutral' }
  kinds: string
  kindsBrief: string
  plan: string
}

type Words = {
  language: Language
  by: Weighing
  instansi: string /** The last day on which a result that holds is about to end. */
  soon: string
}

/** One line of the recap in the words of its form; nothing is guessed: what is not known says so. */
export function recapCells(row: RecapRow, no: number, { language, by, instansi, soon }: Words): RecapCells {
  const m = reportMessages[language]
  const words = policyMessages[language]
  const { held, capped, required } = row
  const known = held !== null && capped !== null && required !== null
  const percent = known ? jpmPercent({ held, capped, required }, by.cap) : null
  const advice = row.category ? m.advice[row.category] : null
  return {
    id: row.pegawaiId,
    no,
    name: row.name,
    nip: formatNip(row.nip),
    jabatan: row.jabatan ?? '–',
    unit: row.opd && row.opd !== row.unit ? `${row.unit}, ${row.opd}` : row.unit,
    instansi,
    performance: row.rated ? predicateWords(row.predicate, language) : m.notAssessed,
    potential:
      row.potential === null || row.potentialOf === null
        ? m.notAssessed
        : percentWords((row.potential * 100) / row.potentialOf, language),
    competency: known ? m.sums(by.cap === 'item' ? capped : held, required) : m.notAssessed,
    jpm: percent === null ? '–' : percentWords(percent, language),
    category: row.category
      ? { text: words.categories[row.category], tone: categoryTone[row.category] }
      : { text: m.notAssessed, tone: 'neutral' },
    quadrant: m.quadrantNone,
    remarks: remarksOf(row, language, soon),
    ending: row.validUntil !== null && row.validUntil <= soon ? m.remarkSoon(formatDate(row.validUntil, language)) : null,
    recommendation: advice?.recommendation ?? '–',
    placement: advice?.placement ?? '–',
    suggestion: suggestionOf(known, row.gaps, row.gaps.length, language),
    suggestionBrief: suggestionOf(known, row.gaps, shown, language),
    ikk: row.ikk === null ? '–' : ikkNumber(row.ikk, language, by.day),
    band: row.band ? { text: words.bands[row.band], tone: bandTone[row.band] } : { text: m.unknown, tone: 'neutral' },
    kinds: kindsOf(row.gaps, language) || '–',
    kindsBrief: (row.gaps.length > shown ? kindCounts(row.gaps, language) : kindsOf(row.gaps, language)) || '–',
    plan: m.planNone,
  }
}

function predicateWords(predicate: string | null, language: Language): string {
  const labels = performanceLabels[language].predicate
  return predicate !== null && predicate in labels
    ? labels[predicate as keyof typeof labels]
    : reportMessages[language].predicateUnknown
}

/** `Integritas 2 → 3` */
const gapWords = (gap: GapBelow, language: Language) => `${competencyName(gap, language)} ${gap.held}\u00a0→\u00a0${gap.required}`

/** The gaps come with the widest first. */
function suggestionOf(known: boolean, gaps: readonly GapBelow[], limit: number, language: Language): string {
  const m = reportMessages[language]
  if (!known) return '–'
  if (gaps.length === 0) return m.suggestionNone
  const words = gaps.slice(0, limit).map(gap => gapWords(gap, language))
  return [...words, ...(gaps.length > limit ? [m.suggestionMore(gaps.length - limit)] : [])].join('; ')
}

const kindCounts = (gaps: readonly GapBelow[], language: Language) =>
  pillars
    .map(pillar => ({ pillar, count: gaps.filter(gap => gap.pillar === pillar).length }))
    .filter(one => one.count > 0)
    .map(one => `${pillarLabels[language][one.pillar]} ${one.count}`)
    .join(', ')

/** The pillars in which something stands below the standard, with what it is. */
const kindsOf = (gaps: readonly GapBelow[], language: Language) =>
  pillars
    .map((pillar: Pillar) => ({
      pillar,
      names: gaps.filter(gap => gap.pillar === pillar).map(gap => competencyName(gap, language)),
    }))
    .filter(one => one.names.length > 0)
    .map(one => `${pillarLabels[language][one.pillar]}: ${one.names.join(', ')}`)
    .join('; ')

function remarksOf(row: RecapRow, language: Language, soon: string): string {
  const m = reportMessages[language]
  const until = row.validUntil
  return [
    row.assessed > 0 ? m.remarkAssessed(row.assessed, row.asked) : m.remarkNoCompetency,
    row.aspects > 0 ? m.remarkPotential(row.aspects, aspects.length) : m.remarkNoPotential,
    until && (until <= soon ? m.remarkSoon(formatDate(until, language)) : m.remarkUntil(formatDate(until, language))),
  ]
    .filter(Boolean)
    .join('; ')
}
