import { Hono } from 'hono'
import type { AppEnv, Services } from '../platform/http/context.ts'
import { goalEditRoutes } from './goal-edit-routes.ts'
import { goalRoutes, type SectionOfGoal } from './goal-routes.ts'
import { nomenclatureRoutes } from './nomenclature-routes.ts'
import { planEditRoutes } from './plan-edit-routes.ts'
import { planListRoutes } from './plan-list-routes.ts'
import { planRoutes } from './plan-routes.ts'

/** `sections`: what capabilities above list on the page of a goal. */
export const goalsRoutes = (services: Services, sections: readonly SectionOfGoal[] = []) =>
  new Hono<AppEnv>()
    .route('/', planListRoutes(services))
    .route('/', planRoutes(services))
    .route('/', planEditRoutes(services))
    .route('/', goalRoutes(services, sections))
    .route('/', goalEditRoutes(services))
    .route('/', nomenclatureRoutes(services))
