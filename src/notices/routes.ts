import { Hono } from 'hono'
import type { AppEnv, Services } from '../platform/http/context.ts'
import { inboxRoutes } from './inbox-routes.ts'

export function noticesRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  app.route('/', inboxRoutes(services))
  return app
}
