import { createRoute, z } from '@hono/zod-openapi'
import { errorResponses, json, listOf, listQuery } from '../../platform/http/api.ts'
import type { Relation } from './rules/outcome.ts'
import { type Stage, stages } from './store/participants.ts'
import { shelves } from './store/rating.ts'

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
/** The routes of campaigns and of rating, with what enters and leaves. */
export const campaignApiRoutes = {
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
