import { readText } from './cells.ts'
import type { Cell } from './reading.ts'

type HeaderRow = {
  /** Index in `rows` of the row with the column names (the lower one where a header takes two). */
  headerRow: number
  /** One text a column, '' where a column has no name. */
  headers: string[]
  /** Index of the first row after the header, and after a row of column numbers and blank rows. */
  dataStart: number
}

const LOOK_WITHIN = 20
/** A row with this share of the most names found is a header already; further down, data rows can hold as many texts. */
const NEARLY_ALL = 0.7

/**
 * Finds the names of the columns under whatever titles stand above them, or null if the first 20 rows hold no text. A header of two rows (a
 * group over several names) gives the lower text where there is one and else the upper; names alike in two groups get their group before them.
 */
export function findHeaderRow(rows: Cell[][]): HeaderRow | null {
  const counts = rows.slice(0, LOOK_WITHIN).map(row => new Set(row.map(label).filter(Boolean)).size)
  const most = Math.max(0, ...counts)
  if (most === 0) return null
  const found = counts.findIndex(count => count >= most * NEARLY_ALL)
  const upper = isPair(rows, found) ? found : isPair(rows, found - 1) ? found - 1 : null
  const headerRow = upper === null ? found : upper + 1
  const headers = upper === null ? names(rows[found]!) : combined(names(rows[upper]!), names(rows[upper + 1]!))
  let dataStart = skipBlank(rows, headerRow + 1)
  if (isColumnNumbers(rows[dataStart] ?? [])) dataStart = skipBlank(rows, dataStart + 1)
  return { headerRow, headers, dataStart }
}

const names = (row: Cell[]) => Array.from(row, cell => readText(cell) ?? '')

/** A text with a letter in it: numbers, dates and codes of digits name no column. */
function label(cell: Cell | undefined): string {
  const text = typeof cell === 'string' ? readText(cell) : null
  return text && /\p{L}/u.test(text) ? text.toLowerCase() : ''
}

/**
 * Whether row `at` and the next are one header: the next holds names only, each under a blank cell of row `at` or under the first cell of a
 * group that spreads over blanks to its right, and leaves blank what is merged downwards.
 */
function isPair(rows: Cell[][], at: number): boolean {
  const [above, below] = [rows[at], rows[at + 1]]
  if (!above || !below || below.length === 0) return false
  const width = Math.max(above.length, below.length)
  let merged = 0
  let grouped = 0
  let group = false
  for (let column = 0; column < width; column++) {
    const [over, under] = [readText(above[column]), readText(below[column])]
    if (under !== null && !label(below[column])) return false
    if (over !== null) {
      group = under !== null
      if (!group) merged++
    } else if (under !== null) {
      if (!group) return false
      grouped++
    }
  }
  return merged > 0 && grouped > 0
}

function combined(above: string[], below: string[]): string[] {
  const width = Math.max(above.length, below.length)
  const times = new Map<string, number>()
  for (const name of below) times.set(name, (times.get(name) ?? 0) + 1)
  let group = ''
  return Array.from({ length: width }, (_, column) => {
    const [over, under] = [above[column] ?? '', below[column] ?? '']
    if (over) group = over
    if (!under) return over
    return times.get(under)! > 1 ? `${group} ${under}` : under
  })
}

function skipBlank(rows: Cell[][], from: number): number {
  let at = from
  while (at < rows.length && rows[at]!.every(cell => readText(cell) === null)) at++
  return at
}

/** Indonesian forms number their columns under the header: 1 2 3 …, also (1) (2) (3). */
function isColumnNumbers(row: Cell[]): boolean {
  const filled = row.map(readText).filter(text => text !== null)
  const numbers = filled.map(text => Number(/^\(?(\d{1,3})[).]?$/.exec(text)?.[1] ?? Number.NaN))
  return numbers.length >= 3 && numbers.every((number, index) => number === index + numbers[0]!) && numbers[0]! <= 1
}
