import { type Fraction, fraction, none, over, plus, times, whole } from './fraction.ts'
import { type Answer, type ItemContent, isNear, normalised, type Question, readDecimal } from './item.ts'

export const scoringRule = 'kuis-1'

/**
 * What share of an item's points an answer earns, exactly. Multiple: what was rightly chosen less what was wrongly chosen, over what is
 * right, never below nothing. Matching: pairs that are right over all pairs. The others: all or nothing. No answer earns nothing.
 */
export function shareOf(content: ItemContent, answer: Answer | undefined): Fraction {
  switch (content.kind) {
    case 'single':
      return answer === content.right ? whole : none
    case 'true_false':
      return answer === String(content.right) ? whole : none
    case 'multiple': {
      if (!Array.isArray(answer)) return none
      const chosen = [...new Set(answer)]
      const rightly = chosen.filter(key => content.right.includes(key)).length
      return fraction(Math.max(0, 2 * rightly - chosen.length), content.right.length)
    }
    case 'short':
      return typeof answer === 'string' && content.accepted.some(one => normalised(one) === normalised(answer)) ? whole : none
    case 'numeric': {
      const given = typeof answer === 'string' ? readDecimal(answer) : null
      const right = readDecimal(content.right.replace('.', ','))
      const tolerance = readDecimal(content.tolerance.replace('.', ','))
      return given && right && tolerance && isNear(given, right, tolerance) ? whole : none
    }
    case 'matching': {
      if (typeof answer !== 'object' || Array.isArray(answer)) return none
      return fraction(content.left.filter(one => answer[one.key] === content.right[one.key]).length, content.left.length)
    }
  }
}

/** The share of all points that an attempt earned. `answers[n]` belongs to `questions[n]`; undefined: not answered. */
export function scoreOf(questions: readonly Question[], answers: readonly (Answer | undefined)[]): Fraction {
  const all = questions.reduce((sum, question) => sum + question.points, 0)
  if (all === 0) return none
  const earned = questions.reduce(
    (sum, question, n) => plus(sum, times(shareOf(question.content, answers[n]), question.points)),
    none,
  )
  return over(earned, all)
}
