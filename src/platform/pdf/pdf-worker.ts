import { parentPort, workerData } from 'node:worker_threads'
import type { PdfDocument } from './blocks.ts'
import { renderPdf } from './render.ts'

// Makes one PDF in a thread of its own, then waits to be ended. Imports npm packages and this folder only.

export type PdfMessage = { bytes: Uint8Array } | { failure: string }

const port = parentPort!
try {
  const bytes = Uint8Array.from(await renderPdf(workerData as PdfDocument))
  port.postMessage({ bytes } satisfies PdfMessage, [bytes.buffer as ArrayBuffer])
} catch (error) {
  port.postMessage({ failure: String((error as Error)?.stack ?? error) } satisfies PdfMessage)
}
