import { createRoute, z } from '@hono/zod-openapi'
import { coversInstansi, type Scope } from '../platform/actor.ts'
import { inScope } from '../platform/db/index.ts'
import { createApi, cut, errorResponses, idInCursor, json, listOf, listQuery } from '../platform/http/api.ts'
import { actorOf, type Services } from '../platform/http/context.ts'
import { notFound } from '../platform/http/refusal.ts'
import { readOrganisation, readPegawai } from './access.ts'
import { instansiItem, instansiOf, jabatanItem, pegawaiDetail, pegawaiItem, pegawaiOf, postItem, unitItem } from './api-schema.ts'
import { jabatanAfter, unitsAfter } from './store/api.ts'
import { instansiByRegion, listInstansi } from './store/instansi.ts'
import { listPegawai } from './store/pegawai.ts'
import { historyOf, personById } from './store/person.ts'
import { postsAfter } from './store/post-map.ts'

const list = <P extends string, T extends z.ZodType>(path: P, item: T, summary: string, query = listQuery) =>
  createRoute({
    method: 'get',
    path,
    summary,
    tags: ['people'],
    request: { query },
    responses: { 200: json(listOf(item), summary), 400: errorResponses[400], 401: errorResponses[401] },
  })

const listRoute = {
  instansi: list('/instansi', instansiItem, 'Governments in your scope'),
  units: list('/units', unitItem, 'Units of the governments in your scope'),
  jabatan: list('/jabatan', jabatanItem, 'Posts of the governments in your scope'),
  pegawai: createRoute({
    method: 'get',
    path: '/pegawai',
    summary: 'Civil servants in your scope, by id',
    tags: ['people'],
    request: {
      query: listQuery.extend({
        q: z.string().max(80).optional().openapi({ description: 'Words of the name, or the beginning of a NIP' }),
      }),
    },
    responses: { 200: json(listOf(pegawaiItem), 'A page of civil servants'), 400: errorResponses[400], 401: errorResponses[401] },
  }),
}

const postMap = createRoute({
  method: 'get',
  path: '/post-map',
  summary: 'The posts of a government with who holds them, by id',
  tags: ['people'],
  request: {
    query: listQuery.extend({
      instansi: z.string().max(20).openapi({ example: '19', description: 'Region code' }),
      state: z.enum(['kosong', 'sebagian', 'lengkap', 'berlebih']).optional(),
    }),
  },
  responses: { 200: json(listOf(postItem), 'A page of posts'), 400: errorResponses[400], 401: errorResponses[401] },
})

const onePegawai = createRoute({
  method: 'get',
  path: '/pegawai/{id}',
  summary: 'One civil servant with history',
  tags: ['people'],
  request: { params: z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) }) },
  responses: { 200: json(pegawaiDetail, 'The civil servant'), ...errorResponses },
})

export function peopleApi(services: Services) {
  const app = createApi()

  /** The ids a list may range over: null for all; narrowed to the region code where one is given. */
  const rangeOf = async (scope: Scope, regionCode: string | undefined): Promise<number[] | null> => {
    const within = scope.kind === 'nation' ? null : scope.kind === 'instansi' ? scope.instansi : []
    if (regionCode === undefined) return within
    const asked = await instansiByRegion(services.db, regionCode)
    return asked && (within === null || within.includes(asked.id)) ? [asked.id] : []
  }

  app.openapi(listRoute.instansi, async c => {
    const { instansi, limit, cursor } = c.req.valid('query')
    const ids = await rangeOf(readOrganisation(actorOf(c)), instansi)
    const all = await listInstansi(services.db)
    const after = idInCursor(cursor)
    const rows = all.filter(row => (ids === null || ids.includes(row.id)) && row.id > after).sort((a, b) => a.id - b.id)
    const { data, next } = cut(rows, limit, row => [row.id])
    return c.json({ data: data.map(row => instansiOf(row, all)), next }, 200)
  })

  app.openapi(listRoute.units, async c => {
    const { instansi, limit, cursor } = c.req.valid('query')
    const instansiIds = await rangeOf(readOrganisation(actorOf(c)), instansi)
    const rows = await unitsAfter(services.db, { instansiIds, afterId: idInCursor(cursor), limit: limit + 1 })
    return c.json(
      cut(rows, limit, row => [row.id]),
      200,
    )
  })

  app.openapi(listRoute.jabatan, async c => {
    const { instansi, limit, cursor } = c.req.valid('query')
    const instansiIds = await rangeOf(readOrganisation(actorOf(c)), instansi)
    const rows = await jabatanAfter(services.db, { instansiIds, afterId: idInCursor(cursor), limit: limit + 1 })
    return c.json(
      cut(rows, limit, row => [row.id]),
      200,
    )
  })

  app.openapi(listRoute.pegawai, async c => {
    const { instansi, limit, cursor, q } = c.req.valid('query')
    const afterId = idInCursor(cursor)
    const asked = instansi === undefined ? null : await instansiByRegion(services.db, instansi)
    if (instansi !== undefined && !asked) return c.json({ data: [], next: null }, 200)
    const filter = { instansiId: asked?.id ?? null, q: q?.trim() ?? '' }
    const rows = await inScope(services.db, readPegawai(actorOf(c)), tx =>
      listPegawai(tx, filter, { order: 'id', afterId, limit: limit + 1 }),
    )
    const { data, next } = cut(rows, limit, row => [row.id])
    return c.json({ data: data.map(pegawaiOf), next }, 200)
  })

  app.openapi(postMap, async c => {
    const { instansi, state, limit, cursor } = c.req.valid('query')
    const afterId = idInCursor(cursor)
    const scope = readPegawai(actorOf(c))
    const asked = await instansiByRegion(services.db, instansi)
    if (!asked || !coversInstansi(scope, asked.id)) return c.json({ data: [], next: null }, 200)
    const filter = { instansiId: asked.id, unitId: null, jenjang: null, state: state ?? null, acting: false, q: '' }
    const rows = await inScope(services.db, scope, tx => postsAfter(tx, filter, afterId, limit + 1))
    const { data, next } = cut(rows, limit, row => [row.id])
    return c.json({ data: data.map(row => ({ ...row, instansi })), next }, 200)
  })

  app.openapi(onePegawai, async c => {
    const { id } = c.req.valid('param')
    const found = await inScope(services.db, readPegawai(actorOf(c)), async tx => {
      const person = await personById(tx, id)
      return person && { person, history: await historyOf(tx, id) }
    })
    if (!found) throw notFound()
    const { pegawaiId, instansi, unit, ...rest } = found.person
    return c.json(
      {
        id: pegawaiId,
        ...rest,
        instansi: instansi.regionCode,
        unit: { id: unit.id, name: unit.name, path: unit.path },
        history: found.history,
      },
      200,
    )
  })

  return app
}
