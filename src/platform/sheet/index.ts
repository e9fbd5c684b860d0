import { type Cell, DEFAULT_LIMITS, Refusal, type SheetLimits, type SheetReading } from './reading.ts'
import type { ReadMessage, Task, WriteMessage } from './sheet-worker.ts'
import { inThread, ThreadStopped } from './thread.ts'
import { type SheetToWrite, workbookBytes } from './workbook.ts'

export { readInteger, readText } from './cells.ts'
export { readDate } from './dates.ts'
export { findHeaderRow } from './header-row.ts'
export { type Employment, readNip } from './nip.ts'
export type { Cell, SheetLimits, SheetProblem, SheetReading } from './reading.ts'
export { type CellToWrite, numberColumn, type SheetToWrite } from './workbook.ts'

/** Above this many cells a workbook is written in a thread: below, starting one takes longer than writing. */
const THREAD_PAYS_FROM = 5_000
const WRITE_SECONDS = 120

/**
 * Reads the first sheet that holds anything of an XLSX, or a CSV, whichever the content is, in a thread of its own. Rows come over in
 * small portions, so that the calling thread goes on serving.
 * @param file path of the file on this machine
 * @param fileName what the user calls it; only names the sheet of a CSV
 * @returns the rows, or why the whole file is refused
 * @throws when the file cannot be opened
 */
export async function readSheet(file: string, fileName: string, limits: Partial<SheetLimits> = {}): Promise<SheetReading> {
  const set = { ...DEFAULT_LIMITS, ...limits }
  const rows: Cell[][] = []
  let reading: SheetReading | undefined
  try {
    await inThread<ReadMessage>({ read: { file, fileName, limits: set } } satisfies Task, set.seconds, (message, worker) => {
      if ('refused' in message) reading = message.refused
      else {
        for (const row of message.rows) rows.push(row)
        if (!message.last) setImmediate(() => worker.postMessage('more'))
        else reading = { ok: true, sheetName: message.sheetName, rows }
      }
      return reading !== undefined
    })
  } catch (error) {
    if (!(error instanceof ThreadStopped)) throw error
    const refusal = error.why === 'time' ? new Refusal('too_slow', { seconds: set.seconds }) : new Refusal('too_large')
    return refusal.toReading()
  }
  return reading!
}

/**
 * Writes a workbook (XLSX), a large one in a thread of its own. Texts stay texts, dates become Excel dates, and no text can act as a formula.
 * @param sheets at least one; see `SheetToWrite`
 */
export async function writeWorkbook(sheets: SheetToWrite[]): Promise<Uint8Array> {
  const cells = sheets.reduce((sum, sheet) => sum + sheet.rows.length * sheet.columns.length, 0)
  if (cells < THREAD_PAYS_FROM) return workbookBytes(sheets)
  let bytes: Uint8Array | undefined
  await inThread<WriteMessage>({ write: sheets } satisfies Task, WRITE_SECONDS, message => {
    bytes = message.bytes
    return true
  })
  return bytes!
}
