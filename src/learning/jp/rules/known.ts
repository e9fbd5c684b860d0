/** When a record was written down, and taken back. */
type Kept = { recordedAt: Date; withdrawnAt: Date | null }

/** Whether a record stood at an instant: written down by then, and not yet withdrawn. */
export const stoodAt = ({ recordedAt, withdrawnAt }: Kept, at: Date): boolean =>
  recordedAt <= at && (withdrawnAt === null || withdrawnAt > at)

const zoneOffset = (at: Date, timeZone: string): number => {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at)
  const part = (type: string) => Number(parts.find(one => one.type === type)!.value)
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - at.getTime()
}

/** The last instant of a day where somebody lives. */
export function endOfDay(day: string, timeZone: string): Date {
  const asUtc = new Date(`${day}T23:59:59.000Z`)
  return new Date(asUtc.getTime() - zoneOffset(asUtc, timeZone) + 999)
}
