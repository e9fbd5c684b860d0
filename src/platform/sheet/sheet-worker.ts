import { open } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { readBytes } from './read-bytes.ts'
import { type Cell, Refusal, type Refused, type SheetLimits } from './reading.ts'
import { type SheetToWrite, workbookBytes } from './workbook.ts'

// Reads or writes one sheet in a thread of its own, then waits to be ended. Imports npm packages and this folder only.

export type Task = { read: { file: string; fileName: string; limits: SheetLimits } } | { write: SheetToWrite[] }
export type ReadMessage = { refused: Refused } | { sheetName: string; rows: Cell[][]; last: boolean }
export type WriteMessage = { bytes: Uint8Array }

/** Rows that the receiving thread can take over within a few milliseconds. */
const ROWS_AT_ONCE = 1_000

const port = parentPort!
const task = workerData as Task

async function read({ file, fileName, limits }: { file: string; fileName: string; limits: SheetLimits }) {
  const bytes = await load(file, limits.maxBytes)
  const reading = bytes
    ? await readBytes(bytes, fileName, limits)
    : new Refusal('too_large', { limit: limits.maxBytes }).toReading()
  if (!reading.ok) return port.postMessage({ refused: reading } satisfies ReadMessage)
  const { sheetName, rows } = reading
  let sent = 0
  const sendMore = () => {
    const some = rows.slice(sent, sent + ROWS_AT_ONCE)
    sent += some.length
    port.postMessage({ sheetName, rows: some, last: sent >= rows.length } satisfies ReadMessage)
  }
  port.on('message', sendMore) // each time the receiver asks, so that it can serve others in between
  sendMore()
}

async function load(file: string, maxBytes: number): Promise<Uint8Array | null> {
  const handle = await open(file)
  try {
    return (await handle.stat()).size > maxBytes ? null : await handle.readFile()
  } finally {
    await handle.close()
  }
}

async function write(sheets: SheetToWrite[]) {
  const bytes = await workbookBytes(sheets)
  port.postMessage({ bytes } satisfies WriteMessage, [bytes.buffer as ArrayBuffer])
}

try {
  await ('read' in task ? read(task.read) : write(task.write))
} catch (error) {
  port.postMessage({ failure: String((error as Error)?.message ?? error) })
}
