import { Hono } from 'hono'
import { audit } from '../../platform/audit/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { spreadsheet } from '../../platform/http/download.ts'
import { listHref, pageNumber, sorting } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { pagerOf } from '../../platform/http/pager.ts'
import { notFound } from '../../platform/http/refusal.ts'
import { formatDate, formatNumber, type Language } from '../../platform/i18n/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import { type JpmCategory, type JpmPurpose, jpmBands } from '../../regulation/index.ts'
import { policyMessages } from '../policy-messages.ts'
import { reportMessages } from './messages.ts'
import { RecapPage } from './pages/recap.tsx'
import { RecapPrintPage } from './pages/recap-print.tsx'
import { type Around, aroundList, exportLimit, inPlace, type Place, placeOf, rulesWords, tooManyRows } from './place.ts'
import { bandLimits } from './present.ts'
import { recapCells } from './recap-cells.ts'
import { adviceSheet, recapSheet } from './recap-sheet.ts'
import { type CampaignChoice, campaignChoices } from './store/campaigns.ts'
import { type RecapRow, recapPage, recapRows, type StandingFilter, type StandingOrder } from './store/standings.ts'

const size = 50
/** A printed form for one meeting; more is a file. */
const printed = 500
const purposes: readonly JpmPurpose[] = ['pemetaan', 'pengisian']
const begins: Record<StandingOrder, 'asc' | 'desc'> = { nama: 'asc', unit: 'asc', ikk: 'asc', kompetensi: 'asc', potensi: 'asc' }

export type RecapForm = 'penilaian' | 'unit'

/** The recap of results, as the form of assessments and as the recap of a unit: `/pemetaan/rekap`. */
export function recapRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  const asked = async (c: Ctx) => {
    const place = await placeOf(c, services)
    const form: RecapForm = c.req.query('bentuk') === 'unit' ? 'unit' : 'penilaian'
    return { place, form, ...sorting(c, begins) }
  }

  /** The campaign and the purpose asked for, and whom the recap is about. @throws Refusal 404 for a campaign of another government */
  const filterOf = (c: Ctx, place: Place, campaigns: readonly CampaignChoice[]) => {
    const wanted = c.req.query('kampanye') ?? ''
    const campaign = wanted === '' ? null : campaigns.find(one => String(one.id) === wanted)
    if (campaign === undefined) throw notFound()
    const purpose = purposes.find(one => one === c.req.query('tujuan')) ?? campaign?.purpose ?? 'pemetaan'
    const categories = jpmBands[purpose].at(place.today).value.map(band => band.category)
    const category = c.req.query('kategori')
    const filter: StandingFilter = {
      instansiId: place.chosen.id,
      unitId: place.unitId,
      campaignId: campaign?.id ?? null,
      q: place.q,
      assessed: campaign === null,
      band: null,
      category: category === 'belum' ? 'belum' : (categories.find(one => one === category) ?? null),
    }
    return { campaign, purpose, categories, filter }
  }
  type Asked = ReturnType<typeof filterOf>

  const load = async <T>(
    c: Ctx,
    place: Place,
    work: (tx: Tx, filter: StandingFilter, around: Around, asked: Asked) => Promise<T>,
  ) =>
    inPlace(services, place, async tx => {
      const campaigns = await campaignChoices(tx, place.chosen.id)
      const wanted = filterOf(c, place, campaigns)
      const around = await aroundList(tx, place, wanted.purpose)
      return { campaigns, ...wanted, around, found: await work(tx, wanted.filter, around, wanted) }
    })

  const cellsOf = (
    rows: readonly RecapRow[],
    first: number,
    { around, place }: { around: Around; place: Place },
    language: Language,
  ) =>
    rows.map((row, index) =>
      recapCells(row, first + index, { language, by: around.by, instansi: place.chosen.name, soon: around.rules.days.soon }),
    )

  const adviceOf = (categories: readonly JpmCategory[], purpose: JpmPurpose, today: string, language: Language) => {
    const [m, words] = [reportMessages[language], policyMessages[language]]
    const limits = bandLimits(jpmBands[purpose].at(today).value, language)
    return categories.map((category, index) => ({
      category: words.categories[category],
      limits: `JPM ${limits[index]} %`,
      ...m.advice[category],
    }))
  }

  app.get('/pemetaan/rekap', async c => {
    const language = c.get('language')
    const [m, words] = [reportMessages[language], policyMessages[language]]
    const { place, form, order, descending, sort } = await asked(c)
    const print = c.req.query('cetak') === '1'
    const n = print ? 1 : pageNumber(c)
    const limit = print ? printed : size
    const { campaigns, campaign, purpose, categories, filter, around, found } = await load(c, place, (tx, filter, around) =>
      recapPage(tx, filter, around.by, { order, descending, offset: (n - 1) * limit, limit }),
    )
    const { counts } = found
    const { chosen } = place
    const number = (value: number) => formatNumber(value, language)
    const cells = cellsOf(found.rows, (n - 1) * limit + 1, { around, place }, language)
    const here = `/pemetaan/rekap?instansi=${encodeURIComponent(chosen.regionCode)}`
    const breadcrumb = [
      { href: `/pemetaan?instansi=${encodeURIComponent(chosen.regionCode)}`, label: `${m.mapping}: ${chosen.name}` },
    ]
    const advice = adviceOf(categories, purpose, place.today, language)
    const common = {
      m,
      form,
      place: around.unit ?? chosen.name,
      rows: cells,
      rules: `${m.asOf(formatDate(place.today, language))}. ${rulesWords(around, language)}`,
      note: campaign ? m.campaignNote(campaign.name) : null,
    }
    if (print) {
      const office = chosen.officeNames.kepegawaian ?? null
      const more = counts.matching > cells.length
      return page(
        c,
        { title: m.recapTitle, wide: true, breadcrumb },
        RecapPrintPage({
          ...common,
          instansi: chosen.name,
          purpose: words.purposes[purpose],
          signedBy: office ? m.signedBy(office) : m.signedByNobody,
          limit: more ? m.printLimit(number(cells.length), number(counts.matching)) : null,
          backHref: listHref(c, { cetak: null }),
          exportHref: sheetHref(c),
        }),
      )
    }
    const filtered = filter.q !== '' || filter.category !== null || filter.campaignId !== null || filter.unitId !== null
    return page(
      c,
      { title: m.recapTitle, wide: true, breadcrumb },
      RecapPage({
        ...common,
        advice,
        forms: (['penilaian', 'unit'] as const).map(one => ({
          href: listHref(c, { bentuk: one === 'unit' ? 'unit' : null, halaman: null }),
          label: one === 'unit' ? m.formUnit : m.formAssessment,
          current: one === form,
        })),
        figure: {
          value: number(counts.people),
          sentence: m.recapSentence(number(counts.competency), number(counts.people - counts.bands.belum)),
        },
        empty: counts.people === 0 && !filtered,
        filters: {
          instansi: chosen.regionCode,
          unit: String(place.unitId ?? ''),
          q: place.q,
          campaign: String(campaign?.id ?? ''),
          purpose,
          category: filter.category ?? '',
        },
        choices: {
          instansi: place.within.map(row => ({ value: row.regionCode, label: row.name })),
          units: around.units,
          campaigns: campaigns.map(row => ({ value: String(row.id), label: row.name })),
          purposes: purposes.map(value => ({ value, label: words.purposes[value] })),
          categories: [
            ...categories.map(value => ({ value: value as string, label: words.categories[value] })),
            { value: 'belum', label: m.notAssessed },
          ],
        },
        resetHref: filtered ? here : null,
        sort,
        printHref: listHref(c, { cetak: 1, halaman: null }),
        exportHref: sheetHref(c),
        pager: pagerOf(c, n, size, counts.matching),
      }),
    )
  })

  app.get('/pemetaan/rekap.xlsx', async c => {
    const language = c.get('language')
    const m = reportMessages[language]
    const { place, form, order, descending } = await asked(c)
    const { campaign, purpose, categories, around, found } = await load(c, place, async (tx, filter, around, { purpose }) => {
      const rows = await recapRows(tx, filter, around.by, { order, descending, offset: 0, limit: exportLimit + 1 })
      if (rows.length > exportLimit) throw tooManyRows()
      await audit(tx, actorOf(c).accountId, services.clock.now(), {
        verb: 'export_recap',
        subject: 'pegawai',
        instansiId: place.chosen.id,
        rows: rows.length,
        detail: { form, purpose, unitId: filter.unitId, campaignId: filter.campaignId, q: filter.q, category: filter.category },
      })
      return rows
    })
    const notes = [
      `${m.purpose}: ${policyMessages[language].purposes[purpose]}. ${m.asOf(formatDate(place.today, language))}.`,
      rulesWords(around, language),
      ...(campaign ? [m.campaignNote(campaign.name)] : []),
      m.quadrantNote,
    ]
    const cells = cellsOf(found, 1, { around, place }, language)
    const bytes = await writeWorkbook([
      recapSheet(m, form, { place: around.unit ?? place.chosen.name, notes, rows: cells }),
      adviceSheet(m, adviceOf(categories, purpose, place.today, language)),
    ])
    return spreadsheet(c, bytes, `rekap-${form}-${place.chosen.regionCode}`, place.today)
  })

  return app
}

const sheetHref = (c: Ctx) => listHref(c, { halaman: null, cetak: null }).replace(/^\/pemetaan\/rekap/, '/pemetaan/rekap.xlsx')
