import { createRoute, z } from '@hono/zod-openapi'
import { asClass } from '../../../platform/db/index.ts'
import { createApi, cut, errorResponses, idInCursor, json, listOf, listQuery } from '../../../platform/http/api.ts'
import type { Services } from '../../../platform/http/context.ts'
import { marksPage } from '../attendance/store.ts'
import { resultsOf } from '../results/load.ts'
import { sessionsOf } from '../timetable/store.ts'
import { classHere, heldClass } from './class.ts'

const params = z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) })
const query = listQuery.omit({ instansi: true })
const instant = z.string().openapi({ format: 'date-time' })

const sessionItem = z
  .object({
    id: z.number().int(),
    title: z.string(),
    startsAt: instant,
    endsAt: instant,
    jp: z.number().int(),
    mode: z.enum(['tatap_muka', 'daring']),
    room: z.string().nullable(),
    trainers: z.array(z.string()),
  })
  .openapi('ClassSession')
const sessionsRoute = createRoute({
  method: 'get',
  path: '/classes/{id}/sessions',
  summary: 'The timetable of a class that you hold or take part in',
  tags: ['classes'],
  request: { params, query },
  responses: { 200: json(listOf(sessionItem), 'Sessions in their order'), ...errorResponses },
})

const attendanceItem = z
  .object({
    pegawaiId: z.number().int(),
    sessionId: z.number().int(),
    state: z.enum(['hadir', 'menunggu', 'izin', 'sakit', 'alpa']),
    way: z.enum(['kode', 'daring', 'manual', 'daftar']),
    at: instant,
  })
  .openapi('Attendance')
const attendanceRoute = createRoute({
  method: 'get',
  path: '/classes/{id}/attendance',
  summary: 'Who was marked in the sessions of a class that you hold; who was not marked is not listed',
  tags: ['classes'],
  request: { params, query },
  responses: { 200: json(listOf(attendanceItem), 'Marks'), ...errorResponses },
})

const resultItem = z
  .object({
    pegawaiId: z.number().int(),
    nip: z.string(),
    name: z.string(),
    scores: z.record(z.string(), z.number().nullable()).openapi({ description: 'By component; null: not scored' }),
    attendedJp: z.number().int(),
    heldJp: z.number().int(),
    finalScore: z.number().nullable(),
    passed: z.boolean().nullable().openapi({ description: 'Null: not certain yet' }),
  })
  .openapi('ClassResult')
const resultsRoute = createRoute({
  method: 'get',
  path: '/classes/{id}/results',
  summary: 'Scores and results of a class that you hold, by the rule of its course',
  tags: ['classes'],
  request: { params, query },
  responses: { 200: json(listOf(resultItem), 'Results by name'), ...errorResponses },
})

/** The running of a class, for programs. */
export function runApi(services: Services) {
  const app = createApi()

  app.openapi(sessionsRoute, async c => {
    const { cls } = await classHere(services, c)
    const { limit, cursor } = c.req.valid('query')
    const offset = idInCursor(cursor)
    const rows = (await sessionsOf(services.db, cls.id)).slice(offset, offset + limit + 1)
    const { data, next } = cut(rows, limit, () => [offset + limit])
    const items = data.map(one => ({
      id: one.id,
      title: one.title,
      startsAt: one.startsAt.toISOString(),
      endsAt: one.endsAt.toISOString(),
      jp: one.jp,
      mode: one.mode,
      room: one.room,
      trainers: one.trainers.map(trainer => trainer.name),
    }))
    return c.json({ data: items, next }, 200)
  })

  app.openapi(attendanceRoute, async c => {
    const cls = await heldClass(services, c)
    const { limit, cursor } = c.req.valid('query')
    const offset = idInCursor(cursor)
    const rows = await asClass(services.db, cls.id, tx => marksPage(tx, cls.id, { offset, limit: limit + 1 }))
    const { data, next } = cut(rows, limit, () => [offset + limit])
    const items = data.map(({ pegawaiId, sessionId, state, way, at }) => ({
      pegawaiId,
      sessionId,
      state,
      way,
      at: at.toISOString(),
    }))
    return c.json({ data: items, next }, 200)
  })

  app.openapi(resultsRoute, async c => {
    const cls = await heldClass(services, c)
    const { limit, cursor } = c.req.valid('query')
    const offset = idInCursor(cursor)
    const { people } = await asClass(services.db, cls.id, tx => resultsOf(tx, cls, services.clock.now()))
    const { data, next } = cut(people.slice(offset, offset + limit + 1), limit, () => [offset + limit])
    const items = data.map(({ person, scores, attended, ending }) => ({
      pegawaiId: person.pegawaiId,
      nip: person.nip,
      name: person.name,
      scores,
      attendedJp: attended.attended,
      heldJp: attended.held,
      finalScore: ending.final,
      passed: ending.passed,
    }))
    return c.json({ data: items, next }, 200)
  })

  return app
}
