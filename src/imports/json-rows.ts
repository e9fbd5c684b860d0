import { readFile } from 'node:fs/promises'
import type { Cell, SheetReading } from '../platform/sheet/index.ts'
import { brokenJsonWords } from './file-words.ts'
import type { ImportKind, Words } from './kind.ts'

const mostRows = 200_000
const mostColumns = 500
/** The column that holds each row as it came. */
export const rawColumn = '#raw'

/** Whether a file is JSON by its first sign. */
export async function looksLikeJson(file: string): Promise<boolean> {
  const start = (await readFile(file, { encoding: 'latin1' })).slice(0, 256).replace(/^\u00ef\u00bb\u00bf/, '')
  return /^\s*[[{]/.test(start)
}

/** PostgreSQL stores neither a NUL nor half a surrogate pair. */
const storable = (value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value)

const cellOf = (value: unknown): Cell => {
  if (value === null || value === undefined || value === '') return null
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : JSON.stringify(value)
}

/** A JSON file as a sheet: its keys are the columns, each row whole in one more. A problem in words where it is none of the kind's. */
export async function readJsonSheet(
  file: string,
  json: NonNullable<ImportKind['json']>,
): Promise<Extract<SheetReading, { ok: true }> | { ok: false; words: Words }> {
  let rows: Record<string, unknown>[] | null
  try {
    rows = json(JSON.parse((await readFile(file, 'utf8')).replace(/^\ufeff/, ''), (_, value) => storable(value)))
  } catch {
    rows = null
  }
  if (rows === null || rows.length > mostRows) return { ok: false, words: brokenJsonWords }
  const keys = [...new Set(rows.flatMap(row => Object.keys(row)))].slice(0, mostColumns)
  const lines = rows.map((row): Cell[] => [
    ...keys.map(key => cellOf(Object.hasOwn(row, key) ? row[key] : null)),
    JSON.stringify(row),
  ])
  return {
    ok: true,
    sheetName: 'JSON',
    rows: rows.length === 0 ? [] : [[...keys.map(key => String(storable(key))), rawColumn], ...lines],
  }
}
