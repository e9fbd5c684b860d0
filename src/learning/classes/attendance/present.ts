import { formatNip } from '../../../people/index.ts'
import { formatDate, formatInstant, formatNumber, formatShare, type Language } from '../../../platform/i18n/index.ts'
import type { PdfDocument } from '../../../platform/pdf/index.ts'
import type { SheetToWrite } from '../../../platform/sheet/index.ts'
import { localOf } from '../run/rules/local-time.ts'
import type { Participant, RunClass } from '../run/store.ts'
import { timeOf } from '../timetable/present.ts'
import type { Session } from '../timetable/store.ts'
import type { Messages } from './messages.ts'
import type { MarkRow } from './pages/session.tsx'
import { attendedEnough, shareOf } from './rules/share.ts'
import type { Mark, PersonAttended, SessionCount } from './store.ts'

/** On which day and when a session is. */
export const whenOf = (session: Session, timeZone: string, language: Language) =>
  `${formatDate(localOf(session.startsAt, timeZone).day, language)}, ${timeOf(session, timeZone)}`

/** The sessions with how many are marked in what way. */
export const sessionRows = (
  sessions: readonly Session[],
  counts: readonly SessionCount[],
  people: number,
  cls: RunClass,
  now: Date,
  language: Language,
) => {
  const byId = new Map(counts.map(one => [one.sessionId, one]))
  const number = (value: number) => formatNumber(value, language)
  return sessions.map(session => {
    const found = byId.get(session.id)
    const away = found ? found.izin + found.sakit + found.alpa : 0
    const marked = found ? found.hadir + found.menunggu + away : 0
    return {
      id: session.id,
      title: session.title,
      when: whenOf(session, cls.timeZone, language),
      present: number(found?.hadir ?? 0),
      waiting: number(found?.menunggu ?? 0),
      away: number(away),
      unmarked: number(Math.max(0, people - marked)),
      open: session.endsAt <= now && (marked < people || (found?.menunggu ?? 0) > 0),
      over: session.endsAt <= now,
    }
  })
}

/** Of many sessions those that matter now: what is not complete, the last that was, and the next few; of few all. */
export function nearSessions<Row extends { open: boolean; over: boolean }>(rows: readonly Row[]): Row[] {
  if (rows.length <= 12) return [...rows]
  const next = rows.findIndex(row => !row.over)
  const from = (next < 0 ? rows.length : next) - 1
  return rows.filter((row, at) => row.open || (at >= from && at < from + 4))
}

const tones = { enough: 'ok', short: 'bad', unknown: 'warn' } as const

/** Each participant with what was attended, and whether it is enough. */
export const personRows = (
  people: readonly Participant[],
  attended: readonly PersonAttended[],
  percent: number | null,
  language: Language,
  m: Messages,
) => {
  const byId = new Map(attended.map(one => [one.pegawaiId, one]))
  return people.map(person => {
    const one = byId.get(person.pegawaiId) ?? { attended: 0, held: 0, undecided: 0, undecidedJp: 0 }
    const share = shareOf(one)
    const standing = attendedEnough(one, percent)
    return {
      pegawaiId: person.pegawaiId,
      name: person.name,
      nip: formatNip(person.nip),
      instansi: person.instansi,
      jp: m.jpOf(formatNumber(one.attended, language), formatNumber(one.held, language)),
      share: share === null ? '–' : formatShare(share, language),
      sort: share ?? 2,
      decided: standing,
      standing: { label: m.standings[standing], tone: tones[standing] },
      undecided: one.undecided > 0 ? m.undecided(formatNumber(one.undecided, language)) : null,
    }
  })
}

/** The participants of one session with what is recorded of them; `typed`: what the refused form said. */
export const markRows = (
  people: readonly Participant[],
  marks: readonly Mark[],
  session: Session,
  cls: RunClass,
  language: Language,
  m: Messages,
  typed: ReadonlyMap<number, string>,
): MarkRow[] => {
  const byId = new Map(marks.map(one => [one.pegawaiId, one]))
  return people.map(person => {
    const mark = byId.get(person.pegawaiId) ?? null
    const said = mark && m.saidBy(m.ways[mark.way], formatInstant(mark.at, language, cls.timeZone), mark.byName)
    const place =
      mark && session.radius !== null && mark.way === 'kode'
        ? mark.distance === null
          ? m.noPlace
          : m.metres(formatNumber(mark.distance, language))
        : null
    return {
      pegawaiId: person.pegawaiId,
      name: person.name,
      detail: `${formatNip(person.nip)} · ${person.instansi}`,
      state: mark?.state ?? null,
      chosen: typed.get(person.pegawaiId) ?? (mark === null || mark.state === 'menunggu' ? '' : mark.state),
      how: [said, place, mark?.reason].filter(Boolean).join(' · ') || null,
    }
  })
}

/** Everybody against every session: the whole attendance of a class as a sheet. */
export function attendanceSheet(
  people: readonly Participant[],
  sessions: readonly Session[],
  marks: readonly Mark[],
  attended: readonly PersonAttended[],
  cls: RunClass,
  m: Messages,
): SheetToWrite {
  const states = new Map(marks.map(one => [`${one.pegawaiId}:${one.sessionId}`, one.state]))
  const shares = new Map(attended.map(one => [one.pegawaiId, shareOf(one)]))
  return {
    name: m.sheetTitle,
    title: `${cls.title}, ${cls.name}`,
    columns: [
      { header: m.nip, width: 22, kind: 'text' },
      { header: m.name, width: 34 },
      { header: m.jabatan, width: 34 },
      { header: m.instansi, width: 34 },
      { header: m.share, width: 10, kind: 'percent' },
      ...sessions.map(one => {
        const { day, time } = localOf(one.startsAt, cls.timeZone)
        return { header: `${day} ${time} ${one.title}`.slice(0, 80), width: 16 }
      }),
    ],
    rows: people.map(person => [
      person.nip,
      person.name,
      person.jabatan,
      person.instansi,
      shares.get(person.pegawaiId) ?? null,
      ...sessions.map(one => {
        const state = states.get(`${person.pegawaiId}:${one.id}`)
        return state ? m.states[state] : null
      }),
    ]),
  }
}

/** The list of one session to be signed by hand, with who is recorded already. */
export function signedList(
  people: readonly Participant[],
  marks: readonly Mark[],
  session: Session,
  cls: RunClass,
  now: Date,
  language: Language,
  m: Messages,
): PdfDocument {
  const byId = new Map(marks.map(one => [one.pegawaiId, one]))
  const trainers = session.trainers.map(one => one.name).join(', ')
  return {
    language,
    title: m.sheetTitle,
    subtitle: `${cls.title}, ${cls.name}`,
    issuer: { instansi: cls.provider.instansi ?? cls.provider.name, office: cls.provider.instansi ? cls.provider.name : null },
    facts: [
      { label: m.session, value: session.title },
      { label: m.when, value: whenOf(session, cls.timeZone, language) },
      { label: m.room, value: session.room ?? cls.place ?? '–' },
      { label: m.trainers, value: trainers || '–' },
    ],
    cover: false,
    blocks: [
      {
        kind: 'table',
        columns: [
          { header: '#', width: 20, align: 'right' },
          { header: `${m.name}, ${m.nip}`, width: 150 },
          { header: `${m.jabatan}, ${m.instansi}` },
          { header: m.state, width: 80 },
          { header: m.signature, width: 90 },
        ],
        rows: people.map((person, index) => {
          const mark = byId.get(person.pegawaiId)
          return [
            index + 1,
            `${person.name}\n${formatNip(person.nip)}`,
            `${person.jabatan ?? '–'}\n${person.instansi}`,
            mark ? `${m.states[mark.state]}\n${localOf(mark.at, cls.timeZone).time}` : '',
            index % 2 === 0 ? `${index + 1}.` : `          ${index + 1}.`,
          ]
        }),
        empty: m.noParticipants,
      },
    ],
    footer: m.printed(formatInstant(now, language, cls.timeZone)),
    madeAt: now.toISOString(),
  }
}
