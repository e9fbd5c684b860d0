import { OpenAPIHono } from '@hono/zod-openapi'
import type { AppEnv, Services } from '../platform/http/context.ts'

export const learningApi = (_services: Services) => new OpenAPIHono<AppEnv>()
