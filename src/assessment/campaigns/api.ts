import { createRoute, z } from '@hono/zod-openapi'
import { listInstansi } from '../../people/index.ts'
import { coversInstansi, narrowTo } from '../../platform/actor.ts'
import { asRater, inScope } from '../../platform/db/index.ts'
import { createApi, cut, errorResponses, idInCursor, json, listOf, listQuery } from '../../platform/http/api.ts'
import { actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { notFound } from '../../platform/http/refusal.ts'
import { asRaterOf, readCampaigns } from './access.ts'
import { campaignHere } from './here.ts'
import { openTask, type Saved, saveRating } from './rating-actions.ts'
import type { Relation } from './rules/outcome.ts'
import type { Answer } from './rules/task.ts'
import { countCampaigns, listCampaigns } from './store/campaign.ts'
import { participants, progressOf, type Stage, stages } from './store/participants.ts'
import { shelves, tasksOf } from './store/rating.ts'

const day = z.string().openapi({ format: 'date' })
const id = z.coerce.number().int().min(1).max(2_147_483_647)

const campaignItem = z
  .object({
    id: z.number().int(),
    name: z.string(),
    purpose: z.enum(['pemetaan', 'pengisian']),
    state: z.enum(['draft', 'open', 'closed', 'archived']),
    methods: z.array(z.string()),
    startsOn: day,
    endsOn: day,
    people: z.number().int().openapi({ description: 'In it and not left' }),
    finished: z.number().int(),
  })
  .openapi('Campaign')

const stageCounts = {
  waiting: z.number().int().openapi({ description: 'Newcomers whom nobody has let in yet' }),
  invited: z.number().int(),
  started: z.number().int(),
  finished: z.number().int(),
  left: z.number().int().openapi({ description: 'No longer in the population; not counted' }),
}
const campaignDetail = z
  .object({
    id: z.number().int(),
    instansi: z.string().openapi({ description: 'Region code' }),
    name: z.string(),
    purpose: z.enum(['pemetaan', 'pengisian']),
    legalBasis: z.string(),
    state: z.enum(['draft', 'open', 'closed', 'archived']),
    methods: z.array(z.string()),
    waves: z.array(z.object({ number: z.number().int(), startsOn: day, endsOn: day, quota: z.number().int().nullable() })),
    progress: z.array(z.object({ wave: z.number().int(), unitId: z.number().int(), unit: z.string(), ...stageCounts })),
  })
  .openapi('CampaignDetail')

const participantItem = z
  .object({
    id: z.number().int(),
    nip: z.string(),
    name: z.string(),
    jabatan: z.string(),
    unit: z.string(),
    wave: z.number().int(),
    stage: z.enum(stages as [Stage, ...Stage[]]),
    leftWhy: z.string().nullable(),
    tasks: z.number().int(),
    submitted: z.number().int(),
  })
  .openapi('CampaignParticipant')

const relations = ['asesor', 'atasan', 'rekan', 'bawahan', 'diri', 'integrasi'] as const satisfies readonly Relation[]
const taskItem = z
  .object({
    id: z.number().int(),
    campaign: z.object({ id: z.number().int(), name: z.string() }),
    relation: z.enum(relations),
    rated: z.object({ name: z.string(), jabatan: z.string(), unit: z.string() }),
    startsOn: day,
    endsOn: day,
    shelf: z
      .enum(shelves as ['open', ...string[]])
      .openapi({ description: 'open: to be done now; later: its wave has not begun; done: handed in; over: past' }),
  })
  .openapi('RatingTask')

const answer = z.object({
  competency: z.string().max(40).openapi({ example: 'M.1' }),
  level: z
    .union([z.number().int().min(1).max(5), z.literal('unseen')])
    .nullable()
    .openapi({ description: '`unseen`: nothing of it was seen; null: not answered' }),
  evidence: z.string().max(1000).nullable().optional(),
})
const taskDetail = z
  .object({
    id: z.number().int(),
    relation: z.enum(relations),
    rated: z.object({ name: z.string(), jabatan: z.string(), unit: z.string() }),
    state: z.enum(['submitted', 'cancelled', 'closed', 'late', 'early', 'open']),
    version: z
      .number()
      .int()
      .openapi({ description: 'Give it back when saving: what another device stored is not overwritten unknowingly' }),
    competencies: z.array(
      z.object({ code: z.string(), name: z.string(), levels: z.array(z.object({ level: z.number().int(), label: z.string() })) }),
    ),
    answers: z.array(answer),
  })
  .openapi('RatingTaskDetail')

const saveBody = z.object({
  version: z.number().int().min(0),
  submit: z.boolean().default(false),
  answers: z.array(answer).max(200),
})
const savedItem = z
  .object({
    submitted: z.boolean(),
    version: z.number().int(),
    problem: z.enum(['unanswered', 'state', 'stale']).nullable().openapi({
      description:
        'unanswered: kept as a draft, `competencies` are missing; state: kept as a draft, it cannot be handed in now; stale: nothing kept, another device was faster',
    }),
    competencies: z.array(z.string()),
  })
  .openapi('SavedRating')

const params = { params: z.object({ id }) }
const tags = ['campaigns']
const routes = {
  list: createRoute({
    method: 'get',
    path: '/campaigns',
    summary: 'Assessment campaigns in your scope, the open ones first',
    tags,
    request: { query: listQuery },
    responses: { 200: json(listOf(campaignItem), 'Campaigns'), 400: errorResponses[400], 401: errorResponses[401] },
  }),
  one: createRoute({
    method: 'get',
    path: '/campaigns/{id}',
    summary: 'One campaign with its progress by wave and office',
    tags,
    request: params,
    responses: { 200: json(campaignDetail, 'The campaign'), ...errorResponses },
  }),
  people: createRoute({
    method: 'get',
    path: '/campaigns/{id}/participants',
    summary: 'Who takes part in a campaign and how far each is',
    tags,
    request: { ...params, query: listQuery.omit({ instansi: true }) },
    responses: { 200: json(listOf(participantItem), 'Participants'), ...errorResponses },
  }),
  tasks: createRoute({
    method: 'get',
    path: '/rating-tasks',
    summary: 'Whom you were asked to rate, the nearest end first',
    tags,
    request: { query: listQuery.omit({ instansi: true }) },
    responses: { 200: json(listOf(taskItem), 'Your tasks'), 400: errorResponses[400], 401: errorResponses[401] },
  }),
  task: createRoute({
    method: 'get',
    path: '/rating-tasks/{id}',
    summary: 'One of your tasks: what it asks and what you have stored',
    tags,
    request: params,
    responses: { 200: json(taskDetail, 'The task'), ...errorResponses },
  }),
  save: createRoute({
    method: 'post',
    path: '/rating-tasks/{id}',
    summary: 'Store answers as a draft, or hand them in with `submit`',
    tags,
    request: { ...params, body: { required: true, content: { 'application/json': { schema: saveBody } } } },
    responses: {
      200: json(savedItem, 'Stored'),
      409: json(savedItem, 'Not handed in: `problem` says why'),
      422: json(savedItem, 'Kept as a draft: something is missing'),
      ...errorResponses,
    },
  }),
}

/** How a saved rating is told: the status and what is missing. */
function savedAnswer(saved: Saved, codeOf: (competencyId: number) => string) {
  if (saved.ok)
    return { status: 200 as const, body: { submitted: saved.submitted, version: saved.version, problem: null, competencies: [] } }
  const shared = { submitted: false, version: saved.version }
  if (saved.why === 'flaws') {
    const competencies = saved.flaws.flatMap(flaw => ('competencyId' in flaw ? [codeOf(flaw.competencyId)] : []))
    return { status: 422 as const, body: { ...shared, problem: 'unanswered' as const, competencies } }
  }
  if (saved.why === 'state') return { status: 409 as const, body: { ...shared, problem: 'state' as const, competencies: [] } }
  return {
    status: 409 as const,
    body: {
      ...shared,
      submitted: saved.submitted,
      problem: 'stale' as const,
      competencies: saved.differing.map(one => codeOf(one.competencyId)),
    },
  }
}

export function campaignApi(services: Services) {
  const app = createApi()

  app.openapi(routes.list, async c => {
    const { instansi, limit, cursor } = c.req.valid('query')
    const scope = readCampaigns(actorOf(c))
    const offset = idInCursor(cursor)
    const within = (await listInstansi(services.db)).filter(row => coversInstansi(scope, row.id))
    const asked = instansi === undefined ? within : within.filter(row => row.regionCode === instansi)
    const filter = { instansiIds: asked.map(row => row.id), state: null, q: '' }
    const rows = await inScope(services.db, narrowTo(scope, filter.instansiIds), async tx =>
      (await countCampaigns(tx, filter)).total === 0
        ? []
        : listCampaigns(tx, filter, { order: 'keadaan', descending: false, offset, limit: limit + 1 }),
    )
    const { data, next } = cut(rows, limit, () => [offset + limit])
    return c.json({ data: data.map(({ instansi: _, ...row }) => row), next }, 200)
  })

  app.openapi(routes.one, async c => {
    const { campaign, scope } = await campaignHere(c as unknown as Ctx, services)
    const progress = await inScope(services.db, scope, tx => progressOf(tx, campaign.id))
    const { id, name, purpose, legalBasis, state, methods, waves } = campaign
    return c.json(
      {
        ...{ id, name, purpose, legalBasis, state, methods, waves },
        instansi: campaign.instansi.regionCode,
        progress: progress.map(({ withoutTasks: _, ...row }) => row),
      },
      200,
    )
  })

  app.openapi(routes.people, async c => {
    const { limit, cursor } = c.req.valid('query')
    const offset = idInCursor(cursor)
    const { campaign, scope } = await campaignHere(c as unknown as Ctx, services)
    const filter = { stage: null, wave: null, unitId: null, q: '' }
    const rows = await inScope(services.db, scope, tx =>
      participants(tx, campaign.id, filter, { order: 'nama', descending: false, offset, limit: limit + 1 }),
    )
    const { data, next } = cut(rows, limit, () => [offset + limit])
    return c.json(
      {
        data: data.map(({ id, nip, name, jabatan, unit, wave, stage, leftWhy, tasks, submitted }) => ({
          ...{ id, nip, name, jabatan, unit, wave, stage, leftWhy, tasks, submitted },
        })),
        next,
      },
      200,
    )
  })

  app.openapi(routes.tasks, async c => {
    const { limit, cursor } = c.req.valid('query')
    const offset = idInCursor(cursor)
    const page = { order: 'batas' as const, descending: false, offset, limit: limit + 1 }
    const { rows } = await asRater(services.db, asRaterOf(actorOf(c)), tx =>
      tasksOf(tx, { shelf: null, relation: null, q: '' }, services.clock.today(), page),
    )
    const { data, next } = cut(rows, limit, () => [offset + limit])
    return c.json(
      {
        data: data.map(task => ({
          id: task.id,
          campaign: { id: task.campaign.id, name: task.campaign.name },
          relation: task.relation,
          rated: { name: task.ratedName, jabatan: task.jabatan, unit: task.unit },
          startsOn: task.startsOn,
          endsOn: task.endsOn,
          shelf: task.shelf,
        })),
        next,
      },
      200,
    )
  })

  app.openapi(routes.task, async c => {
    const found = await openTask(services, actorOf(c), c.req.valid('param').id)
    if (!found) throw notFound()
    const { task, demands, answers } = found
    const codeOf = new Map(demands.map(one => [one.competencyId, one.code]))
    return c.json(
      {
        id: task.id,
        relation: task.relation,
        rated: { name: task.ratedName, jabatan: task.jabatan, unit: task.unit },
        state: found.state,
        version: task.version,
        competencies: demands.map(({ code, name, levels }) => ({
          code,
          name,
          levels: levels.map(({ level, label }) => ({ level, label })),
        })),
        answers: answers.flatMap(one => {
          const competency = codeOf.get(one.competencyId)
          return competency === undefined ? [] : [{ competency, level: one.said, evidence: one.evidence }]
        }),
      },
      200,
    )
  })

  app.openapi(routes.save, async c => {
    const found = await openTask(services, actorOf(c), c.req.valid('param').id)
    if (!found) throw notFound()
    const { version, submit, answers } = c.req.valid('json')
    const idOf = new Map(found.demands.map(one => [one.code, one.competencyId]))
    const codeOf = new Map(found.demands.map(one => [one.competencyId, one.code]))
    const given = answers.flatMap((one): Answer[] => {
      const competencyId = idOf.get(one.competency)
      return competencyId === undefined ? [] : [{ competencyId, said: one.level, evidence: one.evidence ?? null }]
    })
    const saved = await saveRating(services, actorOf(c), found, { version, answers: given, submit })
    const { status, body } = savedAnswer(saved, competencyId => codeOf.get(competencyId) ?? '')
    return c.json(body, status)
  })

  return app
}
