import { Hono } from 'hono'
import type { AppEnv, Services } from '../platform/http/context.ts'
import { endingRoutes } from './ending-routes.ts'
import { inboxRoutes } from './inbox-routes.ts'
import { settingsRoutes } from './settings-routes.ts'
import { systemRoutes } from './system-routes.ts'

export function noticesRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  app.route('/', settingsRoutes(services))
  app.route('/', inboxRoutes(services))
  app.route('/', endingRoutes(services))
  app.route('/', systemRoutes(services))
  return app
}
