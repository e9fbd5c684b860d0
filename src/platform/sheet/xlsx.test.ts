import { describe, expect, test } from 'vitest'
import { handMade, inline, RELATION, worksheet } from './fixture.ts'
import { readBytes } from './read-bytes.ts'
import { DEFAULT_LIMITS } from './reading.ts'

const read = (bytes: Uint8Array, limits = {}) => readBytes(bytes, 'x.xlsx', { ...DEFAULT_LIMITS, ...limits })

describe('an XLSX', () => {
  test('keeps the kinds of its cells and the numbers of its rows', async () => {
    const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    const bytes = handMade(
      [
        worksheet(
          `<row r="2">${inline('A2', ' Nama ')}<c r="C2"><v>3.5</v></c><c r="D2" s="1"><v>45292</v></c><c r="E2" t="b"><v>1</v></c></row>
           <row r="5"><c r="A5" t="s"><v>0</v></c><c r="F5" s="1"/></row><row r="9"><c r="A9" s="1"/></row>`,
        ),
      ],
      {
        'xl/styles.xml': styles,
        'xl/strings.xml': '<sst><si><r><t>Budi </t></r><r><t>&amp; Ani</t></r></si></sst>',
        'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${RELATION}/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="r7" Type="${RELATION}/styles" Target="styles.xml"/><Relationship Id="r8" Type="${RELATION}/sharedStrings" Target="./strings.xml"/></Relationships>`,
      },
    )
    expect(await read(bytes)).toEqual({
      ok: true,
      sheetName: 'S1',
      rows: [[], ['Nama', null, 3.5, new Date('2024-01-01T00:00:00Z'), true], [], [], ['Budi & Ani']],
    })
  })

  test('counts days from 1904 where the workbook says so', async () => {
    const bytes = handMade([worksheet('<row r="1"><c r="A1" s="0"><v>0</v></c></row>')], {
      'xl/workbook.xml': `<x:workbook xmlns:r="${RELATION}"><x:workbookPr date1904="true"/><x:sheets><x:sheet name="A &amp; B" sheetId="1" r:id="r1"/></x:sheets></x:workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${RELATION}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r7" Type="${RELATION}/styles" Target="styles.xml"/></Relationships>`,
      'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>',
    })
    expect(await read(bytes)).toEqual({ ok: true, sheetName: 'A & B', rows: [[new Date('1904-01-01T00:00:00Z')]] })
  })

  test('keeps digits that a number cannot hold', async () => {
    const bytes = handMade([
      worksheet('<row r="1"><c r="A1"><v>199001012020121001</v></c><c r="B1"><v>1.99001012020121E+17</v></c></row>'),
    ])
    expect(await read(bytes)).toMatchObject({ rows: [['199001012020121001', 1.99001012020121e17]] })
  })

  test('is read at its first sheet that holds something, hidden sheets last', async () => {
    const [hidden, empty, blank, wanted] = ['X', '', ' ', 'Y'].map(text =>
      worksheet(text && `<row r="1">${inline('A1', text)}</row>`),
    )
    const bytes = handMade([hidden!, empty!, blank!, wanted!], {}, ['state="hidden"'])
    expect(await read(bytes)).toEqual({ ok: true, sheetName: 'S4', rows: [['Y']] })
    expect(await read(handMade([empty!]))).toEqual({ ok: false, problem: 'empty' })
  })

  test('is understood with prefixes, and where colours reach to the last column', async () => {
    const rows = '<x:row r="1"><x:c r="A1" t="str"><x:v>a</x:v></x:c><x:c r="XFD1" s="0"/></x:row><x:row r="1048576"/>'
    const bytes = handMade(
      [`<x:worksheet xmlns:x="m"><x:dimension ref="A1:XFD1048576"/><x:sheetData>${rows}</x:sheetData></x:worksheet>`],
      {},
    )
    expect(await read(bytes)).toMatchObject({ ok: true, rows: [['a']] })
  })

  test('is refused beyond the limits, naming place and limit', async () => {
    const wide = handMade([worksheet(`<row r="3">${inline('KNUR3', 'x')}</row>`)])
    expect(await read(wide)).toEqual({ ok: false, problem: 'too_many_columns', detail: { columns: 203_364, limit: 500, row: 3 } })
    const long = handMade([worksheet(`<row r="11">${inline('A11', 'x')}</row>`)])
    expect(await read(long, { maxRows: 10 })).toEqual({ ok: false, problem: 'too_many_rows', detail: { rows: 11, limit: 10 } })
    const beyond = handMade([worksheet(`<row r="1"/><row r="4000000"/>`)])
    expect(await read(beyond)).toMatchObject({ problem: 'too_many_rows' })
    const area = handMade([worksheet(`<row r="1">${inline('J1', 'x')}</row><row r="50">${inline('A50', 'x')}</row>`)])
    expect(await read(area, { maxCells: 499 })).toMatchObject({ problem: 'too_large', detail: { cells: 500, limit: 499 } })
  })

  test('names the cell that cannot be read', async () => {
    const bytes = handMade([worksheet(`<row r="4">${inline('A4', 'x')}<c r="B4"><v>abc</v></c></row>`)])
    expect(await read(bytes)).toMatchObject({ ok: false, problem: 'broken' })
    const dated = handMade([worksheet(`<row r="4"><c r="B4" t="d"><v>abc</v></c></row>`)])
    expect(await read(dated)).toEqual({ ok: false, problem: 'broken', detail: { row: 4, column: 2 } })
  })
})
