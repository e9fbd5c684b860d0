import { OpenAPIHono } from '@hono/zod-openapi'
import type { AppEnv, Services } from '../platform/http/context.ts'
import { lessonsApi } from './lessons/api.ts'
import { playerApi } from './player/api.ts'

export function learningApi(services: Services) {
  const api = new OpenAPIHono<AppEnv>()
  api.route('/', lessonsApi(services))
  api.route('/', playerApi(services))
  return api
}
