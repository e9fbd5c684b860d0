import { Hono } from 'hono'
import type { AppEnv, Services } from '../platform/http/context.ts'
import { accreditationEditRoutes } from './accreditation-edit-routes.ts'
import { accreditationRoutes } from './accreditation-routes.ts'
import { agreementRoutes } from './agreement-routes.ts'
import { cardRoutes } from './card-routes.ts'
import { offerEditRoutes } from './offer-edit-routes.ts'
import { offerRoutes } from './offer-routes.ts'
import { registerRoutes } from './register-routes.ts'
import { roomRoutes } from './room-routes.ts'
import { staffRoutes } from './staff-routes.ts'
import { type TrainerLoads, trainerRoutes } from './trainer-routes.ts'

const noLoads: TrainerLoads = async () => new Map()

/** `loads`: what trainers carry, by who schedules their sessions. */
export const providersRoutes = (services: Services, loads: TrainerLoads = noLoads) =>
  new Hono<AppEnv>()
    .route('/', registerRoutes(services))
    .route('/', cardRoutes(services))
    .route('/', offerRoutes(services))
    .route('/', offerEditRoutes(services))
    .route('/', roomRoutes(services))
    .route('/', trainerRoutes(services, loads))
    .route('/', agreementRoutes(services))
    .route('/', accreditationRoutes(services))
    .route('/', accreditationEditRoutes(services))
    .route('/', staffRoutes(services))
