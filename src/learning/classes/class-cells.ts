import { formatNumber, formatPeriod, type Language } from '../../platform/i18n/index.ts'
import type { SheetToWrite } from '../../platform/sheet/index.ts'
import { formEntries } from '../../regulation/index.ts'
import { classStateLabels, classStateTones, patternLabels } from './labels.ts'
import { messages } from './messages.ts'
import type { ClassCells } from './pages/class-list.tsx'
import type { ClassRow } from './store.ts'

type Dated = { startsOn: string | null; endsOn: string | null }
/** The days of a class in words. */
export function datesInWords({ startsOn, endsOn }: Dated, language: Language): string {
  return startsOn === null || endsOn === null ? messages[language].anyTime : formatPeriod(startsOn, endsOn, language)
}

export const stateBadge = (state: ClassRow['state'], language: Language) => ({
  label: classStateLabels[language][state],
  tone: classStateTones[state],
})

export function classCells(row: ClassRow, language: Language): ClassCells {
  const m = messages[language]
  const count = (n: number) => formatNumber(n, language)
  return {
    id: row.id,
    title: row.course,
    name: `${row.name} · ${patternLabels[language][row.pattern]}`,
    dates: datesInWords(row, language),
    place: row.place ?? '–',
    seats: m.seatsOf(count(row.seats.taken), row.seatsMax === null ? null : count(row.seatsMax)),
    waiting: row.seats.waiting > 0 ? m.waitingOf(count(row.seats.waiting)) : null,
    state: stateBadge(row.state, language),
  }
}

export function classSheet(rows: readonly ClassRow[], language: Language): SheetToWrite {
  const m = messages[language]
  return {
    name: m.classes,
    title: m.sheet,
    columns: [
      { header: m.code, width: 16, kind: 'text' },
      { header: m.course, width: 48 },
      { header: m.class, width: 28 },
      { header: m.provider, width: 28 },
      { header: m.pattern, width: 24 },
      { header: m.form, width: 28 },
      { header: m.jp, width: 8, kind: 'number' },
      { header: m.starts, width: 14, kind: 'date' },
      { header: m.ends, width: 14, kind: 'date' },
      { header: m.registrationUntil, width: 18, kind: 'date' },
      { header: m.maxSeats, width: 14, kind: 'number' },
      { header: m.taken, width: 10, kind: 'number' },
      { header: m.waiting, width: 12, kind: 'number' },
      { header: m.place, width: 36 },
      { header: m.state, width: 20 },
    ],
    rows: rows.map(row => [
      row.code,
      row.course,
      row.name,
      row.provider,
      patternLabels[language][row.pattern],
      formEntries[row.form].name[language],
      row.jp,
      row.startsOn,
      row.endsOn,
      row.registrationUntil,
      row.seatsMax,
      row.seats.taken,
      row.seats.waiting,
      row.place,
      classStateLabels[language][row.state],
    ]),
  }
}
