import { Hono } from 'hono'
import type { AppEnv, Services } from '../../platform/http/context.ts'
import { calendarRoutes } from './calendar-routes.ts'
import { joinRoutes } from './join-routes.ts'
import { mineRoutes } from './mine-routes.ts'
import { nominateRoutes } from './nominate-routes.ts'
import { peopleRoutes } from './people-routes.ts'
import { requestRoutes } from './request-routes.ts'

export const enrolmentRoutes = (services: Services) =>
  new Hono<AppEnv>()
    .route('/', calendarRoutes(services))
    .route('/', joinRoutes(services))
    .route('/', mineRoutes(services))
    .route('/', nominateRoutes(services))
    .route('/', peopleRoutes(services))
    .route('/', requestRoutes(services))
