import { Hono } from 'hono'
import type { AppEnv, Services } from '../../../platform/http/context.ts'
import { attendanceRoutes } from '../attendance/holder-routes.ts'
import { checkInRoutes } from '../attendance/person-routes.ts'
import { closingRoutes } from '../closing/routes.ts'
import { letterRoutes } from '../letters/routes.ts'
import { letterWithdrawalRoutes } from '../letters/withdraw-routes.tsx'
import { materialRoutes } from '../materials/routes.ts'
import { resultRoutes } from '../results/routes.ts'
import { timetableRoutes } from '../timetable/routes.ts'

/** The running of a class, tab by tab. */
export const runRoutes = (services: Services) =>
  new Hono<AppEnv>()
    .route('/', timetableRoutes(services))
    .route('/', attendanceRoutes(services))
    .route('/', checkInRoutes(services))
    .route('/', materialRoutes(services))
    .route('/', resultRoutes(services))
    .route('/', closingRoutes(services))
    .route('/', letterRoutes(services))
    .route('/', letterWithdrawalRoutes(services))
