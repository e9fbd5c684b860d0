import { Hono } from 'hono'
import { collectDefaultMetrics, Registry } from 'prom-client'
import { sql } from '../db/index.ts'
import type { AppEnv, Services } from './context.ts'

/** Alive, ready, and the figures for whoever watches (loopback or behind the operator's own proxy). */
export function healthRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })

  app.get('/healthz', c => c.json({ ok: true }))
  app.get('/readyz', async c => {
    const database = await sql`SELECT 1 FROM piawai_migration LIMIT 1`.execute(services.db).then(
      result => result.rows.length > 0,
      () => false,
    )
    const ready = { database, migrations: database, jobs: services.jobs.ready() }
    return c.json(ready, Object.values(ready).every(Boolean) ? 200 : 503)
  })
  app.get('/metrics', async c => c.text(await registry.metrics(), 200, { 'Content-Type': registry.contentType }))
  return app
}
