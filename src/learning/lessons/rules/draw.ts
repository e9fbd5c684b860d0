import { type Choice, choiceKey, type ItemContent, type Question } from './item.ts'

/** Numbers in [0, 1) that follow from a seed alone (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The same things in an order that chance chose (Fisher and Yates). */
function shuffled<T>(things: readonly T[], next: () => number): T[] {
  const order = [...things]
  for (let n = order.length - 1; n > 0; n--) {
    const other = Math.floor(next() * (n + 1))
    ;[order[n], order[other]] = [order[other]!, order[n]!]
  }
  return order
}

/**
 * Choices in another order, with keys given anew in that order: the key of a choice is in the page, and must not tell where its author had
 * put it (the right one first, or each beside its pair).
 */
function withChoices(content: ItemContent, next: () => number): ItemContent {
  if (!('choices' in content)) return content
  const order = shuffled(content.choices, next)
  const choices: Choice[] = order.map((choice, n) => ({ ...choice, key: choiceKey(n) }))
  const keyOf = (former: string) => choiceKey(order.findIndex(choice => choice.key === former))
  switch (content.kind) {
    case 'single':
      return { ...content, choices, right: keyOf(content.right) }
    case 'multiple':
      return { ...content, choices, right: content.right.map(keyOf).sort() }
    case 'matching':
      return {
        ...content,
        choices,
        right: Object.fromEntries(Object.entries(content.right).map(([left, right]) => [left, keyOf(right)])),
      }
  }
}

/**
 * The questions of one attempt from the items there are: the same for the same seed. `count` null: all of them. Choices of a matching item
 * are always shuffled: in order they would be their own answer.
 */
export function drawn(
  items: readonly Question[],
  how: { count: number | null; shuffleItems: boolean; shuffleChoices: boolean },
  seed: number,
): Question[] {
  const next = numbersFrom(seed)
  const order = how.count === null && !how.shuffleItems ? [...items] : shuffled(items, next)
  const taken = how.count === null ? order : order.slice(0, how.count)
  const inOrder = how.shuffleItems ? taken : [...taken].sort((a, b) => items.indexOf(a) - items.indexOf(b))
  return inOrder.map(one => ({
    ...one,
    content: how.shuffleChoices || one.content.kind === 'matching' ? withChoices(one.content, next) : one.content,
  }))
}
