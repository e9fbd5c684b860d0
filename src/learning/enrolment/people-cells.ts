import { dateIn } from '../../platform/clock.ts'
import { formatDate, formatNumber, type Language } from '../../platform/i18n/index.ts'
import type { SheetToWrite } from '../../platform/sheet/index.ts'
import type { Tone } from '../../ui/index.ts'
import { datesInWords } from '../classes/class-cells.ts'
import { enrolmentStateLabels, enrolmentStateTones, wayLabels } from './labels.ts'
import { messages } from './messages.ts'
import type { PersonCells } from './pages/people.tsx'
import type { ListedParticipant, Participant, Request, StoredEntry } from './store/read.ts'

/** What the rules said when somebody asked, in one word. Who came before there were rules has met them. */
export function entryBadge({ met, each = [] }: StoredEntry, language: Language): { label: string; tone: Tone } {
  const m = messages[language]
  if (met === false) return { label: m.entryNot, tone: 'bad' }
  const isUnknown = met === null || each.some(check => check.met === null)
  return isUnknown ? { label: m.entryUnknown, tone: 'warn' } : { label: m.entryMet, tone: 'ok' }
}

/** `ownId`: of who looks at it and decides on the others; null: decides on nobody. */
export function personCells(
  row: ListedParticipant,
  language: Language,
  { instansiFirst, timeZone }: { instansiFirst: boolean; timeZone: string },
  ownId: number | null,
): PersonCells {
  const m = messages[language]
  const details = [
    row.place === null ? null : m.placeInQueue(formatNumber(row.place, language)),
    row.state === 'requested' && instansiFirst ? (row.endorsed ? m.endorsedMark : m.unendorsedMark) : null,
    row.held ? m.heldMark : null,
    row.id === ownId ? m.ownMark : null,
    row.reason,
  ]
  return {
    id: row.id,
    own: row.id === ownId,
    name: row.name,
    nip: row.nip,
    jabatan: [row.jabatan, row.unit].filter(Boolean).join(' · '),
    instansi: row.instansi,
    way: wayLabels[language][row.way],
    state: { label: enrolmentStateLabels[language][row.state], tone: enrolmentStateTones[row.state] },
    details: details.filter(words => words !== null),
    entry: entryBadge(row.entry, language),
    asked: formatDate(dateIn(new Date(row.askedAt), timeZone), language),
  }
}

export function peopleSheet(rows: readonly Participant[], title: string, language: Language, timeZone: string): SheetToWrite {
  const m = messages[language]
  const day = (at: string | null) => (at === null ? null : dateIn(new Date(at), timeZone))
  return {
    name: m.people,
    title,
    columns: [
      { header: m.name, width: 36 },
      { header: m.nip, width: 22, kind: 'text' },
      { header: m.jabatan, width: 36 },
      { header: m.unit, width: 36 },
      { header: m.instansi, width: 36 },
      { header: m.way, width: 18 },
      { header: m.state, width: 20 },
      { header: m.entry, width: 18 },
      { header: m.asked, width: 14, kind: 'date' },
      { header: enrolmentStateLabels[language].enrolled, width: 14, kind: 'date' },
      { header: m.reason, width: 40 },
    ],
    rows: rows.map(row => [
      row.name,
      row.nip,
      row.jabatan,
      row.unit,
      row.instansi,
      wayLabels[language][row.way],
      enrolmentStateLabels[language][row.state],
      entryBadge(row.entry, language).label,
      day(row.askedAt),
      day(row.enrolledAt),
      row.reason,
    ]),
  }
}

export function requestSheet(rows: readonly Request[], language: Language): SheetToWrite {
  const m = messages[language]
  return {
    name: m.requests,
    columns: [
      { header: m.person, width: 36 },
      { header: m.nip, width: 22, kind: 'text' },
      { header: m.jabatan, width: 36 },
      { header: m.unit, width: 36 },
      { header: m.instansi, width: 36 },
      { header: m.course, width: 44 },
      { header: m.class, width: 24 },
      { header: m.dates, width: 24 },
      { header: m.way, width: 18 },
      { header: m.entry, width: 18 },
      { header: m.state, width: 20 },
      { header: m.asked, width: 14, kind: 'date' },
      { header: m.reason, width: 40 },
    ],
    rows: rows.map(row => [
      row.person,
      row.nip,
      row.jabatan,
      row.unit,
      row.instansi,
      row.title,
      row.name,
      datesInWords(row, language),
      wayLabels[language][row.way],
      entryBadge(row.entry, language).label,
      enrolmentStateLabels[language][row.state],
      dateIn(new Date(row.askedAt), row.timeZone),
      row.reason,
    ]),
  }
}
