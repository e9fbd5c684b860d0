import { asJob, type Database, openDatabase, sql } from '../src/platform/db/index.ts'
import { signIn, startServer, temporaryFolder } from '../test/running-server.ts'
import { atMost, type Bench, quantile, timed } from './figure.ts'
import { multiply } from './multiply.ts'

const times = 200

/** The ranking's own query and nothing else, as the database's owner of all rows. */
const bareSql = (database: Database) =>
  timed(times, () =>
    asJob(database.outer, tx =>
      sql`
        SELECT n.*, c.name FROM need n JOIN competency c ON c.id = n.competency_id
        WHERE n.people > 0 AND n.kind = 'gap' AND n.instansi_id = (SELECT id FROM instansi WHERE region_code = '19')
        ORDER BY n.score DESC NULLS LAST, n.id LIMIT 50`.execute(tx),
    ),
  )

async function measure(copies: number) {
  const { folder, remove } = temporaryFolder()
  await (await startServer(folder)).stop() // loads the demo
  if (copies > 0) await multiply(folder, copies)
  const database = await openDatabase({ dataFolder: folder })
  const bare = quantile(await bareSql(database), 0.95)
  await database.close()
  const server = await startServer(folder)
  const cookie = await signIn(server.url, 'perencana')
  const page = (path: string) => async () => {
    const response = await fetch(server.url + path, { headers: { cookie } })
    const text = await response.text()
    if (response.status !== 200 || !text.includes('data-table')) throw new Error(`${path} answered ${response.status}`)
  }
  const one = quantile(await timed(times, page('/kebutuhan?instansi=19'), 20), 0.95)
  const all = quantile(await timed(times, page('/kebutuhan?instansi=semua'), 20), 0.95)
  await server.stop()
  remove()
  return { bare, one, all }
}

/** The ranking page over HTTP with session, scope and row-level security: of one instansi, of all eight governments, then with ten times the people. */
export const bench: Bench = {
  async run() {
    const now = await measure(0)
    const tenfold = await measure(9)
    const ratio = Math.max(tenfold.one / now.one, tenfold.all / now.all)
    const reference = `the bare SQL: p95 ${now.bare.toFixed(1)} ms`
    return [
      atMost('ranking of one instansi, p95', now.one, 'ms', 60, `${reference}, ${(now.one / now.bare).toFixed(1)}× that`),
      atMost('ranking of all eight governments, p95', now.all, 'ms', 120, reference),
      atMost(
        'with ten times the people, over the above',
        ratio,
        '×',
        3,
        `${tenfold.one.toFixed(0)} and ${tenfold.all.toFixed(0)} ms; bare SQL ${tenfold.bare.toFixed(1)} ms`,
      ),
    ]
  },
}
