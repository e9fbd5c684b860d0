import { Hono } from 'hono'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { flash } from '../platform/http/flash.ts'
import { formFields } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { notFound } from '../platform/http/refusal.ts'
import { sendFile } from '../platform/http/send-file.ts'
import { formatDate, formatPeriod } from '../platform/i18n/index.ts'
import type { Tone } from '../ui/index.ts'
import { manageProviders, mayAgree } from './access.ts'
import * as actions from './actions.ts'
import { agreementFields, agreementTyped, readAgreementForm } from './agreement-form.ts'
import { agreementHere, agreementsHere, agreementToWrite, newAgreementHere, type Partner } from './agreement-here.ts'
import { frameFor } from './card-routes.ts'
import type { Field, FieldErrors } from './form-reader.ts'
import { crumbs, formWords, providerHere, words } from './here.ts'
import { FormPage } from './pages/form.tsx'
import { AgreementsPage } from './pages/sections.tsx'
import { readPdf, sentPdf } from './pdf-upload.ts'
import { readWhy, whyField } from './provider-form.ts'
import { type AgreementState, stateOfAgreement } from './rules/agreement.ts'
import type { Agreement } from './store/agreement.ts'
import { countsOf } from './store/counts.ts'
import type { ProviderCard } from './store/provider.ts'

const tones: Record<AgreementState, Tone> = {
  coming: 'info',
  holds: 'ok',
  ending: 'warn',
  ended: 'neutral',
  ended_early: 'neutral',
}

/** Agreements between an institution and governments, with their documents; each side sees its own. */
export function agreementRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const list = (provider: Pick<ProviderCard, 'id'>) => `/penyelenggara/${provider.id}/kerja-sama`

  app.get('/penyelenggara/:id{[0-9]{1,9}}/kerja-sama', async c => {
    const m = words(c)
    const language = c.get('language')
    const actor = actorOf(c)
    const { provider, keeps } = await providerHere(c, services)
    const counts = await countsOf(services.db, provider.id)
    const rows = await agreementsHere(c, services, provider)
    const today = services.clock.today()
    const writes = keeps || manageProviders(actor).kind !== 'none'
    return page(
      c,
      { title: m.agreement, wide: true, breadcrumb: crumbs(c, provider) },
      AgreementsPage({
        m,
        frame: frameFor(c, provider, keeps, counts, 'kerja-sama'),
        addHref: writes ? `${list(provider)}/baru` : null,
        rows: rows.map(one => {
          const state = stateOfAgreement(one, today)
          const here = `${list(provider)}/${one.id}`
          const mine = mayAgree(actor, provider, one.instansiId) && one.endedOn === null
          return {
            id: one.id,
            title: one.title,
            number: one.number,
            withWhom: one.instansi,
            period: formatPeriod(one.fromDate, one.untilDate, language),
            scope: one.scope ?? '',
            state: { label: m.agreementStates[state], tone: tones[state] },
            ended: one.endedOn && m.endedOn(formatDate(one.endedOn, language), one.endedWhy ?? ''),
            fileHref: one.fileKey && `${here}/berkas.pdf`,
            editHref: mine ? here : null,
            endHref: mine && state !== 'ended' ? `${here}/akhiri` : null,
          }
        }),
      }),
    )
  })

  const formPage = (
    c: Ctx,
    provider: ProviderCard,
    one: Agreement | null,
    choices: readonly Partner[],
    typed: Field,
    errors: FieldErrors,
  ) => {
    const title = one ? words(c).agreementEdit : words(c).agreementAdd
    return page(
      c,
      { title, breadcrumb: crumbs(c, provider), status: errors.length > 0 ? 422 : 200 },
      FormPage({
        title,
        eyebrow: provider.name,
        action: one ? `${list(provider)}/${one.id}` : list(provider),
        backHref: list(provider),
        words: formWords(c),
        fields: agreementFields(
          typed,
          c.get('language'),
          choices.map(({ id, name }) => ({ value: id, label: name })),
          one?.fileName ?? null,
        ),
        errors,
      }),
    )
  }
  const save = async (c: Ctx, provider: ProviderCard, one: Agreement | null, choices: readonly Partner[]) => {
    const field = await formFields(c)
    const read = readAgreementForm(
      field,
      c.get('language'),
      choices.map(choice => choice.id),
    )
    const { pdf, errors } = await readPdf(c, 'berkas')
    if (read.errors.length + errors.length > 0) return formPage(c, provider, one, choices, field, [...read.errors, ...errors])
    const { change } = await actions.saveAgreement(services, actorOf(c), provider, one, read.values, pdf)
    flash(c, change === 'done' ? 'ok' : 'info', change === 'done' ? words(c).saved : words(c).nothingChanged)
    return c.redirect(list(provider), 303)
  }

  app.get('/penyelenggara/:id{[0-9]{1,9}}/kerja-sama/baru', async c => {
    const { provider, choices } = await newAgreementHere(c, services)
    return formPage(c, provider, null, choices, name => (name === 'instansi' ? String(actorOf(c).homeInstansiId ?? '') : ''), [])
  })
  app.post('/penyelenggara/:id{[0-9]{1,9}}/kerja-sama', async c => {
    const { provider, choices } = await newAgreementHere(c, services)
    return save(c, provider, null, choices)
  })
  app.get('/penyelenggara/:id{[0-9]{1,9}}/kerja-sama/:agreement{[0-9]{1,9}}', async c => {
    const { provider, one, choices } = await agreementToWrite(c, services)
    return formPage(c, provider, one, choices, agreementTyped(one), [])
  })
  app.post('/penyelenggara/:id{[0-9]{1,9}}/kerja-sama/:agreement{[0-9]{1,9}}', async c => {
    const { provider, one, choices } = await agreementToWrite(c, services)
    return save(c, provider, one, choices)
  })
  app.get('/penyelenggara/:id{[0-9]{1,9}}/kerja-sama/:agreement{[0-9]{1,9}}/berkas.pdf', async c => {
    const { one } = await agreementHere(c, services)
    if (!one.fileKey) throw notFound()
    return sendFile(c, services.files, sentPdf(one.fileKey, one.fileName ?? 'kerja-sama.pdf'))
  })

  const endPage = (c: Ctx, provider: ProviderCard, one: Agreement, typed: Field, errors: FieldErrors) =>
    page(
      c,
      { title: words(c).end, breadcrumb: crumbs(c, provider), status: errors.length > 0 ? 422 : 200 },
      FormPage({
        title: words(c).end,
        eyebrow: `${one.title} · ${one.instansi}`,
        lead: words(c).endAsk,
        action: `${list(provider)}/${one.id}/akhiri`,
        backHref: list(provider),
        words: { ...formWords(c), save: words(c).end },
        danger: true,
        fields: [whyField(typed, words(c))],
        errors,
      }),
    )
  app.get('/penyelenggara/:id{[0-9]{1,9}}/kerja-sama/:agreement{[0-9]{1,9}}/akhiri', async c => {
    const { provider, one } = await agreementToWrite(c, services)
    return endPage(c, provider, one, () => '', [])
  })
  app.post('/penyelenggara/:id{[0-9]{1,9}}/kerja-sama/:agreement{[0-9]{1,9}}/akhiri', async c => {
    const { provider, one } = await agreementToWrite(c, services)
    const field = await formFields(c)
    const { why, errors } = readWhy(field, c.get('language'))
    if (errors.length > 0) return endPage(c, provider, one, field, errors)
    const change = await actions.endAgreement(services, actorOf(c), one, services.clock.today(), why)
    flash(c, change === 'done' ? 'ok' : 'info', change === 'done' ? words(c).ended : words(c).endedAlready)
    return c.redirect(list(provider), 303)
  })
  return app
}
