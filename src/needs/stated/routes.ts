import { Hono } from 'hono'
import type { AppEnv, Services } from '../../platform/http/context.ts'
import { editRoutes } from './edit-routes.ts'
import { readRoutes } from './read-routes.ts'

/** `/kebutuhan/organisasi`: needs that are typed, not counted. */
export const statedRoutes = (services: Services) =>
  new Hono<AppEnv>().route('/', readRoutes(services)).route('/', editRoutes(services))
