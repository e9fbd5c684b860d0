import { Hono } from 'hono'
import type { AppEnv, Services } from '../platform/http/context.ts'
import { coverageRoutes } from './coverage-routes.ts'
import { missingRoutes } from './missing-routes.ts'
import { policyRoutes } from './policy-routes.ts'

export const assessmentRoutes = (services: Services) =>
  new Hono<AppEnv>().route('/', coverageRoutes(services)).route('/', missingRoutes(services)).route('/', policyRoutes(services))
