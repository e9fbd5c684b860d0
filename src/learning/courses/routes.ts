import { Hono } from 'hono'
import type { AppEnv, Services } from '../../platform/http/context.ts'
import { courseRoutes as oneCourse } from './course-routes.ts'
import { draftRoutes } from './draft-routes.ts'
import { entryRoutes } from './entry-routes.ts'
import { courseListRoutes } from './list-routes.ts'
import { programmeRoutes } from './programme-routes.ts'
import { versionRoutes } from './version-routes.ts'

export const courseRoutes = (services: Services) =>
  new Hono<AppEnv>()
    .route('/', courseListRoutes(services))
    .route('/', oneCourse(services))
    .route('/', versionRoutes(services))
    .route('/', draftRoutes(services))
    .route('/', entryRoutes(services))
    .route('/', programmeRoutes(services))
