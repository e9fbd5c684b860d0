import { type Cell, findHeaderRow, readText } from '../../platform/sheet/index.ts'
import type { ImportField, ImportKind, Words } from '../kind.ts'
import { plainName } from './plain-name.ts'

/** `{field: index of its column}` */
export type Mapping = Record<string, number>
export type Column = { header: string; examples: string[] }
export type SheetColumns = { headerRow: number; dataStart: number; columns: Column[] }

const EXAMPLES = 3
/** A source is recognised by this many of its column names. */
const SOURCE_FROM = 3

/** The columns of a sheet with what stands in their first rows; null where no row could be a header. */
export function columnsOf(rows: Cell[][]): SheetColumns | null {
  const found = findHeaderRow(rows)
  if (!found) return null
  const columns = found.headers.map((header, index) => {
    const examples: string[] = []
    for (let row = found.dataStart; row < Math.min(rows.length, found.dataStart + 50) && examples.length < EXAMPLES; row++) {
      const text = readText(rows[row]![index])
      if (text !== null) examples.push(text.slice(0, 60))
    }
    return { header: header.slice(0, 200), examples }
  })
  return { headerRow: found.headerRow, dataStart: found.dataStart, columns }
}

/** Which column is which field, by name. A field whose names come earlier in its list wins over later ones; a column serves one field. */
export function recogniseColumns(headers: readonly string[], fields: readonly ImportField[]): Mapping {
  const byName = new Map<string, number>()
  headers.forEach((header, index) => {
    const plain = plainName(header)
    if (plain && !byName.has(plain)) byName.set(plain, index)
  })
  const mapping: Mapping = {}
  const taken = new Set<number>()
  for (const field of fields) {
    for (const name of [field.label.id, field.label.en, ...field.headers]) {
      const index = byName.get(plainName(name))
      if (index === undefined || taken.has(index)) continue
      mapping[field.key] = index
      taken.add(index)
      break
    }
  }
  return mapping
}

/** The program that a file comes from, by the names of its columns. */
export function recogniseSource(headers: readonly string[], kind: ImportKind): string | null {
  const plain = new Set(headers.map(plainName))
  let best: { key: string; count: number } | null = null
  for (const { key, headers: names } of kind.sources ?? []) {
    const count = names.filter(name => plain.has(plainName(name))).length
    if (count >= SOURCE_FROM && count > (best?.count ?? 0)) best = { key, count }
  }
  return best?.key ?? null
}

/** What must still be chosen before the rows can be read: labels of fields, and a sentence of the kind. */
export function missingFields(
  kind: ImportKind,
  fields: readonly ImportField[],
  mapping: Mapping,
  fixed: Readonly<Record<string, string>>,
): { fields: ImportField[]; sentence: (Words & { field: string }) | null } {
  const given = new Set([...Object.keys(mapping), ...Object.keys(fixed)])
  return { fields: fields.filter(field => field.required && !given.has(field.key)), sentence: kind.missing?.(given) ?? null }
}
