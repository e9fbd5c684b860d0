import { createRoute, z } from '@hono/zod-openapi'
import { personById } from '../../people/index.ts'
import { inScope } from '../../platform/db/index.ts'
import { createApi, errorResponses, json } from '../../platform/http/api.ts'
import { actorOf, type Services } from '../../platform/http/context.ts'
import { forbidden, notFound, Refusal } from '../../platform/http/refusal.ts'
import { potentialScale } from '../../regulation/index.ts'
import { readResults, recordFlaw } from '../access.ts'
import type { Method } from '../labels.ts'
import { weighingOn } from '../policies.ts'
import { weigh } from '../report/rules/weigh.ts'
import { competencyShare } from '../report/store/competency-share.ts'
import { recordPotential } from './actions.ts'
import { potentialFlawMessage } from './form.ts'
import { potentialMessages } from './messages.ts'
import { type Aspect, aspects } from './rules/potential.ts'
import { type PotentialFlaw, potentialMethods } from './rules/record.ts'
import { potentialResults } from './store.ts'

const share = z.object({
  held: z.number().int(),
  of: z.number().int(),
  percent: z.number().openapi({ description: 'Not rounded' }),
})
const potential = z
  .object({
    aspects: z.array(
      z.object({
        id: z.number().int(),
        aspect: z.enum(aspects),
        score: z.number().int(),
        method: z.string(),
        assessedOn: z.string().openapi({ format: 'date' }),
        validUntil: z.string().openapi({ format: 'date' }),
        assessor: z.string().nullable(),
        counts: z.boolean().openapi({ description: 'Whether it is the one that speaks for its aspect today' }),
        replaced: z.string().nullable().openapi({ description: 'Why another took its place' }),
      }),
    ),
    potential: share.nullable().openapi({ description: 'Over the aspects that were assessed; null: none was' }),
    competency: share.nullable().openapi({ description: 'Job person match by the local cap; null: nothing was assessed' }),
    ikk: z
      .object({ value: z.number(), band: z.string() })
      .nullable()
      .openapi({ description: 'Gap index; null: one of its parts is not known' }),
    weights: z.object({ potensi: z.number().int(), kompetensi: z.number().int() }),
  })
  .openapi('Potential')

const params = z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) })

const readRoute = createRoute({
  method: 'get',
  path: '/pegawai/{id}/potential',
  summary: 'Aspects of potential of one civil servant, every result that was kept, and the gap index (IKK)',
  tags: ['assessment'],
  request: { params },
  responses: { 200: json(potential, 'Potential and gap index'), ...errorResponses },
})

const recordRoute = createRoute({
  method: 'post',
  path: '/pegawai/{id}/potential',
  summary: 'Record aspects of potential by one method on one day; a score that says something else takes the place of the former',
  tags: ['assessment'],
  request: {
    params,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({
            method: z.enum(potentialMethods as [Method, ...Method[]]),
            assessedOn: z.iso.date(),
            validUntil: z.iso.date().optional().openapi({ description: 'Absent: by the local rule of validity' }),
            assessor: z.string().max(200).optional(),
            scores: z.partialRecord(z.enum(aspects), z.number().int()).openapi({ example: { intelektual: 3, interpersonal: 2 } }),
          }),
        },
      },
    },
  },
  responses: {
    201: json(z.object({ written: z.number().int().openapi({ description: '0: all of it stood there already' }) }), 'Recorded'),
    ...errorResponses,
    422: { description: 'Nothing was recorded; `detail` says why', content: errorResponses[400].content },
  },
})

const percentOf = (one: { held: number; of: number } | null) => one && { ...one, percent: (one.held * 100) / one.of }

export function potentialApi(services: Services) {
  const app = createApi()

  app.openapi(readRoute, async c => {
    const { id } = c.req.valid('param')
    const read = await inScope(services.db, readResults(actorOf(c)), async tx => {
      const person = await personById(tx, id)
      if (!person) return null
      const today = services.clock.today(person.instansi.timeZone)
      const { cap, weights } = await weighingOn(tx, person.instansi.id, today)
      const results = await potentialResults(tx, id)
      return { results, standing: weigh(results, await competencyShare(tx, id, cap.value.cap, today), weights.value, today) }
    })
    if (!read) throw notFound()
    const { results, standing } = read
    return c.json(
      {
        aspects: results.map(({ replaced, replacedWhy, ...row }) => ({
          ...row,
          counts: standing.spoken.some(one => one.id === row.id),
          replaced: replaced ? (replacedWhy ?? '') : null,
        })),
        potential: percentOf(standing.potential),
        competency: percentOf(standing.competency),
        ikk: standing.ikk,
        weights: standing.weights,
      },
      200,
    )
  })

  app.openapi(recordRoute, async c => {
    const actor = actorOf(c)
    const { id } = c.req.valid('param')
    const { scores, ...given } = c.req.valid('json')
    const person = await inScope(services.db, readResults(actor), tx => personById(tx, id))
    if (!person) throw notFound()
    const flaw = recordFlaw(actor, { pegawaiId: id, instansiId: person.instansi.id })
    if (flaw === 'self') throw new Refusal(403, { id: potentialMessages.id.self, en: potentialMessages.en.self })
    if (flaw) throw forbidden()
    const { timeZone } = person.instansi
    const recorded = await recordPotential(
      services,
      actor,
      { pegawaiId: id, instansiId: person.instansi.id, timeZone },
      {
        method: given.method,
        assessedOn: given.assessedOn,
        validUntil: given.validUntil ?? null,
        assessor: given.assessor ?? null,
        scores: Object.entries(scores).map(([aspect, score]) => ({ aspect: aspect as Aspect, score })),
      },
    )
    if (!recorded.ok) throw refusalOf(recorded.flaws, services.clock.today(timeZone))
    return c.json({ written: recorded.written }, 201)
  })

  return app
}

/** All flaws in one refusal, in both languages. */
function refusalOf(flaws: readonly PotentialFlaw[], today: string): Refusal {
  const scale = potentialScale.at(today).value
  const words = (language: 'id' | 'en') =>
    [...new Set(flaws.map(flaw => potentialFlawMessage(flaw, language, scale).message))].join(' ')
  return new Refusal(422, { id: words('id'), en: words('en') })
}
