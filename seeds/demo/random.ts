/** A small seeded generator, so that the demo is the same on every machine. Never Math.random here. */
export type Random = {
  /** 0 ≤ x < 1 */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number
  chance(share: number): boolean
  pick<T>(from: readonly T[]): T
  /** By weight. */
  weighted<T>(from: readonly (readonly [T, number])[]): T
  /** About normal, mean 0, deviation 1. */
  normal(): number
}

/** One stream a concern: a change in one leaves the others as they were. */
export function randomFor(concern: string): Random {
  let state = 2166136261
  for (const letter of `piawai-2026/${concern}`) state = Math.imul(state ^ letter.codePointAt(0)!, 16777619)
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    int: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: share => next() < share,
    pick: from => from[Math.floor(next() * from.length)]!,
    weighted: from => {
      let at = next() * from.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of from) {
        at -= weight
        if (at < 0) return value
      }
      return from.at(-1)![0]
    },
    normal: () => next() + next() + next() + next() + next() + next() + next() + next() + next() + next() + next() + next() - 6,
  }
}

/** Whole parts of `total` in proportion to the weights, largest remainders first, so that they add up exactly. */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  const exact = weights.map(weight => (weight / sum) * total)
  const parts = exact.map(Math.floor)
  const byRemainder = exact
    .map((value, index) => [value - Math.floor(value), index] as const)
    .sort((a, b) => b[0] - a[0] || a[1] - b[1])
  const rest = total - parts.reduce((a, b) => a + b, 0)
  for (let i = 0; i < rest; i++) parts[byRemainder[i]![1]]! += 1
  return parts
}
