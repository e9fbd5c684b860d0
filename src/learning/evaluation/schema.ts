import { z } from '@hono/zod-openapi'
import { listOf, listQuery } from '../../platform/http/api.ts'

/** What a report on classes is asked for over the API, beside by what it is. */
export const reportQuery = listQuery.omit({ instansi: true }).extend({
  year: z
    .string()
    .regex(/^(20\d\d|all)$/)
    .optional()
    .openapi({
      description:
        'Of the classes that ended in it (a class without days: in which somebody finished it last), or `all`; without it the latest in which one ended',
      example: '2026',
    }),
})

export const reportOf = <Line extends z.ZodType>(line: Line) =>
  listOf(line).extend({ year: z.number().int().nullable().openapi({ description: 'Which it is of; null: of all' }) })
