import { type SheetToWrite, writeWorkbook } from '../platform/sheet/index.ts'
import type { ImportField, ImportKind } from './kind.ts'
import type { Column } from './rules/recognise.ts'
import type { RefusedRow } from './store.ts'

// Files that go out are Indonesian, whatever the language of the screen.

/** Blank rows whose text columns are text already, so that Excel leaves a typed NIP alone. */
const READY_ROWS = 200

type ColumnToWrite = SheetToWrite['columns'][number]

const templateColumn = (field: ImportField): ColumnToWrite => ({
  header: field.label.id,
  kind: field.type ?? 'text',
  note: [field.required ? 'Wajib.' : '', field.help?.id ?? '', choicesOf(field)].filter(Boolean).join(' ') || undefined,
})

const choicesOf = (field: ImportField) =>
  field.choices ? `Pilihan: ${field.choices.map(choice => choice.label.id).join(', ')}.` : ''

/** A workbook to fill in: the sheet for the data, one with example rows, one with notes on each column. */
export function template(kind: ImportKind, fields: readonly ImportField[]): Promise<Uint8Array> {
  const shown = fields.filter(field => !field.many || field.inTemplate)
  const columns = shown.map(templateColumn)
  const examples = Math.max(...shown.map(field => field.examples.length))
  const exampleRow = (row: number) => shown.map(field => field.examples[row] ?? null)
  return writeWorkbook([
    { name: 'Data', columns, rows: Array.from({ length: READY_ROWS }, () => shown.map(() => null)) },
    {
      name: 'Contoh',
      title: `Contoh isian: ${kind.name.id}`,
      notes: ['Lembar ini hanya contoh dan tidak dibaca. Isi lembar “Data”.'],
      columns,
      rows: Array.from({ length: examples }, (_, row) => exampleRow(row)),
    },
    {
      name: 'Catatan',
      title: `Cara mengisi: ${kind.name.id}`,
      notes: kind.notes.map(note => note.id),
      columns: [
        { header: 'Kolom', width: 28 },
        { header: 'Wajib', width: 8 },
        { header: 'Keterangan', width: 60 },
        { header: 'Pilihan', width: 60 },
        { header: 'Nama kolom lain yang dikenali', width: 60 },
      ],
      rows: shown.map(field => [
        field.label.id,
        field.required ? 'ya' : '',
        field.help?.id ?? (field.type === 'date' ? 'Hari-bulan-tahun, misalnya 31-12-2025.' : ''),
        field.choices?.map(choice => choice.label.id).join(', ') ?? '',
        field.headers.join(', '),
      ]),
    },
  ])
}

/** A, B, … Z, AA: as Excel names its columns. */
export const columnLetter = (index: number): string =>
  (index < 26 ? '' : columnLetter(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))

/** The refused rows as they stood in the sheet, each offending cell coloured, with the row they came from and the reasons. */
export function refusedWorkbook(columns: readonly Column[], rows: readonly RefusedRow[]): Promise<Uint8Array> {
  const width = Math.max(columns.length, ...rows.map(row => row.cells.length))
  const headers = Array.from({ length: width }, (_, index) => columns[index]?.header || `Kolom ${columnLetter(index)}`)
  return writeWorkbook([
    {
      name: 'Ditolak',
      columns: [...headers.map(header => ({ header })), { header: 'Baris asal' }, { header: 'Alasan', width: 90 }],
      rows: rows.map(row => {
        const wrong = new Set(row.errors.map(error => error.column))
        const cells = headers.map((_, index) => {
          const value = writable(row.cells[index])
          return wrong.has(index) ? { value, highlight: 'refused' as const } : value
        })
        const reasons = row.errors.map(error => (error.column === null ? error.id : `${headers[error.column]}: ${error.id}`))
        return [...cells, row.row_number, reasons.join(' | ')]
      }),
    },
  ])
}

const writable = (cell: unknown): string | number | boolean | null =>
  typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? cell : null
