import { OpenAPIHono } from '@hono/zod-openapi'
import type { AppEnv, Services } from '../platform/http/context.ts'
import { enrolmentApi } from './enrolment/api.ts'

export const learningApi = (services: Services) => new OpenAPIHono<AppEnv>().route('/', enrolmentApi(services))
