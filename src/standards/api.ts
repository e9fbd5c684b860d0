import { createRoute, z } from '@hono/zod-openapi'
import { coversInstansi } from '../platform/actor.ts'
import { createApi, cut, errorResponses, idInCursor, json, listOf, listQuery } from '../platform/http/api.ts'
import { actorOf, type Services } from '../platform/http/context.ts'
import { notFound } from '../platform/http/refusal.ts'
import { highestLevel, lowestLevel } from '../regulation/index.ts'
import { readStandards } from './access.ts'
import { listCompetencies } from './store/competency.ts'
import { jabatanById } from './store/jabatan.ts'
import { requirementsOf } from './store/standard.ts'

const pillar = z.enum(['manajerial', 'sosial_kultural', 'teknis', 'pemerintahan'])
const level = z.number().int().min(lowestLevel).max(highestLevel)

const competencyItem = z
  .object({
    id: z.number().int(),
    code: z.string(),
    name: z.string(),
    nameEn: z.string().nullable(),
    pillar,
    urusan: z.string().nullable(),
    legalBasis: z.string(),
    verified: z.boolean().openapi({ description: 'False: a default that was not compared with the official text' }),
    levels: z.array(z.object({ level, label: z.string() })),
  })
  .openapi('Competency')

const standardItem = z
  .object({
    competency: z.object({ code: z.string(), name: z.string(), pillar }),
    level,
    label: z.string().nullable(),
    source: z.enum(['own', 'class']).openapi({ description: 'Set for this jabatan, or the default of its class' }),
    legalBasis: z.string().nullable(),
    verified: z.boolean(),
  })
  .openapi('StandardLine')

const standard = z
  .object({
    jabatan: z.object({
      id: z.number().int(),
      code: z.string(),
      name: z.string(),
      jenjang: z.string(),
      urusan: z.string().nullable(),
    }),
    instansi: z.string(),
    data: z.array(standardItem),
  })
  .openapi('Standard')

const competenciesRoute = createRoute({
  method: 'get',
  path: '/competencies',
  summary: 'The competency dictionary',
  tags: ['standards'],
  request: { query: listQuery.omit({ instansi: true }).extend({ pillar: pillar.optional() }) },
  responses: { 200: json(listOf(competencyItem), 'Competencies by id'), 400: errorResponses[400], 401: errorResponses[401] },
})

const standardRoute = createRoute({
  method: 'get',
  path: '/jabatan/{id}/standard',
  summary: 'What a post demands',
  tags: ['standards'],
  request: { params: z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) }) },
  responses: { 200: json(standard, 'The standard'), ...errorResponses },
})

export function standardsApi(services: Services) {
  const app = createApi()

  app.openapi(competenciesRoute, async c => {
    const { limit, cursor, pillar } = c.req.valid('query')
    const after = idInCursor(cursor)
    const rows = (await listCompetencies(services.db)).filter(
      row => row.id > after && (pillar === undefined || row.pillar === pillar),
    )
    rows.sort((a, b) => a.id - b.id)
    return c.json(
      cut(rows, limit, row => [row.id]),
      200,
    )
  })

  app.openapi(standardRoute, async c => {
    const jabatan = await jabatanById(services.db, c.req.valid('param').id)
    if (!jabatan || !coversInstansi(readStandards(actorOf(c)), jabatan.instansi.id)) throw notFound()
    const { id, code, name, jenjang, urusan, instansi } = jabatan
    const rows = await requirementsOf(services.db, id, services.clock.today())
    const data = rows.map(row => ({
      competency: { code: row.code, name: row.name, pillar: row.pillar },
      level: row.level,
      label: row.levelLabel,
      source: row.fromClass ? ('class' as const) : ('own' as const),
      legalBasis: row.legalBasis,
      verified: row.verified,
    }))
    return c.json({ jabatan: { id, code, name, jenjang, urusan }, instansi: instansi.regionCode, data }, 200)
  })

  return app
}
