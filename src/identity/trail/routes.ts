import { Hono } from 'hono'
import type { AppEnv, Services } from '../../platform/http/context.ts'
import { trailEntryRoutes } from './entry-routes.ts'
import { trailListRoutes } from './list-routes.ts'

/** The pages of the trail under /jejak. */
export function trailRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  app.route('/', trailListRoutes(services))
  app.route('/', trailEntryRoutes(services))
  return app
}
