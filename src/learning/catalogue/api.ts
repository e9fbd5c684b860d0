import { createRoute, z } from '@hono/zod-openapi'
import { createApi, cut, errorResponses, idInCursor, json, listOf, listQuery } from '../../platform/http/api.ts'
import { actorOf, type Services } from '../../platform/http/context.ts'
import { notFound } from '../../platform/http/refusal.ts'
import { learningForms } from '../../regulation/index.ts'
import { conformities } from '../courses/rules/version.ts'
import { activeVersion } from '../courses/store/version.ts'
import { scoreSources } from '../rules/pass.ts'
import { viewerOf } from './access.ts'
import { patterns } from './rules/filter.ts'
import { coursesAfter, programmesAfter } from './store/api.ts'
import { openClasses } from './store/one.ts'

const provider = z.object({ id: z.number().int(), name: z.string() })
const courseItem = z
  .object({
    id: z.number().int(),
    code: z.string().openapi({ example: 'APKD' }),
    provider,
    version: z.number().int().openapi({ description: 'The number of the version in force' }),
    title: z.string(),
    summary: z.string(),
    audience: z.string().nullable(),
    form: z.enum(learningForms).openapi({ description: 'One of the 25 forms of PerLAN 10/2018' }),
    international: z.boolean(),
    jp: z.number().int().openapi({ description: 'Hours (JP) of its curriculum' }),
    cost: z.number().nullable().openapi({ description: 'Whole rupiah a participant; 0: free; null: not known' }),
    conformity: z.enum(conformities).openapi({ description: 'With the curriculum of the instansi pembina' }),
    competencies: z
      .array(z.object({ code: z.string(), name: z.string(), level: z.number().int().min(1).max(5) }))
      .openapi({ description: 'What who passes reaches' }),
  })
  .openapi('Course')

const oneCourse = courseItem
  .extend({
    subjects: z.array(z.object({ title: z.string(), jp: z.number().int() })),
    entryRules: z.record(z.string(), z.unknown()).openapi({ description: 'Empty: everybody may join' }),
    pass: z.object({
      mark: z.number().nullable(),
      components: z.array(
        z.object({
          key: z.string(),
          name: z.string(),
          weight: z.number(),
          from: z.enum(scoreSources).optional().openapi({ description: 'The lessons that score it; absent: it is typed' }),
        }),
      ),
      attendance: z.number().nullable().openapi({ description: 'Percent of the hours' }),
      lessons: z.enum(['all', 'required']),
    }),
    classes: z.array(
      z.object({
        id: z.number().int(),
        name: z.string(),
        pattern: z.enum(patterns),
        startsOn: z.string().nullable().openapi({ description: 'Null: alone, at any time' }),
        endsOn: z.string().nullable(),
        registrationUntil: z.string().nullable(),
        seats: z.number().int().nullable(),
        left: z.number().int().nullable(),
      }),
    ),
  })
  .openapi('CourseInFull')

const programmeItem = z
  .object({
    id: z.number().int(),
    code: z.string(),
    provider,
    title: z.string(),
    summary: z.string(),
    sets: z.array(
      z.object({
        title: z.string(),
        needed: z.number().int().nullable().openapi({ description: 'How many of its courses are enough; null: all' }),
        courses: z.array(z.number().int()),
      }),
    ),
  })
  .openapi('Programme')

const tags = ['learning']
const page = listQuery.omit({ instansi: true })
const coursesRoute = createRoute({
  method: 'get',
  path: '/courses',
  summary: 'Courses in force that are open to you',
  tags,
  request: {
    query: page.extend({
      q: z.string().max(80).optional().openapi({ description: 'Words of the title or the summary' }),
      competency: z.string().max(40).optional().openapi({ example: 'M.1', description: 'Code of a competency that it reaches' }),
    }),
  },
  responses: { 200: json(listOf(courseItem), 'A page of courses, by id'), 400: errorResponses[400], 401: errorResponses[401] },
})
const courseRoute = createRoute({
  method: 'get',
  path: '/courses/{id}',
  summary: 'A course with its curriculum, its rules and the classes that you may ask to join',
  tags,
  request: { params: z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) }) },
  responses: { 200: json(oneCourse, 'The course'), 400: errorResponses[400], 401: errorResponses[401], 404: errorResponses[404] },
})
const programmesRoute = createRoute({
  method: 'get',
  path: '/programmes',
  summary: 'Programmes in force, with those of their courses that are open to you',
  tags,
  request: { query: page },
  responses: {
    200: json(listOf(programmeItem), 'A page of programmes, by id'),
    400: errorResponses[400],
    401: errorResponses[401],
  },
})

export function catalogueApi(services: Services) {
  const app = createApi()

  app.openapi(coursesRoute, async c => {
    const { q, competency, limit, cursor } = c.req.valid('query')
    const asked = { q: q ?? '', competency: competency ?? null, id: null, afterId: idInCursor(cursor), limit: limit + 1 }
    const rows = await coursesAfter(services.db, viewerOf(actorOf(c)), asked)
    return c.json(
      cut(rows, limit, row => [row.id]),
      200,
    )
  })

  app.openapi(courseRoute, async c => {
    const { id } = c.req.valid('param')
    const viewer = viewerOf(actorOf(c))
    const [course] = await coursesAfter(services.db, viewer, { q: '', competency: null, id, afterId: 0, limit: 1 })
    const version = course && (await activeVersion(services.db, id))
    if (!course || !version) throw notFound()
    const classes = await openClasses(services.db, viewer, id, services.clock.today())
    return c.json(
      {
        ...course,
        subjects: [...version.subjects],
        entryRules: version.entryRules as Record<string, unknown>,
        pass: { ...version.pass, components: [...version.pass.components] },
        classes: classes.map(({ id, name, pattern, startsOn, endsOn, registrationUntil, seats, left }) => ({
          ...{ id, name, pattern, startsOn, endsOn, registrationUntil, seats, left },
        })),
      },
      200,
    )
  })

  app.openapi(programmesRoute, async c => {
    const { limit, cursor } = c.req.valid('query')
    const rows = await programmesAfter(services.db, viewerOf(actorOf(c)), idInCursor(cursor), limit + 1)
    return c.json(
      cut(rows, limit, row => [row.id]),
      200,
    )
  })

  return app
}
