import { typedDay } from '../../../rules/day.ts'
import { instantOf, isTime } from '../../run/rules/local-time.ts'

export const sessionModes = ['tatap_muka', 'daring'] as const
export type SessionMode = (typeof sessionModes)[number]

/** The form of a session as it was typed. */
export type TypedSession = {
  day: string
  from: string
  until: string
  subject: string
  title: string
  jp: string
  mode: string
  room: string
  trainers: readonly number[]
  meetingUrl: string
  meetingCapacity: string
  point: string
  radius: string
}

/** What may be chosen, and the days and clocks of the class. */
export type SessionFrame = {
  startsOn: string
  endsOn: string
  timeZone: string
  subjects: readonly { sort: number; title: string }[]
  rooms: readonly { id: number; capacity: number }[]
  trainers: readonly { id: number }[]
  /** Who must find a seat: the seats of the class, or who is enrolled where it says none. */
  people: number
  /** Minutes of one JP on the first day of the class. */
  minutesOfJp: number
}

export type SessionValues = {
  startsAt: Date
  endsAt: Date
  subjectSort: number | null
  title: string
  jp: number
  mode: SessionMode
  roomId: number | null
  trainers: number[]
  meetingUrl: string | null
  meetingCapacity: number | null
  point: { latitude: number; longitude: number; radius: number } | null
}

export type SessionFlaw =
  | 'day'
  | 'day_outside'
  | 'from'
  | 'until'
  | 'until_before'
  | 'subject'
  | 'title_missing'
  | 'long'
  | 'jp'
  | 'jp_time'
  | 'mode'
  | 'room'
  | 'room_online'
  | 'room_small'
  | 'trainers'
  | 'url'
  | 'capacity'
  | 'point'
  | 'radius'
type Field = keyof TypedSession
export type SessionReading = { ok: true; values: SessionValues } | { ok: false; flaws: { field: Field; flaw: SessionFlaw }[] }

const whole = (text: string) => (/^\d{1,6}$/.test(text) ? Number(text) : null)

/** A link that a browser may follow: https or http, of sensible length. */
export function isLink(text: string): boolean {
  if (text.length > 500 || !URL.canParse(text)) return false
  return ['https:', 'http:'].includes(new URL(text).protocol)
}

/** `-2.1291, 106.1138` as maps give it; null where it is no place on earth. */
export function readPoint(text: string): { latitude: number; longitude: number } | null {
  const match = /^(-?\d{1,2}(?:\.\d{1,12})?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d{1,12})?)$/.exec(text)
  if (!match) return null
  const [latitude, longitude] = [Number(match[1]), Number(match[2])]
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null
}

/** Reads the form of a session; each flaw beside its field. */
export function readSession(typed: TypedSession, frame: SessionFrame): SessionReading {
  const flaws: { field: Field; flaw: SessionFlaw }[] = []
  const flaw = (field: Field, what: SessionFlaw) => void flaws.push({ field, flaw: what })

  if (typedDay(typed.day) === null) flaw('day', 'day')
  else if (typed.day < frame.startsOn || typed.day > frame.endsOn) flaw('day', 'day_outside')
  if (!isTime(typed.from)) flaw('from', 'from')
  if (!isTime(typed.until)) flaw('until', 'until')
  else if (isTime(typed.from) && typed.until <= typed.from) flaw('until', 'until_before')

  const subject = frame.subjects.find(one => String(one.sort) === typed.subject) ?? null
  if (typed.subject !== '' && !subject) flaw('subject', 'subject')
  const title = subject ? subject.title : typed.title
  if (!title && typed.subject === '') flaw('title', 'title_missing')
  if (title.length > 200) flaw('title', 'long')

  const jp = typed.jp === '' && !subject ? 0 : whole(typed.jp)
  if (jp === null || jp > 20 || (subject && jp === 0)) flaw('jp', 'jp')
  const mode = sessionModes.find(one => one === typed.mode)
  if (!mode) flaw('mode', 'mode')

  const room = frame.rooms.find(one => String(one.id) === typed.room) ?? null
  if (typed.room !== '' && !room) flaw('room', 'room')
  if (room && mode === 'daring') flaw('room', 'room_online')
  if (room && mode !== 'daring' && room.capacity < frame.people) flaw('room', 'room_small')
  if (typed.trainers.some(id => !frame.trainers.some(one => one.id === id))) flaw('trainers', 'trainers')

  if (typed.meetingUrl !== '' && !isLink(typed.meetingUrl)) flaw('meetingUrl', 'url')
  const meetingCapacity = typed.meetingCapacity === '' ? null : whole(typed.meetingCapacity)
  if (typed.meetingCapacity !== '' && !meetingCapacity) flaw('meetingCapacity', 'capacity')
  const place = typed.point === '' ? null : readPoint(typed.point)
  if (typed.point !== '' && !place) flaw('point', 'point')
  const radius = typed.radius === '' ? 100 : whole(typed.radius)
  if (radius === null || radius < 10 || radius > 5000) flaw('radius', 'radius')

  if (flaws.length > 0 || jp === null || !mode || radius === null) return { ok: false, flaws }
  const startsAt = instantOf(typed.day, typed.from, frame.timeZone)
  const endsAt = instantOf(typed.day, typed.until, frame.timeZone)
  if (jp * frame.minutesOfJp > (endsAt.getTime() - startsAt.getTime()) / 60_000)
    return { ok: false, flaws: [{ field: 'jp', flaw: 'jp_time' }] }
  return {
    ok: true,
    values: {
      startsAt,
      endsAt,
      subjectSort: subject?.sort ?? null,
      title,
      jp,
      mode,
      roomId: room?.id ?? null,
      trainers: [...new Set(typed.trainers)],
      meetingUrl: typed.meetingUrl || null,
      meetingCapacity,
      point: place && { ...place, radius },
    },
  }
}
