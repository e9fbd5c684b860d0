import { Hono } from 'hono'
import type { AppEnv, Services } from '../platform/http/context.ts'
import { aimRoutes } from './aim-routes.ts'
import { organisationRoutes } from './organisation-routes.ts'
import { pegawaiRoutes } from './pegawai-routes.ts'
import { postMapRoutes } from './post-map-routes.ts'
import { searchRoutes } from './search-routes.ts'
import { transferRoutes } from './transfer-routes.ts'

export const peopleRoutes = (services: Services) =>
  new Hono<AppEnv>()
    .route('/', pegawaiRoutes(services))
    .route('/', searchRoutes(services))
    .route('/', organisationRoutes(services))
    .route('/', postMapRoutes(services))
    .route('/', transferRoutes(services))
    .route('/', aimRoutes(services))
