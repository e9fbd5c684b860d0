import { Hono } from 'hono'
import type { AppEnv, Services } from '../../platform/http/context.ts'
import { mineRoutes } from './mine-routes.ts'
import { queueRoutes } from './queue-routes.ts'
import { verifyRoutes } from './verify-routes.ts'

export const claimRoutes = (services: Services) =>
  new Hono<AppEnv>().route('/', queueRoutes(services)).route('/', verifyRoutes(services)).route('/', mineRoutes(services))
