import type { Actor } from '../../platform/actor.ts'
import { mayTeach, type Provider } from '../../providers/index.ts'

/** Who learns: somebody whose person is known. What one is enrolled in is asked in one's own scope. */
export const learnerOf = (actor: Actor): number | null => actor.pegawaiId

/** Who grades in a class: who holds it for its provider, and who teaches in it. */
export const mayJudge = (actor: Actor, provider: Provider, trainers: readonly string[]): boolean =>
  mayTeach(actor, provider) || trainers.includes(actor.accountId)
