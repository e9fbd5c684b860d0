import type { Ctx } from '../../platform/http/context.ts'
import { formatDecimal } from '../../platform/i18n/index.ts'
import { type Answer, type ItemContent, isAnswered, rightAnswer } from '../lessons/rules/item.ts'
import { shareOf } from '../lessons/rules/scoring.ts'
import { type Messages, messages } from './messages.ts'
import type { Attempt, StoredAnswer } from './store/attempt.ts'

/** An answer in words. */
function wordsOf(t: Messages, content: ItemContent, answer: Answer | undefined): string {
  const text = (key: string) => ('choices' in content ? (content.choices.find(choice => choice.key === key)?.text ?? '–') : key)
  if (!isAnswered(answer) || answer === undefined) return t.unanswered
  if (content.kind === 'true_false') return answer === 'true' ? t.isTrue : t.isFalse
  if (content.kind === 'matching' && typeof answer === 'object' && !Array.isArray(answer))
    return content.left.map(left => `${left.text} → ${text(answer[left.key] ?? '')}`).join('; ')
  return Array.isArray(answer) ? answer.map(text).join('; ') : text(String(answer))
}

/** One question of an attempt that ended: what was answered, what it earned, and, where that is told, what was right. */
export function resultRow(
  c: Ctx,
  question: Attempt['questions'][number],
  stored: StoredAnswer | undefined,
  n: number,
  attempt: Attempt,
  tells: boolean,
) {
  const t = messages[c.get('language')]
  const { num, den } = shareOf(question.content, stored?.answer)
  const earned = Math.round((num * question.points * 100) / den) / 100
  const isWhole = num === den
  return {
    title: t.question(String(n + 1), String(attempt.questions.length)),
    prompt: question.prompt,
    earned: t.earned(formatDecimal(earned, c.get('language')), String(question.points)),
    whole: isWhole,
    answer: wordsOf(t, question.content, stored?.answer),
    right: isWhole || !tells ? null : wordsOf(t, question.content, rightAnswer(question.content)),
    explanation: tells ? question.explanation : null,
  }
}
