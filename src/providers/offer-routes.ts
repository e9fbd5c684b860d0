import { Hono } from 'hono'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { spreadsheet } from '../platform/http/download.ts'
import { listHref, pageNumber, sorting, sought } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { pagerOf } from '../platform/http/pager.ts'
import { notFound } from '../platform/http/refusal.ts'
import { formatDate, formatNumber } from '../platform/i18n/index.ts'
import { writeWorkbook } from '../platform/sheet/index.ts'
import { formEntries, learningForms } from '../regulation/index.ts'
import { competencyName, listCompetencies } from '../standards/index.ts'
import { manageProviders, mayKeep, mayRead } from './access.ts'
import { frameFor } from './card-routes.ts'
import { rulesInWords } from './entry-words.ts'
import { readRupiah } from './form-reader.ts'
import { crumbs, providerHere, readersOnly } from './here.ts'
import { labels, monthList, monthName } from './labels.ts'
import { costWords, offerCells, seatsWords } from './offer-cells.ts'
import { offerMessages } from './offer-messages.ts'
import { OfferPage } from './pages/offer.tsx'
import { OffersPage, ProviderOffersPage } from './pages/offers.tsx'
import { accreditationOn, remedies } from './rules/accreditation.ts'
import { offerSheet } from './sheets.ts'
import { accreditations } from './store/accreditation.ts'
import { countsOf } from './store/counts.ts'
import { listOffers, type Offer, type OfferFilter, type OfferOrder, offerById, offerFigures, patterns } from './store/offer.ts'

const size = 50
const year = Array.from({ length: 12 }, (_, index) => index + 1)

/** All that is on offer, on screen and as a workbook; what one institution offers; and the page of one offer. */
export function offerRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => offerMessages[c.get('language')]

  const asked = (c: Ctx) => {
    const competency = Number(c.req.query('kompetensi'))
    const filter: OfferFilter = {
      form: learningForms.find(one => one === c.req.query('bentuk')) ?? null,
      pattern: patterns.find(one => one === c.req.query('pola')) ?? null,
      competencyId: Number.isInteger(competency) && competency > 0 && competency < 2 ** 31 ? competency : null,
      month: year.find(one => String(one) === c.req.query('bulan')) ?? null,
      mostCost: readRupiah((c.req.query('biaya') ?? '').trim()),
      q: sought(c),
    }
    return { filter, ...sorting<OfferOrder>(c, { judul: 'asc', penyelenggara: 'asc', jp: 'asc', biaya: 'asc' }) }
  }

  app.get('/penawaran', async c => {
    readersOnly(c)
    const language = c.get('language')
    const { filter, order, descending, sort } = asked(c)
    const n = pageNumber(c)
    const rows = await listOffers(services.db, filter, { order, descending, offset: (n - 1) * size, limit: size })
    const figures = await offerFigures(services.db)
    const competencies = await listCompetencies(services.db)
    const count = (value: number) => formatNumber(value, language)
    const { mostCost, ...rest } = filter
    return page(
      c,
      { title: m(c).title, wide: true },
      OffersPage({
        m: m(c),
        figure: {
          value: count(figures.offers),
          sentence: figures.offers === 0 ? m(c).figureNone : m(c).figureSentence(count(figures.offering), count(figures.priced)),
        },
        rows: rows.map(row => offerCells(row, language)),
        values: {
          q: filter.q ?? '',
          bentuk: filter.form ?? '',
          pola: filter.pattern ?? '',
          kompetensi: filter.competencyId ? String(filter.competencyId) : '',
          bulan: filter.month ? String(filter.month) : '',
          biaya: c.req.query('biaya')?.slice(0, 30) ?? '',
        },
        choices: {
          bentuk: learningForms.map(value => ({ value, label: formEntries[value].name[language] })),
          pola: patterns.map(value => ({ value, label: labels[language].pattern[value] })),
          kompetensi: competencies.map(one => ({ value: one.id, label: `${one.code} ${competencyName(one, language)}` })),
          bulan: year.map(value => ({ value, label: monthName(value, language) })),
        },
        sort,
        filtered: mostCost !== null || Object.values(rest).some(Boolean),
        exportHref: listHref(c, { halaman: null }).replace(/^\/penawaran/, '/penawaran.xlsx'),
        importHref: manageProviders(actorOf(c)).kind === 'none' ? null : '/impor/baru?jenis=penawaran',
        pager: pagerOf(c, n, size, rows[0]?.found ?? 0),
      }),
    )
  })

  app.get('/penawaran.xlsx', async c => {
    readersOnly(c)
    const { filter, order, descending } = asked(c)
    const rows = await listOffers(services.db, filter, { order, descending, offset: 0, limit: 100_000 })
    return spreadsheet(c, await writeWorkbook([offerSheet(rows, c.get('language'))]), 'penawaran', services.clock.today())
  })

  app.get('/penyelenggara/:id{[0-9]{1,9}}/penawaran', async c => {
    const { provider, keeps } = await providerHere(c, services)
    const counts = await countsOf(services.db, provider.id)
    const rows = await listOffers(
      services.db,
      { providerId: provider.id, withClosed: true },
      { order: 'judul', descending: false, offset: 0, limit: 500 },
    )
    return page(
      c,
      { title: m(c).title, wide: true, breadcrumb: crumbs(c, provider) },
      ProviderOffersPage({
        m: m(c),
        frame: frameFor(c, provider, keeps, counts, 'penawaran'),
        rows: rows.map(row => offerCells(row, c.get('language'))),
        addHref: keeps ? `/penyelenggara/${provider.id}/penawaran/baru` : null,
      }),
    )
  })

  /** Whether the programme of an offer is accredited today, and who else is. */
  const accreditationOf = async (c: Ctx, offer: Offer) => {
    if (offer.programme === null) return null
    const language = c.get('language')
    const today = services.clock.today()
    const register = await accreditations(services.db, { programme: offer.programme, open: true })
    const own = register.filter(line => line.providerId === offer.provider.id)
    const { state, accreditation } = accreditationOn(own, offer.programme, today)
    const until = accreditation ? formatDate(accreditation.untilDate, language) : ''
    if (state === 'holds')
      return { tone: 'ok' as const, sentence: m(c).holds(offer.programme, accreditation!.peringkat, until), remedy: null }
    const others = remedies(offer.programme, today, register).map(line => line.provider)
    return {
      tone: 'warn' as const,
      sentence: state === 'expired' ? m(c).expired(offer.programme, until) : m(c)[state](offer.programme),
      remedy: others.length > 0 ? m(c).remedies(others.join(', ')) : m(c).noRemedy,
    }
  }

  app.get('/penawaran/:offer{[0-9]{1,9}}', async c => {
    const reads = mayRead(actorOf(c)) // everybody else comes from the catalogue
    const language = c.get('language')
    const offer = await offerById(services.db, Number(c.req.param('offer')))
    if (!offer) throw notFound()
    const { costFixed, costParticipant } = offer
    const unknown = m(c).unknown
    const extra =
      costFixed === null
        ? m(c).fixedUnknown
        : costFixed === 0n
          ? m(c).costOnly
          : m(c).costSentence(costWords(costFixed, language))
    return page(
      c,
      { title: offer.title, breadcrumb: reads ? [{ href: '/penawaran', label: m(c).title }] : [] },
      OfferPage({
        m: m(c),
        id: offer.id,
        title: offer.title,
        eyebrow: `${formEntries[offer.form].name[language]}${offer.international ? ` · ${m(c).international}` : ''}`,
        provider: { name: offer.provider.shortName, href: reads ? `/penyelenggara/${offer.provider.id}` : null },
        summary: offer.summary,
        closed: offer.closed,
        verified: offer.verified,
        cost:
          costParticipant === null
            ? { value: '–', sentence: m(c).costUnknown, tone: 'warn' }
            : { value: costWords(costParticipant, language), sentence: extra, tone: 'neutral' },
        facts: [
          { label: m(c).pattern, value: labels[language].pattern[offer.pattern] },
          { label: m(c).jp, value: offer.jp === null ? unknown : formatNumber(offer.jp, language) },
          { label: m(c).days, value: offer.days === null ? unknown : m(c).daysOf(formatNumber(offer.days, language)) },
          { label: m(c).seats, value: seatsWords(offer, language) ?? unknown },
          { label: m(c).place, value: offer.place ?? unknown },
          { label: m(c).months, value: offer.months.length === 0 ? m(c).anyMonth : monthList(offer.months, language) },
          { label: m(c).source, value: offer.source ?? unknown },
        ],
        joining: rulesInWords(offer.entryRules, language),
        competencies: offer.competencies.map(one => ({
          code: one.code,
          name: (language === 'en' && one.nameEn) || one.name,
          level: one.level,
          levelWords: m(c).level(one.level),
        })),
        accreditation: await accreditationOf(c, offer),
        keeps: mayKeep(actorOf(c), offer.provider),
      }),
    )
  })

  return app
}
