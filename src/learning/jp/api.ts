import { createRoute, z } from '@hono/zod-openapi'
import { coveredIds, listInstansi } from '../../people/index.ts'
import { narrowTo } from '../../platform/actor.ts'
import { inScope } from '../../platform/db/index.ts'
import { createApi, cut, errorResponses, idInCursor, json, listOf, listQuery } from '../../platform/http/api.ts'
import { actorOf, type Services } from '../../platform/http/context.ts'
import { forbidden, notFound } from '../../platform/http/refusal.ts'
import { learningForms } from '../../regulation/index.ts'
import { readJp, readJpPeople } from './access.ts'
import { learningOf } from './of-person.ts'
import { readDay } from './person-view.ts'
import { yearOf } from './rules/day.ts'
import { requiredJp } from './rules/recognise.ts'
import { missingOf } from './rules/standing.ts'
import { peopleAfter } from './store/people.ts'
import { recapBy } from './store/recap.ts'

const year = z.coerce.number().int().min(2018).max(2100).optional().openapi({ description: 'Absent: this year' })
const jp = z.number().openapi({ description: 'JP, to a tenth' })
const shares = z.object({ ten: jp, twenty: jp, seventy: jp }).openapi({ description: 'JP recognised by 10:20:70' })
const warning = z.object({
  code: z.enum(['over_cap', 'crowded_days']),
  cap: z.number().optional(),
  days: z.number().optional(),
  first: z.string().optional(),
  most: z.number().optional(),
})
const employment = z.enum(['pns', 'cpns', 'pppk', 'pppk_paruh_waktu'])
const ofYear = {
  employment,
  claimed: jp,
  recognised: jp,
  required: z.number().int().nullable().openapi({ description: 'Null: no act asks for any' }),
  missing: jp.nullable(),
  shares,
  records: z.number().int(),
  warnings: z.array(warning),
}
const personYear = z
  .object({
    pegawaiId: z.number().int(),
    nip: z.string(),
    name: z.string(),
    instansi: z.string(),
    year: z.number().int(),
    ...ofYear,
    forecast: jp.openapi({ description: 'Of the year at hand: what it comes to if the classes enrolled in are passed' }),
  })
  .openapi('JpOfPerson')
const unitYear = z
  .object({
    unitId: z.number().int(),
    name: z.string(),
    year: z.number().int(),
    people: z.number().int(),
    pns: z.number().int(),
    reached: z.number().int().openapi({ description: 'PNS who have what is required' }),
    untouched: z.number().int(),
    mean: jp.nullable().openapi({ description: 'JP recognised per PNS; null: there is none' }),
    shares,
  })
  .openapi('JpOfUnit')
const reason = z
  .looseObject({ code: z.string() })
  .openapi('JpReason', { description: 'How a record was counted, with its numbers' })
const record = z.object({
  id: z.number().int(),
  form: z.enum(learningForms),
  name: z.string(),
  organiser: z.string().nullable(),
  international: z.boolean(),
  startedOn: z.string().nullable().openapi({ format: 'date' }),
  endedOn: z.string().openapi({ format: 'date' }),
  sessions: z.number().int().nullable(),
  certificateNumber: z.string().nullable(),
  source: z.enum(['impor', 'klaim', 'kelas', 'kegiatan', 'komunitas']),
  year: z.number().int(),
  share: z.number().int().openapi({ description: '10, 20 or 70' }),
  claimed: jp.nullable().openapi({ description: 'Null: the record says none' }),
  recognised: jp,
  reasons: z.array(reason),
})
const learned = z
  .object({
    pegawaiId: z.number().int(),
    asOf: z.string().openapi({ format: 'date' }),
    years: z.array(z.object({ year: z.number().int(), ...ofYear })),
    records: z.array(record),
  })
  .openapi('Learned')

const peopleRoute = createRoute({
  method: 'get',
  path: '/jp',
  summary: 'The JP of active people in your scope in a year, by person',
  tags: ['learning'],
  request: { query: listQuery.extend({ year }) },
  responses: { 200: json(listOf(personYear), 'A page of people'), 400: errorResponses[400], 401: errorResponses[401] },
})
const unitsRoute = createRoute({
  method: 'get',
  path: '/jp/units',
  summary: 'The JP of the offices of an instansi in a year',
  tags: ['learning'],
  request: { query: z.object({ instansi: z.string().max(20).openapi({ example: '19' }), year }) },
  responses: { 200: json(z.object({ data: z.array(unitYear) }), 'Offices'), ...errorResponses },
})
const personRoute = createRoute({
  method: 'get',
  path: '/pegawai/{id}/jp',
  summary: 'What one civil servant has learned, what of it is recognised and why; of any past day with `asOf`',
  tags: ['learning'],
  request: {
    params: z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) }),
    query: z.object({ asOf: z.iso.date().optional() }),
  },
  responses: { 200: json(learned, 'Years and records'), ...errorResponses },
})

type Sums = {
  claimed: number
  recognised: number
  ten: number
  twenty: number
  seventy: number
  required: number | null
}
const sums = (of: Sums) => ({
  claimed: of.claimed / 10,
  recognised: of.recognised / 10,
  required: of.required,
  missing: of.required === null ? null : missingOf(of) / 10,
  shares: sharesOf(of),
})
const sharesOf = ({ ten, twenty, seventy }: Pick<Sums, 'ten' | 'twenty' | 'seventy'>) => ({
  ten: ten / 10,
  twenty: twenty / 10,
  seventy: seventy / 10,
})

export function jpApi(services: Services) {
  const { db, clock } = services
  const app = createApi()

  app.openapi(peopleRoute, async c => {
    const { instansi, year: asked, limit, cursor } = c.req.valid('query')
    const after = idInCursor(cursor)
    const year = asked ?? yearOf(clock.today())
    const one = instansi === undefined ? null : (await listInstansi(db)).find(row => row.regionCode === instansi)
    if (one === undefined) return c.json({ data: [], next: null }, 200)
    const filter = { instansiId: one?.id ?? null, year, required: requiredJp('pns', year), after, limit: limit + 1 }
    const rows = await inScope(db, readJp(actorOf(c)), tx => peopleAfter(tx, filter))
    const { data, next } = cut(rows, limit, row => [row.pegawaiId])
    return c.json(
      {
        data: data.map(row => ({
          pegawaiId: row.pegawaiId,
          nip: row.nip,
          name: row.name,
          instansi: row.instansi,
          year,
          employment: row.employment,
          ...sums(row),
          forecast: (row.recognised + row.adds) / 10,
          records: row.records,
          warnings: row.warnings,
        })),
        next,
      },
      200,
    )
  })

  app.openapi(unitsRoute, async c => {
    const { instansi, year: asked } = c.req.valid('query')
    const scope = readJpPeople(actorOf(c))
    if (scope.kind === 'none' || scope.kind === 'people') throw forbidden()
    const ids = await coveredIds(db, scope, instansi)
    if (ids.length === 0) throw notFound()
    const year = asked ?? yearOf(clock.today())
    const rows = await inScope(db, narrowTo(scope, ids), tx =>
      recapBy(tx, 'unit', { instansiIds: ids, year, required: requiredJp('pns', year) }),
    )
    return c.json(
      {
        data: rows.map(row => ({
          unitId: row.id,
          name: row.name,
          year,
          people: row.people,
          pns: row.pns,
          reached: row.reached,
          untouched: row.untouched,
          mean: row.pns === 0 ? null : Math.round(row.recognisedPns / row.pns) / 10,
          shares: sharesOf(row),
        })),
      },
      200,
    )
  })

  app.openapi(personRoute, async c => {
    const { id } = c.req.valid('param')
    const asOf = readDay(c.req.valid('query').asOf, clock.today())
    const found = await inScope(db, readJp(actorOf(c)), tx => learningOf(tx, id, zone => clock.today(zone), asOf))
    if (!found) throw notFound()
    return c.json(
      {
        pegawaiId: id,
        asOf: found.asOf ?? found.today,
        years: found.years.map(one => ({
          year: one.year,
          employment: one.employment,
          ...sums(one),
          records: one.records,
          warnings: one.warnings,
        })),
        records: found.records.map(row => ({
          id: row.id,
          form: row.form,
          name: row.name,
          organiser: row.organiser,
          international: row.international,
          startedOn: row.startedOn,
          endedOn: row.endedOn,
          sessions: row.sessions,
          certificateNumber: row.certificateNumber,
          source: row.source,
          year: row.recognition.year,
          share: row.recognition.share,
          claimed: row.recognition.claimed === null ? null : row.recognition.claimed / 10,
          recognised: row.recognition.recognised / 10,
          reasons: row.recognition.reasons,
        })),
      },
      200,
    )
  })

  return app
}
