import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readText } from './cells.ts'
import { readDate } from './dates.ts'
import { guard } from './guard.ts'
import { readBytes } from './read-bytes.ts'
import { DEFAULT_LIMITS } from './reading.ts'
import { type CellToWrite, type ColumnToWrite, workbookBytes } from './workbook.ts'

const parts = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, Buffer.from(content).toString('utf8')]))
const sheet = (rows: CellToWrite[][], columns: ColumnToWrite[]) => workbookBytes([{ name: 'Pegawai', columns, rows }])
const readBack = async (bytes: Uint8Array) => {
  const reading = await readBytes(bytes, 'x', DEFAULT_LIMITS)
  if (!reading.ok) throw new Error(reading.problem)
  return reading.rows
}

test('a NIP stays text, a day becomes a date, a number a number', async () => {
  const columns: ColumnToWrite[] = [
    { header: 'NIP', kind: 'text' },
    { header: 'Lahir', kind: 'date' },
    { header: 'Nilai' },
    { header: 'Capaian', kind: 'percent' },
  ]
  const rows: CellToWrite[][] = [
    ['199001012020121001', '1990-01-01', 3.5, 0.85],
    [42, new Date('2024-02-29T13:00:00Z'), true, null],
    [null, 'belum', Number.NaN, new Date(Number.NaN)],
  ]
  const bytes = await sheet(rows, columns)
  expect(await readBack(bytes)).toEqual([
    ['NIP', 'Lahir', 'Nilai', 'Capaian'],
    ['199001012020121001', new Date('1990-01-01T00:00:00Z'), 3.5, 0.85],
    ['42', new Date('2024-02-29T00:00:00Z'), true],
    [null, 'belum'],
  ])
  const { 'xl/styles.xml': styles, 'xl/worksheets/sheet1.xml': xml } = parts(bytes)
  expect(styles).toContain('dd-mm-yyyy')
  expect(styles).toMatch(/numFmtId="49"|formatCode="@"/)
  expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
  expect(xml).toMatch(/<c r="A4" s="\d+"\s*\/>/) // a blank cell of a text column waits for digits as text
})

test('title, notes, prompts and colours', async () => {
  const bytes = await workbookBytes([
    {
      name: 'Templat',
      title: '=Templat',
      notes: ['Isi mulai baris 4'],
      columns: [{ header: 'Nama' }, { header: 'NIP', note: '18 digit "tanpa" spasi & titik\nFormat teks' }],
      rows: [['Budi', { value: '123', highlight: 'refused' }], [{ value: null, highlight: 'warning' }]],
    },
  ])
  expect(await readBack(bytes)).toEqual([["'=Templat"], ['Isi mulai baris 4'], ['Nama', 'NIP'], ['Budi', '123']])
  const { 'xl/styles.xml': styles, 'xl/worksheets/sheet1.xml': xml } = parts(bytes)
  expect(xml).toContain(
    '</sheetData><dataValidations count="1"><dataValidation allowBlank="1" showInputMessage="1" promptTitle="NIP" prompt="18 digit &#34;tanpa&#34; spasi &#38; titik&#10;Format teks" sqref="B3:B1048576"/></dataValidations>',
  )
  expect(styles).toContain('F8CBCB')
  expect(styles).toContain('FFF2CC')
  expect(xml).toMatch(/ySplit="3"/)
})

test('no text can act as a formula', async () => {
  const bytes = await sheet([['=HYPERLINK("http://x")'], ['+62811'], ['-'], ['@x']], [{ header: '=cmd' }])
  expect(await readBack(bytes)).toEqual([["'=cmd"], [`'=HYPERLINK("http://x")`], ["'+62811"], ["'-"], ["'@x"]])
  expect(parts(bytes)['xl/worksheets/sheet1.xml']).not.toContain('<f>')
})

test('sheet names are made such that Excel takes them', async () => {
  const names = ['A/B: [x]?*\\', 'a b x', '', "'q'", 'x'.repeat(40), 'X'.repeat(35), 'Tom & "Ani" <1>']
  const bytes = await workbookBytes(names.map(name => ({ name, columns: [{ header: 'h' }], rows: [] })))
  const found = [...parts(bytes)['xl/workbook.xml']!.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(match => match[1])
  expect(found).toEqual([
    'A B x',
    'a b x (2)',
    'Lembar 3',
    'q',
    'x'.repeat(31),
    `${'X'.repeat(27)} (2)`,
    'Tom &amp; &quot;Ani&quot; &lt;1&gt;',
  ])
})

test('texts that resemble the names of every JavaScript object or an escape come back', async () => {
  const texts = ['constructor', '__proto__', 'toString', '_x0041_', 'a\r\nb', '_x005F_', 'valueOf']
  expect(
    await readBack(
      await sheet(
        texts.map(text => [text]),
        [{ header: 'h' }],
      ),
    ),
  ).toEqual([['h'], ...texts.map(text => [text])])
})

test('read(write(x)) = x, for texts and days', async () => {
  // XML knows neither control characters nor half a surrogate pair; the library drops them.
  const text = fc
    .oneof(fc.string({ unit: 'grapheme-composite' }), fc.string({ unit: fc.constantFrom(...'=+-@\'<>&"_x0A1 \n') }))
    .map(value => value.replace(/[\p{Cc}\p{Cn}\p{Cs}\ufffd]/gu, character => (character === '\n' ? character : '')))
  const day = fc
    .date({ min: new Date('1930-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    .map(date => date.toISOString().slice(0, 10))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, day), { minLength: 1, maxLength: 8 }), async rows => {
      const columns: ColumnToWrite[] = [
        { header: 'Teks', kind: 'text' },
        { header: 'Hari', kind: 'date' },
      ]
      const [, ...back] = await readBack(await sheet(rows, columns))
      expect(back.map(row => [row[0], readDate(row[1])])).toEqual(
        rows.map(([value, iso]) => [guard(value).trim() || null, { ok: true, value: iso }]),
      )
      expect(back.map(row => readText(row[0]))).toEqual(rows.map(([value]) => readText(guard(value))))
    }),
    { numRuns: 60 },
  )
})
