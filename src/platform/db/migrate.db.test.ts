import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { type Database, migrate, sql } from './index.ts'

let database: Database
let folder: string
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'piawai-migrations-'))
})
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await database.asOwner(db =>
    sql.raw("DROP TABLE IF EXISTS one, two; DELETE FROM piawai_migration WHERE name LIKE '9%'").execute(db),
  )
})

const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
const read = (query: string) => database.asOwner(async db => (await sql.raw(query).execute(db)).rows)

it('runs the files in the order of their names, once', async () => {
  write('9002_two.sql', 'INSERT INTO one VALUES (2)')
  write('9001_one.sql', 'CREATE TABLE one (n int); INSERT INTO one VALUES (1)')
  write('9003_notes.txt', 'not a migration')
  expect(await migrate(database, folder)).toEqual(['9001_one.sql', '9002_two.sql'])
  expect(await migrate(database, folder)).toEqual([])
  expect(await read('SELECT n FROM one ORDER BY n')).toEqual([{ n: 1 }, { n: 2 }])
  write('9004_four.sql', 'INSERT INTO one VALUES (4)')
  expect(await migrate(database, folder)).toEqual(['9004_four.sql'])
})

it('does nothing with the migrations of the house a second time', async () => {
  const before = await read('SELECT name, digest, at FROM piawai_migration ORDER BY name')
  expect(before.length).toBeGreaterThan(0)
  expect(await migrate(database, 'migrations')).toEqual([])
  expect(await read('SELECT name, digest, at FROM piawai_migration ORDER BY name')).toEqual(before)
})

it('refuses a file that was changed after it ran, by name, and runs none of the new ones', async () => {
  write('9001_one.sql', 'CREATE TABLE one (n int)')
  await migrate(database, folder)
  write('9001_one.sql', 'CREATE TABLE one (n int) -- a word more')
  write('9002_two.sql', 'CREATE TABLE two (n int)')
  await expect(migrate(database, folder)).rejects.toThrow('migration 9001_one.sql was changed after it ran')
  expect(await read("SELECT to_regclass('two') AS two")).toEqual([{ two: null }])
})

it('keeps nothing of a file that fails, keeps the ones before it, and goes on once it is mended', async () => {
  write('9001_one.sql', 'CREATE TABLE one (n int)')
  write('9002_two.sql', 'CREATE TABLE two (n int); INSERT INTO no_such_table VALUES (1)')
  await expect(migrate(database, folder)).rejects.toThrow('no_such_table')
  expect(await read("SELECT to_regclass('one')::text AS one, to_regclass('two')::text AS two")).toEqual([
    { one: 'one', two: null },
  ])
  write('9002_two.sql', 'CREATE TABLE two (n int)')
  expect(await migrate(database, folder)).toEqual(['9002_two.sql'])
})
