import { radarChart } from '../../platform/charts/index.ts'
import { formatDate, formatNumber } from '../../platform/i18n/index.ts'
import type { Block, Cell } from '../../platform/pdf/index.ts'
import { highestLevel, pillars } from '../../regulation/index.ts'
import { competencyName, pillarLabels } from '../../standards/index.ts'
import { methodLabels } from '../labels.ts'
import { policyMessages } from '../policy-messages.ts'
import type { Compared, Line, Report } from './document-load.ts'
import { documentMessages } from './document-messages.ts'
import { rulesFacts } from './document-rules.ts'
import { categoryTable, potentialOf, verdictOf } from './document-verdict.ts'
import { ikkNumber, percentNumber, percentWords, shareWords } from './present.ts'

/** Below yellow, equal green, above blue, as the form has it (DOMAIN.md 2.2); the words stand beside. */
const standTone = { below: 'warn', equal: 'good', above: 'info', unknown: 'quiet' } as const

/** The report, in the order in which it is read. */
export function reportBlocks(report: Report): Block[] {
  const m = documentMessages[report.language]
  const below = widest(report.held.lines)
  return [
    { kind: 'paragraph', tone: 'lead', text: leadOf(report) },
    { kind: 'figures', items: figuresOf(report) },
    ...verdictOf(report),
    ...radarOf(report),
    ...levelsOf(report),
    ...(below.length > 0 ? suggestionsOf(report, below) : []),
    ...potentialOf(report),
    ...(report.aim ? aimOf(report, report.aim) : []),
    ...sourcesOf(report),
    { kind: 'heading', level: 1, text: m.rules },
    { kind: 'facts', items: rulesFacts(report) },
  ]
}

export const widest = (lines: readonly Line[]) =>
  lines.filter(line => line.stand === 'below').sort((a, b) => a.gap! - b.gap! || b.level - a.level)

export const standWords = (line: Pick<Line, 'stand' | 'gap'>, { language }: Report): string => {
  const { stands } = documentMessages[language]
  return line.stand === 'below' || line.stand === 'above' ? stands[line.stand](line.gap!) : stands[line.stand]
}

function leadOf({ held, rules, language, purpose, categoryFor }: Report): string {
  const m = documentMessages[language]
  const words = policyMessages[language]
  if (held.lines.length === 0) return m.noStandard
  if (held.percent === null) return m.leadUnknown
  const category = categoryFor(purpose, held.percent)
  const counted = rules.cap.value.cap === 'item' ? held.sums.capped : held.sums.held
  return m.lead(
    formatNumber(counted, language),
    formatNumber(held.sums.required, language),
    percentNumber(held.percent, language),
    category ? words.categories[category] : m.unknown,
    words.purposes[purpose].toLowerCase(),
  )
}

function figuresOf({ held, standing, purpose, categoryFor, language, day }: Report) {
  const m = documentMessages[language]
  const words = policyMessages[language]
  const category = categoryFor(purpose, held.percent)
  const assessed = held.lines.filter(line => line.held !== null).length
  const { potential, ikk } = standing
  return [
    {
      label: m.competencyFigure,
      value: held.percent === null ? '–' : percentWords(held.percent, language),
      detail: category ? words.categories[category] : m.notAssessed,
    },
    {
      label: m.potentialFigure,
      value: shareWords(potential, language),
      detail: potential ? m.scoreOf(potential.held, potential.of) : m.notAssessed,
    },
    {
      label: m.ikkFigure,
      value: ikk ? ikkNumber(ikk.value, language, day) : '–',
      detail: ikk ? words.bands[ikk.band] : m.unknown,
    },
    {
      label: m.coverageFigure,
      value: `${assessed}/${held.lines.length}`,
      detail: assessed < held.lines.length ? m.coverageDetail : m.coverageAll,
    },
  ]
}

/** The same as radar on the page of the report. */
export function radarSvg({ held, language }: Report): string | null {
  const m = documentMessages[language]
  const round = held.lines.filter(line => line.pillar === 'manajerial' || line.pillar === 'sosial_kultural')
  if (round.length < 3 || round.every(line => line.held === null)) return null
  return radarChart({
    title: m.radar,
    description: m.radarCaption,
    max: highestLevel,
    axes: round.map(line => ({ label: line.label, standard: line.level, held: line.held })),
    legend: { standard: m.standard, held: m.held, unassessed: m.notAssessed },
  })
}

function radarOf(report: Report): Block[] {
  const m = documentMessages[report.language]
  const svg = radarSvg(report)
  return svg
    ? [
        { kind: 'heading', level: 1, text: m.radar },
        { kind: 'chart', width: 190, caption: m.radarCaption, svg },
      ]
    : []
}

/** What is seen of a level: the words of the dictionary, and its indicators where it has any. */
export const behaviourOf = (line: Line, { language }: Report): string => {
  const m = documentMessages[language]
  if (line.held !== null) return [line.result!.behaviour, ...line.result!.indicators].filter(Boolean).join('. ') || '–'
  return line.result ? m.expired(formatDate(line.result.validUntil, language)) : '–'
}

const lineTable = (lines: readonly Line[], report: Report): Block => {
  const m = documentMessages[report.language]
  return {
    kind: 'table',
    columns: [
      { header: m.competency, width: 116 },
      { header: m.standard, width: 40, align: 'center' },
      { header: m.held, width: 40, align: 'center' },
      { header: m.gap, width: 62 },
      { header: m.behaviour },
    ],
    rows: lines.map(line => [
      line.label,
      line.level,
      line.held ?? '–',
      { text: standWords(line, report), tone: standTone[line.stand], strong: line.stand === 'below' } satisfies Cell,
      behaviourOf(line, report),
    ]),
    empty: '',
  }
}

const byPillar = (lines: readonly Line[], report: Report): Block[] =>
  pillars.flatMap((pillar): Block[] => {
    const own = lines.filter(line => line.pillar === pillar)
    return own.length > 0
      ? [{ kind: 'heading', level: 2, text: pillarLabels[report.language][pillar] }, lineTable(own, report)]
      : []
  })

function levelsOf(report: Report): Block[] {
  const { held, others, language } = report
  const m = documentMessages[language]
  return [
    ...(held.lines.length > 0
      ? ([
          { kind: 'heading', level: 1, text: m.levels },
          { kind: 'paragraph', text: m.levelsLead },
          ...byPillar(held.lines, report),
        ] satisfies Block[])
      : []),
    ...(others.length > 0
      ? ([
          { kind: 'heading', level: 1, text: m.others },
          { kind: 'paragraph', text: m.othersLead },
          {
            kind: 'table',
            columns: [
              { header: m.competency, width: 190 },
              { header: m.held, width: 60, align: 'center' },
              { header: m.behaviour },
            ],
            rows: others.map(row => [competencyName(row, language), row.level, row.behaviour ?? '–']),
            empty: '',
          },
        ] satisfies Block[])
      : []),
  ]
}

function suggestionsOf({ language }: Report, below: readonly Line[]): Block[] {
  const m = documentMessages[language]
  return [
    { kind: 'heading', level: 1, text: m.suggestions },
    { kind: 'paragraph', text: m.suggestionsLead },
    {
      kind: 'table',
      columns: [{ header: m.competency, width: 150 }, { header: m.fromTo, width: 56, align: 'center' }, { header: m.toShow }],
      rows: below.map(line => [line.label, `${line.held}\u00a0→\u00a0${line.level}`, line.levelLabel ?? '–']),
      empty: '',
    },
  ]
}

function aimOf(report: Report, aim: Compared): Block[] {
  const m = documentMessages[report.language]
  return [
    { kind: 'heading', level: 1, text: m.aim(report.person.aim?.name ?? '') },
    { kind: 'paragraph', text: m.aimLead },
    categoryTable(report, aim, ['pengisian']),
    ...byPillar(aim.lines, report),
  ]
}

function sourcesOf({ levels, language }: Report): Block[] {
  const m = documentMessages[language]
  if (levels.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: m.sources },
    {
      kind: 'table',
      columns: [
        { header: m.competency },
        { header: m.level, width: 34, align: 'center' },
        { header: m.method, width: 88 },
        { header: m.assessor, width: 112 },
        { header: m.date, width: 62 },
        { header: m.validUntil, width: 62 },
      ],
      rows: levels.map(row => [
        competencyName(row, language),
        row.level,
        row.method ? methodLabels[language][row.method] : m.severalMethods,
        row.assessors.join('; ') || '–',
        formatDate(row.assessedOn, language),
        formatDate(row.validUntil, language),
      ]),
      empty: '',
    },
  ]
}
