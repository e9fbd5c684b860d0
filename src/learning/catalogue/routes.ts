import { Hono } from 'hono'
import type { AppEnv, Services } from '../../platform/http/context.ts'
import { catalogueListRoutes } from './list-routes.ts'
import { catalogueOneRoutes } from './one-routes.ts'

export const catalogueRoutes = (services: Services) =>
  new Hono<AppEnv>().route('/', catalogueListRoutes(services)).route('/', catalogueOneRoutes(services))
