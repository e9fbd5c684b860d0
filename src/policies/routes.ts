import { Hono } from 'hono'
import type { AppEnv, Services } from '../platform/http/context.ts'
import { draftRoutes } from './draft-routes.ts'
import type { PolicyKind } from './kind.ts'
import { lawRoutes } from './law-routes.ts'
import { listRoutes } from './list-routes.ts'
import { ruleRoutes } from './rule-routes.ts'

export const policyRoutes = (services: Services, kinds: readonly PolicyKind[]) =>
  new Hono<AppEnv>()
    .route('/', listRoutes(services, kinds))
    .route('/', ruleRoutes(services, kinds))
    .route('/', draftRoutes(services, kinds))
    .route('/', lawRoutes(services, kinds))
