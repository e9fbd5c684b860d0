import { Hono } from 'hono'
import type { AppEnv, Services } from '../platform/http/context.ts'
import { runRoutes } from './classes/run/routes.ts'
import { evaluationRoutes } from './evaluation/routes.ts'

export const learningRoutes = (services: Services) =>
  new Hono<AppEnv>().route('/', runRoutes(services)).route('/', evaluationRoutes(services))
import { courseRoutes } from './courses/routes.ts'

export const learningRoutes = (services: Services) => new Hono<AppEnv>().route('/', courseRoutes(services))
