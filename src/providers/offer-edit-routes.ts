import { Hono } from 'hono'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { flash } from '../platform/http/flash.ts'
import { formFields } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import * as actions from './actions.ts'
import type { EntryForm } from './entry-form.ts'
import { entryMessages } from './entry-messages.ts'
import type { Field, FieldErrors } from './form-reader.ts'
import { crumbs, formWords, offerToKeep, providerToKeep, reachable, words } from './here.ts'
import { entryChoices } from './labels.ts'
import { type CompetencyChoice, offerEntryForm, offerFields, offerTyped, readOfferForm } from './offer-form.ts'
import { offerMessages } from './offer-messages.ts'
import { EntryFields } from './pages/entry-fields.tsx'
import { FormPage } from './pages/form.tsx'
import { accreditationFigures } from './store/accreditation.ts'
import type { Offer } from './store/offer.ts'
import type { ProviderCard } from './store/provider.ts'

/** An offer: added, edited, closed and opened again. */
export function offerEditRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => offerMessages[c.get('language')]

  const titleTaken = (c: Ctx) => ({ field: 'judul', message: m(c).flaws.taken })

  type Of = Pick<ProviderCard, 'id' | 'name' | 'shortName'>
  type Shown = { typed: Field; entry: EntryForm; errors: FieldErrors; choices: CompetencyChoice[] }
  const formPage = async (c: Ctx, provider: Of, offer: Offer | null, { typed, entry, errors, choices }: Shown) => {
    const language = c.get('language')
    const title = offer ? m(c).editTitle : m(c).newTitle
    const { programmes } = await accreditationFigures(services.db, services.clock.today())
    const list = `/penyelenggara/${provider.id}/penawaran`
    return page(
      c,
      { title, breadcrumb: crumbs(c, provider), status: errors.length > 0 ? 422 : 200 },
      FormPage({
        title,
        eyebrow: provider.name,
        lead: m(c).newLead,
        action: offer ? `/penawaran/${offer.id}` : list,
        backHref: offer ? `/penawaran/${offer.id}` : list,
        words: formWords(c),
        fields: offerFields(typed, language, choices, programmes),
        errors,
        more: EntryFields({ m: entryMessages[language], form: entry, choices: entryChoices(language), errors }),
      }),
    )
  }

  app.get('/penyelenggara/:id{[0-9]{1,9}}/penawaran/baru', async c => {
    const provider = await providerToKeep(c, services)
    return formPage(c, provider, null, {
      typed: () => '',
      entry: offerEntryForm(null),
      errors: [],
      choices: await reachable(services, null),
    })
  })
  app.post('/penyelenggara/:id{[0-9]{1,9}}/penawaran', async c => {
    const provider = await providerToKeep(c, services)
    const field = await formFields(c)
    const choices = await reachable(services, null)
    const { values, errors, entry } = readOfferForm(field, c.get('language'), choices)
    if (errors.length > 0) return formPage(c, provider, null, { typed: field, entry, errors, choices })
    const { id, change } = await actions.saveOffer(services, actorOf(c), provider, null, values)
    if (change === 'taken') return formPage(c, provider, null, { typed: field, entry, choices, errors: [titleTaken(c)] })
    flash(c, 'ok', m(c).made)
    return c.redirect(`/penawaran/${id}`, 303)
  })
  app.get('/penawaran/:offer{[0-9]{1,9}}/ubah', async c => {
    const offer = await offerToKeep(c, services)
    return formPage(c, offer.provider, offer, {
      typed: offerTyped(offer),
      entry: offerEntryForm(offer),
      errors: [],
      choices: await reachable(services, offer),
    })
  })
  app.post('/penawaran/:offer{[0-9]{1,9}}', async c => {
    const offer = await offerToKeep(c, services)
    const field = await formFields(c)
    const choices = await reachable(services, offer)
    const { values, errors, entry } = readOfferForm(field, c.get('language'), choices)
    if (errors.length > 0) return formPage(c, offer.provider, offer, { typed: field, entry, errors, choices })
    const { change } = await actions.saveOffer(services, actorOf(c), offer.provider, offer, values)
    if (change === 'taken') return formPage(c, offer.provider, offer, { typed: field, entry, choices, errors: [titleTaken(c)] })
    flash(c, change === 'done' ? 'ok' : 'info', change === 'done' ? m(c).saved : words(c).nothingChanged)
    return c.redirect(`/penawaran/${offer.id}`, 303)
  })

  const setClosed = async (c: Ctx, closed: boolean) => {
    const offer = await offerToKeep(c, services)
    const change = await actions.setOfferClosed(services, actorOf(c), offer, closed)
    const done = closed ? m(c).closedNow : m(c).reopened
    flash(c, change === 'done' ? 'ok' : 'info', change === 'done' ? done : words(c).nothingChanged)
    return c.redirect(`/penawaran/${offer.id}`, 303)
  }
  app.post('/penawaran/:offer{[0-9]{1,9}}/tutup', c => setClosed(c, true))
  app.post('/penawaran/:offer{[0-9]{1,9}}/buka', c => setClosed(c, false))
  return app
}
