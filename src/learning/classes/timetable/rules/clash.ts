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

/** A day that would have more JP than it holds. `verified`: whether the rule has been held against an act. */
export type FullDay = { day: string; jp: number; most: number; verified: boolean }

/** The days whose JP would be more than each holds by the rule of its date. */
export const fullDays = (
  days: ReadonlyMap<string, number>,
  holds: (day: string) => { most: number; verified: boolean },
): FullDay[] => [...days].map(([day, jp]) => ({ day, jp, ...holds(day) })).filter(({ jp, most }) => jp > most)
