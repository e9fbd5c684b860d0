import { readText } from './cells.ts'
import type { Cell } from './reading.ts'

type DateReading =
  | { ok: true; value: string }
  | { ok: false; reason: 'empty' | 'not_a_date' | 'no_such_day' | 'out_of_range' | 'two_digit_year' | 'time_zone' }

const FIRST_YEAR = 1930
const LAST_YEAR = 2100
const DAY = 86_400_000
/** Excel counts days so that 1 January 1970 is its day 25,569 (right from March 1900 on); its last day is 31 December 9999. */
const SERIAL_OF_1970 = 25_569
const LAST_SERIAL = 2_958_465

const MONTHS: string[][] = [
  ['januari', 'january', 'jan'],
  ['februari', 'pebruari', 'february', 'feb', 'peb'],
  ['maret', 'march', 'mar', 'mrt'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['agustus', 'august', 'agu', 'agt', 'ags', 'agust', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nopember', 'nov', 'nop'],
  ['desember', 'december', 'des', 'dec'],
]

const TIME = String.raw`(?:[T ]\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d{1,9})?)?(?: ?(?:Z|[+-]\d{2}:?\d{2}|AM|PM|WIB|WITA|WIT))?)?`
const ISO = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${TIME}$`, 'i')
const DAY_FIRST = new RegExp(`^(\\d{1,2}) ?[-/. ] ?(\\d{1,2}) ?[-/. ] ?(\\d{4}|\\d{2})${TIME}$`, 'i')
const NAMED = new RegExp(`^(\\d{1,2})[-/. ]{0,3}([a-z]{3,9})[-/., ]{0,3}(\\d{4}|\\d{2})${TIME}$`, 'i')
const OTHER_ZONE = /(?:Z|[+-]\d{2}:?\d{2})$/i
const MIDNIGHT = /[T ]0{1,2}[:.]00(?:[:.]00(?:[.,]0+)?)?/i

/**
 * A calendar day, as `yyyy-mm-dd`: a date cell, an Excel day number, `dd-mm-yyyy` (also / . or spaces), `yyyy-mm-dd` with or without a time,
 * `1 Januari 2024` and its abbreviations. The day always stands before the month.
 * `no_such_day`: 31-02; `out_of_range`: a year outside 1930–2100; `two_digit_year`: 24 could be 1924; `time_zone`: an instant in UTC
 * (`…T17:00:00Z` is already tomorrow in Jakarta), which names no single day.
 */
export function readDate(cell: Cell | undefined): DateReading {
  if (cell instanceof Date) return fromInstant(cell.getTime())
  if (typeof cell === 'number') {
    if (!(cell >= 1 && cell < LAST_SERIAL + 1)) return { ok: false, reason: 'not_a_date' }
    return fromInstant((cell - SERIAL_OF_1970) * DAY)
  }
  const text = readText(cell)
  if (text === null) return { ok: false, reason: 'empty' }
  if (text.length > 60 || typeof cell === 'boolean') return { ok: false, reason: 'not_a_date' }
  const iso = ISO.exec(text)
  if (iso) {
    if (OTHER_ZONE.test(text.slice(10)) && !MIDNIGHT.test(text)) return { ok: false, reason: 'time_zone' }
    return fromParts(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  }
  const parts = DAY_FIRST.exec(text) ?? NAMED.exec(text.replace(/^(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu),? /i, ''))
  if (!parts) return { ok: false, reason: 'not_a_date' }
  const month = /\d/.test(parts[2]!) ? Number(parts[2]) : MONTHS.findIndex(names => names.includes(parts[2]!.toLowerCase())) + 1
  if (month === 0 && !/\d/.test(parts[2]!)) return { ok: false, reason: 'not_a_date' }
  if (parts[3]!.length === 2) return { ok: false, reason: 'two_digit_year' }
  return fromParts(Number(parts[3]), month, Number(parts[1]))
}

/** Sheets hold days as fractions: half a second guards against 23:59:59.999 of the day before. */
function fromInstant(time: number): DateReading {
  const day = new Date(Math.round(time / 1000) * 1000)
  if (Number.isNaN(day.getTime())) return { ok: false, reason: 'not_a_date' }
  return fromParts(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate())
}

function fromParts(year: number, month: number, day: number): DateReading {
  if (!isCalendarDay(year, month, day)) return { ok: false, reason: 'no_such_day' }
  if (year < FIRST_YEAR || year > LAST_YEAR) return { ok: false, reason: 'out_of_range' }
  return { ok: true, value: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` }
}

/** Whether the Gregorian calendar has that day; month 1–12. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(2000, month - 1, day))
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
