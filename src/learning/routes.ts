import { Hono } from 'hono'
import type { AppEnv, Services } from '../platform/http/context.ts'

export const learningRoutes = (_services: Services) => new Hono<AppEnv>()
