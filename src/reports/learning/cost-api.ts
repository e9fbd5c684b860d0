import { createRoute, z } from '@hono/zod-openapi'
import { reportOf, reportQuery } from '../../learning/index.ts'
import { createApi, cut, errorResponses, idInCursor, json } from '../../platform/http/api.ts'
import { actorOf, type Services } from '../../platform/http/context.ts'
import { costReport } from './cost.ts'

const groupingOf = { course: 'kursus', provider: 'penyelenggara' } as const

const count = z.number().int()
const rupiah = z.string().regex(/^\d+$/).nullable()
const levels = count.nullable().openapi({ description: 'Null: too few finished for it to be told' })
const cost = z
  .object({
    id: z.number().int().openapi({ description: 'Of the course or provider' }),
    name: z.string(),
    classes: count,
    costed: count.openapi({ description: 'Classes of which the cost is known' }),
    finished: count,
    spent: rupiah.openapi({
      description: 'Whole rupiah of the classes with a cost; null: of none is it known',
      example: '45000000',
    }),
    risen: levels.openapi({ description: 'Levels that people rose by after the classes with a cost' }),
    risenInAll: levels,
    firstKnown: levels.openapi({ description: 'Levels known for the first time: not counted' }),
    waiting: levels.openapi({ description: 'Proposals that nobody has decided yet' }),
    perLevel: rupiah.openapi({ description: 'Whole rupiah a level; null: no cost is known, nobody rose, or too few' }),
  })
  .openapi('CostPerLevel')

const listRoute = createRoute({
  method: 'get',
  path: '/learning-costs',
  summary: 'What closing gaps cost: the cost of classes and the levels that rose after them, by course or provider',
  tags: ['learning'],
  request: {
    query: reportQuery.extend({ by: z.enum(Object.keys(groupingOf) as ['course', 'provider']).default('course') }),
  },
  responses: {
    200: json(reportOf(cost), 'A page of costs, by id'),
    400: errorResponses[400],
    401: errorResponses[401],
    403: errorResponses[403],
  },
})

export function costApi(services: Services) {
  const app = createApi()

  app.openapi(listRoute, async c => {
    const { by, year: asked, limit, cursor } = c.req.valid('query')
    const after = idInCursor(cursor)
    const { rows, year } = await costReport(services, actorOf(c), groupingOf[by], asked)
    const wanted = rows.filter(row => row.id > after).sort((a, b) => a.id - b.id)
    const { data, next } = cut(wanted, limit, row => [row.id])
    return c.json(
      {
        data: data.map(({ few, ...row }) => {
          const told = (n: number) => (few ? null : n)
          return {
            ...row,
            spent: row.spent?.toString() ?? null,
            risen: told(row.risen),
            risenInAll: told(row.risenInAll),
            firstKnown: told(row.firstKnown),
            waiting: told(row.waiting),
            perLevel: row.perLevel?.toString() ?? null,
          }
        }),
        next,
        year,
      },
      200,
    )
  })

  return app
}
