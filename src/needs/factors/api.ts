import { createRoute, z } from '@hono/zod-openapi'
import { goalsFor } from '../../goals/index.ts'
import { coveredIds, listInstansi } from '../../people/index.ts'
import { coversInstansi, narrowTo } from '../../platform/actor.ts'
import { inScope } from '../../platform/db/index.ts'
import { createApi, cut, errorResponses, idInCursor, json, listOf, listQuery } from '../../platform/http/api.ts'
import { actorOf, type Services } from '../../platform/http/context.ts'
import { forbidden, notFound, Refusal } from '../../platform/http/refusal.ts'
import { jenjangCodes } from '../../regulation/index.ts'
import { manageNeeds, readNeeds } from '../access.ts'
import { setFactors } from './actions.ts'
import { messages } from './messages.ts'
import { readFactor, sameFactor, unknownFactor } from './rules/factor.ts'
import { factorsAfter, listFactors } from './store.ts'

const rating = z.enum(['r', 's', 't']).nullable().openapi({ description: 'rendah, sedang, tinggi; null: not known' })
const link = z.union([z.literal(0), z.literal(0.5), z.literal(1)]).nullable()
const kind = z.enum(['gap', 'training', 'performance'])
const known = {
  difficulty: rating,
  importance: rating,
  frequency: rating,
  goalLink: link.openapi({ description: '0 none, 0.5 supporting, 1 direct; null: not known' }),
  goalId: z.number().int().nullable(),
  mandate: z.boolean().nullable().openapi({ description: 'Null: not known' }),
  mandateBasis: z.string().max(300).nullable(),
}
const about = {
  kind,
  competency: z.string().nullable().openapi({ description: 'Code, of kind gap' }),
  subject: z.string().nullable().openapi({ description: 'Key of a training, or an aspect of performance' }),
}
const factor = z
  .object({ id: z.number().int(), instansi: z.string(), jenjang: z.string(), ...about, ...known, goal: z.string().nullable() })
  .openapi('NeedFactor')
const jenjang = z.string().refine(text => text in jenjangCodes, 'no jenjang')

export function factorsApi(services: Services) {
  const { db } = services
  const api = createApi()

  api.openapi(
    createRoute({
      method: 'get',
      path: '/need-factors',
      summary: 'What is known of needs beside their people: difficulty, importance, frequency, goal, mandate',
      request: { query: listQuery },
      responses: { 200: json(listOf(factor), 'Of governments in your scope'), ...errorResponses },
    }),
    async c => {
      const { instansi, limit, cursor } = c.req.valid('query')
      const scope = readNeeds(actorOf(c))
      const instansiIds = await coveredIds(db, scope, instansi)
      if (instansiIds.length === 0) return c.json({ data: [], next: null }, 200)
      const afterId = idInCursor(cursor)
      const rows = await inScope(db, narrowTo(scope, instansiIds), tx =>
        factorsAfter(tx, { instansiIds, afterId, limit: limit + 1 }),
      )
      const page = cut(rows, limit, row => [row.id])
      return c.json(
        {
          data: page.data.map(({ competencyId: _, competencyCode, goalName, goal, ...row }) => ({
            ...row,
            competency: competencyCode,
            goal: goalName ?? goal,
          })),
          next: page.next,
        },
        200,
      )
    },
  )

  api.openapi(
    createRoute({
      method: 'put',
      path: '/need-factors',
      summary: 'Say what is known of one competency, training or aspect of performance, for one jenjang',
      request: {
        body: {
          required: true,
          content: { 'application/json': { schema: z.object({ instansi: z.string().max(20), jenjang, ...about, ...known }) } },
        },
      },
      responses: {
        200: json(z.object({ changed: z.boolean() }), 'Known now; the ranking follows within seconds'),
        ...errorResponses,
        422: { description: 'Nothing was changed; `detail` says why', content: errorResponses[400].content },
      },
    }),
    async c => {
      const body = c.req.valid('json')
      const scope = manageNeeds(actorOf(c))
      if (scope.kind === 'none' || scope.kind === 'people') throw forbidden()
      const instansi = (await listInstansi(db)).find(one => one.regionCode === body.instansi && coversInstansi(scope, one.id))
      if (!instansi) throw notFound()
      const { rows, goals } = await inScope(db, scope, async tx => ({
        rows: await listFactors(tx, { instansiId: instansi.id, jenjang: body.jenjang, open: false }, { offset: 0, limit: 5000 }),
        goals: await goalsFor(tx, instansi.id),
      }))
      const row = rows.find(
        one => one.kind === body.kind && (body.kind === 'gap' ? one.code === body.competency : one.subject === body.subject),
      )
      if (!row) throw notFound()
      const before = Object.fromEntries(
        Object.keys(unknownFactor).map(key => [key, row[key as keyof typeof unknownFactor]]),
      ) as typeof unknownFactor
      const typed = {
        difficulty: body.difficulty ?? '',
        importance: body.importance ?? '',
        frequency: body.frequency ?? '',
        goalLink: body.goalLink === null ? '' : String(body.goalLink),
        goal: body.goalId === null ? (body.goalLink ? (row.goal ?? '') : '') : String(body.goalId),
        mandate: body.mandate === null ? '' : body.mandate ? 'ya' : 'tidak',
        basis: body.mandateBasis ?? '',
      }
      const read = readFactor(typed, new Map(goals.map(goal => [String(goal.id), goal.id])), before)
      if (!read.ok) {
        const words = (language: 'id' | 'en') => read.flaws.map(({ flaw }) => messages[language].flaws[flaw]).join(' ')
        throw new Refusal(422, { id: words('id'), en: words('en') })
      }
      const changed = !sameFactor(read.values, before)
      if (changed) {
        const where = { instansiId: instansi.id, jenjang: body.jenjang, today: services.clock.today(instansi.timeZone), scope }
        await setFactors(services, actorOf(c), where, [
          { kind: row.kind, competencyId: row.competencyId, subject: row.subject, before, after: read.values },
        ])
      }
      return c.json({ changed }, 200)
    },
  )

  return api
}
