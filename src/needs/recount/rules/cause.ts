/** What one day knew of a person and a competency that the post demanded. Null where it was not asked of them that day. */
export type Side = {
  jabatanId: number
  required: number
  held: number | null
  /** The level found, expired or not. */
  found: number | null
  resultIds: readonly number[]
} | null

export const causes = ['came', 'left', 'jabatan', 'standard', 'assessed', 'expired', 'result', 'choice'] as const
/** Why the figure of a person moved between two days: the first of these that is true. */
export type Cause = (typeof causes)[number]

export type Move = 'opened' | 'closed' | 'widened' | 'narrowed' | 'known' | 'unknown' | 'same'

export const gapOf = (side: Side): number | null =>
  side === null || side.held === null ? null : Math.max(0, side.required - side.held)

/** How the gap moved. `known` and `unknown`: it became known (or unknown) without there being one. */
export function moveOf(before: Side, after: Side): Move {
  const [a, b] = [gapOf(before), gapOf(after)]
  const [had, has] = [a ?? 0, b ?? 0]
  if (had === 0 && has > 0) return 'opened'
  if (had > 0 && has === 0) return 'closed'
  if (has > had) return 'widened'
  if (has < had) return 'narrowed'
  if (a === null && b !== null) return 'known'
  if (a !== null && b === null) return 'unknown'
  return 'same'
}

/**
 * Why it moved; null where nothing did. `person`: the post held on each day, null where they were not there. Someone who is in one of the two days only came or left; of the others a new post comes before
 * a new standard, and that before what was found of them.
 */
export function causeOf(
  before: Side,
  after: Side,
  person: { jabatanBefore: number | null; jabatanAfter: number | null },
): Cause | null {
  if (moveOf(before, after) === 'same') return null
  if (person.jabatanBefore === null) return 'came'
  if (person.jabatanAfter === null) return 'left'
  if (before === null || after === null) return person.jabatanBefore === person.jabatanAfter ? 'standard' : 'jabatan'
  if (before.jabatanId !== after.jabatanId) return 'jabatan'
  if (before.required !== after.required && before.held === after.held) return 'standard'
  if (before.found === null && after.found !== null) return 'assessed'
  if (before.held !== null && after.held === null) return 'expired'
  return before.resultIds.join() === after.resultIds.join()
    ? before.required !== after.required
      ? 'standard'
      : 'choice'
    : 'result'
}
