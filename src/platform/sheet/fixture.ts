import { strToU8, type Zippable, zipSync } from 'fflate'

// A workbook made by hand, for tests: part by part, so that any of them can be wrong.

export const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const utf8 = strToU8

export const worksheet = (rows: string, before = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${before}<sheetData>${rows}</sheetData></worksheet>`

export const inline = (reference: string, text: string) => `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`

/** One sheet per worksheet given, called S1, S2 …; `extra` adds or replaces parts. */
export function handMade(
  worksheets: string[],
  extra: Record<string, string> = {},
  sheetAttributes: string[] = [],
): Uint8Array<ArrayBuffer> {
  const sheets = worksheets.map(
    (_, i) => `<sheet name="S${i + 1}" sheetId="${i + 1}" ${sheetAttributes[i] ?? ''} r:id="r${i + 1}"/>`,
  )
  const relations = worksheets.map(
    (_, i) => `<Relationship Id="r${i + 1}" Type="${RELATION}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  )
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns:r="${RELATION}"><sheets>${sheets.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
    ...Object.fromEntries(worksheets.map((xml, i) => [`xl/worksheets/sheet${i + 1}.xml`, xml])),
    ...extra,
  }
  return zipped(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, utf8(xml)])))
}

export const zipped = (files: Zippable) => zipSync(files, { level: 6 }) as Uint8Array<ArrayBuffer>
