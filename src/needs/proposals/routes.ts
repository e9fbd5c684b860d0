import { Hono } from 'hono'
import type { AppEnv, Services } from '../../platform/http/context.ts'
import { callRoutes } from './call-routes.ts'
import { decideRoutes } from './decide-routes.ts'
import { formRoutes } from './form-routes.ts'
import { listRoutes } from './list-routes.ts'

/** `/usulan`: what units propose, from the call to the decision. */
export const proposalRoutes = (services: Services) =>
  new Hono<AppEnv>()
    .route('/', listRoutes(services))
    .route('/', callRoutes(services))
    .route('/', formRoutes(services))
    .route('/', decideRoutes(services))
