import { createRoute, z } from '@hono/zod-openapi'
import { asCommunity, inScope } from '../../platform/db/index.ts'
import {
  createApi,
  errorResponses,
  json,
  listOf,
  listQuery,
  problemSchema,
  readCursor,
  unknownCursor,
  writeCursor,
} from '../../platform/http/api.ts'
import { actorOf, type Services } from '../../platform/http/context.ts'
import { Refusal } from '../../platform/http/refusal.ts'
import { typedDay } from '../rules/day.ts'
import { lookingFrom, oneself } from './access.ts'
import * as actions from './actions.ts'
import { communityHere, leadHere, memberHere, selfOf } from './here.ts'
import { type CommunityMessages, communityMessages } from './messages.ts'
import { communityFlaws, meetingFlaws, meetingState, topicFlaws } from './rules/community.ts'
import { communitiesOf, listCommunities } from './store/community.ts'
import { meetingsOf } from './store/meeting.ts'
import { listTopics } from './store/topic.ts'

const tags = ['communities']
const id = z.coerce.number().int().min(1).max(2_147_483_647)
const one = z.object({ id })
const query = listQuery.omit({ instansi: true })
const day = z.string().openapi({ format: 'date' })
const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: problemSchema } } })
const body = <T extends z.ZodType>(schema: T) => ({ content: { 'application/json': { schema } }, required: true as const })
const made = (what: string) => ({
  201: json(z.object({ id: z.number().int() }).openapi('CommunityPartMade'), what),
  422: problem('What is wrong with it'),
  ...errorResponses,
})

const communityItem = z
  .object({
    id: z.number().int(),
    name: z.string(),
    about: z.string(),
    instansi: z.string().openapi({ description: 'Which agency began it, by name' }),
    openTo: z.enum(['instansi', 'guided', 'all']),
    joined: z.boolean(),
    nextMeetingOn: day.nullable(),
  })
  .openapi('Community')
const topicItem = z
  .object({
    id: z.number().int(),
    kind: z.enum(['bahasan', 'tanya']),
    title: z.string(),
    body: z.string(),
    author: z.string(),
    madeAt: z.string().openapi({ format: 'date-time' }),
    replies: z.number().int(),
    answered: z.boolean(),
  })
  .openapi('CommunityTopic')
const meetingItem = z
  .object({
    id: z.number().int(),
    title: z.string(),
    on: day,
    minutes: z.number().int(),
    place: z.string(),
    state: z.enum(['planned', 'due', 'closed']).openapi({ description: 'Due: its day has come and the attendance is missing' }),
  })
  .openapi('CommunityMeeting')

const listRoute = createRoute({
  method: 'get',
  path: '/communities',
  summary: 'Communities of practice that are open to you, by name',
  tags,
  request: { query: query.extend({ q: z.string().max(80).default('') }) },
  responses: { 200: json(listOf(communityItem), 'A page of communities'), 400: errorResponses[400], 401: errorResponses[401] },
})
const beginRoute = createRoute({
  method: 'post',
  path: '/communities',
  summary: 'Begin a community, which you lead',
  tags,
  request: {
    body: body(
      z.object({ name: z.string().max(400), about: z.string().max(4000), openTo: z.enum(['instansi', 'guided', 'all']) }),
    ),
  },
  responses: made('Begun'),
})
const joinRoute = createRoute({
  method: 'put',
  path: '/communities/{id}/membership',
  summary: 'Join a community that is open to you; twice changes nothing',
  tags,
  request: { params: one },
  responses: { 200: json(z.object({ joined: z.literal(true) }), 'You are in it'), ...errorResponses },
})
const leaveRoute = createRoute({
  method: 'delete',
  path: '/communities/{id}/membership',
  summary: 'Leave a community',
  tags,
  request: { params: one },
  responses: {
    200: json(z.object({ joined: z.literal(false) }), 'You have left'),
    409: problem('Nobody would lead the others'),
    ...errorResponses,
  },
})
const topicsRoute = createRoute({
  method: 'get',
  path: '/communities/{id}/topics',
  summary: 'What is talked of in a community of yours, questions without an answer first',
  tags,
  request: { params: one, query },
  responses: { 200: json(listOf(topicItem), 'A page of topics'), ...errorResponses },
})
const openRoute = createRoute({
  method: 'post',
  path: '/communities/{id}/topics',
  summary: 'Ask a question or begin a discussion',
  tags,
  request: {
    params: one,
    body: body(z.object({ kind: z.enum(['bahasan', 'tanya']), title: z.string().max(400), body: z.string().max(16_000) })),
  },
  responses: made('Begun'),
})
const replyRoute = createRoute({
  method: 'post',
  path: '/communities/{id}/topics/{topic}/replies',
  summary: 'Reply to a topic',
  tags,
  request: { params: one.extend({ topic: id }), body: body(z.object({ body: z.string().max(8000) })) },
  responses: made('Said'),
})
const meetingsRoute = createRoute({
  method: 'get',
  path: '/communities/{id}/meetings',
  summary: 'Meetings of a community of yours, the latest 100',
  tags,
  request: { params: one },
  responses: { 200: json(z.object({ data: z.array(meetingItem) }), 'Meetings'), ...errorResponses },
})
const callRoute = createRoute({
  method: 'post',
  path: '/communities/{id}/meetings',
  summary: 'Plan a meeting of a community that you lead; its members are told',
  tags,
  request: {
    params: one,
    body: body(
      z.object({ title: z.string().max(400), on: z.string().max(10), minutes: z.number().int(), place: z.string().max(600) }),
    ),
  },
  responses: made('Planned'),
})
const attendanceRoute = createRoute({
  method: 'post',
  path: '/communities/{id}/meetings/{meeting}/attendance',
  summary: 'Close a meeting with who was there: its hours go on record for each, once',
  tags,
  request: {
    params: one.extend({ meeting: id }),
    body: body(z.object({ pegawaiIds: z.array(z.number().int().min(1)).max(1000) })),
  },
  responses: {
    200: json(z.object({ closed: z.literal(true) }), 'On record'),
    409: problem('Closed already, not yet held, or nobody was there'),
    ...errorResponses,
  },
})

const refuse = (status: 409 | 422, say: (m: CommunityMessages) => string) =>
  new Refusal(status, { id: say(communityMessages.id), en: say(communityMessages.en) })
const plain = (text: string) => text.replaceAll('\0', '').trim()
/** These lists go on by how many were read. */
function offsetIn(cursor: string | undefined): number {
  if (!cursor) return 0
  const offset = readCursor(cursor)?.[0]
  if (typeof offset === 'number' && Number.isInteger(offset) && offset >= 0 && offset < 2 ** 31) return offset
  throw unknownCursor()
}
const nextOf = (offset: number, read: number, found: number) => (offset + read < found ? writeCursor([offset + read]) : null)

/** Communities of practice by program, under /api/v1. */
export function communityApi(services: Services) {
  const app = createApi()

  app.openapi(listRoute, async c => {
    const { q, limit, cursor } = c.req.valid('query')
    const actor = actorOf(c)
    const { pegawaiId } = actor
    const mine = pegawaiId === null ? [] : await inScope(services.db, oneself(actor), tx => communitiesOf(tx, pegawaiId))
    const offset = offsetIn(cursor)
    const filter = { q: q.trim(), among: null, today: services.clock.today() }
    const rows = await listCommunities(services.db, lookingFrom(actor), filter, { offset, limit })
    const data = rows.map(row => ({
      id: row.id,
      name: row.name,
      about: row.about,
      instansi: row.instansi,
      openTo: row.openTo,
      joined: mine.includes(row.id),
      nextMeetingOn: row.nextOn,
    }))
    return c.json({ data, next: nextOf(offset, rows.length, rows[0]?.found ?? 0) }, 200)
  })

  app.openapi(beginRoute, async c => {
    const self = await selfOf(c, services)
    const { openTo, ...given } = c.req.valid('json')
    const values = { name: plain(given.name), about: plain(given.about), openTo }
    const flaws = communityFlaws(values)
    if (flaws.length > 0) throw refuse(422, m => flaws.map(flaw => m.flaws[flaw]).join(' '))
    const begun = await actions.begin(services, actorOf(c), self, values)
    if (begun === null) throw refuse(422, m => m.taken)
    return c.json({ id: begun }, 201)
  })

  app.openapi(joinRoute, async c => {
    const { community } = await communityHere(c, services, c.req.valid('param').id)
    const { pegawaiId } = await selfOf(c, services)
    await actions.join(services, actorOf(c), community, pegawaiId)
    return c.json({ joined: true as const }, 200)
  })

  app.openapi(leaveRoute, async c => {
    const { community, me } = await memberHere(c, services, c.req.valid('param').id)
    if (!(await actions.leave(services, actorOf(c), community, me.pegawaiId))) throw refuse(409, m => m.lastLead)
    return c.json({ joined: false as const }, 200)
  })

  app.openapi(topicsRoute, async c => {
    const { limit, cursor } = c.req.valid('query')
    const { community } = await memberHere(c, services, c.req.valid('param').id)
    const offset = offsetIn(cursor)
    const rows = await asCommunity(services.db, community.id, tx => listTopics(tx, community.id, { offset, limit }))
    const data = rows.map(({ id, kind, title, body, author, madeAt, replies, answered }) => ({
      id,
      kind,
      title,
      body,
      author,
      madeAt: madeAt.toISOString(),
      replies,
      answered,
    }))
    return c.json({ data, next: nextOf(offset, rows.length, rows[0]?.found ?? 0) }, 200)
  })

  app.openapi(openRoute, async c => {
    const { community } = await memberHere(c, services, c.req.valid('param').id)
    const given = c.req.valid('json')
    const values = { kind: given.kind, title: plain(given.title), body: plain(given.body) }
    const flaws = topicFlaws(values)
    if (flaws.length > 0) throw refuse(422, m => flaws.map(flaw => m.topicFlaws[flaw]).join(' '))
    return c.json({ id: await actions.openTopic(services, actorOf(c), community, await selfOf(c, services), values) }, 201)
  })

  app.openapi(replyRoute, async c => {
    const { id, topic } = c.req.valid('param')
    const { community } = await memberHere(c, services, id)
    const said = plain(c.req.valid('json').body)
    if (said.length < 2) throw refuse(422, m => m.replyMissing)
    return c.json({ id: await actions.reply(services, actorOf(c), community, await selfOf(c, services), topic, said) }, 201)
  })

  app.openapi(meetingsRoute, async c => {
    const { community } = await memberHere(c, services, c.req.valid('param').id)
    const today = services.clock.today(community.timeZone)
    const rows = await meetingsOf(services.db, community.id)
    const data = rows.map(({ closed, ...row }) => ({ ...row, state: meetingState({ on: row.on, closed }, today) }))
    return c.json({ data }, 200)
  })

  app.openapi(callRoute, async c => {
    const { community } = await leadHere(c, services, c.req.valid('param').id)
    const given = c.req.valid('json')
    const values = { ...given, title: plain(given.title), place: plain(given.place), on: typedDay(given.on) }
    const flaws = meetingFlaws(values)
    if (flaws.length > 0) throw refuse(422, m => flaws.map(flaw => m.meetingFlaws[flaw]).join(' '))
    return c.json({ id: await actions.callMeeting(services, actorOf(c), community, { ...values, on: values.on! }) }, 201)
  })

  app.openapi(attendanceRoute, async c => {
    const { id, meeting } = c.req.valid('param')
    const { community } = await leadHere(c, services, id)
    const done = await actions.closeMeeting(services, actorOf(c), community, meeting, c.req.valid('json').pegawaiIds)
    if (done !== 'done') throw refuse(409, m => m.closes[done])
    return c.json({ closed: true as const }, 200)
  })

  return app
}
