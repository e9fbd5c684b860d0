import { createRoute, z } from '@hono/zod-openapi'
import { asRater, inScope } from '../../platform/db/index.ts'
import { createApi, cut, errorResponses, idInCursor, json, listOf, listQuery, problemSchema } from '../../platform/http/api.ts'
import { actorOf, type Services } from '../../platform/http/context.ts'
import { forbidden, notFound, Refusal } from '../../platform/http/refusal.ts'
import { typedDay } from '../rules/day.ts'
import { decideActivities, ownActivities, partnerOf } from './access.ts'
import * as actions from './actions.ts'
import { activityId, activityItem, itemOf, kind, logOf, newActivity, state, step, wholeActivity } from './api-schema.ts'
import { typedActivity } from './form.ts'
import { activityHere, partnerOfNip } from './here.ts'
import { activityMessages } from './messages.ts'
import { activitySteps, logFlaws, needsReason, stepTo } from './rules/activity.ts'
import { activitiesAfter } from './store/list.ts'

const tags = ['activities']
const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: problemSchema } } })
const body = <T extends z.ZodType>(schema: T) => ({ content: { 'application/json': { schema } }, required: true as const })
const filters = listQuery.omit({ instansi: true }).extend({ state: state.optional(), kind: kind.optional() })
const list = (path: string, summary: string) =>
  createRoute({
    method: 'get',
    path,
    summary,
    tags,
    request: { query: filters },
    responses: { 200: json(listOf(activityItem), 'A page of activities'), 400: errorResponses[400], 401: errorResponses[401] },
  })
const ownRoute = list('/activities', 'Your own learning activities, drafts too, the oldest first')
const accompaniedRoute = list('/activities/accompanied', 'Activities that you accompany as coach, mentor or guide')
const othersRoute = list('/activities/others', 'Activities of the people you lead or whose records you keep; never your own')
const oneRoute = createRoute({
  method: 'get',
  path: '/activities/{id}',
  summary: 'One activity with its plan, log and letters, and the steps that you may take',
  tags,
  request: { params: activityId },
  responses: { 200: json(wholeActivity, 'The activity'), ...errorResponses },
})
const draftRoute = createRoute({
  method: 'post',
  path: '/activities',
  summary: 'Plan an activity of your own, as a draft',
  tags,
  request: { body: body(newActivity) },
  responses: {
    201: json(z.object({ id: z.number().int() }).openapi('ActivityMade'), 'Kept as a draft'),
    422: problem('What is wrong with the plan'),
    ...errorResponses,
  },
})
const stepRoute = createRoute({
  method: 'post',
  path: '/activities/{id}/steps',
  summary: 'Propose, agree, return, reject, report, approve, reopen or cancel',
  tags,
  request: {
    params: activityId,
    body: body(z.object({ step, reason: z.string().max(1000).default(''), outcome: z.string().max(4000).default('') })),
  },
  responses: {
    200: json(z.object({ id: z.number().int(), state }).openapi('ActivityStepped'), 'Taken'),
    409: problem('Not now, or not by you'),
    422: problem('The reason, the log, the letter or the outcome is missing'),
    ...errorResponses,
  },
})
const logRoute = createRoute({
  method: 'post',
  path: '/activities/{id}/log',
  summary: 'Write down a session or day of learning of your own activity, once it has happened',
  tags,
  request: {
    params: activityId,
    body: body(z.object({ on: z.string().max(10), minutes: z.number().int(), words: z.string().max(4000) })),
  },
  responses: {
    201: json(z.object({ written: z.literal(true) }), 'Written down'),
    409: problem('It does not run'),
    422: problem('What is wrong with the entry'),
    ...errorResponses,
  },
})
const confirmRoute = createRoute({
  method: 'post',
  path: '/activities/{id}/confirmations',
  summary: 'Confirm sessions of an activity that you accompany',
  tags,
  request: { params: activityId, body: body(z.object({ entries: z.array(z.number().int().min(1)).min(1).max(500) })) },
  responses: {
    200: json(z.object({ confirmed: z.literal(true) }), 'Confirmed'),
    409: problem('It does not run, or nothing was left to confirm'),
    ...errorResponses,
  },
})

type M = (typeof activityMessages)['id']
const words = (status: 409 | 422, say: (m: M) => string) =>
  new Refusal(status, { id: say(activityMessages.id), en: say(activityMessages.en) })
const stale = () => words(409, m => m.stale)

/** Learning activities by program, under /api/v1. */
export function activityApi(services: Services) {
  const app = createApi()
  type Which = Parameters<typeof activitiesAfter>[1]
  const page = (rows: Awaited<ReturnType<typeof activitiesAfter>>, limit: number) => {
    const { data, next } = cut(rows, limit, row => [row.id])
    return { data: data.map(itemOf), next }
  }
  const which = (query: z.infer<typeof filters>, more: Partial<Which>): Which => ({
    of: null,
    notOf: null,
    drafts: false,
    state: query.state ?? null,
    kind: query.kind ?? null,
    after: idInCursor(query.cursor),
    limit: query.limit + 1,
    ...more,
  })

  app.openapi(ownRoute, async c => {
    const query = c.req.valid('query')
    const { pegawaiId } = actorOf(c)
    if (pegawaiId === null) return c.json({ data: [], next: null }, 200)
    const wanted = which(query, { of: pegawaiId, drafts: true })
    const rows = await inScope(services.db, ownActivities(actorOf(c)), tx => activitiesAfter(tx, wanted))
    return c.json(page(rows, query.limit), 200)
  })

  app.openapi(accompaniedRoute, async c => {
    const query = c.req.valid('query')
    if (actorOf(c).pegawaiId === null) return c.json({ data: [], next: null }, 200)
    const rows = await asRater(services.db, partnerOf(actorOf(c)), tx => activitiesAfter(tx, which(query, {})))
    return c.json(page(rows, query.limit), 200)
  })

  app.openapi(othersRoute, async c => {
    const query = c.req.valid('query')
    const wanted = which(query, { notOf: actorOf(c).pegawaiId })
    const rows = await inScope(services.db, decideActivities(actorOf(c)), tx => activitiesAfter(tx, wanted))
    return c.json(page(rows, query.limit), 200)
  })

  app.openapi(oneRoute, async c => {
    const { activity, parts, log, letters } = await activityHere(services, actorOf(c), c.req.valid('param').id)
    const steps = activitySteps.filter(one => stepTo(activity.kind, activity.state, one, parts) !== null)
    const files = letters.map(({ id, number, date, withdrawn }) => ({
      number,
      date,
      file: `/kegiatan/${activity.id}/surat/${id}.pdf`,
      withdrawn: withdrawn && { at: new Date(withdrawn.at).toISOString(), why: withdrawn.why },
    }))
    const { aim, plan } = activity
    return c.json({ ...itemOf(activity), aim, plan, log: log.map(logOf), letters: files, steps }, 200)
  })

  app.openapi(draftRoute, async c => {
    const given = c.req.valid('json')
    const { pegawaiId } = actorOf(c)
    if (pegawaiId === null) throw forbidden()
    const partner = await partnerOfNip(services, actorOf(c), given.partnerNip, null)
    const plain = (text: string) => text.replaceAll('\0', '').trim()
    const form = {
      jenis: given.kind,
      nama: plain(given.title),
      tujuan: plain(given.aim),
      rencana: plain(given.plan),
      nip: given.partnerNip,
      tempat: plain(given.host),
      kontak: plain(given.hostContact),
      surat: plain(given.letterNumber),
      luar_negeri: given.international ? '1' : '',
      mulai: given.startsOn,
      selesai: given.endsOn,
    }
    const typed = typedActivity(form, partner, pegawaiId)
    if (!typed.ok) throw words(422, m => typed.flaws.map(flaw => m.flaws[flaw]).join(' '))
    return c.json({ id: await actions.draftActivity(services, actorOf(c), typed.values) }, 201)
  })

  app.openapi(stepRoute, async c => {
    const { step, reason, outcome } = c.req.valid('json')
    const seen = await activityHere(services, actorOf(c), c.req.valid('param').id)
    if (needsReason(step) && reason.trim().length < 10) throw words(422, m => m.reasonMissing)
    const said = { reason: needsReason(step) ? reason.trim() : null, ...(step === 'report' ? { outcome: outcome.trim() } : {}) }
    const taken = await actions.takeStep(services, actorOf(c), seen.activity.id, step, seen.parts, said)
    if (!taken.ok && 'flaws' in taken) throw words(422, m => taken.flaws.map(flaw => m.reportFlaws[flaw]).join(' '))
    if (!taken.ok) throw stale()
    const to = stepTo(seen.activity.kind, seen.activity.state, step, seen.parts)!
    return c.json({ id: seen.activity.id, state: to }, 200)
  })

  app.openapi(logRoute, async c => {
    const { on, minutes, words: done } = c.req.valid('json')
    const { activity, parts } = await activityHere(services, actorOf(c), c.req.valid('param').id)
    if (!parts.includes('learner')) throw notFound()
    const entry = { on: typedDay(on), minutes, words: done.replaceAll('\0', '').trim() }
    const flaws = logFlaws(entry, activity, services.clock.today())
    if (flaws.length > 0) throw words(422, m => flaws.map(flaw => m.logFlaws[flaw]).join(' '))
    const saved = await actions.writeLog(services, actorOf(c), activity.id, { ...entry, on: entry.on! })
    if (saved === 'stale') throw stale()
    return c.json({ written: true as const }, 201)
  })

  app.openapi(confirmRoute, async c => {
    const { activity, parts } = await activityHere(services, actorOf(c), c.req.valid('param').id)
    if (!parts.includes('partner')) throw notFound()
    const done = await actions.confirmSessions(services, actorOf(c), activity.id, c.req.valid('json').entries)
    if (done === 'stale') throw stale()
    return c.json({ confirmed: true as const }, 200)
  })

  return app
}
