import { Hono } from 'hono'
import type { AppEnv, Services } from '../platform/http/context.ts'
import { listRoutes } from './list-routes.ts'
import { personRoutes } from './person-routes.ts'

export const performanceRoutes = (services: Services) =>
  new Hono<AppEnv>().route('/', listRoutes(services)).route('/', personRoutes(services))
