import { createRoute, z } from '@hono/zod-openapi'
import { createApi } from '../platform/http/api.ts'
import { actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { Refusal } from '../platform/http/refusal.ts'
import { accreditationTyped, readAccreditationForm } from './accreditation-form.ts'
import * as actions from './actions.ts'
import {
  accepted,
  accreditationBody,
  accreditationNames,
  type OfferBody,
  offerBody,
  offerField,
  offerNames,
  providerBody,
  typedOver,
} from './api-bodies.ts'
import { accreditationItem, accreditationOut, offerItem, offerOut, providerItem } from './api-items.ts'
import { body, changed, made, params, tags } from './api-route.ts'
import { lineToKeep, offerToKeep, providerToKeep, reachable, registerToKeep } from './here.ts'
import { messages } from './messages.ts'
import { offerTyped, readOfferForm } from './offer-form.ts'
import { offerMessages } from './offer-messages.ts'
import { providerNames, providerTyped, readProviderForm } from './provider-form.ts'
import { accreditationById } from './store/accreditation.ts'
import { type Offer, offerById } from './store/offer.ts'
import { providersAfter } from './store/provider.ts'

/** @throws Refusal 409 */
function notTaken(change: actions.Change | null, words: { id: string; en: string }): void {
  if (change === null || change === 'taken') throw new Refusal(409, words)
}

const makeProvider = createRoute({
  method: 'post',
  path: '/providers',
  summary: 'Enter an institution into the register that you keep',
  tags,
  request: {
    body: body(
      providerBody.extend({ nation: z.boolean().default(false).openapi({ description: 'Into the nation’s register' }) }),
    ),
  },
  responses: made(providerItem),
})
const changeProvider = createRoute({
  method: 'patch',
  path: '/providers/{id}',
  summary: 'Change fields of a card',
  tags,
  request: { params, body: body(providerBody.partial()) },
  responses: changed(providerItem),
})
const makeOffer = createRoute({
  method: 'post',
  path: '/providers/{id}/offers',
  summary: 'Add what an institution offers',
  tags,
  request: { params, body: body(offerBody) },
  responses: made(offerItem),
})
const changeOffer = createRoute({
  method: 'patch',
  path: '/offers/{id}',
  summary: 'Change fields of an offer',
  tags,
  request: { params, body: body(offerBody.partial()) },
  responses: changed(offerItem),
})
const makeAccreditation = createRoute({
  method: 'post',
  path: '/providers/{id}/accreditations',
  summary: 'Record a decree of accreditation',
  tags,
  request: { params, body: body(accreditationBody) },
  responses: made(accreditationItem),
})
const changeAccreditation = createRoute({
  method: 'patch',
  path: '/accreditations/{id}',
  summary: 'Correct a line of the register',
  tags,
  request: { params, body: body(accreditationBody.partial()) },
  responses: changed(accreditationItem),
})

const taken = {
  provider: { id: messages.id.nameTaken, en: messages.en.nameTaken },
  offer: { id: offerMessages.id.flaws.taken, en: offerMessages.en.flaws.taken },
}

/** Institutions, offers and accreditation kept by program, under /api/v1. */
export function keepingApi(services: Services) {
  const app = createApi()
  const { db } = services

  const providerNow = async (id: number) => (await providersAfter(db, id - 1, 1))[0]!
  app.openapi(makeProvider, async c => {
    const { nation, ...given } = c.req.valid('json')
    const instansiId = registerToKeep(c as Ctx, nation)
    const values = accepted(language => readProviderForm(typedOver(given, providerNames), language), providerNames)
    const id = await actions.createProvider(services, actorOf(c), instansiId, values)
    notTaken(id === null ? null : 'done', taken.provider)
    return c.json(await providerNow(id!), 201)
  })
  app.openapi(changeProvider, async c => {
    const card = await providerToKeep(c as Ctx, services, c.req.valid('param').id)
    const field = typedOver(c.req.valid('json'), providerNames, providerTyped(card))
    const values = accepted(language => readProviderForm(field, language), providerNames)
    notTaken(await actions.updateProvider(services, actorOf(c), card, values), taken.provider)
    return c.json(await providerNow(card.id), 200)
  })

  const saveOffer = async (
    c: Ctx,
    of: Offer['provider'] | { id: number; instansiId: number | null },
    before: Offer | null,
    given: OfferBody,
  ) => {
    const known = await reachable(services, before)
    const field = offerField(given, known, before ? offerTyped(before) : undefined)
    const values = accepted(language => readOfferForm(field, language, known), offerNames)
    const entryRules = given.entryRules ?? before?.entryRules ?? {}
    const { id, change } = await actions.saveOffer(services, actorOf(c), of, before, { ...values, entryRules })
    notTaken(change, taken.offer)
    return offerOut((await offerById(db, id))!)
  }
  app.openapi(makeOffer, async c => {
    const provider = await providerToKeep(c as Ctx, services, c.req.valid('param').id)
    return c.json(await saveOffer(c as Ctx, provider, null, c.req.valid('json')), 201)
  })
  app.openapi(changeOffer, async c => {
    const offer = await offerToKeep(c as Ctx, services, c.req.valid('param').id)
    return c.json(await saveOffer(c as Ctx, offer.provider, offer, c.req.valid('json')), 200)
  })

  const lineNow = async (id: number) => accreditationOut((await accreditationById(db, id))!, services.clock.today())
  app.openapi(makeAccreditation, async c => {
    const provider = await providerToKeep(c as Ctx, services, c.req.valid('param').id)
    const field = typedOver(c.req.valid('json'), accreditationNames)
    const values = accepted(language => readAccreditationForm(field, language), accreditationNames)
    const { id } = await actions.saveAccreditation(services, actorOf(c), provider, null, values, null)
    return c.json(await lineNow(id), 201)
  })
  app.openapi(changeAccreditation, async c => {
    const { one, provider } = await lineToKeep(c as Ctx, services, c.req.valid('param').id)
    const field = typedOver(c.req.valid('json'), accreditationNames, accreditationTyped(one))
    const values = accepted(language => readAccreditationForm(field, language), accreditationNames)
    await actions.saveAccreditation(services, actorOf(c), provider, one, values, null)
    return c.json(await lineNow(one.id), 200)
  })

  return app
}
