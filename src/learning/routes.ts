import { Hono } from 'hono'
import type { AppEnv, Services } from '../platform/http/context.ts'
import { claimRoutes } from './claims/routes.ts'
import { classCardRoutes } from './classes/routes.ts'
import { runRoutes } from './classes/run/routes.ts'
import { courseRoutes } from './courses/routes.ts'
import { enrolmentRoutes } from './enrolment/routes.ts'
import { evaluationRoutes } from './evaluation/routes.ts'

export const learningRoutes = (services: Services) =>
  new Hono<AppEnv>()
    .route('/', courseRoutes(services))
    .route('/', classCardRoutes(services))
    .route('/', enrolmentRoutes(services))
    .route('/', runRoutes(services))
    .route('/', claimRoutes(services))
    .route('/', evaluationRoutes(services))
