import { createRoute, z } from '@hono/zod-openapi'
import { inScope } from '../../platform/db/index.ts'
import { createApi, cut, errorResponses, idInCursor, json, listOf, listQuery } from '../../platform/http/api.ts'
import { actorOf, type Services } from '../../platform/http/context.ts'
import { notFound } from '../../platform/http/refusal.ts'
import { formatInstant } from '../../platform/i18n/index.ts'
import { learnerOf } from './access.ts'
import { savePlace, self } from './actions.ts'
import { classHere, mineHere, stepHere } from './here.ts'
import { messages } from './messages.ts'
import { saveAnswer } from './quiz-actions.ts'
import { progressOf } from './rules/progress.ts'
import { classesOf } from './store/enrolment.ts'

const id = z.coerce.number().int().min(1).max(2_147_483_647)
const tags = ['learning']
const classItem = z
  .object({
    classId: z.number().int(),
    course: z.string(),
    class: z.string(),
    provider: z.string(),
    jp: z.number().int(),
    state: z.enum(['enrolled', 'completed', 'failed']),
    requiredDone: z.number().int(),
    required: z.number().int(),
    finalScore: z.number().nullable().openapi({ description: 'Out of 100; null: none was given' }),
  })
  .openapi('MyClass')
const lessonItem = z
  .object({
    id: z.number().int(),
    kind: z.enum(['text', 'video', 'pdf', 'link', 'file', 'assignment', 'quiz']),
    title: z.string(),
    minutes: z.number().int(),
    required: z.boolean(),
    doneAt: z.string().nullable().openapi({ format: 'date-time' }),
    how: z.string().nullable(),
    place: z.number().nullable().openapi({ description: 'Of a video: the second at which one stopped' }),
  })
  .openapi('MyLesson')

const listRoute = createRoute({
  method: 'get',
  path: '/my-learning',
  summary: 'What you are enrolled in, with how far you have come',
  tags,
  request: { query: listQuery.omit({ instansi: true }) },
  responses: { 200: json(listOf(classItem), 'Classes'), ...errorResponses },
})
const outlineRoute = createRoute({
  method: 'get',
  path: '/my-learning/{classId}',
  summary: 'The lessons of a class you are enrolled in',
  tags,
  request: { params: z.object({ classId: id }) },
  responses: {
    200: json(z.object({ class: classItem, lessons: z.array(lessonItem) }), 'Lessons in their order'),
    ...errorResponses,
  },
})
const placeBody = z.object({
  place: z.number().min(0).max(86_400),
  watched: z.array(z.tuple([z.number().min(0).max(86_400), z.number().min(0).max(86_400)])).max(200),
})
const placeRoute = createRoute({
  method: 'put',
  path: '/my-learning/{classId}/lessons/{lessonId}/position',
  summary: 'Where you are in a video, and which stretches of it you have seen; the same sent twice changes nothing',
  tags,
  request: {
    params: z.object({ classId: id, lessonId: id }),
    body: { content: { 'application/json': { schema: placeBody } }, required: true },
  },
  responses: {
    200: json(
      z.object({
        stored: z.boolean().openapi({ description: 'False: the class or the enrolment has ended' }),
        place: z.number().nullable(),
        done: z.boolean(),
        completed: z.boolean().openapi({ description: 'This ended the class: it was passed' }),
      }),
      'What is stored',
    ),
    ...errorResponses,
  },
})
const answerRoute = createRoute({
  method: 'put',
  path: '/my-learning/{classId}/lessons/{lessonId}/attempts/{attempt}/answers/{question}',
  summary: 'One answer of an open attempt; answered only once it is stored, and sent twice it changes nothing',
  tags,
  request: {
    params: z.object({ classId: id, lessonId: id, attempt: id, question: id }),
    body: {
      content: {
        'application/json': {
          schema: z.object({
            version: z.number().int().min(0),
            answer: z.union([
              z.string().max(200),
              z.array(z.string().max(10)).max(30),
              z.record(z.string().max(10), z.string().max(10)),
            ]),
          }),
        },
      },
      required: true,
    },
  },
  responses: {
    200: json(
      z.object({
        stored: z.boolean(),
        version: z.number().int().nullable(),
        savedAt: z.string().nullable().openapi({ description: 'Hours and minutes, to be shown' }),
        problem: z.enum(['late', 'ended', 'closed', 'unfit']).nullable(),
        message: z.string().nullable().openapi({ description: 'A sentence for the person' }),
      }),
      'What became of it',
    ),
    ...errorResponses,
  },
})

type Row = Awaited<ReturnType<typeof classesOf>>[number]
const classOf = (row: Omit<Row, 'lessons' | 'next' | 'found'>) => ({
  classId: row.classId,
  course: row.title,
  class: row.className,
  provider: row.provider,
  jp: row.jp,
  state: row.state,
  requiredDone: row.done,
  required: row.of,
  finalScore: row.finalScore,
})

/** One's own learning as data; what the small script of the lesson pages speaks to. */
export function playerApi(services: Services) {
  const app = createApi()

  app.openapi(listRoute, async c => {
    const pegawaiId = learnerOf(actorOf(c))
    if (pegawaiId === null) throw notFound()
    const { limit, cursor } = c.req.valid('query')
    const offset = idInCursor(cursor)
    const rows = await inScope(services.db, self(pegawaiId), tx => classesOf(tx, pegawaiId, null, { offset, limit: limit + 1 }))
    const { data, next } = cut(rows, limit, () => [offset + limit])
    return c.json({ data: data.map(classOf), next }, 200)
  })

  app.openapi(outlineRoute, async c => {
    const { mine, steps } = await mineHere(services, c)
    const { done, of } = progressOf(steps.map(step => ({ ...step, done: step.doneAt !== null })))
    const lessons = steps.map(step => ({
      id: step.id,
      kind: step.kind,
      title: step.title,
      minutes: step.minutes,
      required: step.required,
      doneAt: step.doneAt?.toISOString() ?? null,
      how: step.how,
      place: step.place,
    }))
    return c.json({ class: classOf({ ...mine, done, of }), lessons }, 200)
  })

  app.openapi(placeRoute, async c => {
    const { mine, step } = await stepHere(services, c)
    if (step.kind !== 'video') throw notFound()
    const { place, watched } = c.req.valid('json')
    const saved = await savePlace(services, actorOf(c), mine, step, { place, watched })
    if (!saved.ok) return c.json({ stored: false, place: null, done: false, completed: false }, 200)
    return c.json({ stored: true, place: saved.place, done: saved.done, completed: saved.completed }, 200)
  })

  app.openapi(answerRoute, async c => {
    const mine = await classHere(services, c)
    const m = messages[c.get('language') ?? 'id']
    const { lessonId, attempt, question } = c.req.valid('param')
    const { version, answer } = c.req.valid('json')
    const key = { pegawaiId: mine.pegawaiId, classId: mine.classId, lessonId, number: attempt }
    const saved = await saveAnswer(services, actorOf(c), mine, key, { question, version, answer })
    const time = (at: Date) =>
      formatInstant(at, c.get('language') ?? 'id')
        .split(' ')
        .at(-2)!
    if (saved.ok) {
      const message = saved.replaced ? m.replaced : null
      return c.json({ stored: true, version: saved.version, savedAt: time(saved.savedAt), problem: null, message }, 200)
    }
    const message =
      saved.why === 'late'
        ? m.late(saved.dueAt ? time(saved.dueAt) : '', String(saved.kept), String(saved.of))
        : saved.why === 'ended'
          ? m.attemptEnded(String(saved.kept), String(saved.of))
          : saved.why === 'unfit'
            ? m.unfit
            : m.closedFlash
    return c.json({ stored: false, version: null, savedAt: null, problem: saved.why, message }, 200)
  })

  return app
}
