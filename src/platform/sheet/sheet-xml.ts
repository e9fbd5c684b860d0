import { LAST_ROW, Refusal, type SheetLimits } from './reading.ts'

const ATTRIBUTES = /([\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The attributes (without prefix, decoded) of every element of one name, whatever its prefix. For the small parts of a workbook. */
export function elements(xml: string, name: string): Record<string, string>[] {
  const tags = new RegExp(`<(?:[\\w.-]+:)?${name}((?:\\s+[\\w:.-]+\\s*=\\s*(?:"[^"]*"|'[^']*'))*)\\s*/?>`, 'g')
  return [...xml.replace(/<!--[\s\S]*?-->/g, '').matchAll(tags)].map(tag => {
    const found = [...tag[1]!.matchAll(ATTRIBUTES)].filter(([, prefix]) => prefix !== 'xmlns:')
    return Object.fromEntries(found.map(([, , key, double, single]) => [key!, decoded(double ?? single ?? '')]))
  })
}

const decoded = (text: string) =>
  text
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
      if (name) return NAMED[name] ?? whole
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    })
    .replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))

/** A document type can define entities that grow without end; no sheet needs one. */
export function refuseDocumentType(part: Buffer, name: string) {
  if (part.includes('<!DOCTYPE') || part.includes('<!ENTITY')) throw new Refusal('broken', { part: name })
  if (/encoding\s*=\s*["'](?!utf-?8|us-ascii)/i.test(part.toString('latin1', 0, 200))) throw new Refusal('broken', { part: name })
}

/**
 * Looks through a worksheet before the library builds it: one pass over the tags, stopping at the first cell beyond a limit. Cells that
 * only carry a colour or a border do not count; whole columns of them are common and harmless.
 * @returns whether any cell is filled
 * @throws Refusal `too_many_columns`, `too_many_rows`, `too_large` or `broken`
 */
export function inspectWorksheet(part: Buffer, name: string, limits: SheetLimits): boolean {
  const xml = part.toString('latin1')
  if (!/<\/(?:[\w.-]+:)?worksheet\s*>/.test(xml.slice(-2_000))) {
    if (/<(?:[\w.-]+:)?worksheet\b[^>]*\/>/.test(xml.slice(0, 10_000))) return false
    throw new Refusal('broken', { part: name })
  }
  const tags = /<(?:[\w.-]+:)?(row|c)(?=[\s/>])([^<>]*)>/g
  let lastRow = 0
  let lastColumn = 0
  for (let tag = tags.exec(xml); tag; tag = tags.exec(xml)) {
    const attributes = tag[2]!
    const reference = /\sr\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1]
    if (reference === undefined) continue
    const match = /^([A-Z]*)(\d{1,9})$/.exec(reference)
    if (!match) throw new Refusal('broken', { part: name })
    const row = Number(match[2])
    if (row > LAST_ROW) throw new Refusal('too_many_rows', { rows: row, limit: limits.maxRows })
    if (tag[1] === 'row' || attributes.endsWith('/') || xml.startsWith('</', tags.lastIndex)) continue
    const column = columnNumber(match[1]!)
    if (column > limits.maxColumns) throw new Refusal('too_many_columns', { columns: column, limit: limits.maxColumns, row })
    if (row > limits.maxRows) throw new Refusal('too_many_rows', { rows: row, limit: limits.maxRows })
    if (row > lastRow) lastRow = row
    if (column > lastColumn) lastColumn = column
  }
  const cells = lastRow * lastColumn
  if (cells > limits.maxCells) throw new Refusal('too_large', { cells, limit: limits.maxCells })
  return cells > 0
}

/** A → 1, Z → 26, AA → 27. */
const columnNumber = (letters: string) => [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
