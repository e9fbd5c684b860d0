import { formatNumber, formatShare, type Language } from '../../platform/i18n/index.ts'
import type { Figure } from '../../ui/index.ts'
import { evaluationMessages } from './messages.ts'
import { groupGain, meanOf, type Scores, type Tested } from './rules/summary.ts'

/** From so many answers on a mean is shown: below it one could be known by what was said. */
export const leastAnswers = 3

/** A mean in words: a dash where nobody answered, a word where too few did. */
export function meanText(sum: number, n: number, language: Language): string {
  const m = evaluationMessages[language]
  const mean = meanOf({ sum, n }, leastAnswers)
  return mean !== null ? formatNumber(mean, language, 2) : n === 0 ? m.unknown : m.few
}

/** The tests before and after in words. */
export function gainTexts(tested: Tested, language: Language) {
  const m = evaluationMessages[language]
  const found = groupGain(tested, leastAnswers)
  if (found === null) {
    const none = tested.n === 0 ? m.unknown : m.few
    return { before: none, after: none, gain: none, points: null }
  }
  const points = formatNumber(found.points, language, 1)
  return {
    before: formatNumber(found.before, language, 1),
    after: formatNumber(found.after, language, 1),
    gain: found.share === null ? m.unknown : formatShare(found.share, language),
    points: m.points(found.points > 0 ? `+${points}` : points),
  }
}

export type Levels = {
  reaction: Scores
  tested: Tested
  leaders: number
  confirmed: number
  effects: number
  improved: number
}
/** The four levels beside each other, each with what it rests on. */
export function levelFigures(of: Levels, language: Language): Record<'reaction' | 'gain' | 'confirmed' | 'effects', Figure> {
  const m = evaluationMessages[language]
  const number = (n: number) => formatNumber(n, language)
  const tests = gainTexts(of.tested, language)
  return {
    reaction: {
      label: m.level1,
      value: meanText(of.reaction.sum, of.reaction.n, language),
      detail: of.reaction.n === 0 ? m.noAnswers : m.ofAnswers(number(of.reaction.n)),
    },
    gain: {
      label: m.level2,
      value: tests.gain,
      detail: of.tested.n === 0 ? m.noTests : m.testedBy(tests.before, tests.after, number(of.tested.n)),
    },
    confirmed: {
      label: m.confirmedFigure,
      value: of.leaders === 0 ? m.unknown : formatShare(of.confirmed / of.leaders, language),
      detail: of.leaders === 0 ? m.noLeaders : m.ofLeaders(number(of.confirmed), number(of.leaders)),
    },
    effects: {
      label: m.effects,
      value: of.effects === 0 ? m.unknown : m.ofCount(number(of.improved), number(of.effects)),
      detail: of.effects === 0 ? m.noEffects : m.measuredTwice,
    },
  }
}
