import { createRoute, z } from '@hono/zod-openapi'
import { listInstansi } from '../../people/index.ts'
import { coversInstansi, narrowTo } from '../../platform/actor.ts'
import { inScope } from '../../platform/db/index.ts'
import { createApi, errorResponses, json } from '../../platform/http/api.ts'
import { actorOf, type Services } from '../../platform/http/context.ts'
import { forbidden, notFound } from '../../platform/http/refusal.ts'
import { policyAt } from '../../policies/index.ts'
import { listCompetencies } from '../../standards/index.ts'
import { readNeeds } from '../access.ts'
import { gapCostPolicy, ratesOf } from './policy.ts'
import { closingCost, type Load, openCost, wholeRupiah } from './rules/cost.ts'
import { loadsByCompetency } from './store.ts'

const rupiah = z.number().int().nullable().openapi({ description: 'Whole rupiah; null: not known' })
const cost = {
  yearly: rupiah.openapi({
    description: 'What leaving the gaps open costs a year, of the levels that are counted; null: not known',
  }),
  closing: rupiah.openapi({ description: 'What closing them costs once; null: not known' }),
  levels: z.number().int().openapi({ description: 'Levels missing that are counted' }),
  uncounted: z.number().int().openapi({ description: 'Levels missing of posts whose yearly cost nobody filled in' }),
}
const gapCost = z
  .object({
    instansi: z.string(),
    policy: z.object({ version: z.number(), source: z.string(), value: z.record(z.string(), z.number().nullable()) }),
    ...cost,
    competencies: z.array(z.object({ code: z.string(), name: z.string(), ...cost })),
  })
  .openapi('GapCost', { description: 'A local estimate; no act has a formula or a number' })

/** What gaps cost that stay open. */
export function costApi(services: Services) {
  const { db } = services
  const api = createApi()

  api.openapi(
    createRoute({
      method: 'get',
      path: '/gap-cost',
      summary: 'What open competence gaps of posts held cost, in all and by competency',
      request: { query: z.object({ instansi: z.string().max(20).openapi({ example: '19', description: 'Region code' }) }) },
      responses: { 200: json(gapCost, 'The estimate'), ...errorResponses },
    }),
    async c => {
      const scope = readNeeds(actorOf(c))
      if (scope.kind === 'none' || scope.kind === 'people') throw forbidden()
      const { instansi } = c.req.valid('query')
      const chosen = (await listInstansi(db)).find(one => one.regionCode === instansi && coversInstansi(scope, one.id))
      if (!chosen) throw notFound()
      const { loads, policy } = await inScope(db, narrowTo(scope, [chosen.id]), async tx => ({
        loads: await loadsByCompetency(tx, chosen.id),
        policy: await policyAt(tx, gapCostPolicy, chosen.id, services.clock.today(chosen.timeZone)),
      }))
      const rates = ratesOf(policy.value)
      const said = (part: readonly Load[]) => {
        const { exact, levels, unknown } = openCost(part, rates)
        const closing = closingCost(levels + unknown, rates)
        return {
          yearly: exact === null ? null : Number(wholeRupiah(exact)),
          closing: closing === null ? null : Number(closing),
          levels,
          uncounted: unknown,
        }
      }
      const names = await listCompetencies(db)
      const competencies = names.flatMap(({ id, code, name }) => {
        const part = loads.filter(load => load.competency_id === id)
        return part.length > 0 ? [{ code, name, ...said(part) }] : []
      })
      const { version, source, value } = policy
      return c.json({ instansi, policy: { version, source, value }, ...said(loads), competencies }, 200)
    },
  )

  return api
}
