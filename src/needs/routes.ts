import { Hono } from 'hono'
import type { AppEnv, Services } from '../platform/http/context.ts'
import { cellRoutes } from './cell-routes.ts'
import { jabatanDifRoutes } from './factors/jabatan-dif-routes.ts'
import { factorRoutes } from './factors/routes.ts'
import { heatmapRoutes } from './heatmap-routes.ts'
import { lackingRoutes } from './lacking/routes.ts'
import { needRoutes } from './need-routes.ts'
import { proposalRoutes } from './proposals/routes.ts'
import { rankingRoutes } from './ranking-routes.ts'
import { compareRoutes } from './recount/compare-routes.ts'
import { movedRoutes } from './recount/moved-routes.ts'
import { thenRoutes } from './recount/then-routes.ts'
import { statedRoutes } from './stated/routes.ts'

/** The ranking and what feeds it: needs that are counted, stated and proposed. */
export const needsRoutes = (services: Services) =>
  new Hono<AppEnv>()
    .route('/', rankingRoutes(services))
    .route('/', needRoutes(services))
    .route('/', lackingRoutes(services))
    .route('/', statedRoutes(services))
    .route('/', proposalRoutes(services))
    .route('/', factorRoutes(services))
    .route('/', jabatanDifRoutes(services))
    .route('/', heatmapRoutes(services))
    .route('/', cellRoutes(services))
    .route('/', compareRoutes(services))
    .route('/', movedRoutes(services))
    .route('/', thenRoutes(services))
