import { createRoute, z } from '@hono/zod-openapi'
import { coveredIds, personInScope } from '../people/index.ts'
import { coversInstansi, narrowTo } from '../platform/actor.ts'
import { inScope } from '../platform/db/index.ts'
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
import { notFound } from '../platform/http/refusal.ts'
import { policyAt } from '../policies/index.ts'
import { readGaps, readNeedPeople, readNeeds } from './access.ts'
import { costApi } from './cost/api.ts'
import { factorsApi } from './factors/api.ts'
import { jabatanDifApi } from './factors/jabatan-dif-api.ts'
import { heatApi } from './heat-api.ts'
import { lackingApi } from './lacking/api.ts'
import { priorityPolicy } from './policies.ts'
import { needJson } from './present.ts'
import { proposalsApi } from './proposals/api.ts'
import { recountApi } from './recount/api.ts'
import { policyOf } from './rules/weights.ts'
import * as store from './store.ts'
import { peopleBehind } from './store-people.ts'

const share = z.number().min(0).max(1).nullable()
const pillar = z.enum(['teknis', 'manajerial', 'sosial_kultural', 'pemerintahan'])
const kind = z.enum(['gap', 'performance', 'organisation', 'mandate', 'training'])
const importance = z.enum(['mutlak', 'penting', 'perlu'])
const need = z
  .object({
    id: z.number().int(),
    kind,
    post: z.enum(['held', 'aimed']),
    instansi: z.string(),
    jenjang: z.string().nullable().openapi({ description: 'Null: of every jenjang' }),
    name: z.string(),
    competency: z
      .object({ code: z.string(), name: z.string(), pillar })
      .nullable()
      .openapi({ description: 'Of a gap, or of a stated need that names one' }),
    subject: z
      .string()
      .nullable()
      .openapi({ description: 'The key of a training (kind training); `hasil` or `perilaku` (performance)' }),
    levelFrom: z.number().int().nullable(),
    levelTo: z.number().int().nullable(),
    people: z.number().int(),
    score: share.openapi({ description: 'Local policy, not law. Null with fewer than two known components' }),
    completeness: z.number().int().openapi({ description: 'How many of the five components are known' }),
    tier: z.enum(['urgen', 'penting', 'dapat_ditunda', 'belum_dapat_dinilai']),
    components: z.object({ gap: share, dif: share, goal: share, mandate: share, reach: share }),
    goal: z.string().nullable(),
    goalId: z.number().int().nullable(),
    mandateBasis: z.string().nullable(),
  })
  .openapi('Need')
const needDetail = need
  .extend({
    staff: z.number().int(),
    distribution: z.record(z.string(), z.number()),
    calculatedAt: z.string(),
    ruleVersion: z.string(),
    policy: z.object({
      version: z.number(),
      weights: z.record(z.string(), z.number()),
      urgentFrom: z.number(),
      importantFrom: z.number(),
      urgentKnown: z.number().int().openapi({ description: 'How many components urgen asks to be known' }),
      legalBasis: z.string(),
    }),
  })
  .openapi('NeedDetail')
const needPerson = z.object({
  id: z.number(),
  nip: z.string(),
  name: z.string(),
  unit: z.string(),
  jabatan: z.string(),
  required: z.number().optional().openapi({ description: 'These three of a gap' }),
  held: z.number().optional(),
  gap: z.number().optional().openapi({ description: 'held − required' }),
  importance: importance.optional().openapi({ description: 'These three of a training' }),
  basis: z.string().nullable().optional(),
  since: z.string().nullable().optional(),
  year: z.number().optional().openapi({ description: 'These of performance' }),
  predicate: z.enum(['sangat_baik', 'baik', 'butuh_perbaikan', 'kurang', 'sangat_kurang']).nullable().optional(),
  target: z.number().nullable().optional(),
  achieved: z.number().nullable().optional(),
  target_unit: z.string().nullable().optional(),
})
const gap = z
  .object({
    competency: z.object({ code: z.string(), name: z.string(), pillar }),
    required: z.number().int(),
    held: z.number().int().nullable().openapi({ description: 'Null: not assessed, or the result has expired' }),
    gap: z.number().int().nullable().openapi({ description: 'held − required; negative is a gap' }),
    needId: z.number().int().nullable(),
  })
  .openapi('Gap')

/** What the row before is ranked by, as the cursor of /needs holds it. @throws Refusal 400 where it is not one of ours */
function afterInCursor(cursor: string | undefined): { urgent: boolean; score: number; id: number } | null {
  if (!cursor) return null
  const [urgent, score, id] = readCursor(cursor) ?? []
  const isRow = (urgent === 0 || urgent === 1) && typeof score === 'number' && typeof id === 'number'
  if (isRow && Number.isInteger(id) && id > 0 && id < 2 ** 31) return { urgent: urgent === 1, score, id }
  throw unknownCursor()
}

const id = z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) })

export function needsApi(services: Services) {
  const { db } = services
  const api = createApi()

  api.openapi(
    createRoute({
      method: 'get',
      path: '/needs',
      summary: 'Needs in the order of the ranking: urgen first, then the highest score',
      request: {
        query: listQuery.extend({
          kind: kind.or(z.literal('all')).default('gap'),
          post: z
            .enum(['held', 'aimed'])
            .default('held')
            .openapi({ description: 'The post people hold, or the one they aim at' }),
        }),
      },
      responses: { 200: json(listOf(need), 'Needs in your scope'), ...errorResponses },
    }),
    async c => {
      const { instansi, limit, cursor, kind, post } = c.req.valid('query')
      const scope = readNeeds(actorOf(c))
      const wanted = await coveredIds(db, scope, instansi)
      if (wanted.length === 0) return c.json({ data: [], next: null }, 200)
      const after = afterInCursor(cursor)
      const rows = await inScope(db, narrowTo(scope, wanted), tx =>
        store.rankingAfter(tx, { instansiIds: wanted, kind: kind === 'all' ? null : kind, post }, after, limit + 1),
      )
      const page = cut(rows, limit, row => [row.tier === 'urgen' ? 1 : 0, row.score ?? -1, row.id])
      return c.json({ data: page.data.map(needJson), next: page.next }, 200)
    },
  )

  api.openapi(
    createRoute({
      method: 'get',
      path: '/needs/{id}',
      summary: 'One need, with its distribution and the policy that scored it',
      request: { params: id },
      responses: { 200: json(needDetail, 'The need'), ...errorResponses },
    }),
    async c => {
      const scope = readNeeds(actorOf(c))
      const found = await inScope(db, scope, async tx => {
        const row = await store.needById(tx, c.req.valid('param').id)
        return row && { row, policy: await policyAt(tx, priorityPolicy, row.instansi_id, services.clock.today()) }
      })
      if (!found) throw notFound()
      const { row, policy } = found
      return c.json(
        {
          ...needJson(row),
          staff: row.staff,
          distribution: row.distribution,
          calculatedAt: row.calculated_at.toISOString(),
          ruleVersion: row.rule_version,
          policy: {
            version: policy.version,
            weights: policyOf(policy.value).weights,
            urgentFrom: policy.value.urgentFrom / 100,
            importantFrom: policy.value.importantFrom / 100,
            urgentKnown: policy.value.urgentKnown,
            legalBasis: policy.source,
          },
        },
        200,
      )
    },
  )

  api.openapi(
    createRoute({
      method: 'get',
      path: '/needs/{id}/people',
      summary: 'The people behind a need, widest gap first',
      request: { params: id, query: listQuery.omit({ instansi: true }) },
      responses: { 200: json(listOf(needPerson), 'People in your scope'), ...errorResponses },
    }),
    async c => {
      const actor = actorOf(c)
      const { limit, cursor } = c.req.valid('query')
      const row = await inScope(db, readNeeds(actor), tx => store.needById(tx, c.req.valid('param').id))
      if (!row) throw notFound()
      const scope = narrowTo(readNeedPeople(actor), [row.instansi_id])
      if (!coversInstansi(scope, row.instansi_id)) return c.json({ data: [], next: null }, 200)
      const offset = idInCursor(cursor)
      const people = await inScope(db, scope, tx => peopleBehind(tx, row, offset, limit + 1))
      const page = cut(people, limit, () => [offset + limit])
      return c.json(
        {
          data: page.data.map(({ pegawai_id, total: _, ...person }) => ({
            id: pegawai_id,
            ...person,
            ...(person.held !== undefined && person.required !== undefined && { gap: person.held - person.required }),
          })),
          next: page.next,
        },
        200,
      )
    },
  )

  api.openapi(
    createRoute({
      method: 'get',
      path: '/pegawai/{id}/gaps',
      summary: 'Required and held level per competency of one person',
      request: { params: id },
      responses: { 200: json(z.object({ data: z.array(gap) }), 'Gaps'), ...errorResponses },
    }),
    async c => {
      const personId = c.req.valid('param').id
      const found = await inScope(db, readGaps(actorOf(c)), async tx =>
        (await personInScope(tx, personId)) ? store.gapsOf(tx, [personId]) : null,
      )
      if (!found) throw notFound()
      return c.json(
        {
          data: found.map(row => ({
            competency: { code: row.code, name: row.name, pillar: row.pillar },
            required: row.required,
            held: row.held,
            gap: row.held === null ? null : row.held - row.required,
            needId: row.need_id,
          })),
        },
        200,
      )
    },
  )

  api.route('/', lackingApi(services))
  api.route('/', recountApi(services))
  api.route('/', heatApi(services))
  api.route('/', costApi(services))
  api.route('/', proposalsApi(services))
  api.route('/', factorsApi(services))
  api.route('/', jabatanDifApi(services))
  return api
}
