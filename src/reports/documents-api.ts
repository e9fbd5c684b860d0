import { createRoute, z } from '@hono/zod-openapi'
import { listInstansi } from '../people/index.ts'
import { coversInstansi } from '../platform/actor.ts'
import { inScope } from '../platform/db/index.ts'
import {
  type DocumentKind,
  documentsOf,
  type IssuedDocument,
  openDocument,
  seenDocument,
  sightsOf,
  widestSight,
} from '../platform/documents/index.ts'
import { createApi, cut, errorResponses, idInCursor, json, listOf, listQuery } from '../platform/http/api.ts'
import { actorOf, type Services } from '../platform/http/context.ts'
import { keptFile } from '../platform/http/download.ts'

const document = z
  .object({
    id: z.number().int(),
    kind: z.string().openapi({ example: 'akd_instansi' }),
    subject: z.string(),
    title: z.string().nullable(),
    number: z.string().nullable(),
    instansi: z.string(),
    unitId: z.number().int().nullable(),
    pegawaiId: z.number().int().nullable(),
    language: z.enum(['id', 'en']),
    asOf: z.string(),
    state: z.enum(['queued', 'ready', 'failed']),
    issuedAt: z.string().nullable(),
    issuedBy: z.string(),
    supersedes: z.number().int().nullable(),
    supersededBy: z.number().int().nullable(),
    files: z.array(z.object({ format: z.enum(['pdf', 'xlsx']), bytes: z.number().int(), sha256: z.string(), href: z.string() })),
  })
  .openapi('Document')
const detail = document
  .extend({
    inputs: z.array(z.object({ key: z.string(), label: z.string(), value: z.union([z.string(), z.number()]) })),
    problem: z.string().nullable(),
  })
  .openapi('DocumentDetail')

const id = z.object({ id: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) })
const problemOfFile = {
  ...errorResponses,
  409: { ...errorResponses[404], description: 'The file in store is not the one that was issued' },
}

const documentJson = (one: IssuedDocument, instansi: string) => ({
  id: one.id,
  kind: one.kind,
  subject: one.subject,
  title: one.title,
  number: one.number,
  instansi,
  unitId: one.unitId,
  pegawaiId: one.pegawaiId || null,
  language: one.language,
  asOf: one.asOf,
  state: one.state,
  issuedAt: one.issuedAt?.toISOString() ?? null,
  issuedBy: one.requestedByName,
  supersedes: one.supersedes,
  supersededBy: one.supersededBy,
  files: one.files.map(({ format, bytes, sha256 }) => ({
    format,
    bytes,
    sha256,
    href: `/api/v1/documents/${one.id}/files/${format}`,
  })),
})

/** Issued documents, for programs: the list, one with what it was made from, and its files as they were issued. */
export function documentsApi(services: Services, kinds: readonly DocumentKind[]) {
  const { db } = services
  const api = createApi()

  api.openapi(
    createRoute({
      method: 'get',
      path: '/documents',
      summary: 'Issued documents, the newest first',
      request: {
        query: listQuery.extend({
          kind: z.string().max(60).optional(),
          year: z.coerce.number().int().min(1900).max(9999).optional(),
        }),
      },
      responses: { 200: json(listOf(document), 'Documents in your scope'), ...errorResponses },
    }),
    async c => {
      const { instansi, limit, cursor, kind, year } = c.req.valid('query')
      const actor = actorOf(c)
      const scope = widestSight(kinds, actor)
      const places = await listInstansi(db)
      const asked = instansi === undefined ? null : (places.find(one => one.regionCode === instansi) ?? { id: 0 })
      if (asked && !coversInstansi(scope, asked.id)) return c.json({ data: [], next: null }, 200)
      const before = idInCursor(cursor)
      const rows = await inScope(db, scope, tx =>
        documentsOf(
          tx,
          {
            instansiIds: asked && [asked.id],
            sights: sightsOf(kinds, actor),
            kind: kind ?? null,
            year: year ?? null,
            before: before === 0 ? null : before,
          },
          { order: 'terbaru', descending: true, offset: 0, limit: limit + 1 },
        ),
      )
      const page = cut(rows, limit, row => [row.id])
      const code = (row: IssuedDocument) => places.find(one => one.id === row.instansiId)?.regionCode ?? ''
      return c.json({ data: page.data.map(row => documentJson(row, code(row))), next: page.next }, 200)
    },
  )

  api.openapi(
    createRoute({
      method: 'get',
      path: '/documents/{id}',
      summary: 'One document, with what it was made from',
      request: { params: id },
      responses: { 200: json(detail, 'The document'), ...errorResponses },
    }),
    async c => {
      const { document: one } = await seenDocument(services, kinds, actorOf(c), c.req.valid('param').id)
      const place = (await listInstansi(db)).find(row => row.id === one.instansiId)
      return c.json(
        {
          ...documentJson(one, place?.regionCode ?? ''),
          inputs: one.inputs ?? [],
          problem: one.problem?.[c.get('language')] ?? null,
        },
        200,
      )
    },
  )

  api.openapi(
    createRoute({
      method: 'get',
      path: '/documents/{id}/files/{format}',
      summary: 'A file exactly as it was issued',
      request: { params: id.extend({ format: z.enum(['pdf', 'xlsx']) }) },
      responses: {
        200: {
          description: 'The file',
          content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
        },
        ...problemOfFile,
      },
    }),
    async c => {
      const { id, format } = c.req.valid('param')
      return keptFile(c, await openDocument(services, kinds, actorOf(c), id, format)) as never
    },
  )

  return api
}
