import { Hono } from 'hono'
import type { AppEnv, Services } from '../platform/http/context.ts'
import { fileAppealRoutes } from './appeals/file-routes.ts'
import { appealListRoutes } from './appeals/list-routes.ts'
import { appealRoutes } from './appeals/show-routes.ts'
import { campaignRoutes } from './campaigns/routes.ts'
import { coverageRoutes } from './coverage-routes.ts'
import { evidenceRoutes } from './learning/list-routes.ts'
import { missingRoutes } from './missing-routes.ts'
import { potentialRoutes } from './potential/routes.ts'
import { recordRoutes } from './record-routes.ts'
import { ikkRoutes } from './report/ikk-routes.ts'
import { recapRoutes } from './report/recap-routes.ts'

export const assessmentRoutes = (services: Services) =>
  new Hono<AppEnv>()
    .route('/', fileAppealRoutes(services))
    .route('/', appealListRoutes(services))
    .route('/', appealRoutes(services))
    .route('/', campaignRoutes(services))
    .route('/', coverageRoutes(services))
    .route('/', missingRoutes(services))
    .route('/', recordRoutes(services))
    .route('/', potentialRoutes(services))
    .route('/', ikkRoutes(services))
    .route('/', recapRoutes(services))
    .route('/', evidenceRoutes(services))
    // Where the rule of the JPM stood before all local rules stood together.
    .get('/pemetaan/aturan', c => c.redirect(`/aturan/jpm${new URL(c.req.url).search}`, 301))
