import { Hono } from 'hono'
import type { AppEnv, Services } from '../../platform/http/context.ts'
import { bankRoutes } from './bank-routes.ts'
import { lessonEditRoutes } from './edit-routes.ts'
import { lessonListRoutes } from './list-routes.ts'

/** What a course teaches, lesson by lesson, for who writes it. */
export function lessonRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  app.route('/', lessonListRoutes(services))
  app.route('/', lessonEditRoutes(services))
  app.route('/', bankRoutes(services))
  return app
}
