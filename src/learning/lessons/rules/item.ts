export const itemKinds = ['single', 'multiple', 'true_false', 'short', 'numeric', 'matching'] as const
export type ItemKind = (typeof itemKinds)[number]

export type Choice = { key: string; text: string }
/** What an item asks and what is right, by kind. Keys are letters given once: an answer outlives a changed order. */
export type ItemContent =
  | { kind: 'single'; choices: Choice[]; right: string }
  | { kind: 'multiple'; choices: Choice[]; right: string[] }
  | { kind: 'true_false'; right: boolean }
  | { kind: 'short'; accepted: string[] }
  /** Decimal numbers as written: "12.5". */
  | { kind: 'numeric'; right: string; tolerance: string }
  /** `right[left key]` is the key of the right side. */
  | { kind: 'matching'; left: Choice[]; choices: Choice[]; right: Record<string, string> }

/** An answer as it is stored; what does not fit its item scores nothing. */
export type Answer = string | string[] | Record<string, string>

/** A question of an attempt, as it was asked. */
export type Question = {
  itemId: number
  prompt: string
  points: number
  explanation: string | null
  content: ItemContent
}

const letters = 'abcdefghijklmnopqrstuvwxyz'
/** The key of the nth choice. */
export const choiceKey = (n: number): string => letters[n] ?? `z${n}`

/** The same for the eye: case, spaces, width and a closing full stop do not count. */
export const normalised = (text: string): string =>
  text
    .normalize('NFKC')
    .toLocaleLowerCase('id')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!?;,]+$/, '')
    .trim()

/** A decimal number, exactly: `digits` × 10^−`scale`. */
export type Decimal = { digits: bigint; scale: number }

/**
 * A number as people here type it: "1.250,5", "1250,5", "1250.5", "−3". A point before exactly three digits at the end groups thousands
 * ("1.250" is 1250) unless it stands after a zero ("0.125"). Null: no number.
 */
export function readDecimal(typed: string): Decimal | null {
  const text = typed.replace(/[\s_]/g, '').replace(/^[−–]/, '-')
  const match = /^(-?)(\d{1,15}|\d{1,3}(?:\.\d{3}){1,4})(?:,(\d{1,9}))?$/.exec(text)
  const point = /^(-?)(\d{1,15})\.(\d{1,9})$/.exec(text)
  const grouped = match && !(point && /^0/.test(point[2]!))
  const [, sign, units, rest = ''] = (grouped ? match : point) ?? []
  if (units === undefined) return null
  const digits = BigInt(units.replaceAll('.', '') + rest)
  return { digits: sign === '-' ? -digits : digits, scale: rest.length }
}

const scaled = ({ digits, scale }: Decimal, to: number) => digits * 10n ** BigInt(to - scale)

/** Whether the number lies at most `tolerance` from what is right. */
export function isNear(answer: Decimal, right: Decimal, tolerance: Decimal): boolean {
  const to = Math.max(answer.scale, right.scale, tolerance.scale)
  const apart = scaled(answer, to) - scaled(right, to)
  return (apart < 0n ? -apart : apart) <= scaled(tolerance, to)
}

/** The one answer that is wholly right: what the scoring must give all points for. */
export function rightAnswer(content: ItemContent): Answer {
  switch (content.kind) {
    case 'single':
      return content.right
    case 'multiple':
      return content.right
    case 'true_false':
      return content.right ? 'true' : 'false'
    case 'short':
      return content.accepted[0] ?? ''
    case 'numeric':
      return content.right.replace('.', ',')
    case 'matching':
      return content.right
  }
}

/** Whether anything was answered at all. */
export const isAnswered = (answer: Answer | undefined): boolean =>
  answer !== undefined &&
  (typeof answer === 'string'
    ? answer.trim() !== ''
    : Array.isArray(answer)
      ? answer.length > 0
      : Object.values(answer).some(Boolean))

/** An answer that fits the item in form, whatever it says; null where it could not have come from its form. */
export function fittingAnswer(content: ItemContent, answer: unknown): Answer | null {
  const isKey = (key: unknown, choices: readonly Choice[]): key is string => choices.some(one => one.key === key)
  switch (content.kind) {
    case 'single':
      return answer === '' || isKey(answer, content.choices) ? (answer as string) : null
    case 'true_false':
      return answer === '' || answer === 'true' || answer === 'false' ? answer : null
    case 'multiple':
      return Array.isArray(answer) && answer.every(key => isKey(key, content.choices))
        ? [...new Set<string>(answer)].sort()
        : null
    case 'short':
    case 'numeric':
      return typeof answer === 'string' && answer.length <= 200 ? answer.replaceAll('\0', '').trim() : null
    case 'matching': {
      if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return null
      const pairs = Object.entries(answer)
      const fits = pairs.every(([left, right]) => isKey(left, content.left) && (right === '' || isKey(right, content.choices)))
      return fits ? Object.fromEntries(pairs.filter(([, right]) => right !== '').sort(([a], [b]) => (a < b ? -1 : 1))) : null
    }
  }
}
