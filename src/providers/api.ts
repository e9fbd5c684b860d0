import { createRoute, z } from '@hono/zod-openapi'
import { createApi, cut, errorResponses, idInCursor, json, listOf, listQuery } from '../platform/http/api.ts'
import type { Ctx, Services } from '../platform/http/context.ts'
import { learningForms } from '../regulation/index.ts'
import { readersOnly } from './here.ts'
import { accreditationStates, stateOfAccreditation } from './rules/accreditation.ts'
import { entryRulesSchema } from './schema.ts'
import { accreditationsAfter } from './store/accreditation.ts'
import { openOffers, patterns } from './store/offer.ts'
import { providerKinds, providersAfter } from './store/provider.ts'

const id = z.number().int()
const rupiah = z
  .string()
  .regex(/^\d+$/)
  .nullable()
  .openapi({ description: 'Whole rupiah; null: not known; "0": free', example: '22945000' })

const providerItem = z
  .object({
    id,
    instansi: z.string().nullable().openapi({ description: 'Region code of whose register it stands in; null: the nation’s' }),
    kind: z.enum(providerKinds),
    name: z.string(),
    shortName: z.string(),
    address: z.string().nullable(),
    regionCode: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    website: z.string().nullable(),
    closed: z.boolean(),
  })
  .openapi('Provider')

const offerItem = z
  .object({
    id,
    provider: z.object({ id, name: z.string() }),
    title: z.string(),
    summary: z.string().nullable(),
    form: z.enum(learningForms).openapi({ description: 'One of the 25 forms of PerLAN 10/2018' }),
    international: z.boolean(),
    pattern: z.enum(patterns),
    programme: z.string().nullable().openapi({ description: 'What must be accredited; null: nothing' }),
    jp: id.nullable(),
    days: id.nullable(),
    entryRules: entryRulesSchema.openapi({ description: 'Who may join: conditions for all, and ways of which one must be met' }),
    costFixed: rupiah,
    costParticipant: rupiah,
    seatsMin: id.nullable(),
    seatsMax: id.nullable(),
    place: z.string().nullable(),
    months: z.array(z.number().int().min(1).max(12)).openapi({ description: 'Empty: any month' }),
    source: z.string().nullable(),
    verified: z.boolean(),
    competencies: z.array(z.object({ code: z.string(), name: z.string(), level: z.number().int() })),
  })
  .openapi('Offer')

const accreditationItem = z
  .object({
    id,
    provider: z.object({ id, name: z.string() }),
    programme: z.string(),
    accreditor: z.string(),
    peringkat: z.string(),
    decree: z.string(),
    from: z.iso.date(),
    until: z.iso.date().openapi({ description: 'The last day it holds' }),
    revokedOn: z.iso.date().nullable(),
    verified: z.boolean(),
    state: z.enum(accreditationStates as [string, ...string[]]).openapi({ description: 'Today; `ending`: within 180 days' }),
  })
  .openapi('Accreditation')

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
    const rows = offers.map(({ closed: _, provider: of, costFixed, costParticipant, competencies, ...offer }) => ({
      ...offer,
      provider: { id: of.id, name: of.name },
      costFixed: costFixed?.toString() ?? null,
      costParticipant: costParticipant?.toString() ?? null,
      competencies: competencies.map(({ code, name, level }) => ({ code, name, level })),
    }))
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
    const rows = lines.map(one => ({
      id: one.id,
      provider: { id: one.providerId, name: one.provider },
      programme: one.programme,
      accreditor: one.accreditor,
      peringkat: one.peringkat,
      decree: one.decree,
      from: one.fromDate,
      until: one.untilDate,
      revokedOn: one.revokedOn,
      verified: one.verified,
      state: stateOfAccreditation(one, today),
    }))
    return c.json(
      cut(rows, limit, row => [row.id]),
      200,
    )
  })

  return app
}
