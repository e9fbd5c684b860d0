import { Hono } from 'hono'
import type { AppEnv, Services } from '../../platform/http/context.ts'
import { communityListRoutes } from './list-routes.ts'
import { meetingRoutes } from './meeting-routes.ts'
import { memberRoutes } from './member-routes.ts'
import { communityShowRoutes } from './show-routes.ts'
import { topicRoutes } from './topic-routes.ts'

export const communityRoutes = (services: Services) =>
  new Hono<AppEnv>()
    .route('/', communityListRoutes(services))
    .route('/', communityShowRoutes(services))
    .route('/', memberRoutes(services))
    .route('/', meetingRoutes(services))
    .route('/', topicRoutes(services))
