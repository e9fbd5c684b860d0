import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { asJob, type Database, sql } from '../db/index.ts'
import { createLog } from '../log.ts'
import { emit } from '../outbox.ts'
import { createJobs, type Jobs } from './index.ts'

type Data = Record<string, unknown>
let database: Database
let jobs: Jobs
const done: Data[] = []
const tried: Data[] = []

const wire = (pollSeconds = 0.5) => {
  const made = createJobs(database, createLog('silent'), pollSeconds)
  made.on('uji.catat', async all => void done.push(...all))
  made.on('uji.gagal', async all => {
    tried.push(...all)
    if (all.some(one => tried.filter(before => before.instansiId === one.instansiId).length < 2))
      throw new Error('the first time it fails')
  })
  made.hear('people.changed', 'uji.catat')
  return made
}
beforeAll(async () => {
  database = await testDatabase()
  jobs = wire()
  await jobs.start()
})
afterAll(async () => {
  await jobs.stop()
  await database.close()
})

const times = (n: number, where = done) => where.filter(one => one.instansiId === n).length
const until = (n: number, where = done, count = 1) =>
  vi.waitFor(() => expect(times(n, where)).toBeGreaterThanOrEqual(count), { timeout: 20_000, interval: 50 })
/** Until a fact that was said after all others was heard, and a little longer. */
let last = 1000
async function quiet() {
  const n = ++last
  await asJob(database.outer, tx => emit(tx, 'people.changed', { instansiId: n }))
  await until(n)
  await new Promise(resolve => setTimeout(resolve, 1200))
}

describe('a fact', () => {
  it('of a transaction that was rolled back is never heard; one that was committed is heard once', async () => {
    const failing = asJob(database.outer, async tx => {
      await emit(tx, 'people.changed', { instansiId: 1 })
      throw new Error('halfway')
    })
    await expect(failing).rejects.toThrow('halfway')
    await asJob(database.outer, tx => emit(tx, 'people.changed', { instansiId: 2 }))
    await until(2)
    await quiet()
    expect([times(1), times(2)]).toEqual([0, 1])
    expect(done.find(one => one.instansiId === 2)).toEqual({ instansiId: 2 })
  })

  it('that nobody hears is set aside and holds nothing up', async () => {
    await asJob(database.outer, tx => emit(tx, 'standards.changed', { instansiId: 3 }))
    await quiet()
    expect(times(3)).toBe(0)
    const waiting = await asJob(database.outer, tx => sql`SELECT fact FROM outbox WHERE relayed_at IS NULL`.execute(tx))
    expect(waiting.rows).toEqual([])
  })

  it('of a moment when no server runs is heard, once, by the next that starts', async () => {
    await jobs.stop()
    expect(jobs.ready()).toBe(false)
    await asJob(database.outer, tx => emit(tx, 'people.changed', { instansiId: 4 }))
    await new Promise(resolve => setTimeout(resolve, 800))
    expect(times(4)).toBe(0)
    jobs = wire()
    await jobs.start()
    expect(jobs.ready()).toBe(true)
    await until(4)
    await quiet()
    expect([times(2), times(4)]).toEqual([1, 1])
  })
})

describe('a job', () => {
  it('is done where its transaction was committed and not where it was rolled back', async () => {
    await asJob(database.outer, tx => jobs.send(tx, 'uji.catat', { instansiId: 5 }))
    const failing = asJob(database.outer, async tx => {
      await jobs.send(tx, 'uji.catat', { instansiId: 6 })
      await sql`SELECT 1/0`.execute(tx)
    })
    await expect(failing).rejects.toThrow('division by zero')
    await until(5)
    await quiet()
    expect([times(5), times(6)]).toEqual([1, 0])
  })

  it('that throws is done again, and no more once it went well', async () => {
    await asJob(database.outer, tx => jobs.send(tx, 'uji.gagal', { instansiId: 7 }))
    await until(7, tried, 2)
    await quiet()
    expect(times(7, tried)).toBe(2)
  })
})

describe('with nobody looking for an hour', () => {
  beforeAll(async () => {
    await jobs.stop()
    jobs = wire(3600)
    await jobs.start()
  })

  it('a fact is heard as soon as its transaction was committed, and one that was rolled back is not', async () => {
    const failing = asJob(database.outer, async tx => {
      await emit(tx, 'people.changed', { instansiId: 20 })
      throw new Error('halfway')
    })
    await expect(failing).rejects.toThrow('halfway')
    for (const n of [21, 22, 23]) {
      await asJob(database.outer, tx => emit(tx, 'people.changed', { instansiId: n }))
      await until(n)
    }
    expect([times(20), times(21), times(22), times(23)]).toEqual([0, 1, 1, 1])
  })

  it('facts that are said while others are being relayed are heard too, each once', async () => {
    const many = Array.from({ length: 60 }, (_, n) => 100 + n)
    await Promise.all(many.map(n => asJob(database.outer, tx => emit(tx, 'people.changed', { instansiId: n }))))
    await vi.waitFor(() => expect(many.map(n => times(n))).toEqual(many.map(() => 1)), { timeout: 20_000, interval: 50 })
  })

  it('a job is done as soon as its transaction was committed', async () => {
    await asJob(database.outer, tx => jobs.send(tx, 'uji.catat', { instansiId: 24 }))
    await until(24)
  })

  it('what is said while the connection that listens is broken is heard once it is back', async () => {
    // The embedded database has no such connection, so nothing breaks there.
    await database.asOwner(db =>
      sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`.execute(
        db,
      ),
    )
    await asJob(database.outer, tx => emit(tx, 'people.changed', { instansiId: 26 }))
    await asJob(database.outer, tx => jobs.send(tx, 'uji.catat', { instansiId: 27 }))
    await until(26)
    await until(27)
  })

  it('a fact that was said while no server ran is heard by the next that starts', async () => {
    await jobs.stop()
    await asJob(database.outer, tx => emit(tx, 'people.changed', { instansiId: 25 }))
    jobs = wire(3600)
    await jobs.start()
    await until(25)
  })
})
