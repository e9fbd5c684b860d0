import { createRoute, z } from '@hono/zod-openapi'
import { listInstansi } from '../../people/index.ts'
import { coversInstansi, narrowTo } from '../../platform/actor.ts'
import { inScope } from '../../platform/db/index.ts'
import { createApi, cut, errorResponses, idInCursor, json, listOf, listQuery } from '../../platform/http/api.ts'
import { actorOf, type Services } from '../../platform/http/context.ts'
import { forbidden, notFound } from '../../platform/http/refusal.ts'
import type { JpmCap } from '../../regulation/index.ts'
import { readStandings } from '../access.ts'
import { weighingOn } from '../policies.ts'
import { jpmPercent } from '../rules/jpm.ts'
import { type Standing, standingRows } from './store/standings.ts'

const standing = z
  .object({
    instansi: z.string().openapi({ description: 'Region code' }),
    pegawaiId: z.number().int(),
    nip: z.string(),
    name: z.string(),
    competency: z
      .number()
      .nullable()
      .openapi({ description: 'Job person match in percent, not rounded; null: nothing was assessed' }),
    assessed: z.number().int().openapi({ description: 'Competencies assessed, of those that the jabatan asks for' }),
    asked: z.number().int(),
    potential: z.number().nullable().openapi({ description: 'Match of potential in percent, not rounded' }),
    aspects: z.number().int().openapi({ description: 'Aspects of potential that were assessed' }),
    ikk: z.number().nullable().openapi({ description: 'Gap index, not rounded; null: one of its parts is not known' }),
    band: z.string().nullable(),
    category: z.string().nullable().openapi({ description: 'Of the match, for the purpose of mapping' }),
    validUntil: z.string().nullable().openapi({ format: 'date', description: 'The first day on which one of the results ends' }),
  })
  .openapi('Standing')

const listRoute = createRoute({
  method: 'get',
  path: '/ikk',
  summary:
    'Where the active people of one government stand who have a result that holds: match, potential and gap index (IKK), by name',
  tags: ['assessment'],
  request: { query: listQuery },
  responses: {
    200: json(listOf(standing), 'Standings; of your own government where `instansi` is not given'),
    ...errorResponses,
  },
})

const present = (row: Standing, instansi: string, cap: JpmCap) => ({
  instansi,
  pegawaiId: row.pegawaiId,
  nip: row.nip,
  name: row.name,
  competency:
    row.held === null || row.capped === null || row.required === null
      ? null
      : jpmPercent({ held: row.held, capped: row.capped, required: row.required }, cap),
  assessed: row.assessed,
  asked: row.asked,
  potential: row.potential === null || row.potentialOf === null ? null : (row.potential * 100) / row.potentialOf,
  aspects: row.aspects,
  ikk: row.ikk,
  band: row.band,
  category: row.category,
  validUntil: row.validUntil,
})

export function standingsApi(services: Services) {
  const app = createApi()

  app.openapi(listRoute, async c => {
    const { instansi, limit, cursor } = c.req.valid('query')
    const actor = actorOf(c)
    const scope = readStandings(actor)
    const within = (await listInstansi(services.db)).filter(row => coversInstansi(scope, row.id))
    if (within.length === 0) throw forbidden()
    const home = within.find(row => row.id === actor.homeInstansiId) ?? within[0]!
    const chosen = instansi === undefined ? home : within.find(row => row.regionCode === instansi)
    if (!chosen) throw notFound()
    const today = services.clock.today(chosen.timeZone)
    const offset = idInCursor(cursor)
    const filter = { instansiId: chosen.id, unitId: null, campaignId: null, q: '', assessed: true, band: null, category: null }
    const { cap, rows } = await inScope(services.db, narrowTo(scope, [chosen.id]), async tx => {
      const rules = await weighingOn(tx, chosen.id, today)
      const by = { cap: rules.cap.value.cap, weights: rules.weights.value, purpose: 'pemetaan' as const, day: today }
      return {
        cap: by.cap,
        rows: await standingRows(tx, filter, by, { order: 'nama', descending: false, offset, limit: limit + 1 }),
      }
    })
    const { data, next } = cut(rows, limit, () => [offset + limit])
    return c.json({ data: data.map(row => present(row, chosen.regionCode, cap)), next }, 200)
  })

  return app
}
