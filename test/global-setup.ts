import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate, openDatabase } from '../src/platform/db/index.ts'

/** Migrates once and keeps a snapshot (a template database on PostgreSQL); each test file starts from it. */
export default async function setup() {
  if (process.env.TEST_DATABASE_URL) return template(process.env.TEST_DATABASE_URL)
  const folder = mkdtempSync(join(tmpdir(), 'piawai-test-'))
  const database = await openDatabase({ dataFolder: null })
  await migrate(database, 'migrations')
  const file = join(folder, 'snapshot.tar')
  writeFileSync(file, await database.embedded!.dump())
  await database.close()
  process.env.PIAWAI_TEST_SNAPSHOT = file
  return () => rmSync(folder, { recursive: true, force: true })
}

async function template(server: string) {
  const name = `piawai_template_${process.pid}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const database = await openDatabase({ databaseUrl: url.href, dataFolder: null })
  await migrate(database, 'migrations')
  await database.close()
  process.env.PIAWAI_TEST_TEMPLATE = name
  return async () => {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await admin.end()
  }
}
