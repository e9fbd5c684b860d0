import { Hono } from 'hono'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { spreadsheet } from '../platform/http/download.ts'
import { listHref, pageNumber, sorting } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { pagerOf } from '../platform/http/pager.ts'
import { formatDate, formatNumber, type Language } from '../platform/i18n/index.ts'
import { writeWorkbook } from '../platform/sheet/index.ts'
import type { Tone } from '../ui/index.ts'
import { mayKeep } from './access.ts'
import { accreditationMessages } from './accreditation-messages.ts'
import { frameFor } from './card-routes.ts'
import { crumbs, providerHere, readersOnly } from './here.ts'
import { type AccreditationCells, AccreditationsPage, ProviderAccreditationPage } from './pages/accreditation.tsx'
import { type AccreditationState, accreditationStates, stateOfAccreditation } from './rules/accreditation.ts'
import { daysBetween } from './rules/days.ts'
import { accreditationSheet } from './sheets.ts'
import {
  type Accreditation,
  type AccreditationFilter,
  type AccreditationOrder,
  accreditationFigures,
  accreditations,
  listAccreditations,
} from './store/accreditation.ts'
import { countsOf } from './store/counts.ts'

const size = 50
const tones: Record<AccreditationState, Tone> = { coming: 'info', holds: 'ok', ending: 'warn', ended: 'bad', revoked: 'bad' }

function cells(
  one: Accreditation,
  state: AccreditationState,
  today: string,
  language: Language,
  keeps: boolean,
): AccreditationCells {
  const m = accreditationMessages[language]
  const left = formatNumber(daysBetween(today, one.untilDate), language)
  return {
    id: one.id,
    provider: one.provider,
    programme: one.programme,
    accreditor: one.accreditor,
    peringkat: one.peringkat,
    decree: one.decree,
    until: formatDate(one.untilDate, language),
    detail:
      one.revokedOn !== null
        ? m.revokedWhy(formatDate(one.revokedOn, language), one.revokedWhy ?? '')
        : state === 'ending'
          ? m.daysLeft(left)
          : null,
    state: { label: m.states[state], tone: tones[state] },
    verified: one.verified,
    fileHref: one.fileKey && `/akreditasi/${one.id}/berkas.pdf`,
    editHref: keeps ? `/akreditasi/${one.id}` : null,
  }
}

/** The register of accreditation: all of it, on screen and as a workbook; and the lines of one institution. */
export function accreditationRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  const asked = (c: Ctx) => {
    const text = (name: string) => (c.req.query(name) ?? '').trim().slice(0, 120)
    const filter: AccreditationFilter = {
      state: accreditationStates.find(one => one === c.req.query('keadaan')) ?? null,
      programme: text('program') || null,
      accreditor: text('pengakreditasi') || null,
      q: text('q'),
    }
    return { filter, ...sorting<AccreditationOrder>(c, { berakhir: 'asc', lembaga: 'asc', program: 'asc', peringkat: 'asc' }) }
  }

  app.get('/akreditasi', async c => {
    readersOnly(c)
    const language = c.get('language')
    const m = accreditationMessages[language]
    const { filter, order, descending, sort } = asked(c)
    const n = pageNumber(c)
    const today = services.clock.today()
    const rows = await listAccreditations(services.db, filter, today, {
      order,
      descending,
      offset: (n - 1) * size,
      limit: size,
    })
    const figures = await accreditationFigures(services.db, today)
    const count = (value: number) => formatNumber(value, language)
    const choice = (value: string) => ({ value, label: value })
    return page(
      c,
      { title: m.title, wide: true },
      AccreditationsPage({
        m,
        figure: {
          value: count(figures.ending),
          sentence:
            figures.holds === 0
              ? m.figureEmpty
              : figures.ending === 0
                ? m.figureNone(count(figures.holds))
                : m.figureSome(count(figures.holds)),
          tone: figures.holds === 0 ? 'neutral' : figures.ending === 0 ? 'ok' : 'warn',
          href: figures.ending > 0 ? '/akreditasi?keadaan=ending' : null,
        },
        rows: rows.map(row => cells(row, row.state, today, language, mayKeep(actorOf(c), row))),
        values: {
          q: filter.q,
          keadaan: filter.state ?? '',
          program: filter.programme ?? '',
          pengakreditasi: filter.accreditor ?? '',
        },
        choices: {
          keadaan: accreditationStates.map(value => ({ value, label: m.states[value] })),
          program: figures.programmes.map(choice),
          pengakreditasi: figures.accreditors.map(choice),
        },
        sort,
        filtered: Boolean(filter.q || filter.state || filter.programme || filter.accreditor),
        exportHref: listHref(c, { halaman: null }).replace(/^\/akreditasi/, '/akreditasi.xlsx'),
        pager: pagerOf(c, n, size, rows[0]?.found ?? 0),
      }),
    )
  })

  app.get('/akreditasi.xlsx', async c => {
    readersOnly(c)
    const { filter, order, descending } = asked(c)
    const today = services.clock.today()
    const rows = await listAccreditations(services.db, filter, today, { order, descending, offset: 0, limit: 100_000 })
    return spreadsheet(c, await writeWorkbook([accreditationSheet(rows, c.get('language'))]), 'akreditasi', today)
  })

  app.get('/penyelenggara/:id{[0-9]{1,9}}/akreditasi', async c => {
    const language = c.get('language')
    const m = accreditationMessages[language]
    const { provider, keeps } = await providerHere(c, services)
    const counts = await countsOf(services.db, provider.id)
    const rows = await accreditations(services.db, { providerId: provider.id })
    const today = services.clock.today()
    return page(
      c,
      { title: m.title, wide: true, breadcrumb: crumbs(c, provider) },
      ProviderAccreditationPage({
        m,
        frame: frameFor(c, provider, keeps, counts, 'akreditasi'),
        rows: rows.map(row => cells(row, stateOfAccreditation(row, today), today, language, keeps)),
        addHref: keeps ? `/penyelenggara/${provider.id}/akreditasi/baru` : null,
      }),
    )
  })

  return app
}
