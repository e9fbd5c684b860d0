import { Hono } from 'hono'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { spreadsheet } from '../platform/http/download.ts'
import { idAsked, listHref, pageNumber, sorting, sought } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { pagerOf } from '../platform/http/pager.ts'
import { formatNumber } from '../platform/i18n/index.ts'
import { writeWorkbook } from '../platform/sheet/index.ts'
import { registerFor } from './access.ts'
import { readersOnly, words } from './here.ts'
import { labels } from './labels.ts'
import { ProvidersPage } from './pages/providers.tsx'
import { providerSheet } from './sheets.ts'
import { offerFigures } from './store/offer.ts'
import { listProviders, type ProviderFilter, type ProviderOrder, providerKinds, registers } from './store/provider.ts'

const size = 50

/** The register of institutions, on screen and as a workbook. */
export function registerRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  const asked = (c: Ctx) => {
    const filter: ProviderFilter = {
      kind: providerKinds.find(one => one === c.req.query('jenis')) ?? null,
      instansiId: idAsked(c, 'daftar'),
      q: sought(c),
      closed: c.req.query('keadaan') === 'ditutup',
    }
    return { filter, ...sorting<ProviderOrder>(c, { nama: 'asc', jenis: 'asc', penawaran: 'asc', akreditasi: 'asc' }) }
  }

  app.get('/penyelenggara', async c => {
    readersOnly(c)
    const language = c.get('language')
    const m = words(c)
    const { filter, order, descending, sort } = asked(c)
    const n = pageNumber(c)
    const today = services.clock.today()
    const rows = await listProviders(services.db, filter, today, { order, descending, offset: (n - 1) * size, limit: size })
    const figures = await offerFigures(services.db)
    const held = await registers(services.db)
    const count = (value: number) => formatNumber(value, language)
    return page(
      c,
      { title: m.title, wide: true },
      ProvidersPage({
        m,
        figure: {
          value: count(figures.teaching),
          sentence: figures.teaching === 0 ? m.figureNone : m.figureSentence(count(figures.offers)),
        },
        rows: rows.map(row => ({
          id: row.id,
          name: row.name,
          kind: labels[language].kind[row.kind],
          register: row.instansi ?? m.nation,
          offers: count(row.offers),
          accredited: row.accredited.join(', '),
          beds: row.beds === 0 ? '' : count(row.beds),
          closed: row.closed,
        })),
        values: {
          q: filter.q,
          jenis: filter.kind ?? '',
          daftar: filter.instansiId === null ? '' : String(filter.instansiId),
          keadaan: filter.closed ? 'ditutup' : '',
        },
        choices: {
          jenis: providerKinds.map(value => ({ value, label: labels[language].kind[value] })),
          daftar: held.map(one => ({ value: String(one.instansiId ?? 0), label: one.name ?? m.nation })),
        },
        sort,
        filtered: Boolean(filter.q || filter.kind || filter.instansiId !== null || filter.closed),
        exportHref: listHref(c, { halaman: null }).replace(/^\/penyelenggara/, '/penyelenggara.xlsx'),
        newHref: registerFor(actorOf(c), false) === undefined ? null : '/penyelenggara/baru',
        newNationalHref:
          registerFor(actorOf(c), true) === null && registerFor(actorOf(c), false) !== null
            ? '/penyelenggara/baru?daftar=nasional'
            : null,
        pager: pagerOf(c, n, size, rows[0]?.found ?? 0),
      }),
    )
  })

  app.get('/penyelenggara.xlsx', async c => {
    readersOnly(c)
    const { filter, order, descending } = asked(c)
    const today = services.clock.today()
    const rows = await listProviders(services.db, filter, today, { order, descending, offset: 0, limit: 100_000 })
    return spreadsheet(c, await writeWorkbook([providerSheet(rows, c.get('language'))]), 'penyelenggara', today)
  })

  return app
}
