import { createRoute, z } from '@hono/zod-openapi'
import { asAccount } from '../platform/db/index.ts'
import { createApi, cut, errorResponses, idInCursor, json, listOf, listQuery } from '../platform/http/api.ts'
import { actorOf, type Services } from '../platform/http/context.ts'
import { notFound } from '../platform/http/refusal.ts'
import * as store from './store/inbox.ts'
import { type Topic, topicKeys } from './topics.ts'

const noticeItem = z
  .object({
    id: z.number().int(),
    topic: z.enum(topicKeys as [Topic, ...Topic[]]),
    duty: z.boolean().openapi({ description: 'Cannot be switched off' }),
    title: z.string(),
    body: z.string().nullable(),
    href: z.string().openapi({ description: 'The page to go on at', example: '/penilaian' }),
    madeAt: z.iso.datetime(),
    readAt: z.iso.datetime().nullable(),
    expired: z.boolean().openapi({ description: 'The last day it mattered is over' }),
  })
  .openapi('Notice')

const tags = ['notices']
const list = createRoute({
  method: 'get',
  path: '/notices',
  summary: 'What you were told, the newest first, in your language',
  tags,
  request: {
    query: listQuery.omit({ instansi: true }).extend({
      unread: z.enum(['true', 'false']).default('false').openapi({ description: 'true: only what is unread and still matters' }),
      topic: z.enum(topicKeys as [Topic, ...Topic[]]).optional(),
    }),
  },
  responses: { 200: json(listOf(noticeItem), 'A page of notices'), 400: errorResponses[400], 401: errorResponses[401] },
})
const read = createRoute({
  method: 'post',
  path: '/notices/{id}/read',
  summary: 'Mark one as read',
  tags,
  request: { params: z.object({ id: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) }) },
  responses: { 200: json(z.object({ href: z.string() }), 'Read; where it leads'), ...errorResponses },
})
const readAll = createRoute({
  method: 'post',
  path: '/notices/read',
  summary: 'Mark all as read, up to the newest that you have seen',
  tags,
  request: {
    query: z.object({
      until: z.coerce
        .number()
        .int()
        .min(1)
        .max(Number.MAX_SAFE_INTEGER)
        .openapi({ description: 'The id of the newest that was seen' }),
      topic: z.enum(topicKeys as [Topic, ...Topic[]]).optional(),
    }),
  },
  responses: {
    200: json(z.object({ read: z.number().int() }), 'How many were unread before'),
    400: errorResponses[400],
    401: errorResponses[401],
  },
})

export function noticesApi(services: Services) {
  const app = createApi()

  app.openapi(list, async c => {
    const { unread, topic, limit, cursor } = c.req.valid('query')
    const filter = { unread: unread === 'true', topic: topic ?? null }
    const at = { language: c.get('language'), today: services.clock.today(), beforeId: idInCursor(cursor), limit: limit + 1 }
    const rows = await asAccount(services.db, actorOf(c).accountId, tx => store.inboxBefore(tx, filter, at))
    const items = rows.map(({ madeAt, readAt, ...row }) => ({
      ...row,
      madeAt: madeAt.toISOString(),
      readAt: readAt?.toISOString() ?? null,
    }))
    return c.json(
      cut(items, limit, row => [row.id]),
      200,
    )
  })

  app.openapi(read, async c => {
    const { id } = c.req.valid('param')
    const href = await asAccount(services.db, actorOf(c).accountId, tx => store.readOne(tx, id, services.clock.now()))
    if (href === null) throw notFound()
    return c.json({ href }, 200)
  })

  app.openapi(readAll, async c => {
    const { until, topic } = c.req.valid('query')
    const count = await asAccount(services.db, actorOf(c).accountId, tx =>
      store.readAll(tx, topic ?? null, until, services.clock.now()),
    )
    return c.json({ read: count }, 200)
  })

  return app
}
