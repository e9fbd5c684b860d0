import type { Actor } from '../../../platform/actor.ts'
import { mayTeach } from '../../../providers/index.ts'
import type { RunClass } from './store.ts'

/** Whether the actor runs the class: whoever makes the courses of the institution, and the trainers of this class. */
export const runs = (actor: Actor, { provider, trainers }: Pick<RunClass, 'provider' | 'trainers'>): boolean =>
  mayTeach(actor, provider) ||
  trainers.some(one => one.accountId === actor.accountId || (one.pegawaiId !== null && one.pegawaiId === actor.pegawaiId))

/** Whether the actor plans and ends the class: a trainer who is no staff teaches, marks and scores, and does not close it. */
export const organisesRun = (actor: Actor, { provider }: Pick<RunClass, 'provider'>): boolean => mayTeach(actor, provider)

/** Whether nothing of the class may be changed any more. */
export const isFrozen = ({ state }: Pick<RunClass, 'state'>): boolean => state === 'closed' || state === 'cancelled'
