import { createRoute, z } from '@hono/zod-openapi'
import { listInstansi } from '../../people/index.ts'
import { coversInstansi, narrowTo } from '../../platform/actor.ts'
import { inScope } from '../../platform/db/index.ts'
import { createApi, cut, errorResponses, json, listOf, listQuery, readCursor, unknownCursor } from '../../platform/http/api.ts'
import { actorOf, type Services } from '../../platform/http/context.ts'
import { readLacking } from '../access.ts'
import { lackingAfter } from './store.ts'

const lack = z
  .object({
    pegawai: z.object({ id: z.number().int(), nip: z.string(), name: z.string() }),
    instansi: z.string(),
    unit: z.string(),
    jabatan: z.string(),
    jenjang: z.string(),
    since: z.string().nullable().openapi({ description: 'Holds the post since; null: not known' }),
    training: z.object({ key: z.string(), name: z.string(), kind: z.enum(['pelatihan', 'sertifikat']) }),
    importance: z.enum(['mutlak', 'penting', 'perlu']),
    mandateBasis: z.string().nullable(),
  })
  .openapi('TrainingGap')

function keyInCursor(cursor: string | undefined): readonly [number, string] {
  if (!cursor) return [0, '']
  const [id, key] = readCursor(cursor) ?? []
  if (typeof id === 'number' && Number.isInteger(id) && id > 0 && id < 2 ** 31 && typeof key === 'string') return [id, key]
  throw unknownCursor()
}

export function lackingApi(services: Services) {
  const { db } = services
  const api = createApi()

  api.openapi(
    createRoute({
      method: 'get',
      path: '/training-gaps',
      summary: 'Who holds a post without a training or certificate that its standard asks for',
      request: { query: listQuery },
      responses: { 200: json(listOf(lack), 'Of people in your scope'), ...errorResponses },
    }),
    async c => {
      const { instansi, limit, cursor } = c.req.valid('query')
      const scope = readLacking(actorOf(c))
      const after = keyInCursor(cursor)
      const asked = instansi === undefined ? null : (await listInstansi(db)).find(one => one.regionCode === instansi)
      const isTeam = scope.kind === 'people'
      if (scope.kind === 'none' || asked === undefined || (asked && !isTeam && !coversInstansi(scope, asked.id)))
        return c.json({ data: [], next: null }, 200)
      const rows = await inScope(db, asked ? narrowTo(scope, [asked.id]) : scope, tx =>
        lackingAfter(tx, { instansiId: asked?.id ?? null, after, limit: limit + 1 }),
      )
      const page = cut(rows, limit, row => [row.pegawai_id, row.key])
      return c.json(
        {
          data: page.data.map(row => ({
            pegawai: { id: row.pegawai_id, nip: row.nip, name: row.name },
            instansi: row.instansi,
            unit: row.unit,
            jabatan: row.jabatan,
            jenjang: row.jenjang,
            since: row.since,
            training: { key: row.key, name: row.training, kind: row.kind },
            importance: row.importance,
            mandateBasis: row.basis,
          })),
          next: page.next,
        },
        200,
      )
    },
  )

  return api
}
