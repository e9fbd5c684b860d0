import { formatNumber, type Language } from '../../platform/i18n/index.ts'
import { type IkkBand, ikkBands } from '../../regulation/index.ts'
import { policyMessages } from '../policy-messages.ts'
import { potentialMessages } from '../potential/messages.ts'
import type { Ikk, Share } from '../rules/ikk.ts'
import { reportMessages } from './messages.ts'
import { shownIkk } from './rules/standing.ts'
import type { PersonStanding } from './rules/weigh.ts'

/** Never by colour alone: the band is written beside it. */
export const bandTone = { tinggi: 'bad', sedang: 'warn', rendah: 'info', tidak_ada: 'ok' } as const satisfies Record<
  IkkBand,
  string
>

/** `88,89`, `80`: at most two decimals. */
export function percentNumber(percent: number, language: Language): string {
  const hundredths = Math.round(percent * 100)
  return formatNumber(hundredths / 100, language, hundredths % 100 === 0 ? 0 : hundredths % 10 === 0 ? 1 : 2)
}

/** `88,89 %`, on one line. */
export const percentWords = (percent: number, language: Language) => `${percentNumber(percent, language)}\u00a0%`

export const shareNumber = ({ held, of }: Share, language: Language) => percentNumber((held * 100) / of, language)
export const shareWords = (share: Share | null, language: Language) => (share ? `${shareNumber(share, language)}\u00a0%` : '–')

const borders = (day: string) => ikkBands.at(day).value.flatMap(({ from, above }) => from ?? above ?? [])

/** `13,8` */
export function ikkNumber(value: number, language: Language, day: string): string {
  const shown = shownIkk(value, borders(day))
  return formatNumber(shown.value, language, shown.digits)
}

/** `100 − (80 × 30 % + 88,89 × 70 %) = 13,8: rendah`; why not, where the index is unknown. */
export function ikkSentence(standing: PersonStanding, language: Language, day: string): string {
  const m = potentialMessages[language]
  const { ikk, weights } = standing
  if (!ikk) {
    const [noPotential, noCompetency] = [
      standing.potential === null && weights.potensi > 0,
      standing.competency === null && weights.kompetensi > 0,
    ]
    return m.ikkUnknownWhy[noPotential ? (noCompetency ? 'both' : 'potential') : 'competency']
  }
  return `${ikkSum(standing, language)} = ${ikkWords(ikk, language, day)}`
}

function ikkSum({ potential, competency, weights }: PersonStanding, language: Language): string {
  const parts = [
    { share: potential, weight: weights.potensi },
    { share: competency, weight: weights.kompetensi },
  ].flatMap(({ share, weight }) => (share && weight > 0 ? [`${shareNumber(share, language)} × ${weight} %`] : []))
  return `100 − (${parts.join(' + ')})`
}

/** `13,8: rendah` */
export const ikkWords = ({ value, band }: Ikk, language: Language, day: string) =>
  `${ikkNumber(value, language, day)}: ${policyMessages[language].bands[band].toLowerCase()}`

/** The limits of bands that descend, in words: `≥ 50`, `≥ 25 dan < 50`, `> 0 dan < 25`, `≤ 0`. */
export function bandLimits(bands: readonly { from?: number; above?: number }[], language: Language): string[] {
  const { and } = reportMessages[language]
  return bands.map(({ from, above }, index) => {
    const before = bands[index - 1]
    const lower = from ? `≥ ${from}` : above !== undefined ? `> ${above}` : null
    const upper = before === undefined ? null : before.from !== undefined ? `< ${before.from}` : `≤ ${before.above}`
    return [lower, upper].filter(Boolean).join(` ${and} `)
  })
}
