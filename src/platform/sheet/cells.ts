import { unguard } from './guard.ts'
import type { Cell } from './reading.ts'

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g

/**
 * The text of a cell: every run of white space (also no-break) becomes one space, invisible characters go, and so does the apostrophe that our
 * own files put before a text like `+62…`. A number is given in plain digits, a date as dd-mm-yyyy. Null if nothing is left.
 */
export function readText(cell: Cell | undefined): string | null {
  if (cell === null || cell === undefined) return null
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  if (cell instanceof Date) {
    if (Number.isNaN(cell.getTime())) return null
    const two = (number: number) => String(number).padStart(2, '0')
    return `${two(cell.getUTCDate())}-${two(cell.getUTCMonth() + 1)}-${cell.getUTCFullYear()}`
  }
  const text = unguard(cell.replace(INVISIBLE, '').trim()).replace(/\s+/g, ' ').trim()
  return text === '' || text === "'" ? null : text
}

type IntegerReading = { ok: true; value: number } | { ok: false; reason: 'empty' | 'not_a_number' | 'not_whole' | 'out_of_range' }

/**
 * A whole number: 3, 3.0, '3', '3,0', '-3', and with Indonesian thousands '1.250' or '1.250,00'. `not_whole`: it has a fraction;
 * `out_of_range`: beyond what a number holds exactly.
 */
export function readInteger(cell: Cell | undefined): IntegerReading {
  const text = readText(cell)
  if (text === null) return { ok: false, reason: 'empty' }
  if (typeof cell === 'boolean' || cell instanceof Date) return { ok: false, reason: 'not_a_number' }
  const number = typeof cell === 'number' ? cell : indonesianNumber(text)
  if (number === null || !Number.isFinite(number)) return { ok: false, reason: 'not_a_number' }
  if (!Number.isInteger(number)) return { ok: false, reason: 'not_whole' }
  if (!Number.isSafeInteger(number)) return { ok: false, reason: 'out_of_range' }
  return { ok: true, value: number === 0 ? 0 : number }
}

/** '1.250' is a thousand and more; a point before one or two digits ('3.0') can only be a program's decimal point. */
function indonesianNumber(text: string): number | null {
  if (/^-?\d+\.\d{1,2}$/.test(text)) return Number(text)
  if (!/^-?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/.test(text)) return null
  return Number(text.replaceAll('.', '').replace(',', '.'))
}
