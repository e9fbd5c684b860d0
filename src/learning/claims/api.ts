import { createRoute, z } from '@hono/zod-openapi'
import { coveredIds } from '../../people/index.ts'
import { inScope } from '../../platform/db/index.ts'
import { createApi, cut, errorResponses, idInCursor, json, listOf, listQuery, problemSchema } from '../../platform/http/api.ts'
import { actorOf, type Services } from '../../platform/http/context.ts'
import { forbidden, notFound, Refusal } from '../../platform/http/refusal.ts'
import { learningForms } from '../../regulation/index.ts'
import { verifyClaims } from './access.ts'
import { saveClaim } from './actions.ts'
import { decide } from './decide.ts'
import { messages } from './messages.ts'
import { flagKinds } from './rules/duplicates.ts'
import { claimStates } from './rules/moves.ts'
import { blankForm, formErrors } from './schema.ts'
import { type ApiClaim, claimsAfter } from './store/list.ts'
import { verifyMessages } from './verify-messages.ts'

const form = z.enum(learningForms)
const state = z.enum(claimStates)
const claimItem = z
  .object({
    id: z.number().int(),
    pegawaiId: z.number().int(),
    instansi: z.string().openapi({ example: '19', description: 'Region code' }),
    state,
    form: form.nullable(),
    international: z.boolean(),
    name: z.string().nullable(),
    organiser: z.string().nullable(),
    startedOn: z.string().nullable().openapi({ format: 'date' }),
    endedOn: z.string().nullable().openapi({ format: 'date' }),
    jp: z.number().int().nullable(),
    sessions: z.number().int().nullable(),
    certificateNumber: z.string().nullable(),
    competency: z.string().nullable().openapi({ description: 'Code' }),
    file: z.string().nullable().openapi({ description: 'Where the proof can be fetched' }),
    submittedAt: z.string().nullable().openapi({ format: 'date-time' }),
    decidedAt: z.string().nullable().openapi({ format: 'date-time' }),
    reason: z.string().nullable().openapi({ description: 'Why it was returned or rejected' }),
    flags: z
      .array(z.object({ kind: z.enum(flagKinds), blocks: z.boolean() }))
      .openapi({ description: 'What was found beside it; `blocks`: it cannot be verified as it is' }),
  })
  .openapi('Claim')
const queuedItem = claimItem.extend({ nip: z.string(), person: z.string() }).openapi('QueuedClaim')

const itemOf = (row: ApiClaim) => ({
  id: row.id,
  pegawaiId: row.pegawaiId,
  instansi: row.regionCode,
  state: row.state,
  form: row.form,
  international: row.international,
  name: row.name,
  organiser: row.organiser,
  startedOn: row.startedOn,
  endedOn: row.endedOn,
  jp: row.jp,
  sessions: row.sessions,
  certificateNumber: row.certificateNumber,
  competency: row.competency?.code ?? null,
  file: row.file ? `/klaim/${row.id}/berkas` : null,
  submittedAt: row.submittedAt?.toISOString() ?? null,
  decidedAt: row.decidedAt?.toISOString() ?? null,
  reason: row.reason,
  flags: row.flags,
})

const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: problemSchema } } })
const tags = ['claims']

const ownRoute = createRoute({
  method: 'get',
  path: '/claims',
  summary: 'Your own claims of outside learning, the oldest first',
  tags,
  request: { query: listQuery.omit({ instansi: true }).extend({ state: state.optional() }) },
  responses: { 200: json(listOf(claimItem), 'A page of claims'), 400: errorResponses[400], 401: errorResponses[401] },
})

const text = (longest: number) => z.string().max(longest).optional()
const made = z
  .object({
    id: z.number().int(),
    state: z.enum(['draft', 'submitted']),
    problems: z.array(z.object({ field: z.string(), message: z.string() })).openapi({ description: 'What keeps it a draft' }),
  })
  .openapi('ClaimMade')
const makeRoute = createRoute({
  method: 'post',
  path: '/claims',
  summary: 'Claim learning of your own; what lacks something is kept as a draft',
  tags,
  request: {
    body: {
      content: {
        'application/json': {
          schema: z.object({
            form: form.optional(),
            name: text(400),
            organiser: text(300),
            startedOn: text(10),
            endedOn: text(10),
            jp: z.number().int().optional(),
            sessions: z.number().int().optional(),
            certificateNumber: text(150),
            international: z.boolean().default(false),
            note: text(600),
            submit: z.boolean().default(true),
            file: z
              .object({ name: z.string().max(300), base64: z.base64().max(14_000_000) })
              .optional()
              .openapi({ description: 'JPEG, PNG, WebP or PDF of at most 10 MB, judged by its content' }),
          }),
        },
      },
      required: true,
    },
  },
  responses: { 201: json(made, 'Kept'), 422: problem('Nothing to keep'), ...errorResponses },
})

const queueRoute = createRoute({
  method: 'get',
  path: '/claims/queue',
  summary: 'Claims that you may verify, with what was found beside them, the oldest first; never your own',
  tags,
  request: { query: listQuery.extend({ state: state.exclude(['draft']).default('submitted') }) },
  responses: { 200: json(listOf(queuedItem), 'A page of claims'), 400: errorResponses[400], 401: errorResponses[401] },
})

const decideRoute = createRoute({
  method: 'post',
  path: '/claims/{id}/decision',
  summary: 'Verify, return or reject a claim',
  tags,
  request: {
    params: z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) }),
    body: {
      content: {
        'application/json': {
          schema: z.object({
            decision: z.enum(['verify', 'return', 'reject', 'revoke']),
            reason: z.string().max(500).default(''),
            correct: z
              .object({ jp: z.number().int().min(1).max(2000).nullable(), form: form.optional() })
              .optional()
              .openapi({ description: 'Of a verification: what the proof says otherwise; wants a reason' }),
          }),
        },
      },
      required: true,
    },
  },
  responses: {
    200: json(z.object({ id: z.number().int(), decision: z.string() }).openapi('ClaimDecided'), 'Decided'),
    409: problem('It is not where this decision begins, or something stands in its way'),
    422: problem('The reason is missing'),
    ...errorResponses,
  },
})

const words = <K extends keyof (typeof verifyMessages)['id']>(key: K) => ({
  id: String(verifyMessages.id[key]),
  en: String(verifyMessages.en[key]),
})
const nothingTyped = () =>
  new Refusal(422, {
    id: 'Tidak ada isian dan tidak ada berkas, jadi tidak ada yang disimpan.',
    en: 'Nothing was filled in and no file was sent, so nothing was kept.',
  })

/** Claims of outside learning by program, under /api/v1. */
export function claimApi(services: Services) {
  const app = createApi()

  app.openapi(ownRoute, async c => {
    const { state, limit, cursor } = c.req.valid('query')
    const { pegawaiId } = actorOf(c)
    if (pegawaiId === null) return c.json({ data: [], next: null }, 200)
    const rows = await inScope(services.db, { kind: 'people', people: [pegawaiId] }, tx =>
      claimsAfter(tx, {
        pegawaiId,
        instansiIds: [],
        notOf: null,
        state: state ?? null,
        after: idInCursor(cursor),
        limit: limit + 1,
      }),
    )
    const { data, next } = cut(rows, limit, row => [row.id])
    return c.json({ data: data.map(itemOf), next }, 200)
  })

  app.openapi(makeRoute, async c => {
    const body = c.req.valid('json')
    if (actorOf(c).pegawaiId === null) throw forbidden()
    const plain = (value: string | undefined) => (value ?? '').replaceAll('\0', '')
    const typed = {
      form: body.form ?? '',
      name: plain(body.name),
      organiser: plain(body.organiser),
      startedOn: plain(body.startedOn),
      endedOn: plain(body.endedOn),
      jp: String(body.jp ?? ''),
      sessions: String(body.sessions ?? ''),
      certificateNumber: plain(body.certificateNumber),
      international: body.international,
      note: plain(body.note),
    }
    const upload = body.file
      ? { name: plain(body.file.name), bytes: new Uint8Array(Buffer.from(body.file.base64, 'base64')) }
      : null
    const saved = await saveClaim(services, actorOf(c), null, { typed, competencyId: null, upload }, body.submit)
    if (!saved.ok || !saved.kept) throw nothingTyped()
    const m = messages[c.get('language')]
    const days = { ...blankForm, mulai: typed.startedOn, selesai: typed.endedOn }
    const problems = [
      ...formErrors(saved.flaws, days, m),
      ...(saved.fileFlaw ? [{ field: 'berkas', message: m.fileFlaws[saved.fileFlaw] }] : []),
    ]
    return c.json({ id: saved.id, state: saved.submitted ? ('submitted' as const) : ('draft' as const), problems }, 201)
  })

  app.openapi(queueRoute, async c => {
    const { instansi, state, limit, cursor } = c.req.valid('query')
    const scope = verifyClaims(actorOf(c))
    const instansiIds = await coveredIds(services.db, scope, instansi)
    const filter = {
      pegawaiId: null,
      instansiIds,
      notOf: actorOf(c).pegawaiId,
      state,
      after: idInCursor(cursor),
      limit: limit + 1,
    }
    const rows = instansiIds.length === 0 ? [] : await inScope(services.db, scope, tx => claimsAfter(tx, filter))
    const { data, next } = cut(rows, limit, row => [row.id])
    return c.json({ data: data.map(row => ({ ...itemOf(row), nip: row.nip, person: row.person })), next }, 200)
  })

  app.openapi(decideRoute, async c => {
    const { id } = c.req.valid('param')
    const { decision, reason, correct } = c.req.valid('json')
    if (verifyClaims(actorOf(c)).kind === 'none') throw notFound()
    const correction = decision === 'verify' && correct ? { jp: correct.jp, form: correct.form ?? null } : null
    const done = await decide(services, actorOf(c), id, decision, { reason: reason.trim(), correction })
    if (!done.ok) {
      const [status, key] = (
        { moved: [409, 'movedMeanwhile'], blocked: [409, 'blockedNow'], why: [422, 'reasonMissing'] } as const
      )[done.reason]
      throw new Refusal(status, words(key))
    }
    return c.json({ id, decision }, 200)
  })

  return app
}
