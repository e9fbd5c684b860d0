import { guard } from './guard.ts'
import type { Value } from './workbook.ts'

/**
 * A CSV that Excel with Indonesian settings opens well: UTF-8 with its mark, `;` between cells, comma in decimals, dates dd-mm-yyyy (a `Date`
 * means its UTC day). No text can act as a formula. Digits stay digits: for a NIP that people will edit in Excel, write a workbook.
 */
export function writeCsv(header: string[], rows: Value[][]): Uint8Array {
  const lines = [header, ...rows].map(row => row.map(value => field(plain(value))).join(';'))
  return new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`)
}

function plain(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'string') return guard(value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, ''))
  if (typeof value === 'number') return Number.isFinite(value) ? String(value).replace('.', ',') : ''
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (Number.isNaN(value.getTime())) return ''
  const [year, month, day] = value.toISOString().slice(0, 10).split('-')
  return `${day}-${month}-${year}`
}

/** Quoted where any reader could see a delimiter, also one that guesses. */
const field = (text: string) => (/[;,\t|"\r\n]|^\s|\s$|^sep=/i.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
