import { serveStatic } from '@hono/node-server/serve-static'
import { OpenAPIHono } from '@hono/zod-openapi'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { assessmentApi, assessmentRoutes, countPeople } from './assessment/index.ts'
import { documentKinds } from './document-kinds.ts'
import { goalsApi, goalsRoutes } from './goals/index.ts'
import {
  type Auth,
  accountRoutes,
  createThrottle,
  identityRoutes,
  savedViewRoutes,
  session,
  setUpRoutes,
  signedInOnly,
  trailRoutes,
} from './identity/index.ts'
import { importKinds } from './import-kinds.ts'
import { importApi, importRoutes } from './imports/index.ts'
import { readSiasnSettings, siasnRoutes } from './integrations/index.ts'
import { isStreamed, learningApi, learningRoutes, trainerLoads } from './learning/index.ts'
import { needsApi, needsOfGoal, needsRoutes } from './needs/index.ts'
import { noticesApi, noticesRoutes, unreadOf } from './notices/index.ts'
import { peopleApi, peopleRoutes } from './people/index.ts'
import { performanceApi, performanceRoutes } from './performance/index.ts'
import type { Assets } from './platform/assets.ts'
import { problem, problemOf } from './platform/http/api.ts'
import { addressOf } from './platform/http/client-address.ts'
import type { AppEnv, Ctx, Services } from './platform/http/context.ts'
import { healthRoutes } from './platform/http/health.ts'
import { Refusal } from './platform/http/refusal.ts'
import { readableAddress, sameOrigin, securityHeaders } from './platform/http/security.ts'
import { policyApi, policyRoutes } from './policies/index.ts'
import { policyKinds } from './policy-kinds.ts'
import { providersApi, providersRoutes, type TrainerLoads } from './providers/index.ts'
import {
  achievedRoutes,
  costApi,
  costRoutes,
  documentsApi,
  documentsRoutes,
  frame,
  recommendRoutes,
  refusalPage,
  reportRoutes,
  showcaseRoutes,
} from './reports/index.ts'
import { standardsApi, standardsRoutes } from './standards/index.ts'

const megabyte = 1024 * 1024
export const uploadLimit = 25 * megabyte

/** Middleware in order, one line per capability. */
export function createApp(services: Services, auth: Auth, assets: Assets) {
  const app = new Hono<AppEnv>()
  app.use(compress())
  app.use(securityHeaders)
  app.use(
    '/assets/*',
    serveStatic({ root: assets.folder, onFound: (_, c) => c.header('Cache-Control', 'public, max-age=31536000, immutable') }),
  )
  app.route('/', healthRoutes(services))
  app.use(session(services, auth, unreadOf))
  app.use(frame(services, assets.names))
  app.use(readableAddress)
  app.use(sameOrigin(services.config.publicUrl))
  const limited = bodyLimit({
    maxSize: uploadLimit + megabyte,
    onError: c => {
      throw tooLarge(c as Ctx)
    },
  })
  // What is written to its place as it comes counts its bytes itself.
  app.use((c, next) => (isStreamed(c.req.method, c.req.path) ? next() : limited(c, next)))
  app.use(signedInOnly)

  app.route('/', identityRoutes(services, auth, createThrottle()))
  app.route('/', setUpRoutes(services))
  app.route('/', accountRoutes(services))
  app.route('/', trailRoutes(services))
  app.route('/', savedViewRoutes(services))
  app.route('/', noticesRoutes(services))
  app.route('/', peopleRoutes(services))
  app.route('/', policyRoutes(services, policyKinds))
  app.route('/', standardsRoutes(services, countPeople))
  app.route('/', performanceRoutes(services))
  const loads: TrainerLoads = async (db, trainerIds, year) =>
    new Map((await trainerLoads(db, trainerIds, year)).filter(one => one.sessions > 0).map(one => [one.trainerId, one.jp]))
  app.route('/', providersRoutes(services, loads))
  app.route('/', recommendRoutes(services))
  app.route('/', achievedRoutes(services))
  app.route('/', costRoutes(services))
  app.route('/', learningRoutes(services))
  app.route('/', assessmentRoutes(services))
  app.route('/', needsRoutes(services))
  app.route('/', goalsRoutes(services, [needsOfGoal(services)]))
  app.route('/', importRoutes(services, importKinds))
  app.route('/', siasnRoutes(services, readSiasnSettings(process.env)))
  app.route('/', documentsRoutes(services, documentKinds))
  app.route('/', reportRoutes(services))
  if (process.env.NODE_ENV !== 'production') app.route('/', showcaseRoutes())

  const api = new OpenAPIHono<AppEnv>()
  api.route('/', noticesApi(services))
  api.route('/', peopleApi(services))
  api.route('/', policyApi(services, policyKinds))
  api.route('/', standardsApi(services))
  api.route('/', performanceApi(services))
  api.route('/', providersApi(services))
  api.route('/', learningApi(services))
  api.route('/', assessmentApi(services))
  api.route('/', needsApi(services))
  api.route('/', goalsApi(services))
  api.route('/', importApi(services, importKinds))
  api.route('/', costApi(services))
  api.route('/', documentsApi(services, documentKinds))
  app.route('/api/v1', api)
  app.get('/api/openapi.json', c =>
    c.json(
      api.getOpenAPI31Document({
        openapi: '3.1.0',
        info: { title: 'Piawai API', version: '1', license: { name: 'Apache-2.0' } },
        servers: [{ url: '/api/v1' }],
      }),
    ),
  )

  const isApi = (c: Ctx) => c.req.path.startsWith('/api/')
  app.notFound(c => (isApi(c) ? problem(c, 404, 'Not Found') : refusalPage(c, 404, null)))
  app.onError((error, context) => {
    const c = context as Ctx
    if (error instanceof Refusal) return isApi(c) ? problemOf(c, error) : refusalPage(c, error.status, error.detail)
    const from = addressOf(c, services.config.trustedProxy)
    // A long word in an address may be a secret that opens it.
    const path = c.req.path.replace(/[\w-]{20,}/g, '…')
    services.log.error({ err: error, requestId: c.get('requestId'), path, from }, 'request failed')
    return isApi(c) ? problem(c, 500, 'Internal Server Error') : refusalPage(c, 500, null)
  })
  return app
}

const tooLarge = (_: Ctx) =>
  new Refusal(413, {
    id: 'Berkas lebih besar dari 25 MB, jadi tidak diterima. Bagi menjadi beberapa berkas, lalu unggah satu per satu.',
    en: 'The file is larger than 25 MB and was not accepted. Split it into several files and upload them one by one.',
  })
