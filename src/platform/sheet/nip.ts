import { isCalendarDay } from './dates.ts'
import type { Cell } from './reading.ts'

export type Employment = 'pns' | 'cpns' | 'pppk' | 'pppk_paruh_waktu'
type NipReading =
  | { ok: true; value: string }
  | {
      ok: false
      reason:
        | 'empty'
        | 'scientific' // a number, or text like 1,99E+17: the digits are lost or not certain
        | 'rounded' // ends in 000, as Excel leaves 18 digits of which it keeps 15; no sequence is 000
        | 'length'
        | 'not_digits'
        | 'birth_date'
        | 'appointment_month'
        | 'sex_digit'
        | 'age'
    }

const FIRST_BIRTH_YEAR = 1930
const YOUNGEST = 15
const OLDEST = 60

/**
 * An 18-digit NIP (PNS) or NI PPPK: birth yyyymmdd, appointment yyyymm, sex 1 or 2, sequence of three (Perka BKN 22/2007, 43/2007). For PPPK
 * digits 13–14 count contracts and are no month. Spaces, points and a leading apostrophe are taken off.
 * `age`: appointed before 15 or after 60 years of age, which only a wrong digit explains.
 */
export function readNip(cell: Cell | undefined, employment: Employment): NipReading {
  if (cell === null || cell === undefined) return { ok: false, reason: 'empty' }
  if (typeof cell === 'boolean' || cell instanceof Date) return { ok: false, reason: 'not_digits' }
  const text =
    typeof cell === 'number' ? String(cell) : cell.replace(/[\s.\u00ad\u200b-\u200f\u2060\ufeff]/g, '').replace(/^['’`]/, '')
  if (text === '') return { ok: false, reason: 'empty' }
  if (/^\d(?:[.,]?\d*)E\+?\d+$/i.test(text)) return { ok: false, reason: 'scientific' }
  if (!/^\d+$/.test(text)) return { ok: false, reason: 'not_digits' }
  if (text.length !== 18) return { ok: false, reason: 'length' }
  if (text.endsWith('000')) return { ok: false, reason: 'rounded' }
  if (typeof cell === 'number') return { ok: false, reason: 'scientific' }
  return checked(text, employment)
}

function checked(nip: string, employment: Employment): NipReading {
  const [year, month, day] = [Number(nip.slice(0, 4)), Number(nip.slice(4, 6)), Number(nip.slice(6, 8))]
  if (year < FIRST_BIRTH_YEAR || !isCalendarDay(year, month, day)) return { ok: false, reason: 'birth_date' }
  const hasMonth = employment === 'pns' || employment === 'cpns'
  const appointedYear = Number(nip.slice(8, 12))
  const appointedMonth = Number(nip.slice(12, 14))
  if (hasMonth && (appointedMonth < 1 || appointedMonth > 12)) return { ok: false, reason: 'appointment_month' }
  if (nip[14] !== '1' && nip[14] !== '2') return { ok: false, reason: 'sex_digit' }
  const months = (appointedYear - year) * 12 + (hasMonth ? appointedMonth - month : 0)
  if (months < YOUNGEST * 12 || months > OLDEST * 12) return { ok: false, reason: 'age' }
  return { ok: true, value: nip }
}
