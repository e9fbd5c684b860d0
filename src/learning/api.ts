import { OpenAPIHono } from '@hono/zod-openapi'
import type { AppEnv, Services } from '../platform/http/context.ts'
import { runApi } from './classes/run/api.ts'

export const learningApi = (services: Services) => new OpenAPIHono<AppEnv>().route('/', runApi(services))
