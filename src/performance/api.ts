import { createRoute, z } from '@hono/zod-openapi'
import { listInstansi, personInScope } from '../people/index.ts'
import { inScope } from '../platform/db/index.ts'
import {
  createApi,
  cut,
  errorResponses,
  idInCursor,
  json,
  listOf,
  listQuery,
  readCursor,
  unknownCursor,
} from '../platform/http/api.ts'
import { actorOf, type Services } from '../platform/http/context.ts'
import { notFound } from '../platform/http/refusal.ts'
import { performancePredicates, performanceRatings } from '../regulation/index.ts'
import { readRating } from './access.ts'
import { achievementPercent } from './rules/achievement.ts'
import { ratingsAfter } from './store/list.ts'
import { type RatingRow, ratingsOf } from './store/ratings.ts'

const rating = z.enum(performanceRatings as [string, ...string[]]).nullable()
const ratingItem = z
  .object({
    id: z.number().int(),
    pegawaiId: z.number().int(),
    instansi: z.string().openapi({ description: 'Region code of the instansi the person belonged to then' }),
    period: z.object({
      kind: z.enum(['tahunan', 'triwulan', 'bulanan']),
      year: z.number().int(),
      number: z.number().int().openapi({ description: 'The nth quarter or month; 1 for a year' }),
      end: z.string().openapi({ format: 'date' }),
    }),
    result: rating.openapi({ description: 'Results against expectation; null: not known' }),
    behaviour: rating.openapi({ description: 'Behaviour against expectation; null: not known' }),
    predicate: z
      .enum(performancePredicates as [string, ...string[]])
      .nullable()
      .openapi({ description: 'By the matrix of PermenPANRB 6/2022; null: not known' }),
    resultBelow: z.boolean().nullable(),
    behaviourBelow: z.boolean().nullable(),
    target: z.number().nullable(),
    achieved: z.number().nullable(),
    unit: z.string().nullable(),
    achievedPercent: z.number().nullable().openapi({ description: 'Result against target, at most two decimals' }),
    ratedOn: z.string().nullable().openapi({ format: 'date' }),
    rater: z.string().nullable(),
    recordedAt: z.string().openapi({ format: 'date-time' }),
    supersededAt: z.string().nullable().openapi({ format: 'date-time', description: 'Null: it counts' }),
  })
  .openapi('PerformanceRating')
const listedItem = ratingItem.extend({ nip: z.string(), name: z.string() }).openapi('ListedPerformanceRating')

const itemOf = (row: RatingRow) => {
  const percent = achievementPercent(row.target, row.achieved)
  return {
    id: row.id,
    pegawaiId: row.pegawaiId,
    instansi: row.instansi,
    period: { kind: row.kind, year: row.year, number: row.number, end: row.periodEnd },
    result: row.result,
    behaviour: row.behaviour,
    predicate: row.predicate,
    resultBelow: row.resultBelow,
    behaviourBelow: row.behaviourBelow,
    target: row.target,
    achieved: row.achieved,
    unit: row.unit,
    achievedPercent: percent === null ? null : Math.round(percent * 100) / 100,
    ratedOn: row.ratedOn,
    rater: row.raterName,
    recordedAt: row.recordedAt.toISOString(),
    supersededAt: row.supersededAt?.toISOString() ?? null,
  }
}

const personRoute = createRoute({
  method: 'get',
  path: '/pegawai/{id}/performance',
  summary: 'Every performance rating of one civil servant, the latest period first, those that were replaced included',
  tags: ['performance'],
  request: {
    params: z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) }),
    query: listQuery.omit({ instansi: true }),
  },
  responses: { 200: json(listOf(ratingItem), 'Ratings'), ...errorResponses },
})

const listRoute = createRoute({
  method: 'get',
  path: '/performance',
  summary: 'The performance ratings that count, of people in your scope, by person',
  tags: ['performance'],
  request: { query: listQuery.extend({ year: z.coerce.number().int().min(2000).max(2100).optional() }) },
  responses: { 200: json(listOf(listedItem), 'A page of ratings'), 400: errorResponses[400], 401: errorResponses[401] },
})

/** The person and the rating a cursor stands at; before all where there is none. */
function placeInCursor(cursor: string | undefined): [number, number] {
  if (!cursor) return [0, 0]
  const [pegawaiId, id] = readCursor(cursor) ?? []
  const whole = (value: unknown): value is number =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 31
  if (!whole(pegawaiId) || !whole(id)) throw unknownCursor()
  return [pegawaiId, id]
}

export function performanceApi(services: Services) {
  const app = createApi()

  app.openapi(personRoute, async c => {
    const { id } = c.req.valid('param')
    const { limit, cursor } = c.req.valid('query')
    const offset = idInCursor(cursor)
    const rows = await inScope(services.db, readRating(actorOf(c)), async tx =>
      (await personInScope(tx, id)) ? ratingsOf(tx, id, { offset, limit: limit + 1 }) : null,
    )
    if (!rows) throw notFound()
    const { data, next } = cut(rows, limit, () => [offset + limit])
    return c.json({ data: data.map(itemOf), next }, 200)
  })

  app.openapi(listRoute, async c => {
    const { instansi, year, limit, cursor } = c.req.valid('query')
    const after = placeInCursor(cursor)
    const asked = instansi === undefined ? null : (await listInstansi(services.db)).find(row => row.regionCode === instansi)
    if (asked === undefined) return c.json({ data: [], next: null }, 200)
    const rows = await inScope(services.db, readRating(actorOf(c)), tx =>
      ratingsAfter(tx, { instansiId: asked?.id ?? null, year: year ?? null, after, limit: limit + 1 }),
    )
    const { data, next } = cut(rows, limit, row => [row.pegawaiId, row.id])
    return c.json({ data: data.map(row => ({ ...itemOf(row), nip: row.nip, name: row.name })), next }, 200)
  })

  return app
}
