import { Worker } from 'node:worker_threads'
import type { PdfDocument } from './blocks.ts'
import type { PdfMessage } from './pdf-worker.ts'

export type { Block, Cell, Fact, PdfDocument, Signatory } from './blocks.ts'
export { contentDigest } from './layout.ts'

/** A document may not take the server's memory with it: its thread ends first. */
const MEMORY_MB = 1_536
const SECONDS = 300

/**
 * Makes a PDF, always in a thread of its own: a page takes a quarter of a second, 6,000 rows of a table some four seconds.
 * The same document gives the same bytes. @throws when time or memory ran out, or a block cannot be drawn
 */
export function makePdf(document: PdfDocument): Promise<Uint8Array> {
  // Tests run the sources, the server runs the build: the thread's file stands beside this one in both.
  const file = import.meta.url.endsWith('.ts') ? './pdf-worker.ts' : './pdf-worker.js'
  const worker = new Worker(new URL(file, import.meta.url), {
    workerData: document,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  })
  let timer: NodeJS.Timeout
  return new Promise<Uint8Array>((resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`the PDF was not made within ${SECONDS} s`)), SECONDS * 1000)
    worker.on('message', (message: PdfMessage) =>
      'bytes' in message ? resolve(message.bytes) : reject(new Error(message.failure)),
    )
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('the thread of the PDF ended without an answer')))
  }).finally(() => {
    clearTimeout(timer)
    return worker.terminate()
  })
}
