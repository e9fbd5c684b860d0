/** What a cell holds as stored, uninterpreted (see cells.ts, dates.ts, nip.ts). A `Date` carries in its UTC fields what the sheet shows. */
export type Cell = string | number | boolean | Date | null

/** Why a file was refused as a whole. The wording belongs to the page that shows it. */
export type SheetProblem =
  | 'wrong_type' // not a sheet at all; detail.kind says what it is
  | 'old_xls' // Excel 97–2003: save as .xlsx
  | 'encrypted' // needs a password
  | 'broken' // truncated or malformed; detail may name line, row, column or part
  | 'bomb' // unpacks to far more than it should
  | 'too_large' // bytes, cells or memory
  | 'too_many_rows'
  | 'too_many_columns'
  | 'too_slow'
  | 'empty'

export type Detail = Record<string, string | number>
export type Refused = { ok: false; problem: SheetProblem; detail?: Detail }

/**
 * `rows[0]` is row 1 of the sheet. A row ends at its last filled cell, so a blank row in the middle is `[]`;
 * blank rows at the end are gone.
 */
export type SheetReading = { ok: true; sheetName: string; rows: Cell[][] } | Refused

export type SheetLimits = {
  maxBytes: number
  maxRows: number
  maxColumns: number
  /** Rows × widest row: what the rows would take if every cell were filled. */
  maxCells: number
  maxUnpackedBytes: number
  seconds: number
  /** Read the sheet of this name, where the workbook has one that holds anything. */
  prefer?: string
}

export const DEFAULT_LIMITS: SheetLimits = {
  maxBytes: 100 * 2 ** 20,
  maxRows: 200_000,
  maxColumns: 500,
  maxCells: 12_000_000,
  maxUnpackedBytes: 300 * 2 ** 20,
  seconds: 30,
}

/** Excel's own last row; nothing beyond it is a sheet. */
export const LAST_ROW = 1_048_576

/** Thrown inside this folder and turned into a `Refused` at its door. */
export class Refusal extends Error {
  readonly problem: SheetProblem
  readonly detail: Detail | undefined
  constructor(problem: SheetProblem, detail?: Detail) {
    super(problem)
    this.problem = problem
    this.detail = detail
  }
  toReading(): Refused {
    return this.detail ? { ok: false, problem: this.problem, detail: this.detail } : { ok: false, problem: this.problem }
  }
}

/** Cuts blank cells off the end of each row and blank rows off the end of the sheet, in place. */
export function trimmed(rows: Cell[][]): Cell[][] {
  for (const row of rows) {
    let end = row.length
    while (end > 0 && (row[end - 1] ?? null) === null) end--
    row.length = end
  }
  let last = rows.length
  while (last > 0 && rows[last - 1]!.length === 0) last--
  rows.length = last
  return rows
}
