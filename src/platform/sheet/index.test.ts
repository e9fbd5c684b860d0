import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { handMade, inline, worksheet } from './fixture.ts'
import { readSheet, writeWorkbook } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'piawai-sheet-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(content: string | Uint8Array): string {
  const path = join(folder, crypto.randomUUID())
  writeFileSync(path, content)
  return path
}

test('many rows arrive whole and in order, and the thread that asked goes on serving', async () => {
  const rows = Array.from({ length: 10_000 }, (_, i) => [
    i,
    `Budi ${i}`,
    i % 3 === 0 ? null : new Date(Date.UTC(2024, 0, 1 + (i % 300))),
  ])
  const columns = [{ header: 'No' }, { header: 'Nama' }, { header: 'Tanggal' }]
  const path = file(await writeWorkbook([{ name: 'Data', columns, rows }]))
  let served = 0
  const clock = setInterval(() => served++, 5)
  const reading = await readSheet(path, 'data.xlsx')
  clearInterval(clock)
  expect(reading.ok && reading.sheetName).toBe('Data')
  expect(reading.ok && reading.rows.slice(1)).toEqual(rows.map(row => (row[2] === null ? row.slice(0, 2) : row)))
  expect(served).toBeGreaterThan(3)
})

test('a CSV is named after its file', async () => {
  expect(await readSheet(file('a;b\n1;2'), 'Data pegawai.csv')).toEqual({
    ok: true,
    sheetName: 'Data pegawai',
    rows: [
      ['a', 'b'],
      ['1', '2'],
    ],
  })
})

test('what takes too long or is too large is given up', async () => {
  const path = file(`a;b\n${'1;2\n'.repeat(100_000)}`)
  expect(await readSheet(path, 'x.csv', { seconds: 0.01 })).toEqual({ ok: false, problem: 'too_slow', detail: { seconds: 0.01 } })
  expect(await readSheet(path, 'x.csv', { maxBytes: 1_000 })).toEqual({
    ok: false,
    problem: 'too_large',
    detail: { limit: 1_000 },
  })
})

test('200,000 columns are refused at once', async () => {
  const letters = (n: number): string => (n < 26 ? '' : letters(Math.floor(n / 26) - 1)) + String.fromCharCode(65 + (n % 26))
  const cells = Array.from({ length: 200_000 }, (_, column) => inline(`${letters(column)}1`, 'x')).join('')
  const path = file(handMade([worksheet(`<row r="1">${cells}</row>`, '<dimension ref="A1:KIJV1"/>')]))
  const started = performance.now()
  expect(await readSheet(path, 'x.xlsx')).toMatchObject({ ok: false, problem: 'too_many_columns', detail: { columns: 501 } })
  expect(performance.now() - started).toBeLessThan(5_000)
})

test('a file that is not there is an error, not a bad sheet', async () => {
  await expect(readSheet(join(folder, 'nowhere'), 'x.csv')).rejects.toThrow('ENOENT')
})
