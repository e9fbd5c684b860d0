import { createRoute, z } from '@hono/zod-openapi'
import { personById } from '../people/index.ts'
import { inScope } from '../platform/db/index.ts'
import { createApi, errorResponses, json } from '../platform/http/api.ts'
import { actorOf, type Services } from '../platform/http/context.ts'
import { forbidden, notFound, Refusal } from '../platform/http/refusal.ts'
import { highestLevel, lowestLevel } from '../regulation/index.ts'
import { listCompetencies } from '../standards/index.ts'
import { readResults, recordFlaw } from './access.ts'
import type { Method } from './labels.ts'
import { recordResults } from './record.ts'
import { flawMessage } from './record-form.ts'
import { recordMessages } from './record-messages.ts'
import { type RecordFlaw, recordedMethods } from './rules/record.ts'

const day = z.iso.date()
const body = z.object({
  method: z.enum(recordedMethods as [Method, ...Method[]]),
  assessedOn: day,
  validUntil: day.optional().openapi({ description: 'Absent: by the local rule of validity' }),
  assessor: z.string().max(200).optional(),
  note: z.string().max(1000).optional(),
  levels: z
    .array(
      z.object({
        competency: z.string().max(40).openapi({ example: 'M.1' }),
        level: z.number().int().min(lowestLevel).max(highestLevel),
      }),
    )
    .min(1)
    .max(200),
})

const recordRoute = createRoute({
  method: 'post',
  path: '/pegawai/{id}/results',
  summary:
    'Record results of one civil servant by one method on one day; a result that says something else takes the place of the former',
  tags: ['assessment'],
  request: {
    params: z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) }),
    body: { required: true, content: { 'application/json': { schema: body } } },
  },
  responses: {
    201: json(z.object({ written: z.number().int().openapi({ description: '0: all of it stood there already' }) }), 'Recorded'),
    ...errorResponses,
    422: { description: 'Nothing was recorded; `detail` says why', content: errorResponses[400].content },
  },
})

/** All flaws in one refusal, in both languages. */
function refusalOf(flaws: readonly RecordFlaw[]): Refusal {
  const words = (language: 'id' | 'en') => [...new Set(flaws.map(flaw => flawMessage(flaw, language).message))].join(' ')
  return new Refusal(422, { id: words('id'), en: words('en') })
}

export function recordApi(services: Services) {
  const app = createApi()

  app.openapi(recordRoute, async c => {
    const actor = actorOf(c)
    const { id } = c.req.valid('param')
    const { levels, ...given } = c.req.valid('json')
    const person = await inScope(services.db, readResults(actor), tx => personById(tx, id))
    if (!person) throw notFound()
    const flaw = recordFlaw(actor, { pegawaiId: id, instansiId: person.instansi.id })
    if (flaw === 'self') throw new Refusal(403, { id: recordMessages.id.self, en: recordMessages.en.self })
    if (flaw) throw forbidden()
    const ids = new Map((await listCompetencies(services.db)).map(one => [one.code, one.id]))
    const recorded = await recordResults(
      services,
      actor,
      { pegawaiId: id, instansiId: person.instansi.id, timeZone: person.instansi.timeZone },
      {
        method: given.method,
        assessedOn: given.assessedOn,
        validUntil: given.validUntil ?? null,
        assessor: given.assessor ?? null,
        note: given.note ?? null,
        levels: levels.map(one => ({ competencyId: ids.get(one.competency) ?? 0, level: one.level })),
      },
    )
    if (!recorded.ok) throw refusalOf(recorded.flaws)
    return c.json({ written: recorded.written }, 201)
  })

  return app
}
