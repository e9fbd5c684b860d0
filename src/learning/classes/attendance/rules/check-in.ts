/** Seconds that a code is shown before it changes. */
export const windowSeconds = 30
/** Seconds in which one who opened the page with a code that held may finish: to allow the place, to read. */
export const ticketSeconds = 180
const opensBefore = 30 * 60_000
const closesAfter = 15 * 60_000

/** Which code is shown at an instant: they are counted from 1970. */
export const windowAt = (now: Date): number => Math.floor(now.getTime() / 1000 / windowSeconds)

/** Whether a code still holds: its own window, and the one before and after it. */
export const windowHolds = (given: number, now: Date): boolean => Math.abs(given - windowAt(now)) <= 1

/** Seconds until another code is shown, at least one. */
export const secondsLeft = (now: Date): number => windowSeconds - (Math.floor(now.getTime() / 1000) % windowSeconds)

/** Whether one may check in now: from half an hour before the session begins until a quarter of an hour after it ended. */
export function checkInTime(session: { startsAt: Date; endsAt: Date }, now: Date): 'early' | 'open' | 'over' {
  if (now.getTime() < session.startsAt.getTime() - opensBefore) return 'early'
  return now.getTime() > session.endsAt.getTime() + closesAfter ? 'over' : 'open'
}

/** When checking in opens and closes. */
export const opening = (session: { startsAt: Date; endsAt: Date }) => ({
  from: new Date(session.startsAt.getTime() - opensBefore),
  until: new Date(session.endsAt.getTime() + closesAfter),
})

export type Point = { latitude: number; longitude: number }
const earth = 6_371_000 // metres

/** Metres between two places on earth. */
export function metresBetween(a: Point, b: Point): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180
  const [dLat, dLon] = [rad(b.latitude - a.latitude), rad(b.longitude - a.longitude)]
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(rad(a.latitude)) * Math.cos(rad(b.latitude)) * Math.sin(dLon / 2) ** 2
  return Math.round(2 * earth * Math.asin(Math.min(1, Math.sqrt(h))))
}

/**
 * What a check-in counts as. A session that asks for a place takes only who stands within it; of others, and of who did not say, the
 * organiser decides.
 */
export function placed(
  asked: (Point & { radius: number }) | null,
  device: Point | null,
): { state: 'hadir' | 'menunggu'; distance: number | null } {
  if (!asked) return { state: 'hadir', distance: null }
  if (!device) return { state: 'menunggu', distance: null }
  const distance = metresBetween(asked, device)
  return { state: distance <= asked.radius ? 'hadir' : 'menunggu', distance }
}
