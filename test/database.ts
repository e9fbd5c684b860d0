import { existsSync, readFileSync } from 'node:fs'
import pg from 'pg'
import type { Scope } from '../src/platform/actor.ts'
import { asJob, type Database, inScope, migrate, openDatabase, type Tx } from '../src/platform/db/index.ts'

/**
 * A migrated database of one's own: in memory, from the snapshot that test/global-setup.ts made once; or, where
 * TEST_DATABASE_URL is given, a fresh database on that PostgreSQL server.
 */
export async function testDatabase(): Promise<Database> {
  const server = process.env.TEST_DATABASE_URL
  if (server) return freshOn(server)
  const snapshot = process.env.PIAWAI_TEST_SNAPSHOT
  if (snapshot && existsSync(snapshot))
    return openDatabase({ dataFolder: null, snapshot: new Uint8Array(readFileSync(snapshot)) })
  const database = await openDatabase({ dataFolder: null })
  await migrate(database, 'migrations')
  return database
}

async function freshOn(server: string): Promise<Database> {
  const name = `piawai_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${process.env.PIAWAI_TEST_TEMPLATE ?? 'template0'}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const database = await openDatabase({ databaseUrl: url.href, dataFolder: null })
  await migrate(database, 'migrations')
  const close = database.close
  return {
    ...database,
    close: async () => {
      await close()
      await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
      await admin.end()
    },
  }
}

class RolledBack extends Error {}

/** Runs in a transaction whose changes nobody sees afterwards. */
export async function rolledBack(database: Database, scope: Scope | 'job', work: (tx: Tx) => Promise<void>): Promise<void> {
  const run = async (tx: Tx) => {
    await work(tx)
    throw new RolledBack()
  }
  try {
    await (scope === 'job' ? asJob(database.outer, run) : inScope(database.outer, scope, run))
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error
  }
}
