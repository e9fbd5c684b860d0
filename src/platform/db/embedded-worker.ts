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

const { serialize } = protocol
const mostPrepared = 256
/** Prepared statements by role and text, the least used first; null: seen once; '': it failed, and is not prepared again. */
const prepared = new Map<string, string | null>()
let names = 0
/** The role of the transaction that is open; '' outside of one. A plan under row security holds for one role. */
let role = ''

function followRole(sql: string) {
  role = /\bSET LOCAL ROLE (\w+)/.exec(sql)?.[1] ?? (/^(COMMIT|ROLLBACK)$/.test(sql) ? '' : role)
}

/**
 * The messages that bring a statement to the point where it can be bound, and its name. What pages ask comes again and again, and reading
 * and planning it takes longer than answering it: from the second time on it is kept prepared. Jobs are not: they plan for what they find.
 */
function ready(sql: string): { messages: Uint8Array[]; name: string; keep(): void } {
  const once = { messages: [serialize.parse({ text: sql })], name: '', keep() {} }
  if (role === 'piawai_job') return once
  const key = `${role} ${sql}`
  const known = prepared.get(key)
  prepared.delete(key)
  if (known) {
    prepared.set(key, known)
    return { messages: [], name: known, keep() {} }
  }
  prepared.set(key, known === undefined ? null : '')
  const messages: Uint8Array[] = []
  if (prepared.size > mostPrepared) {
    const [oldest, name] = prepared.entries().next().value!
    prepared.delete(oldest)
    if (name) messages.push(serialize.close({ type: 'S', name }))
  }
  if (known !== null) return { ...once, messages: [...messages, ...once.messages] }
  const name = `s${++names}`
  messages.push(serialize.parse({ text: sql, name }))
  return { messages, name, keep: () => void prepared.set(key, name) }
}

/**
 * A statement with parameters, as node-postgres writes it: all messages at once, without asking for the types first. PGlite's own
 * `query` calls the database six times for it, which took longer than most statements.
 */
function run(pg: PGlite, sql: string, parameters: unknown[]) {
  const { messages, name, keep } = ready(sql)
  const batch = Buffer.concat([
    ...messages,
    serialize.bind({ statement: name, values: parameters.map(parameter.prepareValue) }),
    serialize.describe({ type: 'P' }),
    serialize.execute({}),
    serialize.sync(),
  ])
  return pg.runExclusive(async () => {
    const answer = await pg.execProtocol(batch)
    keep()
    return parse.parseResults(answer.messages, pg.parsers)[0]
  })
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
      followRole(sql)
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
