import { Hono } from 'hono'
import { dateIn } from '../platform/clock.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { flash } from '../platform/http/flash.ts'
import { formFields } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { formatDate, formatNumber } from '../platform/i18n/index.ts'
import * as actions from './actions.ts'
import type { Field, FieldErrors } from './form-reader.ts'
import { crumbs, formWords, providerHere, providerToKeep, registerToKeep, words } from './here.ts'
import { labels } from './labels.ts'
import { CardPage } from './pages/card.tsx'
import { FormPage } from './pages/form.tsx'
import type { ProviderFrame } from './pages/frame.tsx'
import { providerFields, providerTyped, readProviderForm, readWhy, whyField } from './provider-form.ts'
import { stateOfAccreditation } from './rules/accreditation.ts'
import { accreditations } from './store/accreditation.ts'
import { type Counts, countsOf } from './store/counts.ts'
import type { ProviderCard } from './store/provider.ts'
import { providerTabs, type TabKey } from './tabs.ts'

/** What stands above each page of an institution. */
export function frameFor(c: Ctx, provider: ProviderCard, keeps: boolean, counts: Counts, current: TabKey): ProviderFrame {
  const m = words(c)
  const language = c.get('language')
  const closedOn = provider.closedAt && formatDate(dateIn(new Date(provider.closedAt), 'Asia/Jakarta'), language)
  return {
    name: provider.name,
    kind: labels[language].kind[provider.kind],
    register: provider.instansi ?? m.nation,
    closed: closedOn ? { label: m.closedState, sentence: m.closedOn(closedOn, provider.closedWhy ?? '') } : null,
    tabs: providerTabs(c, provider, keeps, counts, current),
  }
}

/** The card of an institution: read, added, edited, closed with a reason. */
export function cardRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const nothing: Field = () => ''

  const registerHere = (c: Ctx, asked: string) => {
    const instansiId = registerToKeep(c, asked === 'nasional')
    return { instansiId, code: instansiId === null ? 'nasional' : '' }
  }

  const newPage = (c: Ctx, code: string, typed: Field, errors: FieldErrors) => {
    const m = words(c)
    return page(
      c,
      { title: m.newTitle, breadcrumb: crumbs(c), status: errors.length > 0 ? 422 : 200 },
      FormPage({
        title: m.newTitle,
        eyebrow: code === 'nasional' ? m.nation : (c.get('agency') ?? undefined),
        lead: m.newLead,
        action: '/penyelenggara',
        backHref: '/penyelenggara',
        words: formWords(c),
        fields: [{ as: 'hidden', name: 'daftar', value: code }, ...providerFields(typed, c.get('language'))],
        errors,
      }),
    )
  }

  app.get('/penyelenggara/baru', c => newPage(c, registerHere(c, c.req.query('daftar') ?? '').code, nothing, []))
  app.post('/penyelenggara', async c => {
    const field = await formFields(c)
    const { instansiId, code } = registerHere(c, field('daftar'))
    const { values, errors } = readProviderForm(field, c.get('language'))
    if (errors.length > 0) return newPage(c, code, field, errors)
    const id = await actions.createProvider(services, actorOf(c), instansiId, values)
    if (id === null) return newPage(c, code, field, [{ field: 'nama', message: words(c).nameTaken }])
    flash(c, 'ok', words(c).made(values.shortName))
    return c.redirect(`/penyelenggara/${id}`, 303)
  })

  app.get('/penyelenggara/:id{[0-9]{1,9}}', async c => {
    const m = words(c)
    const { provider, keeps } = await providerHere(c, services)
    const today = services.clock.today()
    const counts = await countsOf(services.db, provider.id)
    const lines = await accreditations(services.db, { providerId: provider.id })
    const states = lines.map(line => ({ line, state: stateOfAccreditation(line, today) }))
    const holding = states.filter(({ state }) => state === 'holds' || state === 'ending')
    const count = (n: number) => formatNumber(n, c.get('language'))
    const fact = (label: string, value: string | null) => (value ? [{ label, value }] : [])
    return page(
      c,
      { title: provider.name, breadcrumb: crumbs(c) },
      CardPage({
        m,
        id: provider.id,
        frame: frameFor(c, provider, keeps, counts, 'profil'),
        figure: {
          value: count(holding.length),
          sentence:
            holding.length === 0
              ? m.readyNone
              : m.readySentence(holding.map(({ line }) => `${line.programme} ${line.peringkat}`).join(', ')),
          tone: holding.length === 0 ? 'neutral' : holding.some(({ state }) => state === 'ending') ? 'warn' : 'ok',
        },
        facts: [
          ...fact(m.shortName, provider.shortName),
          ...fact(m.address, provider.address),
          ...fact(
            m.rooms,
            [counts.seats > 0 && m.seats(count(counts.seats)), counts.beds > 0 && m.bedsOf(count(counts.beds))]
              .filter(Boolean)
              .join(', '),
          ),
          ...fact(m.email, provider.email),
          ...fact(m.phone, provider.phone),
        ],
        website: provider.website,
        about: provider.about,
        keeps,
        closed: provider.closed,
      }),
    )
  })

  const editPage = (c: Ctx, provider: ProviderCard, typed: Field, errors: FieldErrors) =>
    page(
      c,
      { title: words(c).editTitle, breadcrumb: crumbs(c, provider), status: errors.length > 0 ? 422 : 200 },
      FormPage({
        title: words(c).editTitle,
        eyebrow: provider.name,
        action: `/penyelenggara/${provider.id}`,
        backHref: `/penyelenggara/${provider.id}`,
        words: formWords(c),
        fields: providerFields(typed, c.get('language')),
        errors,
      }),
    )
  app.get('/penyelenggara/:id{[0-9]{1,9}}/ubah', async c => {
    const provider = await providerToKeep(c, services)
    return editPage(c, provider, providerTyped(provider), [])
  })
  app.post('/penyelenggara/:id{[0-9]{1,9}}', async c => {
    const provider = await providerToKeep(c, services)
    const field = await formFields(c)
    const { values, errors } = readProviderForm(field, c.get('language'))
    if (errors.length > 0) return editPage(c, provider, field, errors)
    const change = await actions.updateProvider(services, actorOf(c), provider, values)
    if (change === 'taken') return editPage(c, provider, field, [{ field: 'nama', message: words(c).nameTaken }])
    flash(c, change === 'done' ? 'ok' : 'info', change === 'done' ? words(c).saved : words(c).nothingChanged)
    return c.redirect(`/penyelenggara/${provider.id}`, 303)
  })

  const closePage = (c: Ctx, provider: ProviderCard, typed: Field, errors: FieldErrors) =>
    page(
      c,
      { title: words(c).close, breadcrumb: crumbs(c, provider), status: errors.length > 0 ? 422 : 200 },
      FormPage({
        title: words(c).close,
        eyebrow: provider.name,
        lead: words(c).closeAsk,
        action: `/penyelenggara/${provider.id}/tutup`,
        backHref: `/penyelenggara/${provider.id}`,
        words: { ...formWords(c), save: words(c).close },
        danger: true,
        fields: [whyField(typed, words(c), words(c).whyHelp)],
        errors,
      }),
    )
  app.get('/penyelenggara/:id{[0-9]{1,9}}/tutup', async c => closePage(c, await providerToKeep(c, services), nothing, []))
  app.post('/penyelenggara/:id{[0-9]{1,9}}/tutup', async c => {
    const provider = await providerToKeep(c, services)
    const field = await formFields(c)
    const { why, errors } = readWhy(field, c.get('language'))
    if (errors.length > 0) return closePage(c, provider, field, errors)
    const change = await actions.closeProvider(services, actorOf(c), provider, why)
    flash(c, change === 'done' ? 'ok' : 'info', change === 'done' ? words(c).closed : words(c).nothingChanged)
    return c.redirect(`/penyelenggara/${provider.id}`, 303)
  })
  app.post('/penyelenggara/:id{[0-9]{1,9}}/buka', async c => {
    const provider = await providerToKeep(c, services)
    const change = await actions.reopenProvider(services, actorOf(c), provider)
    flash(c, change === 'done' ? 'ok' : 'info', change === 'done' ? words(c).reopened : words(c).nothingChanged)
    return c.redirect(`/penyelenggara/${provider.id}`, 303)
  })

  return app
}
