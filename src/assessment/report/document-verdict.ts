import { formatDate, formatNumber } from '../../platform/i18n/index.ts'
import type { Block } from '../../platform/pdf/index.ts'
import { ikkBands, type JpmPurpose, jpmBands, potentialScale } from '../../regulation/index.ts'
import { methodLabels } from '../labels.ts'
import { policyMessages } from '../policy-messages.ts'
import { aspectLabels } from '../potential/labels.ts'
import { aspects } from '../potential/rules/potential.ts'
import type { Compared, Report } from './document-load.ts'
import { documentMessages } from './document-messages.ts'
import { reportMessages } from './messages.ts'
import { bandLimits, ikkSentence, percentNumber, percentWords } from './present.ts'

const purposes: readonly JpmPurpose[] = ['pemetaan', 'pengisian']

/** The categories for both purposes, the gap index with what it is made of, and what follows. */
export function verdictOf(report: Report): Block[] {
  const { held, standing, language, purpose, categoryFor, day } = report
  const m = documentMessages[language]
  const words = policyMessages[language]
  const category = categoryFor(purpose, held.percent)
  const advice = category && reportMessages[language].advice[category]
  const limits = bandLimits(ikkBands.at(day).value, language)
  const bands = ikkBands.at(day).value.map(({ band }, index) => `${words.bands[band].toLowerCase()} ${limits[index]}`)
  return [
    { kind: 'heading', level: 1, text: m.verdict },
    categoryTable(report, held, purposes),
    { kind: 'heading', level: 2, text: m.ikk },
    { kind: 'paragraph', text: ikkSentence(standing, language, day) },
    { kind: 'paragraph', tone: 'quiet', text: m.ikkLimits(bands.join('; ')) },
    ...(advice
      ? ([
          {
            kind: 'facts',
            items: [
              { label: m.recommendation, value: advice.recommendation },
              { label: m.placement, value: advice.placement },
            ],
          },
          { kind: 'paragraph', tone: 'quiet', text: m.localAdvice },
        ] satisfies Block[])
      : []),
  ]
}

/** Into which category a percentage falls, purpose by purpose. */
export function categoryTable(report: Report, compared: Compared, only: readonly JpmPurpose[]): Block {
  const { language, purpose, categoryFor, day } = report
  const m = documentMessages[language]
  const words = policyMessages[language]
  return {
    kind: 'table',
    columns: [
      { header: m.forPurpose, width: 112 },
      { header: m.jpm, width: 48, align: 'center' },
      { header: m.category, width: 116 },
      { header: m.limits },
    ],
    rows: only.map(one => {
      const category = categoryFor(one, compared.percent)
      const limits = bandLimits(jpmBands[one].at(day).value, language)
      const bands = jpmBands[one].at(day).value.map((band, index) => `${words.categories[band.category]} ${limits[index]}`)
      return [
        one === purpose ? `${words.purposes[one]} (${m.thisReport})` : words.purposes[one],
        compared.percent === null ? '–' : percentWords(compared.percent, language),
        { text: category ? words.categories[category] : m.notAssessed, strong: one === purpose },
        bands.join('; '),
      ]
    }),
    empty: '',
  }
}

/** Every aspect that was assessed, and what that comes to. */
export function potentialOf({ standing, language, day }: Report): Block[] {
  const m = documentMessages[language]
  const { potential, spoken } = standing
  const { highest } = potentialScale.at(day).value
  const missing = aspects.filter(aspect => !spoken.some(one => one.aspect === aspect))
  if (!potential)
    return [
      { kind: 'heading', level: 1, text: m.potential },
      { kind: 'paragraph', text: m.potentialNone },
    ]
  return [
    { kind: 'heading', level: 1, text: m.potential },
    {
      kind: 'paragraph',
      text: m.potentialLead(
        formatNumber(potential.held, language),
        formatNumber(potential.of, language),
        percentNumber((potential.held * 100) / potential.of, language),
      ),
    },
    {
      kind: 'table',
      columns: [
        { header: m.aspect },
        { header: m.score, width: 42, align: 'center' },
        { header: m.method, width: 76 },
        { header: m.assessor, width: 104 },
        { header: m.date, width: 62 },
        { header: m.validUntil, width: 62 },
      ],
      rows: spoken.map(one => [
        aspectLabels[language][one.aspect],
        m.scoreOf(one.score, highest),
        methodLabels[language][one.method] ?? one.method,
        one.assessor ?? '–',
        formatDate(one.assessedOn, language),
        formatDate(one.validUntil, language),
      ]),
      empty: '',
    },
    ...(missing.length > 0
      ? [
          {
            kind: 'paragraph' as const,
            tone: 'quiet' as const,
            text: m.potentialMissing(missing.map(aspect => aspectLabels[language][aspect]).join(', ')),
          },
        ]
      : []),
  ]
}
