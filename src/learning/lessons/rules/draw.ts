import type { ItemContent, Question } from './item.ts'

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

const withChoices = (content: ItemContent, next: () => number): ItemContent =>
  'choices' in content ? { ...content, choices: shuffled(content.choices, next) } : content

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
