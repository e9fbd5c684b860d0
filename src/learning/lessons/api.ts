import { createRoute, z } from '@hono/zod-openapi'
import { createApi, errorResponses, json } from '../../platform/http/api.ts'
import type { Services } from '../../platform/http/context.ts'
import { versionHere } from './here.ts'
import { lessonsOf } from './store/lesson.ts'

const id = z.coerce.number().int().min(1).max(2_147_483_647)
const item = z
  .object({
    id: z.number().int(),
    number: z.number().int(),
    kind: z.enum(['text', 'video', 'pdf', 'link', 'file', 'assignment', 'quiz']),
    title: z.string(),
    minutes: z.number().int(),
    required: z.boolean(),
    fileBytes: z.number().int().nullable(),
    durationSeconds: z.number().int().nullable(),
  })
  .openapi('Lesson')
const route = createRoute({
  method: 'get',
  path: '/courses/{courseId}/versions/{number}/lessons',
  summary: 'The lessons of a version of a course you make',
  tags: ['learning'],
  request: { params: z.object({ courseId: id, number: id }) },
  responses: { 200: json(z.object({ data: z.array(item) }), 'Lessons in their order'), ...errorResponses },
})

export function lessonsApi(services: Services) {
  const app = createApi()
  app.openapi(route, async c => {
    const { version } = await versionHere(services, c)
    const lessons = await lessonsOf(services.db, version.id)
    const data = lessons.map((lesson, n) => ({
      id: lesson.id,
      number: n + 1,
      kind: lesson.kind,
      title: lesson.title,
      minutes: lesson.minutes,
      required: lesson.required,
      fileBytes: lesson.file?.bytes ?? null,
      durationSeconds: lesson.durationSeconds,
    }))
    return c.json({ data }, 200)
  })
  return app
}
