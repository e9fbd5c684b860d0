import { basename, extname } from 'node:path'
import { decodeText, parseCsv } from './csv.ts'
import { Refusal, type SheetLimits, type SheetReading } from './reading.ts'
import { recognise } from './recognise.ts'
import { readXlsx } from './xlsx.ts'

/** Reads a whole file in this thread. Whatever the bytes are, it answers: a file that defeats a parser is `broken`. */
export async function readBytes(bytes: Uint8Array, fileName: string, limits: SheetLimits): Promise<SheetReading> {
  try {
    if (recognise(bytes) === 'zip') return { ok: true, ...(await readXlsx(bytes, limits)) }
    return { ok: true, sheetName: basename(fileName, extname(fileName)), rows: parseCsv(decodeText(bytes), limits) }
  } catch (error) {
    return error instanceof Refusal ? error.toReading() : new Refusal('broken').toReading()
  }
}
