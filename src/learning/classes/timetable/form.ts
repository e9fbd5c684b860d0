import { formatDate, formatNumber, type Language } from '../../../platform/i18n/index.ts'
import { localOf, zoneName } from '../run/rules/local-time.ts'
import type { Saved } from './actions.ts'
import type { Messages } from './messages.ts'
import type { Clash } from './rules/clash.ts'
import type { SessionReading, TypedSession } from './rules/session.ts'
import type { Session } from './store.ts'

const subjectField = 'mata'
/** The fields of the form of a session, as they were typed. */
export const sessionFields = {
  day: 'tanggal',
  from: 'mulai',
  until: 'selesai',
  subject: subjectField,
  title: 'judul',
  jp: 'jp',
  mode: 'cara',
  room: 'ruang',
  trainers: 'pengajar',
  meetingUrl: 'tautan',
  meetingCapacity: 'daya',
  point: 'titik',
  radius: 'radius',
} as const satisfies Record<keyof TypedSession, string>

export function readSessionForm(field: (name: string) => string, trainers: number[]): TypedSession {
  const text = (key: keyof typeof sessionFields) => field(sessionFields[key])
  return {
    day: text('day'),
    from: text('from'),
    until: text('until'),
    subject: text('subject'),
    title: text('title'),
    jp: text('jp'),
    mode: text('mode'),
    room: text('room'),
    trainers,
    meetingUrl: text('meetingUrl'),
    meetingCapacity: text('meetingCapacity'),
    point: text('point'),
    radius: text('radius'),
  }
}

export const blankSession = (day: string, meeting: { url: string | null; capacity: number | null }): TypedSession => ({
  day,
  from: '08:00',
  until: '09:30',
  subject: '',
  title: '',
  jp: '2',
  mode: 'tatap_muka',
  room: '',
  trainers: [],
  meetingUrl: meeting.url ?? '',
  meetingCapacity: String(meeting.capacity ?? ''),
  point: '',
  radius: '',
})

const usualMinutes = 90
/** The session that follows another: at its end, in the same room, with the same trainers. */
export const sessionAfter = (before: Session, blank: TypedSession, timeZone: string): TypedSession => {
  const from = localOf(before.endsAt, timeZone)
  const { mode, room, trainers, meetingUrl, meetingCapacity, point, radius } = formOf(before, timeZone)
  return {
    ...blank,
    ...{ mode, room, trainers, meetingUrl, meetingCapacity, point, radius },
    day: from.day,
    from: from.time,
    until: localOf(new Date(before.endsAt.getTime() + usualMinutes * 60_000), timeZone).time,
  }
}

export function formOf(session: Session, timeZone: string): TypedSession {
  const from = localOf(session.startsAt, timeZone)
  return {
    day: from.day,
    from: from.time,
    until: localOf(session.endsAt, timeZone).time,
    subject: String(session.subjectSort ?? ''),
    title: session.subjectSort === null ? session.title : '',
    jp: String(session.jp),
    mode: session.mode,
    room: String(session.roomId ?? ''),
    trainers: session.trainers.map(one => one.id),
    meetingUrl: session.meetingUrl ?? '',
    meetingCapacity: String(session.meetingCapacity ?? ''),
    point: session.latitude === null ? '' : `${session.latitude}, ${session.longitude}`,
    radius: String(session.radius ?? ''),
  }
}

export type Errors = { field: string; message: string }[]

export const flawErrors = (reading: Extract<SessionReading, { ok: false }>, m: Messages): Errors =>
  reading.flaws.map(({ field, flaw }) => ({ field: sessionFields[field], message: m.flaws[flaw] }))

const fieldOfClash = { class: 'mulai', room: 'ruang', trainer: 'pengajar', participants: 'alasan' } as const

function clashWords(clash: Clash, timeZone: string, language: Language, m: Messages): string {
  const from = localOf(clash.startsAt, timeZone)
  const when = m.when(formatDate(from.day, language), from.time, localOf(clash.endsAt, timeZone).time, zoneName(timeZone))
  switch (clash.kind) {
    case 'class':
      return m.clash.class(clash.who, when)
    case 'room':
      return m.clash.room(clash.who, clash.what, when)
    case 'trainer':
      return m.clash.trainer(clash.who, clash.what, when)
    case 'participants':
      return m.clash.participants(formatNumber(clash.people, language), clash.what, when)
  }
}

/** Why a booking was refused, in words: who or what is taken, by which class, when. */
export function bookingErrors(saved: Extract<Saved, { ok: false }>, timeZone: string, language: Language, m: Messages): Errors {
  switch (saved.why) {
    case 'gone':
      return [{ field: 'tanggal', message: m.gone }]
    case 'too_long':
      return [{ field: 'tanggal', message: m.patternTooLong }]
    case 'day_full':
      return saved.days.map(({ day, jp, most, verified }) => ({
        field: 'jp',
        message: m.dayFull(formatDate(day, language), formatNumber(jp, language), formatNumber(most, language), verified),
      }))
    default:
      return saved.clashes.map(clash => ({
        field: fieldOfClash[clash.kind],
        message: clashWords(clash, timeZone, language, m),
      }))
  }
}
