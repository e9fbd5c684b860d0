import type { Rating } from '../../rules/priority.ts'

/** DIF of one jabatan: all three, or nothing was said. */
export type Rated = { difficulty: Rating; importance: Rating; frequency: Rating }
export const ratedFields = ['difficulty', 'importance', 'frequency'] as const
export type TypedRated = Record<(typeof ratedFields)[number], string>

const isRating = (text: string): text is Rating => text === 'r' || text === 's' || text === 't'

/** One line of the form: three ratings, or none of them ('' or anything else is none). `missing`: which were left out of a line that was begun. */
export function readRated(
  typed: TypedRated,
): { ok: true; values: Rated | null } | { ok: false; missing: (typeof ratedFields)[number][] } {
  const { difficulty, importance, frequency } = typed
  if (isRating(difficulty) && isRating(importance) && isRating(frequency))
    return { ok: true, values: { difficulty, importance, frequency } }
  const missing = ratedFields.filter(field => !isRating(typed[field]))
  return missing.length === ratedFields.length ? { ok: true, values: null } : { ok: false, missing }
}

export const typedRated = (rated: Rated | null): TypedRated => rated ?? { difficulty: '', importance: '', frequency: '' }

const same = (a: Rated | null, b: Rated | null) => ratedFields.every(field => (a?.[field] ?? null) === (b?.[field] ?? null))

/**
 * What is to be written. Where it goes to other jabatan too, also what stays as it was here; what was not said here before either is left
 * as those others have it.
 */
export const toWrite = <Line extends { before: Rated | null; after: Rated | null }>(
  lines: readonly Line[],
  alsoOthers: boolean,
) => lines.filter(({ before, after }) => !same(before, after) || (alsoOthers && after !== null))
