import { Hono } from 'hono'
import type { AppEnv, Services } from '../platform/http/context.ts'
import { dictionaryRoutes } from './dictionary-routes.ts'
import { listRoutes } from './list-routes.ts'
import { standardRoutes } from './standard-routes.ts'

export const standardsRoutes = (services: Services) =>
  new Hono<AppEnv>().route('/', dictionaryRoutes(services)).route('/', listRoutes(services)).route('/', standardRoutes(services))
