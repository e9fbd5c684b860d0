import { Hono } from 'hono'
import type { AppEnv, Services } from '../../platform/http/context.ts'
import { asesorRoutes } from './asesor-routes.ts'
import { draftRoutes } from './draft-routes.ts'
import { listRoutes } from './list-routes.ts'
import { participantRoutes } from './participant-routes.ts'
import { personRoutes } from './person-routes.ts'
import { raterRoutes } from './rater-routes.ts'
import { showRoutes } from './show-routes.ts'
import { waveRoutes } from './wave-routes.ts'

export const campaignRoutes = (services: Services) =>
  new Hono<AppEnv>()
    .route('/', listRoutes(services))
    .route('/', draftRoutes(services))
    .route('/', showRoutes(services))
    .route('/', waveRoutes(services))
    .route('/', participantRoutes(services))
    .route('/', personRoutes(services))
    .route('/', asesorRoutes(services))
    .route('/', raterRoutes(services))
