import { createRoute, z } from '@hono/zod-openapi'
import { type Instansi, listInstansi } from '../../people/index.ts'
import { coversInstansi, narrowTo, type Scope } from '../../platform/actor.ts'
import { inScope } from '../../platform/db/index.ts'
import { createApi, cut, errorResponses, idInCursor, json, listOf, listQuery } from '../../platform/http/api.ts'
import { actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { forbidden, notFound, Refusal } from '../../platform/http/refusal.ts'
import { readNeedPeople, readNeeds } from '../access.ts'
import { componentNames } from '../rules/priority.ts'
import * as schema from './api-schema.ts'
import { askComparison, askDay } from './ask.ts'
import { messages } from './messages.ts'
import { type DayFlaw, dayIn, flawOf } from './rules/days.ts'
import * as store from './store.ts'
import { comparisonById, peopleMoved } from './store-comparison.ts'

const id = z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) })
const errors = {
  ...errorResponses,
  422: { description: 'The days cannot be asked for; `detail` says why', content: errorResponses[400].content },
  429: { description: 'Too many days are being worked out already', content: errorResponses[400].content },
}
const badDay = (why: DayFlaw) => new Refusal(422, { id: messages.id.flaws[why], en: messages.en.flaws[why] })
const body = <T extends z.ZodType>(of: T) => ({ required: true, content: { 'application/json': { schema: of } } })

/** Days worked out again, and what moved between two of them. */
export function recountApi(services: Services) {
  const { db } = services
  const api = createApi()

  const governments = async (scope: Scope): Promise<Instansi[]> =>
    (await listInstansi(db)).filter(one => coversInstansi(scope, one.id))
  const readable = (c: Ctx) => readNeeds(actorOf(c))

  /** @throws Refusal 403 who reads no figures, 404 not those of this government */
  const place = async (c: Ctx, code: string) => {
    const scope = readable(c)
    if (scope.kind === 'none' || scope.kind === 'people') throw forbidden()
    const chosen = (await governments(scope)).find(one => one.regionCode === code)
    if (!chosen) throw notFound()
    const today = services.clock.today(chosen.timeZone)
    return { chosen, today, asker: { actor: actorOf(c), instansiId: chosen.id, scope: narrowTo(scope, [chosen.id]) } }
  }
  const codeOf = async (c: Ctx, instansiId: number) =>
    (await governments(readable(c))).find(one => one.id === instansiId)?.regionCode ?? ''

  api.openapi(
    createRoute({
      method: 'get',
      path: '/recounts',
      summary: 'Days that were worked out again, the newest first',
      request: { query: listQuery },
      responses: { 200: json(listOf(schema.recountList), 'Of governments in your scope'), ...errorResponses },
    }),
    async c => {
      const { instansi, limit, cursor } = c.req.valid('query')
      const scope = readable(c)
      const within = (await governments(scope)).filter(one => instansi === undefined || one.regionCode === instansi)
      if (within.length === 0) return c.json({ data: [], next: null }, 200)
      const ids = within.map(one => one.id)
      const before = idInCursor(cursor)
      const rows = await inScope(db, narrowTo(scope, ids), tx => store.lastRecounts(tx, ids, before, limit + 1))
      const page = cut(rows, limit, row => [row.id])
      const codes = new Map(within.map(one => [one.id, one.regionCode]))
      return c.json({ data: page.data.map(run => schema.recountJson(run, codes.get(run.instansiId)!)), next: page.next }, 200)
    },
  )

  api.openapi(
    createRoute({
      method: 'post',
      path: '/recounts',
      summary: 'Have the figures of a day worked out again; what is worked out and still true is given back',
      request: { body: body(z.object({ instansi: schema.instansi, day: schema.day, again: schema.again })) },
      responses: { 202: json(schema.recountList, 'It is done, or will be: ask for it by its id'), ...errors },
    }),
    async c => {
      const { instansi, day, again } = c.req.valid('json')
      const { chosen, today, asker } = await place(c, instansi)
      const read = dayIn(day)
      if (read === null || read > today) throw badDay(read === null ? 'not_a_day' : 'to_come')
      return c.json(schema.recountJson(await askDay(services, asker, read, again), chosen.regionCode), 202)
    },
  )

  api.openapi(
    createRoute({
      method: 'get',
      path: '/recounts/{id}',
      summary: 'A day as it was worked out again: its ranking, and the rules and standards that made it',
      request: { params: id },
      responses: { 200: json(schema.recount, 'The day'), ...errorResponses },
    }),
    async c => {
      const found = await inScope(db, readable(c), async tx => {
        const run = await store.recountById(tx, c.req.valid('param').id)
        return run && { run, needs: run.state === 'done' ? await store.needsThen(tx, run.id) : [] }
      })
      if (!found) throw notFound()
      const needs = found.needs.map(need => ({
        competency: { code: need.code, name: need.name, pillar: need.pillar },
        jenjang: need.jenjang,
        levelFrom: need.level_from,
        levelTo: need.level_to,
        people: need.people,
        staff: need.staff,
        score: need.score,
        completeness: need.known,
        tier: need.tier,
        components: Object.fromEntries(componentNames.map(name => [name, need[name]])),
      }))
      const { run } = found
      return c.json({ ...schema.recountJson(run, await codeOf(c, run.instansiId)), rules: run.rules, needs }, 200)
    },
  )

  api.openapi(
    createRoute({
      method: 'post',
      path: '/comparisons',
      summary: 'Have two days compared: what moved and why',
      request: {
        body: body(z.object({ instansi: schema.instansi, from: schema.day, until: schema.day, again: schema.again })),
      },
      responses: { 202: json(schema.comparison, 'It is made, or will be: ask for it by its id'), ...errors },
    }),
    async c => {
      const { instansi, from, until, again } = c.req.valid('json')
      const { chosen, today, asker } = await place(c, instansi)
      const flaw = flawOf(dayIn(from), dayIn(until), today)
      if (flaw) throw badDay(flaw.why)
      const made = await askComparison(services, asker, { from, until }, again)
      const found = await inScope(db, asker.scope, tx => comparisonById(tx, made))
      return c.json(schema.comparisonJson(found!, chosen.regionCode), 202)
    },
  )

  api.openapi(
    createRoute({
      method: 'get',
      path: '/comparisons/{id}',
      summary: 'Two days compared',
      request: { params: id },
      responses: { 200: json(schema.comparison, 'The comparison'), ...errorResponses },
    }),
    async c => {
      const found = await inScope(db, readable(c), tx => comparisonById(tx, c.req.valid('param').id))
      if (!found) throw notFound()
      return c.json(schema.comparisonJson(found, await codeOf(c, found.instansiId)), 200)
    },
  )

  api.openapi(
    createRoute({
      method: 'get',
      path: '/comparisons/{id}/people',
      summary: 'Of whom something moved between the two days; kept for a month',
      request: {
        params: id,
        query: listQuery.omit({ instansi: true }).extend({ cause: schema.cause.optional(), move: schema.move.optional() }),
      },
      responses: { 200: json(listOf(schema.movedPerson), 'People in your scope'), ...errorResponses },
    }),
    async c => {
      const { limit, cursor, cause, move } = c.req.valid('query')
      const found = await inScope(db, readable(c), tx => comparisonById(tx, c.req.valid('param').id))
      if (!found) throw notFound()
      const scope = narrowTo(readNeedPeople(actorOf(c)), [found.instansiId])
      if (!coversInstansi(scope, found.instansiId)) return c.json({ data: [], next: null }, 200)
      const offset = idInCursor(cursor)
      const part = { order: 'kompetensi' as const, offset, limit: limit + 1 }
      const rows = await inScope(db, scope, tx => peopleMoved(tx, found.id, { cause, move: move ?? 'all' }, part))
      const page = cut(rows, limit, () => [offset + limit])
      return c.json(
        {
          data: page.data.map(row => ({
            id: row.pegawaiId,
            nip: row.nip,
            name: row.name,
            unit: row.unit,
            competency: { code: row.code, name: row.competency },
            cause: row.cause,
            move: row.move as z.infer<typeof schema.move>,
            before: { required: row.requiredBefore, held: row.heldBefore },
            after: { required: row.requiredAfter, held: row.heldAfter },
          })),
          next: page.next,
        },
        200,
      )
    },
  )

  return api
}
