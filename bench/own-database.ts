import pg from 'pg'
import type { Bench, Figure } from './figure.ts'

/** A fresh database on the PostgreSQL server of TEST_DATABASE_URL; null where none is given. */
export async function ownDatabase(): Promise<{ url: string; drop(): Promise<void> } | null> {
  const server = process.env.TEST_DATABASE_URL
  if (!server) return null
  const name = `piawai_bench_${process.pid}_${Math.random().toString(36).slice(2, 10)}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name} TEMPLATE template0`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return {
    url: url.href,
    drop: async () => {
      await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
      await admin.end()
    },
  }
}

type Measure = (engine: string, env: Record<string, string>, reach: number) => Promise<Figure[]>

/** A server with the demo on the embedded engine, and on PostgreSQL where TEST_DATABASE_URL names one; each has its own reach. */
export const onBothEngines = (measure: Measure, reach: { embedded: number; postgres: number }): Bench => ({
  async run() {
    const figures = await measure('embedded', {}, reach.embedded)
    const database = await ownDatabase()
    if (!database) return figures
    try {
      return [...figures, ...(await measure('PostgreSQL', { DATABASE_URL: database.url, PIAWAI_DEMO: '1' }, reach.postgres))]
    } finally {
      await database.drop()
    }
  },
})
