import { OpenAPIHono } from '@hono/zod-openapi'
import type { AppEnv, Services } from '../platform/http/context.ts'
import { runApi } from './classes/run/api.ts'

export function learningApi(services: Services) {
  const api = new OpenAPIHono<AppEnv>()
  api.route('/', runApi(services))
  return api
}
