import { Hono } from 'hono'
import type { AppEnv, Services } from '../platform/http/context.ts'
import { activityRoutes } from './activities/routes.ts'
import { catalogueRoutes } from './catalogue/routes.ts'
import { claimRoutes } from './claims/routes.ts'
import { classCardRoutes } from './classes/routes.ts'
import { runRoutes } from './classes/run/routes.ts'
import { communityRoutes } from './communities/routes.ts'
import { courseRoutes } from './courses/routes.ts'
import { enrolmentRoutes } from './enrolment/routes.ts'
import { evaluationRoutes } from './evaluation/routes.ts'
import { jpRoutes } from './jp/routes.ts'
import { lessonRoutes } from './lessons/routes.ts'
import { playerRoutes } from './player/routes.ts'

export const learningRoutes = (services: Services) =>
  new Hono<AppEnv>()
    .route('/', courseRoutes(services))
    .route('/', catalogueRoutes(services))
    .route('/', classCardRoutes(services))
    .route('/', enrolmentRoutes(services))
    .route('/', runRoutes(services))
    .route('/', activityRoutes(services))
    .route('/', communityRoutes(services))
    .route('/', claimRoutes(services))
    .route('/', evaluationRoutes(services))
    .route('/', jpRoutes(services))
    .route('/', lessonRoutes(services))
    .route('/', playerRoutes(services))
