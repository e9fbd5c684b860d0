import { createRoute, z } from '@hono/zod-openapi'
import { coversInstansi } from '../platform/actor.ts'
import { createApi, cut, errorResponses, idInCursor, json, listOf, listQuery } from '../platform/http/api.ts'
import { actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { notFound } from '../platform/http/refusal.ts'
import { managesOwner, readStandards, readsVersion } from './access.ts'
import {
  competencyItem,
  competencyOf,
  crosswalkItem,
  dictionaryItem,
  differenceItem,
  differenceOf,
  pillar,
  standardItem,
  versionItem,
  versionOf,
} from './api-schema.ts'
import { ownersManaged } from './dictionary-actions.ts'
import { inDictionaryOrder, lineOf, lookAt } from './looked.ts'
import { type FormTexts, formFields } from './rules/content.ts'
import { difference } from './rules/difference.ts'
import { competenciesOf, usableCompetencies } from './store/competency.ts'
import { crosswalkBetween } from './store/crosswalk.ts'
import { dictionaryById, listDictionaries } from './store/dictionary.ts'
import { jabatanById } from './store/jabatan.ts'
import { type Version, versionById, versionsOf } from './store/version.ts'
import { postOf, targetOfJabatan } from './subject.ts'

const id = z.coerce.number().int().min(1).max(2_147_483_647)
const params = z.object({ id })
const tags = ['standards']
const versions = z.object({ data: z.array(versionItem) })

const routes = {
  competencies: createRoute({
    method: 'get',
    path: '/competencies',
    summary: 'The competencies in force for you, or those of one dictionary',
    tags,
    request: {
      query: listQuery.omit({ instansi: true }).extend({
        pillar: pillar.optional(),
        dictionary: id.optional().openapi({ description: 'Id of a dictionary, also of one no longer in force' }),
      }),
    },
    responses: {
      200: json(listOf(competencyItem), 'Competencies by id'),
      400: errorResponses[400],
      401: errorResponses[401],
      404: errorResponses[404],
    },
  }),
  dictionaries: createRoute({
    method: 'get',
    path: '/dictionaries',
    summary: 'The dictionaries that concern you',
    tags,
    responses: { 200: json(z.object({ data: z.array(dictionaryItem) }), 'Dictionaries'), 401: errorResponses[401] },
  }),
  crosswalk: createRoute({
    method: 'get',
    path: '/dictionaries/{id}/crosswalk',
    summary: 'Levels of an old dictionary in the words of this one',
    tags,
    request: { params, query: z.object({ from: id.openapi({ description: 'Id of the old dictionary' }) }) },
    responses: { 200: json(z.object({ data: z.array(crosswalkItem) }), 'Steps'), ...errorResponses },
  }),
  standard: createRoute({
    method: 'get',
    path: '/jabatan/{id}/standard',
    summary: 'What a post demands, and who says so',
    tags,
    request: { params },
    responses: { 200: json(standardItem, 'The standard'), ...errorResponses },
  }),
  versions: createRoute({
    method: 'get',
    path: '/jabatan/{id}/standard/versions',
    summary: 'Every version of a post’s own standard, the newest first',
    tags,
    request: { params },
    responses: { 200: json(versions, 'Versions'), ...errorResponses },
  }),
  version: createRoute({
    method: 'get',
    path: '/standards/{id}',
    summary: 'One version of a standard, of a post or of a class',
    tags,
    request: { params },
    responses: { 200: json(versionItem, 'The version'), ...errorResponses },
  }),
  difference: createRoute({
    method: 'get',
    path: '/standards/{id}/difference',
    summary: 'What must change in another version so that it says what this one says',
    tags,
    request: { params, query: z.object({ from: id.openapi({ description: 'Id of the other version' }) }) },
    responses: { 200: json(differenceItem, 'The difference'), ...errorResponses },
  }),
}

export function standardsApi(services: Services) {
  const app = createApi()

  const dictionarySeen = async (c: Ctx, dictionaryId: number) => {
    const row = await dictionaryById(services.db, dictionaryId)
    if (!row || (row.state === 'draft' && !managesOwner(actorOf(c), row.instansiId))) throw notFound()
    return row
  }
  const jabatanSeen = async (c: Ctx, jabatanId: number) => {
    const jabatan = await jabatanById(services.db, jabatanId)
    if (!jabatan || !coversInstansi(readStandards(actorOf(c)), jabatan.instansi.id)) throw notFound()
    return jabatan
  }
  const versionSeen = async (c: Ctx, versionId: number): Promise<Version> => {
    const row = await versionById(services.db, versionId)
    if (!row || !readsVersion(actorOf(c), row)) throw notFound()
    return row
  }

  app.openapi(routes.competencies, async c => {
    const { limit, cursor, pillar, dictionary } = c.req.valid('query')
    const after = idInCursor(cursor)
    const all = dictionary
      ? await competenciesOf(services.db, (await dictionarySeen(c as Ctx, dictionary)).id)
      : await usableCompetencies(services.db, actorOf(c).homeInstansiId)
    const rows = all.filter(row => row.id > after && (pillar === undefined || row.pillar === pillar)).sort((a, b) => a.id - b.id)
    const { data, next } = cut(rows, limit, row => [row.id])
    return c.json({ data: data.map(competencyOf), next }, 200)
  })

  app.openapi(routes.dictionaries, async c => {
    const actor = actorOf(c)
    const rows = await listDictionaries(services.db, actor.homeInstansiId, ownersManaged(actor))
    const data = rows.map(row => ({
      id: row.id,
      name: row.name,
      instansi: row.ownerCode,
      state: row.state,
      legalBasis: row.legalBasis,
      activeFrom: row.activeFrom,
      activeUntil: row.activeUntil,
      replaces: row.replacesId,
      competencies: row.competencies,
      standards: row.standards,
    }))
    return c.json({ data }, 200)
  })

  app.openapi(routes.crosswalk, async c => {
    const to = await dictionarySeen(c as Ctx, c.req.valid('param').id)
    const from = await dictionarySeen(c as Ctx, c.req.valid('query').from)
    const data = (await crosswalkBetween(services.db, from.id, to.id)).map(row => ({
      from: { id: row.fromId, code: row.fromCode, level: row.fromLevel },
      to: { id: row.toId, code: row.toCode, level: row.toLevel },
      legalBasis: row.legalBasis,
    }))
    return c.json({ data }, 200)
  })

  app.openapi(routes.standard, async c => {
    const jabatan = await jabatanSeen(c as Ctx, c.req.valid('param').id)
    const today = services.clock.today(jabatan.instansi.timeZone)
    const looked = await lookAt(services.db, { post: postOf(jabatan), target: targetOfJabatan(jabatan), today })
    const { resolved } = looked
    const data = inDictionaryOrder(looked).map(({ competency, held }) => ({
      competency: { code: competency.code, name: competency.name, pillar: competency.pillar },
      level: held.value,
      label: competency.levels.find(row => row.level === held.value)?.label ?? null,
      source: held.origin === 'own' ? ('own' as const) : ('class' as const),
      origin: held.origin,
      setBy: held.standard.owner,
      standardId: held.standard.id,
      inherited: held.inherited?.value ?? null,
      ...lineOf(held, competency.id),
    }))
    const form = Object.fromEntries(formFields.map(field => [field, resolved.form[field]?.value ?? null])) as FormTexts
    const requirements = resolved.qualifications.map(({ value, origin, standard }) => ({
      qualification: value,
      origin,
      setBy: standard.owner,
      standardId: standard.id,
    }))
    const { id, code, name, jenjang, urusan, instansi } = jabatan
    return c.json({ jabatan: { id, code, name, jenjang, urusan }, instansi: instansi.regionCode, data, form, requirements }, 200)
  })

  app.openapi(routes.versions, async c => {
    const jabatan = await jabatanSeen(c as Ctx, c.req.valid('param').id)
    const rows = await versionsOf(services.db, targetOfJabatan(jabatan))
    return c.json({ data: rows.filter(row => readsVersion(actorOf(c), row)).map(versionOf) }, 200)
  })

  app.openapi(routes.version, async c => c.json(versionOf(await versionSeen(c as Ctx, c.req.valid('param').id)), 200))

  app.openapi(routes.difference, async c => {
    const to = await versionSeen(c as Ctx, c.req.valid('param').id)
    const from = await versionSeen(c as Ctx, c.req.valid('query').from)
    return c.json(differenceOf(from, to, difference(from, to)), 200)
  })

  return app
}
