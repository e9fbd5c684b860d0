import type { Transaction } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asJob, type Database, openDatabase, sql } from './index.ts'

let database: Database
beforeAll(async () => {
  database = await openDatabase({ dataFolder: null })
  await database.asOwner(db => sql`CREATE ROLE piawai_job`.execute(db)).catch(() => {})
})
afterAll(() => database.close())

describe('the one connection of the embedded engine', () => {
  it('serves transactions that come together one after another, in the order in which they came', async () => {
    const heard: string[] = []
    const work = (n: number) =>
      asJob(database.outer, async tx => {
        heard.push(`${n} begins`)
        // The first ones take longest: whoever is quick may not overtake.
        for (let i = 0; i < 6 - n; i++) await sql`SELECT pg_sleep(0.002)`.execute(tx)
        heard.push(`${n} ends`)
        if (n === 2) throw new Error('the third fails')
      }).catch(() => {})
    await Promise.all([0, 1, 2, 3, 4, 5].map(work))
    expect(heard).toEqual([0, 1, 2, 3, 4, 5].flatMap(n => [`${n} begins`, `${n} ends`]))
  })
})

describe('statements that stay prepared', () => {
  const numbers = (tx: Transaction<unknown>, from: number) =>
    sql<{ n: number }>`SELECT n FROM prepared_uji WHERE n >= ${from} ORDER BY n`.execute(tx)
  const found = async (role: string, from: number) => {
    const { rows } = await asRole(role, tx => numbers(tx, from))
    return rows.map(row => row.n)
  }
  const asRole = <T>(role: string, work: (tx: Transaction<unknown>) => Promise<T>) =>
    database.asOwner(db =>
      db.transaction().execute(async tx => {
        await sql.raw(`SET LOCAL ROLE ${role}`).execute(tx)
        return work(tx)
      }),
    )

  beforeAll(() =>
    database.asOwner(async db => {
      await sql`CREATE TABLE prepared_uji (n int PRIMARY KEY)`.execute(db)
      await sql`INSERT INTO prepared_uji SELECT generate_series(1, 4)`.execute(db)
      await sql`ALTER TABLE prepared_uji ENABLE ROW LEVEL SECURITY`.execute(db)
      for (const [role, rule] of [
        ['uji_odd', 'n % 2 = 1'],
        ['uji_even', 'n % 2 = 0'],
      ] as const) {
        await sql.raw(`CREATE ROLE ${role}`).execute(db)
        await sql.raw(`GRANT SELECT, INSERT ON prepared_uji TO ${role}`).execute(db)
        await sql.raw(`CREATE POLICY ${role} ON prepared_uji TO ${role} USING (${rule})`).execute(db)
      }
    }),
  )

  it('answer each role with its own rows, however often they take turns', async () => {
    for (let turn = 0; turn < 8; turn++) {
      expect(await found('uji_odd', 1)).toEqual([1, 3])
      expect(await found('uji_even', turn % 2 === 0 ? 1 : 3)).toEqual(turn % 2 === 0 ? [2, 4] : [4])
    }
  })

  it('may fail again and again, and go on when the table changes and when hundreds of others were asked', async () => {
    const again = () => asRole('uji_odd', tx => sql`INSERT INTO prepared_uji VALUES (${1})`.execute(tx))
    for (let turn = 0; turn < 4; turn++) await expect(again()).rejects.toMatchObject({ code: '23505' })
    await database.asOwner(db => sql`ALTER TABLE prepared_uji ADD more int`.execute(db))
    await asRole('uji_odd', async tx => {
      for (let turn = 0; turn < 3; turn++)
        for (let k = 0; k < 300; k++) {
          const { rows } = await sql<{ k: number }>`SELECT ${sql.lit(k)} + ${1}::int AS k`.execute(tx)
          expect(rows).toEqual([{ k: k + 1 }])
        }
    })
    expect(await found('uji_odd', 1)).toEqual([1, 3])
  })
})
