import { type Cell, LAST_ROW, Refusal, type SheetLimits, trimmed } from './reading.ts'

const DELIMITERS = [';', ',', '\t', '|'] as const
const SAMPLE = 65_536
const SAMPLE_RECORDS = 50

/**
 * Text as office programs save it: UTF-8 or UTF-16 with its mark, UTF-8 without, or else Windows-1252.
 * @throws Refusal `broken` when a UTF-16 file is not UTF-16
 */
export function decodeText(bytes: Uint8Array): string {
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  try {
    return new TextDecoder(mark ?? 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    if (mark) throw new Refusal('broken')
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/**
 * Reads delimited text. Every cell is text, trimmed, or null. A record is a row, whatever line breaks its quotes hold; the line `sep=;`
 * that Excel understands is not a row.
 * @throws Refusal `broken` (a quote never closed; `detail.line` is where it opens), `too_many_columns`, `too_many_rows`, `too_large`, `empty`
 */
export function parseCsv(text: string, limits: SheetLimits): Cell[][] {
  const declared = /^sep=([^\r\n])(?:\r\n|\r|\n|$)/i.exec(text)
  const body = declared ? text.slice(declared[0].length) : text
  const { rows } = records(body, declared?.[1] ?? detectDelimiter(body), limits, declared ? 2 : 1)
  trimmed(rows)
  if (rows.length === 0) throw new Refusal('empty')
  return rows
}

/**
 * The delimiter under which the first records fall into most columns, most evenly. Evenness tells `1;3,5;4,5` from a file of commas; so does
 * the first record that is divided at all (usually the header), in which the right delimiter gives as many columns as below.
 */
export function detectDelimiter(text: string): string {
  const sample = text.slice(0, SAMPLE)
  const limits = { maxRows: Infinity, maxColumns: Infinity, maxCells: Infinity }
  const tried = DELIMITERS.map(delimiter => {
    const { widths, strayQuotes } = records(sample, delimiter, limits, 1, SAMPLE_RECORDS)
    // The last record of a sample may be cut in the middle.
    if (text.length > SAMPLE && widths.length > 1 && widths.length < SAMPLE_RECORDS) widths.pop()
    return { delimiter, widths, strayQuotes }
  })
  const fewest = Math.min(...tried.map(({ strayQuotes }) => strayQuotes))
  const blankEverywhere = (index: number) => tried.every(({ widths }) => (widths[index] ?? 1) <= 1)
  const length = Math.min(...tried.map(({ widths }) => widths.length))
  let first = 0
  while (first < length && blankEverywhere(first)) first++
  let best = { delimiter: ';', score: 0 }
  for (const { delimiter, widths, strayQuotes } of tried) {
    if (strayQuotes > fewest) continue // it cuts through quoted text
    const times = new Map<number, number>()
    for (const width of widths) if (width > 0) times.set(width, (times.get(width) ?? 0) + 1)
    const [usual, count] = [...times].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] > a[0]) ? b : a), [1, 0])
    const score =
      (count / Math.max(1, widths.filter(width => width > 0).length)) * (usual - 1) * (widths[first] === usual ? 1 : 0.4)
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

type RecordLimits = Pick<SheetLimits, 'maxRows' | 'maxColumns' | 'maxCells'>

/** `sampleOf` records only: lenient about a quote that is not closed, and counts the fields of each record (0: a blank line). */
function records(text: string, delimiter: string, limits: RecordLimits, firstLine: number, sampleOf?: number) {
  const rows: Cell[][] = []
  const widths: number[] = []
  const stop = delimiter.charCodeAt(0)
  let at = 0
  let line = firstLine
  let widest = 0
  let strayQuotes = 0
  while (at < text.length && rows.length < (sampleOf ?? Infinity)) {
    const row: Cell[] = []
    let column = 0
    for (;;) {
      let value = ''
      if (text.charCodeAt(at) === 34) {
        const closed = quoted(text, at)
        if (!closed && sampleOf === undefined) throw new Refusal('broken', { line })
        value = closed?.value ?? text.slice(at + 1)
        at = closed?.end ?? text.length
        line += lineBreaks(value)
      }
      const from = at
      for (; at < text.length; at++) {
        const code = text.charCodeAt(at)
        if (code === stop || code === 10 || code === 13) break
      }
      const rest = text.slice(from, at)
      if (rest.includes('"') || (value !== '' && rest.trim() !== '')) strayQuotes++
      value = (value + rest).trim()
      if (value !== '') {
        if (column >= limits.maxColumns) {
          throw new Refusal('too_many_columns', { columns: column + 1, limit: limits.maxColumns, row: rows.length + 1 })
        }
        while (row.length < column) row.push(null)
        row.push(value)
      }
      column++
      if (text.charCodeAt(at) !== stop) break
      at++
    }
    if (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10) at++
    at++
    line++
    rows.push(row)
    if (sampleOf !== undefined) widths.push(column === 1 && row.length === 0 ? 0 : column)
    if ((row.length > 0 && rows.length > limits.maxRows) || rows.length > LAST_ROW) {
      throw new Refusal('too_many_rows', { rows: rows.length, limit: limits.maxRows })
    }
    widest = Math.max(widest, row.length)
    if (rows.length * widest > limits.maxCells)
      throw new Refusal('too_large', { cells: rows.length * widest, limit: limits.maxCells })
  }
  return { rows, widths, strayQuotes }
}

/** The text between the quote at `at` and the one that closes it, `""` standing for one quote; null when none does. */
function quoted(text: string, at: number): { value: string; end: number } | null {
  let value = ''
  for (let from = at + 1; ; ) {
    const quote = text.indexOf('"', from)
    if (quote < 0) return null
    value += text.slice(from, quote)
    if (text.charCodeAt(quote + 1) !== 34) return { value, end: quote + 1 }
    value += '"'
    from = quote + 2
  }
}

const lineBreaks = (text: string) => text.match(/\r\n|\r|\n/g)?.length ?? 0
