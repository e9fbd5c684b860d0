import type { Admission, ClassState } from '../../classes/rules/class.ts'

export const enrolmentStates = [
  'requested',
  'waiting',
  'enrolled',
  'withdrawn',
  'rejected',
  'completed',
  'failed',
  'cancelled',
] as const
export type EnrolmentState = (typeof enrolmentStates)[number]
/** `self`: asked by oneself. `nominated`: by who leads or manages the person. `planned`: by a line of a plan. */
export type EnrolmentWay = 'self' | 'nominated' | 'planned'

/** Still on the way into the class or in it. */
export const activeStates: readonly EnrolmentState[] = ['requested', 'waiting', 'enrolled']

type Registering = { state: ClassState; startsOn: string | null; endsOn: string | null; registrationUntil: string | null }
export type RegistrationFlaw = 'not_open' | 'over'

/** Why nobody can be asked into a class on a day; null: people can. Without a deadline until its first day. */
export function registrationFlaw(one: Registering, today: string): RegistrationFlaw | null {
  if (one.state !== 'open' && !(one.state === 'running' && one.registrationUntil !== null)) return 'not_open'
  const last = one.registrationUntil ?? one.startsOn
  return last !== null && last < today ? 'over' : null
}

/** Where a request begins. What is nominated to the instansi's own people is agreed by it already. */
export const firstState = (admission: Admission, instansiFirst: boolean, endorsed: boolean): EnrolmentState =>
  admission === 'open' && (!instansiFirst || endorsed) ? 'waiting' : 'requested'

/** Who decides next about a request: the person's instansi, or the organiser. */
export const nextToDecide = (instansiFirst: boolean, endorsed: boolean): 'instansi' | 'organiser' =>
  instansiFirst && !endorsed ? 'instansi' : 'organiser'

/** `oneself`: somebody nominates the own person. */
export type JoinFlaw =
  | RegistrationFlaw
  | 'nomination_only'
  | 'not_for_instansi'
  | 'entry'
  | 'already'
  | 'finished'
  | 'clash'
  | 'oneself'
export type Joining = Registering & { admission: Admission; openFor: readonly number[] | null }
/**
 * What is known of who would join. `entryMet` null: not known, which keeps nobody out. `clashes`: sits in another class at the hours of this
 * one, and nobody has said why that may be.
 */
export type Joiner = { instansiId: number; state: EnrolmentState | null; entryMet: boolean | null; clashes: boolean }

/** Why somebody cannot join a class this way; null: can. Who withdrew may ask again; who was rejected only if nominated. */
export function joinFlaw(one: Joining, who: Joiner, way: EnrolmentWay, today: string): JoinFlaw | null {
  if (who.state !== null && activeStates.includes(who.state)) return 'already'
  if (who.state === 'completed' || who.state === 'failed') return 'finished'
  const closed = registrationFlaw(one, today)
  if (closed) return closed
  if (way === 'self' && (one.admission === 'nomination' || who.state === 'rejected')) return 'nomination_only'
  if (one.openFor !== null && !one.openFor.includes(who.instansiId)) return 'not_for_instansi'
  if (who.entryMet === false) return 'entry'
  return who.clashes ? 'clash' : null
}

/** Whether a text says why: from 5 to 500 letters. */
export const isReason = (text: string): boolean => text.length >= 5 && text.length <= 500

/** Whether people may still withdraw by themselves: until the class begins; alone, as long as nothing is finished. */
export const mayWithdraw = (state: EnrolmentState, one: { state: ClassState; startsOn: string | null }, today: string): boolean =>
  activeStates.includes(state) &&
  one.state !== 'running' &&
  one.state !== 'closed' &&
  (one.startsOn === null || today < one.startsOn)
