import { Worker } from 'node:worker_threads'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import type { Listen } from './listen.ts'

type Reply = { rows: unknown[]; affected: number }
type Waiting = { resolve(reply: Reply): void; reject(error: Error): void }

/** The main thread's end of the embedded database: sends SQL to its thread and keeps one queue for its one connection. */
export class Embedded {
  #worker: Worker
  #waiting = new Map<number, Waiting>()
  #next = 1
  #tail: Promise<void> = Promise.resolve()
  #closed: PromiseWithResolvers<void> = Promise.withResolvers()
  #dumped: PromiseWithResolvers<Uint8Array> | undefined
  #listeners = new Map<string, Set<(payload: string) => void>>()

  private constructor(worker: Worker) {
    this.#worker = worker
    worker.on('message', message => this.#receive(message))
    worker.on('error', error => this.#fail(error))
    worker.on('exit', () => this.#fail(new Error('the embedded database has stopped')))
  }

  /** `folder` null keeps all in memory (tests); `snapshot` starts from a dump made by `dump()`. */
  static async open(folder: string | null, snapshot: Uint8Array | null = null): Promise<Embedded> {
    // Tests run the sources, the server runs the build: the thread's file stands beside this one in both.
    const file = import.meta.url.endsWith('.ts') ? './embedded-worker.ts' : './embedded-worker.js'
    const worker = new Worker(new URL(file, import.meta.url), { workerData: { folder, snapshot } })
    await new Promise<void>((resolve, reject) => {
      worker.once('message', (message: { ready: boolean; error?: string }) =>
        message.ready ? resolve() : reject(new Error(message.error)),
      )
      worker.once('error', reject)
    })
    return new Embedded(worker)
  }

  #receive(
    message: { id: number; error?: Record<string, unknown>; closed?: true; dump?: Uint8Array; heard?: [string, string] } & Reply,
  ) {
    if (message.heard) {
      const [channel, payload] = message.heard
      for (const heard of this.#listeners.get(channel) ?? []) heard(payload)
      return
    }
    if (message.closed) return this.#closed.resolve()
    if (message.dump) return this.#dumped?.resolve(message.dump)
    const waiting = this.#waiting.get(message.id)
    this.#waiting.delete(message.id)
    if (message.error) waiting?.reject(Object.assign(new Error(String(message.error.message)), message.error))
    else waiting?.resolve(message)
  }

  #fail(error: Error) {
    for (const waiting of this.#waiting.values()) waiting.reject(error)
    this.#waiting.clear()
    this.#closed.resolve()
  }

  /** `parameters` null sends several statements at once. Use only while holding the connection. */
  send(sql: string, parameters: readonly unknown[] | null, blob?: Uint8Array): Promise<Reply> {
    const id = this.#next++
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#worker.postMessage({ id, sql, parameters, blob })
    })
  }

  /** Waits for the one connection; the answer gives it back. First come, first served. */
  async hold(): Promise<() => void> {
    const before = this.#tail
    const mine = Promise.withResolvers<void>()
    this.#tail = before.then(() => mine.promise)
    await before
    return mine.resolve
  }

  listen: Listen = async (channel, heard, began) => {
    const those = this.#listeners.get(channel) ?? new Set()
    this.#listeners.set(channel, those.add(heard))
    const release = await this.hold()
    await this.send(`LISTEN "${channel}"`, null)
    release()
    began()
    return { close: async () => void those.delete(heard) }
  }

  async dump(): Promise<Uint8Array> {
    const release = await this.hold()
    this.#dumped = Promise.withResolvers()
    this.#worker.postMessage({ dump: true })
    const bytes = await this.#dumped.promise
    release()
    return bytes
  }

  async close(): Promise<void> {
    await this.hold()
    this.#worker.postMessage({ close: true })
    await this.#closed.promise
    await this.#worker.terminate()
  }
}

class EmbeddedConnection implements DatabaseConnection {
  readonly embedded: Embedded
  readonly release: () => void
  constructor(embedded: Embedded, release: () => void) {
    this.embedded = embedded
    this.release = release
  }
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, affected } = await this.embedded.send(query.sql, query.parameters.length > 0 ? query.parameters : null)
    return { rows: rows as R[], numAffectedRows: BigInt(affected) }
  }
  // biome-ignore lint/correctness/useYield: the one connection cannot stream; callers page through instead
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('the embedded database does not stream')
  }
}

class EmbeddedDriver implements Driver {
  readonly embedded: Embedded
  constructor(embedded: Embedded) {
    this.embedded = embedded
  }
  async init() {}
  async acquireConnection() {
    return new EmbeddedConnection(this.embedded, await this.embedded.hold())
  }
  async beginTransaction(connection: DatabaseConnection, _settings: TransactionSettings) {
    await (connection as EmbeddedConnection).embedded.send('BEGIN', null)
  }
  async commitTransaction(connection: DatabaseConnection) {
    await (connection as EmbeddedConnection).embedded.send('COMMIT', null)
  }
  async rollbackTransaction(connection: DatabaseConnection) {
    await (connection as EmbeddedConnection).embedded.send('ROLLBACK', null)
  }
  async releaseConnection(connection: DatabaseConnection) {
    ;(connection as EmbeddedConnection).release()
  }
  // The database is closed by who opened it: Kysely destroys a driver only if it was ever used.
  async destroy() {}
}

export const embeddedDialect = (embedded: Embedded): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new EmbeddedDriver(embedded),
  createIntrospector: db => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
})
