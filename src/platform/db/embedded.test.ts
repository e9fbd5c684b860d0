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
