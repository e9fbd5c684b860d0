import { createRoute } from '@hono/zod-openapi'
import { createApi } from '../platform/http/api.ts'
import { actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { Refusal } from '../platform/http/refusal.ts'
import { readRevocation } from './accreditation-form.ts'
import { accreditationMessages } from './accreditation-messages.ts'
import * as actions from './actions.ts'
import { accepted, reasonBody, reasonNames, revokeBody, typedOver } from './api-bodies.ts'
import { accreditationItem, accreditationOut, offerItem, offerOut, providerItem } from './api-items.ts'
import { body, changed, params, tags } from './api-route.ts'
import { lineToKeep, offerToKeep, providerToKeep } from './here.ts'
import { messages } from './messages.ts'
import { readWhy } from './provider-form.ts'
import { accreditationById } from './store/accreditation.ts'
import { offerById } from './store/offer.ts'
import { providersAfter } from './store/provider.ts'

const closeProvider = createRoute({
  method: 'post',
  path: '/providers/{id}/close',
  summary: 'An institution teaches no more; all that it has stays on record',
  tags,
  request: { params, body: body(reasonBody) },
  responses: changed(providerItem),
})
const reopenProvider = createRoute({
  method: 'post',
  path: '/providers/{id}/reopen',
  summary: 'An institution teaches again',
  tags,
  request: { params },
  responses: changed(providerItem),
})
const closeOffer = createRoute({
  method: 'post',
  path: '/offers/{id}/close',
  summary: 'It is shown and chosen no longer; what runs already does not change',
  tags,
  request: { params },
  responses: changed(offerItem),
})
const reopenOffer = createRoute({
  method: 'post',
  path: '/offers/{id}/reopen',
  summary: 'It is on offer again',
  tags,
  request: { params },
  responses: changed(offerItem),
})
const revokeAccreditation = createRoute({
  method: 'post',
  path: '/accreditations/{id}/revoke',
  summary: 'An accreditation holds no longer from a day on; the line stays on record',
  tags,
  request: { params, body: body(revokeBody) },
  responses: changed(accreditationItem),
})

/** What a reason was given for stands with that reason: it is not given another. @throws Refusal 409 */
function notBefore(change: actions.Change, words: { id: string; en: string }): void {
  if (change === 'same') throw new Refusal(409, words)
}

/** Why, as it was said. @throws Refusal 422 */
export const reasonIn = (given: { reason: string }) =>
  accepted(language => {
    const { why, errors } = readWhy(typedOver(given, reasonNames), language)
    return { values: why, errors }
  }, reasonNames)

/** Institutions and offers closed and opened again, accreditation revoked, by program under /api/v1. */
export function endingApi(services: Services) {
  const app = createApi()
  const { db } = services

  const providerNow = async (id: number) => (await providersAfter(db, id - 1, 1))[0]!
  app.openapi(closeProvider, async c => {
    const card = await providerToKeep(c as Ctx, services, c.req.valid('param').id)
    const change = await actions.closeProvider(services, actorOf(c), card, reasonIn(c.req.valid('json')))
    notBefore(change, { id: messages.id.nothingChanged, en: messages.en.nothingChanged })
    return c.json(await providerNow(card.id), 200)
  })
  app.openapi(reopenProvider, async c => {
    const card = await providerToKeep(c as Ctx, services, c.req.valid('param').id)
    await actions.reopenProvider(services, actorOf(c), card)
    return c.json(await providerNow(card.id), 200)
  })

  const setOfferClosed = async (c: Ctx, id: number, closed: boolean) => {
    const offer = await offerToKeep(c, services, id)
    await actions.setOfferClosed(services, actorOf(c), offer, closed)
    return offerOut((await offerById(db, id))!)
  }
  app.openapi(closeOffer, async c => c.json(await setOfferClosed(c as Ctx, c.req.valid('param').id, true), 200))
  app.openapi(reopenOffer, async c => c.json(await setOfferClosed(c as Ctx, c.req.valid('param').id, false), 200))

  app.openapi(revokeAccreditation, async c => {
    const { one } = await lineToKeep(c as Ctx, services, c.req.valid('param').id)
    const field = typedOver(c.req.valid('json'), reasonNames)
    const { on, why } = accepted(language => readRevocation(field, language), reasonNames)
    const { id, en } = accreditationMessages
    notBefore(await actions.revokeAccreditation(services, actorOf(c), one, on, why), {
      id: id.revokedAlready,
      en: en.revokedAlready,
    })
    return c.json(accreditationOut((await accreditationById(db, one.id))!, services.clock.today()), 200)
  })

  return app
}
