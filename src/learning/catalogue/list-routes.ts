import { Hono } from 'hono'
import { inScope } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { listHref, pageNumber } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { pagerOf } from '../../platform/http/pager.ts'
import { formatNumber, type Language } from '../../platform/i18n/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import { openProviders } from '../../providers/index.ts'
import { pillars } from '../../regulation/index.ts'
import { listCompetencies, pillarLabels } from '../../standards/index.ts'
import { formChoices, routeLabels } from '../courses/labels.ts'
import { competencyChoice } from '../courses/present.ts'
import { learnerTabs } from '../tabs.ts'
import { oneself, viewerOf } from './access.ts'
import { askedOf } from './asked.ts'
import { catalogueLabels } from './labels.ts'
import { catalogueMessages } from './messages.ts'
import { CataloguePage } from './pages/catalogue.tsx'
import { cardOf } from './present.ts'
import { isNarrowed } from './rules/filter.ts'
import { catalogueSheet } from './sheet.ts'
import { listCatalogue } from './store/list.ts'

const size = 24
const choices = (of: Record<string, string>) => Object.entries(of).map(([value, label]) => ({ value, label }))

/** What there is to learn, on screen and as a workbook: open to everybody signed in. */
export function catalogueListRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  const choicesIn = async (language: Language) => {
    const labels = catalogueLabels[language]
    const [competencies, providers] = [await listCompetencies(services.db), await openProviders(services.db)]
    return {
      jenis: choices(labels.kind),
      urut: choices(labels.order),
      kompetensi: competencies.map(one => competencyChoice(one, language)),
      tingkat: [1, 2, 3, 4, 5].map(value => ({ value, label: String(value) })),
      pilar: pillars.map(value => ({ value, label: pillarLabels[language][value] })),
      bentuk: formChoices(language),
      jalur: choices(routeLabels[language]),
      pola: choices(labels.pattern),
      lama: choices(labels.length),
      penyelenggara: providers.map(one => ({ value: one.id, label: one.shortName })),
    }
  }

  app.get('/katalog', async c => {
    const language = c.get('language')
    const m = catalogueMessages[language]
    const actor = actorOf(c)
    const n = pageNumber(c)
    const { asked, rows } = await inScope(services.db, oneself(actor), async tx => {
      const asked = await askedOf(c, tx)
      const rows = await listCatalogue(tx, viewerOf(actor), asked.filter, {
        order: asked.order,
        descending: false,
        offset: (n - 1) * size,
        limit: size,
        today: services.clock.today(),
      })
      return { asked, rows }
    })
    const { filter, post, own } = asked
    const narrowed = isNarrowed(filter)
    const found = rows[0]?.found ?? 0
    return page(
      c,
      { title: m.catalogue, wide: true },
      CataloguePage({
        m,
        tabs: actor.pegawaiId === null ? null : learnerTabs(language, '/katalog'),
        figure: {
          value: formatNumber(found, language),
          label: narrowed ? m.foundNarrowed : m.foundLabel,
          sentence: post ? m.forPost(post.name) : narrowed ? m.narrowed : own ? m.forAnybody : m.forNobody,
        },
        rows: rows.map(row => cardOf(row, language)),
        values: {
          q: filter.q,
          jenis: filter.kind ?? '',
          urut: asked.order,
          gratis: filter.free ? '1' : '',
          untuk: post !== null && post.id === own?.id ? 'saya' : '',
          kompetensi: String(filter.competencyId ?? ''),
          tingkat: String(filter.level ?? ''),
          pilar: filter.pillar ?? '',
          bentuk: filter.form ?? '',
          jalur: filter.route ?? '',
          pola: filter.pattern ?? '',
          lama: filter.length ?? '',
          penyelenggara: String(filter.providerId ?? ''),
        },
        choices: await choicesIn(language),
        hasPost: own !== null,
        jabatan: post !== null && post.id !== own?.id ? String(post.id) : null,
        narrowed,
        exportHref: listHref(c, { halaman: null }).replace(/^\/katalog/, '/katalog.xlsx'),
        pager: pagerOf(c, n, size, found),
      }),
    )
  })

  app.get('/katalog.xlsx', async c => {
    const language = c.get('language')
    const actor = actorOf(c)
    const today = services.clock.today()
    const rows = await inScope(services.db, oneself(actor), async tx => {
      const { filter, order } = await askedOf(c, tx)
      return listCatalogue(tx, viewerOf(actor), filter, { order, descending: false, offset: 0, limit: 100_000, today })
    })
    return spreadsheet(c, await writeWorkbook([catalogueSheet(rows, language)]), 'katalog', today)
  })

  return app
}
