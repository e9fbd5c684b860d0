import { Hono } from 'hono'
import type { AppEnv, Services } from '../../platform/http/context.ts'
import { batchRoutes } from './batch-routes.ts'
import { homeRoutes } from './home-routes.ts'
import type { SiasnSettings } from './settings.ts'

/** `settings` null: no live connection, files only. */
export const siasnRoutes = (services: Services, settings: SiasnSettings | null) =>
  new Hono<AppEnv>().route('/', homeRoutes(services, settings)).route('/', batchRoutes(services, settings))
