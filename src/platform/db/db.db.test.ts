import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { asJob, type Database, type Db, inScope, sql, type Tx } from './index.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const put = (tx: Tx | Db, key: string) => sql`INSERT INTO setting (key, value) VALUES (${key}, '1')`.execute(tx)
const keys = async (prefix: string) =>
  (
    await sql<{ key: string }>`SELECT key FROM setting WHERE key LIKE ${`${prefix}%`} ORDER BY key`.execute(database.outer)
  ).rows.map(row => row.key)
const settings = async (db: Tx | Db) =>
  (
    await sql<{ role: string; people: string | null; instansi: string | null }>`
      SELECT current_user::text AS role, nullif(current_setting('piawai.people', true), '') AS people,
             nullif(current_setting('piawai.instansi', true), '') AS instansi`.execute(db)
  ).rows[0]

const bare = { role: 'piawai_app', people: null, instansi: null }

describe('the outer database inside a transaction', () => {
  const guard = /outer database was used inside a transaction/

  it('throws for a query, a connection, a transaction and a second scope, instead of waiting for ever', async () => {
    const uses: ((outer: Db) => Promise<unknown>)[] = [
      outer => sql`SELECT 1`.execute(outer),
      async outer => outer.connection().execute(async () => 1),
      async outer => outer.transaction().execute(async () => 1),
      outer => inScope(outer, { kind: 'nation' }, async () => 1),
    ]
    for (const use of uses) {
      await expect(asJob(database.outer, () => use(database.outer))).rejects.toThrow(guard)
      await expect(inScope(database.outer, { kind: 'none' }, () => use(database.outer))).rejects.toThrow(guard)
    }
  })

  it('throws also some awaits and a timer later, and is free again once the transaction has ended', async () => {
    await asJob(database.outer, async tx => {
      await sql`SELECT 1`.execute(tx)
      await new Promise(resolve => setTimeout(resolve, 5))
      await expect(keys('x')).rejects.toThrow(guard)
    })
    expect(await keys('no-such-key')).toEqual([])
  })
})

describe('a transaction', () => {
  it('keeps all of its changes, or none where the work throws', async () => {
    await asJob(database.outer, async tx => {
      await put(tx, 'kept-1')
      await put(tx, 'kept-2')
    })
    const failing = asJob(database.outer, async tx => {
      await put(tx, 'kept-3')
      throw new Error('halfway')
    })
    await expect(failing).rejects.toThrow('halfway')
    expect(await keys('kept-')).toEqual(['kept-1', 'kept-2'])
  })

  it('rolls back where a statement fails, and the connection serves the next one', async () => {
    const failing = asJob(database.outer, async tx => {
      await put(tx, 'twice')
      await put(tx, 'twice')
    })
    await expect(failing).rejects.toMatchObject({ code: '23505' })
    expect(await keys('twice')).toEqual([])
    await asJob(database.outer, tx => put(tx, 'twice'))
    expect(await keys('twice')).toEqual(['twice'])
  })
})

describe('a scope', () => {
  const mixed = { kind: 'mixed', instansi: [7, 8], people: [4] } as const

  it('is set inside its transaction and gone in what follows', async () => {
    await inScope(database.outer, { ...mixed, instansi: [7, 8], people: [4] }, async tx => {
      expect(await settings(tx)).toEqual({ role: 'piawai_mixed', people: '{4}', instansi: '{7,8}' })
    })
    expect(await settings(database.outer)).toEqual(bare)
    await inScope(database.outer, { kind: 'none' }, async tx => expect(await settings(tx)).toEqual(bare))
    await inScope(database.outer, { kind: 'people', people: [9] }, async tx => {
      expect(await settings(tx)).toEqual({ role: 'piawai_people', people: '{9}', instansi: null })
    })
  })

  it('is gone after an error too, and so is the role of a job', async () => {
    const boom = async () => {
      throw new Error('boom')
    }
    await expect(inScope(database.outer, { kind: 'instansi', instansi: [7] }, boom)).rejects.toThrow('boom')
    expect(await settings(database.outer)).toEqual(bare)
    await asJob(database.outer, async tx => expect((await settings(tx))?.role).toBe('piawai_job'))
    await expect(asJob(database.outer, boom)).rejects.toThrow('boom')
    expect(await settings(database.outer)).toEqual(bare)
  })

  it('holds whole numbers only, so that nothing can be written into the statement', async () => {
    const people = ["1}'; RESET ROLE; --" as unknown as number]
    expect(() => inScope(database.outer, { kind: 'people', people }, async () => 1)).toThrow('whole numbers')
    expect(await settings(database.outer)).toEqual(bare)
  })
})

describe('work of the owner', () => {
  it('ends with the role of the application again, also after an error', async () => {
    const owner = await database.asOwner(async db => (await settings(db))?.role)
    expect(owner).not.toBe('piawai_app')
    expect(await settings(database.outer)).toEqual(bare)
    await expect(database.asOwner(db => sql`SELECT 1/0`.execute(db))).rejects.toThrow('division by zero')
    expect(await settings(database.outer)).toEqual(bare)
  })
})
