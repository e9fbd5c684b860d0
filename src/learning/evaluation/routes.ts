import { Hono } from 'hono'
import type { AppEnv, Services } from '../../platform/http/context.ts'
import { classEvaluationRoutes } from './class-routes.ts'
import { evaluationReportRoutes } from './report-routes.ts'
import { evaluationTaskRoutes } from './task-routes.ts'

export const evaluationRoutes = (services: Services) =>
  new Hono<AppEnv>()
    .route('/', evaluationReportRoutes(services))
    .route('/', evaluationTaskRoutes(services))
    .route('/', classEvaluationRoutes(services))
