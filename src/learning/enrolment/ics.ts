import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Language } from '../../platform/i18n/index.ts'
import { messages } from './messages.ts'
import type { Dated } from './store/calendar.ts'

const dayAfter = (date: string) => new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000)

/**
 * A calendar (RFC 5545). Times are instants (UTC), which every programme shows in the zone of its owner; whole days have no zone: the first
 * day of a class in Jayapura is that day also on a phone in Jakarta. `at`: when it was made; `origin`: where our pages are.
 */
export function calendarOf(rows: readonly Dated[], language: Language, at: Date, origin: string): string {
  const m = messages[language]
  const calendar = ical({
    name: m.icsName,
    prodId: { company: 'Piawai', product: 'Belajar', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 4 * 3600,
  })
  for (const row of rows) {
    const name = row.kind === 'session' ? row.name : `${row.title} (${row.name})`
    calendar.createEvent({
      id: `${row.key}@piawai`,
      stamp: at,
      summary: row.kind === 'session' ? row.title : row.kind === 'deadline' ? m.icsDeadline(name) : name,
      ...(row.kind === 'session' && { description: name }),
      ...(row.timed
        ? { start: new Date(row.from), end: new Date(row.until) }
        : { start: new Date(`${row.from}T00:00:00Z`), end: dayAfter(row.until), allDay: true, timezone: 'UTC' }),
      ...(row.place && { location: row.place }),
      url: `${origin}/kelas/${row.classId}`,
      status: row.stands === 'waiting' || row.stands === 'requested' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
    })
  }
  return calendar.toString()
}
