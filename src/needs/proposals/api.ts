import { createRoute, z } from '@hono/zod-openapi'
import { coveredIds, topUnits } from '../../people/index.ts'
import { narrowTo } from '../../platform/actor.ts'
import { inScope } from '../../platform/db/index.ts'
import { createApi, cut, errorResponses, idInCursor, json, listOf, listQuery } from '../../platform/http/api.ts'
import { actorOf, type Services } from '../../platform/http/context.ts'
import { forbidden, Refusal } from '../../platform/http/refusal.ts'
import { listCompetencies } from '../../standards/index.ts'
import { readNeeds } from '../access.ts'
import { keepProposal } from './actions.ts'
import { messages } from './messages.ts'
import { nameablePeople, proposalScope, standingOf } from './place.ts'
import { callOfDay, readProposal } from './rules/proposal.ts'
import { callsOf, proposalsAfter } from './store.ts'

const urgency = z.enum(['tinggi', 'sedang', 'rendah'])
const state = z.enum(['draft', 'sent', 'accepted', 'joined', 'rejected'])
const proposal = z
  .object({
    id: z.number().int(),
    instansi: z.string(),
    year: z.number().int(),
    unit: z.object({ id: z.number().int(), name: z.string() }),
    title: z.string(),
    competency: z.string().nullable(),
    level: z.number().int().nullable(),
    training: z.string().nullable(),
    reason: z.string(),
    urgency,
    people: z.number().int(),
    state,
    decision: z.string().nullable().openapi({ description: 'Why it was decided so' }),
    statedNeedId: z.number().int().nullable(),
    needId: z.number().int().nullable(),
  })
  .openapi('NeedProposal')

const body = z.object({
  instansi: z.string().max(20).optional(),
  unitId: z.number().int(),
  competency: z.string().max(40).optional().openapi({ description: 'Code; with `level`' }),
  level: z.number().int().min(1).max(5).optional(),
  training: z.string().max(200).optional(),
  title: z.string().max(200).optional().openapi({ description: 'Where it is neither a competency nor a training' }),
  reason: z.string().max(2000),
  urgency,
  people: z.number().int().min(1).max(100_000),
  named: z.array(z.number().int()).max(300).default([]),
  send: z.boolean().default(true).openapi({ description: 'False: kept as a draft' }),
})

export function proposalsApi(services: Services) {
  const { db } = services
  const api = createApi()

  api.openapi(
    createRoute({
      method: 'get',
      path: '/proposals',
      summary: 'Needs that units proposed, sent ones only',
      request: { query: listQuery },
      responses: { 200: json(listOf(proposal), 'Of governments in your scope'), ...errorResponses },
    }),
    async c => {
      const { instansi, limit, cursor } = c.req.valid('query')
      const scope = readNeeds(actorOf(c))
      const instansiIds = await coveredIds(db, scope, instansi)
      if (instansiIds.length === 0) return c.json({ data: [], next: null }, 200)
      const afterId = idInCursor(cursor)
      const rows = await inScope(db, narrowTo(scope, instansiIds), tx =>
        proposalsAfter(tx, { instansiIds, afterId, limit: limit + 1 }),
      )
      const page = cut(rows, limit, row => [row.id])
      return c.json(
        {
          data: page.data.map(row => ({
            id: row.id,
            instansi: row.regionCode,
            year: row.year,
            unit: { id: row.unitId, name: row.unit },
            title: row.title,
            competency: row.competencyCode,
            level: row.level,
            training: row.training,
            reason: row.reason,
            urgency: row.urgency,
            people: row.people,
            state: row.state,
            decision: row.decision,
            statedNeedId: row.statedId,
            needId: row.needId,
          })),
          next: page.next,
        },
        200,
      )
    },
  )

  api.openapi(
    createRoute({
      method: 'post',
      path: '/proposals',
      summary: 'Propose a need of a unit you head or operate; after the last day of the call it is kept as a draft',
      request: { body: { required: true, content: { 'application/json': { schema: body } } } },
      responses: {
        201: json(z.object({ id: z.number().int(), state }), 'Kept'),
        ...errorResponses,
        422: { description: 'Nothing was kept; `detail` says why', content: errorResponses[400].content },
      },
    }),
    async c => {
      const given = c.req.valid('json')
      const actor = actorOf(c)
      const standing = await standingOf(c, services, given.instansi ?? '')
      const { calls, offices } = await inScope(db, proposalScope(standing), async tx => ({
        calls: await callsOf(tx, standing.instansi.id),
        offices: standing.verifies ? await topUnits(tx, standing.instansi.id) : [],
      }))
      const unitIds = [...standing.units, ...offices].map(unit => unit.id)
      if (unitIds.length === 0) throw forbidden()
      const call = callOfDay(calls, standing.today)
      const competencies = await listCompetencies(db)
      const competency = competencies.find(one => one.code === given.competency)
      const read = readProposal(
        {
          unit: String(given.unitId),
          about: given.competency !== undefined ? 'kompetensi' : given.training !== undefined ? 'pelatihan' : 'lainnya',
          competency: competency ? String(competency.id) : '',
          level: String(given.level ?? ''),
          training: given.training?.trim() ?? '',
          title: given.title?.trim() ?? '',
          reason: given.reason.trim(),
          urgency: given.urgency,
          people: String(given.people),
          named: given.named,
        },
        {
          unitIds,
          competencies: new Map(competencies.map(one => [one.id, one.name])),
          peopleIds: new Set((await nameablePeople(services, actor)).map(one => one.pegawaiId)),
        },
      )
      if (!read.ok || !call) {
        const words = (language: 'id' | 'en') => {
          const m = messages[language]
          return read.ok
            ? m.noCallUnit
            : read.flaws.map(({ field, flaw }) => m.flaws[`${field}_${flaw}`] ?? m.flaws.otherwise).join(' ')
        }
        throw new Refusal(422, { id: words('id'), en: words('en') })
      }
      const kept = { id: null, values: read.values, send: given.send, today: standing.today }
      const saved = await keepProposal(services, actor, call, kept)
      return c.json({ id: saved!.id, state: saved!.sent ? ('sent' as const) : ('draft' as const) }, 201)
    },
  )

  return api
}
