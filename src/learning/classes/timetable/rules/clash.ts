import { mostJpOfDay } from './session.ts'

export type ClashKind = 'class' | 'room' | 'trainer' | 'participants'
/** What stands in the way of a session: who or what is taken, by which class, when. Of participants `people` says how many. */
export type Clash = {
  /** The session that was wanted: its place among those asked for. */
  wanted: number
  kind: ClashKind
  who: string
  what: string
  classId: number
  startsAt: Date
  endsAt: Date
  people: number
}

export type Booking = 'free' | 'refused' | 'reason_needed'

/**
 * Whether a session may be booked: a room, a trainer or the class itself cannot be in two places; people enrolled in two classes may be told
 * to choose, where a reason says so.
 */
export function bookingOf(clashes: readonly Pick<Clash, 'kind'>[], reason: string): Booking {
  if (clashes.some(one => one.kind !== 'participants')) return 'refused'
  return clashes.length > 0 && reason.length < 5 ? 'reason_needed' : 'free'
}

/** The days whose JP would be more than a day holds, with how many they would have. */
export const fullDays = (days: ReadonlyMap<string, number>): { day: string; jp: number }[] =>
  [...days].filter(([, jp]) => jp > mostJpOfDay).map(([day, jp]) => ({ day, jp }))
