import type { Level } from './content.ts'

/** A level of an old dictionary, said in the words of a new one. */
export type Step = { fromId: number; fromLevel: number; toId: number; toLevel: number }

/**
 * Levels said in the words of the new dictionary. Where several old ones lead to one new competency the highest counts, and a level that was
 * already asked for in new words is never lowered. A level without a step stays as it is, in the old words.
 */
export function translated(levels: readonly Level[], steps: readonly Step[]): Level[] {
  const next = new Map<number, Level>()
  const put = (row: Level) => {
    const other = next.get(row.competencyId)
    if (!other || other.level < row.level) next.set(row.competencyId, row)
  }
  for (const row of levels) {
    const mine = steps.filter(step => step.fromId === row.competencyId && step.fromLevel === row.level)
    if (mine.length === 0) put(row)
    for (const step of mine) put({ ...row, competencyId: step.toId, level: step.toLevel, verified: null })
  }
  return [...next.values()]
}

export type Pairing = { fromId: number; toId: number; levels: readonly (number | null)[] }
/** Why a pairing cannot stand: it leads to itself, or a higher old level would count for less than a lower one. */
export type PairingFlaw = 'itself' | 'falls' | 'empty'

/** `levels`: for the old levels 1 to 5 the new one; null where an old level says nothing in the new words. */
export function pairingFlaw({ fromId, toId, levels }: Pairing): PairingFlaw | null {
  if (fromId === toId) return 'itself'
  const said = levels.filter(level => level !== null)
  if (said.length === 0) return 'empty'
  return said.some((level, index) => index > 0 && level < said[index - 1]!) ? 'falls' : null
}

export const stepsOf = ({ fromId, toId, levels }: Pairing): Step[] =>
  levels.flatMap((toLevel, index) => (toLevel === null ? [] : [{ fromId, fromLevel: index + 1, toId, toLevel }]))
