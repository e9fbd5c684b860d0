import { Hono } from 'hono'
import type { AppEnv, Services } from '../../platform/http/context.ts'
import { jpDocumentRoutes } from './document-routes.ts'
import { peopleRoutes } from './people-routes.ts'
import { personRoutes } from './person-routes.ts'
import { recapRoutes } from './recap-routes.ts'

export const jpRoutes = (services: Services) =>
  new Hono<AppEnv>()
    .route('/', recapRoutes(services))
    .route('/', peopleRoutes(services))
    .route('/', personRoutes(services))
    .route('/', jpDocumentRoutes(services))
