import { Hono } from 'hono'
import type { AppEnv, Services } from '../../../platform/http/context.ts'
import { timetableRoutes } from '../timetable/routes.ts'

/** The running of a class, tab by tab. */
export const runRoutes = (services: Services) => new Hono<AppEnv>().route('/', timetableRoutes(services))
