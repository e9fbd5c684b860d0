import { posix } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { readSheet } from 'read-excel-file/universal'
import { type Cell, Refusal, type SheetLimits, trimmed } from './reading.ts'
import { elements, inspectWorksheet, refuseDocumentType } from './sheet-xml.ts'
import { openZip, type Zip } from './zip.ts'

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
type Workbook = {
  sheets: { name: string; path: string; hidden: boolean }[]
  date1904: boolean
  styles?: string
  sharedStrings?: string
}

/**
 * Reads the sheet that `limits.prefer` names, else the first that holds anything, visible ones first. The library never sees the office's zip: it gets a small new one with
 * just the parts that were inspected here, so that what was checked is what is read.
 * @throws Refusal, or whatever the library throws on malformed XML
 */
export async function readXlsx(bytes: Uint8Array, limits: SheetLimits): Promise<{ sheetName: string; rows: Cell[][] }> {
  const zip = openZip(bytes, limits.maxUnpackedBytes)
  if (!zip.has('xl/workbook.xml')) throw notWorkbook(zip)
  const workbook = readWorkbook(zip)
  const preferred = (name: string) => name.trim().toUpperCase() === limits.prefer?.toUpperCase()
  const inOrder = [
    ...workbook.sheets.filter(sheet => preferred(sheet.name)),
    ...workbook.sheets.filter(sheet => !preferred(sheet.name) && !sheet.hidden),
    ...workbook.sheets.filter(sheet => !preferred(sheet.name) && sheet.hidden),
  ]
  for (const { name, path } of inOrder) {
    if (!zip.has(path)) continue
    const worksheet = part(zip, path)
    if (!inspectWorksheet(worksheet, path, limits)) continue
    const rows = trimmed(await parse(worksheet, zip, workbook))
    if (rows.length > 0) return { sheetName: name, rows }
  }
  throw new Refusal('empty')
}

function notWorkbook(zip: Zip): Refusal {
  if (zip.has('word/document.xml')) return new Refusal('wrong_type', { kind: 'docx' })
  if (zip.has('ppt/presentation.xml')) return new Refusal('wrong_type', { kind: 'pptx' })
  if (zip.has('xl/workbook.bin')) return new Refusal('wrong_type', { kind: 'xlsb' })
  if (zip.has('content.xml') && zip.has('mimetype')) return new Refusal('wrong_type', { kind: 'ods' })
  return new Refusal('broken', { part: 'xl/workbook.xml' })
}

function part(zip: Zip, path: string): Buffer {
  const content = zip.read(path)
  refuseDocumentType(content, path)
  return content
}

function readWorkbook(zip: Zip): Workbook {
  const xml = part(zip, 'xl/workbook.xml').toString('utf8')
  const relations = elements(part(zip, 'xl/_rels/workbook.xml.rels').toString('utf8'), 'Relationship')
  const target = (kind: string, id?: string) => {
    const found = relations.find(({ Id, Type }) => Type?.endsWith(`/${kind}`) && (id === undefined || Id === id))?.Target
    return found === undefined ? undefined : posix.join(found.startsWith('/') ? '' : 'xl', found).replace(/^\//, '')
  }
  const sheets = elements(xml, 'sheet').flatMap(({ name, id, state }) => {
    const path = id === undefined ? undefined : target('worksheet', id)
    return path === undefined ? [] : [{ name: name ?? '', path, hidden: state === 'hidden' || state === 'veryHidden' }]
  })
  if (sheets.length === 0) throw new Refusal('broken', { part: 'xl/workbook.xml' })
  const date1904 = ['1', 'true'].includes(elements(xml, 'workbookPr')[0]?.date1904 ?? '')
  return { sheets, date1904, styles: target('styles'), sharedStrings: target('sharedStrings') }
}

async function parse(worksheet: Buffer, zip: Zip, { date1904, styles, sharedStrings }: Workbook): Promise<Cell[][]> {
  const relation = (id: string, kind: string, path: string) =>
    `<Relationship Id="${id}" Type="${RELATION}/${kind}" Target="${path}"/>`
  const files: Record<string, Uint8Array> = {
    'xl/workbook.xml': strToU8(
      `<workbook><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets><sheet name="S" sheetId="1" id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${relation('r1', 'worksheet', 'sheet.xml')}${relation('r2', 'styles', 'styles.xml')}${relation('r3', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    ),
    'xl/sheet.xml': worksheet,
  }
  if (styles && zip.has(styles)) files['xl/styles.xml'] = part(zip, styles)
  if (sharedStrings && zip.has(sharedStrings)) files['xl/sharedStrings.xml'] = part(zip, sharedStrings)
  const inspected = zipSync(files, { level: 0 }).buffer as ArrayBuffer
  try {
    return (await readSheet<string | number>(inspected, 1, { parseNumber: exact })) as Cell[][]
  } catch (error) {
    const place = /at row (\d+), col (\d+)/.exec(String((error as Error).message))
    throw new Refusal('broken', place ? { row: Number(place[1]), column: Number(place[2]) } : undefined)
  }
}

/** A whole number too long for JavaScript (a NIP that a program wrote as a number) stays the digits that the file holds. */
function exact(text: string): string | number {
  if (/^\d{16,}$/.test(text)) return text
  const number = Number(text)
  if (Number.isNaN(number)) throw new Error('not a number')
  return number
}
