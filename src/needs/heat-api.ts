import { createRoute, z } from '@hono/zod-openapi'
import { coveredIds } from '../people/index.ts'
import { narrowTo } from '../platform/actor.ts'
import { inScope } from '../platform/db/index.ts'
import { createApi, errorResponses, json } from '../platform/http/api.ts'
import { actorOf, type Services } from '../platform/http/context.ts'
import { forbidden, notFound } from '../platform/http/refusal.ts'
import { readNeeds } from './access.ts'
import { heat, heatColumns, heatOfGovernments } from './store-heat.ts'

const cell = z
  .object({
    instansi: z.string(),
    unit: z
      .object({ id: z.number().int(), name: z.string() })
      .nullable()
      .openapi({ description: 'The OPD; null: the whole government' }),
    competency: z.string().openapi({ description: 'Code' }),
    required: z.number().int().openapi({ description: 'People whose post asks for it' }),
    assessed: z.number().int(),
    below: z.number().int().openapi({ description: 'Of those assessed, below the standard' }),
    levels: z.number().int().openapi({ description: 'Levels missing, in all' }),
  })
  .openapi('HeatCell')

/** The heatmap: of one government by OPD, or of all in scope side by side. */
export function heatApi(services: Services) {
  const { db } = services
  const api = createApi()

  api.openapi(
    createRoute({
      method: 'get',
      path: '/heatmap',
      summary: 'Who is below the standard: OPD × competency of one government, or government × competency of all in your scope',
      request: {
        query: z.object({
          instansi: z
            .string()
            .max(20)
            .optional()
            .openapi({ example: '19', description: 'Region code; without it all governments' }),
        }),
      },
      responses: { 200: json(z.object({ data: z.array(cell) }), 'Cells that somebody’s post asks for'), ...errorResponses },
    }),
    async c => {
      const scope = readNeeds(actorOf(c))
      if (scope.kind === 'none' || scope.kind === 'people') throw forbidden()
      const { instansi } = c.req.valid('query')
      const ids = await coveredIds(db, scope, instansi)
      if (ids.length === 0) throw notFound()
      const { cells, codes } = await inScope(db, narrowTo(scope, ids), async tx => {
        const found =
          instansi === undefined
            ? (await heatOfGovernments(tx, ids)).map(row => ({ ...row, office: null }))
            : (await heat(tx, ids[0]!, null)).map(row => ({ ...row, instansi, office: { id: row.top_id, name: row.unit } }))
        const columns = await heatColumns(tx, [...new Set(found.map(row => row.competency_id))])
        return { cells: found, codes: new Map(columns.map(column => [column.id, column.code])) }
      })
      const data = cells.flatMap(row => {
        const competency = codes.get(row.competency_id)
        if (competency === undefined) return []
        const { required_people: required, assessed_people: assessed, gap_people: below, gap_sum: levels } = row
        return [{ instansi: row.instansi, unit: row.office, competency, required, assessed, below, levels }]
      })
      return c.json({ data }, 200)
    },
  )

  return api
}
