import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { AppEnv, Ctx } from './context.ts'
import { Refusal } from './refusal.ts'

/** RFC 9457. */
export const problem = (c: Ctx, status: number, title: string, detail?: string, extra: object = {}) =>
  c.newResponse(
    JSON.stringify({ type: 'about:blank', status, title, detail, requestId: c.get('requestId'), ...extra }),
    status as 400,
    {
      'Content-Type': 'application/problem+json; charset=utf-8',
    },
  )

const titles: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  410: 'Gone',
  413: 'Content Too Large',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
}
export const problemOf = (c: Ctx, refusal: Refusal) =>
  problem(c, refusal.status, titles[refusal.status] ?? 'Error', refusal.detail[c.get('language') ?? 'id'])

/** The API of one capability. What cannot be read is answered 400, naming each parameter. */
export const createApi = () =>
  new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => {
      if (result.success) return
      const errors = result.error.issues.map(issue => ({ parameter: issue.path.join('.'), message: issue.message }))
      return problem(c, 400, 'Bad Request', errors.map(error => `${error.parameter}: ${error.message}`).join('; '), { errors })
    },
  })

export const problemSchema = z
  .object({
    type: z.string(),
    status: z.number(),
    title: z.string(),
    detail: z.string().optional(),
    requestId: z.string().optional(),
  })
  .openapi('Problem')

/** Every list takes these. `instansi` is a region code: "19" the province's own, "19.71" a kota. */
export const listQuery = z.object({
  instansi: z.string().max(20).optional().openapi({ example: '19', description: 'Region code; absent: all in your scope' }),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z.string().max(200).optional().openapi({ description: '`next` of the answer before' }),
})

export const listOf = <T extends z.ZodType>(item: T) => z.object({ data: z.array(item), next: z.string().nullable() })

export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

export const errorResponses = {
  400: { description: 'The request cannot be read', content: { 'application/problem+json': { schema: problemSchema } } },
  401: { description: 'Not signed in', content: { 'application/problem+json': { schema: problemSchema } } },
  403: { description: 'Not your role', content: { 'application/problem+json': { schema: problemSchema } } },
  404: { description: 'Not there, or outside your scope', content: { 'application/problem+json': { schema: problemSchema } } },
}

/** A cursor is the sort key of the last row, opaque to the client. */
export const writeCursor = (key: readonly (string | number | null)[]) => Buffer.from(JSON.stringify(key)).toString('base64url')

/** Null where there is none or it was not made by us. */
export function readCursor(cursor: string | undefined): (string | number | null)[] | null {
  if (!cursor) return null
  try {
    const key = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(key) && key.every(part => part === null || typeof part === 'string' || typeof part === 'number')
      ? key
      : null
  } catch {
    return null
  }
}

/** Where to go on: the id in a cursor of a list ordered by id; 0 to begin. A cursor that we did not write is refused. */
export function idInCursor(cursor: string | undefined): number {
  if (!cursor) return 0
  const id = readCursor(cursor)?.[0]
  if (typeof id === 'number' && Number.isInteger(id) && id >= 0 && id < 2 ** 31) return id
  throw unknownCursor()
}

export const unknownCursor = () =>
  new Refusal(400, {
    id: 'Penanda halaman (`cursor`) ini tidak dikenal. Mulai lagi dari halaman pertama, tanpa `cursor`.',
    en: 'This `cursor` is not known. Begin again at the first page, without `cursor`.',
  })

/** Cuts a list that was read one row too long into the page and its next cursor. */
export function cut<Row>(rows: Row[], limit: number, key: (row: Row) => readonly (string | number | null)[]) {
  const data = rows.slice(0, limit)
  const last = data.at(-1)
  return { data, next: rows.length > limit && last ? writeCursor(key(last)) : null }
}
