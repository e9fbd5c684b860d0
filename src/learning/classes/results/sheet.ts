import { randomUUID } from 'node:crypto'
import type { Services } from '../../../platform/http/context.ts'
import { type Cell, readSheet, readText } from '../../../platform/sheet/index.ts'
import type { PassRule } from '../../rules/pass.ts'
import type { Participant } from '../run/store.ts'
import type { Messages } from './messages.ts'
import { readScore } from './rules/final.ts'
import type { ScoreChange } from './store.ts'

const alike = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** What the rows of a score sheet say; blank cells say nothing. Problems name row, column and remedy. */
export function readScoreRows(
  rows: readonly (readonly Cell[])[],
  rule: PassRule,
  participants: readonly Participant[],
  m: Messages,
): { changes: ScoreChange[]; problems: string[] } {
  const headers = (row: readonly Cell[]) => row.map(cell => alike(readText(cell) ?? ''))
  const top = rows.findIndex((row, at) => at < 10 && headers(row).includes('nip'))
  const found = top < 0 ? [] : headers(rows[top]!)
  const typed = rule.components.filter(one => !one.from)
  const columns = typed.map(one => ({ ...one, at: found.indexOf(alike(one.name)) })).filter(one => one.at >= 0)
  const nipAt = found.indexOf('nip')
  if (top < 0 || columns.length === 0) return { changes: [], problems: [m.noHeader(typed.map(one => one.name).join(', '))] }
  const byNip = new Map(participants.map(one => [one.nip, one.pegawaiId]))
  const seen = new Set<string>()
  const changes: ScoreChange[] = []
  const problems: string[] = []
  rows.forEach((row, at) => {
    const nip = (readText(row[nipAt]) ?? '').replace(/\D/g, '')
    if (at <= top || nip === '') return
    const pegawaiId = byNip.get(nip)
    if (pegawaiId === undefined || seen.has(nip)) {
      problems.push(pegawaiId === undefined ? m.unknownNip(at + 1, nip) : m.twiceNip(at + 1, nip))
      return
    }
    seen.add(nip)
    for (const column of columns) {
      const text = readText(row[column.at]) ?? ''
      const read = readScore(text)
      if (!read.ok) problems.push(m.badCell(at + 1, column.name, text))
      else if (read.score !== null) changes.push({ pegawaiId, component: column.key, score: read.score })
    }
  })
  return { changes, problems }
}

/** Reads an uploaded sheet; null where it is none. The file is not kept. */
export async function uploadedRows(services: Services, file: File): Promise<Cell[][] | null> {
  const key = `uploads/${randomUUID()}`
  await services.files.put(key, new Uint8Array(await file.arrayBuffer()))
  try {
    const reading = await readSheet(services.files.path(key), file.name, { maxRows: 5_000, maxColumns: 100, seconds: 15 })
    return reading.ok ? reading.rows : null
  } finally {
    await services.files.remove(key)
  }
}
