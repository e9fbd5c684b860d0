import { Embedded } from '../src/platform/db/embedded.ts'
import { temporaryFolder } from '../test/running-server.ts'
import { atMost, type Bench } from './figure.ts'
import { emptyOffice, importFile, peopleCells, peopleHeaders, peopleSheet, provinceRows } from './office.ts'

const people = 6129
const many = 100_000

/** What the database alone needs for the same rows: COPY into an unlogged table of the same columns. */
async function copySeconds(cells: string[][]): Promise<number> {
  const { folder, remove } = temporaryFolder()
  const database = await Embedded.open(`${folder}/database`)
  await database.send(`CREATE TABLE t (${peopleHeaders.map((_, i) => `c${i} text`).join(', ')})`, null)
  const csv = new TextEncoder().encode(cells.map(row => row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n'))
  const started = performance.now()
  await database.send("COPY t FROM '/dev/blob' WITH (FORMAT csv)", [], csv)
  const seconds = (performance.now() - started) / 1000
  await database.close()
  remove()
  return seconds
}

async function importSeconds(count: number) {
  const province = provinceRows()
  const cells = peopleCells(province, count)
  const sheet = await peopleSheet(cells)
  const { folder, remove } = temporaryFolder()
  const office = await emptyOffice(folder, province)
  const result = await importFile(office, 'pegawai', sheet)
  await office.server.stop()
  remove()
  if (result.counts.new !== count) throw new Error(`of ${count} rows: ${JSON.stringify(result.counts)}`)
  return { seconds: result.seconds, cells }
}

/** From the upload to the result, through the API of a running server on the embedded database: read, check, stage, compare, write. */
export const bench: Bench = {
  async run() {
    const province = await importSeconds(people)
    const copy = await copySeconds(province.cells)
    const large = await importSeconds(many)
    const perRow = (large.seconds / many) * 1e6
    const perRowSmall = (province.seconds / people) * 1e6
    return [
      atMost(
        `${people} pegawai from XLSX, upload to result`,
        province.seconds,
        's',
        8,
        `COPY of the same rows ${copy.toFixed(2)} s, ${(province.seconds / copy).toFixed(0)}× that`,
      ),
      atMost(
        `cost per row at ${many} rows over that at ${people}`,
        perRow / perRowSmall,
        '×',
        1.3,
        `${perRowSmall.toFixed(0)} µs a row at ${people}, ${perRow.toFixed(0)} µs at ${many}`,
      ),
    ]
  },
}
