import { Hono } from 'hono'
import type { AppEnv, Services } from '../../platform/http/context.ts'
import { attemptRoutes } from './attempt-routes.ts'
import { gradingRoutes } from './grading-routes.ts'
import { lessonRoutes } from './lesson-routes.ts'
import { mineRoutes } from './mine-routes.ts'

/** Learning itself, and grading what learners hand in. */
export function playerRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  app.route('/', mineRoutes(services))
  app.route('/', lessonRoutes(services))
  app.route('/', attemptRoutes(services))
  app.route('/', gradingRoutes(services))
  return app
}
