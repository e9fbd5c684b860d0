import { Hono } from 'hono'
import type { AppEnv, Services } from '../../platform/http/context.ts'
import { activityEditRoutes } from './edit-routes.ts'
import { hostRoutes } from './host-routes.ts'
import { activityLetterRoutes } from './letter-routes.ts'
import { activityListRoutes } from './list-routes.ts'
import { activityShowRoutes } from './show-routes.ts'
import { activityWithdrawalRoutes } from './withdraw-routes.tsx'

export const activityRoutes = (services: Services) =>
  new Hono<AppEnv>()
    .route('/', hostRoutes(services))
    .route('/', activityListRoutes(services))
    .route('/', activityEditRoutes(services))
    .route('/', activityLetterRoutes(services))
    .route('/', activityWithdrawalRoutes(services))
    .route('/', activityShowRoutes(services))
