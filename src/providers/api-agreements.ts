import { createRoute } from '@hono/zod-openapi'
import { createApi, cut, errorResponses, idInCursor, json, listOf, listQuery } from '../platform/http/api.ts'
import { actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import * as actions from './actions.ts'
import { agreementTyped, readAgreementForm } from './agreement-form.ts'
import { agreementsHere, agreementToWrite, endedAlready, newAgreementHere, type Partner } from './agreement-here.ts'
import { accepted, agreementBody, agreementNames, reasonBody, typedOver } from './api-bodies.ts'
import { reasonIn } from './api-ending.ts'
import { agreementItem, agreementOut } from './api-items.ts'
import { body, changed, made, params, tags } from './api-route.ts'
import type { Field } from './form-reader.ts'
import { providerHere } from './here.ts'
import { agreementById } from './store/agreement.ts'

const listAgreements = createRoute({
  method: 'get',
  path: '/providers/{id}/agreements',
  summary: 'Agreements of an institution, of those sides that you may read',
  tags,
  request: { params, query: listQuery.omit({ instansi: true }) },
  responses: { 200: json(listOf(agreementItem), 'A page of agreements, by id'), ...errorResponses },
})
const makeAgreement = createRoute({
  method: 'post',
  path: '/providers/{id}/agreements',
  summary: 'Record what a government of yours agreed with an institution; its document is added on the page',
  tags,
  request: { params, body: body(agreementBody) },
  responses: made(agreementItem),
})
const changeAgreement = createRoute({
  method: 'patch',
  path: '/agreements/{id}',
  summary: 'Change fields of an agreement that was not ended',
  tags,
  request: { params, body: body(agreementBody.partial()) },
  responses: changed(agreementItem),
})
const endAgreement = createRoute({
  method: 'post',
  path: '/agreements/{id}/end',
  summary: 'An agreement holds no longer from today on; its document stays',
  tags,
  request: { params, body: body(reasonBody) },
  responses: changed(agreementItem),
})

type Given = Partial<(typeof agreementBody)['_output']>
/** What was sent, with the government by the number that the form knows it by. */
const typedIn = (given: Given, choices: readonly Partner[], there?: Field) => {
  const partner = choices.find(one => one.regionCode === given.instansi)
  const instansi = given.instansi === undefined ? undefined : String(partner?.id ?? '')
  return typedOver({ ...given, instansi }, agreementNames, there)
}
const read = (field: Field, choices: readonly Partner[]) =>
  accepted(
    language =>
      readAgreementForm(
        field,
        language,
        choices.map(one => one.id),
      ),
    agreementNames,
  )

/** Agreements between institutions and governments by program, under /api/v1. */
export function agreementsApi(services: Services) {
  const app = createApi()
  const now = async (id: number, provider: { id: number; name: string }) =>
    agreementOut((await agreementById(services.db, id))!, provider, services.clock.today())

  app.openapi(listAgreements, async c => {
    const { limit, cursor } = c.req.valid('query')
    const { provider } = await providerHere(c as Ctx, services, c.req.valid('param').id)
    const all = (await agreementsHere(c as Ctx, services, provider)).toSorted((a, b) => a.id - b.id)
    const rows = all
      .filter(one => one.id > idInCursor(cursor))
      .slice(0, limit + 1)
      .map(one => agreementOut(one, provider, services.clock.today()))
    return c.json(
      cut(rows, limit, row => [row.id]),
      200,
    )
  })
  app.openapi(makeAgreement, async c => {
    const { provider, choices } = await newAgreementHere(c as Ctx, services, c.req.valid('param').id)
    const values = read(typedIn(c.req.valid('json'), choices), choices)
    const { id } = await actions.saveAgreement(services, actorOf(c), provider, null, values, null)
    return c.json(await now(id, provider), 201)
  })
  app.openapi(changeAgreement, async c => {
    const { provider, one, choices } = await agreementToWrite(c as Ctx, services, c.req.valid('param').id, null)
    const values = read(typedIn(c.req.valid('json'), choices, agreementTyped(one)), choices)
    await actions.saveAgreement(services, actorOf(c), provider, one, values, null)
    return c.json(await now(one.id, provider), 200)
  })
  app.openapi(endAgreement, async c => {
    const { provider, one } = await agreementToWrite(c as Ctx, services, c.req.valid('param').id, null)
    const why = reasonIn(c.req.valid('json'))
    const change = await actions.endAgreement(services, actorOf(c), one, services.clock.today(), why)
    if (change === 'same') throw endedAlready()
    return c.json(await now(one.id, provider), 200)
  })

  return app
}
