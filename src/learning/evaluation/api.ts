import { createRoute, z } from '@hono/zod-openapi'
import { createApi, cut, errorResponses, idInCursor, json } from '../../platform/http/api.ts'
import { actorOf, type Services } from '../../platform/http/context.ts'
import { leastAnswers } from './present.ts'
import { readReport } from './report-list.ts'
import { behaviourItems, benefitItems } from './rules/items.ts'
import { groupGain, meanOf, type Scores } from './rules/summary.ts'
import { reportOf, reportQuery } from './schema.ts'
import { reportBy, testedOf } from './store/report.ts'

const groupingOf = { course: 'kursus', trainer: 'pengajar', provider: 'penyelenggara' } as const

const count = z.number().int()
const score = z.number().nullable()
const mean = z
  .object({ mean: score, answers: count })
  .openapi('MeanScore', { description: `1 to 5; null: fewer than ${leastAnswers} answers` })
const evaluation = z
  .object({
    id: z.number().int().openapi({ description: 'Of the course, trainer or provider' }),
    name: z.string(),
    classes: count,
    finished: count,
    reaction: mean.openapi({ description: 'Level 1: what participants think of the organiser; of a trainer: of that trainer' }),
    learned: z
      .object({
        before: score.openapi({ description: 'Mean of the first try at the pre-test, 0 to 100' }),
        after: score.openapi({ description: 'The same of the post-test' }),
        gain: score.openapi({ description: 'Share mastered of what was left to learn; null: nothing was left' }),
        people: count.openapi({ description: 'Who took both tests' }),
      })
      .openapi({ description: `Level 2; null in it: fewer than ${leastAnswers} people` }),
    behaviour: mean.openapi({ description: 'Level 3: by managers and colleagues, months later' }),
    benefit: mean.openapi({ description: 'Level 3: the effect at work' }),
    confirmed: z.object({ yes: count, answers: count }).openapi({ description: 'Level 3: managers who see the behaviour' }),
    effects: z.object({ improved: count, measured: count }).openapi({ description: 'Level 4: indicators of units' }),
  })
  .openapi('Evaluation')

const listRoute = createRoute({
  method: 'get',
  path: '/evaluations',
  summary: 'What evaluations say on four levels, by course, trainer or provider: sums, of nobody alone',
  tags: ['learning'],
  request: {
    query: reportQuery.extend({ by: z.enum(Object.keys(groupingOf) as ['course', 'trainer', 'provider']).default('course') }),
  },
  responses: {
    200: json(reportOf(evaluation), 'A page of evaluations, by id'),
    400: errorResponses[400],
    401: errorResponses[401],
    403: errorResponses[403],
  },
})

const rounded = (value: number | null | undefined) => (value == null ? null : Math.round(value * 10_000) / 10_000)
const meanScore = (of: Scores) => ({ mean: rounded(meanOf(of, leastAnswers)), answers: of.n })

export function evaluationApi(services: Services) {
  const app = createApi()

  app.openapi(listRoute, async c => {
    const { by, year: asked, limit, cursor } = c.req.valid('query')
    const after = idInCursor(cursor)
    const { rows, year } = await readReport(services, actorOf(c), asked, async (tx, of) => ({
      rows: await reportBy(tx, groupingOf[by], of, { behaviour: behaviourItems, benefit: benefitItems }),
    }))
    const wanted = rows.filter(row => row.id > after).sort((a, b) => a.id - b.id)
    const { data, next } = cut(wanted, limit, row => [row.id])
    return c.json(
      {
        data: data.map(row => {
          const learned = groupGain(testedOf(row), leastAnswers)
          return {
            id: row.id,
            name: row.name,
            classes: row.classes,
            finished: row.finished,
            reaction: meanScore({ sum: row.reactionSum, n: row.reactionN }),
            learned: {
              before: rounded(learned?.before),
              after: rounded(learned?.after),
              gain: rounded(learned?.share),
              people: row.tested,
            },
            behaviour: meanScore({ sum: row.behaviourSum, n: row.behaviourN }),
            benefit: meanScore({ sum: row.benefitSum, n: row.benefitN }),
            confirmed: { yes: row.confirmed, answers: row.leaders },
            effects: { improved: row.improved, measured: row.effects },
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
