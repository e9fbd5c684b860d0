import { createRoute, z } from '@hono/zod-openapi'
import { createApi, cut, errorResponses, idInCursor, json, listOf, listQuery } from '../platform/http/api.ts'
import type { Ctx, Services } from '../platform/http/context.ts'
import { learningForms } from '../regulation/index.ts'
import { agreementsApi } from './api-agreements.ts'
import { endingApi } from './api-ending.ts'
import { accreditationItem, accreditationOut, offerItem, offerOut, providerItem } from './api-items.ts'
import { keepingApi } from './api-keeping.ts'
import { readersOnly } from './here.ts'
import { accreditationsAfter } from './store/accreditation.ts'
import { openOffers, patterns } from './store/offer.ts'
import { providersAfter } from './store/provider.ts'

const tags = ['providers']
const query = listQuery.omit({ instansi: true })
const responses = <T extends z.ZodType>(item: T, words: string) => ({
  200: json(listOf(item), words),
  400: errorResponses[400],
  401: errorResponses[401],
  403: errorResponses[403],
})
const providersRoute = createRoute({
  method: 'get',
  path: '/providers',
  summary: 'The register of institutions that train',
  tags,
  request: { query },
  responses: responses(providerItem, 'A page of institutions, by id'),
})
const offersRoute = createRoute({
  method: 'get',
  path: '/offers',
  summary: 'What is on offer now',
  tags,
  request: {
    query: query.extend({
      provider: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
      form: z.enum(learningForms).optional(),
      pattern: z.enum(patterns).optional(),
      month: z.coerce.number().int().min(1).max(12).optional(),
      q: z.string().max(80).optional(),
    }),
  },
  responses: responses(offerItem, 'A page of open offers, by id'),
})
const accreditationsRoute = createRoute({
  method: 'get',
  path: '/accreditations',
  summary: 'The register of accreditation',
  tags,
  request: { query },
  responses: responses(accreditationItem, 'A page of its lines, by id'),
})

export function providersApi(services: Services) {
  const app = createApi()
  app.route('/', keepingApi(services))
  app.route('/', endingApi(services))
  app.route('/', agreementsApi(services))

  app.openapi(providersRoute, async c => {
    readersOnly(c as Ctx)
    const { limit, cursor } = c.req.valid('query')
    const rows = await providersAfter(services.db, idInCursor(cursor), limit + 1)
    return c.json(
      cut(rows, limit, row => [row.id]),
      200,
    )
  })

  app.openapi(offersRoute, async c => {
    readersOnly(c as Ctx)
    const { limit, cursor, provider, ...filter } = c.req.valid('query')
    const offers = await openOffers(services.db, { ...filter, providerId: provider, afterId: idInCursor(cursor) }, limit + 1)
    const rows = offers.map(offerOut)
    return c.json(
      cut(rows, limit, row => [row.id]),
      200,
    )
  })

  app.openapi(accreditationsRoute, async c => {
    readersOnly(c as Ctx)
    const { limit, cursor } = c.req.valid('query')
    const today = services.clock.today()
    const lines = await accreditationsAfter(services.db, idInCursor(cursor), limit + 1)
    const rows = lines.map(one => accreditationOut(one, today))
    return c.json(
      cut(rows, limit, row => [row.id]),
      200,
    )
  })

  return app
}
