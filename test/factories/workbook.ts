import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSheet } from '../../src/platform/sheet/index.ts'

/** The rows of a workbook we wrote, as a user's spreadsheet would hold them. */
export async function readSheetBytes(bytes: Uint8Array) {
  const folder = mkdtempSync(join(tmpdir(), 'piawai-sheet-'))
  try {
    const file = join(folder, 'sheet.xlsx')
    writeFileSync(file, bytes)
    const reading = await readSheet(file, 'sheet.xlsx')
    if (!reading.ok) throw new Error(JSON.stringify(reading))
    return reading.rows
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
