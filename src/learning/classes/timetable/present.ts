import { formatDate, formatNumber, type Language } from '../../../platform/i18n/index.ts'
import type { SheetToWrite } from '../../../platform/sheet/index.ts'
import type { Tone } from '../../../ui/index.ts'
import type { Viewer } from '../run/class.ts'
import { localOf, zoneName } from '../run/rules/local-time.ts'
import type { RunClass } from '../run/store.ts'
import type { Messages } from './messages.ts'
import type { SubjectPlan } from './rules/curriculum.ts'
import type { Session } from './store.ts'

/** From when until when, on the clocks of the class. */
export const timeOf = (session: Pick<Session, 'startsAt' | 'endsAt'>, timeZone: string) =>
  `${localOf(session.startsAt, timeZone).time}–${localOf(session.endsAt, timeZone).time} ${zoneName(timeZone)}`

/** The sessions under their days, in the words of the timetable. */
export function dayGroups(sessions: readonly Session[], cls: RunClass, as: Viewer, language: Language, m: Messages) {
  const days = Map.groupBy(sessions, one => localOf(one.startsAt, cls.timeZone).day)
  return [...days].map(([day, rows]) => ({
    day,
    label: formatDate(day, language),
    jp: `${formatNumber(
      rows.reduce((sum, one) => sum + one.jp, 0),
      language,
    )} JP`,
    rows: rows.map(one => ({
      id: one.id,
      time: timeOf(one, cls.timeZone),
      title: one.title,
      jp: one.jp === 0 ? '–' : formatNumber(one.jp, language),
      mode: m.modes[one.mode],
      place: one.mode === 'daring' ? m.modes.daring : (one.room ?? cls.place ?? m.modes.tatap_muka),
      trainers: one.trainers.map(trainer => trainer.name).join(', ') || (one.jp > 0 ? m.noTrainer : ''),
      clash: as === 'holder' && one.clashWhy ? m.clashesStand(one.clashWhy) : null,
      joinHref: as === 'participant' && one.meetingUrl ? `/kelas/${cls.id}/temu/${one.id}` : null,
      attendanceHref: as === 'holder' ? `/kelas/${cls.id}/hadir/${one.id}` : null,
    })),
  }))
}

/** How far the curriculum is scheduled, and what that means. */
export function figureOf(plan: readonly SubjectPlan[], language: Language, m: Messages) {
  const number = (value: number) => formatNumber(value, language)
  const asked = plan.reduce((sum, one) => sum + one.asked, 0)
  const placed = plan.reduce((sum, one) => sum + Math.min(one.asked, one.planned), 0)
  const over = plan.reduce((sum, one) => sum + Math.max(0, -one.left), 0)
  const value = m.figureOf(number(placed), number(asked))
  const tone = (is: Tone, sentence: string) => ({ label: m.figure, value, unit: 'JP', tone: is, sentence, joinHref: null })
  if (plan.every(one => one.planned === 0)) return tone('neutral', m.none)
  if (placed < asked) return tone('warn', m.left(number(asked - placed)))
  return over > 0 ? tone('warn', m.over(number(over))) : tone('ok', m.complete)
}

/** For who takes part: the session that runs now or comes next, and the way into it. */
export function nextFigure(sessions: readonly Session[], cls: RunClass, now: Date, language: Language, m: Messages) {
  const next = sessions.find(one => one.endsAt.getTime() > now.getTime())
  const words = { label: m.nextSession, unit: undefined }
  if (!next) return { ...words, value: '–', tone: 'neutral' as Tone, sentence: m.nothingNext, joinHref: null }
  const { day } = localOf(next.startsAt, cls.timeZone)
  const isToday = day === localOf(now, cls.timeZone).day
  const [row] = dayGroups([next], cls, 'participant', language, m)[0]!.rows
  const { time, title, place, joinHref } = row!
  return {
    ...words,
    value: formatDate(day, language),
    tone: 'neutral' as Tone,
    sentence: m.nextIs(title, time, place),
    joinHref: isToday ? joinHref : null,
  }
}

export const curriculumCells = (plan: readonly SubjectPlan[], language: Language, m: Messages) =>
  plan.map(one => {
    const left = formatNumber(Math.abs(one.left), language)
    return {
      title: one.title,
      asked: formatNumber(one.asked, language),
      planned: formatNumber(one.planned, language),
      difference: one.left === 0 ? m.fits : one.left > 0 ? m.missing(left) : m.extra(left),
      tone: (one.left === 0 ? 'ok' : 'warn') as Tone,
    }
  })

/** The timetable as a sheet. */
export const timetableSheet = (sessions: readonly Session[], cls: RunClass, language: Language, m: Messages): SheetToWrite => ({
  name: language === 'id' ? 'Jadwal' : 'Timetable',
  title: `${cls.title}, ${cls.name}`,
  columns: [
    { header: m.day, width: 14, kind: 'date' },
    { header: m.from, width: 10 },
    { header: `${m.until} (${zoneName(cls.timeZone)})`, width: 14 },
    { header: m.session, width: 50 },
    { header: m.jp, width: 8, kind: 'number' },
    { header: m.trainers, width: 50 },
    { header: m.mode, width: 14 },
    { header: m.room, width: 30 },
    { header: m.meetingUrl, width: 40 },
  ],
  rows: sessions.map(one => [
    localOf(one.startsAt, cls.timeZone).day,
    localOf(one.startsAt, cls.timeZone).time,
    localOf(one.endsAt, cls.timeZone).time,
    one.title,
    one.jp,
    one.trainers.map(trainer => trainer.name).join(', '),
    m.modes[one.mode],
    one.room,
    one.meetingUrl,
  ]),
})
