import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite, parse, protocol } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import parameter from 'pg/lib/utils.js'

// PGlite in a thread of its own: a long query here freezes no user's page. Imports nothing of ours.

type Request = { id: number; sql: string; parameters: unknown[] | null; blob?: Uint8Array }
const { folder, snapshot } = workerData as { folder: string | null; snapshot: Uint8Array | null }
const port = parentPort!

const asText = (value: string) => value
const parsers = { 1082: asText, 20: Number } // a date stays yyyy-mm-dd; a count fits a number

async function open(): Promise<PGlite> {
  if (folder && !existsSync(folder)) mkdirSync(dirname(folder), { recursive: true })
  const loadDataDir = snapshot ? new Blob([snapshot as Uint8Array<ArrayBuffer>]) : undefined
  return PGlite.create({
    ...(folder ? { dataDir: folder } : {}),
    ...(loadDataDir ? { loadDataDir } : {}),
    extensions: { pg_trgm },
    parsers,
  })
}

/**
 * A statement with parameters, as node-postgres writes it: all messages at once, without asking for the types first. PGlite's own
 * `query` calls the database six times for it, which took longer than most statements.
 */
function run(pg: PGlite, sql: string, parameters: unknown[]) {
  const { serialize } = protocol
  const messages = Buffer.concat([
    serialize.parse({ text: sql }),
    serialize.bind({ values: parameters.map(parameter.prepareValue) }),
    serialize.describe({ type: 'P' }),
    serialize.execute({}),
    serialize.sync(),
  ])
  return pg.runExclusive(async () => parse.parseResults((await pg.execProtocol(messages)).messages, pg.parsers)[0])
}

const database = open()
database.then(
  pg => {
    pg.onNotification((channel, payload) => port.postMessage({ heard: [channel, payload] }))
    port.postMessage({ ready: true })
  },
  error => port.postMessage({ ready: false, error: String(error?.message ?? error) }),
)

port.on('message', async (request: Request | { close: true } | { dump: true }) => {
  const pg = await database
  if ('close' in request) {
    await pg.close()
    port.postMessage({ closed: true })
    port.close()
    return
  }
  if ('dump' in request) {
    const file = await pg.dumpDataDir('none')
    port.postMessage({ dump: new Uint8Array(await file.arrayBuffer()) })
    return
  }
  const { id, sql, parameters, blob } = request
  try {
    if (parameters === null) {
      const results = await pg.exec(sql)
      port.postMessage({ id, rows: results.at(-1)?.rows ?? [], affected: results.at(-1)?.affectedRows ?? 0 })
    } else {
      const result = blob
        ? await pg.query(sql, parameters, { blob: new Blob([blob as Uint8Array<ArrayBuffer>]) })
        : await run(pg, sql, parameters)
      port.postMessage({ id, rows: result?.rows ?? [], affected: result?.affectedRows ?? 0 })
    }
  } catch (error) {
    const e = error as Record<string, unknown>
    const { message, code, detail, constraint, table, column, hint } = e
    port.postMessage({ id, error: { message, code, detail, constraint, table, column, hint } })
  }
})
