import { createRoute, z } from '@hono/zod-openapi'
import { listInstansi, personInScope } from '../people/index.ts'
import { coversInstansi, narrowTo } from '../platform/actor.ts'
import { inScope } from '../platform/db/index.ts'
import { createApi, cut, errorResponses, idInCursor, json, listOf, listQuery } from '../platform/http/api.ts'
import { actorOf, type Services } from '../platform/http/context.ts'
import { forbidden, notFound } from '../platform/http/refusal.ts'
import { readCoverage, readResults } from './access.ts'
import { campaignApi } from './campaigns/api.ts'
import { potentialApi } from './potential/api.ts'
import { recordApi } from './record-api.ts'
import { standingsApi } from './report/api.ts'
import { coveragePercent } from './rules/coverage.ts'
import { coverageOf } from './store/coverage.ts'
import { resultsOf } from './store/results.ts'

const coverageItem = z
  .object({
    instansi: z.string().openapi({ example: '19' }),
    active: z.number().int().openapi({ description: 'ASN whose status is aktif' }),
    assessed: z.number().int().openapi({ description: 'Those of them with a valid managerial or socio-cultural result' }),
    percent: z.number().min(0).max(100).nullable().openapi({ description: 'At most one decimal; null where nobody is active' }),
  })
  .openapi('Coverage')

const resultItem = z
  .object({
    id: z.number().int(),
    competency: z.object({ code: z.string(), name: z.string(), pillar: z.string() }),
    level: z.number().int(),
    method: z.string(),
    assessedOn: z.string().openapi({ format: 'date' }),
    validUntil: z.string().openapi({ format: 'date' }),
    expired: z.boolean(),
    assessor: z.string().nullable(),
    instansi: z.string().openapi({ description: 'Region code of the instansi the person belonged to then' }),
  })
  .openapi('AssessmentResult')

const coverageRoute = createRoute({
  method: 'get',
  path: '/coverage',
  summary: 'How many ASN are mapped: of one instansi, or of all in your scope',
  tags: ['assessment'],
  request: { query: listQuery },
  responses: {
    200: json(z.union([coverageItem, listOf(coverageItem)]), 'One coverage where `instansi` is given, else a list'),
    ...errorResponses,
  },
})

const resultsRoute = createRoute({
  method: 'get',
  path: '/pegawai/{id}/results',
  summary: 'Every assessment result of one civil servant, newest first',
  tags: ['assessment'],
  request: {
    params: z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) }),
    query: listQuery.omit({ instansi: true }),
  },
  responses: { 200: json(listOf(resultItem), 'Results'), ...errorResponses },
})

export function assessmentApi(services: Services) {
  const app = createApi()

  app.openapi(coverageRoute, async c => {
    const { instansi, limit, cursor } = c.req.valid('query')
    const scope = readCoverage(actorOf(c))
    if (scope.kind === 'none') throw forbidden()
    const within = (await listInstansi(services.db)).filter(row => coversInstansi(scope, row.id))
    const codes = new Map(within.map(row => [row.id, row.regionCode]))
    const present = (row: { instansiId: number; active: number; assessed: number }) => ({
      instansi: codes.get(row.instansiId)!,
      active: row.active,
      assessed: row.assessed,
      percent: coveragePercent(row),
    })
    if (instansi !== undefined) {
      const asked = within.find(row => row.regionCode === instansi)
      if (!asked) throw notFound()
      const [row] = await inScope(services.db, narrowTo(scope, [asked.id]), tx => coverageOf(tx, [asked.id]))
      return c.json(present(row!), 200)
    }
    // The cursor says how many came before, in the order of listInstansi.
    const after = idInCursor(cursor)
    const ids = within.map(row => row.id).slice(after, after + limit + 1)
    const rows = await inScope(services.db, narrowTo(scope, ids), tx => coverageOf(tx, ids))
    rows.sort((a, b) => ids.indexOf(a.instansiId) - ids.indexOf(b.instansiId))
    const { data, next } = cut(rows, limit, () => [after + limit])
    return c.json({ data: data.map(present), next }, 200)
  })

  app.openapi(resultsRoute, async c => {
    const { id } = c.req.valid('param')
    const { limit, cursor } = c.req.valid('query')
    const offset = idInCursor(cursor)
    const rows = await inScope(services.db, readResults(actorOf(c)), async tx =>
      (await personInScope(tx, id)) ? resultsOf(tx, id, services.clock.today(), { offset, limit: limit + 1 }) : null,
    )
    if (!rows) throw notFound()
    const { data, next } = cut(rows, limit, () => [offset + limit])
    return c.json(
      {
        data: data.map(({ competencyId: _, code, name, nameEn: __, pillar, ...row }) => ({
          ...row,
          competency: { code, name, pillar },
        })),
        next,
      },
      200,
    )
  })

  app.route('/', recordApi(services))
  app.route('/', potentialApi(services))
  app.route('/', standingsApi(services))
  app.route('/', campaignApi(services))
  return app
}
