import { Hono } from 'hono'
import type { AppEnv, Services } from '../../platform/http/context.ts'
import { classEditRoutes } from './class-edit-routes.ts'
import { classRoutes } from './class-routes.ts'

/** The card of a class, up to its running. */
export const classCardRoutes = (services: Services) =>
  new Hono<AppEnv>().route('/', classEditRoutes(services)).route('/', classRoutes(services))
