import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Database, openDatabase, sql } from '../src/platform/db/index.ts'
import { signIn, startServer, temporaryFolder } from '../test/running-server.ts'
import { change, office, unmapped } from './change.ts'
import { atMost, type Bench, type Figure, quantile, timed } from './figure.ts'
import { fillNation } from './nation.ts'
import { ownDatabase } from './own-database.ts'

const times = 100
const derived = ['competency_profile', 'competency_gap', 'gap_summary', 'coverage', 'jenjang_staff', 'need', 'instansi_summary']
const cli = fileURLToPath(new URL('../dist/server/cli.js', import.meta.url))

const seconds = async <T>(work: () => T | Promise<T>) => {
  const started = performance.now()
  const result = await work()
  return { result, seconds: (performance.now() - started) / 1000 }
}

/** A number for all that stands in each derived table; any row that changed changes it. */
async function fingerprints(database: Database): Promise<string[]> {
  return database.asOwner(async db => {
    const found: string[] = []
    for (const table of derived) {
      const { rows } = await sql<{ print: string }>`
        SELECT count(*) || ' ' || sum(hashtextextended(t::text, 0)::numeric) AS print FROM ${sql.table(table)} t`.execute(db)
      found.push(`${table} ${rows[0]!.print}`)
    }
    return found
  })
}

async function measure(url: string, folder: string): Promise<Figure[]> {
  const env = { DATABASE_URL: url, PIAWAI_DEMO: '1' }
  const recalculate = () =>
    execFileSync(process.execPath, [cli, 'recalculate'], { env: { ...process.env, ...env, PIAWAI_DATA: folder } })
  await (await startServer(folder, env)).stop() // loads the demo
  const database = await openDatabase({ databaseUrl: url, dataFolder: null })
  try {
    const filled = await seconds(() => fillNation(database))
    const calculated = await seconds(recalculate)
    await database.asOwner(db => sql`VACUUM ANALYZE`.execute(db))

    const server = await startServer(folder, env)
    const national = await signIn(server.url, 'nasional')
    const page = (path: string, shows: string) => async () => {
      const response = await fetch(server.url + path, { headers: { cookie: national } })
      const text = await response.text()
      if (response.status !== 200 || !text.includes(shows)) throw new Error(`${path} answered ${response.status}`)
    }
    const p95 = async (path: string, shows: string) => quantile(await timed(times, page(path, shows), 20), 0.95)
    const bare = await p95('/_ui', '<h1')
    const one = await p95('/kebutuhan?instansi=31.05', 'data-table')
    const all = await p95('/kebutuhan?instansi=semua', 'data-table')
    const board = await p95('/pembinaan', 'data-table')

    const of = office(server.url, await signIn(server.url, 'pengelola'))
    const [first, second] = await unmapped(of, 2)
    const needs = await of.needs()
    const today = new Date().toISOString().slice(0, 10)
    await change(of, today, needs, first!)
    const { everywhere } = await change(of, today, needs, second!)
    await server.stop()
    const moved = await fingerprints(database)
    const again = await seconds(recalculate)
    const recounted = await fingerprints(database)
    const differ = moved.filter((print, n) => print !== recounted[n])

    const reference = `/_ui (no database): p95 ${bare.toFixed(0)} ms`
    return [
      atMost(`${filled.result} people in 520 governments, made`, filled.seconds, 's', null),
      atMost(
        'all of it calculated',
        calculated.seconds,
        's',
        null,
        `${Math.round(filled.result / calculated.seconds)} people a second`,
      ),
      atMost('ranking of one government, p95', one, 'ms', 100, reference),
      atMost('ranking of the nation, p95', all, 'ms', null, reference),
      atMost('board of all governments, p95', board, 'ms', 200, reference),
      atMost('one result recorded, until all screens show it', everywhere, 'ms', 1000),
      atMost(
        'tables that a full recount then finds different',
        differ.length,
        'tables',
        0,
        `recount ${again.seconds.toFixed(0)} s; ${differ.join('; ') || derived.join(', ')}`,
      ),
    ]
  } finally {
    await database.close()
  }
}

/** A nation on a PostgreSQL server: only with --all, and where TEST_DATABASE_URL names the server. */
export const bench: Bench = {
  slow: true,
  async run({ all }) {
    const own = all ? await ownDatabase() : null
    if (!own) {
      console.error('national: needs --all, and a PostgreSQL server in TEST_DATABASE_URL (a superuser there; some 6 GB of disk)')
      return []
    }
    const { folder, remove } = temporaryFolder()
    try {
      return await measure(own.url, folder)
    } finally {
      await own.drop()
      remove()
    }
  },
}
