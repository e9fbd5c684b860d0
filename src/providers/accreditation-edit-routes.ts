import { Hono } from 'hono'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { flash } from '../platform/http/flash.ts'
import { formFields } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { notFound } from '../platform/http/refusal.ts'
import { sendFile } from '../platform/http/send-file.ts'
import { accreditationFields, accreditationTyped, readAccreditationForm, readRevocation } from './accreditation-form.ts'
import { accreditationMessages } from './accreditation-messages.ts'
import * as actions from './actions.ts'
import type { Field, FieldErrors } from './form-reader.ts'
import { crumbs, formWords, lineToKeep, providerToKeep, readersOnly, words } from './here.ts'
import { FormPage } from './pages/form.tsx'
import { readPdf, sentPdf } from './pdf-upload.ts'
import { whyField } from './provider-form.ts'
import { type Accreditation, accreditationById, accreditationFigures } from './store/accreditation.ts'
import type { ProviderCard } from './store/provider.ts'

/** A line of the register: recorded, corrected, revoked with a reason; never deleted. */
export function accreditationEditRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => accreditationMessages[c.get('language')]
  const list = (provider: Pick<ProviderCard, 'id'>) => `/penyelenggara/${provider.id}/akreditasi`

  /** @throws Refusal 403, 404 */
  const lineHere = async (c: Ctx) => {
    readersOnly(c)
    const one = await accreditationById(services.db, Number(c.req.param('line')))
    if (!one) throw notFound()
    return one
  }
  const formPage = async (c: Ctx, provider: ProviderCard, one: Accreditation | null, typed: Field, errors: FieldErrors) => {
    const title = one ? m(c).editTitle : m(c).newTitle
    const lists = await accreditationFigures(services.db, services.clock.today())
    return page(
      c,
      { title, breadcrumb: crumbs(c, provider), status: errors.length > 0 ? 422 : 200 },
      FormPage({
        title,
        eyebrow: provider.name,
        lead: m(c).newLead,
        action: one ? `/akreditasi/${one.id}` : list(provider),
        backHref: list(provider),
        words: formWords(c),
        fields: accreditationFields(typed, c.get('language'), lists, one?.fileName ?? null),
        errors,
        other: one && one.revokedOn === null ? { href: `/akreditasi/${one.id}/cabut`, label: m(c).revoke } : undefined,
      }),
    )
  }
  const save = async (c: Ctx, provider: ProviderCard, one: Accreditation | null) => {
    const field = await formFields(c)
    const read = readAccreditationForm(field, c.get('language'))
    const { pdf, errors } = await readPdf(c, 'berkas')
    if (read.errors.length + errors.length > 0) return formPage(c, provider, one, field, [...read.errors, ...errors])
    const { change } = await actions.saveAccreditation(services, actorOf(c), provider, one, read.values, pdf)
    const done = one ? m(c).saved : m(c).made
    flash(c, change === 'done' ? 'ok' : 'info', change === 'done' ? done : words(c).nothingChanged)
    return c.redirect(list(provider), 303)
  }

  app.get('/penyelenggara/:id{[0-9]{1,9}}/akreditasi/baru', async c =>
    formPage(c, await providerToKeep(c, services), null, () => '', []),
  )
  app.post('/penyelenggara/:id{[0-9]{1,9}}/akreditasi', async c => save(c, await providerToKeep(c, services), null))
  app.get('/akreditasi/:line{[0-9]{1,9}}', async c => {
    const { one, provider } = await lineToKeep(c, services)
    return formPage(c, provider, one, accreditationTyped(one), [])
  })
  app.post('/akreditasi/:line{[0-9]{1,9}}', async c => {
    const { one, provider } = await lineToKeep(c, services)
    return save(c, provider, one)
  })
  app.get('/akreditasi/:line{[0-9]{1,9}}/berkas.pdf', async c => {
    const one = await lineHere(c)
    if (!one.fileKey) throw notFound()
    return sendFile(c, services.files, sentPdf(one.fileKey, one.fileName ?? 'akreditasi.pdf'))
  })

  const revokePage = (c: Ctx, provider: ProviderCard, one: Accreditation, typed: Field, errors: FieldErrors) => {
    const title = m(c).revokeTitle(one.programme)
    return page(
      c,
      { title, breadcrumb: crumbs(c, provider), status: errors.length > 0 ? 422 : 200 },
      FormPage({
        title,
        eyebrow: provider.name,
        lead: m(c).revokeAsk,
        action: `/akreditasi/${one.id}/cabut`,
        backHref: list(provider),
        words: { ...formWords(c), save: m(c).revoke },
        danger: true,
        fields: [
          { as: 'day', name: 'tanggal', label: m(c).revokedOn, value: typed('tanggal'), required: true },
          whyField(typed, m(c)),
        ],
        errors,
      }),
    )
  }
  app.get('/akreditasi/:line{[0-9]{1,9}}/cabut', async c => {
    const { one, provider } = await lineToKeep(c, services)
    return revokePage(c, provider, one, name => (name === 'tanggal' ? services.clock.today() : ''), [])
  })
  app.post('/akreditasi/:line{[0-9]{1,9}}/cabut', async c => {
    const { one, provider } = await lineToKeep(c, services)
    const field = await formFields(c)
    const { values, errors } = readRevocation(field, c.get('language'))
    if (errors.length > 0) return revokePage(c, provider, one, field, errors)
    const change = await actions.revokeAccreditation(services, actorOf(c), one, values.on, values.why)
    flash(c, change === 'done' ? 'ok' : 'info', change === 'done' ? m(c).revokedNow : m(c).revokedAlready)
    return c.redirect(list(provider), 303)
  })
  return app
}
