import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate, openDatabase } from '../src/platform/db/index.ts'

/** Migrates once and keeps a snapshot; each test file starts from it. */
export default async function setup() {
  if (process.env.TEST_DATABASE_URL) return
  const folder = mkdtempSync(join(tmpdir(), 'piawai-test-'))
  const database = await openDatabase({ dataFolder: null })
  await migrate(database, 'migrations')
  const file = join(folder, 'snapshot.tar')
  writeFileSync(file, await database.embedded!.dump())
  await database.close()
  process.env.PIAWAI_TEST_SNAPSHOT = file
  return () => rmSync(folder, { recursive: true, force: true })
}
