/** When a record was written down, and taken back. */
type Kept = { recordedAt: Date; withdrawnAt: Date | null }

/** Whether a record stood at an instant: written down by then, and not yet withdrawn. */
export const stoodAt = ({ recordedAt, withdrawnAt }: Kept, at: Date): boolean =>
  recordedAt <= at && (withdrawnAt === null || withdrawnAt > at)

/** How far a zone is ahead of UTC at an instant, in milliseconds. Swedish writes a time as ISO 8601 does. */
const zoneOffset = (at: Date, timeZone: string): number => {
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(at)
  return Date.parse(`${local.replace(' ', 'T')}Z`) - at.getTime()
}

/** The last instant of a day where somebody lives. */
export function endOfDay(day: string, timeZone: string): Date {
  const asUtc = new Date(`${day}T23:59:59.000Z`)
  return new Date(asUtc.getTime() - zoneOffset(asUtc, timeZone) + 999)
}
