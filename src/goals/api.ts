import { createRoute, z } from '@hono/zod-openapi'
import { listInstansi } from '../people/index.ts'
import {
  createApi,
  cut,
  errorResponses,
  idInCursor,
  json,
  listOf,
  listQuery,
  readCursor,
  unknownCursor,
} from '../platform/http/api.ts'
import { actorOf, type Services } from '../platform/http/context.ts'
import { notFound, Refusal } from '../platform/http/refusal.ts'
import { OutsideSeries } from '../regulation/index.ts'
import { guidesOf, mayRead, readPlans } from './access.ts'
import { messages } from './messages.ts'
import { goalKinds } from './rules/goal.ts'
import { planKinds, planStates } from './rules/plan.ts'
import { type Goal, goalsAfter } from './store/goal.ts'
import { nomenclatureAfter } from './store/nomenclature.ts'
import { planById, plansAfter } from './store/plan.ts'
import { type Version, versionAt, versionByKey } from './versions.ts'

const idAndName = z.object({ id: z.number().int(), name: z.string() })
const measure = z.union([z.number(), z.string()])

const planItem = z
  .object({
    id: z.number().int(),
    instansi: z.string().nullable().openapi({ description: 'Region code; null: a plan of the nation' }),
    unit: idAndName.nullable().openapi({ description: 'The office whose Renstra it is' }),
    kind: z.enum(planKinds as [string, ...string[]]),
    name: z.string(),
    yearFrom: z.number().int(),
    yearUntil: z.number().int(),
    legalBasis: z.string().nullable(),
    verified: z.boolean().openapi({ description: 'False: not compared with the official text' }),
    state: z.enum(planStates as [string, ...string[]]),
  })
  .openapi('Plan')

const goalItem = z
  .object({
    id: z.number().int(),
    parentId: z.number().int().nullable(),
    kind: z.enum(goalKinds as [string, ...string[]]),
    code: z.string(),
    name: z.string(),
    unit: idAndName.nullable().openapi({ description: 'The office that answers for it' }),
    unitOfMeasure: z.string().nullable(),
    baseline: measure.nullable(),
    baselineYear: z.number().int().nullable(),
    higherIsBetter: z.boolean().nullable(),
    targets: z.record(z.string(), measure).openapi({ description: 'By year' }),
    serves: z
      .object({ goalId: z.number().int(), code: z.string(), planId: z.number().int() })
      .nullable()
      .openapi({ description: 'The goal of a plan above; null: what its parent serves' }),
  })
  .openapi('Goal')

const codeItem = z
  .object({
    code: z.string(),
    parentCode: z.string().nullable(),
    level: z.enum(['urusan', 'bidang', 'program', 'kegiatan', 'sub_kegiatan']),
    government: z.enum(['provinsi', 'kabupaten_kota']).nullable(),
    name: z.string(),
    verified: z.boolean(),
  })
  .openapi('NomenclatureCode')

const tags = ['goals']
const plansRoute = createRoute({
  method: 'get',
  path: '/plans',
  summary: 'Development plans in your scope, of who guides it, and of the nation',
  tags,
  request: { query: listQuery },
  responses: { 200: json(listOf(planItem), 'A page of plans, by id'), 400: errorResponses[400], 401: errorResponses[401] },
})
const goalsRoute = createRoute({
  method: 'get',
  path: '/plans/{id}/goals',
  summary: 'What a plan holds: aims, goals, programmes, indicators',
  tags,
  request: {
    params: z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) }),
    query: listQuery.omit({ instansi: true }),
  },
  responses: { 200: json(listOf(goalItem), 'A page of goals, by id'), ...errorResponses },
})
const nomenclatureRoute = createRoute({
  method: 'get',
  path: '/nomenclature',
  summary: 'Codes of programmes, kegiatan and sub kegiatan, in one version',
  tags,
  request: {
    query: listQuery.omit({ instansi: true }).extend({
      version: z
        .string()
        .max(40)
        .optional()
        .openapi({ example: '900.1-861/2026', description: 'Number of the act; absent: in force on `date`' }),
      date: z.iso.date().optional().openapi({ description: 'Absent: today' }),
      q: z.string().max(80).optional().openapi({ description: 'Words of the name, or the beginning of a code' }),
    }),
  },
  responses: {
    200: json(z.object({ version: z.string(), data: z.array(codeItem), next: z.string().nullable() }), 'A page of codes'),
    ...errorResponses,
  },
})

const goalOf = ({ planId: _, serves, ...goal }: Goal) => ({
  ...goal,
  serves: serves && { goalId: serves.id, code: serves.code, planId: serves.plan.id },
})

export function goalsApi(services: Services) {
  const app = createApi()

  app.openapi(plansRoute, async c => {
    const { instansi, limit, cursor } = c.req.valid('query')
    const scope = readPlans(actorOf(c))
    const own = scope.kind === 'nation' ? null : scope.kind === 'instansi' || scope.kind === 'mixed' ? scope.instansi : []
    const everyone = await listInstansi(services.db)
    const asked = instansi === undefined ? null : (everyone.find(row => row.regionCode === instansi) ?? null)
    if (instansi !== undefined && (!asked || (own !== null && !own.includes(asked.id))))
      return c.json({ data: [], next: null }, 200)
    const rows = await plansAfter(services.db, {
      ownIds: asked ? [asked.id] : own,
      aboveIds: asked || own === null ? [] : own.flatMap(id => guidesOf(id, everyone)),
      withNation: asked === null && own !== null && own.length > 0,
      afterId: idInCursor(cursor),
      limit: limit + 1,
    })
    return c.json(
      cut(rows, limit, row => [row.id]),
      200,
    )
  })

  app.openapi(goalsRoute, async c => {
    const plan = await planById(services.db, c.req.valid('param').id)
    if (!plan || !mayRead(actorOf(c), plan, await listInstansi(services.db))) throw notFound()
    const { limit, cursor } = c.req.valid('query')
    const rows = await goalsAfter(services.db, plan.id, idInCursor(cursor), limit + 1)
    return c.json(
      cut(rows.map(goalOf), limit, row => [row.id]),
      200,
    )
  })

  app.openapi(nomenclatureRoute, async c => {
    const { version: key, date, q, limit, cursor } = c.req.valid('query')
    const version = key === undefined ? inForce(date ?? services.clock.today()) : versionByKey(key)
    const rows = await nomenclatureAfter(services.db, {
      version: version.key,
      q: q?.trim() ?? '',
      after: codeInCursor(cursor),
      limit: limit + 1,
    })
    return c.json({ version: version.key, ...cut(rows, limit, row => [row.code]) }, 200)
  })

  return app
}

/** @throws Refusal 404 that names the series, where no version was in force: never its neighbour */
function inForce(date: string): Version {
  try {
    return versionAt(date)
  } catch (error) {
    if (!(error instanceof OutsideSeries)) throw error
    throw new Refusal(404, { id: messages.id.outsideSeries(date), en: messages.en.outsideSeries(date) })
  }
}

function codeInCursor(cursor: string | undefined): string {
  if (!cursor) return ''
  const code = readCursor(cursor)?.[0]
  if (typeof code === 'string') return code
  throw unknownCursor()
}
