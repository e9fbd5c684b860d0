import type { Actor } from '../../platform/actor.ts'

/** Who learns: somebody whose person is known. What one is enrolled in is asked in one's own scope. */
export const learnerOf = (actor: Actor): number | null => actor.pegawaiId
