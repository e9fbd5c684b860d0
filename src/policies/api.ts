import { createRoute, z } from '@hono/zod-openapi'
import { listInstansi } from '../people/index.ts'
import { coversInstansi } from '../platform/actor.ts'
import { createApi, errorResponses, json } from '../platform/http/api.ts'
import { actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { notFound, Refusal } from '../platform/http/refusal.ts'
import { OutsideSeries, register } from '../regulation/index.ts'
import { readPolicies } from './access.ts'
import type { PolicyKind } from './kind.ts'
import { whoseIs } from './present.ts'
import { policiesAt, policyAt, versionsOf } from './store.ts'

const value = z.record(z.string(), z.unknown())
const policy = z
  .object({
    kind: z.string().openapi({ example: 'priority' }),
    name: z.string(),
    value,
    origin: z.enum(['ships', 'nation', 'own']).openapi({ description: 'What ships, set for all, or set by the instansi' }),
    version: z.number().int().openapi({ description: '0: what ships' }),
    activeFrom: z.string().nullable().openapi({ format: 'date' }),
    legalBasis: z.string(),
    verified: z.boolean().openapi({ description: 'False: a default for which no act was found' }),
  })
  .openapi('Policy')
const version = z.object({
  version: z.number().int(),
  state: z.enum(['active', 'archived']),
  value,
  legalBasis: z.string(),
  activeFrom: z.string().openapi({ format: 'date' }),
  activeUntil: z.string().nullable().openapi({ format: 'date', description: 'The first day it no longer holds' }),
  setAt: z.string().nullable(),
})
const policyDetail = policy.extend({ versions: z.array(version) }).openapi('PolicyDetail')

const lawNumber = z
  .object({
    key: z.string().openapi({ example: 'jp_per_year' }),
    name: z.string(),
    usedBy: z.string(),
    checked: z.string().openapi({ format: 'date', description: 'When it was last held against its source' }),
    entries: z.array(
      z.object({
        from: z.string().openapi({ format: 'date' }),
        until: z.string().nullable().openapi({ format: 'date' }),
        value: z.unknown(),
        reads: z.string(),
        act: z.string().nullable(),
        article: z.string().nullable(),
        source: z.string(),
        verified: z.boolean(),
      }),
    ),
  })
  .openapi('LawNumber')

const query = z.object({
  instansi: z
    .string()
    .max(20)
    .optional()
    .openapi({ example: '19', description: 'Region code; absent: what holds for all that have not chosen' }),
  date: z.iso.date().optional().openapi({ description: 'What held on this day; absent: today' }),
})

/** A number that does not exist is named; it is no fault of ours. */
function within<T>(work: Promise<T>): Promise<T> {
  return work.catch(error => {
    if (!(error instanceof OutsideSeries)) throw error
    throw new Refusal(404, {
      id: `Tidak ada angka yang berlaku pada tanggal itu: ${error.message}.`,
      en: `No number in force on that day: ${error.message}.`,
    })
  })
}

export function policyApi(services: Services, kinds: readonly PolicyKind[]) {
  const api = createApi()

  const place = async (c: Ctx, code: string | undefined, date: string | undefined) => {
    if (code === undefined) return { instansiId: null, date: date ?? services.clock.today() }
    const scope = readPolicies(actorOf(c))
    const asked = (await listInstansi(services.db)).find(one => one.regionCode === code && coversInstansi(scope, one.id))
    if (!asked) throw notFound()
    return { instansiId: asked.id, date: date ?? services.clock.today(asked.timeZone) }
  }

  const present = (c: Ctx, kind: PolicyKind, held: Awaited<ReturnType<typeof policyAt>>) => ({
    kind: kind.kind,
    name: kind.name[c.get('language')],
    value: held.value,
    origin: whoseIs(held),
    version: held.version,
    activeFrom: held.activeFrom,
    legalBasis: held.source,
    verified: held.verified,
  })

  api.openapi(
    createRoute({
      method: 'get',
      path: '/policies',
      summary: 'What every local rule says',
      tags: ['policies'],
      request: { query },
      responses: { 200: json(z.object({ data: z.array(policy) }), 'Local rules'), ...errorResponses },
    }),
    async c => {
      const { instansi, date: asked } = c.req.valid('query')
      const { instansiId, date } = await place(c as Ctx, instansi, asked)
      const held = await within(policiesAt(services.db, kinds, instansiId, date))
      return c.json({ data: held.map(one => present(c as Ctx, one.kind, one.policy)) }, 200)
    },
  )

  api.openapi(
    createRoute({
      method: 'get',
      path: '/policies/{kind}',
      summary: 'One local rule with every version that was set',
      tags: ['policies'],
      request: { params: z.object({ kind: z.string().max(40) }), query },
      responses: { 200: json(policyDetail, 'The rule'), ...errorResponses },
    }),
    async c => {
      const { instansi, date: asked } = c.req.valid('query')
      const { instansiId, date } = await place(c as Ctx, instansi, asked)
      const kind = kinds.find(one => one.kind === c.req.valid('param').kind)
      if (!kind) throw notFound()
      const held = await within(policyAt(services.db, kind, instansiId, date))
      const versions = await versionsOf(services.db, kind.kind, instansiId)
      return c.json(
        {
          ...present(c as Ctx, kind, held),
          versions: versions.flatMap(one =>
            one.state === 'draft'
              ? []
              : [
                  {
                    version: one.version,
                    state: one.state,
                    value: one.value,
                    legalBasis: one.legalBasis,
                    activeFrom: one.activeFrom!,
                    activeUntil: one.activeUntil,
                    setAt: one.setAt?.toISOString() ?? null,
                  },
                ],
          ),
        },
        200,
      )
    },
  )

  api.openapi(
    createRoute({
      method: 'get',
      path: '/law',
      summary: 'The register of regulated numbers',
      tags: ['policies'],
      request: {
        query: z.object({
          verified: z.enum(['true', 'false']).optional().openapi({ description: 'Only numbers with such a value' }),
        }),
      },
      responses: {
        200: json(z.object({ data: z.array(lawNumber) }), 'Numbers with their acts'),
        400: errorResponses[400],
        401: errorResponses[401],
      },
    }),
    c => {
      const language = c.get('language')
      const { verified } = c.req.valid('query')
      const data = register
        .filter(one => verified === undefined || one.entries.some(entry => entry.verified === (verified === 'true')))
        .map(one => ({
          key: one.key,
          name: one.name[language],
          usedBy: one.usedBy[language],
          checked: one.checked,
          entries: one.entries.map(entry => ({
            from: entry.from,
            until: entry.until ?? null,
            value: entry.value,
            reads: one.reads(entry.value)[language],
            act: entry.act,
            article: entry.article,
            source: entry.source,
            verified: entry.verified,
          })),
        }))
      return c.json({ data }, 200)
    },
  )

  return api
}
