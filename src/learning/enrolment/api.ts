import { createRoute, z } from '@hono/zod-openapi'
import { asClass, inScope } from '../../platform/db/index.ts'
import { createApi, cut, errorResponses, idInCursor, json, listOf, listQuery } from '../../platform/http/api.ts'
import { actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { forbidden } from '../../platform/http/refusal.ts'
import { learningForms } from '../../regulation/index.ts'
import { lookedAtFrom } from '../classes/access.ts'
import { classHere, heldClass, taughtProviders } from '../classes/here.ts'
import { classPatterns, classStates } from '../classes/rules/class.ts'
import { classesAfter } from '../classes/store.ts'
import { manageEnrolments } from './access.ts'
import { nominate } from './ask.ts'
import { enrolmentStates } from './rules/enrol.ts'
import { mostNominated } from './rules/nips.ts'
import { peopleByNip } from './store/people.ts'
import { participantsAfter } from './store/read.ts'

const day = z.iso.date().nullable()
const classItem = z
  .object({
    id: z.number().int(),
    course: z.string(),
    code: z.string(),
    jp: z.number().int(),
    name: z.string(),
    provider: z.string(),
    pattern: z.enum(classPatterns),
    form: z.enum(learningForms),
    state: z.enum(classStates),
    startsOn: day.openapi({ description: 'Null: learned alone, at any time' }),
    endsOn: day,
    registrationUntil: day,
    seatsMax: z.number().int().nullable().openapi({ description: 'Null: as many as come' }),
    place: z.string().nullable(),
    seats: z.object({ taken: z.number().int(), waiting: z.number().int(), asked: z.number().int() }),
  })
  .openapi('Class')
const enrolmentItem = z
  .object({
    pegawaiId: z.number().int(),
    nip: z.string(),
    name: z.string(),
    jabatan: z.string().nullable(),
    unit: z.string(),
    instansi: z.string(),
    way: z.enum(['self', 'nominated', 'planned']),
    state: z.enum(enrolmentStates),
    place: z.number().int().nullable().openapi({ description: 'In the waiting list, from 1' }),
    endorsed: z.boolean().openapi({ description: 'The instansi of the person agreed' }),
    askedAt: z.string(),
    reason: z.string().nullable(),
  })
  .openapi('Enrolment')

const tags = ['learning']
const params = z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) })
const classesRoute = createRoute({
  method: 'get',
  path: '/classes',
  summary: 'Classes that are open to you, and those that you hold',
  tags,
  request: {
    query: listQuery.omit({ instansi: true }).extend({ state: z.enum(classStates).optional(), q: z.string().max(80).optional() }),
  },
  responses: { 200: json(listOf(classItem), 'A page of classes, by id'), 400: errorResponses[400], 401: errorResponses[401] },
})
const enrolmentsRoute = createRoute({
  method: 'get',
  path: '/classes/{id}/enrolments',
  summary: 'The people of a class that you hold',
  tags,
  request: { params, query: listQuery.omit({ instansi: true }) },
  responses: { 200: json(listOf(enrolmentItem), 'A page of people, by id'), ...errorResponses },
})
const nominateRoute = createRoute({
  method: 'post',
  path: '/classes/{id}/enrolments',
  summary: 'Nominates people whom you lead or manage',
  tags,
  request: {
    params,
    body: {
      content: {
        'application/json': {
          schema: z.object({
            nips: z
              .array(z.string().regex(/^\d{18}$/))
              .min(1)
              .max(mostNominated),
            clashWhy: z
              .string()
              .min(5)
              .max(500)
              .optional()
              .openapi({ description: 'Why also those may come who sit in another class then' }),
          }),
        },
      },
    },
  },
  responses: {
    200: json(
      z.object({
        enrolled: z.array(z.string()),
        waiting: z.array(z.string()),
        requested: z.array(z.string()),
        refused: z.array(z.object({ nip: z.string(), why: z.string() })),
      }),
      'What became of each: good ones are kept where others are refused',
    ),
    ...errorResponses,
  },
})

export function enrolmentApi(services: Services) {
  const app = createApi()

  app.openapi(classesRoute, async c => {
    const { limit, cursor, state, q } = c.req.valid('query')
    const actor = actorOf(c)
    const providers = await taughtProviders(c as Ctx, services.db)
    const filter = {
      from: lookedAtFrom(actor),
      providerIds: providers.map(provider => provider.id),
      account: actor.accountId,
      pegawaiId: actor.pegawaiId,
      state: state ?? null,
      pattern: null,
      courseId: null,
      month: null,
      held: false,
      q: q?.trim() ?? '',
    }
    const rows = await classesAfter(services.db, filter, idInCursor(cursor), limit + 1)
    return c.json(
      cut(rows, limit, row => [row.id]),
      200,
    )
  })

  app.openapi(enrolmentsRoute, async c => {
    const { limit, cursor } = c.req.valid('query')
    const one = await heldClass(c as Ctx, services.db)
    const rows = await asClass(services.db, one.id, tx => participantsAfter(tx, one.id, idInCursor(cursor), limit + 1))
    const items = rows.map(
      ({ id: pegawaiId, nip, name, jabatan, unit, instansi, way, state, place, endorsed, askedAt, reason }) => ({
        ...{ pegawaiId, nip, name, jabatan, unit, instansi, way, state, place, endorsed, reason },
        askedAt: new Date(askedAt).toISOString(),
      }),
    )
    return c.json(
      cut(items, limit, row => [row.pegawaiId]),
      200,
    )
  })

  app.openapi(nominateRoute, async c => {
    const one = await classHere(c as Ctx, services.db)
    const actor = actorOf(c)
    const scope = manageEnrolments(actor)
    if (scope.kind === 'none') throw forbidden()
    const { clashWhy = null, ...body } = c.req.valid('json')
    const nips = [...new Set(body.nips)]
    const found = await inScope(services.db, scope, tx => peopleByNip(tx, nips))
    const nipOf = new Map(found.map(row => [row.pegawaiId, row.nip]))
    const ids = [...nipOf.keys()]
    const { asked, judged } = await nominate(services, actor, scope, one.id, ids, clashWhy)
    const given = (list: readonly number[]) => list.flatMap(id => nipOf.get(id) ?? [])
    const known = new Set(judged.map(person => person.pegawaiId))
    const refused = [
      ...judged.flatMap(({ pegawaiId, flaw }) => (flaw === null ? [] : [{ nip: nipOf.get(pegawaiId)!, why: flaw as string }])),
      ...given(ids.filter(id => !known.has(id))).map(nip => ({ nip, why: 'not_in_service' })),
      ...nips.filter(nip => !found.some(row => row.nip === nip)).map(nip => ({ nip, why: 'not_found' })),
    ]
    return c.json(
      { enrolled: given(asked.enrolled), waiting: given(asked.waiting), requested: given(asked.requested), refused },
      200,
    )
  })

  return app
}
