import type { Actor } from '../../../platform/actor.ts'
import { holds, organises } from '../access.ts'
import type { RunClass } from './store.ts'

type Run = Pick<RunClass, 'provider' | 'trainers'>

/** Whether the actor runs the class: who holds it, and the trainers of it who are known by their person and not by an account. */
export const runs = (actor: Actor, cls: Run): boolean =>
  holds(actor, cls) || cls.trainers.some(one => one.pegawaiId !== null && one.pegawaiId === actor.pegawaiId)

/** Whether the actor plans and ends the class: a trainer who is no staff teaches, marks and scores, and does not close it. */
export const organisesRun = (actor: Actor, cls: Run): boolean => organises(actor, cls)

/** Whether nothing of the class may be changed any more. */
export const isFrozen = ({ state }: Pick<RunClass, 'state'>): boolean => state === 'closed' || state === 'cancelled'
