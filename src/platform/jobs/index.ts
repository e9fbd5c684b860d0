import { CompiledQuery } from 'kysely'
import { getConstructionPlans, PgBoss } from 'pg-boss'
import type { Fact } from '../../events.ts'
import { asJob, type Database, type Db, type Listening, sql, type Tx } from '../db/index.ts'
import type { Logger } from '../log.ts'
import { factsChannel, takeFacts } from '../outbox.ts'

type Handler = (data: Record<string, unknown>[]) => Promise<void>

export type Jobs = {
  /** What to do with jobs of this name; jobs that wait at the same moment are given together. */
  on(name: string, handler: Handler): void
  /** Each fact becomes a job of this name. */
  hear(fact: Fact, name: string): void
  /** Every day or minute (cron, WIB). */
  every(cron: string, name: string): void
  /** Queues a job inside the transaction that causes it. */
  send(tx: Tx, name: string, data: object): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
  ready(): boolean
}

const schema = 'pgboss'

const execute = (db: Db) => ({
  executeSql: async (text: string, values?: unknown[]) => {
    const result = await db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, values ?? []))
    return { rows: result.rows }
  },
})

const atOnce = 200 // facts a transaction

async function install(database: Database) {
  await database.asOwner(async db => {
    const there = await sql`SELECT 1 FROM information_schema.schemata WHERE schema_name = ${schema}`.execute(db)
    if (there.rows.length > 0) return
    await db.executeQuery(CompiledQuery.raw(getConstructionPlans(schema)))
    await sql
      .raw(`GRANT USAGE ON SCHEMA ${schema} TO piawai_base; GRANT ALL ON ALL TABLES IN SCHEMA ${schema} TO piawai_base;
            GRANT ALL ON ALL SEQUENCES IN SCHEMA ${schema} TO piawai_base; GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO piawai_base`)
      .execute(db)
  })
}

/**
 * The queue inside the database: a job is kept with the change that asked for it, and runs again after a crash. The database says when there
 * is something to do (LISTEN); where that is missed, all look every `pollSeconds`, five times as seldom while they listen.
 */
export function createJobs(database: Database, log: Logger, pollSeconds = 1): Jobs {
  const handlers = new Map<string, Handler>()
  const hearers = new Map<string, string[]>()
  const crons: { cron: string; name: string }[] = []
  const polling = {
    pollingIntervalSeconds: Math.max(pollSeconds, 0.5),
    notifyPollingIntervalSeconds: Math.max(pollSeconds, 0.5) * 5,
    burstWhenBatchFull: true, // jobs of one transaction are told of once, however many they are
  }
  const boss = new PgBoss({
    db: { ...execute(database.outer), listen: database.listen },
    useListenNotify: true,
    schema,
    migrate: false,
    supervise: true,
    schedule: true,
  })
  boss.on('error', error => log.error({ err: error }, 'jobs'))
  let running = false
  let listening: Listening | null = null
  let looking: NodeJS.Timeout | undefined
  let relay = Promise.resolve()
  let asked = false

  const send = async (tx: Db, name: string, data: object) => {
    await boss.send(name, data, { db: execute(tx), retryLimit: 3, retryDelay: 2, retryBackoff: true, expireInSeconds: 900 })
  }

  const relayFacts = async () => {
    for (let taken = atOnce; taken === atOnce; ) {
      taken = await asJob(database.outer, async tx => {
        const waiting = await takeFacts(tx, atOnce)
        for (const { fact, payload } of waiting) for (const name of hearers.get(fact) ?? []) await send(tx, name, payload)
        return waiting.length
      })
    }
  }

  /** Once more after the relay that is under way, however often it is asked for. */
  const relaySoon = () => {
    if (asked || !running) return
    asked = true
    relay = relay
      .then(() => {
        asked = false
        return relayFacts()
      })
      .catch(error => log.error({ err: error }, 'outbox'))
  }

  return {
    on: (name, handler) => void handlers.set(name, handler),
    hear: (fact, name) => void hearers.set(fact, [...(hearers.get(fact) ?? []), name]),
    every: (cron, name) => void crons.push({ cron, name }),
    send,
    ready: () => running,
    async start() {
      await install(database)
      await boss.start()
      for (const [name, handler] of handlers) {
        await boss.createQueue(name, { notify: true })
        if (!(await boss.getQueue(name))?.notify) await boss.updateQueue(name, { notify: true })
        await boss.work(name, { batchSize: 50, ...polling }, async jobs => {
          try {
            await handler(jobs.map(job => job.data as Record<string, unknown>))
          } catch (error) {
            log.error({ err: error, job: name }, 'job failed')
            throw error
          }
        })
      }
      for (const { cron, name } of crons) await boss.schedule(name, cron, {}, { tz: 'Asia/Jakarta' })
      running = true
      listening = await database.listen(factsChannel, relaySoon, relaySoon).catch(error => {
        log.warn({ err: error }, 'not told of facts; they are looked for instead')
        return null
      })
      const seconds = listening ? polling.notifyPollingIntervalSeconds : polling.pollingIntervalSeconds
      looking = setInterval(relaySoon, seconds * 1000)
    },
    async stop() {
      running = false
      clearInterval(looking)
      await listening?.close()
      await relay
      await boss.stop({ graceful: true, timeout: 5000, close: false })
    },
  }
}
