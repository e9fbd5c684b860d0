import { createRoute, z } from '@hono/zod-openapi'
import { type Actor, narrowTo } from '../platform/actor.ts'
import { inScope } from '../platform/db/index.ts'
import {
  createApi,
  cut,
  errorResponses,
  idInCursor,
  json,
  listOf,
  listQuery,
  problemOf,
  problemSchema,
} from '../platform/http/api.ts'
import { actorOf, type Services } from '../platform/http/context.ts'
import { notFound, Refusal } from '../platform/http/refusal.ts'
import { type ImportSight, importSights, mayImport, scopeOfSights } from './access.ts'
import * as actions from './actions.ts'
import { tooBigWords } from './file-words.ts'
import type { ImportKind, KindName } from './kind.ts'
import { type Import, instansiChoices, listImports } from './store.ts'
import { isTooBig, limitUpload, readUpload } from './uploads.ts'

const kindNames = [
  'jabatan',
  'pegawai',
  'standar',
  'syarat',
  'kamus',
  'hasil',
  'potensi',
  'pelatihan',
  'rw_kursus',
  'rw_diklat',
  'kinerja',
  'sasaran',
  'nomenklatur',
  'kebutuhan',
  'penawaran',
  'kursus',
] as const satisfies KindName[]
const states = ['reading', 'mapping', 'preview', 'applying', 'done', 'failed', 'cancelled'] as const
const counts = z.object({ new: z.number(), changed: z.number(), same: z.number(), skipped: z.number(), refused: z.number() })

const importItem = z
  .object({
    id: z.number(),
    kind: z.enum(kindNames),
    instansi: z.string().openapi({ example: '19', description: 'Region code' }),
    file: z.string(),
    state: z.enum(states),
    progress: z.number().openapi({ description: 'Rows handled so far while `reading`' }),
    total: z.number(),
    counts: counts.nullable().openapi({ description: 'What the rows come to; from `preview` on' }),
    problem: z.string().nullable().openapi({ description: 'Why it failed and what to do, in Indonesian' }),
    refused: z.string().nullable().openapi({ description: 'Where the refused rows can be fetched as XLSX' }),
    createdAt: z.string(),
    finishedAt: z.string().nullable(),
  })
  .openapi('Import')
const started = z.object({ id: z.number(), state: z.enum(states) }).openapi('ImportStarted')

const itemOf = (it: Import) => ({
  id: it.id,
  kind: it.kind,
  instansi: it.region_code,
  file: it.file_name,
  state: it.state,
  progress: it.progress,
  total: it.total,
  counts: it.counts,
  problem: it.problem?.id ?? null,
  refused: it.counts && it.counts.refused > 0 && it.file_bytes > 0 ? `/impor/${it.id}/ditolak.xlsx` : null,
  createdAt: it.created_at.toISOString(),
  finishedAt: it.finished_at?.toISOString() ?? null,
})

const problemContent = { 'application/problem+json': { schema: problemSchema } }
const tags = ['imports']
const oneId = z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) })
const tooBig = () => new Refusal(413, tooBigWords)

const uploadRoute = createRoute({
  method: 'post',
  path: '/imports',
  summary: 'Upload a file; it is read and compared, and nothing is written before `apply`',
  tags,
  middleware: [limitUpload(c => problemOf(c, tooBig()))] as const,
  request: {
    query: z.object({
      instansi: z.string().min(1).max(20).openapi({ example: '19', description: 'Region code' }),
      kind: z.enum(kindNames),
      filename: z.string().max(150).optional().openapi({ description: 'Name of the file where the body is the file itself' }),
    }),
    body: {
      description: 'The file as field `file` of a form, or as the body itself',
      // Described without Zod: a body of any other type is taken as the file itself.
      content: {
        'multipart/form-data': { schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } },
        'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
      },
    },
  },
  responses: {
    202: json(started, 'Accepted; follow it at /imports/{id}'),
    413: { description: 'Larger than 25 MB', content: problemContent },
    422: { description: 'No file, or an empty one', content: problemContent },
    ...errorResponses,
  },
})

const listRoute = createRoute({
  method: 'get',
  path: '/imports',
  summary: 'Imports in your scope, newest first',
  tags,
  request: { query: listQuery.extend({ kind: z.enum(kindNames).optional() }) },
  responses: { 200: json(listOf(importItem), 'A page of imports'), 400: errorResponses[400], 401: errorResponses[401] },
})

const getRoute = createRoute({
  method: 'get',
  path: '/imports/{id}',
  summary: 'One import: how far it is and what its rows come to',
  tags,
  request: { params: oneId },
  responses: { 200: json(importItem, 'The import'), ...errorResponses },
})

const applyRoute = createRoute({
  method: 'post',
  path: '/imports/{id}/apply',
  summary: 'Write the new and changed rows of a preview',
  tags,
  request: { params: oneId },
  responses: {
    202: json(started, 'Queued'),
    409: { description: 'Not in `preview`, or nothing in it to write', content: problemContent },
    ...errorResponses,
  },
})

const notReady = () =>
  new Refusal(409, {
    id: 'Impor ini tidak sedang menunggu persetujuan, atau tidak ada baris yang perlu ditulis. Tidak ada yang diubah.',
    en: 'This import is not waiting for approval, or has no row to write. Nothing was changed.',
  })
const noFile = () =>
  new Refusal(422, {
    id: 'Tidak ada berkas di dalam permintaan, atau berkasnya kosong. Kirim sebagai bidang `file`, atau sebagai isi permintaan.',
    en: 'The request holds no file, or an empty one. Send it as the field `file`, or as the body itself.',
  })

/** Imports by program, under /api/v1. */
export function importApi(services: Services, kinds: readonly ImportKind[]) {
  const app = createApi()

  const sightsOf = (actor: Actor) => importSights(actor, kinds)

  /** The id of an instansi that is seen, by its region code; null where there is none. */
  const instansiOf = async (sights: readonly ImportSight[], regionCode: string): Promise<number | null> => {
    const scope = scopeOfSights(sights)
    const ids = scope.kind === 'nation' ? null : scope.kind === 'instansi' ? scope.instansi : []
    return (await instansiChoices(services.db, ids)).find(one => one.region_code === regionCode)?.id ?? null
  }

  app.openapi(uploadRoute, async c => {
    const { instansi, kind } = c.req.valid('query')
    if (!kinds.some(one => one.kind === kind && mayImport(actorOf(c), one))) throw notFound()
    const instansiId = await instansiOf(sightsOf(actorOf(c)), instansi)
    if (instansiId === null) throw notFound()
    const sent = await readUpload(c, 'file')
    if (!sent || sent.bytes.length === 0) throw noFile()
    if (isTooBig(sent.bytes)) throw tooBig()
    const id = await actions.upload(services, kinds, actorOf(c), { instansiId, kind, fileName: sent.fileName, bytes: sent.bytes })
    return c.json({ id, state: 'reading' as const }, 202)
  })

  app.openapi(listRoute, async c => {
    const { instansi, kind, limit, cursor } = c.req.valid('query')
    const sights = sightsOf(actorOf(c))
    const instansiId = instansi === undefined ? null : await instansiOf(sights, instansi)
    if (instansi !== undefined && instansiId === null) return c.json({ data: [], next: null }, 200)
    const scope = scopeOfSights(sights)
    const rows = await inScope(services.db, instansiId === null ? scope : narrowTo(scope, [instansiId]), tx =>
      listImports(tx, {
        sights,
        kind: kind ?? null,
        instansiId,
        before: idInCursor(cursor) || null,
        offset: 0,
        limit: limit + 1,
      }),
    )
    const { data, next } = cut(rows, limit, row => [row.id])
    return c.json({ data: data.map(itemOf), next }, 200)
  })

  app.openapi(getRoute, async c =>
    c.json(itemOf(await actions.seenImport(services, kinds, actorOf(c), c.req.valid('param').id)), 200),
  )

  app.openapi(applyRoute, async c => {
    const { id } = c.req.valid('param')
    if (!(await actions.run(services, kinds, actorOf(c), id))) throw notReady()
    return c.json({ id, state: 'applying' as const }, 202)
  })

  return app
}
