import { randomUUID } from 'node:crypto'
import { setImmediate as yieldToOthers } from 'node:timers/promises'
import { asJob } from '../platform/db/index.ts'
import type { Services } from '../platform/http/context.ts'
import { type Cell, readSheet, type SheetReading } from '../platform/sheet/index.ts'
import { goneWords, noHeaderWords, noRowsWords, sheetWords, unexpectedWords } from './file-words.ts'
import { looksLikeJson, readJsonSheet } from './json-rows.ts'
import type { AcceptedRow, Cells, Claim, FieldError, ImportField, ImportKind, Values, Words } from './kind.ts'
import { columnsOf, type Mapping, missingFields, recogniseColumns, recogniseSource } from './rules/recognise.ts'
import { settleClaims } from './rules/settle-claims.ts'
import * as store from './store.ts'

/** Rows a transaction: some 30 ms on the embedded engine, so that nobody waits long behind an import. */
const AT_ONCE = 500
/** Rows checked before other work of the process gets its turn. */
const CHECKED_AT_ONCE = 200
const DELETED_AT_ONCE = 2_000
export const LARGEST_FILE = 25 * 2 ** 20

/** The file cannot be read on; the sentence is for the user. */
class Unreadable extends Error {
  readonly words: Words
  constructor(words: Words) {
    super(words.en)
    this.words = words
  }
}
/** Another attempt has taken over, or the user has cancelled. */
class Superseded extends Error {}

type Row = { rowNumber: number; sheet: Cell[]; cells: Cells }
type Attempt = { services: Services; kind: ImportKind; fields: ImportField[]; it: store.Import; claim: string }

/** Finds the kind that an import names. */
export function kindOf<Kind extends { kind: string }>(kinds: readonly Kind[], name: string): Kind {
  const kind = kinds.find(kind => kind.kind === name)
  if (!kind) throw new Error(`no such kind of import: ${name}`)
  return kind
}

/**
 * Reads, checks, stages and compares a file. May be called again at any time: it starts over, and an attempt that is overtaken stops.
 * Changes nothing but the import itself.
 */
export async function readImport(services: Services, kinds: readonly ImportKind[], importId: number): Promise<void> {
  const claim = randomUUID()
  const it = await asJob(services.db, tx => store.claimReading(tx, importId, claim))
  if (!it) return
  try {
    const kind = kindOf(kinds, it.kind)
    const more = kind.moreFields
    const fields = [...kind.fields, ...(more ? await asJob(services.db, tx => more(tx)) : [])]
    await read({ services, kind, fields, it, claim })
  } catch (error) {
    if (error instanceof Superseded) return
    if (!(error instanceof Unreadable)) services.log.error({ err: error, importId }, 'import.read')
    await giveUp(services, importId, claim, error instanceof Unreadable ? error.words : unexpectedWords)
  }
}

async function giveUp(services: Services, importId: number, claim: string, words: Words) {
  await asJob(services.db, async tx => {
    if (!(await store.beat(tx, importId, claim, {}))) return
    await store.moveTo(tx, importId, ['reading'], 'failed', { problem: words, finishedAt: services.clock.now() })
  })
  await deleteRows(services, importId)
}

export async function deleteRows(services: Services, importId: number) {
  while (await asJob(services.db, tx => store.deleteSomeRows(tx, importId, DELETED_AT_ONCE))) await yieldToOthers()
}

async function beat(a: Attempt, progress: store.Progress) {
  if (!(await asJob(a.services.db, tx => store.beat(tx, a.it.id, a.claim, progress)))) throw new Superseded()
}

async function read(a: Attempt) {
  const { services, it, kind, fields } = a
  await deleteRows(services, it.id)
  const sheet = await open(services, it, kind)
  const found = columnsOf(sheet.rows)
  if (!found) throw new Unreadable(noHeaderWords)
  const headers = found.columns.map(column => column.header)
  const mapping = it.mapping ?? recogniseColumns(headers, fields)
  const preset = recogniseSource(headers, kind) ?? undefined
  await beat(a, { sheet_name: sheet.sheetName, columns: found.columns, header_row: found.headerRow, mapping, preset })
  const missing = missingFields(kind, fields, mapping, it.fixed)
  if (missing.fields.length > 0 || missing.sentence) {
    await asJob(services.db, tx => store.endReading(tx, it.id, a.claim, 'mapping', null))
    return
  }
  const rows = await dataRows(sheet.rows, found.dataStart, mapping, it.fixed)
  if (rows.length === 0) throw new Unreadable(noRowsWords)
  await beat(a, { total: rows.length })
  const staged = await checked(a, rows, mapping)
  const counts = await stage(a, staged)
  await asJob(services.db, tx => store.endReading(tx, it.id, a.claim, 'preview', counts))
}

async function open(services: Services, it: store.Import, kind: ImportKind) {
  let reading: SheetReading
  const { json, sheet: prefer } = kind
  try {
    if (json && (await looksLikeJson(services.files.path(it.file_key)))) {
      const found = await readJsonSheet(services.files.path(it.file_key), json)
      if (!found.ok) throw new Unreadable(found.words)
      return found
    }
    reading = await readSheet(services.files.path(it.file_key), it.file_name, { maxBytes: LARGEST_FILE, prefer })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || /ENOENT/.test(String(error))) throw new Unreadable(goneWords)
    throw error
  }
  if (!reading.ok) throw new Unreadable(sheetWords(reading.problem, reading.detail))
  return reading
}

/** PostgreSQL stores neither a NUL nor half a surrogate pair. */
const storable = (cell: Cell | undefined): Cell =>
  typeof cell === 'string' && /[\u0000\ud800-\udfff]/.test(cell) ? cell.replaceAll('\u0000', '').toWellFormed() : (cell ?? null)

async function dataRows(
  sheet: Cell[][],
  from: number,
  mapping: Mapping,
  fixed: Readonly<Record<string, string>>,
): Promise<Row[]> {
  const mapped = Object.entries(mapping)
  const rows: Row[] = []
  for (let index = from; index < sheet.length; index++) {
    if (index % 2_000 === 0) await yieldToOthers()
    const line = sheet[index]!
    if (line.every(cell => cell === null || (typeof cell === 'string' && cell.trim() === ''))) continue
    const cells: Record<string, Cell> = {}
    for (const [field, column] of mapped) {
      const cell = storable(line[column])
      if (cell !== null) cells[field] = cell
    }
    for (const field in fixed) if (cells[field] === undefined) cells[field] = fixed[field]!
    rows.push({ rowNumber: index + 1, sheet: line, cells })
  }
  return rows
}

/** Every row with its values, or with all the reasons why it is refused. */
async function checked(a: Attempt, rows: readonly Row[], mapping: Mapping): Promise<store.RowToStage[]> {
  const { services, it, kind } = a
  const checker = await kind.prepare({
    instansiId: it.instansi_id,
    today: services.clock.today(it.time_zone),
    rows: rows.map(row => row.cells),
    read: work => asJob(services.db, work),
  })
  const refused = new Map<number, FieldError[]>()
  const notes = new Map<number, Words>()
  const leftOut = new Map<number, Words>()
  const accepted: (AcceptedRow & { claims: Claim[] })[] = []
  for (const [index, row] of rows.entries()) {
    if (index % CHECKED_AT_ONCE === 0) await yieldToOthers()
    const result = checker.check(row.cells)
    if (result.ok) {
      accepted.push({ rowNumber: row.rowNumber, values: result.values, claims: result.claims })
      if (result.note) notes.set(row.rowNumber, result.note)
    } else if ('skip' in result) leftOut.set(row.rowNumber, result.skip)
    else refused.set(row.rowNumber, result.errors)
  }
  const settled = settleClaims(accepted)
  for (const [rowNumber, errors] of settled.refused) refused.set(rowNumber, errors)
  const left = accepted.filter(row => !refused.has(row.rowNumber) && !settled.skipped.has(row.rowNumber))
  for (const [rowNumber, errors] of checker.together?.(left) ?? []) refused.set(rowNumber, errors)
  const values = new Map<number, Values>(accepted.map(row => [row.rowNumber, row.values]))
  return rows.map(row =>
    toStage(kind, row, mapping, {
      values: values.get(row.rowNumber),
      errors: refused.get(row.rowNumber),
      skipped: settled.skipped.get(row.rowNumber) ?? leftOut.get(row.rowNumber),
      note: notes.get(row.rowNumber),
    }),
  )
}

type Verdict = {
  values: Values | undefined
  errors: FieldError[] | undefined
  skipped: Words | undefined
  note: Words | undefined
}

function toStage(kind: ImportKind, row: Row, mapping: Mapping, { values, errors, skipped, note }: Verdict): store.RowToStage {
  const start = { row_number: row.rowNumber, subject: kind.subject(row.cells).slice(0, 200) }
  if (errors) {
    const placed = errors.map(error => ({ ...error, column: mapping[error.field] ?? null }))
    return { ...start, outcome: 'refused', errors: placed, cells: row.sheet.map(asStored) }
  }
  if (skipped) return { ...start, outcome: 'skipped', note: skipped }
  return { ...start, outcome: null, values: values!, note }
}

/** As it can be kept in JSON; a date as dd-mm-yyyy, which comes back as the same date. */
function asStored(cell: Cell): string | number | boolean | null {
  if (!(cell instanceof Date)) return storable(cell) as string | number | boolean | null
  const [year, month, day] = Number.isNaN(cell.getTime()) ? [] : cell.toISOString().slice(0, 10).split('-')
  return day ? `${day}-${month}-${year}` : null
}

async function stage(a: Attempt, rows: readonly store.RowToStage[]): Promise<store.Counts> {
  const { services, it, kind } = a
  const counts: store.Counts = { new: 0, changed: 0, same: 0, skipped: 0, refused: 0 }
  const before = kind.before(it.instansi_id)
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE)
    const found = await asJob(services.db, async tx => {
      if (!(await store.beat(tx, it.id, a.claim, { progress: from + some.length }))) throw new Superseded()
      return store.stageRows(tx, it.id, it.instansi_id, some, before)
    })
    for (const { outcome, count } of found) counts[outcome] += count
    await yieldToOthers()
  }
  return counts
}
