import { z } from '@hono/zod-openapi'
import { errorResponses, json, problemSchema } from '../platform/http/api.ts'

// What the routes that keep a register by program say alike.
export const tags = ['providers']
export const params = z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) })
export const body = <T extends z.ZodType>(schema: T) => ({ content: { 'application/json': { schema } }, required: true })
const refused = (description: string) => ({ description, content: { 'application/problem+json': { schema: problemSchema } } })
const refusals = {
  ...errorResponses,
  409: refused('Another one bears the name, or it is over already'),
  422: refused('Something in it cannot be: which field, and why'),
}
export const made = <T extends z.ZodType>(item: T) => ({ 201: json(item, 'As it was recorded'), ...refusals })
export const changed = <T extends z.ZodType>(item: T) => ({ 200: json(item, 'As it stands now'), ...refusals })
