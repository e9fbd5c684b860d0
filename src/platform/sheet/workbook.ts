import writeXlsxFile, { type CellObject, type Feature, type Row, type Sheet } from 'write-excel-file/universal'
import { guard } from './guard.ts'
import { LAST_ROW } from './reading.ts'

export type Value = string | number | Date | boolean | null
export type Highlight = 'refused' | 'warning'
/** A value, or a value whose cell is coloured. A `Date` means its UTC day; in a `date` column a text `yyyy-mm-dd` does as well. */
export type CellToWrite = Value | { value: Value; highlight: Highlight }

export type ColumnToWrite = {
  header: string
  /** In characters; without it, by the header. */
  width?: number
  /** `text` keeps digits as typed, also in blank cells of the rows given; `percent` takes 0.85 for 85 %. */
  kind?: 'text' | 'number' | 'date' | 'percent'
  /** Shown by the spreadsheet when a cell of the column is chosen. */
  note?: string
}

export type SheetToWrite = {
  name: string
  /** Above the header, in bold. */
  title?: string
  /** Lines between title and header. */
  notes?: string[]
  columns: ColumnToWrite[]
  rows: CellToWrite[][]
}

const FILL: Record<Highlight, string> = { refused: '#F8CBCB', warning: '#FFF2CC' }

/** A column of numbers, as wide as its header. */
export const numberColumn = (header: string) => ({ header, kind: 'number' as const })

/** Builds an XLSX in this thread; see `writeWorkbook` in index.ts. */
export async function workbookBytes(sheets: SheetToWrite[]): Promise<Uint8Array> {
  const names = sheetNames(sheets.map(sheet => sheet.name))
  const written: Sheet<Blob>[] = sheets.map((sheet, index) => ({
    sheet: names[index]!,
    data: [...headRows(sheet), ...sheet.rows.map(row => sheet.columns.map((column, at) => cell(row[at] ?? null, column)))],
    columns: sheet.columns.map(({ header, width }) => ({ width: width ?? Math.min(40, Math.max(10, header.length + 2)) })),
    stickyRowsCount: headRows(sheet).length,
  }))
  const blob = await writeXlsxFile(written, { features: [columnNotes(sheets)] }).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

function headRows({ title, notes = [], columns }: SheetToWrite): Row[] {
  const lines: Row[] = []
  if (title) lines.push([{ ...text(title), fontWeight: 'bold', fontSize: 14 }])
  for (const note of notes) lines.push([text(note)])
  lines.push(
    columns.map(({ header }) => ({
      ...text(header),
      fontWeight: 'bold',
      backgroundColor: '#E7EEF7',
      wrap: true,
      alignVertical: 'center',
    })),
  )
  return lines
}

function cell(given: CellToWrite, column: ColumnToWrite): CellObject | null {
  const coloured = given !== null && typeof given === 'object' && 'highlight' in given ? given : undefined
  const value = coloured ? coloured.value : (given as Value)
  const written = plainCell(value, column.kind)
  if (!coloured) return written
  return { ...written, backgroundColor: FILL[coloured.highlight] }
}

function plainCell(value: Value, kind: ColumnToWrite['kind']): CellObject | null {
  const date = kind === 'date' || value instanceof Date ? asDate(value) : null
  if (date) return { value: date, type: Date, format: 'dd-mm-yyyy' }
  if (value === null || value instanceof Date || value === '' || (typeof value === 'number' && !Number.isFinite(value))) {
    return kind === 'text' ? { type: String, format: '@' } : null
  }
  if (typeof value === 'boolean') return { value, type: Boolean }
  if (typeof value === 'string') return { ...text(value), format: '@' }
  if (kind === 'text') return { ...text(String(value)), format: '@' }
  return { value, type: Number, ...(kind === 'percent' ? { format: '0.00%' } : {}) }
}

function asDate(value: Value): Date | null {
  const day = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : value
  if (!(day instanceof Date) || Number.isNaN(day.getTime()) || day.getUTCFullYear() < 1901) return null
  return new Date(Math.floor(day.getTime() / 86_400_000) * 86_400_000)
}

const text = (value: string): CellObject => ({ value: escaped(guard(value).slice(0, 32_767)), type: String })

/**
 * Spells in Excel's own way (`_xHHHH_`) what would not come back as it was: a carriage return, a text that looks like that spelling, and the
 * names every JavaScript object has ("constructor"), which write-excel-file 4.1 mistakes for texts it has met before.
 */
function escaped(value: string): string {
  const spelt = value.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_').replace(/\r/g, '_x000D_')
  if (!(spelt in {})) return spelt
  return `_x${spelt.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_${spelt.slice(1)}`
}

/** Excel: 31 characters, none of []:*?/\, no apostrophe at either end, no two alike whatever their case. */
function sheetNames(wanted: string[]): string[] {
  const taken = new Set<string>()
  return wanted.map((name, index) => {
    const clean =
      name
        .replace(/[[\]:*?/\\\u0000-\u001f]/g, ' ')
        .replace(/\s+/g, ' ')
        .replace(/^[' ]+|[' ]+$/g, '') || `Lembar ${index + 1}`
    let free = clean.slice(0, 31).trim()
    for (let copy = 2; taken.has(free.toLowerCase()); copy++)
      free = `${clean.slice(0, 31 - ` (${copy})`.length).trim()} (${copy})`
    taken.add(free.toLowerCase())
    return free
  })
}

/** The library knows no input messages: they are put where the format wants them, right after the cells. */
const columnNotes = (sheets: SheetToWrite[]): Feature<Blob> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _options, { sheetIndex }) => {
          const sheet = sheets[sheetIndex]!
          const first = headRows(sheet).length
          const prompts = sheet.columns.flatMap(({ note, header }, at) => {
            if (!note) return []
            const letters = columnLetters(at)
            const title = attribute(header.slice(0, 32))
            return `<dataValidation allowBlank="1" showInputMessage="1" promptTitle="${title}" prompt="${attribute(note.slice(0, 255))}" sqref="${letters}${first}:${letters}${LAST_ROW}"/>`
          })
          if (prompts.length === 0) return xml
          const validations = `<dataValidations count="${prompts.length}">${prompts.join('')}</dataValidations>`
          return xml.replace(/<\/sheetData>|<sheetData\/>/, end => end + validations)
        },
      },
    },
  },
})

const columnLetters = (index: number): string =>
  (index < 26 ? '' : columnLetters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))

const attribute = (value: string) =>
  value
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"\r\n\t]/g, character => `&#${character.charCodeAt(0)};`)
