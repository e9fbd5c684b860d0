import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { readSheet, writeWorkbook } from '../src/platform/sheet/index.ts'
import { temporaryFolder } from '../test/running-server.ts'
import { atMost, type Bench } from './figure.ts'
import { checkFile, emptyOffice, importFile, peopleCells, peopleSheet, provinceRows } from './office.ts'

const people = 6129
const recorded = 20_000
const rows = 10_000

const day = (n: number) => new Date(Date.UTC(2023, 0, 1 + n)).toISOString().slice(0, 10).split('-').reverse().join('-')
const number = (text: string) => `K-${createHash('md5').update(text).digest('hex').slice(0, 10)}`

const sheetOf = (cells: (string | number)[][]) =>
  writeWorkbook([
    {
      name: 'Data',
      columns: ['NIP', 'Nama pelatihan', 'JP', 'Tanggal mulai', 'Tanggal selesai', 'Nomor sertifikat'].map(header => ({
        header,
      })),
      rows: cells,
    },
  ])

/** What stands: three or four a person, each with a certificate. */
const standing = (nips: readonly string[]) =>
  Array.from({ length: recorded }, (_, n) => [
    nips[n % nips.length]!,
    `Bimtek ${n}`,
    24,
    day(n % 900),
    day((n % 900) + 2),
    number(`r${n}`),
  ])

/** Some new, some that bear another's certificate, some on full days. */
const claimed = (nips: readonly string[]) =>
  Array.from({ length: rows }, (_, n) => [
    nips[(n * 7) % nips.length]!,
    `Pelatihan ${n}`,
    n % 50 === 0 ? 20 : 8,
    day(n % 900),
    day(n % 900),
    n % 20 === 0 ? number(`r${n}`) : number(`c${n}`),
  ])

/** A file of outside learning from the upload to its preview, through the API of a running server: duplicates looked for over everybody. */
export const bench: Bench = {
  async run() {
    const province = provinceRows()
    const cells = peopleCells(province, people)
    const nips = cells.map(row => row[0]!)
    const { folder, remove } = temporaryFolder()
    const office = await emptyOffice(folder, province)
    try {
      await importFile(office, 'pegawai', await peopleSheet(cells))
      await importFile(office, 'pelatihan', await sheetOf(standing(nips)))
      const sheet = await sheetOf(claimed(nips))
      writeFileSync(`${folder}/claims.xlsx`, sheet)
      const began = performance.now()
      await readSheet(`${folder}/claims.xlsx`, 'claims.xlsx')
      const read = (performance.now() - began) / 1000
      const { seconds, counts } = await checkFile(office, 'pelatihan', sheet)
      if (counts.new !== rows) throw new Error(`of ${rows} rows: ${JSON.stringify(counts)}`)
      return [
        atMost(
          `${rows} rows of outside learning checked beside ${recorded} records`,
          seconds,
          's',
          20,
          `reading the same sheet alone ${read.toFixed(2)} s, ${(seconds / read).toFixed(0)}× that`,
        ),
      ]
    } finally {
      await office.server.stop()
      remove()
    }
  },
}
