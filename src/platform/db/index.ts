import { AsyncLocalStorage } from 'node:async_hooks'
import { join } from 'node:path'
import { CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { Scope } from '../actor.ts'
import { Embedded, embeddedDialect } from './embedded.ts'
import { type Listen, listenOn } from './listen.ts'
import { type DataFolderLock, lockDataFolder } from './lock.ts'
import { accountStatements, classStatements, communityStatements, type Rater, raterStatements, scopeStatements } from './scope.ts'

export { sql } from 'kysely'
export { beginning, containing } from './like.ts'
export type { Listen, Listening } from './listen.ts'
export { DataFolderInUse } from './lock.ts'
export { migrate } from './migrate.ts'
export type { Rater } from './scope.ts'

/** SQL is written as SQL (`sql` tags with typed rows): the table types live with the query that reads them (ADR 0003). */
export type Db = Kysely<unknown>
/** A connection inside a transaction whose role and scope are set. Only a Tx reaches person data. */
export type Tx = Kysely<unknown> & { readonly inTransaction: true }

export type Database = {
  /** Runs as piawai_app: sees no person. */
  outer: Db
  engine: 'embedded' | 'postgres'
  /** Statements as the owner of the schema, for migrations only. */
  asOwner<T>(work: (db: Db) => Promise<T>): Promise<T>
  embedded: Embedded | undefined
  /** Hears what is said with `pg_notify`, by any process on this database. */
  listen: Listen
  /** Tells the planner what the tables hold now: after much was loaded at once. The embedded engine has no autovacuum to do it. */
  analyze(): Promise<void>
  close(): Promise<void>
}

const inside = new AsyncLocalStorage<true>()

const analyzeAll = async (db: Db) => void (await sql`ANALYZE`.execute(db))

/** Throws where the outer database is used inside a transaction: on the embedded engine that would wait for ever. */
class GuardedKysely extends Kysely<unknown> {
  #check() {
    if (inside.getStore()) throw new Error('the outer database was used inside a transaction; pass the transaction instead')
  }
  override getExecutor() {
    this.#check()
    return super.getExecutor()
  }
  override connection() {
    this.#check()
    return super.connection()
  }
  override transaction() {
    this.#check()
    return super.transaction()
  }
}

pg.types.setTypeParser(1082, value => value)
pg.types.setTypeParser(20, Number)

async function openEmbedded(dataFolder: string | null, snapshot: Uint8Array | null): Promise<Database> {
  let lock: DataFolderLock | undefined
  if (dataFolder) lock = lockDataFolder(dataFolder)
  try {
    const embedded = await Embedded.open(dataFolder ? join(dataFolder, 'database') : null, snapshot)
    const outer = new GuardedKysely({ dialect: embeddedDialect(embedded) })
    const hasRole = await embedded.send("SELECT 1 FROM pg_roles WHERE rolname = 'piawai_app'", null)
    if (hasRole.rows.length > 0) await embedded.send('SET ROLE piawai_app', null)
    const asOwner: Database['asOwner'] = work =>
      outer.connection().execute(async db => {
        await sql`RESET ROLE`.execute(db)
        try {
          return await work(db)
        } finally {
          // Fails only where the first migration failed and there is no such role: then that is the error to tell.
          await sql`SET ROLE piawai_app`.execute(db).catch(() => {})
        }
      })
    return {
      outer,
      engine: 'embedded',
      embedded,
      listen: embedded.listen,
      asOwner,
      analyze: () => asOwner(analyzeAll),
      close: async () => {
        await outer.destroy()
        await embedded.close()
        lock?.release()
      },
    }
  } catch (error) {
    lock?.release()
    throw error
  }
}

/** A connection that breaks while nobody uses it is no error of anybody's: it is replaced, and the next query reports what matters. */
function quietPool(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString, max })
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  return pool
}

function openPostgres(url: string): Database {
  const pool = quietPool(url, 10)
  const outer = new GuardedKysely({
    dialect: new PostgresDialect({
      pool,
      onCreateConnection: async connection => {
        const role = await connection.executeQuery(CompiledQuery.raw("SELECT 1 FROM pg_roles WHERE rolname = 'piawai_app'"))
        if (role.rows.length > 0) await connection.executeQuery(CompiledQuery.raw('SET ROLE piawai_app'))
      },
    }),
  })
  const asOwner: Database['asOwner'] = async work => {
    const owner = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: quietPool(url, 1) }) })
    try {
      return await owner.connection().execute(work)
    } finally {
      await owner.destroy()
    }
  }
  return {
    outer,
    engine: 'postgres',
    embedded: undefined,
    listen: listenOn(url),
    analyze: () => asOwner(analyzeAll),
    asOwner,
    close: () => outer.destroy(),
  }
}

export const openDatabase = (where: {
  databaseUrl?: string | undefined
  dataFolder: string | null
  snapshot?: Uint8Array | null
}) =>
  where.databaseUrl ? Promise.resolve(openPostgres(where.databaseUrl)) : openEmbedded(where.dataFolder, where.snapshot ?? null)

async function transact<T>(db: Db, opening: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.connection().execute(connection =>
    inside.run(true, async () => {
      try {
        await sql.raw(opening).execute(connection)
        const result = await work(connection as Tx)
        await sql`COMMIT`.execute(connection)
        return result
      } catch (error) {
        await sql`ROLLBACK`.execute(connection).catch(() => {})
        throw error
      }
    }),
  )
}

/** One transaction in which only the rows of `scope` exist. Role, scope and BEGIN travel in one round trip. */
export const inScope = <T>(db: Db, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> =>
  transact(db, `BEGIN; ${scopeStatements(scope)}`, work)

/** One transaction in which only what this rater was asked, and answered, exists. */
export const asRater = <T>(db: Db, rater: Rater, work: (tx: Tx) => Promise<T>): Promise<T> =>
  transact(db, `BEGIN; ${raterStatements(rater)}`, work)

/** One transaction in which, of all people, only the rows of one class exist; the caller has decided that the asker holds it. */
export const asClass = <T>(db: Db, classId: number, work: (tx: Tx) => Promise<T>): Promise<T> =>
  transact(db, `BEGIN; ${classStatements(classId)}`, work)

/** One transaction in which only what belongs to this account exists, and no person. */
export const asAccount = <T>(db: Db, accountId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  transact(db, `BEGIN; ${accountStatements(accountId)}`, work)

/** The same for the rows of one community; the caller has decided that the asker is in it, or may be. */
export const asCommunity = <T>(db: Db, communityId: number, work: (tx: Tx) => Promise<T>): Promise<T> =>
  transact(db, `BEGIN; ${communityStatements(communityId)}`, work)

/** One transaction of a job or of a change that crosses scopes; the caller has decided that it may. */
export const asJob = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> =>
  transact(db, 'BEGIN; SET LOCAL ROLE piawai_job', work)
