import { randomUUID } from 'node:crypto'
import type { Services } from '../../platform/http/context.ts'
import { readSheet } from '../../platform/sheet/index.ts'
import { mostNominated } from './rules/nips.ts'

const mostBytes = 5 * 1024 * 1024
type NipFile = { ok: true; text: string } | { ok: false; flaw: 'bad' | 'large' | 'no_nip' }

/** The column headed NIP of a sheet, as lines. The file is kept only while it is read. */
export async function nipsOfFile(services: Pick<Services, 'files'>, file: File): Promise<NipFile> {
  if (file.size > mostBytes) return { ok: false, flaw: 'large' }
  const key = `unggahan/${randomUUID()}`
  await services.files.put(key, new Uint8Array(await file.arrayBuffer()))
  try {
    const sheet = await readSheet(services.files.path(key), 'daftar', {
      maxBytes: mostBytes,
      maxRows: 20_000,
      maxColumns: 100,
      maxUnpackedBytes: 60 * 2 ** 20,
      seconds: 15,
    })
    if (!sheet.ok) return { ok: false, flaw: 'bad' }
    const isHead = (cell: unknown) => typeof cell === 'string' && /^\s*(nip|ni pppk|nip\s*\/\s*ni pppk)\s*$/i.test(cell)
    const head = sheet.rows.slice(0, 20).findIndex(row => row.some(isHead))
    if (head < 0) return { ok: false, flaw: 'no_nip' }
    const column = sheet.rows[head]!.findIndex(isHead)
    const cells = sheet.rows.slice(head + 1, head + 1 + 4 * mostNominated).map(row => row[column] ?? '')
    return { ok: true, text: cells.map(String).join('\n') }
  } finally {
    await services.files.remove(key)
  }
}
