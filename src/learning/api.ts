import { OpenAPIHono } from '@hono/zod-openapi'
import type { AppEnv, Services } from '../platform/http/context.ts'
import { activityApi } from './activities/api.ts'
import { catalogueApi } from './catalogue/api.ts'
import { claimApi } from './claims/api.ts'
import { runApi } from './classes/run/api.ts'
import { communityApi } from './communities/api.ts'
import { enrolmentApi } from './enrolment/api.ts'
import { evaluationApi } from './evaluation/api.ts'
import { jpApi } from './jp/api.ts'
import { lessonsApi } from './lessons/api.ts'
import { playerApi } from './player/api.ts'

export function learningApi(services: Services) {
  const api = new OpenAPIHono<AppEnv>()
  api.route('/', catalogueApi(services))
  api.route('/', enrolmentApi(services))
  api.route('/', runApi(services))
  api.route('/', lessonsApi(services))
  api.route('/', playerApi(services))
  api.route('/', jpApi(services))
  api.route('/', claimApi(services))
  api.route('/', evaluationApi(services))
  api.route('/', activityApi(services))
  api.route('/', communityApi(services))
  return api
}
